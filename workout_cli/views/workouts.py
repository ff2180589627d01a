"""Workouts and days, as they are shown."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table, padded
from workout_cli.options import now
from workout_cli.views import View
from workout_cli.widths import cut, display_width, wrapped
from workout_cli.wording import (
    amount,
    body_cells,
    day,
    effort,
    grouped,
    length,
    load,
    near,
    number,
    time_of_day,
    volume,
)
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.units import round_half_up
from workout_core.workouts.schemas import DayRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workout_core.paging import Page
    from workout_core.workouts.schemas import ExecutionRead, WorkoutHead

INDENT: Final = "  "
GRAMS_10: Final = Decimal("0.01")
SETS: Final = (
    Column("date"),
    Column("exercise", shrinks=True, typed=True),
    Column("set", "right"),
    Column("kind"),
    Column("load", "right"),
    Column("done", "right"),
    Column("side"),
    Column("effort"),
    Column("tempo"),
    Column("rest_s", "right"),
    *(Column(name, "right") for name in ("hr_avg", "hr_max", "calories", "elevation_m")),
    Column("superset", "right"),
    Column("note", shrinks=True, typed=True),
)
WORKOUTS: Final = (
    Column("id"),
    Column("date", told=near),
    Column("workout", shrinks=True, typed=True),
    Column("exercises", shrinks=True, typed=True),
    Column("sets", "right"),
    Column("volume_kg", "right"),
)


def day_text(result: DayRead) -> str:
    if not result.workouts:
        when = day(result.local_date)
        return f"Nothing logged on {when} yet. Try: workout log bench 5x5@100kg"
    return "\n\n".join(workout_text(each) for each in result.workouts)


def workout_text(result: WorkoutRead) -> str:
    title = styled(cut(clean(result.name or "Workout"), width() - 10), "bold")
    lines = [f"{title}  {styled(str(result.id)[:8], 'dim')}"]
    lines += [*wrapped(head(result), width()), *_bodyweight(result)]
    if result.tags:
        lines += [styled(line, "cyan") for line in wrapped(_tags(result), width())]
    lines += _noted(result.note or "", INDENT)
    names = [display_width(_name(each)) for each in result.exercise_executions]
    room = min(max(names, default=0), width() * 2 // 5)
    for execution in result.exercise_executions:
        lines += _execution(execution, room)
    return "\n".join(lines)


def _tags(workout: WorkoutHead) -> str:
    return " ".join(f"#{clean(tag)}" for tag in workout.tags)


def head(workout: WorkoutHead) -> str:
    """A workout in a line: its day, how long it took, what it came to."""
    parts = (
        day(workout.local_date),
        _span(workout),
        counted(workout.sets, "set"),
        volume(workout.volume_kg) if workout.volume_kg else "",
    )
    return " · ".join(filter(None, parts))


def _bodyweight(workout: WorkoutRead) -> Iterator[str]:
    if workout.bodyweight_value is not None:
        yield f"body weight {number(workout.bodyweight_value)} {workout.bodyweight_unit}"


def _span(workout: WorkoutHead) -> str:
    """How long a workout took, or since when it goes on."""
    if workout.status == "active":
        since = time_of_day(workout.started_at, workout.local_date)
        so_far = length(workout.started_at, now())
        return f"open since {since}" + (f" ({so_far})" if so_far else "")
    return length(workout.started_at, workout.ended_at)


def sets_table(workouts: Iterable[WorkoutRead]) -> Table:
    """A row for every set."""
    return Table(SETS, list(_set_rows(workouts)))


def history_table(result: Page[WorkoutSummary]) -> Table:
    rows = [
        (
            str(each.id)[:8],
            each.local_date.isoformat(),
            each.name or "",
            ", ".join(each.exercises),
            str(each.sets),
            number(round_half_up(each.volume_kg, GRAMS_10)),
        )
        for each in result.items
    ]
    return Table(WORKOUTS, rows, numbered=len(rows))


def _execution(execution: ExecutionRead, room: int) -> Iterator[str]:
    names = wrapped(_name(execution), room)
    rest = width() - room - 2 * len(INDENT)
    told = [line for each in grouped(execution.sets) or ["no sets"] for line in wrapped(each, rest)]
    for name, line in zip_longest(names, told, fillvalue=""):
        yield f"{INDENT}{padded(name, room)}{INDENT}{line}".rstrip()
    if execution.note:
        note = " / ".join(clean(execution.note, lines=True).splitlines())
        yield from (styled(line, "dim") for line in _noted(f"// {note}", INDENT * 2))


def _noted(note: str, indent: str) -> Iterator[str]:
    for line in clean(note, lines=True).splitlines():
        yield from (f"{indent}{part}" for part in wrapped(line, width() - len(indent)))


def _name(execution: ExecutionRead) -> str:
    """The exercise; those of a superset share a number."""
    name = clean(execution.exercise.name)
    return f"{name} [{execution.superset_group}]" if execution.superset_group else name


def _set_rows(workouts: Iterable[WorkoutRead]) -> Iterator[tuple[str, ...]]:
    for workout in workouts:
        for execution in workout.exercise_executions:
            for count, each in enumerate(execution.sets, 1):
                yield (
                    workout.local_date.isoformat(),
                    execution.exercise.name,
                    str(count),
                    each.kind,
                    load(each),
                    amount(each),
                    each.side or "",
                    effort(each),
                    each.tempo or "",
                    number(each.rest_s),
                    *body_cells(each),
                    number(execution.superset_group),
                    each.note or (execution.note or "" if count == 1 else ""),
                )


def _text(result: DayRead | WorkoutRead) -> str:
    return day_text(result) if isinstance(result, DayRead) else workout_text(result)


def _table(result: DayRead | WorkoutRead) -> Table:
    return sets_table(result.workouts if isinstance(result, DayRead) else [result])


SHOWN: Final = View(_table, _text, columns=SETS)
HISTORY: Final = View(history_table, lists="WorkoutSummary", columns=WORKOUTS)
