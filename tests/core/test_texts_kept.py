"""What the text of a workout cannot say, or says in another way, survives its editing."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.texts import AT, body, edit, journal, log, text_of, write
from workout_core.exercises.schemas import ExerciseCreate, ExerciseReference
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.schemas import WorkoutRead

ODD: list[tuple[str, dict[str, Any]]] = [
    ("bench", {"reps": 5}),
    ("bench", {"load_mode": "bodyweight", "reps": 5}),
    ("bench", {"load_value": 10, "load_unit": "kg", "load_mode": "assisted", "reps": 5}),
    ("bench", {"load_value": 10, "load_unit": "kg", "load_mode": "absolute"}),
    ("bench", {"load_value": 10, "load_unit": "kg", "load_mode": "absolute", "duration_s": 30}),
    (
        "bench",
        {
            "load_value": 10,
            "load_unit": "kg",
            "load_mode": "absolute",
            "reps": 5,
            "duration_s": 30,
            "rpe": Decimal("8.3"),
            "tempo": "slow",
            "hr_max": 180,
            "failed": True,
            "note": "x",
        },
    ),
    ("pullup", {"load_value": 10, "load_unit": "kg", "load_mode": "absolute", "reps": 5}),
    ("pullup", {"reps": 0}),
    ("pullup", {"reps": 8, "kind": "amrap", "rpe": 8}),
    ("plank", {"load_value": 10, "load_unit": "kg", "load_mode": "absolute", "duration_s": 30}),
    ("plank", {"reps": 3}),
    ("plank", {}),
    ("run", {"distance_m": 400}),
    ("run", {"distance_m": 5000, "duration_s": 1500, "elevation_m": -20}),
    ("run", {"calories": 100}),
]


async def odd(backend: Backend, name: str, values: dict[str, Any]) -> WorkoutRead:
    """A workout with two sets of a kind that the notation can't quite say."""
    async with backend.services() as services:
        exercise = (await services.exercises.find(ExerciseReference(name=name))).id
        sets = [SetCreate(**values), SetCreate(**values)]
        execution = ExecutionCreate(exercise_id=exercise, sets=sets, superset_group=3)
        return await services.workouts.create(
            WorkoutCreate(started_at=AT, exercise_executions=[execution])
        )


@pytest.mark.parametrize(("name", "values"), ODD)
async def test_what_the_notation_cannot_say_survives(
    sqlite: LocalBackend, name: str, values: dict[str, Any]
) -> None:
    made = await odd(sqlite, name, values)
    text = await text_of(sqlite, made.id)
    before = await journal(sqlite)
    assert await write(sqlite, made.id, text.text, text.version) == made
    assert await journal(sqlite) == before
    noted = await edit(sqlite, made.id, ("note:", "note: well"))
    assert noted.exercise_executions == made.exercise_executions
    line = body(text.text)[0]
    after = await write(sqlite, made.id, f"{line} // seen\nsquat 100x5")
    assert after.exercise_executions[0].sets == made.exercise_executions[0].sets
    assert after.exercise_executions[0].note == "seen"


@pytest.mark.parametrize(
    ("name", "values", "old", "new", "changed"),
    [
        ("bench", {"reps": 5}, "2x5@0kg", "0kgx5,6", {"reps": 6, "load_mode": None}),
        (
            "bench",
            ODD[5][1],
            "2x5@10kg",
            "10kgx5,6",
            {"reps": 6, "rpe": Decimal("8.3"), "duration_s": 30, "tempo": "slow", "note": "x"},
        ),
        (
            "pullup",
            ODD[6][1],
            "2x5 +10kg",
            "+10kgx5,6",
            {"reps": 6, "load_mode": "absolute"},
        ),
        (
            "run",
            {"distance_m": 400},
            "2x400m",
            "400m 0.5km",
            {"distance_m": 500, "distance_unit": "km"},
        ),
        ("pullup", ODD[8][1], "2x8 rpe8 amrap", "8 rpe8 amrap 1x8 rpe8", {"kind": "working"}),
    ],
)
async def test_what_is_not_shown_stays_where_something_else_changes(
    sqlite: LocalBackend,
    name: str,
    values: dict[str, Any],
    old: str,
    new: str,
    changed: dict[str, Any],
) -> None:
    made = await odd(sqlite, name, values)
    edited = await edit(sqlite, made.id, (old, new))
    first, second = edited.exercise_executions[0].sets
    assert first == made.exercise_executions[0].sets[0]
    assert second.id == made.exercise_executions[0].sets[1].id
    assert {key: getattr(second, key) for key in changed} == changed


@pytest.mark.parametrize("name", ["# Zzz", "note: x", "5x5 Squat", "A + B", "[red]x[/]", "жим"])
async def test_exercises_with_hostile_names_come_back(backend: Backend, name: str) -> None:
    async with backend.services() as services:
        exercise = await services.exercises.create(ExerciseCreate(name=name))
    five = SetCreate(load_value=Decimal(100), load_unit="kg", load_mode="absolute", reps=5)
    async with backend.services() as services:
        execution = ExecutionCreate(exercise_id=exercise.id, sets=[five])
        made = await services.workouts.create(
            WorkoutCreate(started_at=AT, exercise_executions=[execution])
        )
    edited = await edit(backend, made.id, ("100kgx5", "100kgx6"))
    assert edited.exercise_executions[0].exercise == made.exercise_executions[0].exercise
    assert edited.exercise_executions[0].id == made.exercise_executions[0].id
    assert edited.exercise_executions[0].sets[0].reps == 6


async def test_notes_of_many_lines_and_of_both_in_a_superset(backend: Backend) -> None:
    made = await log(backend, "bench 80x8 // one", "bench 80x8 // two")
    text = (await text_of(backend, made.id)).text
    assert body(text) == ["Bench Press 2x8@80kg // one", "  // two"]
    edited = await edit(backend, made.id, ("  // two", "  // // two [red]\n  // three"))
    assert edited.exercise_executions[0].note == "one\n// two [red]\nthree"
    bare = await edit(backend, made.id, (" // one\n  // // two [red]\n  // three", ""))
    assert bare.exercise_executions[0].note is None
    assert bare.exercise_executions[0].sets == made.exercise_executions[0].sets


async def test_chains_follow_the_sets_before_them(backend: Backend) -> None:
    made = await log(backend, "bench 100x5 80x8d 60x8d")
    edited = await edit(backend, made.id, ("100kgx5", "100kgx5 110kgx1"))
    sets = edited.exercise_executions[0].sets
    assert [each.parent_set_id for each in sets] == [None, None, sets[1].id, sets[1].id]
    gone = await edit(backend, made.id, ("100kgx5 110kgx1 ", ""))
    sets = gone.exercise_executions[0].sets
    assert [each.parent_set_id for each in sets] == [None, None]


async def test_seconds_of_the_start_are_not_lost(backend: Backend) -> None:
    async with backend.services() as services:
        at = AT + timedelta(seconds=17, microseconds=5)
        logged = await services.log.add(WorkoutLog(text="bench 80x8", at=at))
    assert logged.workout
    edited = await edit(backend, logged.workout.id, ("80kgx8", "80kgx9"))
    assert edited.started_at == at
