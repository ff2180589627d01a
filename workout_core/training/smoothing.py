"""The trend of what is measured now and then: exponential smoothing over days.

    trend = trend before + (1 - 0.9^days) x (value - trend before)

A day's weight is a tenth, as in Walker's trend of body weight (The Hacker's Diet, 1991); over days without a value
the trend stands still, so that a value after `days` days weighs 1 - 0.9^days, as if it had been measured on each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

KEPT: Final = 0.9  # of what a trend was a day before


def smoothed(values: Iterable[tuple[date, float]]) -> Iterator[float]:
    """The trend on each of some days, which are in order; it begins at the first value."""
    trend, before = 0.0, None
    for day, value in values:
        if before is None:
            trend = value
        else:
            trend += (1 - KEPT ** (day - before).days) * (value - trend)
        before = day
        yield trend
