"""What `workout export --format json` writes: one's own workouts and measurements, from another database.

A workout is known by its id there. Exercises come by their names; what an export says of them otherwise, of imports
and of what was undone, only `workout dump` and `workout load` carry over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from workout_core.body.schemas import MeasurementRead
from workout_core.body.types import type_called
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.readers.documents import begins_as_json, members
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.reading import (
    SourceExecution,
    SourceMeasurement,
    SourceSet,
    SourceWorkout,
)
from workout_core.transfer.schemas import (
    ImportedExecution,
    ImportedMeasurement,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.workouts.schemas import WorkoutRead
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.workouts.schemas import ExecutionRead, SetRead

NAME: Final = "workout_json"
TITLE: Final = "workout (export)"
SCHEMA: Final = "workout.export/1"
ANY_SCHEMA: Final = b'"workout.export/'
MAX_BYTES: Final = 256 * 1024 * 1024
OF_WORKOUT: Final = tuple({*ImportedWorkout.model_fields} - {"tags", "executions"})
OF_SET: Final = tuple(ImportedSet.model_fields)


def recognises(source: Source) -> bool:
    """Whether the file begins with the name of its schema."""
    return begins_as_json(source) and ANY_SCHEMA in source.head


def read(source: Source, options: Options) -> Reading:
    """All workouts and measurements of the export; InvalidError where it is none, or of a later version."""
    export = _Export()
    for key, value in members(source, MAX_BYTES):
        export.take(key, value)
    if export.schema != SCHEMA:
        raise InvalidError(
            f"{source.name} is no {SCHEMA}, which is what can be read here",
            hints=["workout export --format json", "workout --version"],
        )
    if options.unit:
        export.found.warnings.append(
            f"Each load has its unit in the file: the given {options.unit} was not used"
        )
    return export.reading()


class _Export:
    """What an export holds, as it comes together."""

    def __init__(self) -> None:
        self.found = Gathering()
        self.schema: object = None
        self._units: set[str] = set()
        self._zones: set[str] = set()
        self._active = 0

    def take(self, key: str, value: object) -> None:
        """One of its values, or one item of a list of them."""
        if key == "schema":
            self.schema = value
        elif key == "workouts":
            self._read(self._workout, value, "a workout")
        elif key == "measurements":
            self._read(self._measurement, value, "a measurement")

    def reading(self) -> Reading:
        warnings = self.found.warnings
        if self._active:
            warnings.append(f"{self._active} workouts were not finished yet and come in as done")
        if self._zones:
            warnings.append(
                f"The workouts were done in {', '.join(sorted(self._zones)[:3])}: --timezone says where days begin"
            )
        unit = next((each for each in ("kg", "lb") if each in self._units), None)
        reason = "each load has its unit in the file" if unit else "the file has no loads"
        return self.found.reading(NAME, SCHEMA, unit=unit, unit_reason=reason)

    def _read(self, take: Any, value: object, what: str) -> None:
        try:
            take(value)
        except ValidationError as error:
            self._reject(what, InvalidError.from_pydantic(error).message)
        except (InvalidError, ValueError) as error:
            self._reject(what, str(error))

    def _reject(self, what: str, why: str) -> None:
        self.found.rows += 1
        self.found.reject(f"{what}: {clean(why)}")

    def _workout(self, value: object) -> None:
        one = WorkoutRead.model_validate(value)
        head = ImportedWorkout(
            source_key=str(one.id),
            started_at=_local(one.started_at, one.timezone),
            ended_at=_local(one.ended_at, one.timezone) if one.ended_at else None,
            name=text.label(one.name or "", "workout's name") or None,
            note=_text(one.note),
            tags=list(map(clean, one.tags)),
            bodyweight_value=one.bodyweight_value,
            bodyweight_unit=one.bodyweight_unit,
            extras=one.extras,
            executions=[],
        )
        values = {name: getattr(head, name) for name in OF_WORKOUT}
        for name in ("started_at", "ended_at"):  # which the schema takes to UTC
            values[name] = values[name] and _local(values[name], one.timezone)
        executions = tuple(map(_execution, one.exercise_executions))
        self.found.rows += sum(len(each.sets) for each in executions)
        self.found.add(SourceWorkout(executions=executions, tags=tuple(head.tags), **values))
        self._zones.add(clean(one.timezone))
        self._active += one.status == "active"
        self._units.update(
            each.load_unit for of in executions for each in of.sets if each.load_unit
        )

    def _measurement(self, value: object) -> None:
        one = MeasurementRead.model_validate(value)
        self.found.rows += 1
        checked = ImportedMeasurement(
            source_key=str(one.id),
            type=one.type if type_called(one.type) else clean(one.name),
            value=one.value,
            unit=clean(one.unit),
            measured_at=_local(one.measured_at, one.timezone),
            note=_text(one.note),
        )
        self.found.measure(SourceMeasurement(**dict(checked)))


def _execution(one: ExecutionRead) -> SourceExecution:
    checked = ImportedExecution(
        exercise=text.label(one.exercise.name, "exercise's name"),
        note=_text(one.note),
        superset=one.superset_group,
        sets=[],
    )
    sets = tuple(map(_set, one.sets))
    return SourceExecution(checked.exercise, sets, checked.note, checked.superset)


def _set(one: SetRead) -> SourceSet:
    values: dict[str, Any] = {name: getattr(one, name) for name in OF_SET}
    for name in ("note", "raw"):
        values[name] = _text(values[name])
    return SourceSet(**dict(ImportedSet(**values)))


def _text(note: str | None) -> str | None:
    """A note as it stands, harmless."""
    return clean(note, lines=True) if note else None


def _local(moment: datetime, zone: str) -> datetime:
    """A moment with the offset of the place where it was."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no offset")
    return moment.astimezone(local_zone(zone))
