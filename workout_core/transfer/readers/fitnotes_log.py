"""The training log of a FitNotes backup, and what stands beside it: comments, groups and times of workouts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.figures import figures
from workout_core.transfer.moments import moment
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.rejecting import reject
from workout_core.units import EXACT_PER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workout_core.transfer.reading import Options, Rejected
    from workout_core.transfer.sqlite_file import SqliteFile
    from workout_core.vocabulary import MassUnit

COLUMNS: Final = (
    *("_id", "date", "exercise_id", "metric_weight", "reps", "unit"),
    *("duration_seconds", "distance"),
)
KG, LB = 1, 2  # values of `unit`; 0 is that of the settings
OF_SET: Final = 1  # `owner_type_id` of a comment
POUND_KG: Final = Decimal(EXACT_PER["lb"]) / EXACT_PER["kg"]


@dataclass(frozen=True, slots=True)
class Logged:
    """A row of the log: a set, and whose it is."""

    day: datetime
    exercise_id: int
    exercise: str
    category: str | None
    set: SourceSet


class Log:
    """What was trained, day by day."""

    def __init__(self, file: SqliteFile, options: Options) -> None:
        self._file, self._options = file, options
        self.orphans = self.bare_distances = 0
        self._default = unit_of_settings(file)
        self._exercises = self._named_exercises()
        self._comments = self._comments_of_sets()

    def sets(self, rejected: list[Rejected]) -> Iterator[Logged]:
        """The sets of exercises that are there, a day after another, in the order of their ids."""
        rows = self._file.rows("training_log", COLUMNS, ("date", "_id"))
        for number, row in enumerate(rows, 1):
            if row[2] not in self._exercises:
                self.orphans += 1
                continue
            try:
                yield self._logged(number, row)
            except ValueError as error:
                reject(rejected, number, f"row {row[0]} of the log: {error}", number, "row")

    def notes(self) -> dict[str, str]:
        """The comments of workouts, by day."""
        rows = self._file.rows("WorkoutComment", ("date", "comment"), ("_id",))
        return {str(day)[:10]: note for day, words in rows if (note := note_of(words))}

    def times(self, unread: list[str]) -> dict[str, tuple[datetime, datetime | None, str]]:
        """When workouts began and ended, with the end as it is written, by day; from the first to the last time."""
        found: dict[str, tuple[datetime, datetime | None, str]] = {}
        columns = ("workout_date", "start_date_time", "end_date_time")
        for day, begun, ended in self._file.rows("WorkoutTime", columns, columns[1:]):
            try:
                start = _wall(begun)
                last = _wall(ended) if ended else None
            except ValueError as error:
                unread.append(f"a time of {text.quoted(str(day))}: {error}")
                continue
            first = found.get(str(day)[:10], (start, None, ""))[0]
            found[str(day)[:10]] = first, last, str(ended or "")
        return found

    def groups(self) -> dict[tuple[str, int], int]:
        """The group in which an exercise was done on a day."""
        columns = ("date", "exercise_id", "workout_group_id")
        rows = self._file.rows("WorkoutGroupExercise", columns, columns[2:])
        found: dict[tuple[str, int], int] = {}
        numbers: dict[str, dict[int, int]] = {}
        for date, exercise, group in rows:
            day = str(date)[:10]
            of_day = numbers.setdefault(day, {})
            found[day, exercise] = of_day.setdefault(group, len(of_day) + 1)
        return found

    def _comments_of_sets(self) -> dict[int, str]:
        rows = self._file.rows("Comment", ("owner_type_id", "owner_id", "comment"), ("_id",))
        return {
            owner: note
            for kind, owner, words in rows
            if kind == OF_SET and (note := note_of(words))
        }

    def _named_exercises(self) -> dict[int, tuple[str, str | None]]:
        """The names of the exercises and of their categories, by id."""
        categories: dict[int, str] = dict(self._file.rows("Category", ("_id", "name")))
        rows = self._file.rows("exercise", ("_id", "name", "category_id"))
        return {each: (str(name or ""), categories.get(of)) for each, name, of in rows}

    def _logged(self, number: int, row: tuple[Any, ...]) -> Logged:
        set_id, date, exercise_id, weight, reps, unit, seconds, distance = row
        name, category = self._exercises[exercise_id]
        exercise = text.exercise_name(name)
        found = figures(
            exercise,
            **self._load(weight, unit),
            reps=cell_of(reps),
            seconds=cell_of(seconds),
            distance=cell_of(distance),
            distance_unit=self._options.distance_unit,
        )
        self.bare_distances += (
            found["distance_value"] is not None and found["distance_unit"] is None
        )
        return Logged(
            day=_day(date),
            exercise_id=exercise_id,
            exercise=exercise,
            category=text.label(str(category), "category") if category else None,
            set=SourceSet(**found, note=self._comments.get(set_id), line=number),
        )

    def _load(self, weight: object, unit: object) -> dict[str, Any]:
        """The load in the unit in which it was shown."""
        shown: MassUnit = "lb" if unit == LB else "kg" if unit == KG else self._default
        cell = cell_of(weight)
        if shown == "kg" or not cell:
            return {"weight": cell, "unit": "kg"}
        pounds = (text.number(cell) or Decimal(0)) / POUND_KG
        return {"weight": str(text.rounded(pounds, text.HUNDREDTH)), "unit": "lb"}


def unit_of_settings(file: SqliteFile) -> MassUnit:
    """The unit that the app shows where a row has none of its own."""
    return "lb" if next(file.rows("settings", ("metric",)), None) == (0,) else "kg"


def cell_of(value: object) -> str:
    """A value of the database as a cell of a table."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, float) and math.isfinite(value):
        return f"{Decimal(repr(value)):f}"
    if isinstance(value, int):
        return str(value)
    raise ValueError("a value is no number")


def note_of(value: object) -> str | None:
    return text.note(value[:10_000]) if isinstance(value, str) else None


def _day(value: object) -> datetime:
    """The beginning of a day; a time of day that follows it is not heeded."""
    return text.local_time(f"{str(value)[:10]} 00:00")


def _wall(value: object) -> datetime:
    """A time as clocks showed it."""
    return moment(str(value)).replace(tzinfo=None)
