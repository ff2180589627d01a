"""Looking back: an exercise's sessions, and what days came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.exercises.reference import ExerciseRef
from workout_core.history.schemas import (
    DaysFilters,
    DaysRead,
    DayTotals,
    ExerciseSessionRead,
    ExerciseSessionsRead,
    SessionFilters,
)
from workout_core.history.streaks import weeks_in_a_row
from workout_core.units import kilograms
from workout_core.workouts.folding import fold_set, volume_exact
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.history.repository import HistoryRepository
    from workout_core.workouts.repository import WorkoutRepository


class HistoryService:
    def __init__(
        self,
        repository: HistoryRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises

    async def sessions(self, filters: SessionFilters) -> ExerciseSessionsRead:
        """The workouts in which an exercise was done, with its sets, the newest first."""
        exercise = await self._exercises.called(filters.exercise)
        page = WorkoutFilters(page=filters.page, size=filters.size)
        workouts, total = await self._workouts.page(page, exercise.id)
        ids = [row["id"] for row in workouts]
        executions = [
            row for row in await self._workouts.executions(ids) if row["exercise_id"] == exercise.id
        ]
        sets = await self._workouts.sets_of_exercise(ids, exercise.id)
        return ExerciseSessionsRead.model_validate(
            {
                "exercise": {name: getattr(exercise, name) for name in ExerciseRef.model_fields},
                "items": [_session(each, executions, sets) for each in workouts],
                "total": total,
                "page": filters.page,
                "size": filters.size,
            }
        )

    async def days(self, filters: DaysFilters) -> DaysRead:
        """The days on which something was done, and what each came to."""
        rows = await self._repository.days(
            filters.since, filters.until, await self._exercises.two_handed()
        )
        items = [_day(row) for row in rows]
        now, most = weeks_in_a_row((row["local_date"] for row in rows), filters.until)
        return DaysRead(
            since=filters.since,
            until=filters.until,
            items=items,
            total=len(items),
            workouts=sum(each.workouts for each in items),
            sets=sum(each.sets for each in items),
            volume_kg=kilograms(sum(int(row["volume_exact"]) for row in rows)),
            minutes=sum(row["seconds"] for row in rows) // 60,
            weeks_in_a_row=now,
            most_weeks_in_a_row=most,
        )


def _session(workout: Row, executions: Iterable[Row], sets: Iterable[Row]) -> ExerciseSessionRead:
    own = [row for row in executions if row["workout_id"] == workout["id"]]
    sets_of: dict[UUID, list[Row]] = {row["id"]: [] for row in own}
    for row in sets:
        if row["execution_id"] in sets_of:
            sets_of[row["execution_id"]].append(row)
    return ExerciseSessionRead.model_validate(
        {
            **workout,
            "workout_id": workout["id"],
            "note": "\n".join(row["note"] for row in own if row["note"]) or None,
            "volume_kg": kilograms(sum(volume_exact(each, sets_of[each["id"]]) for each in own)),
            "sets": [fold_set(row) for each in own for row in sets_of[each["id"]]],
        }
    )


def _day(row: Row) -> DayTotals:
    return DayTotals(
        local_date=row["local_date"],
        workouts=row["workouts"],
        sets=row["sets"],
        volume_kg=kilograms(int(row["volume_exact"])),
        minutes=row["seconds"] // 60,
    )
