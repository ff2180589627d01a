"""A request that is sent again with its key is done once, and one that changes says what it has seen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.server.people import STRANGER, client_of, known
from workout_core.accounts.owner import OWNER

if TYPE_CHECKING:
    import httpx

    from workout_core.db.backend import LocalBackend

LINE = {"text": "bench 100x5", "at": "2026-11-20T18:00:00Z"}


def key(value: object = None) -> dict[str, str]:
    return {"Idempotency-Key": str(value or uuid4())}


@pytest.fixture
async def client(local: LocalBackend) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(local, await known(local, OWNER)) as made:
        del made.headers["If-Match"]
        yield made


async def sets(client: httpx.AsyncClient) -> int:
    return sum(each["sets"] for each in (await client.get("workouts")).json()["items"])


async def test_it_is_done_once_and_answered_alike(client: httpx.AsyncClient) -> None:
    headers = key()
    first, *again = [
        await client.post("workouts/log", json=LINE, headers=headers) for _ in range(3)
    ]
    assert (first.status_code, await sets(client)) == (201, 1)
    assert "idempotency-replayed" not in first.headers
    for each in again:
        assert (each.status_code, each.content) == (201, first.content)
        assert each.headers["idempotency-replayed"] == "true"
    assert (await client.post("workouts/log", json=LINE, headers=key())).status_code == 201
    assert await sets(client) == 2


async def test_many_at_once_are_done_once_each(client: httpx.AsyncClient) -> None:
    keys = [key() for _ in range(20)]
    answers = []
    for _ in range(20):
        asked = (client.post("workouts/log", json=LINE, headers=keys[n % 20]) for n in range(25))
        answers += await asyncio.gather(*asked)
    assert {each.status_code for each in answers} == {201}
    assert sum("idempotency-replayed" not in each.headers for each in answers) == 20
    assert await sets(client) == 20


async def test_a_deletion_is_done_once(client: httpx.AsyncClient) -> None:
    made = (await client.post("workouts", json={})).json()["id"]
    headers = key() | {"If-Match": "*"}
    answers = [await client.delete(f"workouts/{made}", headers=headers) for _ in range(2)]
    assert [(each.status_code, each.content) for each in answers] == [(204, b"")] * 2
    assert (await client.delete(f"workouts/{made}", headers={"If-Match": "*"})).status_code == 404


async def test_what_is_refused_may_be_tried_again(client: httpx.AsyncClient) -> None:
    headers = key()
    for _ in range(2):
        refused = await client.post("workouts/log", json={"text": "bnch 100x5"}, headers=headers)
        assert refused.status_code == 404
    assert (await client.post("workouts/log", json=LINE, headers=headers)).status_code == 201


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("workouts/log", LINE | {"text": "bench 100x6"}),
        ("workouts/log?x=1", LINE),
        ("workouts", {}),
    ],
)
async def test_a_key_is_for_one_request(
    client: httpx.AsyncClient, path: str, body: dict[str, Any]
) -> None:
    headers = key()
    await client.post("workouts/log", json=LINE, headers=headers)
    other = await client.post(path, json=body, headers=headers)
    assert (other.status_code, other.json()["type"]) == (409, "conflict")
    assert await sets(client) == 1


async def test_a_key_is_a_uuid_and_ones_own(local: LocalBackend, client: httpx.AsyncClient) -> None:
    wrong = await client.post("workouts/log", json=LINE, headers=key("again"))
    assert (wrong.status_code, wrong.json()["type"]) == (422, "validation")
    headers = key()
    assert (await client.post("workouts/log", json=LINE, headers=headers)).status_code == 201
    async with client_of(local, await known(local, STRANGER)) as stranger:
        theirs = await stranger.post("workouts/log", json=LINE, headers=headers)
        assert (theirs.status_code, await sets(stranger)) == (201, 1)
        assert "idempotency-replayed" not in theirs.headers


async def test_what_is_known_is_not_sent_again(client: httpx.AsyncClient) -> None:
    made = (await client.post("workouts", json={})).json()["id"]
    first = await client.get(f"workouts/{made}")
    tag = first.headers["etag"]
    for known_tags in (tag, f"W/{tag}", f'"other", {tag}'):
        again = await client.get(f"workouts/{made}", headers={"If-None-Match": known_tags})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    await client.patch(f"workouts/{made}", json={"note": "x"}, headers={"If-Match": tag})
    changed = await client.get(f"workouts/{made}", headers={"If-None-Match": tag})
    assert (changed.status_code, changed.json()["note"]) == (200, "x")


async def test_nobody_overwrites_what_they_have_not_seen(client: httpx.AsyncClient) -> None:
    made = (await client.post("workouts", json={})).json()["id"]
    path = f"workouts/{made}"
    tag = (await client.get(path)).headers["etag"]
    blind = await client.patch(path, json={"note": "x"})
    assert (blind.status_code, blind.json()["type"]) == (428, "precondition_required")
    mine = await client.patch(path, json={"note": "mine"}, headers={"If-Match": tag})
    assert mine.status_code == 200
    for verb, body in (("PATCH", {"note": "theirs"}), ("DELETE", None)):
        late = await client.request(verb, path, json=body, headers={"If-Match": f'"x", {tag}'})
        assert (late.status_code, late.json()["type"]) == (412, "precondition_failed")
        assert late.json()["details"]["etag"] == mine.headers["etag"]
    current = await client.get(path)
    assert (current.json()["note"], current.headers["etag"]) == ("mine", mine.headers["etag"])
    seen = {"If-Match": current.headers["etag"]}
    assert (await client.delete(path, headers=seen)).status_code == 204


async def test_of_two_who_saw_the_same_one_is_refused(client: httpx.AsyncClient) -> None:
    made = (await client.post("workouts", json={})).json()["id"]
    seen = {"If-Match": (await client.get(f"workouts/{made}")).headers["etag"]}
    answers = await asyncio.gather(
        *(
            client.patch(f"workouts/{made}", json={"note": f"{each}"}, headers=seen)
            for each in range(10)
        )
    )
    assert sorted(each.status_code for each in answers) == [200] + [412] * 9
