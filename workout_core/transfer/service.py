"""Takes everything out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.accounts.service import read_profile
from workout_core.body.reading import known_types, read_goal, read_measurements, read_type
from workout_core.body.types import own_kind
from workout_core.errors import NotFoundError
from workout_core.exercises.merged import Merged
from workout_core.gyms.schemas import GymRead
from workout_core.transfer.schemas import (
    ExportedExercise,
    ExportRead,
    ImportRecord,
    WorkoutPage,
    WorkoutPageParams,
)
from workout_core.units import kilograms
from workout_core.workouts.folding import fold_workouts
from workout_core.workouts.schemas import WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.gyms.repository import GymRepository
    from workout_core.transfer.repository import ImportRepository
    from workout_core.workouts.repository import WorkoutRepository

CHUNK: Final = 200
BEGINNING: Final = {
    "local_date": date.min,
    "started_at": datetime.min.replace(tzinfo=UTC),
    "id": UUID(int=0),
}


class TransferService:
    def __init__(
        self,
        repository: ImportRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
        body: MeasurementRepository,
        gyms: GymRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises
        self._accounts = accounts
        self._body = body
        self._gyms = gyms

    async def export(self) -> ExportRead:
        """Everything that the user has, in one document."""
        profile = await self._accounts.profile()
        ids = await self._workouts.ids()
        workouts: list[WorkoutRead] = []
        for first in range(0, len(ids), CHUNK):
            workouts += await self._read(ids[first : first + CHUNK])
        own_types = await self._body.own_types()
        return ExportRead(
            exported_at=self._repository.now,
            unit=profile["unit"],
            timezone=profile["timezone"],
            exercises=await self._own_exercises(),
            workouts=workouts,
            imports=[ImportRecord.model_validate(row) for row in await self._repository.all()],
            measurements=read_measurements(await self._body.every(), own_types),
            measurement_types=[read_type(own_kind(row)) for row in own_types],
            goals=[read_goal(row, known_types(own_types)) for row in await self._body.goals()],
            profile=read_profile(await self._accounts.person()),
            gyms=[GymRead.model_validate(row) for row in await self._gyms.all()],
            first=workouts[0].local_date if workouts else None,
            last=workouts[-1].local_date if workouts else None,
            sets=sum(each.sets for each in workouts),
            volume_kg=sum((each.volume_kg for each in workouts), kilograms(0)),
        )

    async def workouts(self, params: WorkoutPageParams) -> WorkoutPage:
        """Some whole workouts, the oldest first, so that any number is read a page at a time."""
        days = params.since or date.min, params.until or date.max
        place = await self._place(params.after) if params.after else BEGINNING
        ids = await self._repository.oldest(days, place, params.size + 1)
        shown = ids[: params.size]
        return WorkoutPage(
            workouts=await self._read(shown) if shown else [],
            next=shown[-1] if len(ids) > params.size else None,
        )

    async def _place(self, workout_id: UUID) -> Row:
        if place := await self._repository.place(workout_id):
            return place
        raise NotFoundError(f"There is no workout {workout_id}")

    async def _read(self, ids: Sequence[UUID]) -> list[WorkoutRead]:
        rows = {row["id"]: row for row in await self._workouts.by_ids(ids)}
        executions = await self._workouts.executions(ids)
        ordered = [rows[each] for each in ids]
        return fold_workouts(ordered, executions, await self._workouts.sets(ids))

    async def _own_exercises(self) -> list[ExportedExercise]:
        own = await self._exercises.own()
        merged = Merged(own, await self._exercises.aliases(), await self._exercises.muscles())
        maxes: dict[UUID, list[Row]] = {}
        for row in await self._exercises.all_training_maxes():
            maxes.setdefault(row["exercise_id"], []).append(row)
        return [
            ExportedExercise.model_validate(
                {**values, "training_maxes": maxes.get(values["id"], [])}
            )
            for row in own
            if (values := merged.values(row["id"]))
        ]
