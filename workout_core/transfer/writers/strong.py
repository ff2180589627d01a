"""The CSV of the Strong app: the classic one of iOS, with commas and one unit, and that of Android, with semicolons.

What Strong has no column for is left out: supersets, sides, tempo and pulse. The load of an assisted set is the help,
under a name that ends in `(Assisted)`, as Strong has it. Loads of the classic file are in the unit that is asked for,
distances in the one that goes with it; on Android every row has its own. A workout that has no end took 0 s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.transfer.writers.cells import (
    distance_in,
    load_in,
    number,
    quoted,
    wall_time,
    words,
)
from workout_core.transfer.writers.naming import name_in, name_of_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from decimal import Decimal

    from workout_core.vocabulary import DistanceUnit, MassUnit, SetKind
    from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

IOS_HEADER: Final = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
ANDROID_HEADER: Final = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
)
APP: Final = "strong"
LETTERS: Final[dict[SetKind, str]] = {"warmup": "W", "drop": "D", "failure": "F"}
REST: Final = "Rest Timer"
BESIDE: Final[dict[MassUnit, DistanceUnit]] = {"kg": "km", "lb": "mi"}
NAMELESS: Final = "Workout"


def ios(workouts: Iterable[WorkoutRead], unit: MassUnit, *, safe: bool = False) -> Iterator[str]:
    """The rows of workouts in the classic file, with loads in a unit; a text for each workout."""
    for workout in workouts:
        start, name, length = _head(workout, safe=safe)
        rows = _ios_rows(workout, unit, safe=safe)
        yield "".join(f"{','.join((start, name, length, *cells))}\n" for cells in rows)


def android(workouts: Iterable[WorkoutRead], *, safe: bool = False) -> Iterator[str]:
    """The rows of workouts in the file of Android, with loads as they were typed; a text for each workout."""
    for workout in workouts:
        start, name, length = _head(workout, safe=safe)
        rows = _android_rows(workout, safe=safe)
        yield "".join(f"{';'.join((start, name, *cells, length))}\n" for cells in rows)


def _ios_rows(workout: WorkoutRead, unit: MassUnit, *, safe: bool) -> Iterator[Sequence[str]]:
    note = quoted(words(workout.note, safe=safe))
    for name, order, each, said in _sets(workout, safe=safe):
        yield (
            *(name, order, _decimal(load_in(each, unit)), number(each.reps or 0)),
            *(_decimal(distance_in(each, BESIDE[unit])), number(each.duration_s or 0)),
            *(said, note, number(each.rpe)),
        )
        note = ""
        if each.rest_s:
            yield (name, REST, "0", "0", "0", number(each.rest_s), "", "", "")


def _android_rows(workout: WorkoutRead, *, safe: bool) -> Iterator[Sequence[str]]:
    note = quoted(words(workout.note, safe=safe))
    for name, order, each, said in _sets(workout, safe=safe):
        yield (
            *(name, order, number(each.load_value), each.load_unit or "", number(each.reps)),
            *(number(each.rpe), *_distance(each), number(each.duration_s or 0), said, note),
        )
        note = ""
        if each.rest_s:
            yield (name, REST, *[""] * 6, number(each.rest_s), "", "")


def _sets(workout: WorkoutRead, *, safe: bool) -> Iterator[tuple[str, str, SetRead, str]]:
    """Each set with its exercise's name, its number or letter, and its note."""
    for execution in workout.exercise_executions:
        called, working = name_in(APP, workout, execution), 0
        for at, each in enumerate(execution.sets):
            letter = LETTERS.get(each.kind)
            working += letter is None
            name = quoted(words(name_of_set(called, each), safe=safe))
            said = quoted(words(_note(execution, each, first=at == 0), safe=safe))
            yield name, letter or f"{working}", each, said if at == 0 or each.note else ""


def _note(execution: ExecutionRead, each: SetRead, *, first: bool) -> str:
    """A set's note, below the exercise's if it is the first."""
    return "\n".join(filter(None, (execution.note if first else "", each.note)))


def _distance(each: SetRead) -> tuple[str, str]:
    if each.distance_value is not None and each.distance_unit:
        return number(each.distance_value), each.distance_unit
    return number(each.distance_m), "" if each.distance_m is None else "m"


def _head(workout: WorkoutRead, *, safe: bool) -> tuple[str, str, str]:
    """When a workout began, what it is called, and how long it took."""
    start = wall_time(workout.started_at, workout)
    name = quoted(words(workout.name or NAMELESS, safe=safe))
    return f"{start:%Y-%m-%d %H:%M:%S}", name, _length(workout.started_at, workout.ended_at)


def _length(start: datetime, end: datetime | None) -> str:
    """A span as in `1h 5m`, `44m` or `45s`."""
    seconds = max(0, int((end - start).total_seconds())) if end else 0
    if seconds < 60:
        return f"{seconds}s"
    hours, minutes = divmod(seconds // 60, 60)
    parts = (f"{hours}h" if hours else "", f"{minutes}m" if minutes else "")
    return " ".join(filter(None, parts))


def _decimal(value: Decimal | None) -> str:
    """A number as Strong writes one that may have decimals: `100.0`, and `0` for none."""
    shown = number(value or 0)
    return shown if "." in shown or not value else f"{shown}.0"
