"""Merging exercises, through the services, on every backend."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.acting import acting
from workout_core.errors import ConflictError, InvalidError, NotFoundError
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseDetails,
    ExerciseReference,
    TrainingMaxSet,
)
from workout_core.ids import new_id
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.merge_schemas import MergeInto, MergeRead
from workout_core.workouts.schemas import WorkoutReference

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.services import Services


async def details(services: Services, name: str) -> ExerciseDetails:
    return await services.exercises.details(ExerciseReference(name=name))


async def merge(services: Services, one: str, other: str, *, dry_run: bool = False) -> MergeRead:
    found = await details(services, one)
    into = (await details(services, other)).id
    return await services.merging.merge(found.id, MergeInto(into=into, dry_run=dry_run))


async def log(services: Services, text: str, day: date | None = None) -> str:
    return (await services.log.add(WorkoutLog(text=text, day=day))).entries[0].exercise


async def test_what_was_done_of_ones_own_becomes_anothers(backend: Backend) -> None:
    async with backend.services() as services:
        made = ExerciseCreate(name="Barbell Bench of Mine", aliases=["mine"])
        own = await services.exercises.create(made)
        await log(services, "mine 100x5x3", date(2026, 11, 2))
        await log(services, "mine 100x5x2", date(2026, 11, 9))
        await log(services, "bench 110x5", date(2026, 11, 9))
    async with backend.services(readonly=True) as services:
        told = await merge(services, "mine", "bench", dry_run=True)
        assert (await details(services, "mine")).sets == 5
    async with backend.services() as services:
        merged = await merge(services, "mine", "bench")
        bench = await details(services, "bench")
        assert await log(services, "mine 100x5") == "Bench Press"
        assert await log(services, "barbell bench of mine 100x5") == "Bench Press"
        assert (await details(services, "barbell-bench-of-mine")).id == bench.id
        shown = await services.workouts.find(WorkoutReference(text="last"))
        with pytest.raises(NotFoundError):
            await services.exercises.get(own.id)
    assert (told.workouts, told.sets, told.dry_run) == (2, 5, True)
    assert merged == told.model_copy(update={"dry_run": False})
    assert merged.names == ["Barbell Bench of Mine", "mine"]
    assert (bench.workouts, bench.sets, bench.last_date) == (2, 6, date(2026, 11, 9))
    assert {each.exercise.name for each in shown.exercise_executions} == {"Bench Press"}


async def test_one_of_the_catalogue_is_hidden_and_its_names_lead_on(backend: Backend) -> None:
    async with backend.services() as services:
        assert await log(services, "bench 100x5") == "Bench Press"
        await services.exercises.create(ExerciseCreate(name="Competition Thing"))
        await merge(services, "bench", "competition thing")
        other = await details(services, "competition thing")
        for name in ("bench", "bp", "Bench Press", "barbell-bench-press"):
            assert await log(services, f"{name} 100x5") == "Competition Thing"
        assert "Bench Press" in other.aliases
        assert (other.workouts, other.sets) == (1, 1)


async def test_training_maxes_go_along_where_there_are_none(backend: Backend) -> None:
    def load(value: int) -> TrainingMaxSet:
        return TrainingMaxSet(value=Decimal(value), since=date(2026, 1, 5))

    async with backend.services() as services:
        for name, value in (("One Thing", 100), ("Another Thing", 120)):
            own = await services.exercises.create(ExerciseCreate(name=name))
            await services.training_maxes.set(own.id, load(value))
        await merge(services, "one thing", "bench")
        await merge(services, "another thing", "bench")
        assert [each.value for each in (await details(services, "bench")).training_maxes] == [100]


@pytest.mark.parametrize(
    ("one", "other", "kind", "why"),
    [
        ("bench", "bench press", InvalidError, "into itself"),
        ("bench", "plank", ConflictError, "tracked by weight and reps, Plank by duration"),
    ],
)
async def test_what_does_not_go_together(
    backend: Backend, one: str, other: str, kind: type[Exception], why: str
) -> None:
    with pytest.raises(kind, match=why):
        async with backend.services() as services:
            await merge(services, one, other)


async def test_nothing_merges_with_nothing(backend: Backend) -> None:
    async with backend.services() as services:
        bench = await details(services, "bench")
        for one, other in ((new_id(), bench.id), (bench.id, new_id())):
            with pytest.raises(NotFoundError):
                await services.merging.merge(one, MergeInto(into=other))


async def test_a_name_that_is_given_to_a_third_stays_there(backend: Backend) -> None:
    async with backend.services() as services:
        squat = await details(services, "squat")
        await services.exercises.change_aliases(squat.id, AliasChange(add=["bp"], move=True))
        merged = await merge(services, "bench", "incline bench press")
        assert await log(services, "bp 100x5") == "Squat"
    assert "bp" not in merged.names


async def test_every_row_that_changed_is_in_the_journal_once(local: LocalBackend) -> None:
    async with local.services() as services:
        own = await services.exercises.create(ExerciseCreate(name="One Thing", aliases=["mine"]))
        await log(services, "mine 100x5x50", date(2026, 11, 2))
        deleted = (
            await services.log.add(WorkoutLog(text="mine 90x5", day=date(2026, 11, 9)))
        ).workout
        assert deleted
        await services.workouts.delete(deleted.id)
        bench = await details(services, "bench")
    async with local.services() as services:
        await merge(services, "mine", "bench")
    async with acting(local.database, readonly=True) as executor:
        every = await executor.all("operations.every", user_id=1)
        rows = {
            row["id"]: row
            for name in ("workouts.sets_to_move", "workouts.executions_to_move")
            for row in await executor.all(name, user_id=1, exercise_id=bench.id)
        }
    batch = [each for each in every if each["batch_id"] == every[-1]["batch_id"]]
    moved = [each for each in batch if "exercise_id" in (each["before"] or {}) and each["after"]]
    assert len(moved) == len(rows) == 51 + 2
    for each in moved:
        row = rows[each["entity_id"]]
        assert each["action"] == "update"
        assert each["before"]["exercise_id"] == str(own.id)
        assert each["after"]["exercise_id"] == str(row["exercise_id"]) == str(bench.id)
        assert each["before"]["version"] + 1 == each["after"]["version"] == row["version"]
    others: list[Any] = [(each["entity"], each["action"]) for each in batch if each not in moved]
    assert others == [("alias", "delete"), ("exercise", "delete"), *[("alias", "create")] * 2]
