"""Workouts as texts, for the tests of what is rendered and read back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from tests.acting import acting
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.text_schemas import WorkoutTextUpdate

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.schemas import WorkoutRead
    from workout_core.workouts.text_schemas import WorkoutText

AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
HEAD = """\
name:
start: 2026-11-20 18:30
end:
tags:
bodyweight:
note:
"""


async def log(backend: Backend, *lines: str) -> WorkoutRead:
    """A workout of some lines."""
    async with backend.services() as services:
        for line in lines:
            logged = await services.log.add(WorkoutLog(text=line, at=AT))
    assert logged.workout
    return await read(backend, logged.workout.id)


async def read(backend: Backend, workout_id: UUID) -> WorkoutRead:
    async with backend.services(readonly=True) as services:
        return await services.workouts.get(workout_id)


async def text_of(backend: Backend, workout_id: UUID) -> WorkoutText:
    async with backend.services(readonly=True) as services:
        return await services.texts.get(workout_id)


async def write(
    backend: Backend, workout_id: UUID, text: str, version: str | None = None
) -> WorkoutRead:
    async with backend.services() as services:
        data = WorkoutTextUpdate(text=text, version=version)
        return await services.texts.replace(workout_id, data)


async def edit(backend: Backend, workout_id: UUID, *changes: tuple[str, str]) -> WorkoutRead:
    """The workout after some passages of its text were replaced by others."""
    text = await text_of(backend, workout_id)
    edited = text.text
    for old, new in changes:
        assert edited.count(old) == 1, edited
        edited = edited.replace(old, new)
    return await write(backend, workout_id, edited, text.version)


def body(text: str) -> list[str]:
    """The lines under the headers."""
    return [line for line in text.partition("\n\n")[2].splitlines() if line]


async def journal(local: LocalBackend) -> int:
    async with acting(local.database, readonly=True) as executor:
        return len(await executor.all("operations.every", user_id=1))
