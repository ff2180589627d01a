"""A dump that is loaded into an empty database makes the same database again, to the last digit."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from tests import binds
from tests.acting import see_all
from tests.conftest import client_of
from tests.core.scene import LEGS, OPEN, furnished, log
from tests.samples import DERIVED, Sample
from workout_core.db.backend import LocalBackend
from workout_core.db.dumps import table_forms
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.tables import metadata
from workout_core.errors import ConflictError, InvalidError, NotFoundError, WorkoutError
from workout_core.operations.schemas import UndoRequest
from workout_core.transfer.dump_lines import words_of
from workout_core.transfer.dump_loading import load_dump
from workout_core.transfer.dump_schemas import DumpParams, DumpPart
from workout_core.transfer.dump_writing import TOGETHER, DumpFormat, dump_lines
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workout_core.backend import Backend
    from workout_core.transfer.dump_schemas import DumpLoadRead

SECRET: Final = "access_tokens"
SECRETS: Final = {*binds.KEYED, "logins", "replays"}
FORMS: Final[tuple[DumpFormat, ...]] = ("text", "json")
NUMBERS: Final = count()
ME: Final = 1
NOW: Final = datetime(2026, 11, 23, 7, tzinfo=UTC)


async def dumped(backend: Backend, form: DumpFormat = "text") -> str:
    found: list[str] = []
    async with backend.services(readonly=True) as services:
        async for lines in dump_lines(services.dump, form):
            found += lines
    return "".join(f"{line}\n" for line in found)


async def loaded(backend: Backend, text: str | bytes, **how: Any) -> DumpLoadRead:
    content = text.encode() if isinstance(text, str) else text
    async with backend.services() as services:
        return await load_dump(services.dump, io.BytesIO(content), **how)


def every_row(url: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but secrets and what is derived; decimals as they are written."""
    engine = create_engine(url)
    found: dict[str, list[dict[str, Any]]] = {}
    with engine.connect() as connection:
        see_all(connection)
        for table in metadata.sorted_tables:
            if table.name not in {*SECRETS, *DERIVED}:
                rows = connection.execute(select(table).order_by(table.columns.id)).mappings()
                found[table.name] = [
                    {name: _comparable(value) for name, value in row.items()} for row in rows
                ]
    engine.dispose()
    return {name: sorted(rows, key=lambda row: str(row["id"])) for name, rows in found.items()}


def _comparable(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value or abs(value):f}"  # PostgreSQL has one nothing
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def fill(url: str, sample: Sample) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(metadata.tables["users"].delete())
        for table in metadata.sorted_tables:
            connection.execute(table.insert(), sample.rows[table.name][ME])
    engine.dispose()


class Files:
    """New databases in a folder."""

    def __init__(self, folder: Path, content: bytes) -> None:
        self._folder = folder
        self._content = content

    def new(self) -> tuple[LocalBackend, str]:
        path = self._folder / f"{next(NUMBERS)}.db"
        path.write_bytes(self._content)
        return LocalBackend(EmbeddedDatabase(path)), f"sqlite:///{path}"


@pytest.fixture
def files(tmp_path: Path, empty_file: bytes) -> Files:
    return Files(tmp_path, empty_file)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), form=st.sampled_from(FORMS))
def test_any_account_is_the_same_when_it_is_loaded(
    files: Files, seed: int, form: DumpFormat
) -> None:
    one, url = files.new()
    other, other_url = files.new()
    fill(url, Sample(Random(seed), users=(ME,)))
    text = one.run(dumped(one, form))
    read = other.run(loaded(other, text))
    assert every_row(other_url) == every_row(url)
    assert read.rows == {name: len(rows) for name, rows in every_row(url).items()}
    again = other.run(dumped(other, form))
    assert again.split("\n")[1:] == text.split("\n")[1:]


@pytest.mark.parametrize("form", FORMS)
async def test_an_account_goes_to_postgresql_and_back(
    files: Files, server_database: LocalBackend, postgres_url: str, form: DumpFormat
) -> None:
    one, url = files.new()
    other, other_url = files.new()
    fill(url, Sample(Random(3), users=(ME,), scale=2))
    await loaded(server_database, await dumped(one, form))
    assert every_row(postgres_url) == every_row(url)
    await loaded(other, await dumped(server_database, form))
    assert every_row(other_url) == every_row(url)


@pytest.mark.parametrize("form", FORMS)
async def test_an_account_goes_to_a_server_and_back(files: Files, form: DumpFormat) -> None:
    one, url = files.new()
    served, served_url = files.new()
    fill(url, Sample(Random(5), users=(ME,), scale=3))
    async with client_of(served) as remote:
        await loaded(remote, await dumped(one, form))
        assert every_row(served_url) == every_row(url)
        lines = (await dumped(remote, form)).split("\n")[1:]
        assert lines == (await dumped(one, form)).split("\n")[1:]
        with pytest.raises(ConflictError, match="into an empty database"):
            await loaded(remote, await dumped(one, form))


async def test_what_was_done_can_be_undone_after_it_is_loaded(
    local: LocalBackend, files: Files
) -> None:
    scene = await furnished(local)
    async with local.services() as services:
        await services.workouts.delete(scene.legs.id)
    other, _ = files.new()
    await loaded(other, await dumped(local))
    for what in ("undo", "undo", "redo", "undo", "undo"):
        told = []
        for backend in (local, other):
            with time_machine.travel(NOW, tick=False):
                async with backend.services() as services:
                    told.append(await getattr(services.operations, what)(UndoRequest()))
        assert told[0] == told[1]
    one, two = [(await dumped(each)).split("\n")[1:] for each in (local, other)]
    assert one == two


async def test_it_is_text_to_read_and_to_grep(sqlite: LocalBackend) -> None:
    with time_machine.travel(OPEN, tick=False):
        async with sqlite.services() as services:
            known = (await log(services, "bench 60x5w 100x5x3 80x8d rpe8", LEGS)).id
            workout = await services.workouts.get(known)
            bench = workout.exercise_executions[0].exercise.id
            sets = [SetCreate(reps=5, duration_s=30), SetCreate(reps=3)]
            done = [ExecutionCreate(exercise_id=bench, note="a\tb\nc", sets=sets)]
            await services.workouts.create(
                WorkoutCreate(
                    name="Push",
                    tags=["heavy", "two words"],
                    timezone="Europe/Berlin",
                    started_at=OPEN,
                    exercise_executions=done,
                )
            )
            await services.sets.delete(
                known, workout.exercise_executions[0].id, workout.exercise_executions[0].sets[1].id
            )
    text = await dumped(sqlite)
    words = [line.partition("\t")[0] for line in text.split("\n")]
    assert [line for line in words if re.match(r"\d", line)] == [
        "2026-11-21 18:30",
        "2026-11-21 Bench Press 60kgx5w 2x5@100kg 80kgx8d rpe8",
        "2026-11-22 13:00 Push",
        "2026-11-22 Bench Press 0kgx5 0kgx3",
    ]
    assert "exercise Bench Press" in words
    assert words[0] == "# workout dump 1"
    tails = [json.loads(line.partition("\t")[2]) for line in text.split("\n") if line[:2] == "20"]
    assert tails[2]["tags"] == ["heavy", "two words"]
    assert tails[3]["note"] == "a\tb\nc"
    assert [set(each) for each in tails[3]["sets"]] == [
        {"id", "duration_s", *("load_exact", "load_mode", "load_unit", "load_value")},
        {"id", *("load_exact", "load_mode", "load_unit", "load_value")},
    ]
    assert [each["reps"] for each in tails[1]["more"]] == [5]  # it is deleted


async def test_what_a_line_says_is_what_is_loaded(sqlite: LocalBackend, files: Files) -> None:
    async with sqlite.services() as services:
        await log(services, "bench 3x5@100kg", LEGS)
    text = (await dumped(sqlite)).replace("3x5@100kg\t", "102.5kgx5,5,4 rpe9\t")
    text = text.replace("2026-11-21 18:30\t", "2026-11-21 17:00 Push #heavy\t")
    other, _ = files.new()
    await loaded(other, text)
    async with other.services(readonly=True) as services:
        (workout,) = (await services.transfer.export()).workouts
    assert (workout.name, workout.tags) == ("Push", ["heavy"])
    assert workout.started_at == datetime(2026, 11, 21, 17, tzinfo=UTC)
    sets = workout.exercise_executions[0].sets
    assert [each.reps for each in sets] == [5, 5, 4]
    assert {(each.load_kg, each.rpe) for each in sets} == {(Decimal("102.5"), Decimal(9))}


def cut(text: str) -> str:
    return text[: text.rindex("\n", 0, -1) + 1]


def swapped(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


DAMAGE: Final[dict[str, tuple[Callable[[str], Any], str]]] = {
    "empty": (lambda _: "", "line 1: this is no dump"),
    "another file": (lambda _: "Date,Workout Name\n", "line 1: this is no dump"),
    "bytes": (lambda text: text.encode() + b"\xff\n", "not in UTF-8"),
    "NULs": (lambda _: b"\0" * 1000, "line 1: this is no dump"),
    "newer": (swapped("dump 1\t", "dump 2\t"), "by a newer version"),
    "newer tables": (swapped('"revision":"0', '"revision":"9'), "by a newer version"),
    "cut off": (cut, "is cut off after line"),
    "cut in a line": (lambda text: text[: len(text) // 2], "line"),
    "a line lost": (
        lambda text: "".join(re.sub(r"\nmuscle[^\n]*", "", text)),
        "1 exercise_muscles were written, and there are 0",
    ),
    "twice": (lambda text: text + text, "something stands behind the end"),
    "not JSON": (swapped('{"created_at"', '{"created_at', ), "line 1: this is no dump"),
    "no object": (swapped("\nuser\t{", "\nuser\t[{"), "line 3: what stands behind the tab"),
    "an unknown word": (swapped("\nalias ", "\nnickname "), "no word that is known"),
    "a column lost": (swapped('alias ms\t{"cr', 'alias ms\t{"cr_'), "created_at of exercise_aliases is missing"),
    "one column more": (swapped("\nalias ms\t{", '\nalias ms\t{"sort":1,'), "no column 'sort'"),
    "a wrong value": (swapped('"version":1', '"version":"1"'), "version of exercises cannot be '1'"),
    "a huge number": (swapped('"version":1', f'"version":{2**63}'), "cannot be"),
    "an endless number": (swapped("2026-11-01 140 kg", "2026-11-01 1e999999 kg"), "cannot be"),
    "no day": (swapped("training-max 2026-11-01", "training-max 2026-11-31"), "cannot be"),
    "an escape": (swapped("alias ms", "alias m\x1bs"), "cannot be"),
    "another set": (swapped("Plank 3x60s", "Plank 4x60s"), "it says 4 sets, and tells details of 3"),
    "no notation": (swapped("Plank 3x60s", "Plank 3x60s huh"), "line"),
    "a relative load": (swapped(" 100kgx5 80kg", " last x5 80kg"), "line"),
    "an unknown exercise": (swapped("2026-11-20 Plank", "2026-11-20 Plonk"), "no line above is of"),
    "another day": (swapped("2026-11-20 Plank", "2026-11-19 Plank"), "no workout of 2026-11-19"),
    "no such day": (swapped("2026-11-20 Plank", "2026-11-40 Plank"), "2026-11-40 is no day"),
    "sets that are none": (swapped('"sets":[{', '"sets":[[],{'), "no list of objects"),
    "a row twice": (
        lambda text: re.sub(r"(\nmuscle[^\n]*)", r"\1\1", text).replace(
            '"exercise_muscles":1', '"exercise_muscles":2'
        ),
        "lines 3 to",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def furnished_text(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> dict[str, str]:
    backend, _ = Files(tmp_path_factory.mktemp("furnished"), empty_file).new()
    backend.run(furnished(backend))
    return {form: backend.run(dumped(backend, form)) for form in FORMS}


@pytest.mark.parametrize("name", DAMAGE)
async def test_a_damaged_dump_is_refused_whole(
    files: Files, furnished_text: dict[str, str], name: str
) -> None:
    damage, message = DAMAGE[name]
    backend, url = files.new()
    before = every_row(url)
    # That a row stands twice only the database sees.
    for how in ({}, {"dry_run": True}) if name != "a row twice" else ({},):
        with pytest.raises(WorkoutError) as caught:
            await loaded(backend, damage(furnished_text["text"]), **how)
        assert message in caught.value.message
        assert caught.value.hints
    assert every_row(url) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('workout.dump/1"', 'workout.export/1"', "line 1: this is no dump"),
        ('workout.dump/1"', 'workout.dump/2"', "by a newer version"),
        ('"table":"sets"', '"table":"access_tokens"', "there is no table 'access_tokens' here"),
        ('"table":"sets"', '"table":["sets"]', "there is no table"),
        ('{"end":', '{"fin":', "there is no table 'None' here"),
        ('"sets":', '"setz":', "were written, and there are"),
    ],
)
async def test_damaged_json_is_refused_whole(
    files: Files, furnished_text: dict[str, str], old: str, new: str, message: str
) -> None:
    backend, url = files.new()
    before = every_row(url)
    text = (
        furnished_text["json"].replace('"schema":"workout.dump/1"', '"schema":"x"')
        if "x" in new
        else furnished_text["json"].replace(old, new)
    )
    with pytest.raises(InvalidError, match=message):
        await loaded(backend, text)
    assert every_row(url) == before


async def test_a_dry_run_counts_and_writes_nothing(
    files: Files, furnished_text: dict[str, str]
) -> None:
    backend, url = files.new()
    before = every_row(url)
    for form in FORMS:
        told = await loaded(
            backend, f"\ufeff{furnished_text[form]}".replace("\n", "\r\n"), dry_run=True
        )
        assert (told.rows["workouts"], told.rows["sets"], told.dry_run) == (3, 12, True)
    assert every_row(url) == before


async def test_a_line_without_an_end_is_not_waited_for(files: Files) -> None:
    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size < 1 << 28
            return b"#" * size

    backend, _ = files.new()
    async with backend.services(readonly=True) as services:
        with pytest.raises(InvalidError, match="line 1: it is longer than"):
            await load_dump(services.dump, Endless())


async def test_the_service_looks_at_what_it_is_given(sqlite: LocalBackend) -> None:
    async with sqlite.services() as services:
        with pytest.raises(NotFoundError, match="no table 'access_tokens'"):
            await services.dump.page(SECRET, DumpParams())
        for part in (DumpPart(rows={SECRET: []}), DumpPart(links={SECRET: []})):
            with pytest.raises(NotFoundError):
                await services.dump.load(part)
        links: list[dict[str, Any]] = [{}, {"id": 1}, {"id": "x", "parent_set_id": "y"}]
        for link in links:
            with pytest.raises(InvalidError, match="A link of sets is none"):
                await services.dump.load(DumpPart(links={"sets": [link]}))


def test_every_table_is_in_a_dump() -> None:
    forms = table_forms()
    assert {*forms, *SECRETS, *DERIVED} == set(metadata.tables)
    for name, form in forms.items():
        owner = "id" if name == "users" else "user_id"
        names = {each.name for each in form.columns}
        assert names == {each.name for each in metadata.tables[name].columns} - {owner}
    words = [words_of(name) for name in forms if name not in TOGETHER]
    assert len({each.first for each in words}) == len(words)
    assert not any(each.first in ("deleted", "#") for each in words)
