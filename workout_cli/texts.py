"""Every result as a person reads it."""

from __future__ import annotations

from datetime import date, datetime
from functools import singledispatch
from typing import TYPE_CHECKING

from workout_cli.console import styled
from workout_cli.layout import aligned, display_width
from workout_cli.tables import table
from workout_cli.wording import counted, day, grouped, kilos, length, number
from workout_core.exercises.schemas import ExerciseRead
from workout_core.schemas import clean
from workout_core.transfer.schemas import ImportReport
from workout_core.workouts.schemas import DayRead, LogRead, WorkoutHead, WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from workout_core.workouts.schemas import ExecutionRead

INDENT = "  "
REJECTED_SHOWN = 10


@singledispatch
def text(result: BaseModel) -> str:
    """What a person is shown of a result: its table, unless it has a form of its own."""
    found = table(result)
    if found is None:
        raise TypeError(f"{type(result).__name__} has no text form")
    return aligned(found)


@text.register
def _(result: LogRead) -> str:
    lines = [styled(clean(entry.reading), "bold") for entry in result.entries]
    if result.note:
        lines.append(f"{INDENT}// {clean(result.note)}")
    if result.workout:
        lines.append(styled(_head(result.workout), "dim"))
    else:
        lines.append(styled("dry run: nothing was written", "dim"))
    return "\n".join(lines)


@text.register
def _(result: WorkoutRead) -> str:
    title = result.name or "Workout"
    lines = [styled(clean(title), "bold") + styled(f"  {str(result.id)[:8]}", "dim"), _head(result)]
    if result.note:
        lines += [f"{INDENT}{line}" for line in clean(result.note, lines=True).splitlines()]
    room = max(
        (display_width(_name(each)) for each in result.exercise_executions), default=0
    )
    for execution in result.exercise_executions:
        lines += _execution(execution, room)
    return "\n".join(lines)


@text.register
def _(result: DayRead) -> str:
    if not result.workouts:
        return f"Nothing logged on {day(result.local_date, _today())} yet. Try: workout log bench 5x5@100kg"
    return "\n\n".join(text(each) for each in result.workouts)


@text.register
def _(result: ExerciseRead) -> str:
    lines = [styled(clean(result.name), "bold") + styled(f"  {result.slug or result.id}", "dim")]
    facts = (
        ("also called", ", ".join(result.aliases)),
        ("kind", f"{result.category}, {result.modality}, {result.laterality}"),
        ("tracked by", result.tracking.replace("_", " and ")),
        ("works", ", ".join(result.primary_muscles)),
        ("and", ", ".join(result.secondary_muscles)),
        ("unit", result.unit or ""),
        ("note", result.note or ""),
    )
    lines += [
        f"{INDENT}{name:<12}{clean(value).replace('_', ' ')}" for name, value in facts if value
    ]
    if result.instructions:
        lines += ["", clean(result.instructions, lines=True)]
    return "\n".join(lines)


@text.register
def _(result: ImportReport) -> str:
    verb = "would add" if result.dry_run else "added"
    lines = [
        f"{result.format} ({result.dialect}): {counted(result.workouts, 'workout')}, "
        f"{counted(result.executions, 'execution')}, {counted(result.sets, 'set')}, "
        f"{counted(result.exercises, 'exercise')}",
        f"{result.first or '?'} to {result.last or '?'}, {number(result.volume_kg)} kg in all",
        f"loads in {result.unit or 'no unit'}: {clean(result.unit_reason)}",
        styled(
            f"{verb} {counted(result.new, 'workout')}; {result.unchanged} unchanged, "
            f"{result.changed} changed here or there, {result.deleted} deleted here",
            "bold",
        ),
    ]
    if result.unmatched:
        lines.append(f"{counted(len(result.unmatched), 'exercise')} of your own:")
        lines += [f"{INDENT}{clean(each.name)}" for each in result.unmatched]
    for each in result.rejected[:REJECTED_SHOWN]:
        lines.append(f"line {each.line} was left out: {clean(each.reason)}")
    if len(result.rejected) > REJECTED_SHOWN:
        lines.append(f"and {len(result.rejected) - REJECTED_SHOWN} lines more; --json lists them")
    lines += [f"note: {clean(warning)}" for warning in result.warnings]
    return "\n".join(lines)


def _head(workout: WorkoutHead) -> str:
    parts = (
        day(workout.local_date, _today()),
        length(workout.started_at, workout.ended_at),
        counted(workout.sets, "set"),
        kilos(workout.volume_kg) if workout.volume_kg else "",
    )
    return " · ".join(filter(None, parts))


def _execution(execution: ExecutionRead, room: int) -> Iterator[str]:
    name = _name(execution)
    blanks = " " * (room - display_width(name))
    told = grouped(execution.sets) or ["no sets"]
    yield f"{INDENT}{name}{blanks}{INDENT}{told[0]}"
    for line in told[1:]:
        yield f"{INDENT}{' ' * room}{INDENT}{line}"
    if execution.note:
        yield styled(
            f"{INDENT * 2}// {' / '.join(clean(execution.note, lines=True).splitlines())}", "dim"
        )


def _name(execution: ExecutionRead) -> str:
    """The exercise; those of a superset share a number."""
    name = clean(execution.exercise.name)
    return f"{name} [{execution.superset_group}]" if execution.superset_group else name


def _today() -> date:
    return datetime.now().astimezone().date()
