"""Brings workouts in from other apps, and takes everything out.

A workout is known again by its source and its key there (mostly its local start), never by its title or its rows.
What is there already stays as it is: an import adds what is missing, and says what differs. A workout that was
deleted here stays deleted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from workout_core.exercises.merged import Merged
from workout_core.exercises.names import KnownExercise, normalise
from workout_core.ids import new_id
from workout_core.transfer.rows import content_hash, execution_row, set_rows, workout_row
from workout_core.transfer.schemas import (
    ExportedExercise,
    ExportRead,
    ImportData,
    ImportedSet,
    ImportedWorkout,
    ImportRead,
    ImportRecord,
    Unmatched,
)
from workout_core.units import kilograms
from workout_core.workouts.folding import fold_workouts
from workout_core.workouts.schemas import WorkoutRead
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import NameIndex
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.transfer.repository import ImportRepository
    from workout_core.vocabulary import Tracking
    from workout_core.workouts.repository import WorkoutRepository

CHUNK: Final = 200
SUGGESTIONS: Final = 3


class TransferService:
    def __init__(
        self,
        repository: ImportRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises
        self._accounts = accounts

    async def load(self, data: ImportData) -> ImportRead:
        """Add the workouts that are not there yet, all or none; a dry run only says which."""
        hashes = {each.source_key: content_hash(each) for each in data.workouts}
        known = await self._repository.known(data.source, list(hashes))
        new = [each for each in data.workouts if each.source_key not in known]
        index = await self._exercises.index()
        unmatched = _unmatched(new, index)
        states = Counter(_state(row, hashes[key]) for key, row in known.items())
        result = ImportRead(
            id=None,
            source=data.source,
            new=len(new),
            unchanged=states["unchanged"],
            changed=states["changed"],
            deleted=states["deleted"],
            unmatched=unmatched,
        )
        if data.dry_run or not new:
            return result
        exercises = await self._exercises_of(new, index)
        import_id = await self._repository.begin(
            {
                **data.model_dump(include={"source", "dialect", "file_name", "sha256", "options"}),
                "result": result.model_dump(mode="json", exclude={"id", "source"}),
            }
        )
        await self._add(new, data, exercises, import_id, hashes)
        return result.model_copy(update={"id": import_id})

    async def export(self) -> ExportRead:
        """Everything that the user has, in one document."""
        profile = await self._accounts.profile()
        ids = await self._workouts.ids()
        workouts: list[WorkoutRead] = []
        for first in range(0, len(ids), CHUNK):
            workouts += await self._read(ids[first : first + CHUNK])
        return ExportRead(
            exported_at=self._repository.now,
            unit=profile["unit"],
            timezone=profile["timezone"],
            exercises=await self._own_exercises(),
            workouts=workouts,
            imports=[ImportRecord.model_validate(row) for row in await self._repository.all()],
            first=workouts[0].local_date if workouts else None,
            last=workouts[-1].local_date if workouts else None,
            sets=sum(each.sets for each in workouts),
            volume_kg=sum((each.volume_kg for each in workouts), kilograms(0)),
        )

    async def _add(
        self,
        workouts: Iterable[ImportedWorkout],
        data: ImportData,
        exercises: Mapping[str, KnownExercise],
        import_id: UUID,
        hashes: Mapping[str, str],
    ) -> None:
        zone: ZoneInfo = local_zone(data.timezone)
        for each in workouts:
            row = workout_row(each, zone, data.source, import_id, hashes[each.source_key])
            executions: list[Row] = []
            sets: list[Row] = []
            for position, execution in enumerate(each.executions):
                exercise = exercises[execution.exercise]
                executions.append(execution_row(execution, exercise, row, position))
                sets += set_rows(execution, executions[-1], row)
            await self._repository.add(row, executions, sets)
        await self._repository.finish()

    async def _exercises_of(
        self, workouts: Iterable[ImportedWorkout], index: NameIndex
    ) -> dict[str, KnownExercise]:
        """Every exercise of the workouts by its name there; those that nobody knows are added."""
        tracking = _tracking(workouts)
        found: dict[str, KnownExercise] = {}
        made: dict[str, KnownExercise] = {}  # by key, as a file may spell one name in several ways
        for name in tracking:
            if known := index.find(name):
                found[name] = known
                continue
            key = normalise(name)
            if key not in made:
                made[key] = await self._make(name, tracking[name])
            found[name] = made[key]
        await self._exercises.use(*{each.id: each for each in found.values()}.values())
        return found

    async def _make(self, name: str, tracking: Tracking) -> KnownExercise:
        exercise_id = new_id()
        values = {"id": exercise_id, "slug": None, "name": name, "tracking": tracking}
        await self._exercises.add(values)
        return KnownExercise(exercise_id, None, name, tracking)

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


def _state(row: Row, digest: str) -> str:
    if row["deleted_at"]:
        return "deleted"
    return "unchanged" if row["content_hash"] == digest else "changed"


def _unmatched(workouts: Iterable[ImportedWorkout], index: NameIndex) -> list[Unmatched]:
    """The exercises that nobody knows, those with the most sets first; spellings of one name are one."""
    sets: Counter[str] = Counter()
    names: dict[str, str] = {}
    for workout in workouts:
        for execution in workout.executions:
            key = normalise(execution.exercise)
            names.setdefault(key, execution.exercise)
            sets[key] += len(execution.sets)
    return [
        Unmatched(
            name=names[key],
            sets=count,
            suggestions=[near.name for near in index.nearest(names[key], SUGGESTIONS)],
        )
        for key, count in sets.most_common()
        if index.find(names[key]) is None
    ]


def _tracking(workouts: Iterable[ImportedWorkout]) -> dict[str, Tracking]:
    """How each exercise is tracked, as what its sets have most tells."""
    shapes: dict[str, Counter[Tracking]] = {}
    for workout in workouts:
        for execution in workout.executions:
            counts = shapes.setdefault(execution.exercise, Counter())
            counts.update(_shape(each) for each in execution.sets)
    return {
        name: counts.most_common(1)[0][0] if counts else "weight_reps"
        for name, counts in shapes.items()
    }


def _shape(each: ImportedSet) -> Tracking:
    loaded = each.load_value is not None
    if each.distance_m is not None or each.distance_value is not None:
        return "weight_distance" if loaded else "distance"
    if each.duration_s is not None and not each.reps:
        return "weight_duration" if loaded else "duration"
    if loaded:
        return "weight_reps" if each.load_mode == "absolute" else "bodyweight_reps"
    return "reps"
