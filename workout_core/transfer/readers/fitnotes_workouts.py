"""The CSV of the other app called Fit Notes: whole workouts with their start and end in UTC, and the state of each set.

Newer files have `StartTime` as `2025-06-02T17:00:00Z`, those of 2018 a date and a time (`6/2/2018`, `5:00:00 PM`) each
in a column. Decimals have a comma. No unit is written. Sets that were not started were planned only: they are
counted, not read. A failed set is one with the repetitions that were reached.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.figures import effort, end, figures, gathered, noisy, of_exercise
from workout_core.transfer.moments import moment
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.transfer.reading import DateOrder, Options
    from workout_core.transfer.source import Source

FIELDS: Final = {
    "name": "name",
    "starttime": "start",
    "endtime": "end",
    "startdate(utc)": "start day",
    "starttime(utc)": "start",
    "enddate(utc)": "end day",
    "endtime(utc)": "end",
    **{
        name: name
        for name in (
            *("bodyweight", "exercise", "equipment", "reps", "weight", "time", "distance"),
            *("status", "iswarmup", "rpe", "rir", "categories", "note"),
        )
    },
    "notes": "note",
}
OF_WORKOUT: Final = ("name", "start day", "start", "end day", "end", "bodyweight")
OF_EXERCISE: Final = ("equipment", "categories")
FAILED: Final = "failed"
DONE: Final = frozenset(("done", FAILED, ""))
NOT_DONE: Final = frozenset(("notstarted", "skipped", "planned"))
_DAY: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})[/.-]([0-9]{4})")


class FitNotesWorkoutsReader(TableReader):
    name = "fitnotes_workouts"
    needed = ("start", "exercise", "status")
    prose = ("note",)

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._said: tuple[tuple[str, ...], datetime, Mapping[str, Any]] | None = None
        self._order: DateOrder = options.date_order or "mdy"
        self._bare_distances: set[int] = set()  # lines

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return FIELDS.get(name.replace(" ", ""))

    def dialect(self) -> str:
        return "2018" if "start day" in self.columns.at else "csv"

    def row(self, line: int, cells: list[str]) -> Row | str:
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        start, said = self._head(cells)
        written = self.cell(cells, "status").strip()
        status = written.casefold().replace(" ", "")
        if status in NOT_DONE:
            return written
        if status not in DONE:
            raise ValueError(f"the status {text.quoted(written)} is not known")
        of_workout = dict(said)
        for what in OF_EXERCISE:
            of_workout |= of_exercise(
                what, exercise, text.label(self.cell(cells, what), what) or None
            )
        done = self._set(line, exercise, cells, failed=status == FAILED)
        return Row(
            start.isoformat(),
            start,
            exercise,
            done,
            written=noisy(self.cell(cells, "weight"), done),
            of_workout=of_workout,
        )

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        ended, written = said.pop("ended", None), said.pop("end", "")
        fields = end(start, ended, written)
        extras: dict[str, Any] = {
            what: found for what in OF_EXERCISE if (found := gathered(what, said))
        }
        extras |= fields.pop("extras", {})
        weight = said.pop("bodyweight", None)
        if weight is not None and self.unit is not None:
            fields |= {"bodyweight_value": weight, "bodyweight_unit": self.unit}
        elif weight is not None:
            extras["bodyweight"] = str(weight)
        return {**said, **fields, "extras": extras}

    def facts(self) -> dict[str, Any]:
        if self.dialect() != "2018":
            return {}
        given = self.options.date_order is not None
        told = given or self.tally["days over twelve"] > 0
        return {
            "date_order": self._order,
            "date_reason": "given"
            if given
            else "a day over 12 tells"
            if told
            else "as the app writes",
            "date_certain": told,
        }

    def notices(self) -> list[str]:
        return bare.notices(len(self._bare_distances))

    def _head(self, cells: list[str]) -> tuple[datetime, Mapping[str, Any]]:
        """The start, and what the row says of its workout; rows that follow mostly say the same."""
        words = tuple(self.cell(cells, name) for name in OF_WORKOUT)
        if self._said is None or self._said[0] != words:
            name, day, begun, last_day, ended, weight = words
            start = self._moment(day, begun)
            value, _ = text.quantity(weight, "bodyweight", text.HUNDREDTH, 99_999)
            said = {
                "name": text.label(name, "workout's name") or None,
                "ended": self._moment(last_day or day, ended) if ended.strip() else None,
                "end": f"{last_day} {ended}".strip() or None,
                "bodyweight": value,
            }
            self._said = words, start, said
        return self._said[1:]

    def _moment(self, day: str, time: str) -> datetime:
        """A time in UTC, which is what the file has where it writes no offset."""
        found = moment(f"{self._day(day)} {time}" if day else time)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)

    def _day(self, cell: str) -> str:
        """A day of a column of days, in the order that computers write."""
        found = _DAY.fullmatch(cell.strip())
        if found is None:
            return cell.strip()
        first, separator, second, year = found.groups()
        day_first = separator == "." or self._order == "dmy"
        day, month = (first, second) if day_first else (second, first)
        if int(month) > 12:
            raise ValueError(
                f"{text.quoted(cell)} has no such month: does the day stand first in this file?"
            )
        self.tally["days over twelve"] += int(day) > 12
        return f"{year}-{month:0>2}-{day:0>2}"

    def _set(self, line: int, exercise: str, cells: list[str], *, failed: bool) -> SourceSet:
        cell = self.cell
        found = figures(
            exercise,
            weight=cell(cells, "weight"),
            unit=self.unit,
            reps=cell(cells, "reps"),
            seconds=cell(cells, "time"),
            distance=cell(cells, "distance"),
            distance_unit=self.options.distance_unit,
        )
        if found["distance_value"] is not None and self.options.distance_unit is None:
            self._bare_distances.add(line)
        warmup = cell(cells, "iswarmup").strip().casefold() in ("true", "1", "yes")
        return SourceSet(
            kind="warmup" if warmup else "working",
            **found,
            **effort(cell(cells, "rpe"), cell(cells, "rir")),
            failed=failed,
            note=text.note(cell(cells, "note")),
            line=line,
        )
