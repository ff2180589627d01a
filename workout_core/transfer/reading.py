"""What every reader of a format yields: workouts and measurements in the field's words, before anything is stored.

Context: files are large, and hardly any says all of itself in its first lines: units, languages and the order of
dates show only in the whole. Decision: a reader goes through the file once, where it refuses what it does not
know, and returns a `Reading`, whose `workouts` and `measurements` go through it again and yield one after another.
Consequences: memory does not grow with the file, and a plan costs one more reading.

Nothing is invented on the way: what a file leaves empty is None, what has no field is kept in `extras`, and a row
that cannot be read stands in `rejected` with its line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from decimal import Decimal

    from workout_core.vocabulary import (
        DistanceUnit,
        EffortScale,
        LoadMode,
        MassUnit,
        SetKind,
        Side,
    )

DateOrder = Literal["dmy", "mdy", "ymd"]
Extras = dict[str, Any]  # only what JSON can hold


@dataclass(frozen=True, slots=True)
class Options:
    """What a person says of a file, where it does not say it itself.

    `columns` maps a field to the name of the column that holds it, for tables that no app is known to write.
    """

    unit: MassUnit | None = None
    distance_unit: DistanceUnit | None = None
    date_order: DateOrder | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceSet:
    """A set of the file; `raw` is what was written where reading changed it, `line` counts from 1."""

    kind: SetKind = "working"
    side: Side | None = None
    load_value: Decimal | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: int | None = None
    duration_s: Decimal | None = None
    distance_m: Decimal | None = None
    distance_value: Decimal | None = None
    distance_unit: DistanceUnit | None = None
    elevation_m: Decimal | None = None
    rpe: Decimal | None = None
    effort_scale: EffortScale | None = None
    tempo: str | None = None
    rest_s: Decimal | None = None
    amrap: bool = False
    failed: bool = False
    hr_avg: int | None = None
    hr_max: int | None = None
    calories: int | None = None
    performed_at: datetime | None = None
    note: str | None = None
    target_load_value: Decimal | None = None
    target_load_unit: MassUnit | None = None
    target_reps: int | None = None
    target_reps_max: int | None = None
    target_rpe: Decimal | None = None
    target_duration_s: Decimal | None = None
    target_distance_m: Decimal | None = None
    raw: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SourceExecution:
    """One exercise as it was done once in a workout, under the name that the source gives it.

    Executions of a workout with the same `superset` were done in turns.
    """

    exercise: str
    sets: tuple[SourceSet, ...]
    note: str | None = None
    superset: int | None = None


@dataclass(frozen=True, slots=True)
class SourceWorkout:
    """A workout of the file. Its times are wall times where the file has no zone, else they have an offset.

    `source_key` is the start as it is written, or the source's own id: a second import knows the workout by it.
    """

    source_key: str
    started_at: datetime
    executions: tuple[SourceExecution, ...]
    name: str | None = None
    ended_at: datetime | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    bodyweight_value: Decimal | None = None
    bodyweight_unit: MassUnit | None = None
    extras: Extras = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceMeasurement:
    """Something of the body that was measured: `type` is a slug of `workout_core.body.types`, or a name of its own.

    `unit` is as the file has it: kg, lb, percent, cm, in, kcal, or empty for a bare number.
    """

    source_key: str
    type: str
    value: Decimal
    unit: str
    measured_at: datetime
    note: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was left out; `line` is the physical line of the file, the first being 1."""

    line: int
    reason: str


def _nothing() -> Iterable[SourceMeasurement]:
    return ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as it was understood, and how.

    `workouts` and `measurements` can be gone through again and again, and no `source_key` comes twice. `rows`
    counts the rows of data, of which `rows_not_sets` (by what they are), `rows_repeated` and the rejected ones are
    no sets. `unit` is that of the loads, None where the file has none; `unit_reason` says how it is known, and
    `unit_certain` whether a person should be asked; the same for the order of day and month in dates.
    """

    format: str
    dialect: str
    workouts: Callable[[], Iterable[SourceWorkout]]
    measurements: Callable[[], Iterable[SourceMeasurement]] = _nothing
    rejected: list[Rejected] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    unit: MassUnit | None = None
    unit_reason: str = ""
    unit_certain: bool = True
    date_order: DateOrder | None = None
    date_reason: str = ""
    date_certain: bool = True
    warnings: list[str] = field(default_factory=list)
    rows: int = 0
    rows_not_sets: dict[str, int] = field(default_factory=dict)
    rows_repeated: int = 0

    def executions(self) -> Iterator[SourceExecution]:
        """All executions, in order."""
        return (each for workout in self.workouts() for each in workout.executions)

    def sets(self) -> Iterator[SourceSet]:
        """All sets, in order."""
        return (each for execution in self.executions() for each in execution.sets)
