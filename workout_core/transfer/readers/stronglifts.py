"""StrongLifts' table of 2026: a row an exercise, with the repetitions and the load of each set in a pair of columns.

The header says in which order dates are, and the unit of every mass. A set of 0 repetitions was left out (`-` in
the text under `Sets×Reps`) or tried and failed (`0` there); neither is a set, and the failed ones are kept in the
workout's extras. Exercises for time have their seconds under `Sets×Time`. What the app computes is passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.dated_table import time_of_day
from workout_core.transfer.day_order import day
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.readers.stronglifts_wide import StrongLiftsWideReader
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout
from workout_core.transfer.tables import Cells, Columns, filled, first_line, table
from workout_core.transfer.workout_reader import WorkoutReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from workout_core.transfer.reading import DateOrder, Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit

TITLES: Final = {
    "workout": "number",
    "workout name": "name",
    "program name": "program",
    "exercise": "exercise",
    "notes": "note",
    "note": "note",
}
COMPUTED: Final = re.compile(r"(top set|e1rm|reps|volume|workout volume)( \(.*\))?")
NEEDED: Final = ("date", "exercise")
ORDERS: Final[dict[str, DateOrder]] = {"y": "ymd", "d": "dmy", "m": "mdy"}
NOT_DONE, FAILED, APART = "left out", "tried and failed", timedelta(minutes=2)

_TITLE: Final = re.compile(r"(date|body ?weight|duration|start time|end time)(?: \((.*)\))?")
_SET: Final = re.compile(r"set ([0-9]{1,3}) \((.*)\)")
_SETS: Final = re.compile(r"sets ?[×x] ?(reps|time)")
_TIMES: Final = re.compile(r"([0-9]{1,3}) ?[×x] ?(.+)")
_MINUTES: Final = re.compile(r"([0-9]{1,3}):([0-5][0-9])")


class StrongLiftsReader(WorkoutReader):
    name = "stronglifts"

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self.columns = Columns.of(first_line(source), field_of)
        self._pairs = _pairs(self.columns)
        self.columns.require((*NEEDED, *_lacking(self.columns)), FORMATS[self.name].title)
        self.unknown_columns = list(self.columns.unknown.values())
        in_header = ORDERS.get(self.columns.in_brackets("date")[:1])
        self._order: DateOrder = options.date_order or in_header or "ymd"

    @classmethod
    def recognises(cls, source: Source) -> bool:
        try:
            columns = Columns.of(first_line(source), field_of)
        except InvalidError:
            return False
        return columns.at.keys() >= {*NEEDED} and bool(_pairs(columns))

    def dialect(self) -> str:
        return "2026"

    def facts(self) -> dict[str, Any]:
        reason = "given" if self.options.date_order else "the header says it"
        return {"date_order": self._order, "date_reason": reason}

    def notices(self) -> list[str]:
        return [
            f"{counted(self.tally[what], 'set of 0 repetitions', 'sets of 0 repetitions')} {what}"
            for what in (NOT_DONE, FAILED)
            if self.tally[what]
        ]

    def parse(self) -> Iterator[tuple[SourceWorkout, int]]:
        for _, group in groupby(self._rows(), key=lambda row: row.key):
            rows = list(group)
            if any(row.execution.sets for row in rows):
                yield self._workout(rows), len(rows)
            else:
                self.rows_not_sets["nothing done"] += len(rows)

    def _rows(self) -> Iterator[_Row]:
        columns = self.columns
        prose = {columns.at.get("note", -1), *columns.unknown}
        width = len(columns.header)
        for line, cells in table(self.source, columns.separator, width, prose, self._filled):
            if cells == columns.header or not any(map(str.strip, cells)):
                continue
            self.rows += 1
            try:
                yield self._row(line, self._filled(cells))
            except ValueError as error:
                self.reject(line, str(error))

    def _filled(self, cells: Cells) -> list[str]:
        least = max(self.columns.at[name] for name in NEEDED) + 1
        return filled(cells, len(self.columns.header), least)

    def _row(self, line: int, cells: list[str]) -> _Row:
        cell = self._cells(cells)
        name = text.exercise_name(cell["exercise"])
        on = day(cell["date"], self._order)
        named = text.label(cell["name"], "workout's name")
        number = text.label(cell["number"], "workout's number") or named
        sets, failed = self._sets(line, cells)
        body, _ = text.quantity(cell["body weight"], "body weight", text.HUNDREDTH, 9_999)
        return _Row(
            key=f"{on} {number}"[:200].strip(),
            on=on,
            start=time_of_day(cell["start time"]) if cell["start time"].strip() else None,
            end=time_of_day(cell["end time"]) if cell["end time"].strip() else None,
            hours=text.number(cell["duration"]),
            name=named or None,
            program=text.label(cell["program"], "program's name") or None,
            body=body,
            execution=SourceExecution(name, tuple(sets), note=text.note(cell["note"])),
            failed=failed,
            others=self._others(name, cells),
        )

    def _cells(self, cells: list[str]) -> dict[str, str]:
        return defaultdict(str, {name: cells[at] for name, at in self.columns.at.items()})

    def _others(self, exercise: str, cells: list[str]) -> list[dict[str, Any]]:
        return [
            {"exercise": exercise, "column": name, "text": clean(said, lines=True)[:10_000]}
            for at, name in self.columns.unknown.items()
            if (said := cells[at].strip())
        ]

    def _sets(self, line: int, cells: list[str]) -> tuple[list[SourceSet], list[int]]:
        """The sets that were done, and the numbers of those that failed."""
        cell = self._cells(cells)
        told, times = _spread(cell["sets×reps"]), _spread(cell["sets×time"])
        sets, failed = [], []
        for number, (reps_at, loads) in self._pairs.items():
            reps = text.count(cells[reps_at], "reps", 10_000)
            timed = times[number - 1] if len(times) >= number else ""
            held = timed not in ("", "-", "0") and not (reps and told)
            seconds = _seconds(timed) if held else None
            if seconds:
                reps = None
            if reps or seconds:
                load = self._load(cells, loads)
                sets.append(SourceSet(reps=reps, duration_s=seconds, line=line, **load))
            elif reps == 0:
                was_tried = told[number - 1 : number] == ["0"]
                self.tally[FAILED if was_tried else NOT_DONE] += 1
                failed += [number] if was_tried else []
        return sets, failed

    def _load(self, cells: list[str], loads: dict[MassUnit, int]) -> dict[str, Any]:
        found: dict[MassUnit, Decimal] = {}
        for unit, at in loads.items():
            value, _ = text.quantity(cells[at], "weight", text.HUNDREDTH, 99_999)
            if value is not None:
                found[unit] = value
        if not found:
            return {}
        unit = self.options.unit if self.options.unit in found else next(iter(found))
        return {"load_value": found[unit], "load_unit": unit, "load_mode": "absolute"}

    def _workout(self, rows: list[_Row]) -> SourceWorkout:
        first = rows[0]
        start = datetime.combine(first.on, first.start or time())
        body_unit = text.MASS_UNITS.get(self.columns.in_brackets("body weight"))
        end, extras = _end(start, first)
        extras |= {"program": first.program} if first.program else {}
        failed = {row.execution.exercise: row.failed for row in rows if row.failed}
        extras |= {"failed sets": failed} if failed else {}
        others = [each for row in rows for each in row.others]
        extras |= {"columns": others} if others else {}
        done = [row.execution for row in rows if row.execution.sets]
        note, executions = _note(done)
        return SourceWorkout(
            source_key=first.key,
            started_at=start,
            ended_at=end,
            executions=executions,
            name=first.name,
            note=note,
            bodyweight_value=first.body if body_unit else None,
            bodyweight_unit=body_unit if first.body else None,
            extras=extras,
        )


class _Row(NamedTuple):
    """What a row says of its workout, and its exercise."""

    key: str
    on: date
    start: time | None
    end: time | None
    hours: Decimal | None
    name: str | None
    program: str | None
    body: Decimal | None
    execution: SourceExecution
    failed: list[int]
    others: list[dict[str, Any]]


def recognises(source: Source) -> bool:
    """Whether the file is of one of the two forms."""
    return StrongLiftsReader.recognises(source) or StrongLiftsWideReader.recognises(source)


def read(source: Source, options: Options) -> Reading:
    """Read a file of either form; of another, the newer one says what it lacks."""
    if StrongLiftsWideReader.recognises(source):
        return StrongLiftsWideReader(source, options).read()
    return StrongLiftsReader(source, options).read()


def field_of(name: str) -> str | None:
    """The field of a folded title."""
    if name in TITLES:
        return TITLES[name]
    if found := _TITLE.fullmatch(name):
        return found[1].replace("bodyweight", "body weight")
    if found := _SETS.fullmatch(name):
        return f"sets×{found[1]}"
    if _SET.fullmatch(name):
        return name
    return "" if COMPUTED.fullmatch(name) else None


def _pairs(columns: Columns) -> dict[int, tuple[int, dict[MassUnit, int]]]:
    """The columns of each set's repetitions and of its load by unit, by the set's number."""
    reps: dict[int, int] = {}
    loads: dict[int, dict[MassUnit, int]] = defaultdict(dict)
    for name, at in columns.at.items():
        if not (found := _SET.fullmatch(name)):
            continue
        if found[2] == "reps":
            reps[int(found[1])] = at
        elif unit := text.MASS_UNITS.get(found[2]):
            loads[int(found[1])][unit] = at
        else:
            columns.unknown[at] = clean(columns.header[at].strip())[:100]
    return {number: (reps[number], loads[number]) for number in sorted(reps)}


def _lacking(columns: Columns) -> list[str]:
    """The columns without which a set would be lost, or its load."""
    found = [each for name in columns.at if (each := _SET.fullmatch(name))]
    kinds = {each[2] for each in found if each[2] == "reps" or each[2] in text.MASS_UNITS}
    numbers = sorted({int(each[1]) for each in found})
    titles = (f"set {number} ({kind})" for number in numbers for kind in sorted(kinds))
    return [title for title in titles if title not in columns.at]


def _spread(said: str) -> list[str]:
    """`3×5` as 5, 5, 5 and `5/-/0` as 5, -, 0."""
    said = said.strip()
    if found := _TIMES.fullmatch(said):
        return [found[2].strip()] * int(found[1])
    return [each.strip() for each in said.split("/")] if said else []


def _seconds(said: str) -> Decimal | None:
    if found := _MINUTES.fullmatch(said):
        said = f"0:{int(found[1]):02}:{found[2]}"
    seconds = text.duration(said)
    if seconds is not None and seconds > 1_000_000:
        raise ValueError(f"{text.quoted(said)} is too long")
    return seconds


def _end(start: datetime, row: _Row) -> tuple[datetime | None, dict[str, Any]]:
    """When a workout ended: by the clock, or after its hours where the clock shows the same minute.

    Hours that tell something else than the clock are kept.
    """
    hours = row.hours
    lasted = timedelta(hours=float(hours)) if hours is not None and 0 < hours < 1000 else None
    lasted = None if lasted is None else timedelta(seconds=round(lasted.total_seconds()))
    if row.start is None or (row.end is None and lasted is None):
        return None, {"hours": str(hours)} if hours else {}
    if row.end is None or row.end == row.start:
        return (start + lasted if lasted else start), {}
    end = datetime.combine(row.on, row.end)
    end += timedelta(days=end < start)
    differs = lasted is not None and abs(start + lasted - end) > APART
    return end, {"hours": str(hours)} if differs else {}


def _note(done: list[SourceExecution]) -> tuple[str | None, tuple[SourceExecution, ...]]:
    """A note that stands beside all exercises is the workout's."""
    notes = {each.note for each in done}
    if len(notes) > 1 or len(done) < 2:
        return None, tuple(done)
    bare = tuple(SourceExecution(each.exercise, each.sets) for each in done)
    return next(iter(notes)), bare
