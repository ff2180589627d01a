"""Every result that is a list, as a table."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from workout_cli.layout import Column, Table
from workout_cli.wording import amount, effort, load, number
from workout_core.exercises.schemas import ExerciseRead
from workout_core.schemas import Page
from workout_core.workouts.schemas import DayRead, LogRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

SETS = (
    Column("date"),
    Column("exercise", shrinks=True),
    Column("set", "right"),
    Column("kind"),
    Column("load", "right"),
    Column("done", "right"),
    Column("effort"),
    Column("note", shrinks=True),
)
WORKOUTS = (
    Column("id"),
    Column("date"),
    Column("workout", shrinks=True),
    Column("exercises", shrinks=True),
    Column("sets", "right"),
    Column("volume_kg", "right"),
)
EXERCISES = (
    Column("slug", shrinks=True),
    Column("name", shrinks=True),
    Column("category"),
    Column("modality"),
    Column("tracking"),
    Column("muscles", shrinks=True),
)


@singledispatch
def table(result: BaseModel) -> Table | None:
    """The table of a result; None for one that is no list."""
    return None


@table.register
def _(result: WorkoutRead) -> Table:
    return Table(SETS, list(_set_rows([result])))


@table.register
def _(result: DayRead) -> Table:
    return Table(SETS, list(_set_rows(result.workouts)))


@table.register
def _(result: LogRead) -> Table:
    columns = tuple(
        Column(name) for name in ("exercise", "kind", "load", "unit", "mode", "reps", "rpe")
    )
    rows = [
        (
            entry.exercise,
            each.kind,
            number(each.load_value),
            each.load_unit or "",
            each.load_mode or "",
            number(each.reps),
            number(each.rpe),
        )
        for entry in result.entries
        for each in entry.sets
    ]
    return Table(columns, rows)


@table.register(Page[WorkoutSummary])
def _(result: Page[WorkoutSummary]) -> Table:
    rows = [
        (
            str(each.id)[:8],
            each.local_date.isoformat(),
            each.name or "",
            ", ".join(each.exercises),
            str(each.sets),
            number(each.volume_kg),
        )
        for each in result.items
    ]
    return Table(WORKOUTS, rows)


@table.register(Page[ExerciseRead])
def _(result: Page[ExerciseRead]) -> Table:
    return Table(EXERCISES, [_exercise(each) for each in result.items])


@table.register
def _(result: ExerciseRead) -> Table:
    return Table(EXERCISES, [_exercise(result)])


def _exercise(each: ExerciseRead) -> tuple[str, ...]:
    muscles = " ".join(each.primary_muscles)
    return (each.slug or "", each.name, each.category, each.modality, each.tracking, muscles)


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
                    effort(each),
                    each.note or (execution.note or "" if count == 1 else ""),
                )
