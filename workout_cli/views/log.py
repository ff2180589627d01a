"""What was logged, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.wording import counted, day, kilos, number
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.workouts.log_schemas import LoggedWorkout, LogRead

COLUMNS: Final = tuple(
    Column(name, typed=name in ("exercise", "note"))
    for name in (
        *("exercise", "kind", "side", "load", "unit", "mode", "reps"),
        *("duration_s", "distance_m", "rpe", "tempo", "rest_s", "note"),
    )
)


def log_text(result: LogRead) -> str:
    lines = [styled(clean(entry.reading), "bold") for entry in result.entries]
    if result.added:
        lines.append(f"  {clean(result.added)} is new")
    if result.note:
        lines.append(f"  // {clean(result.note)}")
    told = _workout(result.workout) if result.workout else "dry run: nothing was written"
    return "\n".join([*lines, styled(told, "dim")])


def log_table(result: LogRead) -> Table:
    rows = [
        (
            entry.exercise,
            each.kind,
            each.side or "",
            number(each.load_value),
            each.load_unit or "",
            each.load_mode or "",
            number(each.reps),
            number(each.duration_s),
            number(each.distance_m),
            number(each.rpe),
            each.tempo or "",
            number(each.rest_s),
            result.note or "",
        )
        for entry in result.entries
        for each in entry.sets
    ]
    return Table(COLUMNS, rows)


def _workout(workout: LoggedWorkout) -> str:
    parts = (
        day(workout.local_date),
        counted(workout.sets, "set"),
        kilos(workout.volume_kg) if workout.volume_kg else "",
    )
    return " · ".join(filter(None, parts))


LOGGED: Final = View(log_table, log_text, columns=COLUMNS)
