"""Reads tables that hold a row a set, which is what most trackers write.

A format says which columns it has and what a row means. The first reading counts what tells the unit of the loads,
and finds the rows that cannot be read; after it workouts are yielded as their rows follow one another. Those whose
rows stand apart, as in files that were joined, wait for the end and are put together.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter, deque
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.decimals import has_decimal_commas, is_open, with_points
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.guessing import guess_unit
from workout_core.transfer.reading import (
    Reading,
    SourceExecution,
    SourceSet,
    SourceWorkout,
)
from workout_core.transfer.rejecting import check_rejected, reject, told_repeated
from workout_core.transfer.source import SMALL
from workout_core.transfer.tables import Cells, Columns, fields, first_line, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from decimal import Decimal

    from workout_core.transfer.reading import Extras, Options, Rejected
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit


@dataclass(slots=True)
class Row:
    """What a row says of its workout, of the execution, and its set.

    `key` tells workouts apart. `of_workout` holds fields of SourceWorkout, of which the first row that has one is
    heeded. Where `number` (the set's in its execution) begins anew, another execution does. A row without a set
    may be the `rest` after the set before it. `is_first` is the first of a file that was joined on. `written` is a
    load as it stands, where it was rounded: its noise tells the unit.
    """

    key: str
    start: datetime
    exercise: str
    set: SourceSet | None
    number: int | None = None
    note: str | None = None
    superset: int | None = None
    rest: Decimal | None = None
    written: Decimal | None = field(default=None, compare=False)
    of_workout: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[tuple[str, str], ...] = ()
    is_first: bool = field(default=False, compare=False)


class TableReader(ABC):
    """Reads one file; subclasses say what is particular to their format."""

    name: ClassVar[str]
    needed: ClassVar[tuple[str, ...]]
    prose: ClassVar[tuple[str, ...]] = ()  # fields whose cells may go over several lines

    def __init__(self, source: Source, options: Options) -> None:
        self.source, self.options = source, options
        self.columns = self.understood()
        self.width = len(self.columns.header)
        self.unit: MassUnit | None = None  # of loads that name none; unknown in the first reading
        self.tally: Counter[str] = Counter()  # what a format counts in the first reading
        self.rejected: list[Rejected] = []
        self.rows_not_sets: Counter[str] = Counter()
        self.blank_lines = self._count = self._repeated = 0
        self._scattered: frozenset[str] = frozenset()

    @classmethod
    @abstractmethod
    def field_of(cls, name: str) -> str | None:
        """The field that a column of this folded name holds; None where nobody knows, "" to pass it over."""

    @classmethod
    def recognises(cls, source: Source) -> bool:
        """Whether the first line has the columns without which there is no set."""
        return cls.columns_of(source).keys() >= set(cls.needed)

    @classmethod
    def columns_of(cls, source: Source) -> dict[str, int]:
        """Which of its fields the first line has, and where; none where it is no header of this format."""
        try:
            return Columns.of(first_line(source), cls.field_of).at
        except InvalidError:
            return {}

    def understood(self) -> Columns:
        """The columns of the first line; InvalidError where some are lacking."""
        columns = Columns.of(first_line(self.source), self.field_of)
        columns.require(self.needed, FORMATS[self.name].title)
        return columns

    @abstractmethod
    def row(self, line: int, cells: list[str]) -> Row | str | None:
        """What a row says; None where it says nothing, and what it is where that is no set: such rows are counted.

        ValueError where it cannot be read.
        """

    def dialect(self) -> str:
        """Which of the format's forms the file has."""
        return ""

    def split(self, cells: Cells) -> list[str]:
        """The cells of a row, as many as the header has."""
        return fields(cells, self.width)

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        """The fields of a workout that began so, from what its rows said of it."""
        return said

    def notices(self) -> list[str]:
        """What a person should know of how the file was read."""
        return []

    def facts(self) -> dict[str, Any]:
        """Fields of the Reading that only this format knows."""
        return {}

    def cell(self, cells: list[str], name: str) -> str:
        """The cell of a field; nothing where the table has no such column."""
        at = self.columns.at.get(name)
        return "" if at is None else cells[at]

    def read(self) -> Reading:
        """Go through the file once. InvalidError where more than half of it cannot be read."""
        scan = _Scan()
        for row in self._rows(self.rejected, self.rows_not_sets):
            scan.take(row)
        check_rejected(self.rejected, self._count)
        warnings = list(self.source.warnings)
        self.unit, reason, certain = self._unit(scan, warnings)
        warnings += self.notices()
        self._scattered = frozenset(key for key, count in scan.blocks.items() if count > 1)
        small = self.source.size <= SMALL
        kept: list[SourceWorkout] = []
        if small:
            kept = sorted(self._workouts(), key=lambda each: each.started_at)
        elif self._scattered:
            deque(self._workouts(), maxlen=0)  # counts the rows that are repeated
        warnings += told_repeated(self._repeated)
        facts: dict[str, Any] = {
            "dialect": self.dialect(),
            "unit": self.unit,
            "unit_reason": reason,
            "unit_certain": certain,
            **self.facts(),
        }
        return Reading(
            format=self.name,
            workouts=(lambda: kept) if small else self._workouts,
            rejected=self.rejected,
            unknown_columns=list(self.columns.unknown.values()),
            warnings=warnings,
            rows=self._count,
            rows_not_sets=dict(self.rows_not_sets),
            rows_repeated=self._repeated,
            **facts,
        )

    def _rows(self, rejected: list[Rejected], not_sets: Counter[str]) -> Iterator[Row]:
        """The rows that say something; a rest goes to the set before it."""
        self._count = self.blank_lines = 0
        last: Row | None = None
        is_first = False
        prose = {self.columns.at.get(name, -1) for name in self.prose} | {*self.columns.unknown}
        for line, cells in table(
            self.source, self.columns.separator, self.width, prose, self.split
        ):
            if cells == self.columns.header:
                last, is_first = None, True  # another file may begin here
                continue
            if not any(map(str.strip, cells)):
                self.blank_lines += 1
                continue
            self._count += 1
            try:
                row = self._read(line, self._plain(self.split(cells)))
                if isinstance(row, str):
                    not_sets[row] += 1
                    continue
                if row is not None and row.rest is not None:
                    _rest(row, last)
                    not_sets["Rest Timer"] += 1
                    continue
            except ValueError as error:
                reject(rejected, line, str(error), self._count)
                last = None  # a rest that follows a bad row is not the rest of the row before that
                continue
            if row is None:
                continue
            row.is_first, is_first = is_first, False
            last = row
            yield row

    def _plain(self, cells: list[str]) -> list[str]:
        """The cells with numbers that can be read in one way only, where the file tells which."""
        return with_points(cells) if is_open(cells) and self._has_decimal_commas else cells

    @cached_property
    def _has_decimal_commas(self) -> bool:
        rows = table(self.source, self.columns.separator, self.width, (), self.split)
        return has_decimal_commas(
            cell for _, cells in rows if isinstance(cells, list) for cell in cells
        )

    def _read(self, line: int, cells: list[str]) -> Row | str | None:
        row = self.row(line, cells)
        if isinstance(row, Row) and self.columns.unknown:
            row.others += tuple(
                (name, clean(cell, lines=True)[:10_000])
                for index, name in self.columns.unknown.items()
                if (cell := cells[index].strip())
            )
        return row

    def _unit(self, scan: _Scan, warnings: list[str]) -> tuple[MassUnit | None, str, bool]:
        """The unit of the loads, how it is known, and whether that is certain."""
        given, written = self.options.unit, scan.written
        said = ", ".join(f"{count:,} in {unit}" for unit, count in written.most_common())
        if given and written and given not in written:
            warnings.append(
                f"The file has units ({said}): the given {given} was not used for these"
            )
        if written and not scan.loads:
            return written.most_common(1)[0][0], f"the file says it: {said}", True
        if given or not scan.loads:
            return given, "given" if given else "the file has no loads", True
        if written:
            return written.most_common(1)[0][0], f"as the loads that have a unit: {said}", False
        return guess_unit(scan.loads)

    def _workouts(self) -> Iterator[SourceWorkout]:
        self._repeated = 0
        held: dict[str, list[Row]] = {}
        for rows in _blocks(self._rows([], Counter())):
            if rows[0].key in self._scattered:
                first = held.setdefault(rows[0].key, rows)
                if first is not rows:
                    self._repeated += _join(first, rows)
            else:
                yield self._workout(rows)
        yield from map(self._workout, held.values())

    def _workout(self, rows: list[Row]) -> SourceWorkout:
        said: dict[str, Any] = {}
        others: list[Extras] = []
        sets = 0
        for row in rows:
            for name, value in row.of_workout.items():
                if value is not None:
                    said.setdefault(name, value)
            sets += row.set is not None
            others += [{"set": sets, "column": name, "text": text} for name, text in row.others]
        fields_ = self.finish(rows[0].start, said)
        if others:
            fields_["extras"] = {**fields_.get("extras", {}), "columns": others}
        return SourceWorkout(
            source_key=rows[0].key,
            started_at=rows[0].start,
            executions=tuple(_execution(each) for each in _executions(rows)),
            **fields_,
        )


class _Scan:
    """What the first reading counts: in how many places a workout stands, and loads by their unit."""

    def __init__(self) -> None:
        self.blocks: Counter[str] = Counter()
        self.loads: Counter[tuple[bool, Decimal]] = Counter()
        self.written: Counter[MassUnit] = Counter()
        self._last = ""

    def take(self, row: Row) -> None:
        if row.key != self._last or row.is_first:
            self._last = row.key
            self.blocks[row.key] += 1
        if row.set is None or row.set.load_value is None:
            return
        if row.set.load_unit:
            self.written[row.set.load_unit] += 1
        else:
            load = row.written or row.set.load_value
            self.loads["barbell" in row.exercise.casefold(), load] += 1


def _rest(row: Row, last: Row | None) -> None:
    """Give a rest to the set before it."""
    done = last.set if last is not None and last.exercise == row.exercise else None
    if last is None or done is None or done.rest_s is not None or last.key != row.key:
        raise ValueError("a rest timer without a set of the same exercise before it")
    last.set = replace(done, rest_s=row.rest)


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of one workout that stand together."""
    block: list[Row] = []
    for row in rows:
        if block and (row.key != block[0].key or row.is_first):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _join(first: list[Row], more: list[Row]) -> int:
    """Add the rows of a later block to those before; how many were there already, as in files that were joined."""
    shared = min(len(first), len(more))
    if first[:shared] != more[:shared]:
        shared = 0
    first += more[shared:]
    return shared


def _executions(rows: list[Row]) -> list[list[Row]]:
    """The sets of each execution: a new one where the exercise changes or its numbers begin anew."""
    found: list[list[Row]] = []
    last = -1
    for row in rows:
        if not found or found[-1][-1].exercise != row.exercise:
            found.append([])
            last = -1
        elif row.number is not None and row.number <= last:
            before = found[-1]
            cut = len(before)
            while _is_warmup(before[cut - 1]):  # without a number: it belongs to what follows
                cut -= 1
            found.append(before[cut:])
            del before[cut:]
        found[-1].append(row)
        last = last if row.number is None else row.number
    return found


def _is_warmup(row: Row) -> bool:
    return row.number is None and row.set is not None and row.set.kind == "warmup"


def _execution(rows: list[Row]) -> SourceExecution:
    return SourceExecution(
        exercise=rows[0].exercise,
        sets=tuple(row.set for row in rows if row.set is not None),
        note=next((row.note for row in rows if row.note), None),
        superset=next((row.superset for row in rows if row.superset is not None), None),
    )
