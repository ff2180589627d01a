"""What is done in an open workout, and how it is told, in a line each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.ids import new_id
from workout_core.live.schemas import (
    LiveAdd,
    LiveBoard,
    LiveFilters,
    LiveLog,
    LiveLogged,
    LivePlanned,
)
from workout_core.operations.schemas import UndoRequest
from workout_core.units import plain
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.backend import Backend
    from workout_core.live.schemas import LiveSlot
    from workout_core.services import Services
    from workout_core.workouts.schemas import SetRead

DAY: Final = timedelta(days=1)


def ago(days: float) -> datetime:
    return datetime.now(UTC) - days * DAY


async def logged(backend: Backend, text: str, days: float = 7) -> UUID:
    async with backend.services() as services:
        done = await services.log.add(WorkoutLog(text=text, at=ago(days)))
    assert done.workout
    return done.workout.id


async def add(services: Services, exercise: str, text: str | None = None, **how: Any) -> UUID:
    data = LiveAdd(id=new_id(), exercise=exercise, text=text, **how)
    return (await services.live.add(data)).execution_id


async def planned(backend: Backend, exercise: str, text: str | None = None, **how: Any) -> UUID:
    async with backend.services() as services:
        return await add(services, exercise, text, **how)


async def board(backend: Backend, **how: Any) -> LiveBoard:
    async with backend.services(readonly=True) as services:
        return await services.live.board(LiveFilters(**how))


async def log(backend: Backend, execution: UUID, text: str | None = None, **how: Any) -> LiveLogged:
    async with backend.services() as services:
        data = LiveLog(**{"id": new_id(), "text": text, **how})
        return await services.live.log(execution, data)


async def undo(backend: Backend, count: int = 1) -> list[str]:
    async with backend.services() as services:
        done = await services.operations.undo(UndoRequest(count=count))
    return [each.summary for each in done.items]


def spelled(sets: Any) -> list[str]:
    return [
        f"{plain(each.load_value or Decimal(0)):f}x{each.reps}"
        if each.reps
        else f"{plain(each.duration_s or Decimal(0)):f}s"
        for each in sets
    ]


def aim(each: SetRead) -> str:
    """What was prescribed of a set."""
    assert each.target_load_value is not None
    return f"{plain(each.target_load_value):f}x{each.target_reps}"


def left(slot: LiveSlot | LivePlanned) -> list[str]:
    return spelled(slot.planned)
