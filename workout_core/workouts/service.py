"""Workouts: making, finding, changing and deleting them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.errors import AmbiguousError, ConflictError, InvalidError, NotFoundError
from workout_core.ids import new_id
from workout_core.paging import Page
from workout_core.schemas import Day
from workout_core.units import kilograms
from workout_core.workouts.activity import opened_again
from workout_core.workouts.columns import (
    changed_workout,
    check_times,
    local_place,
    new_set,
    with_exact_bodyweight,
)
from workout_core.workouts.folding import fold_summary, fold_workouts
from workout_core.workouts.planned import is_only_planned, take_out_undone
from workout_core.workouts.schemas import (
    DayRead,
    WorkoutFilters,
    WorkoutRead,
    WorkoutReference,
    WorkoutSummary,
)
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.inputs import (
        ExecutionCreate,
        WorkoutCopy,
        WorkoutCreate,
        WorkoutUpdate,
    )
    from workout_core.workouts.repository import WorkoutRepository


FURTHEST: Final = timedelta(days=1)
COPIED_OF_EXECUTION: Final = ("exercise_id", "position", "superset_group", "plan")
NOT_COPIED: Final = frozenset(
    {"user_id", "id", "execution_id", "workout_id", "local_date", "position", "version"}
    | {"created_at", "updated_at"}
)


class WorkoutService:
    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._accounts = accounts

    async def list(self, filters: WorkoutFilters) -> Page[WorkoutSummary]:
        """Workouts with their exercises and totals, the newest first."""
        exercise_id = None
        if filters.exercise:
            exercise_id = (await self._exercises.called(filters.exercise)).id
        rows, total = await self._repository.page(filters, exercise_id)
        ids = [row["id"] for row in rows]
        totals = await self._repository.totals(ids)
        executions = _by_workout(await self._begun(rows, ids))
        return Page[WorkoutSummary](
            items=[
                fold_summary(row, executions.get(row["id"], ()), totals[row["id"]]) for row in rows
            ],
            total=total,
            page=filters.page,
            size=filters.size,
        )

    async def find(self, reference: WorkoutReference) -> WorkoutRead:
        """The last workout, the open one, or the one whose id begins with some digits."""
        rows = await self._called(reference.text)
        if not rows:
            if reference.text.casefold() == "open":
                raise NotFoundError("No workout is open", hints=["workout show last"])
            if reference.text.casefold() == "last":
                raise NotFoundError(
                    "There is no workout yet", hints=["workout log bench 5x5@100kg"]
                )
            raise NotFoundError(
                f"No workout is called {reference.text!r}",
                hints=["workout show last", "workout history lists them with their ids"],
            )
        if len(rows) > 1:
            raise AmbiguousError(
                f"More than one workout has an id that begins with {reference.text!r}",
                hints=[str(row["id"]) for row in rows],
            )
        return (await self._read(rows))[0]

    async def get(self, workout_id: UUID) -> WorkoutRead:
        """A workout with everything that was done in it."""
        return (await self._read([await self._row(workout_id)]))[0]

    async def day(self, day: Day) -> DayRead:
        """The workouts that began on a day, in order."""
        workouts = await self._read(await self._repository.of_day(day))
        return DayRead(
            local_date=day,
            workouts=workouts,
            sets=sum(each.sets for each in workouts),
            volume_kg=sum((each.volume_kg for each in workouts), kilograms(0)),
        )

    async def create(self, data: WorkoutCreate) -> WorkoutRead:
        """Add a workout, with what was done in it."""
        profile = await self._accounts.profile()
        started = data.started_at or self._repository.now
        zone = local_zone(data.timezone or profile["timezone"] or "UTC")
        values = data.model_dump(exclude={"exercise_executions", "id", "started_at", "timezone"})
        check_times(started, data.ended_at)
        if data.status == "active":
            await self._refuse_second_active()
        row = await self._repository.add(
            {
                **with_exact_bodyweight(values),
                "id": data.id or new_id(started),
                "started_at": started,
                **local_place(started, zone),
            }
        )
        for position, execution in enumerate(data.exercise_executions):
            await self._add_execution(row, execution, position)
        return await self.get(row["id"])

    async def update(self, workout_id: UUID, data: WorkoutUpdate) -> WorkoutRead:
        """Change what is given of a workout; its day follows its start."""
        row = await self._row(workout_id)
        values = data.changes()
        if values.get("status") == "active" and row["status"] != "active":
            await self._refuse_second_active()
            values = {**opened_again(row, self._repository.now), **values}
        if values.get("status") == "done" and row["status"] == "active":
            sets = await self._repository.sets([workout_id])
            await take_out_undone(self._repository, row, sets)
        await self._repository.change(row, changed_workout(row, values))
        return await self.get(workout_id)

    async def copy(self, workout_id: UUID, data: WorkoutCopy) -> WorkoutRead:
        """Add a workout with the exercises and sets of another, without the notes of that day."""
        row = await self._row(workout_id)
        zone = local_zone(data.timezone or row["timezone"])
        started = data.at or self._repository.now
        if data.day:
            time = row["started_at"].astimezone(local_zone(row["timezone"])).time()
            started = datetime.combine(data.day, time, zone).astimezone(UTC)
        if started > self._repository.now + FURTHEST:
            raise InvalidError("That day is yet to come", hints=["log what was done, when it is"])
        kept = {name: row[name] for name in ("name", "tags")}
        place = {"started_at": started, **local_place(started, zone)}
        made = await self._repository.add({**kept, **place, "id": new_id(started)})
        sets = await self._repository.sets([workout_id])
        for execution in await self._begun([row], [workout_id]):
            values = {name: execution[name] for name in COPIED_OF_EXECUTION}
            new = await self._repository.add_execution(made, values)
            mine = [each for each in sets if each["execution_id"] == execution["id"]]
            await self._repository.add_sets(made, new, _copied(mine))
        return await self.get(made["id"])

    async def delete(self, workout_id: UUID) -> None:
        """Delete a workout and what is in it; nothing is gone for good."""
        await self._repository.delete(await self._row(workout_id))

    async def _read(self, rows: Sequence[Row]) -> Sequence[WorkoutRead]:
        if not rows:
            return []
        ids = [row["id"] for row in rows]
        executions = await self._repository.executions(ids)
        return fold_workouts(rows, executions, await self._repository.sets(ids))

    async def _begun(self, workouts: Sequence[Row], ids: Sequence[UUID]) -> Sequence[Row]:
        """The executions of workouts, without those of the open one that are only planned."""
        executions = await self._repository.executions(ids)
        active = [row["id"] for row in workouts if row["status"] == "active"]
        if not any(each["plan"] and each["workout_id"] in active for each in executions):
            return executions
        begun = {row["execution_id"] for row in await self._repository.sets(active)}
        return [
            each
            for each in executions
            if each["workout_id"] not in active or not is_only_planned(each, begun)
        ]

    async def _row(self, workout_id: UUID) -> Row:
        if row := await self._repository.by_id(workout_id):
            return row
        raise NotFoundError(f"There is no workout {workout_id}")

    async def _called(self, text: str) -> Sequence[Row]:
        if text.casefold() == "last":
            return (await self._repository.page(WorkoutFilters(size=1)))[0]
        if text.casefold() == "open":
            return [row] if (row := await self._repository.active()) else []
        digits = text.replace("-", "").casefold()
        if not 4 <= len(digits) <= 32 or not set(digits) <= set("0123456789abcdef"):
            return []
        return await self._repository.starting_with(digits)

    async def _refuse_second_active(self) -> None:
        if active := await self._repository.active():
            raise ConflictError(
                "There is an open workout already; finish it first", workout_id=str(active["id"])
            )

    async def _add_execution(self, workout: Row, data: ExecutionCreate, position: int) -> None:
        await self._exercises.require(data.exercise_id)
        values = data.model_dump(exclude={"sets", "id"})
        execution = await self._repository.add_execution(
            workout, {**values, "id": data.id or new_id(), "position": position}
        )
        sets = [new_set(each.model_dump()) for each in data.sets]
        await self._repository.add_sets(workout, execution, sets)


def _copied(sets: Sequence[Row]) -> list[Row]:
    """New sets that say the same; those that follow another follow its copy."""
    ids = {row["id"]: new_id() for row in sets}
    return [
        {
            **{name: value for name, value in row.items() if name not in NOT_COPIED},
            "id": ids[row["id"]],
            "parent_set_id": ids.get(row["parent_set_id"]),
            **dict.fromkeys(("note", "raw", "performed_at")),
        }
        for row in sets
    ]


def _by_workout(executions: Sequence[Row]) -> dict[UUID, list[Row]]:
    grouped: dict[UUID, list[Row]] = {}
    for row in executions:
        grouped.setdefault(row["workout_id"], []).append(row)
    return grouped
