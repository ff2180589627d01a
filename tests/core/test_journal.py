"""The operation log holds what every change was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.acting import acting
from workout_core.workouts.inputs import SetUpdate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.db.backend import LocalBackend

AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


async def operations(backend: LocalBackend) -> list[dict[str, Any]]:
    """Every entry of the log, in order."""
    async with acting(backend.database, readonly=True) as executor:
        return await executor.all("operations.every", user_id=1)


async def test_what_is_made_together_is_one_batch(local: LocalBackend) -> None:
    async with local.services() as services:
        await services.log.add(WorkoutLog(text="bench 100x5x2", at=AT))
    made = await operations(local)
    assert [each["entity"] for each in made] == ["workout", "exercise_execution", "set", "set"]
    assert {each["action"] for each in made} == {"create"}
    assert len({each["batch_id"] for each in made}) == 1
    assert made[2]["before"] is None
    assert made[2]["after"]["load_value"] == "100"
    assert made[0]["device"]


async def test_a_change_keeps_both_sides(local: LocalBackend) -> None:
    async with local.services() as services:
        logged = await services.log.add(WorkoutLog(text="bench 100x5", at=AT))
        assert logged.workout
        workout = await services.workouts.get(logged.workout.id)
    execution = workout.exercise_executions[0]
    async with local.services() as services:
        await services.sets.update(
            workout.id, execution.id, execution.sets[0].id, SetUpdate(reps=6)
        )
    async with local.services() as services:
        await services.sets.delete(workout.id, execution.id, execution.sets[0].id)
    changed, deleted = (await operations(local))[-2:]
    assert (changed["action"], changed["before"]["reps"], changed["after"]["reps"]) == (
        "update",
        5,
        6,
    )
    assert set(changed["after"]) == {"reps", "updated_at", "version"}
    assert deleted["action"] == "delete"
    assert deleted["after"]["deleted_at"]


async def test_what_failed_is_not_in_it(local: LocalBackend) -> None:
    with pytest.raises(RuntimeError, match="on purpose"):
        async with local.services() as services:
            await services.log.add(WorkoutLog(text="bench 100x5", at=AT))
            raise RuntimeError("on purpose")
    assert await operations(local) == []
