"""What is read of a file that is no table, as it comes together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.transfer.readers.documents import others
from workout_core.transfer.reading import Reading
from workout_core.transfer.rejecting import check_rejected, reject, told_repeated

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from workout_core.transfer.readers.documents import Entry
    from workout_core.transfer.reading import Rejected, SourceMeasurement, SourceWorkout

MAX_KEPT: Final = 200_000


class Gathering:
    """Workouts and measurements with keys of their own, and everything that was no set."""

    def __init__(self) -> None:
        self.rows = self.repeated = 0
        self.rejected: list[Rejected] = []
        self.not_sets: Counter[str] = Counter()
        self.warnings: list[str] = []
        self._workouts: dict[str, SourceWorkout] = {}
        self._measurements: dict[str, SourceMeasurement] = {}
        self._unknown: dict[str, None] = {}

    def reject(self, reason: str, line: int = 0) -> None:
        """Leave a row out. Where a file has no lines that mean something, its number among the rows is told."""
        reject(self.rejected, line or self.rows, reason, self.rows, "row")

    def add(self, workout: SourceWorkout) -> None:
        """A workout that is there already, as it stands, is counted as repeated; another of its key is numbered."""
        key, count = workout.source_key, 1
        while (there := self._workouts.get(key)) and there.executions != workout.executions:
            count += 1
            key = f"{workout.source_key} #{count}"
        if there:
            self.repeated += sum(len(each.sets) for each in workout.executions)
        else:
            self._workouts[key] = replace(workout, source_key=key)
            self._limit()

    def measure(self, measurement: SourceMeasurement) -> None:
        """The same value of the same moment is one measurement; two values of it are two."""
        key, count = measurement.source_key, 1
        while (there := self._measurements.get(key)) and there.value != measurement.value:
            count += 1
            key = f"{measurement.source_key} #{count}"
        if there:
            self.repeated += 1
        else:
            self._measurements[key] = replace(measurement, source_key=key)
            self._limit()

    def unknown(self, entry: Entry, known: Collection[str], number: int) -> list[dict[str, Any]]:
        """The fields that nobody knows, as they are kept: `number` tells the set of the workout."""
        kept = [
            {"set": number, "column": name, "text": text} for name, text in others(entry, known)
        ]
        self._unknown.update(dict.fromkeys(str(each["column"]) for each in kept))
        return kept

    def reading(self, format: str, dialect: str, **facts: Any) -> Reading:
        """All of it, the oldest first. InvalidError where more than half of the rows can't be read."""
        check_rejected(self.rejected, self.rows, "row")
        workouts = sorted(self._workouts.values(), key=lambda each: _moment(each.started_at))
        measurements = list(self._measurements.values())
        self.warnings += told_repeated(self.repeated)
        return Reading(
            format=format,
            dialect=dialect,
            workouts=lambda: workouts,
            measurements=lambda: measurements,
            rejected=self.rejected,
            unknown_columns=list(self._unknown),
            warnings=self.warnings,
            rows=self.rows,
            rows_not_sets=dict(self.not_sets),
            rows_repeated=self.repeated,
            **facts,
        )

    def _limit(self) -> None:
        if len(self._workouts) + len(self._measurements) > MAX_KEPT:
            raise InvalidError(
                f"The file has more than {MAX_KEPT:,} workouts and measurements",
                hints=["split the file by year"],
            )


def _moment(time: datetime) -> datetime:
    """For sorting: wall times as if they were of UTC."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)
