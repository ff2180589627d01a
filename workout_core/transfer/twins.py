"""Finds workouts of a file that are probably here already, from another source.

Two are probably the same when they have an exercise in common and began within two minutes of each other, or
overlap by more than half of the shorter; where one of them has no time of day, when they are of one day and have
at least half of the exercises in common. Nothing is ever removed for it: only a person can tell.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from workout_core.transfer.schemas import Duplicate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from workout_core.db.executor import Row

NEAR: Final = timedelta(minutes=2)
MIDNIGHT: Final = time(0)
LENGTH: Final = timedelta(hours=1)  # of a workout that does not say it


class Session(NamedTuple):
    """When something was done, and which exercises."""

    start: datetime
    end: datetime | None
    timezone: str
    day: date
    exercises: frozenset[UUID]

    @property
    def is_timed(self) -> bool:
        """Apps that know only days are taken to begin at midnight, and never to end."""
        return (
            self.end is not None
            or self.start.astimezone(ZoneInfo(self.timezone)).time() != MIDNIGHT
        )

    def is_like(self, other: Session) -> bool:
        common = len(self.exercises & other.exercises)
        if not common:
            return False
        if not (self.is_timed and other.is_timed):
            fewer = min(len(self.exercises), len(other.exercises))
            return self.day == other.day and 2 * common >= fewer
        if abs(self.start - other.start) <= NEAR:
            return True
        ends = [each.end or each.start + LENGTH for each in (self, other)]
        shared = min(ends) - max(self.start, other.start)
        return 2 * shared > min(ends[0] - self.start, ends[1] - other.start)


class Twins:
    """The workouts that are there, by their days."""

    def __init__(self, workouts: Iterable[tuple[Row, Iterable[UUID]]]) -> None:
        self._days: dict[date, list[tuple[Row, Session]]] = {}
        for row, exercises in workouts:
            self._days.setdefault(row["local_date"], []).append((row, session(row, exercises)))

    def of(self, key: str, new: Session) -> Duplicate | None:
        """The workout that is probably the same as this one of the file."""
        for row, there in self._days.get(new.day, ()):
            if there.is_like(new):
                found = {name: row[name] for name in ("id", "name", "source", "started_at")}
                return Duplicate(source_key=key, **found)
        return None


def session(workout: Row, exercises: Iterable[UUID]) -> Session:
    """A workout, there or to come, as it is compared."""
    times = (workout["started_at"], workout["ended_at"], workout["timezone"], workout["local_date"])
    return Session(*times, frozenset(exercises))
