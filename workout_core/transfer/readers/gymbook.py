"""The CSV of GymBook for iOS, whose header and cells are in the language of the phone.

A row is a set with its own time of day. Values carry their unit as a word, in the phone's language and with its
comma: `20 ripetizioni`, `6 minuti`, `0,55 km`. Rows that were skipped are no sets. A workout is what one
program holds on one day. A cool-down is a lighter set after the work, which is what a back-off set is here.
The muscles of each row are passed over: what an exercise trains is a matter of the catalogue.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.transfer import text
from workout_core.transfer.dated_table import DatedTableReader
from workout_core.transfer.readers.gymbook_words import (
    NO,
    UNITS_OF_DISTANCE,
    UNITS_OF_MASS,
    UNITS_OF_TIME,
    YES,
    field_of,
    is_repetitions,
    is_shaped,
    kind_of,
)
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row
from workout_core.transfer.tables import first_line
from workout_core.units import metres

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.source import Source

MAX_LENGTH: Final = 10_000

_VALUE: Final = re.compile(r"([0-9][0-9.,:'’\s]*?)\s*([^\W\d_]\D*)?")
_GROUPED: Final = re.compile(r"([0-9]{1,3})(([.,'’\s])[0-9]{3})+(?!\3)[.,][0-9]{1,2}")
_CLOCK: Final = re.compile(r"([0-9]{1,4}):([0-5][0-9])(?::([0-5][0-9]))?")


class GymBookReader(DatedTableReader):
    name = "gymbook"
    needed = ("date", "time", "exercise", "kind", "amount", "load")
    prose = ("note",)

    @classmethod
    def recognises(cls, source: Source) -> bool:
        """Also in a language that is not known here: the words that are not are told then."""
        if super().recognises(source):
            return True
        try:
            return is_shaped(first_line(source))
        except InvalidError:  # a line too long, or no text at all
            return False

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return field_of(name)

    def row(self, line: int, cells: list[str]) -> Row | None:
        at = self.when(cells)
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        if _skipped(self.cell(cells, "skipped")):
            title = self.columns.header[self.columns.at["skipped"]].strip()
            self.tally[f"{title}={self.cell(cells, 'skipped').strip()}"] += 1
            return None
        program = text.label(self.cell(cells, "program"), "program")
        key = f"{at.date()} {program}".rstrip()[:200]
        done = self._set(line, at, cells)
        return Row(key, self.begins(key, at), exercise, done, of_workout={"name": program or None})

    def notices(self) -> list[str]:
        self.rows_not_sets.update(self.tally)
        return []

    def _set(self, line: int, at: datetime, cells: list[str]) -> SourceSet:
        cell = self.cell
        fields = _amount(cell(cells, "amount")) | _load(cell(cells, "load"))
        kind_cell = cell(cells, "kind").strip()
        kind = kind_of(text.fold(kind_cell))
        if kind is None:
            raise ValueError(f"the kind of set {text.quoted(kind_cell)} is not known")
        if fields.get("reps") == 0 and "load_value" not in fields:
            fields["reps"] = None
        return SourceSet(
            kind=kind,
            performed_at=at,
            note=text.note(cell(cells, "note")),
            raw=kind_cell if kind == "backoff" else None,
            line=line,
            **fields,
        )


def _skipped(cell: str) -> bool:
    word = text.fold(cell)
    if word not in YES | NO:
        raise ValueError(f"skipped is {text.quoted(cell)}, which is neither yes nor no")
    return word in YES


def _value(cell: str) -> tuple[str, str]:
    """The number of a cell, its thousands not marked any more, and the unit's word."""
    found = _VALUE.fullmatch(cell.strip())
    if found is None:
        raise ValueError(f"{text.quoted(cell)} is no number with a unit")
    number, unit = found[1], text.fold(found[2] or "").rstrip(".")
    if grouped := _GROUPED.fullmatch(number):
        number = number.replace(grouped[3], "")
    return number, unit


def _amount(cell: str) -> dict[str, Any]:
    """Repetitions, or the seconds of a set that is timed."""
    if not cell.strip():
        return {}
    number, unit = _value(cell)
    if is_repetitions(unit):
        return {"reps": text.count(number, "repetitions", 10_000)}
    if unit not in UNITS_OF_TIME:
        raise ValueError(f"the unit of {text.quoted(cell)} is not known")
    return {"duration_s": _seconds(number, UNITS_OF_TIME[unit])}


def _seconds(number: str, unit: int) -> Decimal | None:
    """`6` or `6:30` minutes in seconds; of a clock the first part is of the unit."""
    if clock := _CLOCK.fullmatch(number):
        first, second, third = (int(part or 0) for part in clock.groups())
        if third or unit == 1:
            return Decimal(first * 3600 + second * 60 + third)
        return Decimal(first * unit + second * unit // 60)
    value, _ = text.quantity(number, "time", text.THOUSANDTH, 1_000_000 // unit)
    return None if value is None else value * unit


def _load(cell: str) -> dict[str, Any]:
    """A load, or the distance of a set that has one; 0 is none."""
    if not cell.strip():
        return {}
    number, word = _value(cell)
    if unit := UNITS_OF_MASS.get(word):
        load, _ = text.quantity(number, "weight", text.HUNDREDTH, 99_999)
        return {"load_value": load, "load_unit": unit, "load_mode": "absolute"} if load else {}
    if word not in UNITS_OF_DISTANCE:
        raise ValueError(f"the unit of {text.quoted(cell)} is not known")
    length_unit = UNITS_OF_DISTANCE[word]
    most = MAX_LENGTH if length_unit in ("km", "mi") else MAX_LENGTH * 1000
    length, _ = text.quantity(number, "distance", text.THOUSANDTH, most)
    if length is None:
        return {}
    return {
        "distance_m": metres(length, length_unit),
        "distance_value": length,
        "distance_unit": length_unit,
    }
