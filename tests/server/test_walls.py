"""What is another's is as if it was not there, whichever operation asks for it and however."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from tests.everything import EVERYTHING
from tests.server.people import STRANGER, Trio, client_of
from tests.server.walking import attempts, document, requests, rows_of, walk
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.compiled import STATEMENTS
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workout_core.db.compiled import StatementName

OWNER_NAMED: Final = re.compile(r"((?:\w+\.)?user_id = \?)")
BORN_WITH: Final = (
    "executions_create: body sets[].parent_set_id",
    "workouts_create: body exercise_executions[].sets[].parent_set_id",
)
# Statements that are run with an id or a name of the other's, or that fill a whole page of what is one's own.
OPEN_TO_OTHERS: Final = (
    "attachments.by_id",
    "attachments.every",
    "auth.logins",
    "auth.revoke_login",
    "body.by_id",
    "body.goals",
    "body.page",
    "body.own_types",
    "body.starting_with",
    "exercises.aliases",
    "exercises.by_id",
    "exercises.known",
    "exercises.own",
    "exercises.training_maxes",
    "gyms.every",
    "operations.page",
    "transfer.dumped_executions",
    "transfer.dumped_sets",
    "workouts.active",
    "workouts.by_id",
    "workouts.execution",
    "workouts.page",
    "workouts.set_",
    "workouts.starting_with",
)


async def test_nothing_of_another_is_found_changed_or_told(local: LocalBackend) -> None:
    trio = await Trio.of(local)
    before = rows_of(local, STRANGER)
    assert all(
        before[each] for each in ("sets", "exercises", "attachments", "logins", "operations")
    )
    assert await walk(trio) == []
    assert rows_of(local, STRANGER) == before


async def test_every_place_for_an_id_is_tried(sqlite: LocalBackend) -> None:
    trio = await Trio.of(sqlite)
    tried = {each.what for request, me in requests(trio) for each in attempts(request, me, trio)}
    places = set(_places())
    assert len(places) > 60
    assert places - {re.sub(r"\.\d+", "[]", each) for each in tried} == set(BORN_WITH)


async def test_no_set_is_born_under_one_of_another(local: LocalBackend) -> None:
    """Sets that come with their exercise have their parents among themselves: any other is refused."""
    trio = await Trio.of(local)
    me, them = trio.trains, trio.stranger
    for operation in ("executions_create", "workouts_create"):
        request = next(each for each, _ in requests(trio) if each.operation == operation)
        answers = []
        for parent in (them.ids["set_id"], me.ids["set_id"], str(new_id())):
            born = request.renewed()
            execution = born.body.get("exercise_executions", [born.body])[0]
            execution["sets"][0]["parent_set_id"] = parent
            answer = await born.send(me.client)
            answers.append((answer.status_code, answer.text.replace(parent, "")))
        assert len(set(answers)) == 1
        assert answers[0][0] in (409, 422)


async def test_each_request_is_right_but_for_whose_ids_are_in_it(
    sqlite: LocalBackend, sqlite_path: Path, tmp_path: Path
) -> None:
    """A request that is refused anyway would prove nothing."""
    trio = await Trio.of(sqlite)
    await sqlite.close()
    settings = Settings(f"sqlite:///{sqlite_path}", storage=str(tmp_path / "files"))
    refused = {}
    for number, (request, me) in enumerate(requests(trio)):
        copy = tmp_path / f"{number}.db"
        shutil.copy(sqlite_path, copy)
        served = LocalBackend(EmbeddedDatabase(copy), settings)
        async with client_of(served, me.token) as client:
            answer = await request.send(client)
        await served.close()
        if not answer.is_success:
            refused[request.operation] = answer.json()["error"]
    assert refused == {
        "exercises_delete": "Bbrk Lift stands in workouts, so it cannot be deleted",
        "session_finish": "Nothing was logged in the open workout, so there is nothing to keep",
        "tokens_create": "A token is made by a login, never by another token",
        "operations_redo": "Nothing is left to redo",
    }


@pytest.mark.parametrize("name", OPEN_TO_OTHERS if EVERYTHING else OPEN_TO_OTHERS[::8])
async def test_a_statement_that_forgets_its_user_is_found_out(
    name: StatementName, sqlite: LocalBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    trio = await Trio.of(sqlite)
    text, *rest = STATEMENTS[name]
    broken = OWNER_NAMED.sub(r"(\1 OR 1)", text)
    assert broken != text
    monkeypatch.setitem(cast("dict[str, Any]", STATEMENTS), name, (broken, *rest))
    before = rows_of(sqlite, STRANGER)
    assert await walk(trio) or rows_of(sqlite, STRANGER) != before


def _places() -> Iterator[str]:
    """Where the document has ids: of each operation in its path, its query and its body."""
    for path, verbs in document()["paths"].items():
        for operation in verbs.values():
            name = operation["operationId"]
            yield from (f"{name}: places {each}" for each in re.findall(r"{(\w+_id)}", path))
            for each in operation.get("parameters", []):
                if each["in"] == "query" and any(_ids(each["schema"])):
                    yield f"{name}: query {each['name']}"
            content = operation.get("requestBody", {}).get("content", {})
            if "application/json" in content:
                for place in _ids(content["application/json"]["schema"]):
                    yield f"{name}: body {place.removeprefix('.')}"


def _ids(schema: dict[str, Any], place: str = "") -> Iterator[str]:
    if "$ref" in schema:
        *_, name = schema["$ref"].split("/")
        schema = document()["components"]["schemas"][name]
    if schema.get("format") == "uuid":
        yield place
    for each in schema.get("anyOf", []):
        yield from _ids(each, place)
    if "items" in schema:
        yield from _ids(schema["items"], f"{place}[]")
    for name, each in schema.get("properties", {}).items():
        yield from _ids(each, f"{place}.{name}")
