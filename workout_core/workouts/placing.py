"""Where a line of sets goes: which workout it belongs to.

Into the open workout, unless that was left open and forgotten; else into the one that went on at that moment, which is
so until four hours after its last set, also after midnight; else into the last one of its day; else into a new one. A
workout that was imported is left as it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import ConflictError, InvalidError
from workout_core.workouts.activity import is_forgotten
from workout_core.workouts.repository import Began

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from workout_core.db.executor import Row
    from workout_core.workouts.log_schemas import LogContext
    from workout_core.workouts.repository import WorkoutRepository

STILL_GOING: Final = timedelta(hours=4)
FURTHEST: Final = timedelta(days=1)
APART: Final = timedelta(minutes=1)  # by which the clocks of two machines may differ
ONE_DAY: Final = timedelta(days=1)
NOON: Final = time(12)


class Place(NamedTuple):
    """A workout, or the moment at which one begins; `performed_at` is None where nobody remembers the hour."""

    workout: Row | None
    moment: datetime
    performed_at: datetime | None
    forgotten: Row | None = None

    def began(self, zone: ZoneInfo) -> Began:
        """When the workout began."""
        if self.workout:
            return Began(self.workout["started_at"], self.workout["local_date"])
        return Began(self.moment, self.moment.astimezone(zone).date())


async def place_of(repository: WorkoutRepository, data: LogContext, zone: ZoneInfo) -> Place:
    """Where a line belongs by its day and its hour."""
    now = repository.now
    refuse_future(data.at, now)
    moment = data.at or (_noon(data.day, zone, now) if data.day else now)
    place = Place(None, moment, None if data.day else moment)
    active = await repository.active()
    if active and _is_within(active, data, moment, now):
        if data.day or not is_forgotten(await repository.last_activity(active), moment):
            return place._replace(workout=active)
        place = place._replace(forgotten=active)
    day = moment.astimezone(zone).date()
    if data.day and moment > now + _leeway(data, day, zone, now):
        raise InvalidError("That day is yet to come", hints=["log what was done, when it is"])
    rows = await repository.newest(day - ONE_DAY, day + ONE_DAY)
    own = [row for row in rows if row["source"] is None and row["status"] == "done"]
    near = [row for row in own if _goes_on(row, moment) and not data.day]
    near += [row for row in own if row["local_date"] == day]
    return place._replace(workout=near[0]) if near else place


def place_in(workout: Row, data: LogContext, now: datetime) -> Place:
    """A workout that was named: its sets are done now only while it is open, or was until just now."""
    if data.day is not None:
        raise InvalidError(
            "A workout that is named has its day already", hints=["at says when it was done"]
        )
    refuse_future(data.at, now)
    is_open = workout["status"] == "active" or _goes_on(workout, now)
    return Place(workout, workout["started_at"], data.at or (now if is_open else None))


def refuse_future(at: datetime | None, now: datetime) -> None:
    """Refuse a moment that is yet to come; a little later is a clock's fault."""
    if at is not None and at > now + APART:
        raise InvalidError(
            "That time is yet to come", hints=["18:30", "-90min", "'yesterday 18:30'"]
        )


def open_already(active: Row) -> ConflictError:
    """What to raise where a workout is to be opened beside this one."""
    name, day = active["name"] or "The workout", active["local_date"]
    return ConflictError(
        f"{name} of {day:%a} {day.day} {day:%b} is still open",
        workout_id=str(active["id"]),
        hints=["workout finish", "workout status", "workout discard"],
    )


def _is_within(active: Row, data: LogContext, moment: datetime, now: datetime) -> bool:
    """Whether the open workout is meant, as far as the moment tells."""
    if data.day is not None:
        return bool(active["local_date"] == data.day)
    return data.at is None or bool(active["started_at"] <= moment <= now + APART)


def _goes_on(workout: Row, moment: datetime) -> bool:
    last = workout["ended_at"] or workout["started_at"]
    return bool(workout["started_at"] <= moment <= last + STILL_GOING)


def _leeway(data: LogContext, day: date, zone: ZoneInfo, now: datetime) -> timedelta:
    """How far ahead the middle of a day may be: all of today, and tomorrow where nobody says in which zone it is."""
    later = data.timezone is not None and day > now.astimezone(zone).date()
    return APART if later else FURTHEST


def _noon(day: date, zone: ZoneInfo, now: datetime) -> datetime:
    """The middle of a day, or now where the day isn't over."""
    if day == now.astimezone(zone).date():
        return now
    return datetime.combine(day, NOON, zone).astimezone(UTC)
