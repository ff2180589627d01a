"""The CSV of the Hevy app in English: a row a set, loads and distances in the units that are asked for.

Hevy keeps notes of exercises only, so a set's note is a line of its exercise's. Minutes are all that it knows of the
time. What it has no column for is left out: sides, tempo, rests and pulse.
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
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from workout_core.vocabulary import DistanceUnit, MassUnit, SetKind
    from workout_core.workouts.schemas import ExecutionRead, WorkoutRead

APP: Final = "hevy"
KINDS: Final[dict[SetKind, str]] = {"warmup": "warmup", "drop": "dropset", "failure": "failure"}
MASSES: Final[dict[MassUnit, str]] = {"kg": "weight_kg", "lb": "weight_lbs"}
DISTANCES: Final[dict[MassUnit, DistanceUnit]] = {"kg": "km", "lb": "mi"}
LENGTHS: Final[dict[MassUnit, str]] = {"kg": "distance_km", "lb": "distance_miles"}
NAMELESS: Final = "Workout"
# Not those of the language of the machine.
MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def header(unit: MassUnit) -> str:
    """The names of the columns."""
    names = (
        *("title", "start_time", "end_time", "description", "exercise_title", "superset_id"),
        *("exercise_notes", "set_index", "set_type", MASSES[unit], "reps", LENGTHS[unit]),
        *("duration_seconds", "rpe"),
    )
    return f"{','.join(map(quoted, names))}\n"


def rows(workouts: Iterable[WorkoutRead], unit: MassUnit, *, safe: bool = False) -> Iterator[str]:
    """The rows of workouts, a text for each workout."""
    for workout in workouts:
        head = _head(workout, safe=safe)
        groups: dict[int, int] = {}
        for execution in workout.exercise_executions:
            group = execution.superset_group
            shown = "" if group is None else f"{groups.setdefault(group, len(groups))}"
            cells = _sets(workout, execution, shown, unit, safe=safe)
            yield "".join(f"{head},{','.join(each)}\n" for each in cells)


def _head(workout: WorkoutRead, *, safe: bool) -> str:
    """The cells that stand in every row of a workout."""
    cells = (
        words(workout.name or NAMELESS, safe=safe),
        _minute(workout.started_at, workout),
        _minute(workout.ended_at, workout) if workout.ended_at else "",
        words(workout.note, safe=safe),
    )
    return ",".join(map(quoted, cells))


def _sets(
    workout: WorkoutRead, execution: ExecutionRead, group: str, unit: MassUnit, *, safe: bool
) -> Iterator[tuple[str, ...]]:
    called, note = name_in(APP, workout, execution), words(_note(execution), safe=safe)
    for index, each in enumerate(execution.sets):
        yield (
            quoted(words(name_of_set(called, each), safe=safe)),
            group,
            quoted(note),
            str(index),
            quoted(KINDS.get(each.kind, "normal")),
            number(load_in(each, unit)),
            number(each.reps),
            number(distance_in(each, DISTANCES[unit])),
            number(each.duration_s),
            number(each.rpe),
        )


def _note(execution: ExecutionRead) -> str:
    """The note of an exercise, and those of its sets with their numbers."""
    of_sets = (f"Set {at}: {each.note}" for at, each in enumerate(execution.sets, 1) if each.note)
    return "\n".join(filter(None, (execution.note, *of_sets)))


def _minute(moment: datetime, workout: WorkoutRead) -> str:
    """A time as in `22 Dec 2025, 08:00`."""
    here = wall_time(moment, workout)
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}, {here:%H:%M}"
