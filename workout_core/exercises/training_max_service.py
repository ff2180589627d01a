"""Training maxes: the loads that shares (`85%`) are taken of, each from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import NotFoundError
from workout_core.exercises.schemas import TrainingMaxRead, TrainingMaxSet
from workout_core.paging import Page, PageParams
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from typing import Any

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository


class TrainingMaxService:
    def __init__(self, exercises: ExerciseRepository, accounts: AccountRepository) -> None:
        self._exercises = exercises
        self._accounts = accounts

    async def list(self, exercise_id: UUID, at: PageParams) -> Page[TrainingMaxRead]:
        """The training maxes of an exercise, the newest first."""
        rows = await self._exercises.training_maxes(exercise_id)
        if not rows and (await self._exercises.index()).get(exercise_id) is None:
            raise NotFoundError(f"There is no exercise {exercise_id}")
        return Page[TrainingMaxRead].of(
            [TrainingMaxRead.model_validate(row) for row in reversed(rows)], at
        )

    async def set(self, exercise_id: UUID, data: TrainingMaxSet) -> TrainingMaxRead:
        """Give an exercise a training max from a day on; another one of that day gives way."""
        exercise = await self._exercises.require(exercise_id)
        values = await training_max_values(data, exercise, self._exercises, self._accounts)
        row = await self._exercises.put_training_max(exercise_id, values)
        return TrainingMaxRead.model_validate(row)

    async def delete(self, exercise_id: UUID, training_max_id: UUID) -> None:
        """Take a training max back; the one before it is in force again."""
        for row in await self._exercises.training_maxes(exercise_id):
            if row["id"] == training_max_id:
                await self._exercises.remove_training_max(row)
                return
        raise NotFoundError(f"There is no training max {training_max_id} of this exercise")


async def training_max_values(
    data: TrainingMaxSet, exercise: Row, exercises: ExerciseRepository, accounts: AccountRepository
) -> dict[str, Any]:
    """The columns of a training max; its unit is the exercise's and its day today where they are not given."""
    profile = await accounts.profile()
    today = exercises.now.astimezone(local_zone(profile["timezone"] or "UTC")).date()
    return {
        "value": data.value,
        "unit": data.unit or exercise["unit"] or profile["unit"],
        "since": data.since or today,
    }
