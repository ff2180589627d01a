"""Undo and redo, for the tests of what they do."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from workout_core.operations.schemas import UndoRequest
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.workouts.schemas import WorkoutRead

AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)


async def log(backend: Backend, text: str) -> WorkoutRead:
    async with backend.services() as services:
        logged = await services.log.add(WorkoutLog(text=text, at=AT))
        assert logged.workout
        return await services.workouts.get(logged.workout.id)


async def undo(backend: Backend, count: int = 1) -> list[str]:
    async with backend.services() as services:
        done = await services.operations.undo(UndoRequest(count=count))
    return [each.summary for each in done.items]


async def redo(backend: Backend, count: int = 1) -> list[str]:
    async with backend.services() as services:
        done = await services.operations.redo(UndoRequest(count=count))
    return [each.summary for each in done.items]


async def state(backend: Backend) -> Any:
    """Everything that the user has, but for when it was written."""
    async with backend.services(readonly=True) as services:
        everything = await services.transfer.export()
    return _timeless(everything.model_dump(exclude={"exported_at"}))


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _timeless(each) for name, each in value.items() if name != "updated_at"}
    return [_timeless(each) for each in value] if isinstance(value, list) else value
