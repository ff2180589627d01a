"""The executions of a workout."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import InvalidError, NotFoundError
from workout_core.ids import new_id
from workout_core.paging import Page, PageParams
from workout_core.workouts.columns import new_set
from workout_core.workouts.folding import fold_execution, fold_workouts
from workout_core.workouts.order import numbered, placed
from workout_core.workouts.schemas import ExecutionRead, WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.inputs import (
        ExecutionCreate,
        ExecutionMove,
        ExecutionUpdate,
        Removal,
        Superset,
    )
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
        place = values.pop("position", None)
        if "exercise_id" in values:
            await self._exercises.require(values["exercise_id"])
            for each in await self._repository.sets_of(execution_id):
                await self._repository.change_set(each, {"exercise_id": values["exercise_id"]})
        await self._repository.change_execution(row, values)
        if place is not None:
            await self._place(workout_id, execution_id, place)
        return await self.get(workout_id, execution_id)

    async def move(
        self, workout_id: UUID, execution_id: UUID, data: ExecutionMove
    ) -> ExecutionRead:
        """Take an exercise with its sets into another workout, out of its superset."""
        row = await self._row(workout_id, execution_id)
        target = await self._workout(data.workout_id)
        place = {"workout_id": target["id"], "local_date": target["local_date"]}
        for each in await self._repository.sets_of(execution_id):
            await self._repository.change_set(each, place)
        position = await self._repository.next_execution(target["id"])
        moved = {"workout_id": target["id"], "superset_group": None, "position": position}
        if target["id"] != workout_id:
            await self._repository.change_execution(row, moved)
            await self._leave_superset(workout_id, row)
        if data.position is not None:
            await self._place(target["id"], execution_id, data.position)
        return await self.get(target["id"], execution_id)

    async def superset(self, workout_id: UUID, data: Superset) -> WorkoutRead:
        """Do exercises in turn, behind the first of them; or each by itself again."""
        workout = await self._workout(workout_id)
        rows = await self._repository.executions([workout_id])
        named = set(data.execution_ids)
        if missing := named - {row["id"] for row in rows}:
            raise NotFoundError(f"There is no execution {missing.pop()} in workout {workout_id}")
        members = [row for row in rows if row["id"] in named]
        if len(members) < 2 and not data.split:
            raise InvalidError("A superset has two exercises or more")
        groups = [row["superset_group"] or 0 for row in rows]
        group = None if data.split else max(groups) + 1
        first = rows.index(members[0])
        order = [*rows[:first], *members, *(row for row in rows[first:] if row["id"] not in named)]
        groups_after = _regrouped(rows, named, group)
        for row, position in numbered(rows if data.split else order):
            values = {"superset_group": groups_after[row["id"]], "position": position}
            await self._repository.change_execution(row, values)
        return await self._read(workout)

    async def remove(self, workout_id: UUID, data: Removal) -> WorkoutRead:
        """Take exercises and sets out of a workout at once; an exercise goes with the last of its sets."""
        workout = await self._workout(workout_id)
        executions = {row["id"]: row for row in await self._repository.executions([workout_id])}
        sets = {row["id"]: row for row in await self._repository.sets([workout_id])}
        single = dict.fromkeys(data.set_ids)
        if missing := (set(data.execution_ids) - executions.keys()) | (single.keys() - sets.keys()):
            raise NotFoundError(f"There is no {missing.pop()} in workout {workout_id}")
        left = {row["execution_id"] for row in sets.values() if row["id"] not in single}
        emptied = (sets[each]["execution_id"] for each in single)
        gone = dict.fromkeys([*data.execution_ids, *(each for each in emptied if each not in left)])
        for each in single:
            place = (workout_id, sets[each]["execution_id"], each)
            if place[1] not in gone and (row := await self._repository.set_(*place)):
                await self._repository.delete_set(row)
        for each in gone:
            await self.delete(workout_id, each)
        return await self._read(workout)

    async def delete(self, workout_id: UUID, execution_id: UUID) -> None:
        """Take an exercise and its sets out of a workout."""
        row = await self._row(workout_id, execution_id)
        await self._repository.delete_execution(row)
        await self._leave_superset(workout_id, row)

    async def _read(self, workout: Row) -> WorkoutRead:
        executions = await self._repository.executions([workout["id"]])
        sets = await self._repository.sets([workout["id"]])
        return fold_workouts([workout], executions, sets)[0]

    async def _leave_superset(self, workout_id: UUID, gone: Row) -> None:
        """Who is left alone of a superset is in none."""
        rows = await self._repository.executions([workout_id])
        left = [row for row in rows if row["superset_group"] == gone["superset_group"]]
        if len(left) == 1:
            await self._repository.change_execution(left[0], {"superset_group": None})

    async def _place(self, workout_id: UUID, execution_id: UUID, place: int) -> None:
        rows = await self._repository.executions([workout_id])
        for row, position in numbered(placed(rows, execution_id, place)):
            await self._repository.change_execution(row, {"position": position})

    async def _workout(self, workout_id: UUID) -> Row:
        if row := await self._repository.by_id(workout_id):
            return row
        raise NotFoundError(f"There is no workout {workout_id}")

    async def _row(self, workout_id: UUID, execution_id: UUID) -> Row:
        if row := await self._repository.execution(workout_id, execution_id):
            return row
        raise NotFoundError(f"There is no execution {execution_id} in workout {workout_id}")


def _regrouped(rows: Sequence[Row], named: set[UUID], group: int | None) -> dict[UUID, int | None]:
    """The superset of each execution when some are of another; who is left alone is of none."""
    found = {row["id"]: group if row["id"] in named else row["superset_group"] for row in rows}
    left = {row["superset_group"] for row in rows if row["id"] in named}
    sizes = Counter(found.values())
    return {key: None if each in left and sizes[each] < 2 else each for key, each in found.items()}
