"""The backup of FitNotes for Android: an SQLite database (`.fitnotes`), of which versions 14, 20 and 22 were seen.

Its training log is like the CSV's, a row a set and a workout a day, and is read as that app's, so that a backup and
a CSV know each other's workouts. It tells more: comments, groups of exercises done in turns, when workouts began and
ended, and what was measured of the body. Loads are kilograms; where the log says that they were shown in pounds they
are turned back, so that 40.8233618492076 kg are the 90 lb that were typed. Routines are plans and are not read.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.transfer.figures import end
from workout_core.transfer.readers import bare
from workout_core.transfer.readers.fitnotes_log import Log
from workout_core.transfer.readers.fitnotes_measured import measurements
from workout_core.transfer.reading import (
    Reading,
    Rejected,
    SourceExecution,
    SourceWorkout,
)
from workout_core.transfer.rejecting import check_rejected
from workout_core.transfer.sqlite_file import MAGIC, SqliteFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from workout_core.transfer.readers.fitnotes_log import Logged
    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit

NEEDED: Final = frozenset(("training_log", "exercise"))


def recognises(source: Source) -> bool:
    """Whether it is an SQLite database: no other is read, and what this one lacks says more than that it is no text."""
    return source.head.startswith(MAGIC)


def read(source: Source, options: Options) -> Reading:
    """What the backup holds. InvalidError where it is another database, or damaged."""
    return FitNotesBackup(source, options).read()


class FitNotesBackup:
    """Reads one file."""

    def __init__(self, source: Source, options: Options) -> None:
        self.source, self.options = source, options
        self.rejected: list[Rejected] = []
        self.warnings: list[str] = []

    def read(self) -> Reading:
        """Go through the log once, to find what cannot be read."""
        with SqliteFile(self.source) as file:
            self._check(file)
            log = Log(file, self.options)
            units: set[MassUnit] = {
                each.set.load_unit for each in log.sets(self.rejected) if each.set.load_unit
            }
            orphans, rows = log.orphans, file.count("training_log")
            dialect = f"backup {file.version}"
            self._tell(file, log)
        check_rejected(self.rejected, rows - orphans, "row")
        unit: MassUnit | None = "lb" if units == {"lb"} else "kg" if units else None
        return Reading(
            format="fitnotes",
            dialect=dialect,
            workouts=self._workouts,
            measurements=lambda: measurements(self.source, []),
            rejected=self.rejected,
            unit=unit,
            unit_reason="the file says it" if unit else "the file has no loads",
            warnings=self.warnings,
            rows=rows,
            rows_not_sets={"of deleted exercises": orphans} if orphans else {},
        )

    def _check(self, file: SqliteFile) -> None:
        missing = sorted(NEEDED - file.tables.keys())
        columns = file.tables.get("training_log", frozenset())
        if not missing and columns >= {"exercise_id", "date", "metric_weight", "reps"}:
            return
        lacks = ", ".join(missing) or "the columns of a training log"
        raise InvalidError(
            f"{self.source.name} is an SQLite database, but no backup of FitNotes: it lacks {lacks}",
            missing=missing,
            hints=["in FitNotes: Settings, Backup, and import that file"],
        )

    def _tell(self, file: SqliteFile, log: Log) -> None:
        if log.orphans:
            said = counted(log.orphans, "row of the log is", "rows of the log are")
            self.warnings.append(f"{said} of an exercise that is not in the backup any more")
        if routines := file.count("Routine"):
            said = counted(routines, "routine is a plan and was", "routines are plans and were")
            self.warnings.append(f"{said} not read")
        self.warnings += bare.notices(log.bare_distances)
        unread: list[str] = []
        for _ in measurements(self.source, unread):
            pass
        log.times(unread)
        if unread:
            self.warnings.append(f"{counted(len(unread), 'other row')} can't be read: {unread[0]}")

    def _workouts(self) -> Iterator[SourceWorkout]:
        with SqliteFile(self.source) as file:
            log = Log(file, self.options)
            notes, times, groups = log.notes(), log.times([]), log.groups()
            for day, rows in groupby(log.sets([]), key=lambda each: each.day):
                yield _workout(day, list(rows), notes, times, groups)


def _workout(
    day: datetime,
    rows: list[Logged],
    notes: dict[str, str],
    times: dict[str, tuple[datetime, datetime | None, str]],
    groups: dict[tuple[str, int], int],
) -> SourceWorkout:
    key = str(day.date())
    start, ended, written = times.get(key, (day, None, ""))
    fields: dict[str, Any] = end(start, ended, written)
    categories = {each.exercise: each.category for each in rows if each.category}
    extras = {**fields.pop("extras", {}), **({"categories": categories} if categories else {})}
    return SourceWorkout(
        source_key=key,
        started_at=start,
        executions=tuple(_executions(key, rows, groups)),
        note=notes.get(key),
        extras=extras,
        **fields,
    )


def _executions(
    key: str, rows: Iterable[Logged], groups: dict[tuple[str, int], int]
) -> Iterator[SourceExecution]:
    for exercise_id, sets in groupby(rows, key=lambda each: each.exercise_id):
        done = list(sets)
        yield SourceExecution(
            exercise=done[0].exercise,
            sets=tuple(each.set for each in done),
            superset=groups.get((key, exercise_id)),
        )
