"""Exercises, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_cli.wording import clock, day, number
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.exercises.schemas import ExerciseDetails, ExerciseFound, ExerciseRead
    from workout_core.paging import Page
    from workout_core.workouts.merge_schemas import MergeRead

FACTS: Final = 16
LOADS: Final = {"added": "added to body weight, as in +10kg", "assisted": "help, as in -20kg"}
COLUMNS: Final = (
    Column("name", shrinks=True, typed=True),
    Column("slug"),
    Column("tracking"),
    Column("muscles", shrinks=True),
)
FOUND_COLUMNS: Final = (*COLUMNS, Column("workouts", "right"))
MOVED: Final = ("exercise", "into", "workouts", "sets", "names", "dry_run")
_SHOWN_MAXES: Final = 5


def exercise_text(result: ExerciseRead) -> str:
    return _text(result, ())


def details_text(result: ExerciseDetails) -> str:
    done = f"{counted(result.workouts, 'workout')}, {counted(result.sets, 'set')}"
    last = f", last {day(result.last_date)}" if result.last_date else ""
    return _text(result, (*_maxes(result), ("done", done + last if result.sets else "")))


def _text(result: ExerciseRead, more: Iterable[tuple[str, str]]) -> str:
    facts = (
        ("also called", clean(", ".join(result.aliases))),
        ("kind", _words(f"{result.category}, {result.modality}, {result.laterality}")),
        ("tracked by", result.tracking.replace("_", " and ")),
        ("loads", LOADS.get(result.load_mode or "", "")),
        ("works", _words(", ".join(result.primary_muscles))),
        ("and", _words(", ".join(result.secondary_muscles))),
        ("unit", result.unit or ""),
        ("increment", number(result.increment)),
        ("rest", clock(result.default_rest_s) if result.default_rest_s else ""),
        ("bar", f"{number(result.bar_value)} {result.bar_unit}" if result.bar_value else ""),
        *more,
        ("note", clean(result.note or "", lines=True)),
        ("hidden", "only its exact name finds it still" if result.hidden else ""),
    )
    star = styled(" *", "yellow") if result.starred else ""
    lines = [styled(clean(result.name), "bold") + star]
    lines[0] += styled(f"  {result.slug or result.id}", "dim")
    lines += [line for name, value in facts if value for line in _fact(name, value)]
    if result.instructions:
        lines += ["", *_lines(clean(result.instructions, lines=True), width())]
    return "\n".join(lines)


def _fact(name: str, value: str) -> Iterable[str]:
    """A fact beside its name, wrapped to the terminal."""
    for count, line in enumerate(_lines(value, width() - FACTS)):
        yield f"  {'' if count else name:<{FACTS - 2}}{line}"


def _lines(text: str, room: int) -> list[str]:
    return [line for part in text.splitlines() for line in wrapped(part, room)]


def _maxes(result: ExerciseDetails) -> Iterable[tuple[str, str]]:
    for place, each in enumerate(result.training_maxes[:_SHOWN_MAXES]):
        told = f"{number(each.value)} {each.unit} since {day(each.since)}"
        yield "" if place else "training max", told


def _words(text: str) -> str:
    return text.replace("_", " ")


def _row(each: ExerciseRead) -> tuple[str, ...]:
    return (each.name, each.slug or "", each.tracking, " ".join(each.primary_muscles))


def _table(page: Page[ExerciseRead]) -> Table:
    return Table(COLUMNS, [_row(each) for each in page.items])


def _found(page: Page[ExerciseFound]) -> Table:
    return Table(FOUND_COLUMNS, [(*_row(each), str(each.workouts)) for each in page.items])


def merged_text(result: MergeRead) -> str:
    moved = f"{counted(result.workouts, 'workout')}, {counted(result.sets, 'set')}"
    lines = [
        styled(clean(f"{result.exercise} -> {result.into}"), "bold"),
        f"  moved         {moved}",
    ]
    if result.names:
        lines.append(f"  also called   {clean(', '.join(result.names))}")
    last = "dry run: nothing was moved" if result.dry_run else "workout undo takes it back"
    return "\n".join([*lines, styled(last, "dim")])


def _merged(result: MergeRead) -> Table:
    cells = (result.exercise, result.into, str(result.workouts), str(result.sets))
    names, dry_run = ", ".join(result.names), str(result.dry_run).lower()
    return Table(tuple(map(Column, MOVED)), [(*cells, names, dry_run)])


def _removed(result: ExerciseRead) -> str:
    told = styled("workout undo brings it back", "dim")
    return f"removed {styled(clean(result.name), 'bold')}\n{told}"


def _one(result: ExerciseRead) -> Table:
    return Table(COLUMNS, [_row(result)])


EXERCISE: Final = View(_one, exercise_text, columns=COLUMNS)
DETAILS: Final = View(_one, details_text, columns=COLUMNS)
EXERCISES: Final = View(_table, lists="ExerciseRead", columns=COLUMNS)
FOUND: Final = View(_found, lists="ExerciseFound", columns=FOUND_COLUMNS)
MERGED: Final = View(_merged, merged_text, columns=tuple(map(Column, MOVED)))
REMOVED: Final = View(_one, _removed, columns=COLUMNS)
