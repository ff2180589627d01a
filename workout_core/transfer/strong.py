"""The CSV of the Strong app, in all its dialects with an English header.

S2 and S3 (with RPE) have no duration; S4 has one as `1h 2m`, S5 the same without notes; S6 (semicolons)
and S7 (commas) have units in every row; S8 has them in the header, and the duration in seconds.

A workout is a distinct start. The rows of one exercise are one execution until its set numbers begin anew,
so an exercise that was done twice stays twice. A load, time or distance of 0 means none; repetitions of 0
are kept only beside a load without time and distance, where people note a failed attempt so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.reading import (
    Extras,
    Reading,
    Rejected,
    SourceExecution,
    SourceSet,
    SourceWorkout,
    guess_unit,
)
from workout_core.units import METRES_PER, metres

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.vocabulary import DistanceUnit, LoadMode, MassUnit, SetKind

FIELDS: Final = (
    *("date", "workout name", "exercise name", "set order", "weight", "weight unit", "reps"),
    *("rpe", "distance", "distance unit", "seconds", "notes"),
)
OF_WORKOUT: Final[tuple[str, ...]] = ("workout name", "duration", "workout notes", "workout #")
NEEDED: Final = ("date", "exercise name", "set order", "weight", "reps")
IN_HEADER: Final = {
    *(f"weight ({unit})" for unit in text.MASS_UNITS),
    *(f"distance ({unit})" for unit in text.DISTANCE_UNITS),
}
KINDS: Final[dict[str, SetKind]] = {"w": "warmup", "d": "drop", "f": "failure"}
REST: Final = "rest timer"
FORGOTTEN: Final = timedelta(hours=6)
MAX_REJECTED: Final = 100_000
MAX_OTHERS: Final = 200_000
MAX_METRES: Final = 10_000_000
THOUSANDTH: Final = Decimal("0.001")
# Strong shows lengths in the unit that goes with the one of mass, and the classic file names neither.
BESIDE: Final[dict[MassUnit, DistanceUnit]] = {"kg": "km", "lb": "mi"}


def _known(name: str) -> str | None:
    """The field that a column of this folded name holds."""
    if name in ("workout duration", "duration (sec)"):
        return "duration"
    if name in IN_HEADER:
        return name.partition(" ")[0]
    return name if name in FIELDS or name in OF_WORKOUT else None


def _in_brackets(columns: text.Columns, name: str) -> str:
    """The unit in brackets after a column's name."""
    title = text.fold(columns.header[columns.at[name]]) if name in columns.at else ""
    return title.partition(" (")[2].removesuffix(")")


def _dialect(columns: text.Columns) -> str:
    if "workout #" in (at := columns.at) or _in_brackets(columns, "weight"):
        return "S8"
    if "weight unit" in at:
        return "S7" if columns.separator == "," else "S6"
    if "duration" in at:
        return "S4" if "notes" in at or "workout notes" in at else "S5"
    return "S3" if "rpe" in at else "S2"


def recognises(head: bytes) -> bool:
    """Whether a file that begins so is one of Strong's."""
    try:
        columns = text.Columns.of(text.decode(head[: text.MAX_HEADER])[0], _known)
    except InvalidError:
        return False
    return {"date", "exercise name", "set order"} <= columns.at.keys()


def read(
    data: bytes, *, unit: MassUnit | None = None, distance_unit: DistanceUnit | None = None
) -> Reading:
    """The workouts of a file; the units are used where it has none. InvalidError where it is not Strong's."""
    content, warnings = text.decode(data)
    (columns := text.Columns.of(content, _known)).require(NEEDED, "Strong")
    rows = _Rows(columns, distance_unit)
    prose = {columns.at.get(name, -1) for name in ("notes", "workout notes")} | {*columns.unknown}
    for line, cells in text.table(content, columns.separator, len(columns.header), prose):
        rows.take(line, cells)
    rows.check()
    return _reading(rows, unit, warnings)


@dataclass(slots=True)
class _Draft:
    """A set before the unit of the file is known; `written` is its load as it stands there."""

    exercise: str
    kind: SetKind
    number: int | None
    load: Decimal | None
    unit: MassUnit | None
    reps: int | None
    seconds: Decimal | None
    distance: Decimal | None
    distance_unit: DistanceUnit | None
    rpe: Decimal | None
    note: str | None
    raw: str | None
    written: str
    line: int = field(compare=False)
    rest: Decimal | None = None


@dataclass(slots=True)
class _Block:
    """Rows of one start that stand together; `said` is what they tell of the workout, the first of each."""

    start: datetime
    drafts: list[_Draft] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    others: list[Extras] = field(default_factory=list)


class _Rows:
    """Gathers the rows of a table into blocks of drafts."""

    def __init__(self, columns: text.Columns, distance_unit: DistanceUnit | None) -> None:
        self.columns, width = columns, len(columns.header)
        self.mass_unit = text.MASS_UNITS.get(_in_brackets(columns, "weight"))
        length_unit = text.DISTANCE_UNITS.get(_in_brackets(columns, "distance"))
        self.distance_unit = length_unit or distance_unit
        self.pick = itemgetter(*(columns.at.get(name, width) for name in FIELDS))
        self.of_workout = [(name, columns.at[name]) for name in OF_WORKOUT if name in columns.at]
        self.blocks: list[_Block] = []
        self.date: str | None = None
        self.last: _Draft | None = None
        self.count = 0
        self.rests = self.others = 0
        self.rejected: list[Rejected] = []

    def take(self, line: int, cells: list[str] | str) -> None:
        if cells == self.columns.header:
            self.date = None  # another file may begin here
        if cells == self.columns.header or not any(map(str.strip, cells)):
            return
        self.count += 1
        try:
            self._row(line, text.fields(cells, len(self.columns.header)))
        except ValueError as error:
            self.rejected.append(Rejected(line, str(error)))
            self.last = None  # a rest that follows a bad row is not the rest of the row before that
            if len(self.rejected) > MAX_REJECTED:
                self.check()

    def check(self) -> None:
        """InvalidError when more than half of the rows are bad, or so many that nobody reads them."""
        if len(self.rejected) * 2 <= self.count and len(self.rejected) <= MAX_REJECTED:
            return
        first = self.rejected[0]
        raise InvalidError(
            f"{len(self.rejected):,} of {self.count:,} rows can't be read, "
            f"line {first.line}: {first.reason}",
            rejected=[{"line": each.line, "reason": each.reason} for each in self.rejected[:10]],
            hints=["compare these lines with the header; nothing was imported"],
        )

    def _row(self, line: int, cells: list[str]) -> None:
        row: tuple[str, ...] = self.pick([*cells, ""])
        date, _, name, order, *_, seconds, _ = row
        exercise = text.label(name, "exercise's name")
        if not exercise:
            raise ValueError("no exercise's name")
        block = self._block(date)
        if order.strip().casefold() == REST:
            return self._rest(seconds, exercise)
        text.label(row[1], "workout's name")
        self.last = self._draft(line, exercise, row)
        block.drafts.append(self.last)
        return self._say(block, cells)

    def _block(self, date: str) -> _Block:
        if date != self.date:
            self.blocks.append(_Block(text.local_time(date)))
            self.date, self.last = date, None
        return self.blocks[-1]

    def _rest(self, cell: str, exercise: str) -> None:
        seconds, _ = text.quantity(cell, "seconds", THOUSANDTH, 1_000_000)
        if self.last is None or self.last.exercise != exercise or self.last.rest is not None:
            raise ValueError("a rest timer without a set of the same exercise before it")
        self.last.rest = seconds
        self.rests += 1

    def _say(self, block: _Block, cells: list[str]) -> None:
        for name, index in self.of_workout:
            if name not in block.said and cells[index].strip():
                one_line = name != "workout notes"
                said = text.label(cells[index], name) if one_line else text.note(cells[index])
                block.said[name] = said or ""
        for index, name in self.columns.unknown.items():
            if cells[index].strip():
                cell = clean(cells[index].strip(), lines=True)[:10_000]
                block.others.append({"set": len(block.drafts), "column": name, "text": cell})
                self.others += 1
        if self.others > MAX_OTHERS:
            names = ", ".join(map(text.quoted, list(self.columns.unknown.values())[:12]))
            raise InvalidError(f"More than {MAX_OTHERS:,} cells stand in unknown columns: {names}")

    def _draft(self, line: int, exercise: str, row: tuple[str, ...]) -> _Draft:
        order, weight, weight_unit, reps, rpe, distance, distance_unit, seconds, note = row[3:]
        kind = KINDS.get(order.strip().casefold(), "working")
        number = text.count(order, "set order", 10_000) if kind == "working" else None
        if number is None and kind == "working":
            raise ValueError("no set order")
        length_unit = text.unit_of(distance_unit, text.DISTANCE_UNITS) or self.distance_unit
        most = int(MAX_METRES / METRES_PER[length_unit or "mi"])
        load, load_raw = text.quantity(weight, "weight", text.HUNDREDTH, 99_999)
        time, time_raw = text.quantity(seconds, "seconds", THOUSANDTH, 1_000_000)
        length, length_raw = text.quantity(distance, "distance", THOUSANDTH, most)
        effort, effort_raw = text.quantity(rpe, "rpe", text.HUNDREDTH, 10)
        done = text.count(reps, "reps", 10_000)
        attempt = load is not None and time is None and length is None
        return _Draft(
            exercise=exercise,
            kind=kind,
            number=number,
            load=load,
            unit=text.unit_of(weight_unit, text.MASS_UNITS) or self.mass_unit,
            reps=done if done or attempt else None,
            seconds=time,
            distance=length,
            distance_unit=length_unit,
            rpe=effort,
            note=text.note(note),
            raw="; ".join(filter(None, (load_raw, time_raw, length_raw, effort_raw))) or None,
            written=weight,
            line=line,
        )


def _reading(rows: _Rows, unit: MassUnit | None, warnings: list[str]) -> Reading:
    blocks, repeated = _merged(rows.blocks)
    drafts = [draft for block in blocks for draft in block.drafts]
    used, reason, certain = _unit(drafts, unit, warnings)
    if repeated:
        warnings.append(f"{repeated} rows stand in the file twice and were read once")
    return Reading(
        format="strong",
        dialect=_dialect(rows.columns),
        workouts=[_workout(block, used) for block in blocks],
        rejected=rows.rejected,
        unknown_columns=list(rows.columns.unknown.values()),
        unit=used,
        unit_reason=reason,
        unit_certain=certain,
        warnings=[*warnings, *_length_notices(blocks), *_distance_notices(drafts, used)],
        rows=rows.count,
        rows_not_sets={"Rest Timer": rows.rests} if rows.rests else {},
        rows_repeated=repeated,
    )


def _merged(blocks: list[_Block]) -> tuple[list[_Block], int]:
    """One block a start, in order of time, and how many rows stand twice (files that were joined)."""
    merged: dict[datetime, _Block] = {}
    repeated = 0
    for block in blocks:
        first = merged.setdefault(block.start, block)
        if first is block:
            continue
        shared = min(len(first.drafts), len(block.drafts))
        if first.drafts[:shared] != block.drafts[:shared]:
            shared = 0
        repeated += shared
        first.drafts += block.drafts[shared:]
        first.said = {**block.said, **first.said}
        first.others += block.others
    return sorted((b for b in merged.values() if b.drafts), key=lambda b: b.start), repeated


def _executions(drafts: list[_Draft]) -> list[list[_Draft]]:
    """The sets of each execution: a new one where the exercise changes or its numbers begin anew."""
    found: list[list[_Draft]] = []
    last = 0
    for draft in drafts:
        if not found or found[-1][-1].exercise != draft.exercise:
            found.append([])
            last = 0
        elif draft.number is not None and draft.number <= last:
            before = found[-1]
            cut = len(before)
            while before[cut - 1].kind == "warmup":  # without a number: it belongs to what follows
                cut -= 1
            found.append(before[cut:])
            del before[cut:]
        found[-1].append(draft)
        last = last if draft.number is None else draft.number
    return found


def _workout(block: _Block, unit: MassUnit | None) -> SourceWorkout:
    said, length = block.said, _length(block.said.get("duration", ""))
    in_time = length is not None and length <= FORGOTTEN
    extras: Extras = {"workout #": said["workout #"]} if "workout #" in said else {}
    if not in_time:
        extras["duration"] = said["duration"]
    if block.others:
        extras["columns"] = block.others
    return SourceWorkout(
        source_key=str(block.start),
        started_at=block.start,
        executions=tuple(
            SourceExecution(sets[0].exercise, tuple(_set(each, unit) for each in sets))
            for sets in _executions(block.drafts)
        ),
        name=said.get("workout name"),
        ended_at=block.start + length if length and in_time else None,
        note=said.get("workout notes"),
        extras=extras,
    )


def _length(said: str) -> timedelta | None:
    """How long a workout took, 0 where nothing is said, None where it can't be read."""
    try:
        return timedelta(seconds=float(text.duration(said) or 0))
    except (ValueError, OverflowError):
        return None


def _set(draft: _Draft, unit: MassUnit | None) -> SourceSet:
    loaded, length = draft.load is not None, draft.distance
    mode: LoadMode = "assisted" if "(assisted)" in draft.exercise.casefold() else "absolute"
    length_unit = draft.distance_unit or (BESIDE[unit] if unit else None)
    return SourceSet(
        kind=draft.kind,
        load_value=draft.load,
        load_unit=draft.unit or unit if loaded else None,
        load_mode=mode if loaded else None,
        reps=draft.reps,
        duration_s=draft.seconds,
        distance_m=metres(length, length_unit) if length is not None and length_unit else None,
        distance_value=length,
        distance_unit=None if length is None else length_unit,
        rpe=draft.rpe,
        effort_scale=None if draft.rpe is None else "rpe",
        rest_s=draft.rest,
        note=draft.note,
        raw=draft.raw,
        line=draft.line,
    )


def _unit(
    drafts: list[_Draft], given: MassUnit | None, warnings: list[str]
) -> tuple[MassUnit | None, str, bool]:
    """The unit of the loads, how it is known, and whether that is certain."""
    loads = [each for each in drafts if each.load is not None]
    written = Counter(draft.unit for draft in loads if draft.unit)
    bare = Counter(("barbell" in d.exercise.casefold(), d.written) for d in loads if not d.unit)
    said = ", ".join(f"{count:,} in {unit}" for unit, count in written.most_common())
    if given and written and given not in written:
        warnings.append(f"The file has units ({said}): the given {given} was not used for these")
    if written and not bare:
        return written.most_common(1)[0][0], f"the file says it: {said}", True
    if given or not loads:
        return given, "given" if given else "the file has no loads", True
    if written:
        return written.most_common(1)[0][0], f"as the loads that have a unit: {said}", False
    return guess_unit({(bar, text.number(cell) or Decimal()): n for (bar, cell), n in bare.items()})


def _length_notices(blocks: list[_Block]) -> list[str]:
    said = [block.said["duration"] for block in blocks if "duration" in block.said]
    unread = [each for each in said if _length(each) is None]
    forgotten = [each for each in said if (_length(each) or FORGOTTEN) > FORGOTTEN]
    open_end = "workouts have no end, as their timer was forgotten"
    notices = {"durations can't be read": unread, open_end: forgotten}
    return [f"{len(of)} {what}, such as {text.quoted(of[0])}" for what, of in notices.items() if of]


def _distance_notices(drafts: list[_Draft], unit: MassUnit | None) -> list[str]:
    count = sum(each.distance is not None and not each.distance_unit for each in drafts)
    read = f"read as {BESIDE[unit]}, which Strong shows beside {unit}" if unit else "left so"
    return [f"{count} distances have no unit in the file and were {read}"] if count else []
