"""Exercises, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.exercises.schemas import ExerciseRead
    from workout_core.paging import Page

COLUMNS: Final = (
    Column("name", shrinks=True, typed=True),
    Column("slug"),
    Column("tracking"),
    Column("muscles", shrinks=True),
)


def exercise_text(result: ExerciseRead) -> str:
    facts = (
        ("also called", ", ".join(result.aliases)),
        ("kind", f"{result.category}, {result.modality}, {result.laterality}"),
        ("tracked by", result.tracking.replace("_", " and ")),
        ("works", ", ".join(result.primary_muscles)),
        ("and", ", ".join(result.secondary_muscles)),
        ("unit", result.unit or ""),
        ("note", result.note or ""),
    )
    lines = [styled(clean(result.name), "bold") + styled(f"  {result.slug or result.id}", "dim")]
    lines += [f"  {name:<12}{clean(value).replace('_', ' ')}" for name, value in facts if value]
    if result.instructions:
        lines += ["", clean(result.instructions, lines=True)]
    return "\n".join(lines)


def _row(each: ExerciseRead) -> tuple[str, ...]:
    return (each.name, each.slug or "", each.tracking, " ".join(each.primary_muscles))


def _table(page: Page[ExerciseRead]) -> Table:
    return Table(COLUMNS, [_row(each) for each in page.items])


EXERCISE: Final = View(lambda each: Table(COLUMNS, [_row(each)]), exercise_text, columns=COLUMNS)
EXERCISES: Final = View(_table, lists="ExerciseRead", columns=COLUMNS)
