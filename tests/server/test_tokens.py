"""Personal tokens: who may make one, how far it reaches, how long it lasts, and that it ends at once."""

from __future__ import annotations

import asyncio
import json
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

import pytest
import time_machine

from tests.cli.hostile import ALL, HIDDEN
from tests.logins import serving
from tests.server.walking import rows_of
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import digest, issue
from workout_core.auth.scopes import DEFAULT, SCOPES
from workout_core.auth.token_schemas import AccessTokenCreate
from workout_core.errors import ForbiddenError, InvalidError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import httpx

    from tests.logins import Browser, LoginServer
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend

EVERYTHING: Final = " ".join(SCOPES)
NOON: Final = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
async def server(local: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(local, tmp_path) as made:
        yield made


class Holder:
    """Somebody who shows a secret to the API."""

    def __init__(self, browser: Browser, secret: str) -> None:
        self.browser = browser
        self.secret = secret

    async def ask(self, verb: str, path: str, **said: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.secret}"}
        return await self.browser.http.request(verb, f"/api/v1/{path}", headers=headers, **said)

    async def make(self, name: str, **said: Any) -> httpx.Response:
        return await self.ask("POST", "tokens", json={"name": name, **said})

    async def made(self, name: str, **said: Any) -> dict[str, Any]:
        answer = await self.make(name, **said)
        assert answer.status_code == 201, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def tokens(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.ask("GET", "tokens")).json()["items"]
        return found

    def showing(self, secret: str) -> Holder:
        return Holder(self.browser, secret)


async def logged_in(server: LoginServer, scope: str = EVERYTHING) -> Holder:
    browser = await server.browser()
    return Holder(browser, (await browser.log_in(scope=scope))["access_token"])


@pytest.fixture
async def anna(server: LoginServer) -> Holder:
    """Somebody whose login reaches everything."""
    return await logged_in(server)


async def test_a_login_makes_a_token_that_is_told_once(server: LoginServer, anna: Holder) -> None:
    with time_machine.travel(NOON, tick=False):
        anna = await logged_in(server)
        told = await anna.made("backup")
        secret = told.pop("secret")
        assert (len(secret), secret[:4]) == (4 + 43, "wop_")
        assert told == {
            "id": told["id"],
            "name": "backup",
            "scopes": ["profile:read", "workouts:read"],
            "created_at": "2026-11-28T12:00:00Z",
            "expires_at": "2027-02-26T12:00:00Z",
            "used_at": None,
            "is_current": False,
        }
        assert await anna.tokens() == [told]
        script = anna.showing(secret)
        assert (await script.ask("GET", "workouts")).json()["total"] == 0
        assert (await script.ask("POST", "workouts", json={})).status_code == 403
        me = (await script.ask("GET", "me")).json()
        assert (me["via"], me["device"], me["email"]) == ("token", "backup", "anna@example.org")
        assert me["scopes"] == told["scopes"]
    async with server.backend.database.transaction(readonly=True) as executor:
        row = await executor.one("accounts.token", id=digest(secret))
    assert row
    assert secret not in repr(row)


async def test_a_secret_is_in_no_answer_that_is_kept(server: LoginServer, anna: Holder) -> None:
    headers = {"Authorization": f"Bearer {anna.secret}", "Idempotency-Key": str(uuid4())}
    first, again = [
        await anna.browser.http.post("/api/v1/tokens", json={"name": "backup"}, headers=headers)
        for _ in range(2)
    ]
    assert (first.status_code, again.status_code) == (201, 409)
    kept = repr(rows_of(server.backend))
    assert "backup" in kept
    assert first.json()["secret"] not in kept


async def test_a_token_reaches_as_far_as_it_says_and_no_further_than_its_login(
    server: LoginServer, anna: Holder
) -> None:
    asked = ["workouts:write", "profile:read", "workouts:write"]
    told = await anna.made("writer", scopes=asked)
    assert told["scopes"] == ["profile:read", "workouts:write"]
    writer = anna.showing(told["secret"])
    assert (await writer.ask("POST", "workouts", json={})).status_code == 201
    assert (await writer.ask("GET", "workouts")).status_code == 403
    narrow = await logged_in(server, "workouts:read account:admin")
    refused = await narrow.make("wide", scopes=["workouts:read", "workouts:write"])
    assert (refused.status_code, refused.json()["type"]) == (403, "forbidden")
    assert "lacks workouts:write" in refused.json()["error"]
    assert (await narrow.make("narrow", scopes=["workouts:read"])).status_code == 201
    assert [each["name"] for each in await anna.tokens()] == ["writer", "narrow"]


@pytest.mark.parametrize(
    "said",
    [
        {"scopes": ["account:admin"]},
        {"scopes": ["workouts:read", "account:admin"]},
        {"scopes": ["everything"]},
        {"scopes": []},
        {"scopes": None},
        {"days": 0},
        {"days": 367},
        {"days": None},
        {"name": ""},
        {"name": "x" * 201},
        {"expires_at": "2099-01-01T00:00:00Z"},
        {"user_id": 1},
    ],
)
async def test_what_no_token_may_be(anna: Holder, said: dict[str, Any]) -> None:
    refused = await anna.make(**{"name": "a", **said})
    assert (refused.status_code, refused.json()["type"]) == (422, "validation")
    assert await anna.tokens() == []


async def test_only_a_login_that_manages_its_account_makes_tokens(
    server: LoginServer, anna: Holder
) -> None:
    usual = await logged_in(server, " ".join(DEFAULT))
    for verb, path in (("GET", "tokens"), ("POST", "tokens"), ("DELETE", f"tokens/{uuid4()}")):
        refused = await usual.ask(verb, path, json={"name": "a"})
        assert refused.status_code == 403
        assert refused.json()["details"]["hints"] == ["workout login --admin"]
    told = await anna.made("all", scopes=[*DEFAULT])
    assert (await anna.showing(told["secret"]).make("another")).status_code == 403
    async with server.backend.database.transaction() as executor:
        owners = await issue(executor, OWNER, "workout serve")
    refused = await anna.showing(owners).make("another")
    assert (refused.status_code, refused.json()["type"]) == (403, "forbidden")
    assert "by a login, never by another token" in refused.json()["error"]


async def test_a_revoked_token_ends_with_the_next_request(
    server: LoginServer, anna: Holder
) -> None:
    told = await anna.made("script")
    script, path = anna.showing(told["secret"]), f"tokens/{told['id']}"
    server.issuer.user = {"sub": "bert"}
    bert = await logged_in(server)
    foreign = await bert.ask("DELETE", path)
    absent = await bert.ask("DELETE", f"tokens/{uuid4()}")
    assert (foreign.status_code, foreign.json()) == (404, absent.json())
    assert await bert.tokens() == []
    assert (await script.ask("GET", "workouts")).status_code == 200
    assert (await anna.ask("DELETE", path)).status_code == 204
    assert (await script.ask("GET", "workouts")).status_code == 401
    assert (await anna.ask("DELETE", path)).status_code == 404
    assert await anna.tokens() == []
    assert (await anna.make("script")).status_code == 201


async def test_of_many_who_use_a_token_while_it_is_revoked_none_comes_after(anna: Holder) -> None:
    told = await anna.made("script", scopes=["workouts:read", "workouts:write"])
    script = anna.showing(told["secret"])
    late: list[int] = []
    ended: list[int] = []
    gone = asyncio.Event()

    async def use(number: int) -> None:
        for _ in range(12):
            is_late = gone.is_set()
            verb = "POST" if number % 2 else "GET"
            answer = await script.ask(verb, "workouts", json={} if number % 2 else None)
            assert answer.status_code in (200, 201, 401, 503)
            if is_late:
                late.append(answer.status_code)

    async def revoke() -> None:
        ends = [anna.ask("DELETE", f"tokens/{told['id']}") for _ in range(4)]
        ended.extend(each.status_code for each in await asyncio.gather(*ends))
        gone.set()

    await asyncio.gather(revoke(), *(use(each) for each in range(6)))
    assert sorted(ended) == [204, 404, 404, 404]
    assert late
    assert {*late} == {401}


async def test_a_token_expires(server: LoginServer) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        told = await (await logged_in(server)).made("script", days=1)
        anna = await logged_in(server)
        script = anna.showing(told["secret"])
        clock.move_to(NOON + timedelta(days=1, seconds=-1))
        assert (await script.ask("GET", "workouts")).status_code == 200
        clock.shift(1)
        assert (await script.ask("GET", "workouts")).status_code == 401
        anna = await logged_in(server)
        assert [each["name"] for each in await anna.tokens()] == ["script"]
        await anna.made("script")  # the name is free again


async def test_a_use_is_written_down_every_few_minutes(server: LoginServer) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        anna = await logged_in(server)
        told = await anna.made("script", scopes=["workouts:read", "workouts:write"])
        script = anna.showing(told["secret"])

        async def used() -> timedelta:
            (token,) = await anna.tokens()
            return datetime.fromisoformat(token["used_at"]) - NOON

        clock.shift(10)
        await script.ask("GET", "workouts")
        assert await used() == timedelta(seconds=10)
        clock.shift(290)
        await script.ask("GET", "workouts")
        assert await used() == timedelta(seconds=10)
        clock.shift(10)
        await script.ask("POST", "workouts", json={})
        assert await used() == timedelta(seconds=310)


async def test_so_many_are_made_within_an_hour(server: LoginServer) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        anna = await logged_in(server)
        for number in range(10):
            told = await anna.made(f"script {number}")
            clock.shift(10)
        await anna.ask("DELETE", f"tokens/{told['id']}")
        refused = await anna.make("one more")
        assert (refused.status_code, refused.json()["type"]) == (429, "too_often")
        assert refused.headers["retry-after"] == "3500"
        server.issuer.user = {"sub": "bert"}
        assert (await (await logged_in(server)).make("of another")).status_code == 201
        server.issuer.user = {"sub": "anna"}
        clock.shift(3499)
        anna = await logged_in(server)
        refused = await anna.make("one more")
        assert refused.headers.get("retry-after") == "1", refused.text
        clock.shift(1)
        assert (await anna.make("one more")).status_code == 201


async def test_a_name_is_of_one_token(anna: Holder) -> None:
    answers = await asyncio.gather(*(anna.make("backup") for _ in range(5)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409, 409]
    assert len(await anna.tokens()) == 1


async def test_a_hostile_name_is_refused_or_kept_as_it_is(server: LoginServer) -> None:
    """Each is tried by somebody else, as nobody makes so many."""
    for number, name in enumerate(ALL.values()):
        server.issuer.user = {"sub": f"person {number // 10}"}
        if number % 10 == 0:
            holder = await logged_in(server)
        body = f'{{"name": {json.dumps(name)}}}'
        headers = {"Authorization": f"Bearer {holder.secret}", "Content-Type": "application/json"}
        answer = await holder.browser.http.post("/api/v1/tokens", content=body, headers=headers)
        if name in HIDDEN.values() and name == json.loads(json.dumps(name)):
            assert answer.status_code == 422, repr(name)
        elif answer.status_code != 422:
            assert answer.status_code == 201, (name, answer.text)
            sent = json.loads(json.dumps(name)).strip()
            assert answer.json()["name"] == unicodedata.normalize("NFC", sent)


async def test_without_logins_there_are_only_the_owners_tokens(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        me = await services.account.me()
        found = (await services.tokens.list()).items
    assert [(each.name, each.scopes, each.expires_at) for each in found] == (
        [("test", None, None)] if me.via == "token" else []
    )
    refusal = ForbiddenError if me.via == "token" else InvalidError
    with pytest.raises(refusal):
        async with backend.services() as services:
            await services.tokens.create(AccessTokenCreate(name="a"))
    with pytest.raises(NotFoundError, match="no such token"):
        async with backend.services() as services:
            await services.tokens.revoke(UUID(int=1))
