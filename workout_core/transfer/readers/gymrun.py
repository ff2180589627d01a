"""The CSV of GymRun: a row a set with its own time of day, without units.

A workout is what one routine holds on one day. What `Para6` to `Para10`, `Type` and `Book` mean is not known:
they are kept as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.transfer import text
from workout_core.transfer.dated_table import DatedTableReader
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row

if TYPE_CHECKING:
    from datetime import datetime

FIELDS: Final = {
    **{
        name: name
        for name in (
            *("date", "time", "routine", "exercise", "set", "weight", "reps", "duration"),
            *("distance", "note"),
        )
    },
    "version1": "",
}


class GymRunReader(DatedTableReader):
    name = "gymrun"
    needed = ("date", "time", "routine", "exercise", "set", "weight", "reps")
    prose = ("note",)

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return FIELDS.get(name)

    def row(self, line: int, cells: list[str]) -> Row:
        at = self.when(cells)
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        routine = text.label(self.cell(cells, "routine"), "routine's name")
        key = f"{at.date()} {routine}".rstrip()[:200]
        return Row(
            key,
            self.begins(key, at),
            exercise,
            self._set(line, at, cells),
            number=text.count(self.cell(cells, "set"), "set", 10_000),
            of_workout={"name": routine or None},
        )

    def notices(self) -> list[str]:
        return bare.notices(self.tally["distances"])

    def _set(self, line: int, at: datetime, cells: list[str]) -> SourceSet:
        cell = self.cell
        load, raw = text.quantity(cell(cells, "weight"), "weight", text.HUNDREDTH, 99_999)
        length = bare.distance(cell(cells, "distance"), self.options.distance_unit)
        self.tally["distances"] += bool(length) and not self.options.distance_unit
        reps = text.count(cell(cells, "reps"), "reps", 10_000)
        return SourceSet(
            load_value=load,
            load_unit=None if load is None else self.unit,
            load_mode=None if load is None else "absolute",
            reps=reps if reps or load else None,
            duration_s=bare.seconds(cell(cells, "duration")),
            performed_at=at,
            note=text.note(cell(cells, "note")),
            raw=raw,
            line=line,
            **length,
        )
