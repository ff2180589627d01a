"""The history of Boostcamp's web page: JSON that has, for each day, its sessions, and in them records with sets.

It has no start of a session: a workout begins when its day does, and when it was finished is kept as it is
written. A set says with `target_type` what its `amount` counts; a skipped one was not done.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.transfer import text
from workout_core.transfer.figures import effort, figures
from workout_core.transfer.readers.documents import begins_as_json, cell, document, entries
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.readers.documents import Entry
    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit

NAME: Final = "boostcamp"
REPS: Final = ("", "reps", "rep", "amrap")
TIME: Final = ("time", "duration", "seconds", "second", "sec")
OF_SESSION: Final = frozenset(
    (
        *("id", "title", "name", "finished_at", "program_id", "type", "day", "week", "records"),
        *("note", "notes"),
    )
)
OF_RECORD: Final = frozenset(
    (
        *("id", "name", "type", "source", "custom", "video", "thumbnail", "target_type", "sets"),
        *("finished_at", "muscles_list", "muscles", "equipments", "rest_timer", "note", "notes"),
    )
)
OF_SET: Final = frozenset(
    (
        *("id", "value", "amount", "target_type", "weight_unit", "custom", "source", "skipped"),
        *("isCopyLast", "valueEmpty", "amountEmpty", "archived_rpe", "archived_reps"),
        *("archived_weight", "previous_rpe", "previous_reps", "previous_weight", "previous_time"),
        *("note", "notes"),
    )
)
_DAY: Final = re.compile(rb'"\d{4}-\d\d-\d\d"\s*:\s*\[')


def recognises(source: Source) -> bool:
    """Whether the file begins with days of sessions."""
    if not begins_as_json(source) or not _DAY.search(source.head):
        return False
    return b'"records"' in source.head and b'"sets"' in source.head


def read(source: Source, options: Options) -> Reading:
    """All sessions of all days."""
    days = document(source)
    if isinstance(days, dict) and isinstance(days.get("data"), dict):
        days = days["data"]
    if not isinstance(days, dict):
        raise InvalidError(f"{source.name} has no days of Boostcamp's history")
    history = _History(options)
    for day in days:
        history.day(days, day)
    return history.reading()


class _History:
    def __init__(self, options: Options) -> None:
        self.given = options.unit
        self.found = Gathering()
        self.units: Counter[MassUnit] = Counter()
        self.columns: list[dict[str, Any]] = []
        self.sets = 0

    def day(self, days: Entry, day: str) -> None:
        """All sessions of a day."""
        try:
            sessions, start = entries(days, day), text.local_time(f"{day} 00:00")
        except ValueError as error:
            self.found.rows += 1
            self.found.reject(f"the day {text.quoted(day)}: {error}")
            return
        for each in sessions:
            try:
                self._session(each, day.strip(), start)
            except ValueError as error:
                self.found.rows += 1
                self.found.reject(f"a session of {day}: {error}")

    def _session(self, entry: Entry, day: str, start: datetime) -> None:
        self.sets, self.columns = 0, self.found.unknown(entry, OF_SESSION, 0)
        said = self._said(entry)
        executions = map(self._execution, entries(entry, "records"))
        done = tuple(each for each in executions if each.sets or each.note)
        if not done and not said["note"]:  # all of it was skipped
            return
        if self.columns:
            said["extras"]["columns"] = self.columns
        self.found.add(SourceWorkout(day, started_at=start, executions=done, **said))

    def _said(self, entry: Entry) -> dict[str, Any]:
        """Fields of the workout; title and name are the program's and the session's."""
        names = [text.label(cell(entry, each), "session's name") for each in ("title", "name")]
        extras = {
            each: text.label(cell(entry, each), each)
            for each in ("name", "finished_at", "program_id", "week", "day")
            if cell(entry, each).strip()
        }
        if not names[0]:
            extras.pop("name", None)
        return {"name": names[0] or names[1] or None, "note": _note(entry), "extras": extras}

    def _execution(self, entry: Entry) -> SourceExecution:
        self.columns += self.found.unknown(entry, OF_RECORD, self.sets + 1)
        name = text.exercise_name(cell(entry, "name"))
        rest = text.count(cell(entry, "rest_timer"), "rest_timer", 100_000)
        if rest:  # what the timer was set to: nobody knows how long the rest was
            self.columns.append({"set": self.sets + 1, "column": "rest_timer", "text": str(rest)})
        counted = cell(entry, "target_type")
        done = (self._set(each, name, counted) for each in entries(entry, "sets"))
        return SourceExecution(name, tuple(filter(None, done)), _note(entry))

    def _set(self, entry: Entry, exercise: str, counted: str) -> SourceSet | None:
        self.found.rows += 1
        if cell(entry, "skipped") == "true":
            self.found.not_sets["skipped"] += 1
            return None
        try:
            done = self._figures(entry, exercise, cell(entry, "target_type") or counted)
        except ValueError as error:
            self.found.reject(f"a set of {text.quoted(exercise)}: {error}")
            return None
        self.sets += 1
        self.columns += self.found.unknown(entry, OF_SET, self.sets)
        return done

    def _figures(self, entry: Entry, exercise: str, counted: str) -> SourceSet:
        word = counted.strip().casefold()
        if word not in (*REPS, *TIME):
            raise ValueError(f"what {text.quoted(counted)} counts is not known: reps or time")
        value = "" if cell(entry, "valueEmpty") == "true" else cell(entry, "value")
        amount = "" if cell(entry, "amountEmpty") == "true" else cell(entry, "amount")
        unit = text.unit_of(cell(entry, "weight_unit"), text.MASS_UNITS) or self.given
        reps, seconds = ("", amount) if word in TIME else (amount, "")
        found = figures(exercise, weight=value, unit=unit, reps=reps, seconds=seconds)
        if found["load_value"] is not None:
            if unit is None:
                raise ValueError("the load has no unit: --unit kg or --unit lb says it")
            self.units[unit] += 1
        rpe = effort(cell(entry, "archived_rpe"))
        return SourceSet(**found, **rpe, note=_note(entry), line=self.found.rows)

    def reading(self) -> Reading:
        """What came together."""
        said = ", ".join(f"{count:,} in {unit}" for unit, count in self.units.most_common())
        unit = self.units.most_common(1)[0][0] if self.units else None
        reason = f"the file says it: {said}" if said else "the file has no loads"
        return self.found.reading(NAME, "", unit=unit, unit_reason=reason)


def _note(entry: Entry) -> str | None:
    return text.note(cell(entry, "note") or cell(entry, "notes"))
