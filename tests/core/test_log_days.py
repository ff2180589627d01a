"""Which day and which workout a line belongs to: around midnight, clocks that change, and the edges of the world."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from workout_core.errors import InvalidError
from workout_core.units import exact_mass
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.log_schemas import LogRead
    from workout_core.workouts.schemas import WorkoutRead


async def log(local: LocalBackend, zone: str, when: str, text: str = "bench 100x5") -> LogRead:
    """A line at a time of day somewhere; `+1` after it is the second of two that are called the same."""
    clock, _, fold = when.partition("+")
    at = datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo(zone), fold=int(fold or 0))
    data = WorkoutLog(text=text, at=at.astimezone(UTC), timezone=zone)
    async with local.services() as services:
        return await services.log.add(data)


async def workouts(local: LocalBackend) -> list[WorkoutRead]:
    """Every workout, the newest first."""
    async with local.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        return [await services.workouts.get(each.id) for each in page.items]


@pytest.mark.parametrize(
    ("zone", "times", "days"),
    [
        ("UTC", ["2026-03-02T23:59", "2026-03-03T00:01"], [date(2026, 3, 2)]),
        ("UTC", ["2026-03-02T23:59:59", "2026-03-03T03:59:58"], [date(2026, 3, 2)]),
        ("UTC", ["2026-03-02T19:00", "2026-03-02T23:59"], [date(2026, 3, 2)]),
        ("UTC", ["2026-03-02T19:00", "2026-03-03T00:01"], [date(2026, 3, 3), date(2026, 3, 2)]),
        # The hour from 2 to 3 is skipped, and comes twice.
        ("Europe/Berlin", ["2026-03-28T23:30", "2026-03-29T04:15"], [date(2026, 3, 28)]),
        (
            "Europe/Berlin",
            ["2026-10-24T23:30", "2026-10-25T02:50"],
            [date(2026, 10, 24)],
        ),
        (
            "Europe/Berlin",
            ["2026-10-24T23:30", "2026-10-25T02:50+1"],
            [date(2026, 10, 25), date(2026, 10, 24)],
        ),
        ("America/New_York", ["2026-03-07T23:30", "2026-03-08T04:15"], [date(2026, 3, 7)]),
        (
            "America/New_York",
            ["2026-10-31T23:30", "2026-11-01T03:15"],
            [date(2026, 11, 1), date(2026, 10, 31)],
        ),
        ("Pacific/Pago_Pago", ["2026-03-02T23:59", "2026-03-03T00:30"], [date(2026, 3, 2)]),
        ("Pacific/Kiritimati", ["2026-03-02T00:01", "2026-03-02T23:00"], [date(2026, 3, 2)]),
        ("Asia/Kathmandu", ["2026-03-02T00:01", "2026-03-02T23:59"], [date(2026, 3, 2)]),
    ],
)
async def test_a_line_belongs_to_the_evening_where_it_was_done(
    local: LocalBackend, zone: str, times: list[str], days: list[date]
) -> None:
    for when in times:
        await log(local, zone, when)
    found = await workouts(local)
    assert [each.local_date for each in found] == days
    assert {each.timezone for each in found} == {zone}


async def test_travelling_in_one_evening_stays_one_workout(local: LocalBackend) -> None:
    await log(local, "Europe/Berlin", "2026-03-02T22:00")
    await log(local, "Europe/London", "2026-03-02T23:30", "squat 100x5")
    await log(local, "America/New_York", "2026-03-02T20:30", "row 30x10")
    [workout] = await workouts(local)
    names = [each.exercise.name for each in workout.exercise_executions]
    assert names == ["Bench Press", "Squat", "One-Arm Row"]
    assert (workout.local_date, workout.timezone) == (date(2026, 3, 2), "Europe/Berlin")


async def test_tomorrow_is_refused_also_in_the_evening(local: LocalBackend) -> None:
    for hours in range(-11, 15):  # somewhere it is evening
        zone = f"Etc/GMT{-hours:+}" if hours else "UTC"
        today = datetime.now(ZoneInfo(zone)).date()
        data = WorkoutLog(text="bench 100x5", day=today + timedelta(days=1), timezone=zone)
        async with local.services() as services:
            with pytest.raises(InvalidError, match="yet to come"):
                await services.log.add(data)
    assert not await workouts(local)


@pytest.mark.parametrize("hours", [1, 3])
async def test_over_the_date_line_and_back(local: LocalBackend, hours: int) -> None:
    first = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Pacific/Kiritimati"))
    await log(local, "Pacific/Kiritimati", "2026-03-03T09:00")
    there = (first + timedelta(hours=hours)).astimezone(ZoneInfo("Pacific/Pago_Pago"))
    assert there.date() == date(2026, 3, 2)
    await log(local, "Pacific/Pago_Pago", there.replace(tzinfo=None).isoformat())
    [workout] = await workouts(local)
    assert (workout.local_date, workout.sets) == (date(2026, 3, 3), 2)


async def test_records_go_by_moments_not_by_the_names_of_days(local: LocalBackend) -> None:
    """The evening of the 2nd in Pago Pago is after the morning of the 3rd in Kiritimati."""
    await log(local, "Pacific/Kiritimati", "2026-03-03T09:00", "bench 120x5")
    later = await log(local, "Pacific/Pago_Pago", "2026-03-02T20:00", "bench 100x5")
    assert later.entries[0].records == []
    assert later.entries[0].last_time is not None
    await log(local, "Pacific/Pago_Pago", "2026-03-05T20:00", "squat 100x5")
    earlier = await log(local, "Pacific/Kiritimati", "2026-03-06T09:00", "squat 120x5")
    assert earlier.entries[0].last_time is None


async def test_a_time_between_goes_into_the_workout_that_went_on(local: LocalBackend) -> None:
    morning = await log(local, "UTC", "2026-03-02T08:00")
    evening = await log(local, "UTC", "2026-03-02T18:00")
    assert morning.workout is not None
    assert evening.workout is not None
    assert evening.workout.id == morning.workout.id  # one day, one workout, unless there are two
    later = await log(local, "UTC", "2026-03-02T08:30", "squat 100x5")
    assert later.workout is not None
    assert later.workout.id == morning.workout.id


async def test_pounds_and_kilograms_stand_side_by_side(local: LocalBackend) -> None:
    await log(local, "UTC", "2026-03-02T08:00", "bench 135lbx5 60kgx5 102,5kgx5")
    [workout] = await workouts(local)
    sets = workout.exercise_executions[0].sets
    loads = [(str(each.load_value), each.load_unit) for each in sets]
    assert loads == [("135", "lb"), ("60", "kg"), ("102.5", "kg")]
    units: list[Any] = ["lb", "kg", "kg"]
    values = [each.load_value for each in sets if each.load_value is not None]
    exact = sum(5 * exact_mass(value, unit) for value, unit in zip(values, units, strict=True))
    assert workout.volume_kg.scaleb(8) == exact
