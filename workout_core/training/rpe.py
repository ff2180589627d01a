"""What share of the one-rep maximum a set is at, from its repetitions and its effort.

The chart of Reactive Training Systems (Tuchscherer, The Reactive Training Manual, 2008) is a single line: a set of r
repetitions at an effort (RPE) stands (r - 1) + (10 - RPE) repetitions from a single to failure, in half steps. It
reaches from 1 to 12 repetitions and from RPE 6 to 10; off the chart nothing is known, and nothing is made up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

Chart = Literal["rts", "polynomial"]

TEN: Final = Decimal(10)
LEAST_RPE: Final = Decimal(6)
MOST_REPS: Final = 12
# Tenths of a percent of the maximum, half a repetition apart.
RTS: Final = (
    *(1000, 978, 955, 939, 922, 907, 892, 878, 863, 850, 837, 824, 811, 799, 786, 774),
    *(762, 751, 739, 723, 707, 694, 680, 667, 653, 640, 626, 613, 599, 586, 574),
)
CURVED_TO: Final = 2.92
LINEAR_TO: Final = 16
BEYOND: Final = 0.5


def rts_percent(reps: int, rpe: Decimal) -> Decimal | None:
    """The percent of the maximum by the chart, as it is printed; None off the chart or between its half steps.

    Transcriptions agree on all cells but that of 12 repetitions at RPE 6: 57.4 in three of them, 57.2 in one.
    """
    halves = 2 * rpe
    if not (1 <= reps <= MOST_REPS and LEAST_RPE <= rpe <= TEN) or halves != halves.to_integral():
        return None
    return Decimal(RTS[int(2 * (reps - 1 + TEN - rpe))]) / 10


def polynomial_share(reps: int, rpe: Decimal) -> float | None:
    """The share of the maximum by a curve that follows the chart within 0.6 points and goes on beyond it.

    x repetitions from a single to failure: (0.347619 x^2 - 4.60714 x + 99.9667) / 100 to 2.92, then
    (-2.64249 x + 97.0955) / 100, from 16 on a half (the RPE calculator of plsource, which Liftosaur uses too). None
    below one repetition, or where the effort is not between 0 and 10.
    """
    if reps < 1 or not 0 <= rpe <= TEN:
        return None
    if reps == 1 and rpe == TEN:
        return 1.0
    away = float(reps - 1 + TEN - rpe)
    if away >= LINEAR_TO:
        return BEYOND
    if away <= CURVED_TO:
        return (0.347619 * away**2 - 4.60714 * away + 99.9667) / 100
    return (-2.64249 * away + 97.0955) / 100


def share(reps: int, rpe: Decimal, chart: Chart = "rts") -> float | None:
    """The share of the maximum, between 0 and 1, by one of the charts; None where it has no value."""
    if chart == "polynomial":
        return polynomial_share(reps, rpe)
    percent = rts_percent(reps, rpe)
    return None if percent is None else float(percent) / 100
