"""Workouts as text, on random workouts with random edits: what stays is untouched, what changed is as typed."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acting import acting
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.errors import InvalidError, NotationError
from workout_core.exercises.names import NameIndex
from workout_core.vocabulary import DistanceUnit, EffortScale, SetKind, Side, values
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate
from workout_core.workouts.notation.parser import parse
from workout_core.workouts.text.lines import TextNames, typed_text
from workout_core.workouts.text_schemas import WorkoutTextUpdate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from uuid import UUID

    from workout_core.workouts.schemas import WorkoutRead

AT: Final = datetime(2026, 11, 20, 18, 30, 5, 17, tzinfo=UTC)
NAMES: Final = NameIndex()
EXERCISES: Final = [
    found.id
    for name in ("bench", "squat", "row", "pullup", "pushup", "plank", "dead hang", "run", "carry")
    if (found := NAMES.find(name))
]
NOTES: Final = st.none() | st.text("ab /#+:1x\n\té[", max_size=12)


def numbers(most: int, places: int = 1) -> st.SearchStrategy[Decimal | None]:
    return st.none() | st.none() | st.decimals(0, most, places=places)


@st.composite
def sets(draw: st.DrawFn) -> SetCreate:
    """Any set that can be stored, sensible or not."""
    mode = draw(st.sampled_from([None, "absolute", "added", "assisted", "bodyweight"]))
    loaded = mode not in (None, "bodyweight")
    found: dict[str, Any] = {
        "load_mode": mode,
        "load_value": draw(st.decimals(0, 300, places=1)) if loaded else None,
        "load_unit": draw(st.sampled_from(["kg", "lb"])) if loaded else None,
        "kind": draw(st.sampled_from(["working", "working", *values(SetKind)])),
        "side": draw(st.sampled_from([None, None, *values(Side)])),
        "reps": draw(st.none() | st.integers(0, 12)),
        "duration_s": draw(numbers(4000)),
        "distance_m": draw(numbers(4000)),
        "elevation_m": draw(numbers(50)),
        "rpe": draw(numbers(10)),
        "rest_s": draw(numbers(300)),
        "tempo": draw(st.sampled_from([None, None, "3010", "slow"])),
        "amrap": draw(st.booleans()),
        "failed": draw(st.booleans()),
        "hr_max": draw(st.none() | st.integers(20, 300)),
        "note": draw(NOTES),
    }
    if found["rpe"] is not None:
        found["effort_scale"] = draw(st.sampled_from([None, *values(EffortScale)]))
    if draw(st.booleans()):
        found["distance_value"] = draw(numbers(100))
        found["distance_unit"] = draw(st.sampled_from(values(DistanceUnit)))
    return SetCreate(**found)


EXECUTIONS: Final = st.builds(
    ExecutionCreate,
    exercise_id=st.sampled_from(EXERCISES),
    superset_group=st.sampled_from([None, None, 1, 2]),
    note=NOTES,
    sets=st.lists(sets(), max_size=3).map(lambda some: some * 2),
)
WORKOUTS: Final = st.builds(
    WorkoutCreate,
    started_at=st.just(AT),
    note=NOTES,
    tags=st.lists(st.sampled_from(["a", "b, c", 'd"', "é"]), unique=True),
    exercise_executions=st.lists(EXECUTIONS, min_size=1, max_size=5),
)
LINES: Final = st.sampled_from(
    [
        "Bench Press 100kgx5",
        "Bench Press 100kgx5,4 80kgx8d // note",
        "Squat 3x5@140kg rpe8 + Pull-up 3x8",
        "Plank 3x60s",
        "Run 5km 25:00",
    ]
)


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    """What to do with lines, and with which."""
    kinds = st.sampled_from(list(EDITS))
    places = st.integers(0, 8)
    return draw(st.lists(st.tuples(kinds, places, places, LINES), max_size=4))


EDITS: Final[Mapping[str, Callable[[list[str], int, int, str], object]]] = {
    "drop": lambda lines, at, _, __: lines.pop(at),
    "move": lambda lines, at, other, _: lines.insert(other, lines.pop(at)),
    "double": lambda lines, at, other, _: lines.insert(at, lines[other]),
    "put": lambda lines, at, _, line: lines.insert(at, line),
    "digit": lambda lines, at, other, _: lines.__setitem__(
        at, lines[at].replace(str(other), str(other + 1), 1)
    ),
    "join": lambda lines, at, _, line: lines.__setitem__(
        at, f"{line.partition(' //')[0]} + {lines[at]}"
    ),
    "split": lambda lines, at, _, __: lines.__setitem__(slice(at, at + 1), lines[at].split(" + ")),
    "note": lambda lines, at, _, __: lines.__setitem__(at, f"{lines[at]} // more"),
}


def edited(lines: list[str], changes: list[tuple[str, int, int, str]]) -> list[str]:
    """Lines after some edits."""
    for kind, first, second, line in changes:
        if lines:
            EDITS[kind](lines, first % len(lines), second % len(lines), line)
    return lines or ["Squat 100kgx5"]


@pytest.fixture(scope="module")
def backend(empty_file: bytes, tmp_path_factory: pytest.TempPathFactory) -> LocalBackend:
    path: Path = tmp_path_factory.mktemp("texts") / "workout.db"
    path.write_bytes(empty_file)
    return LocalBackend(EmbeddedDatabase(path))


async def create(backend: LocalBackend, data: WorkoutCreate) -> WorkoutRead:
    async with backend.services() as services:
        return await services.workouts.create(data)


async def text_of(backend: LocalBackend, workout_id: UUID) -> str:
    async with backend.services(readonly=True) as services:
        return (await services.texts.get(workout_id)).text


async def write(backend: LocalBackend, workout_id: UUID, text: str) -> WorkoutRead:
    async with backend.services() as services:
        return await services.texts.replace(workout_id, WorkoutTextUpdate(text=text))


async def journal(backend: LocalBackend) -> int:
    async with acting(backend.database, readonly=True) as executor:
        return len(await executor.all("operations.every", user_id=1))


def meaning(text: str) -> list[object]:
    """What each line says and its note; a line that can't be read says itself."""
    found: list[object] = []
    for line in typed_text(text).lines:
        said: object = line.body
        with suppress(NotationError):
            said = parse(line.body, TextNames(NAMES)).entries
        found.append((said, line.note))
    return found


slow_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(slow_fixture, max_examples=settings().max_examples // 3)
@given(WORKOUTS)
def test_the_same_text_changes_nothing(backend: LocalBackend, data: WorkoutCreate) -> None:
    made = backend.run(create(backend, data))
    before = backend.run(journal(backend))
    text = backend.run(text_of(backend, made.id))
    assert backend.run(write(backend, made.id, text)) == made
    assert backend.run(journal(backend)) == before


@slow_fixture
@given(WORKOUTS, edits())
def test_a_workout_is_what_its_text_says(
    backend: LocalBackend, data: WorkoutCreate, changes: list[tuple[str, int, int, str]]
) -> None:
    made = backend.run(create(backend, data))
    head, _, body = backend.run(text_of(backend, made.id)).partition("\n\n")
    typed = "\n".join([head, "", *edited(body.splitlines(), changes)])
    try:
        after = backend.run(write(backend, made.id, typed))
    except InvalidError:
        assert backend.run(_read(backend, made.id)) == made
        return
    assert meaning(backend.run(text_of(backend, made.id))) == meaning(typed)
    assert backend.run(write(backend, made.id, typed)) == after
    positions = [each.position for each in after.exercise_executions]
    assert positions == sorted(set(positions))


async def _read(backend: LocalBackend, workout_id: UUID) -> WorkoutRead:
    async with backend.services(readonly=True) as services:
        return await services.workouts.get(workout_id)
