"""The sets of an execution."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import NotFoundError
from workout_core.paging import Page, PageParams
from workout_core.workouts.columns import new_set, with_exact_load
from workout_core.workouts.folding import fold_set
from workout_core.workouts.order import numbered, placed
from workout_core.workouts.schemas import SetRead

if TYPE_CHECKING:
    from workout_core.db.executor import Row
    from workout_core.workouts.inputs import SetCreate, SetUpdate
    from workout_core.workouts.repository import WorkoutRepository


class SetService:
    def __init__(self, repository: WorkoutRepository) -> None:
        self._repository = repository

    async def list(self, workout_id: UUID, execution_id: UUID, params: PageParams) -> Page[SetRead]:
        """The sets of an execution, in order."""
        await self._execution(workout_id, execution_id)
        items = [fold_set(row) for row in await self._repository.sets_of(execution_id)]
        return Page[SetRead].of(items, params)

    async def get(self, workout_id: UUID, execution_id: UUID, set_id: UUID) -> SetRead:
        """One set."""
        return fold_set(await self._row(workout_id, execution_id, set_id))

    async def create(self, workout_id: UUID, execution_id: UUID, data: SetCreate) -> SetRead:
        """Add a set at the end of an execution."""
        execution = await self._execution(workout_id, execution_id)
        workout = await self._repository.by_id(workout_id)
        if workout is None:
            raise NotFoundError(f"There is no workout {workout_id}")
        rows = await self._repository.add_sets(workout, execution, [new_set(data.model_dump())])
        return fold_set(rows[0])

    async def update(
        self, workout_id: UUID, execution_id: UUID, set_id: UUID, data: SetUpdate
    ) -> SetRead:
        """Change what is given of a set."""
        row = await self._row(workout_id, execution_id, set_id)
        values = data.changes()
        place = values.pop("position", None)
        if "distance_m" in values:
            values |= {"distance_value": None, "distance_unit": None}
        before = await self._repository.sets_of(execution_id)
        await self._repository.change_set(row, with_exact_load({**row, **values}))
        if place is not None:
            rows = await self._repository.sets_of(execution_id)
            for each, position in numbered(placed(rows, set_id, place)):
                await self._repository.change_set(each, {"position": position})
        await self._repository.relink(execution_id, before)
        return await self.get(workout_id, execution_id, set_id)

    async def delete(self, workout_id: UUID, execution_id: UUID, set_id: UUID) -> None:
        """Take a set out of an execution; the first that followed it takes its place."""
        row = await self._row(workout_id, execution_id, set_id)
        await self._repository.delete_set(row)

    async def _execution(self, workout_id: UUID, execution_id: UUID) -> Row:
        if row := await self._repository.execution(workout_id, execution_id):
            return row
        raise NotFoundError(f"There is no execution {execution_id} in workout {workout_id}")

    async def _row(self, workout_id: UUID, execution_id: UUID, set_id: UUID) -> Row:
        if row := await self._repository.set_(workout_id, execution_id, set_id):
            return row
        raise NotFoundError(f"There is no set {set_id} in execution {execution_id}")
