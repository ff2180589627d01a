"""Undo and redo of imports, on every backend."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.undoing import log, redo, state, undo
from workout_core.errors import ConflictError
from workout_core.ids import new_id
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.workouts.inputs import (
    SetCreate,
)

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.transfer.schemas import ImportRead


def imported(*days_of_march: int) -> ImportData:
    bench = ImportedExecution(exercise="Bench Press", sets=[ImportedSet(reps=5)])
    workouts = [
        ImportedWorkout(
            source_key=f"march {day}",
            name="Push",
            started_at=datetime.fromisoformat(f"2026-03-{day:02}T18:00"),
            executions=[bench, ImportedExecution(exercise="Zorbing", sets=[ImportedSet(reps=9)])],
        )
        for day in days_of_march
    ]
    return ImportData(
        id=new_id(), source="strong", sha256="0" * 64, timezone="UTC", workouts=workouts
    )


async def load(backend: Backend, *days_of_march: int) -> ImportRead:
    async with backend.services() as services:
        return await services.imports.load(imported(*days_of_march))


async def test_an_import_is_undone_and_can_be_made_again(backend: Backend) -> None:
    await log(backend, "bench 100x5")
    before = await state(backend)
    await load(backend, 2, 4)
    after = await state(backend)
    assert await undo(backend) == ["imported 2 workouts from Strong"]
    assert await state(backend) == before
    assert await redo(backend) == ["imported 2 workouts from Strong"]
    assert await state(backend) == after
    await undo(backend)
    again = await load(backend, 2, 4, 6)
    assert (again.new, again.deleted) == (3, 0)
    with pytest.raises(ConflictError, match="left to redo"):
        await redo(backend)
    whole = await state(backend)
    assert len(whole["imports"]) == 1
    assert [each["source"] for each in whole["workouts"]] == ["strong"] * 3 + [None]
    assert await undo(backend) == ["imported 3 workouts from Strong"]
    assert await state(backend) == before
    assert await redo(backend, 2) == ["imported 3 workouts from Strong"]
    assert await state(backend) == whole


async def test_an_import_comes_back_without_what_was_added_to_it(backend: Backend) -> None:
    """Both were undone at once, yet each is a change of its own."""
    await load(backend, 2)
    fresh = await state(backend)
    async with backend.services() as services:
        push = (await services.workouts.day(date(2026, 3, 2))).workouts[0]
        await services.sets.create(push.id, push.exercise_executions[0].id, SetCreate(reps=3))
    assert await undo(backend, 2) == [
        "logged Bench Press 3 (1 set)",
        "imported 1 workout from Strong",
    ]
    await redo(backend)
    assert await state(backend) == fresh


async def test_a_workout_of_an_import_that_was_deleted_stays_so(backend: Backend) -> None:
    await load(backend, 2, 4)
    async with backend.services() as services:
        push = (await services.workouts.day(date(2026, 3, 2))).workouts[0]
        await services.workouts.delete(push.id)
    before = await state(backend)
    await undo(backend, 2)
    await redo(backend, 2)
    assert await state(backend) == before
    assert (await load(backend, 2, 4)).deleted == 1
