"""The executions of a workout."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import NotFoundError
from workout_core.ids import new_id
from workout_core.paging import Page, PageParams
from workout_core.workouts.columns import new_set
from workout_core.workouts.folding import fold_execution, fold_workouts
from workout_core.workouts.schemas import ExecutionRead

if TYPE_CHECKING:
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.inputs import ExecutionCreate, ExecutionUpdate
    from workout_core.workouts.repository import WorkoutRepository


class ExecutionService:
    def __init__(self, repository: WorkoutRepository, exercises: ExerciseRepository) -> None:
        self._repository = repository
        self._exercises = exercises

    async def list(self, workout_id: UUID, params: PageParams) -> Page[ExecutionRead]:
        """What was done in a workout, in order, with its sets."""
        workout = await self._workout(workout_id)
        executions = await self._repository.executions([workout_id])
        sets = await self._repository.sets([workout_id])
        items = fold_workouts([workout], executions, sets)[0].exercise_executions
        return Page[ExecutionRead].of(items, params)

    async def get(self, workout_id: UUID, execution_id: UUID) -> ExecutionRead:
        """An exercise done in a workout, with its sets."""
        row = await self._row(workout_id, execution_id)
        return fold_execution(row, await self._repository.sets_of(execution_id))

    async def create(self, workout_id: UUID, data: ExecutionCreate) -> ExecutionRead:
        """Add an exercise, with its sets, at the end of a workout."""
        workout = await self._workout(workout_id)
        await self._exercises.require(data.exercise_id)
        execution = await self._repository.add_execution(
            workout,
            {
                **data.model_dump(exclude={"sets", "id"}),
                "id": data.id or new_id(),
                "position": await self._repository.next_execution(workout_id),
            },
        )
        sets = [new_set(each.model_dump()) for each in data.sets]
        await self._repository.add_sets(workout, execution, sets)
        return await self.get(workout_id, execution["id"])

    async def update(
        self, workout_id: UUID, execution_id: UUID, data: ExecutionUpdate
    ) -> ExecutionRead:
        """Change what is given of an execution; its sets follow it to another exercise."""
        row = await self._row(workout_id, execution_id)
        values = data.changes()
        if "exercise_id" in values:
            await self._exercises.require(values["exercise_id"])
            for each in await self._repository.sets_of(execution_id):
                await self._repository.change_set(each, {"exercise_id": values["exercise_id"]})
        await self._repository.change_execution(row, values)
        return await self.get(workout_id, execution_id)

    async def delete(self, workout_id: UUID, execution_id: UUID) -> None:
        """Take an exercise and its sets out of a workout."""
        row = await self._row(workout_id, execution_id)
        await self._repository.delete_execution(row)

    async def _workout(self, workout_id: UUID) -> Row:
        if row := await self._repository.by_id(workout_id):
            return row
        raise NotFoundError(f"There is no workout {workout_id}")

    async def _row(self, workout_id: UUID, execution_id: UUID) -> Row:
        if row := await self._repository.execution(workout_id, execution_id):
            return row
        raise NotFoundError(f"There is no execution {execution_id} in workout {workout_id}")
