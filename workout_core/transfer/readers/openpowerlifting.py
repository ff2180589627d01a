"""Results of meets from OpenPowerlifting: a row is what one lifter did in one event of a meet.

A row becomes a workout with an execution a lift and a set an attempt; a negative load is a failed attempt, of which
no repetition counts. Older rows have only the best of three attempts, which is one set then. A file may be the
results of many lifters: all are read, as a file cannot say whose history it shall be, but a person is told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.reading import (
    Reading,
    SourceExecution,
    SourceSet,
    SourceWorkout,
)
from workout_core.transfer.rejecting import check_rejected, reject, told_repeated
from workout_core.transfer.tables import Columns, fields, first_line, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.reading import Options, Rejected
    from workout_core.transfer.source import Source

NAME: Final = "openpowerlifting"
LIFTS: Final = {"squat": "Squat", "bench": "Bench Press", "deadlift": "Deadlift"}
ATTEMPTS: Final = (1, 2, 3, 4)
NEEDED: Final = ("name", "date")
OF_LIFTS: Final = {
    **{f"{lift}{number}kg": f"{lift}{number}" for lift in LIFTS for number in ATTEMPTS},
    **{f"best3{lift}kg": f"best {lift}" for lift in LIFTS},
    **{f"best{lift}kg": f"best {lift}" for lift in LIFTS},
}
OTHERS: Final = frozenset(
    (
        *("name", "sex", "event", "equipment", "age", "ageclass", "birthyearclass", "division"),
        *("bodyweightkg", "weightclasskg", "totalkg", "place", "dots", "wilks", "mcculloch"),
        *("glossbrenner", "goodlift", "ipfpoints", "tested", "country", "state", "federation"),
        *("parentfederation", "date", "meetcountry", "meetstate", "meettown", "meetname"),
        "sanctioned",
    )
)
MAX_ROWS: Final = 100_000
MAX_KG: Final = 2_000
MAX_KEY: Final = 190


def recognises(source: Source) -> bool:
    """Whether the first line has the names of lifts and attempts."""
    try:
        columns = Columns.of(first_line(source), _field)
    except InvalidError:
        return False
    known = columns.at.keys()
    return "name" in known and any(each in known for each in OF_LIFTS.values())


def read(source: Source, options: Options) -> Reading:
    """All rows; InvalidError where more than half of them can't be read."""
    meets = _Meets(source)
    counted = _Counted()
    for _ in meets.workouts(counted):
        pass
    check_rejected(counted.rejected, counted.rows)
    warnings = list(source.warnings)
    if len(counted.lifters) > 1:
        warnings.append(
            f"The file has {len(counted.lifters):,} lifters: all of them were read; "
            "keep the rows of one and import that, if it shall be a history of one"
        )
    if options.unit == "lb":
        warnings.append("The file has its loads in kg: the given lb was not used for these")
    warnings += told_repeated(counted.repeated)
    return Reading(
        format=NAME,
        dialect="",
        workouts=lambda: meets.workouts(_Counted()),
        rejected=counted.rejected,
        unknown_columns=list(meets.columns.unknown.values()),
        unit="kg",
        unit_reason="the columns say it",
        warnings=warnings,
        rows=counted.rows,
        rows_not_sets=dict(counted.not_sets),
        rows_repeated=counted.repeated,
    )


@dataclass(slots=True)
class _Counted:
    """What is counted on the way through the file."""

    rows: int = 0
    repeated: int = 0
    lifters: set[str] = field(default_factory=set)
    rejected: list[Rejected] = field(default_factory=list)
    not_sets: Counter[str] = field(default_factory=Counter)


class _Meets:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.columns = Columns.of(first_line(source), _field)
        self.columns.require(NEEDED, FORMATS[NAME].title)

    def workouts(self, counted: _Counted) -> Iterator[SourceWorkout]:
        """Row by row; the second row of a key has a number after it, one that is the same is passed over."""
        header = self.columns.header
        seen: dict[str, list[int]] = {}
        for line, cells in table(self.source, self.columns.separator, len(header)):
            if cells == header or not any(map(str.strip, cells)):
                continue
            counted.rows += 1
            if counted.rows > MAX_ROWS:
                raise InvalidError(
                    f"{self.source.name} has more than {MAX_ROWS:,} rows",
                    hints=["keep the first line and the rows of one lifter"],
                )
            try:
                row = fields(cells, len(header))
                workout = self._workout(line, row, seen, counted)
            except ValueError as error:
                reject(counted.rejected, line, str(error), counted.rows)
                continue
            if workout:
                yield workout

    def _workout(
        self, line: int, row: list[str], seen: dict[str, list[int]], counted: _Counted
    ) -> SourceWorkout | None:
        date, lifter = self._cell(row, "date").strip(), text.label(self._cell(row, "name"), "name")
        start = text.local_time(f"{date} 00:00")
        meet = text.label(self._cell(row, "meetname"), "meet's name")
        weight, _ = text.quantity(
            self._cell(row, "bodyweightkg"), "bodyweight", text.HUNDREDTH, MAX_KG
        )
        executions = tuple(filter(None, (self._lift(line, row, each) for each in LIFTS)))
        counted.lifters.add(lifter)
        if not executions:
            counted.not_sets["without attempts"] += 1
            return None
        words = (meet, lifter, self._cell(row, "event"), self._cell(row, "division"))
        key = _key(" ".join((date, *filter(None, map(clean, map(str.strip, words))))), row, seen)
        if key is None:
            counted.repeated += 1
            return None
        return SourceWorkout(
            source_key=key,
            started_at=start,
            executions=executions,
            name=meet or None,
            tags=("meet",),
            bodyweight_value=weight,
            bodyweight_unit="kg" if weight else None,
            extras={"meet": self._others(row)},
        )

    def _cell(self, row: list[str], name: str) -> str:
        at = self.columns.at.get(name)
        return "" if at is None else row[at]

    def _others(self, row: list[str]) -> dict[str, str]:
        """What the row says besides its lifts, by the names of the columns."""
        kept = {self.columns.at[name] for name in OTHERS & self.columns.at.keys()}
        kept |= self.columns.unknown.keys()
        return {
            clean(self.columns.header[at].strip())[:100]: clean(row[at].strip())[:1000]
            for at in sorted(kept)
            if row[at].strip()
        }

    def _lift(self, line: int, row: list[str], lift: str) -> SourceExecution | None:
        """The attempts at a lift; the best of the first three where these are not there."""
        tried = [_attempt(line, self._cell(row, f"{lift}{number}"), number) for number in ATTEMPTS]
        if not any(tried[:3]):
            tried.insert(0, _attempt(line, self._cell(row, f"best {lift}"), 0))
        sets = tuple(filter(None, tried))
        return SourceExecution(LIFTS[lift], sets) if sets else None


def _field(name: str) -> str | None:
    return OF_LIFTS.get(name) or (name if name in OTHERS else None)


def _attempt(line: int, cell: str, number: int) -> SourceSet | None:
    load = text.number(cell)
    if not load:
        return None
    if abs(load) > MAX_KG:
        raise ValueError(f"{text.quoted(cell)} kg is more than {MAX_KG:,}")
    return SourceSet(
        load_value=text.rounded(abs(load), text.HUNDREDTH),
        load_unit="kg",
        load_mode="absolute",
        reps=0 if load < 0 else 1,
        failed=load < 0,
        note={0: "best of three attempts", 4: "fourth attempt"}.get(number),
        line=line,
    )


def _key(key: str, row: list[str], seen: dict[str, list[int]]) -> str | None:
    """The key, numbered where another row has it; None where that row is the same."""
    key = key[:MAX_KEY]
    there = seen.setdefault(key, [])
    digest = hash(tuple(row))
    if digest in there:
        return None
    there.append(digest)
    return key if len(there) == 1 else f"{key} #{len(there)}"
