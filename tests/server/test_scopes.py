"""How far a token reaches: each operation is tried with each scope, as the API's own description tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.application import application
from tests.core.attaching import JPEG
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.auth.scopes import DEFAULT, SCOPES, needed
from workout_core.ids import new_id
from workout_core.routers import PREFIX, ROUTERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from workout_core.db.backend import LocalBackend

# Endpoints that are no rows of a router.
BY_HAND: Final = {
    "attachments_upload": ("workouts:write",),
    "attachments_download": ("workouts:read",),
    "attachments_put_back": ("workouts:write",),
}
VALUES: Final = {"day": "2026-11-20", "table": "sets"}


@pytest.fixture
async def http(local: LocalBackend) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=application(local), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as made:
        yield made


async def token(local: LocalBackend, scopes: Sequence[str] | None) -> dict[str, str]:
    """The header that shows a new token of the owner's."""
    async with local.database.transaction() as executor:
        return {"Authorization": f"Bearer {await issue(executor, OWNER, 'test', scopes)}"}


async def described(http: httpx.AsyncClient) -> dict[str, Any]:
    document: dict[str, Any] = (await http.get(f"{PREFIX}/openapi.json")).json()
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation of the API: its verb, its path with some id of nothing in it, and what is told of it."""
    for path, verbs in document["paths"].items():
        for verb, told in verbs.items():
            if path.startswith(PREFIX):
                names = [
                    each["name"] for each in told.get("parameters", ()) if each["in"] == "path"
                ]
                values = {name: VALUES.get(name) or str(new_id()) for name in names}
                yield verb.upper(), path.format(**values), told


def needs(told: dict[str, Any]) -> list[str]:
    """The scopes that an operation is told to need."""
    ways = [scopes for way in told["security"] for scopes in way.values()]
    assert ways[0]
    assert all(each == ways[0] for each in ways)
    return list(ways[0])


async def test_the_description_tells_every_scope(http: httpx.AsyncClient) -> None:
    document = await described(http)
    schemes = document["components"]["securitySchemes"]
    assert (schemes["token"]["type"], schemes["token"]["scheme"]) == ("http", "bearer")
    assert schemes["login"]["flows"]["authorizationCode"]["scopes"] == SCOPES
    found = {each["operationId"]: needs(each) for _, _, each in operations(document)}
    rows = {
        f"{name}_{route.name}": [*needed(route)]
        for name, router in ROUTERS.items()
        for route in router.routes
    }
    assert found == {**rows, **{name: [*each] for name, each in BY_HAND.items()}}


async def test_each_operation_answers_whom_it_told_and_nobody_else(
    local: LocalBackend, http: httpx.AsyncClient
) -> None:
    shown = {scope: await token(local, [scope]) for scope in SCOPES}
    tried = 0
    for verb, path, told in operations(await described(http)):
        wanted = needs(told)
        for scope, headers in shown.items():
            answer = await http.request(verb, path, headers=headers, json={})
            place = (verb, path, scope, answer.text)
            if {*wanted} <= {scope}:
                assert answer.status_code < 500, place
                assert answer.status_code not in (401, 403), place
                continue
            assert (answer.status_code, answer.json()["type"]) == (403, "forbidden"), place
            challenge = f'Bearer error="insufficient_scope", scope="{" ".join(wanted)}"'
            assert answer.headers["www-authenticate"] == challenge, place
            tried += 1
    assert tried > 300


async def test_the_scopes_that_are_told_are_enough(
    local: LocalBackend, http: httpx.AsyncClient
) -> None:
    everything = await token(local, None)
    shown: dict[tuple[str, ...], dict[str, str]] = {}
    for verb, path, told in operations(await described(http)):
        wanted = tuple(needs(told))
        shown[wanted] = shown.get(wanted) or await token(local, wanted)
        for headers in (shown[wanted], everything):
            answer = await http.request(verb, path, headers=headers, json={})
            assert answer.status_code < 500, (verb, path, answer.text)
            assert answer.status_code not in (401, 403), (verb, path, answer.text)


async def test_a_usual_login_does_all_but_manage_the_account(http: httpx.AsyncClient) -> None:
    beyond = {
        each["operationId"]
        for _, _, each in operations(await described(http))
        if not {*needs(each)} <= {*DEFAULT}
    }
    assert beyond == {
        *("account_logins", "account_end_login", "account_end_others"),
        *("tokens_list", "tokens_create", "tokens_revoke"),
    }


async def test_nothing_is_read_or_written_beyond_the_scope(
    local: LocalBackend, http: httpx.AsyncClient
) -> None:
    reading = await token(local, ["workouts:read"])
    writing = await token(local, ["workouts:write"])
    line = {"text": "bench 100x5"}
    log = f"{PREFIX}/workouts/log"
    assert (await http.post(log, headers=reading, json=line)).status_code == 403
    assert (await http.get(f"{PREFIX}/workouts", headers=reading)).json()["total"] == 0
    assert (await http.post(log, headers=writing, json=line)).status_code == 201
    (workout,) = (await http.get(f"{PREFIX}/workouts", headers=reading)).json()["items"]
    of = {"id": str(new_id()), "name": "a.jpg", "workout_id": workout["id"]}
    read: list[bytes] = []

    async def body() -> AsyncIterator[bytes]:
        read.append(JPEG)
        yield JPEG

    place = f"{PREFIX}/attachments"
    refused = await http.post(place, params=of, headers=reading, content=body())
    assert (refused.status_code, read) == (403, [])
    assert (await http.post(place, params=of, headers=writing, content=body())).status_code == 201
    content = f"{place}/{of['id']}/content"
    assert (await http.get(content, headers=writing)).status_code == 403
    assert (await http.get(content, headers=reading)).content == JPEG


async def test_a_refusal_says_what_to_do(local: LocalBackend, http: httpx.AsyncClient) -> None:
    headers = await token(local, ["workouts:read"])
    answer = await http.get(f"{PREFIX}/export", headers=headers)
    assert answer.json() == {
        "error": "Your token does not reach that far: it lacks profile:read",
        "type": "forbidden",
        "details": {
            "scope": "profile:read workouts:read",
            "hints": ["workout token create NAME --scope profile:read --scope workouts:read"],
        },
    }
