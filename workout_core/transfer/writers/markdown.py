"""A training diary in Markdown: a heading a workout, and its exercises as a list with their sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.transfer.writers.cells import number, wall_time
from workout_core.transfer.writers.spelling import sets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workout_core.workouts.schemas import ExecutionRead, WorkoutRead

HEAD: Final = "# Training diary\n"
SPECIAL: Final = re.compile(r"([\\`*_\[\]<>#|~&])")
# What makes a list, a heading or a rule of a line that begins with it.
BEGINNING: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


def diary(workouts: Iterable[WorkoutRead]) -> Iterator[str]:
    """The chapters of workouts, a text each."""
    for workout in workouts:
        yield "\n".join(_chapter(workout)) + "\n"


def _chapter(workout: WorkoutRead) -> Iterator[str]:
    yield ""
    yield f"## {workout.local_date.isoformat()} {_text(workout.name or '')}".rstrip()
    yield ""
    yield _facts(workout)
    if workout.note:
        yield ""
        yield from (f"> {line}".rstrip() for line in _text(workout.note, lines=True).split("\n"))
    if workout.exercise_executions:
        yield ""
    for execution in workout.exercise_executions:
        yield from _exercise(execution)


def _facts(workout: WorkoutRead) -> str:
    """When it was, how much it was, and its tags."""
    times = f"{wall_time(workout.started_at, workout):%H:%M}"
    if workout.ended_at:
        times += f" to {wall_time(workout.ended_at, workout):%H:%M}"
    facts = [times, f"{workout.sets} set{'' if workout.sets == 1 else 's'}"]
    if workout.volume_kg:
        facts.append(f"{number(workout.volume_kg.quantize(1))} kg")
    if workout.bodyweight_value is not None:
        facts.append(f"body weight {number(workout.bodyweight_value)} {workout.bodyweight_unit}")
    facts += [_text(tag) for tag in workout.tags]
    return ", ".join(facts)


def _exercise(execution: ExecutionRead) -> Iterator[str]:
    group = execution.superset_group
    marked = "" if group is None else f" (superset {group})"
    yield f"- **{_text(execution.exercise.name)}**{marked} {_text(sets_of(execution))}".rstrip()
    notes = [execution.note, *(each.note for each in execution.sets)]
    for note in filter(None, notes):
        yield from (f"  {line}".rstrip() for line in _text(note, lines=True).split("\n"))


def _text(text: str, *, lines: bool = False) -> str:
    """A text of which Markdown makes nothing but text."""
    escaped = SPECIAL.sub(r"\\\1", clean(text, lines=lines))
    return BEGINNING.sub(_escaped, escaped) if lines else escaped


def _escaped(found: re.Match[str]) -> str:
    indent, sign = found.groups()
    return f"{indent}{sign}\\" if sign.isdigit() else f"{indent}\\{sign}"
