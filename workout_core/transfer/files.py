"""Imports a file: which app wrote it, how it is read, and what of it is new.

Uses the service of imports only, so it works the same beside a database and far from one. A long file goes there in
parts: beside a database all in one transaction, to a server in one each, which may be sent again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from workout_core.errors import InvalidError
from workout_core.exercises.keys import normalise
from workout_core.ids import new_id
from workout_core.transfer.reading import Options
from workout_core.transfer.report import ImportReport, RejectedRow
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedMeasurement,
    ImportedSet,
    ImportedWorkout,
    ImportNames,
    ImportRead,
    Unmatched,
)
from workout_core.transfer.source import Source
from workout_core.transfer.text import quoted
from workout_core.transfer.unwrapping import known
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from workout_core.transfer.import_service import ImportService
    from workout_core.transfer.reading import (
        Reading,
        SourceExecution,
        SourceMeasurement,
        SourceSet,
        SourceWorkout,
    )
    from workout_core.transfer.schemas import Duplicate
    from workout_core.vocabulary import Tracking

PART: Final = 2_000  # sets, or measurements, that go at once
MOST_SHOWN: Final = 1_000
OF_SET: Final = tuple(ImportedSet.model_fields)
COUNTS: Final = (
    *("new", "unchanged", "changed", "updated", "conflicting", "deleted"),
    *("measurements_new", "measurements_known"),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file is brought in: where it was trained, what names mean, and whether anything is written."""

    timezone: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    update: bool = False
    dry_run: bool = False


class ImportFile:
    """A file that was read, on its way in."""

    def __init__(
        self, path: Path, *, format: str | None = None, options: Options | None = None
    ) -> None:
        self.source, found = known(Source(path), format)
        self.reading: Reading = found.read(self.source, options or Options())
        self.totals = Totals.of(self.reading)

    async def load(
        self,
        imports: ImportService,
        choices: Choices,
        progress: Callable[[int], None] = lambda _: None,
    ) -> ImportReport:
        """Add what is new, all or none; `progress` is told how many sets are done by then."""
        reading, found, done = self.reading, _Found(), 0
        head: dict[str, Any] = {
            "id": new_id(),
            "source": reading.format,
            "dialect": reading.dialect,
            "file_name": self.source.name[:500],
            "sha256": self.source.sha256,
            "timezone": choices.timezone,
            "options": {"unit": reading.unit, "date_order": reading.date_order},
            "dry_run": choices.dry_run,
            "update": choices.update,
            "mapping": dict(choices.mapping),
        }
        found.unmatched = await self._unmatched(imports, choices)
        for part in self._parts():
            found.take(await imports.load(ImportData(**head, **part)))
            done += sum(len(one.sets) for each in part["workouts"] for one in each.executions)
            progress(done)
        return self._report(found, choices)

    async def _unmatched(self, imports: ImportService, choices: Choices) -> list[Unmatched]:
        sets = {name: shapes.total() for name, shapes in self.totals.names.items()}
        source, mapping = self.reading.format, dict(choices.mapping)
        asked = ImportNames(source=source, mapping=mapping, names=sets)
        return (await imports.match(asked)).items

    def _parts(self) -> Iterator[dict[str, Any]]:
        """The file in parts; an empty one is one part, too, so that its mapping is heeded."""
        workouts: list[ImportedWorkout] = []
        sets, any_sent = 0, False
        for each in self.reading.workouts():
            workouts.append(_workout(each))
            sets += sum(len(one.sets) for one in each.executions)
            if sets >= PART:
                yield self._part(workouts)
                workouts, sets, any_sent = [], 0, True
        measurements = [_measurement(each) for each in self.reading.measurements()]
        first = measurements[:PART]
        if workouts or first or not any_sent:
            yield self._part(workouts, first)
        for at in range(PART, len(measurements), PART):
            yield self._part([], measurements[at : at + PART])

    def _part(
        self, workouts: list[ImportedWorkout], measurements: Iterable[ImportedMeasurement] = ()
    ) -> dict[str, Any]:
        names = {one.exercise for each in workouts for one in each.executions}
        tracking = {name: self.totals.tracking(name) for name in sorted(names)}
        return {
            "workouts": workouts,
            "measurements": list(measurements),
            "tracking": tracking,
        }

    def _report(self, found: _Found, choices: Choices) -> ImportReport:
        reading, totals = self.reading, self.totals
        names = ("rows", "rows_not_sets", "rows_repeated", "unknown_columns", "unit")
        told = (*names, "unit_reason", "unit_certain", "date_order", "date_reason", "date_certain")
        values: dict[str, Any] = {name: getattr(reading, name) for name in told}
        return ImportReport(
            **values,
            **found.counts,
            id=found.id,
            format=reading.format,
            dialect=reading.dialect,
            dry_run=choices.dry_run,
            workouts=totals.workouts,
            executions=totals.executions,
            sets=totals.sets,
            exercises=len(totals.names),
            measurements=totals.measurements,
            volume_kg=kilograms(totals.exact),
            first=str(totals.first) if totals.first else None,
            last=str(totals.last) if totals.last else None,
            timezone=choices.timezone,
            unmatched=found.unmatched,
            duplicates=found.duplicates[:MOST_SHOWN],
            warnings=[*reading.warnings, *totals.absent(choices.mapping)],
            rejected=[RejectedRow(line=each.line, reason=each.reason) for each in reading.rejected],
        )


@dataclass
class Totals:
    """What a file holds, as it stands there: a check of the reading, and no training volume.

    `exact` is the plain sum of weight times repetitions, in 0.01 mg: assistance and warm-ups count.
    """

    workouts: int = 0
    executions: int = 0
    sets: int = 0
    measurements: int = 0
    exact: int = 0
    first: datetime | None = None
    last: datetime | None = None
    names: dict[str, Counter[Tracking]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> Totals:
        totals = cls()
        for each in reading.workouts():
            totals._add(each)
        only = not totals.workouts
        for one in reading.measurements():
            totals.measurements += 1
            if only:
                totals._span(one.measured_at)
        return totals

    def tracking(self, name: str) -> Tracking:
        """How an exercise is tracked, as what its sets have most tells."""
        shapes = self.names[name]
        return shapes.most_common(1)[0][0] if shapes else "weight_reps"

    def absent(self, mapping: Mapping[str, str]) -> list[str]:
        """What to tell of names that somebody mapped, and that the file has not."""
        here = set(map(normalise, self.names))
        names = [quoted(name) for name in mapping if normalise(name) not in here]
        return (
            [f"--map: no exercise of the file is called {', '.join(names[:10])}"] if names else []
        )

    def _span(self, time: datetime) -> None:
        wall = time.replace(tzinfo=None)
        self.first = min(self.first or wall, wall)
        self.last = max(self.last or wall, wall)

    def _add(self, workout: SourceWorkout) -> None:
        self.workouts += 1
        self._span(workout.started_at)
        for each in workout.executions:
            self.executions += 1
            self.sets += len(each.sets)
            shapes = self.names.setdefault(each.exercise, Counter())
            for one in each.sets:
                shapes[_shape(one)] += 1
                if one.load_value is not None and one.load_unit and one.reps:
                    self.exact += exact_mass(one.load_value, one.load_unit) * one.reps


class _Found:
    """What the parts of an import came to."""

    def __init__(self) -> None:
        self.id: Any = None
        self.counts: Counter[str] = Counter(dict.fromkeys(COUNTS, 0))
        self.duplicates: list[Duplicate] = []
        self.unmatched: list[Unmatched] = []

    def take(self, part: ImportRead) -> None:
        self.id = part.id or self.id
        self.counts.update({name: getattr(part, name) for name in COUNTS})
        self.duplicates += part.duplicates


def _workout(source: SourceWorkout) -> ImportedWorkout:
    try:
        return ImportedWorkout(
            source_key=source.source_key,
            name=source.name,
            started_at=source.started_at,
            ended_at=source.ended_at,
            note=source.note,
            tags=list(source.tags),
            bodyweight_value=source.bodyweight_value,
            bodyweight_unit=source.bodyweight_unit,
            extras=source.extras,
            executions=[_execution(each) for each in source.executions],
        )
    except ValidationError as error:
        raise _refused(f"The workout of {source.started_at}", error) from error


def _execution(source: SourceExecution) -> ImportedExecution:
    return ImportedExecution(
        exercise=source.exercise,
        note=source.note,
        superset=source.superset,
        sets=[ImportedSet(**{name: getattr(one, name) for name in OF_SET}) for one in source.sets],
    )


def _measurement(source: SourceMeasurement) -> ImportedMeasurement:
    names = ("source_key", "type", "value", "unit", "measured_at", "note")
    values: dict[str, Any] = {name: getattr(source, name) for name in names}
    try:
        return ImportedMeasurement(**values)
    except ValidationError as error:
        raise _refused(f"A measurement of {source.measured_at}", error) from error


def _refused(what: str, error: ValidationError) -> InvalidError:
    return InvalidError(
        f"{what} cannot be taken: {InvalidError.from_pydantic(error).message}",
        hints=["correct it in the file; nothing was imported"],
    )


def _shape(each: SourceSet) -> Tracking:
    loaded = each.load_value is not None
    if each.distance_m is not None or each.distance_value is not None:
        return "weight_distance" if loaded else "distance"
    if each.duration_s is not None and not each.reps:
        return "weight_duration" if loaded else "duration"
    if loaded:
        return "weight_reps" if each.load_mode == "absolute" else "bodyweight_reps"
    return "reps"
