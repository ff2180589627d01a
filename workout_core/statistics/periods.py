"""Days folded into weeks, months and periods, and streaks worked out of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from workout_core.history.streaks import WEEK, monday
from workout_core.statistics.schemas import (
    BucketRead,
    StatsTrendRead,
    StreakRead,
    TotalsRead,
)
from workout_core.training.one_rep_max import THIRTY
from workout_core.units import kilograms, plain, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from workout_core.db.executor import Row
    from workout_core.statistics.schemas import By

HUNDREDTH: Final = Decimal("0.01")
SHARES: Final = ("<60", "60-70", "70-80", "80-90", "90+")
REPS: Final = {"1-5": "reps_1_5", "6-12": "reps_6_12", "13+": "reps_13_up"}


def trend(days: Iterable[Row], by: By, implements: int) -> list[StatsTrendRead]:
    """Days of an exercise, in order, summed up by the week or the month."""

    def begins(row: Row) -> date:
        day: date = row["local_date"]
        return monday(day) if by == "week" else day.replace(day=1)

    return [_trend(first, list(rows), implements) for first, rows in groupby(days, begins)]


def volume_kg(rows: Iterable[Row], implements: int = 1) -> Decimal | None:
    """The volume of some rows, to 0.01 kg; None where none of them has any."""
    known = [row["volume"] for row in rows if row["volume"] is not None]
    return tidy(kilograms(int(sum(known)) * implements)) if known else None


def e1rm_kg(rows: Iterable[Row]) -> Decimal | None:
    """The highest e1RM of some rows, to 0.01 kg."""
    best = max((row["e1rm"] for row in rows if row["e1rm"] is not None), default=None)
    return None if best is None else tidy(kilograms(round(best)) / THIRTY)


def tidy(value: Decimal | float) -> Decimal:
    """A figure to a hundredth, a tie away from zero."""
    return plain(round_half_up(Decimal(value), HUNDREDTH))


def pace(seconds: float, metres: float) -> Decimal | None:
    """Seconds for a kilometre; None where there is no distance, or no time."""
    return tidy(seconds * 1000 / metres) if metres and seconds else None


def total(rows: Iterable[Row], name: str) -> int:
    """The sum of a figure over rows."""
    return sum(int(row[name] or 0) for row in rows)


def weeks_between(first: date, last: date) -> int:
    """How many weeks, from Monday on, two days span."""
    return (monday(last) - monday(first)) // WEEK + 1


def totals(since: date, until: date, days: Sequence[Row], exercises: Sequence[Row]) -> TotalsRead:
    """What a period came to, of its days with workouts and of its exercises, whose volumes are worked out."""
    return TotalsRead(
        since=since,
        until=until,
        workouts=total(days, "workouts"),
        days=len(days),
        minutes=total(days, "seconds") // 60,
        sets=total(exercises, "sets"),
        hard_sets=total(exercises, "hard_sets"),
        reps=total(exercises, "reps"),
        volume_kg=volume_kg(exercises) or Decimal(0),
        distance_m=tidy(sum(row["metres"] or 0 for row in exercises)),
    )


def streaks(days: Iterable[date]) -> list[StreakRead]:
    """The weeks in a row, in order."""
    spans: list[tuple[date, date]] = []
    for week in sorted({monday(day) for day in days}):
        goes_on = spans and week - spans[-1][1] == WEEK
        spans.append((spans.pop()[0] if goes_on else week, week))
    return [
        StreakRead(first_week=first, last_week=last, weeks=weeks_between(first, last))
        for first, last in spans
    ]


def buckets(rows: Sequence[Row]) -> list[BucketRead]:
    """The sets by their share of the e1RM, the lightest first, then those nothing is known of; of none, none."""
    if not rows:
        return []
    every = total(rows, "sets")
    found = [_bucket(name, [row for row in rows if row["share"] == name], every) for name in SHARES]
    unknown = [row for row in rows if row["share"] is None]
    return [*found, *([_bucket("unknown", unknown, every)] if unknown else [])]


def _trend(first: date, rows: list[Row], implements: int) -> StatsTrendRead:
    heaviest = max((row["weight"] for row in rows if row["weight"] is not None), default=None)
    seconds, metres, moving = (
        sum(row[name] or 0.0 for row in rows) for name in ("seconds", "metres", "moving")
    )
    counts = {name: total(rows, name) for name in ("workouts", "sets", "hard_sets", "reps")}
    return StatsTrendRead(
        first_day=first,
        **counts,
        volume_kg=volume_kg(rows, implements),
        weight_kg=None if heaviest is None else tidy(kilograms(int(heaviest))),
        e1rm_kg=e1rm_kg(rows),
        duration_s=tidy(seconds),
        distance_m=tidy(metres),
        pace_s_per_km=pace(moving, metres),
    )


def _bucket(name: str, rows: Sequence[Row], every: int) -> BucketRead:
    sets = total(rows, "sets")
    by_reps: dict[str, Any] = {
        field: total((row for row in rows if row["reps"] == reps), "sets")
        for reps, field in REPS.items()
    }
    share = tidy(100 * sets / every) if every else Decimal(0)
    return BucketRead(range=name, sets=sets, share=share, **by_reps)
