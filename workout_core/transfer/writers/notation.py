"""Workouts in the set notation: a block each, whose lines `workout log -` reads again.

What the notation has no word for stands in comments, which are skipped: when it was and what it was called, notes of
single sets, and sets that say nothing of what was done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.schemas import clean
from workout_core.transfer.writers.cells import wall_time
from workout_core.workouts.text.lines import stored_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from workout_core.workouts.schemas import ExecutionRead, WorkoutRead
    from workout_core.workouts.text.lines import StoredExecution, StoredLine, TextNames


def blocks(workouts: Iterable[WorkoutRead], names: TextNames) -> Iterator[str]:
    """The blocks of workouts, each with an empty line at its end; `names` are those by which they will be read."""
    for workout in workouts:
        yield "\n".join([*_head(workout), *_lines(workout.exercise_executions, names)]) + "\n\n"


def _head(workout: WorkoutRead) -> Iterator[str]:
    start = wall_time(workout.started_at, workout)
    named = f" {clean(workout.name)}" if workout.name else ""
    yield f"# {start:%Y-%m-%d %H:%M}{named}"
    yield from _comments(workout.note)


def _lines(executions: Sequence[ExecutionRead], names: TextNames) -> Iterator[str]:
    for line in stored_lines(*_rows(executions), names):
        said = [each for each in line.executions if each.sets]
        if len(said) == len(line.executions) and not any(map(_unsaid, said)):
            yield _line(line)
        else:
            yield from _single(line, names)


def _single(line: StoredLine, names: TextNames) -> Iterator[str]:
    """The executions of a line that cannot be read whole, each for itself, less what cannot be read."""
    for each in line.executions:
        kept = [one.row for one in each.sets if one.read]
        if kept:
            yield from map(_line, stored_lines([{**each.row, "superset_group": None}], kept, names))
        lost = len(each.sets) - len(kept)
        if lost or not kept:
            yield f"# {clean(each.exercise.name)}: {lost} of {len(each.sets)} sets cannot be said"


def _line(line: StoredLine) -> str:
    note = " / ".join(filter(None, line.note.split("\n")))
    said = f"{line.body} // {note}" if note else line.body
    of_sets = (one.row["note"] for each in line.executions for one in each.sets)
    return "\n".join([clean(said), *(c for text in of_sets for c in _comments(text))])


def _comments(text: str | None) -> Iterator[str]:
    if text:
        yield from (f"#   {line}".rstrip() for line in clean(text, lines=True).split("\n"))


def _unsaid(execution: StoredExecution) -> bool:
    return any(each.read is None for each in execution.sets)


def _rows(
    executions: Sequence[ExecutionRead],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Executions and sets as the notation takes them."""
    rows, sets = [], []
    for each in executions:
        exercise = {f"exercise_{name}": value for name, value in vars(each.exercise).items()}
        rows.append({**vars(each), **exercise})
        sets += [{**vars(one), "execution_id": each.id} for one in each.sets]
    return rows, sets
