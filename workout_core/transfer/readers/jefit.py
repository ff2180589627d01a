"""The backup of JEFIT: one text with a table a section, of which sessions, exercise logs, notes and profile are read.

A log is what was done of one exercise; its sets are packed into one cell, `60x10,65x8`, in the unit of the settings.
Newer backups have the sets once more in a section of their own, always in pounds, from which times, distances and
kinds of sets are taken. Starts are seconds since 1970; a log that belongs to no session is one of its day. A session
of which no sets are known is a workout without any, if it took any time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.transfer.figures import end, figures
from workout_core.transfer.guessing import guess_unit
from workout_core.transfer.readers import sections
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.reading import (
    SourceExecution,
    SourceMeasurement,
    SourceSet,
    SourceWorkout,
)

if TYPE_CHECKING:
    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit, SetKind

NAME: Final = "jefit"
MAX_BYTES: Final = 64 * 1024 * 1024
SETTING, SESSIONS, LOGS = "SETTING", "WORKOUT SESSIONS", "EXERCISE LOGS"
SETS, NOTES, PROFILE = "EXERCISE SET LOGS", "NOTES", "PROFILE"
READ: Final = frozenset((SETTING, SESSIONS, LOGS, SETS, NOTES, PROFILE))
KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(("", "0", "default", "normal", "working"), "working"),
    **dict.fromkeys(("warmup", "warm-up", "warm up"), "warmup"),
    **dict.fromkeys(("drop", "dropset", "drop set"), "drop"),
    **dict.fromkeys(("failure", "fail"), "failure"),
}
OF_LOG: Final = frozenset(
    (
        *("row_id", "rowid", "USERID", "TIMESTAMP", "belongSys", "logs", "_id", "record", "mydate"),
        *("eid", "ename", "day_item_id", "belongsession", "logTime", "interval_logs"),
        *("auto_generated", "edit_time"),
    )
)
OF_SESSION: Final = ("total_time", "workout_time", "rest_time", "wasted_time", "calories")
MEASURED: Final = {
    **{name: name for name in ("weight", "height", "chest", "waist", "hips", "shoulders", "neck")},
    **{name: name for name in ("arms", "thighs", "calves", "forearms")},
    "fatpercent": "body_fat",
}
LENGTHS: Final = {"cm": "cm", "in": "in", "inch": "in", "inches": "in"}
FIRST_SECOND: Final = 100_000_000  # 1973: smaller numbers are ids
LAST_SECOND: Final = 7_258_118_400  # 2200


def recognises(source: Source) -> bool:
    """Whether the file begins with a banner of JEFIT's sections."""
    lines = source.head.removeprefix(b"\xef\xbb\xbf").lstrip().decode("utf-8", "replace")
    first = sections.banner(lines.partition("\n")[0])
    named = {sections.banner(line) for line in lines.splitlines() if line.startswith("##")}
    return first is not None and bool(named & {SETTING, SESSIONS, LOGS, "ROUTINES"})


def read(source: Source, options: Options) -> Reading:
    """All sections; InvalidError where more than half of the rows can't be read."""
    if source.size > MAX_BYTES:
        raise InvalidError(f"{source.name} has more than {MAX_BYTES >> 20} MiB")
    backup = _Backup(source, options)
    for group in (SESSIONS, LOGS):
        for row in backup.rows[group]:
            backup.take(group, row)
    backup.finish()
    return backup.reading()


class _Session:
    """A workout as it comes together."""

    def __init__(self, key: str, start: datetime, **said: Any) -> None:
        self.key, self.start, self.said = key, start, said
        self.executions: list[SourceExecution] = []
        self.exercises: dict[str, int] = {}  # where each stands, by its id
        self.notes: dict[int, list[str]] = {}
        self.columns: list[dict[str, Any]] = []
        self.sets = 0

    def workout(self) -> SourceWorkout:
        """All of it."""
        extras = {**self.said.pop("extras", {})}
        if self.columns:
            extras["columns"] = self.columns
        executions = [
            replace(each, note=text.note("\n".join(self.notes.get(at, []))))
            for at, each in enumerate(self.executions)
        ]
        return SourceWorkout(self.key, self.start, tuple(executions), extras=extras, **self.said)


class _Backup:
    def __init__(self, source: Source, options: Options) -> None:
        self.found, self.options = Gathering(), options
        self.found.warnings += source.warnings
        self.rows: dict[str, list[sections.Row]] = defaultdict(list)
        self.sessions: dict[str, _Session] = {}
        self.sets: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in sections.rows(source):
            self.found.rows += 1
            if row.reason and row.section in READ:
                self.found.reject(f"{row.section}: {row.reason}", row.line)
            elif row.section in READ:
                self.rows[row.section].append(row)
            if row.section != LOGS:
                self.found.not_sets[row.section] += 1
        for each in self.rows.pop(SETS, ()):
            self.sets[each.cells.get("exercise_log_id", "").strip()].append(each.cells)
        self.days: dict[str, list[_Session]] = defaultdict(list)
        words = [row.cells.get("length", "").strip().casefold() for row in self.rows[SETTING]]
        self.length = next((LENGTHS[word] for word in words if word in LENGTHS), "")
        self.unit, self.reason, self.certain = self._unit()

    def _unit(self) -> tuple[MassUnit | None, str, bool]:
        """The unit of the logs, how it is known, and whether that is certain."""
        for row in self.rows[SETTING]:
            word = row.cells.get("mass", "").strip().casefold()
            if word in text.MASS_UNITS:
                return text.MASS_UNITS[word], "the file says it in its settings", True
        if self.options.unit:
            return self.options.unit, "given", True
        loads: Counter[tuple[bool, Decimal]] = Counter()
        for row in self.rows[LOGS]:
            for token in row.cells.get("logs", "").split(","):
                load = _load(token)
                if load:
                    loads["barbell" in row.cells.get("ename", "").casefold(), load] += 1
        return guess_unit(loads) if loads else (None, "the file has no loads", True)

    def take(self, section: str, row: sections.Row) -> None:
        """A session or a log."""
        try:
            if section == SESSIONS:
                self._session(row)
            else:
                self._log(row)
        except ValueError as error:
            self.found.reject(f"{section}: {error}", row.line)

    def _session(self, row: sections.Row) -> None:
        cells = row.cells
        key = cells.get("_id", "").strip()
        starts = (cells.get("starttime", ""), cells.get("starttimie", ""), key)  # its own spelling
        start = next(filter(None, map(_second, starts)), None)
        finish = cells.get("endtime", "")
        said = end(start, _second(finish), finish) if start else {}
        if start is None:
            start = _midnight(cells.get("mydate", ""))
        kept = {name: cells[name] for name in OF_SESSION if cells.get(name, "").strip(" 0.")}
        if kept:
            said["extras"] = {**said.get("extras", {}), "session": kept}
        self.sessions[key] = _Session(text.label(key, "session's id") or str(start), start, **said)

    def _log(self, row: sections.Row) -> None:
        cells = row.cells
        name = text.exercise_name(cells.get("ename", ""))
        session = self._session_of(cells)
        done = self._sets(row, name)
        self.days[cells.get("mydate", "").strip()].append(session)
        session.columns += self.found.unknown(cells, OF_LOG, session.sets + 1)
        session.sets += len(done)
        session.exercises.setdefault(cells.get("eid", "").strip() or name, len(session.executions))
        session.executions.append(SourceExecution(name, done))

    def _session_of(self, cells: dict[str, str]) -> _Session:
        """The session that a log belongs to, or one of its day."""
        belongs, day = cells.get("belongsession", "").strip(), cells.get("mydate", "").strip()
        if belongs in self.sessions:
            return self.sessions[belongs]
        if day in self.sessions:
            return self.sessions[day]
        start = _second(belongs)
        key = belongs if start else day
        self.sessions[key] = _Session(key, start or _midnight(day))
        return self.sessions[key]

    def _sets(self, row: sections.Row, exercise: str) -> tuple[SourceSet, ...]:
        """The packed sets, with what is known of them elsewhere."""
        apart = self.sets.get(row.cells.get("_id", "").strip(), [])
        apart = sorted(apart, key=_index)
        packed = [each for each in row.cells.get("logs", "").split(",") if each.strip()]
        if not packed:
            return tuple(
                _done(
                    each, exercise, row.line, each.get("weight_lbs", ""), "lb", each.get("reps", "")
                )
                for each in apart
            )
        more = apart if len(apart) == len(packed) else [{} for _ in packed]
        return tuple(
            self._set(token, each, exercise, row.line)
            for token, each in zip(packed, more, strict=True)
        )

    def _set(self, token: str, more: dict[str, str], exercise: str, line: int) -> SourceSet:
        load, mark, reps = token.strip().casefold().partition("x")
        if not mark:
            raise ValueError(f"{text.quoted(token)} is no load and repetitions like 60x10")
        return _done(more, exercise, line, load, self.unit, reps)

    def finish(self) -> None:
        """Notes to their exercises, then everything as workouts and measurements."""
        lost = sum(not self._note(row.cells) for row in self.rows[NOTES])
        if lost:
            self.found.warnings.append(
                f"{counted(lost, 'note was', 'notes were')} left out, of exercises without sets on that day"
            )
        for row in self.rows[PROFILE]:
            try:
                self._measure(row.cells)
            except ValueError as error:
                self.found.reject(f"{PROFILE}: {error}", row.line)
        kept = [each for each in self.sessions.values() if each.executions or each.said]
        for each in kept:
            self.found.add(each.workout())
        if empty := sum(not each.executions for each in kept):
            said = counted(empty, "session has", "sessions have")
            self.found.warnings.append(f"{said} no sets in the file")

    def _note(self, cells: dict[str, str]) -> bool:
        """Whether a note has found its exercise."""
        eid, day, written = (cells.get(name, "").strip() for name in ("eid", "mydate", "mynote"))
        for each in self.days.get(day, ()):
            if eid in each.exercises:
                each.notes.setdefault(each.exercises[eid], []).append(written)
                return True
        return not written

    def _measure(self, cells: dict[str, str]) -> None:
        """What was measured on a day, in the units of the settings; 0 is nothing."""
        day = cells.get("mydate", "").strip()
        units = {"weight": self.unit or "", "fatpercent": "percent"}
        for column, slug in MEASURED.items():
            value, _ = text.quantity(cells.get(column, ""), column, text.HUNDREDTH, 10_000)
            unit = units.get(column, self.length)
            if value is None:
                continue
            if not unit:
                raise ValueError(f"the settings name no unit for {column}")
            start = _midnight(day)
            self.found.measure(SourceMeasurement(f"{slug} {day}", slug, value, unit, start))

    def reading(self) -> Reading:
        """What came together."""
        return self.found.reading(
            *(NAME, "" if self.rows[LOGS] else "without logs"),
            unit=self.unit,
            unit_reason=self.reason,
            unit_certain=self.certain,
        )


def _done(
    more: dict[str, str], exercise: str, line: int, weight: str, unit: MassUnit | None, reps: str
) -> SourceSet:
    """A set, with its time, distance and kind from the row that it has in the section of sets."""
    kind = more.get("set_type", "").strip().casefold()
    if kind not in KINDS:
        raise ValueError(f"{text.quoted(kind)} is no known kind of set")
    found = figures(
        exercise,
        weight=weight,
        unit=unit,
        reps=reps,
        seconds=more.get("duration", ""),
        distance=more.get("distance_mi", ""),
        distance_unit="mi",
    )
    burned = text.number(more.get("calories", "")) or Decimal(0)
    calories = int(burned) if 0 < burned < 100_000 else None
    return SourceSet(kind=KINDS[kind], calories=calories, **found, line=line)


def _index(cells: dict[str, str]) -> int:
    return text.count(cells.get("set_index", ""), "set_index", 10_000) or 0


def _midnight(day: str) -> datetime:
    return text.local_time(f"{day.strip()[:10]} 00:00")


def _second(written: str) -> datetime | None:
    """The moment that is so many seconds after 1970; None for nothing and for what is a mere number."""
    value = text.number(written)
    if not value or 0 < value < FIRST_SECOND:
        return None
    if not 0 < value < LAST_SECOND:
        raise ValueError(f"{text.quoted(written)} are no seconds since 1970")
    return datetime.fromtimestamp(int(value), UTC)


def _load(token: str) -> Decimal | None:
    try:
        return text.number(token.partition("x")[0])
    except ValueError:
        return None
