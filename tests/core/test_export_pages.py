"""Whole workouts a page at a time, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from workout_core.errors import NotFoundError
from workout_core.transfer.schemas import WorkoutPageParams
from workout_core.workouts.inputs import WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

START = datetime(2026, 3, 2, 23, tzinfo=UTC)


async def paged(services: Services, size: int, **days: date) -> list[WorkoutRead]:
    """All workouts, read a page after another."""
    found: list[WorkoutRead] = []
    page = await services.transfer.workouts(WorkoutPageParams(size=size, **days))
    found += page.workouts
    while page.next:
        params = WorkoutPageParams(size=size, after=page.next, **days)
        page = await services.transfer.workouts(params)
        assert 0 < len(page.workouts) <= size
        found += page.workouts
    return found


def place(workout: WorkoutRead) -> tuple[date, datetime, UUID]:
    return workout.local_date, workout.started_at, workout.id


async def test_pages_hold_every_workout_once_and_in_order(backend: Backend) -> None:
    """Some began at one moment, some on one day, and one on an earlier day at a later moment."""
    async with backend.services() as services:
        for hours, zone in ((0, "UTC"), (0, "UTC"), (0, "UTC"), (1, "America/Lima"), (30, "UTC")):
            at = START + timedelta(hours=hours)
            await services.workouts.create(WorkoutCreate(started_at=at, timezone=zone))
        gone = await services.workouts.create(WorkoutCreate(started_at=START, timezone="UTC"))
        await services.workouts.delete(gone.id)
        await services.log.add(WorkoutLog(text="bench 5x5@100kg", at=START, timezone="UTC"))
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
        assert len(document.workouts) == 5
        assert sum(each.sets for each in document.workouts) == 5
        for size in (1, 2, 5, 100):
            assert await paged(services, size) == document.workouts
        day = date(2026, 3, 2)
        assert await paged(services, 3, since=day, until=day) == document.workouts[:4]
        assert await paged(services, 3, since=date(2026, 3, 4)) == document.workouts[4:]
        assert await paged(services, 3, until=date(2026, 3, 1)) == []
        follows = await services.transfer.workouts(WorkoutPageParams(after=gone.id))
        assert follows.workouts == [each for each in document.workouts if place(each) > place(gone)]
        with pytest.raises(NotFoundError):
            await services.transfer.workouts(WorkoutPageParams(after=UUID(int=5)))
