"""A table of sets that no app is known to write: a row a set, or a row for several equal ones.

A person says which column is which field (`--column exercise=Übung`); usual English words are understood without.
Rows of one start are a workout; where each row has a time of its own, or none, those of one day and one name are.
A load below 0 is help, one with a plus is added to the body's weight.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from workout_core.errors import InvalidError
from workout_core.transfer import text
from workout_core.transfer.any_date import Dates
from workout_core.transfer.figures import effort, figures, noisy
from workout_core.transfer.measured_columns import named_unit
from workout_core.transfer.measurement_table import ABSENT
from workout_core.transfer.own_columns import mapping_hint, own_columns, shown
from workout_core.transfer.own_words import ENGLISH, TIME_UNITS, english, likely
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader
from workout_core.transfer.tables import column, fields, first_line, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workout_core.transfer.any_date import When
    from workout_core.transfer.reading import Options, Rejected
    from workout_core.transfer.source import Source
    from workout_core.transfer.tables import Columns
    from workout_core.vocabulary import LoadMode, SetKind

FIELDS: Final = frozenset(ENGLISH.values())
KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(("", "n", "normal", "work", "working", "working set"), "working"),
    **dict.fromkeys(("w", "warmup", "warm-up", "warm up", "wu"), "warmup"),
    **dict.fromkeys(("d", "drop", "dropset", "drop set", "drop-set"), "drop"),
    **dict.fromkeys(("f", "failure", "to failure", "fail"), "failure"),
}
MODES: Final[dict[str, LoadMode]] = {"-": "assisted", "+": "added"}
NO_LOAD: Final = ABSENT | {"bw", "bodyweight", "body weight"}
MAX_SETS: Final = 100

U = TypeVar("U")

_CLOCK: Final = re.compile(r"[0-9]{1,3}:[0-5][0-9]")
_WITH_UNIT: Final = re.compile(r"([-+]?\s?[0-9][0-9.,]*)\s*([a-z]{1,10})\.?")


@dataclass(slots=True)
class EqualRow(Row):
    """A row that stands for so many sets."""

    times: int = 1


class OwnTableReader(TableReader):
    name = "table"
    needed = ("date", "exercise")
    prose = ("note", "workout_note")

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._dates = Dates(column(source, self.columns, "date"), options.date_order)
        self._mass_unit = self._unit_in("weight", text.MASS_UNITS)
        self._distance_unit = (
            self._unit_in("distance", text.DISTANCE_UNITS) or options.distance_unit
        )
        self._time_unit = self._unit_in("duration", TIME_UNITS)  # in seconds
        self._starts: dict[str, datetime] = {}
        self._kinds: dict[str, int] = {}  # kinds of sets that nobody knows, and a line of each
        self._by_start = self._repeats_starts()

    @classmethod
    def recognises(cls, source: Source) -> bool:
        """Never: only a person knows what such a table means."""
        return False

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return english(name)

    def understood(self) -> Columns:
        given = {each.casefold().replace("-", "_"): of for each, of in self.options.columns.items()}
        if unknown := [each for each in given if each not in FIELDS]:
            raise InvalidError(
                f"{text.quoted(unknown[0])} is no field of a table",
                hints=[f"the fields are {', '.join(sorted(FIELDS))}"],
            )
        columns = own_columns(first_line(self.source), given, english)
        if missing := [each for each in self.needed if each not in columns.at]:
            raise InvalidError(
                f"No column is known for {' and '.join(missing)}; the table has {shown(columns.header)}",
                hints=[mapping_hint(self.name, columns.header, missing, likely)],
            )
        return columns

    def row(self, line: int, cells: list[str]) -> Row | str:
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        times = text.count(_plain(self.cell(cells, "sets")), "sets", MAX_SETS)
        if times == 0:
            return "no sets"
        when, workout = self._head(cells)
        key = self._key(when, workout)
        start = when.at
        if not self._by_start:
            start = self._starts[key] = min(start, self._starts.get(key, start))
        done = self._set(line, exercise, cells)
        load, _ = _with_unit(self.cell(cells, "weight"))
        if when.timed and not self._by_start:
            done = replace(done, performed_at=when.at)
        return EqualRow(
            key,
            start,
            exercise,
            done,
            number=text.count(self.cell(cells, "set"), "set", 10_000),
            superset=_superset(self.cell(cells, "superset")),
            written=noisy(load, done),
            of_workout={
                "name": workout or None,
                "note": text.note(self.cell(cells, "workout_note")),
            },
            times=times or 1,
        )

    def notices(self) -> list[str]:
        found = [
            f"sets of the kind {text.quoted(kind)} are not known and were read as working sets, "
            f"as on line {line}"
            for kind, line in self._kinds.items()
        ]
        return found + bare.notices(self.tally["distances"])

    def facts(self) -> dict[str, Any]:
        order = self._dates.order
        return {
            "date_order": order.order,
            "date_reason": order.reason,
            "date_certain": order.certain,
        }

    def _rows(self, rejected: list[Rejected], not_sets: Counter[str]) -> Iterator[Row]:
        self.tally.clear()
        for row in super()._rows(rejected, not_sets):
            yield row
            if isinstance(row, EqualRow):
                for _ in range(row.times - 1):
                    yield replace(row, is_first=False, others=(), number=None)

    def _unit_in(self, field: str, units: dict[str, U]) -> U | None:
        """The unit that the name of a field's column has."""
        at = self.columns.at.get(field)
        unit = None if at is None else named_unit(self.columns.header[at])[1]
        if unit and unit not in units:
            raise InvalidError(
                f"The unit of the column {text.quoted(self.columns.header[at or 0])} is not known",
                hints=[f"units of a {field}: {', '.join(units)}"],
            )
        return units.get(unit or "")

    def _head(self, cells: list[str]) -> tuple[When, str]:
        when = self._dates.when(self.cell(cells, "date"), self.cell(cells, "time"))
        return when, text.label(self.cell(cells, "workout"), "workout's name")

    def _key(self, when: When, workout: str) -> str:
        if when.timed and self._by_start:
            return str(when.at)
        return f"{when.at.date()} {workout}".rstrip()[:200]

    def _repeats_starts(self) -> bool:
        """Whether rows that follow one another on a day mostly have one time: that of their workout."""
        same, last = Counter[bool](), None
        for _, cells in table(self.source, self.columns.separator, self.width):
            try:
                when, workout = self._head(fields(cells, self.width))
            except ValueError:
                continue
            if when.timed and last and (when.at.date(), workout) == (last[0].at.date(), last[1]):
                same[when.at == last[0].at] += 1
            last = when, workout
        return same[True] >= same[False]

    def _set(self, line: int, exercise: str, cells: list[str]) -> SourceSet:
        cell = self.cell
        load, of_load = _with_unit(cell(cells, "weight"))
        length, of_length = _with_unit(cell(cells, "distance"))
        mass_unit = text.unit_of(of_load or cell(cells, "weight_unit"), text.MASS_UNITS)
        length_unit = text.unit_of(of_length or cell(cells, "distance_unit"), text.DISTANCE_UNITS)
        found = figures(
            exercise,
            weight=load.removeprefix("-"),
            unit=mass_unit or self._mass_unit or self.unit,
            reps=_plain(cell(cells, "reps")),
            seconds=_seconds(cell(cells, "duration"), self._time_unit),
            distance=length,
            distance_unit=length_unit or self._distance_unit,
        )
        if found["load_value"] is not None and load[:1] in MODES:
            found["load_mode"] = MODES[load[:1]]
        self.tally["distances"] += bool(found["distance_value"] and not found["distance_unit"])
        return SourceSet(
            kind=self._kind(line, cell(cells, "kind")),
            note=text.note(cell(cells, "note")),
            line=line,
            **found,
            **effort(_plain(cell(cells, "rpe")), _plain(cell(cells, "rir"))),
        )

    def _kind(self, line: int, cell: str) -> SetKind:
        kind = KINDS.get(text.fold(cell))
        if kind is None:
            self._kinds.setdefault(cell, line)
        return kind or "working"


def _plain(cell: str) -> str:
    """A cell without the dashes that stand for nothing."""
    return "" if cell.strip().casefold() in ABSENT else cell


def _with_unit(cell: str) -> tuple[str, str]:
    """The number of a cell, and the unit that may stand behind it."""
    word = cell.strip().casefold()
    if word in NO_LOAD:
        return "", ""
    found = _WITH_UNIT.fullmatch(word)
    return (found[1].replace(" ", ""), found[2]) if found else (word, "")


def _seconds(cell: str, unit: int | None) -> str:
    """A duration, whose minutes and seconds may stand without hours; a bare number is in the column's unit."""
    cell = _plain(cell).strip()
    if unit and cell[-1:].isdecimal() and ":" not in cell:
        return str((text.number(cell) or 0) * unit)
    return f"0:{cell}" if _CLOCK.fullmatch(cell) else cell


def _superset(cell: str) -> int | None:
    """The number of a group, or its letter."""
    word = _plain(cell).strip().casefold()
    if len(word) == 1 and "a" <= word <= "z":
        return ord(word) - ord("a") + 1
    return text.count(word, "superset", 10_000)
