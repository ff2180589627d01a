"""The trend of a measurement: exponential smoothing, in which a measurement counts half after a half-life.

    trend += (mean of the day - trend) x (1 - 2^(-days since the day before / half-life))

It begins with the first day. Days apart weigh by their distance, so that a gap is no error (Wright, Management Science
32:499-510, 1986, of irregular intervals); a half-life of seven days is about the tenth a day by which weights are
smoothed since Walker, The Hacker's Diet, 1991.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.body.amounts import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.db.executor import Row

HALF_LIFE: Final = Decimal(7)
RULE: Final = (
    "trend += (mean of the day - trend) x (1 - 2^(-days / half-life)), half-life {:f} days"
)
PACE_RULE: Final = "pace: the change of the trend over its last {} days"
# After so many half-lives what was before counts less than a thousandth.
ENOUGH: Final = 10
WINDOW: Final = timedelta(days=28)
SHORTEST: Final = timedelta(days=7)
LONGEST: Final = timedelta(days=3650)
WEEK: Final = 7


class Point(NamedTuple):
    """A day on which something was measured: the mean of the day, and the trend."""

    day: date
    value: Decimal
    trend: Decimal


def amount_in(row: Row, unit: str) -> Decimal:
    """What was measured, in a unit of its kind."""
    if row["unit"] == unit:
        return Decimal(row["value"])
    return comparable(row["value"], row["unit"]) / comparable(Decimal(1), unit)


def smoothed(rows: Iterable[Row], unit: str, half_life: Decimal = HALF_LIFE) -> list[Point]:
    """The trend of measurements of one type, the oldest first, in a unit; a point a day."""
    points: list[Point] = []
    for day, group in groupby(rows, key=lambda row: row["local_date"]):
        values = [amount_in(row, unit) for row in group]
        value = sum(values, Decimal(0)) / len(values)
        trend = value
        if points:
            last = points[-1]
            kept = _kept((day - last.day).days, half_life)
            trend = last.trend + (value - last.trend) * (1 - kept)
        points.append(Point(day, value, trend))
    return points


@lru_cache
def _kept(days: int, half_life: Decimal) -> Decimal:
    """How much of a trend is left after some days; most days are as far apart as others, and a power is slow."""
    return Decimal(2) ** (Decimal(-days) / half_life)


def pace(points: Sequence[Point]) -> Decimal | None:
    """By how much the trend changes a day, over its last four weeks; None where it spans less than one."""
    if not points:
        return None
    end = points[-1]
    begin = next(each for each in points if each.day >= end.day - WINDOW)
    if end.day - begin.day < SHORTEST:
        return None
    return (end.trend - begin.trend) / (end.day - begin.day).days


def expected(points: Sequence[Point], target: Decimal) -> date | None:
    """When the trend comes to a target if it goes on like this; None where it doesn't, or not in ten years."""
    daily = pace(points)
    if not daily:
        return None
    days = (target - points[-1].trend) / daily
    if not 0 <= days <= LONGEST.days:
        return None
    return points[-1].day + timedelta(days=int(days.to_integral_value(ROUND_HALF_UP)))
