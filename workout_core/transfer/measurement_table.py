"""Reads tables of what was measured of a body: a row a moment, a column a type, which is what scales write.

A format says by which columns it is known. Every column whose name is understood becomes measurements, each with
the unit of its column; a cell of 0 or of dashes means that this was not measured. A measurement is known again by
its type and its time as it is written; one that differs from another of that time gets a key of its own.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from workout_core.body.amounts import LENGTHS_BESIDE, spelt
from workout_core.body.types import BY_SLUG, check_amount, type_name
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.any_date import Dates
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.measured_columns import FIELDS, UNITS, measured_column
from workout_core.transfer.reading import Reading, SourceMeasurement
from workout_core.transfer.rejecting import check_rejected, reject, told_repeated
from workout_core.transfer.tables import Cells, Columns, fields, first_line, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from decimal import Decimal

    from workout_core.transfer.measured_columns import MeasuredColumn
    from workout_core.transfer.reading import Options, Rejected
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit

MEASURED: Final = "measured "  # begins the field of a column that holds a type
ABSENT: Final = frozenset(("", "-", "--", "---", "—", "–", "n/a", "null", "none"))
MAX_MEASUREMENTS: Final = 1_000_000
MAX_BARE: Final = 100_000  # more do not tell the unit better
HEAVY: Final = 130  # a middle weight above it is more likely in pounds
MOST: Final = 999_999

_CELL: Final = re.compile(r"([+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]+)?)\s*([^0-9\s.,].{0,9})?")


class MeasurementReader(ABC):
    """Reads one file; subclasses say what is particular to their format."""

    name: ClassVar[str]
    needed: ClassVar[tuple[str, ...]] = ("date", "weight")

    def __init__(self, source: Source, options: Options) -> None:
        self.source, self.options = source, options
        self.columns = self.understood()
        self.width = len(self.columns.header)
        self.measured = self.measured_columns()
        self.dates = Dates(self._dates(), options.date_order)
        if not self.dates.order.certain:
            self.dates.bring_close(self._dates())
        self.rejected: list[Rejected] = []
        self.tally: Counter[str] = Counter()  # what a format counts
        self.unit: MassUnit | None = None  # of masses that name none; unknown in the first reading
        self._bare: list[Decimal] = []  # weights whose unit is to be found
        self._units: Counter[MassUnit] = Counter()
        self._lengths = 0  # without a unit
        self._rows_read = self._empty = self._repeated = 0

    @classmethod
    def field_of(cls, name: str) -> str | None:
        """The field that a column of this folded name holds; None where nobody knows."""
        if name in FIELDS:
            return FIELDS[name]
        return f"{MEASURED}{name}" if measured_column(name) else None

    @classmethod
    @abstractmethod
    def recognises(cls, source: Source) -> bool:
        """Whether the first line has the columns by which the format is known."""

    @classmethod
    def known_in(cls, source: Source) -> set[str]:
        """The fields and types that the first line has; none where it is no header."""
        try:
            columns = _as_dated(Columns.of(first_line(source), cls.field_of))
        except InvalidError:
            return set()
        return _known(columns)

    def understood(self) -> Columns:
        """The columns of the first line; InvalidError where some are lacking."""
        columns = _as_dated(Columns.of(first_line(self.source), self.field_of))
        if missing := [each for each in self.needed if each not in _known(columns)]:
            columns.require(missing, FORMATS[self.name].title)
        return columns

    def measured_columns(self) -> dict[int, MeasuredColumn]:
        """What the columns hold, by their places."""
        at = [each for field, each in self.columns.at.items() if field.startswith(MEASURED)]
        found = ((each, measured_column(self.columns.header[each])) for each in at)
        return {each: column for each, column in found if column}

    def split(self, cells: Cells) -> list[str]:
        """The cells of a row, as many as the header has."""
        return fields(cells, self.width)

    def notices(self) -> list[str]:
        """What a person should know of how the file was read."""
        return []

    def note(self, cells: list[str]) -> str | None:
        """What is noted beside the measurements of a row."""
        written = self.cell(cells, "note").strip()
        return None if written.casefold() in ABSENT else text.note(written)

    def cell(self, cells: list[str], name: str) -> str:
        """The cell of a field; nothing where the table has no such column."""
        at = self.columns.at.get(name)
        return "" if at is None else cells[at]

    def row(self, line: int, cells: list[str]) -> list[SourceMeasurement]:
        """What was measured in a row. ValueError where it cannot be read."""
        when = self.dates.when(self.cell(cells, "date"), self.cell(cells, "time")).at
        note = self.note(cells)
        found: dict[str, SourceMeasurement] = {}
        for at, column in self.measured.items():
            title = self.columns.header[at].strip()
            each = self.measurement(line, when, column, cells[at], title)
            if each and column.type not in found:
                found[column.type] = replace(each, note=note)
        return self.with_others(list(found.values()), cells)

    def with_others(
        self, found: list[SourceMeasurement], cells: list[str]
    ) -> list[SourceMeasurement]:
        """The same, the first with a note of what stands in columns that nobody knows."""
        others = [
            f"{name}: {clean(cells[at].strip()[:1_000])}"
            for at, name in self.columns.unknown.items()
            if cells[at].strip().casefold() not in ABSENT
        ]
        if found and others:
            note = "\n".join(filter(None, (found[0].note, *others)))[:10_000]
            found[0] = replace(found[0], note=note)
        return found

    def measurement(
        self, line: int, when: datetime, column: MeasuredColumn, cell: str, title: str
    ) -> SourceMeasurement | None:
        """What a cell holds, None where nothing was measured."""
        value, written = _amount(cell, title)
        if not value:
            return None
        unit = written or column.unit
        if unit is None:
            unit = self._unit_of(column.type, value)
        _check(column.type, value, unit)
        if unit in text.MASS_UNITS:
            self._units[text.MASS_UNITS[unit]] += 1
        key = f"{column.type} {when}"
        return SourceMeasurement(key, column.type, value, unit or "", when, line=line)

    def read(self) -> Reading:
        """Go through the file once. InvalidError where more than half of it cannot be read."""
        for _ in self._rows(self.rejected):
            pass
        check_rejected(self.rejected, self._rows_read)
        self.unit, reason, certain = self._found_unit()
        count = sum(1 for _ in self.measurements())
        warnings = list(self.source.warnings) + self.notices()
        warnings += told_repeated(self._repeated)
        if self._lengths and not self.options.unit:
            warnings.append("Lengths have no unit in the file: they were read as centimetres")
        return Reading(
            format=self.name,
            dialect="",
            workouts=tuple,
            measurements=self.measurements,
            rejected=self.rejected,
            unknown_columns=list(self.columns.unknown.values()),
            unit=self.unit if count else None,
            unit_reason=reason,
            unit_certain=certain,
            date_order=self.dates.order.order,
            date_reason=self.dates.order.reason,
            date_certain=self.dates.order.certain,
            warnings=warnings,
            rows=self._rows_read,
            rows_not_sets={"nothing was measured": self._empty} if self._empty else {},
            rows_repeated=self._repeated,
        )

    def measurements(self) -> Iterator[SourceMeasurement]:
        """What was measured, each once; two that differ and have one key get keys of their own."""
        self._repeated = 0
        seen: dict[str, list[int]] = {}
        for row in self._rows([]):
            new = 0
            for each in row:
                same = seen.setdefault(each.source_key, [])
                content = hash((each.value, each.unit, each.note))
                if content in same:
                    continue
                same.append(content)
                new += 1
                if len(seen) > MAX_MEASUREMENTS:
                    raise InvalidError(
                        f"{self.source.name} has more than {MAX_MEASUREMENTS:,} measurements",
                        hints=["split the file by year"],
                    )
                key = each.source_key
                yield each if len(same) == 1 else replace(each, source_key=f"{key} ({len(same)})")
            self._repeated += bool(row) and not new

    def records(self) -> Iterator[tuple[int, Cells]]:
        """Each row that is neither blank nor the header once more, with its line."""
        prose = {self.columns.at.get("note", -1), *self.columns.unknown}
        for line, cells in table(
            self.source, self.columns.separator, self.width, prose, self.split
        ):
            if cells != self.columns.header and any(map(str.strip, cells)):
                yield line, cells

    def _dates(self) -> Iterator[str]:
        for _, cells in self.records():
            try:
                yield self.cell(self.split(cells), "date")
            except ValueError:
                continue

    def _rows(self, rejected: list[Rejected]) -> Iterator[list[SourceMeasurement]]:
        self._rows_read = self._empty = self._lengths = 0
        for line, cells in self.records():
            self._rows_read += 1
            try:
                row = self.row(line, self.split(cells))
            except ValueError as error:
                reject(rejected, line, str(error), self._rows_read)
                continue
            self._empty += not row
            yield row

    def _unit_of(self, type_: str, value: Decimal) -> str | None:
        """The unit of a mass or a length that names none; None as long as nobody knows it."""
        if BY_SLUG[type_].kind == "length":
            self._lengths += 1
            return LENGTHS_BESIDE[self.options.unit or "kg"]
        if self.unit is None and type_ == "weight" and len(self._bare) < MAX_BARE:
            self._bare.append(value)
        return self.unit

    def _found_unit(self) -> tuple[MassUnit | None, str, bool]:
        """The unit of the masses, how it is known, and whether that is certain."""
        given = self.options.unit
        said = ", ".join(f"{count:,} in {unit}" for unit, count in self._units.most_common())
        if not self._bare:
            known = self._units.most_common(1)[0][0] if said else given
            return known, f"the file says it: {said}" if said else "the file has no weights", True
        if given:
            return given, "given", True
        middle = sorted(self._bare)[len(self._bare) // 2]
        unit: MassUnit = "lb" if middle > HEAVY else "kg"
        return (
            unit,
            f"guessed: the weights lie around {text.rounded(middle, text.MILLIONTH)}",
            False,
        )


def _known(columns: Columns) -> set[str]:
    """The fields of columns, and the types of those that hold one."""
    found = {each for each in columns.at if not each.startswith(MEASURED)}
    held = (measured_column(columns.header[at]) for at in columns.at.values())
    return found | {each.type for each in held if each}


def _as_dated(columns: Columns) -> Columns:
    """A table whose only time is called so has its dates there."""
    if "date" not in columns.at and "time" in columns.at:
        columns.at["date"] = columns.at.pop("time")
    return columns


def _amount(cell: str, title: str) -> tuple[Decimal | None, str | None]:
    """The number of a cell, and the unit where one stands behind it."""
    cell = cell.strip()
    if cell.casefold() in ABSENT:
        return None, None
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError(f"{text.quoted(title)} {text.quoted(cell)} is no number")
    unit = spelt(found[2]) if found[2] else None
    if unit and unit not in UNITS:
        raise ValueError(f"{text.quoted(title)}: the unit {text.quoted(unit)} is not known")
    value, _ = text.quantity(found[1], text.quoted(title), text.MILLIONTH, MOST)
    return value, "percent" if unit == "%" else unit


def _check(type_: str, value: Decimal, unit: str | None) -> None:
    """ValueError where no body has such a value."""
    if type_ not in BY_SLUG or unit is None:
        return
    try:
        check_amount(BY_SLUG[type_], value, spelt(unit))
    except InvalidError as error:
        raise ValueError(f"{type_name(type_)}: {error.message}") from error
