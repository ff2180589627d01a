"""Brings in what other apps kept.

A workout is known again by its source and its key there (mostly its local start), never by its title or its rows.
What is there already stays as it is: an import adds what is missing, and says what differs. A workout of which the
file was cut short is completed, and with `update` any that differs is replaced, but nothing that was edited here
since. A workout that was deleted here stays deleted.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.transfer.matching import Names
from workout_core.transfer.measuring import add_measurements, new_measurements
from workout_core.transfer.returning import as_imported, goes_on
from workout_core.transfer.rows import (
    content_hash,
    execution_row,
    set_rows,
    workout_row,
    workout_values,
)
from workout_core.transfer.schemas import (
    Duplicate,
    ImportData,
    ImportedWorkout,
    ImportNames,
    ImportRead,
    UnmatchedNames,
)
from workout_core.transfer.twins import Twins, session
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from workout_core.body.repository import MeasurementRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.transfer.repository import ImportRepository
    from workout_core.workouts.repository import WorkoutRepository

RECORDED: Final = {"source", "dialect", "file_name", "sha256", "options"}
DAY: Final = timedelta(days=1)


class Comer(NamedTuple):
    """A workout of the file with what it says as columns, and the one that is there already, if any."""

    workout: ImportedWorkout
    values: Row
    there: Row | None


class ImportService:
    def __init__(
        self,
        repository: ImportRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
        measurements: MeasurementRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises
        self._measurements = measurements

    async def load(self, data: ImportData) -> ImportRead:
        """Add the workouts that are not there yet, all or none; a dry run only says which.

        Sent again, also after an answer that was lost, it adds nothing twice.
        """
        zone = local_zone(data.timezone)
        comers = await self._comers(data, zone)
        new = [each for each in comers if each.there is None]
        states = Counter(_state(each) for each in comers if each.there)
        changed = [each for each in comers if each.there and _state(each) == "changed"]
        untouched = await self._untouched(changed)
        wanted = [*new, *(each for each, goes in untouched if data.update or goes)]
        names = await Names.of(self._exercises, data)
        measured = await new_measurements(self._measurements, data)
        counts = {
            "new": len(new),
            "updated": len(wanted) - len(new),
            "measurements_new": len(measured),
        }
        result = ImportRead(
            id=None,
            source=data.source,
            unchanged=states["unchanged"],
            changed=states["changed"],
            conflicting=len(changed) - len(untouched),
            deleted=states["deleted"],
            measurements_known=len(data.measurements) - len(measured),
            duplicates=await self._duplicates(new, names, data.source),
            **counts,
        )
        if data.dry_run:
            return result
        await names.remember(data)
        if not (wanted or measured):
            return result
        exercises = await names.exercises_of([each.workout for each in wanted], data)
        await self._repository.begin(data.id, data.model_dump(include=RECORDED), counts)
        await self._write(wanted, exercises, data, zone)
        await add_measurements(self._measurements, measured, data, zone)
        return result.model_copy(update={"id": data.id})

    async def match(self, data: ImportNames) -> UnmatchedNames:
        """Which exercises of a file nobody knows; an import adds them to the user's own."""
        names = await Names.of(self._exercises, data)
        return UnmatchedNames(items=names.unmatched(data.names))

    async def _comers(self, data: ImportData, zone: ZoneInfo) -> list[Comer]:
        keys = [each.source_key for each in data.workouts]
        known = await self._repository.known(data.source, keys)
        return [
            Comer(each, workout_values(each, zone, content_hash(each)), known.get(each.source_key))
            for each in data.workouts
        ]

    async def _untouched(self, changed: Sequence[Comer]) -> list[tuple[Comer, bool]]:
        """Those of which nothing was edited here since they were imported, and whether the file only goes on."""
        found: list[tuple[Comer, bool]] = []
        for each in changed:
            rows = await self._rows(each.there["id"]) if each.there else None
            if rows and (before := as_imported(*rows)):
                found.append((each, goes_on(before, each.workout)))
        return found

    async def _rows(self, workout_id: UUID) -> tuple[Row, list[Row], list[Row]] | None:
        workout = await self._workouts.by_id(workout_id)
        if workout is None:
            return None
        ids = [workout_id]
        return workout, await self._workouts.executions(ids), await self._workouts.sets(ids)

    async def _duplicates(self, new: Sequence[Comer], names: Names, source: str) -> list[Duplicate]:
        if not new:
            return []
        days = [each.values["local_date"] for each in new]
        twins = Twins(await self._repository.beside(source, min(days) - DAY, max(days) + DAY))
        found: list[Duplicate] = []
        for each in new:
            called = (names.find(one.exercise) for one in each.workout.executions)
            ids = [known.id for known in called if known]
            if twin := twins.of(each.workout.source_key, session(each.values, ids)):
                found.append(twin)
        return found

    async def _write(
        self,
        comers: Sequence[Comer],
        exercises: Mapping[str, KnownExercise],
        data: ImportData,
        zone: ZoneInfo,
    ) -> None:
        for each in comers:
            if each.there is None:
                row = workout_row(each.values, data.source, each.workout.source_key, data.id)
                await self._repository.add(row, *_contents(each.workout, row, exercises, zone))
            else:
                await self._replace(each, exercises, zone)
        await self._repository.finish()

    async def _replace(
        self, comer: Comer, exercises: Mapping[str, KnownExercise], zone: ZoneInfo
    ) -> None:
        """Make a workout say what the file says now; the log keeps what it said, row by row."""
        found = await self._rows(comer.there["id"]) if comer.there else None
        if found is None:
            return
        row, before, _ = found
        for each in before:
            await self._workouts.delete_execution(each)
        row = await self._workouts.change(row, comer.values)
        executions, sets = _contents(comer.workout, row, exercises, zone)
        for each in executions:
            added = await self._workouts.add_execution(row, each)
            own = [one for one in sets if one["execution_id"] == added["id"]]
            await self._workouts.add_sets(row, added, own)


def _contents(
    workout: ImportedWorkout, row: Row, exercises: Mapping[str, KnownExercise], zone: ZoneInfo
) -> tuple[list[Row], list[Row]]:
    """The executions and sets of a workout that is, or will be, such a row."""
    executions: list[Row] = []
    sets: list[Row] = []
    for position, each in enumerate(workout.executions):
        executions.append(execution_row(each, exercises[each.exercise], row, position))
        sets += set_rows(each, executions[-1], row, zone)
    return executions, sets


def _state(comer: Comer) -> str:
    if comer.there is None:
        return "new"
    if comer.there["deleted_at"]:
        return "deleted"
    same = comer.there["content_hash"] == comer.values["content_hash"]
    return "unchanged" if same else "changed"
