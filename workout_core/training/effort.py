"""What share of the one-rep maximum a set of so many repetitions at such an effort (RPE) is."""

from __future__ import annotations

from typing import Final

# In per cent, by half steps of (reps - 1) + (10 - RPE), from 0: Tuchscherer, Reactive Training Systems, "Beginning
# RTS" (2015) and "The Reactive Training Manual" (2008). The last step of twelve repetitions at RPE 6 is left out:
# transcriptions differ (57.4 and 57.2).
RTS_CHART: Final = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0),
    *(83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1, 73.9, 72.3),
    *(70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6),
)
MOST_REPS: Final = 12
LEAST_RPE: Final = 6


def rts_percent(reps: int, rpe: float) -> float | None:
    """Per cent of the one-rep maximum by the RTS chart; None off the chart, which is never extended."""
    steps = 2 * (reps - 1 + 10 - rpe)
    on_chart = 1 <= reps <= MOST_REPS and LEAST_RPE <= rpe <= 10 and steps == int(steps)
    return RTS_CHART[int(steps)] if on_chart and steps < len(RTS_CHART) else None


def polynomial_share(reps: int, rpe: float) -> float | None:
    """The share of the one-rep maximum by a curve through the chart, for efforts between its steps.

    The curve of OpenPowerlifting's plsource (rpe-calc), also Liftosaur's: at most 0.6 points from the chart, and
    one half from 16 steps on.
    """
    if reps < 1 or not 0 <= rpe <= 10:
        return None
    if reps == 1 and rpe == 10:
        return 1.0
    steps = reps - 1 + 10 - rpe
    if steps >= 16:
        return 0.5
    if steps <= 2.92:
        return (0.347619 * steps**2 - 4.60714 * steps + 99.9667) / 100
    return (-2.64249 * steps + 97.0955) / 100
