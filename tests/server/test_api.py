"""The API as any HTTP client sees it: addresses, pages, bodies of errors, and its own description."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import pytest

from tests.application import application
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.ids import new_id
from workout_core.routers import PREFIX, ROUTERS

if TYPE_CHECKING:
    from workout_core.db.backend import LocalBackend

SAFE = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}
SET = {"load_value": 102.5, "load_unit": "kg", "load_mode": "absolute", "reps": 5}


@pytest.fixture
async def client(local: LocalBackend) -> AsyncIterator[httpx.AsyncClient]:
    """A client with the owner's token."""
    async with local.database.transaction() as executor:
        token = await issue(executor, OWNER, "test")
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application(local), raise_app_exceptions=False),
        base_url=f"http://server{PREFIX}/",
        headers={"Authorization": f"Bearer {token}", "If-Match": "*"},
    ) as made:
        yield made


async def exercise(client: httpx.AsyncClient, name: str) -> str:
    found = await client.get("exercises/find", params={"name": name})
    return str(found.json()["id"])


async def test_the_paths_of_workouts_nest(client: httpx.AsyncClient) -> None:
    workout = (await client.post("workouts", json={"name": "Push"})).json()
    under = f"workouts/{workout['id']}/exercise-executions"
    bench = await exercise(client, "bench")
    execution = (await client.post(under, json={"exercise_id": bench, "sets": [SET]})).json()
    sets = f"{under}/{execution['id']}/sets"
    added = await client.post(sets, json=SET | {"rpe": 8})
    assert added.status_code == 201
    assert added.json()["load_value"] == 102.5
    assert added.json()["load_kg"] == 102.5
    page = (await client.get(sets, params={"size": 1, "page": 2})).json()
    assert (page["total"], page["page"], page["size"]) == (2, 2, 1)
    assert [each["id"] for each in page["items"]] == [added.json()["id"]]
    changed = await client.patch(f"{sets}/{added.json()['id']}", json={"note": "hard"})
    assert (changed.status_code, changed.json()["note"], changed.json()["rpe"]) == (200, "hard", 8)
    gone = await client.delete(f"{sets}/{added.json()['id']}")
    assert (gone.status_code, gone.content) == (204, b"")
    whole = (await client.get(f"workouts/{workout['id']}")).json()
    assert [len(each["sets"]) for each in whole["exercise_executions"]] == [1]


async def test_a_line_of_sets(client: httpx.AsyncClient) -> None:
    logged = await client.post("workouts/log", json={"text": "bench 5x5@100kg rpe8"})
    assert logged.status_code == 201
    assert logged.json()["entries"][0]["exercise"] == "Bench Press"
    assert len(logged.json()["entries"][0]["sets"]) == 5
    refused = await client.post("workouts/log", json={"text": "bench 5x5"})
    assert refused.status_code == 422
    assert refused.json()["type"] == "notation"
    assert refused.json()["details"]["code"] == "E_AMBIGUOUS"
    unknown = await client.post("workouts/log", json={"text": "bnch 5x5@100kg"})
    assert unknown.status_code == 404
    assert unknown.json()["details"]["hints"][0] == "Bench Press"


@pytest.mark.parametrize("path", ["workouts", "exercises"])
@pytest.mark.parametrize(
    "query", ["page=0", "size=0", "size=101", "page=x", "unknown=1", "page=1e9"]
)
async def test_a_page_has_limits(client: httpx.AsyncClient, path: str, query: str) -> None:
    answer = await client.get(f"{path}?{query}")
    assert answer.status_code == 422
    body = answer.json()
    assert set(body) == {"error", "type", "details"}
    assert body["type"] == "validation"
    assert body["details"]["fields"][0]["field"] in query


@pytest.mark.parametrize("size", [1, 100])
async def test_an_empty_page(client: httpx.AsyncClient, size: int) -> None:
    answer = await client.get("workouts", params={"size": size})
    assert answer.json() == {"items": [], "total": 0, "page": 1, "size": size}


async def test_filters_of_exercises(client: httpx.AsyncClient) -> None:
    await client.post("exercises", json={"name": "Zercher Thing", "category": "strongman"})
    own = (await client.get("exercises", params={"is_user_created": "true"})).json()
    assert [each["name"] for each in own["items"]] == ["Zercher Thing"]
    some = {"category": "strongman", "search": "zerch"}
    assert (await client.get("exercises", params=some)).json()["total"] == 1


async def test_filters_of_workouts(client: httpx.AsyncClient) -> None:
    for day in (1, 2, 3):
        await client.post("workouts", json={"started_at": f"2026-11-0{day}T12:00:00Z"})
    days = {"since": "2026-11-02", "until": "2026-11-02"}
    assert (await client.get("workouts", params=days)).json()["total"] == 1
    assert (await client.get("workouts", params={"since": "2026-13-01"})).status_code == 422


BAD_BODIES: list[tuple[Any, str]] = [
    ({"name": "x" * 201}, "name"),
    ({"nmae": "x"}, "nmae"),
    ({"user_id": 2}, "user_id"),
    ({"started_at": "2026-11-01T12:00:00"}, "started_at"),
    ({"exercise_executions": [{"exercise_id": "x"}]}, "exercise_executions.0.exercise_id"),
    ({"status": "running"}, "status"),
    ([], ""),
]


@pytest.mark.parametrize(("body", "field"), BAD_BODIES)
async def test_what_is_wrong_with_a_body_is_named(
    client: httpx.AsyncClient, body: Any, field: str
) -> None:
    answer = await client.post("workouts", json=body)
    assert answer.status_code == 422
    assert answer.json()["details"]["fields"][0]["field"] == field


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"\xff*", b'{"name": NaN}', b"[" * 100_000, b'"x"' * 3]
)
async def test_a_broken_body_is_no_fault_of_the_server(
    client: httpx.AsyncClient, content: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.post("workouts", content=content, headers=headers)
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == {"error", "type", "details"}


async def test_absent_is_404_in_one_shape(client: httpx.AsyncClient) -> None:
    for path in (
        f"workouts/{uuid4()}",
        f"exercises/{uuid4()}",
        "nothing",
        "workouts/find?text=zzzz",
    ):
        answer = await client.get(path)
        assert answer.status_code == 404
        assert answer.json()["type"] == "not_found"
    assert (await client.get("workouts/not-an-id")).status_code == 422


async def test_twice_is_a_conflict(client: httpx.AsyncClient) -> None:
    body = {"id": str(new_id())}
    assert (await client.post("workouts", json=body)).status_code == 201
    again = await client.post("workouts", json=body)
    assert (again.status_code, again.json()["type"]) == (409, "duplicate")


async def test_another_method_is_refused_in_the_same_shape(client: httpx.AsyncClient) -> None:
    for path, verbs in (("workouts", "GET, POST"), (f"workouts/{uuid4()}", "DELETE, GET, PATCH")):
        answer = await client.put(path, json={})
        assert (answer.status_code, answer.json()["type"]) == (405, "method_not_allowed")
        assert answer.headers["allow"] == verbs


@pytest.mark.parametrize("day", ["0", "20261120", "1.5", "-7", " 1 "])
async def test_a_number_is_no_date(client: httpx.AsyncClient, day: str) -> None:
    for path in (f"days/{day}", f"workouts?since={day}", f"statistics/week?day={day}"):
        answer = await client.get(path)
        assert answer.status_code == 422
        assert "spelled as in 2026-11-28" in answer.json()["error"]
    for at in (day, 0, 1.5, True):
        answer = await client.post("workouts", json={"started_at": at})
        assert answer.status_code == 422


async def test_health_needs_no_token(client: httpx.AsyncClient) -> None:
    answer = await client.get("http://server/healthz", headers={"Authorization": ""})
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


@pytest.mark.parametrize("path", ["workouts", "nothing", "openapi.json", "workouts/not-an-id"])
@pytest.mark.parametrize("is_known", [True, False])
async def test_every_answer_says_how_to_treat_it(
    client: httpx.AsyncClient, path: str, is_known: bool
) -> None:
    answer = await client.get(path, headers={} if is_known else {"Authorization": ""})
    assert answer.headers["x-request-id"]
    said = {name: answer.headers.get_list(name) for name in SAFE}
    assert said == {name: [value] for name, value in SAFE.items()}


async def test_the_api_describes_itself(client: httpx.AsyncClient) -> None:
    document = (await client.get("openapi.json")).json()
    operations = {
        each["operationId"]: each
        for path in document["paths"].values()
        for each in path.values()
        if "operationId" in each
    }
    routes = {
        f"{name}_{route.name}": route for name, router in ROUTERS.items() for route in router.routes
    }
    assert set(routes) <= set(operations)
    told = {each["name"] for each in document["tags"] if each["description"]}
    assert {tag for each in operations.values() for tag in each["tags"]} == told
    for name, route in routes.items():
        operation = operations[name]
        assert operation["summary"]
        assert operation["security"], name
        assert set(operation["responses"]) >= {str(route.status), "401", "404", "422", "503"}
        for status, response in operation["responses"].items():
            if status not in ("204", "304", str(route.status)):
                schema = response["content"]["application/json"]["schema"]
                assert schema["$ref"].endswith("/ErrorBody"), (name, status)
        if route.status != 204:
            assert operation["responses"][str(route.status)]["content"]["application/json"][
                "schema"
            ]
        if route.schema_field and not route.reads:
            assert operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]


async def test_what_is_described_of_a_set_is_what_is_answered(client: httpx.AsyncClient) -> None:
    document = (await client.get("openapi.json")).json()
    schemas = document["components"]["schemas"]
    log = (await client.post("workouts/log", json={"text": "bench 100x5"})).json()
    workout = (await client.get(f"workouts/{log['workout']['id']}")).json()
    one = workout["exercise_executions"][0]["sets"][0]
    assert set(one) == set(schemas["SetRead"]["properties"])
    assert set(workout) == set(schemas["WorkoutRead"]["properties"])
    kinds = schemas["SetRead"]["properties"]["load_value"]["anyOf"]
    assert {each["type"] for each in kinds} == {"number", "null"}


async def test_a_stranger_is_turned_away_before_his_body_is_read(client: httpx.AsyncClient) -> None:
    read: list[bytes] = []

    async def body() -> AsyncIterator[bytes]:
        read.append(b"{}")
        yield read[-1]

    answer = await client.post("workouts", content=body(), headers={"Authorization": ""})
    assert (answer.status_code, answer.json()["type"]) == (401, "unauthorized")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert read == []


async def test_an_address_is_never_told_by_a_redirect(client: httpx.AsyncClient) -> None:
    assert (await client.get("workouts/")).status_code == 404
