"""The CSV of FitNotes: of Android in three dialects, and of FitNotes 2 for iOS.

A has the unit in the header (`Weight (lbs)`), B has it in every row, C comments as well; iOS has a column of kg
and one of lb, of which one is converted: the rounder is what was typed. A workout is a day: the file knows no time
of day, no set numbers and no warm-ups. Rows of one exercise that follow one another are one execution.

Android quotes no names, so a row with more fields than the header has commas in its exercise's name.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.figures import figures, gathered, noisy, of_exercise
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader
from workout_core.transfer.tables import fields

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.source import Source
    from workout_core.transfer.tables import Cells
    from workout_core.vocabulary import MassUnit

FIELDS: Final = {
    **{
        name: name
        for name in (
            *("date", "exercise", "category", "weight", "weight unit", "reps", "distance"),
            *("distance unit", "time", "comment"),
        )
    },
    **{f"weight ({word})": f"weight {unit}" for word, unit in text.MASS_UNITS.items()},
    "comments": "comment",
    "note": "comment",
    "notes": "comment",
    "kind": "",  # which of the columns an exercise fills, as the cells show
}
MAX_COMMAS: Final = 20
HALF: Final = Decimal("0.5")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT: Final = re.compile(r"[0-9]{1,4}:[0-5][0-9]")


class FitNotesReader(TableReader):
    name = "fitnotes"
    needed = ("date", "exercise")
    prose = ("comment",)

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return FIELDS.get(name)

    @classmethod
    def recognises(cls, source: Source) -> bool:
        """Whether it has days, exercises and categories; a table of anybody may have the first two."""
        return super().recognises(source) and "category" in cls.columns_of(source)

    def dialect(self) -> str:
        at = self.columns.at
        if "weight kg" in at and "weight lb" in at:
            return "iOS"
        if "weight unit" in at:
            return "C" if "comment" in at else "B"
        return "A"

    def split(self, cells: Cells) -> list[str]:
        """The cells of a row, the commas of an unquoted name back in the name."""
        at, surplus = self.columns.at["exercise"], len(cells) - self.width
        if isinstance(cells, list) and 0 < surplus <= MAX_COMMAS:
            name = self.columns.separator.join(cells[at : at + surplus + 1])
            cells = [*cells[:at], name, *cells[at + surplus + 1 :]]
        return fields(cells, self.width)

    def row(self, line: int, cells: list[str]) -> Row:
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        start = _day(self.cell(cells, "date"))
        category = text.label(self.cell(cells, "category"), "category") or None
        done = self._set(line, exercise, cells)
        return Row(
            str(start.date()),
            start,
            exercise,
            done,
            written=noisy(self.cell(cells, "weight"), done),
            of_workout=of_exercise("category", exercise, category),
        )

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        categories = gathered("category", said)
        return {**said, "extras": {"categories": categories} if categories else {}}

    def _set(self, line: int, exercise: str, cells: list[str]) -> SourceSet:
        weight, unit = self._weight(cells)
        found = figures(
            exercise,
            weight=weight,
            unit=unit or self.unit,
            reps=self.cell(cells, "reps"),
            seconds=_clock(self.cell(cells, "time")),
            distance=self.cell(cells, "distance"),
            distance_unit=text.unit_of(self.cell(cells, "distance unit"), text.DISTANCE_UNITS)
            or self.options.distance_unit,
        )
        return SourceSet(**found, note=text.note(self.cell(cells, "comment")), line=line)

    def _weight(self, cells: list[str]) -> tuple[str, MassUnit | None]:
        """The weight as it was typed, and its unit."""
        if weight := self.cell(cells, "weight"):
            return weight, text.unit_of(self.cell(cells, "weight unit"), text.MASS_UNITS)
        kg, lb = self.cell(cells, "weight kg"), self.cell(cells, "weight lb")
        if kg.strip() and lb.strip():
            in_kg, in_lb = text.number(kg) or Decimal(0), text.number(lb) or Decimal(0)
            return (lb, "lb") if _roundness(in_lb) > _roundness(in_kg) else (kg, "kg")
        return (lb, "lb") if lb.strip() else (kg, "kg")


def _roundness(value: Decimal) -> int:
    """How likely somebody typed it: in fives, whole, a half, a quarter, or anything."""
    steps = (Decimal(5), Decimal("2.5"), Decimal(1), HALF, Decimal("0.25"), Decimal("0.1"))
    return next((len(steps) - at for at, step in enumerate(steps) if value % step == 0), 0)


def _day(cell: str) -> datetime:
    """The day as a wall time at its beginning; a time of day that follows it is not heeded."""
    day = cell.strip()
    found = text.local_time(f"{day} 00:00" if _DAY.fullmatch(day) else day)
    return found.replace(hour=0, minute=0, second=0, microsecond=0)


def _clock(cell: str) -> str:
    """A time with its hours: iOS leaves them out where there are none."""
    return f"0:{cell.strip()}" if _SHORT.fullmatch(cell.strip()) else cell
