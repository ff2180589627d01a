"""Weeks in a row: how many weeks, from Monday on, had a training day each."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEK: Final = timedelta(days=7)


def weeks_in_a_row(days: Iterable[date], until: date) -> tuple[int, int]:
    """The weeks in a row up to a day, and the most at any time.

    The week of that day is not over: it adds to the row, and without a training day it does not end it.
    """
    weeks = sorted({monday(day) for day in days})
    if not weeks:
        return 0, 0
    run = most = 1
    for before, week in pairwise(weeks):
        run = run + 1 if week - before == WEEK else 1
        most = max(most, run)
    return (run if monday(until) - weeks[-1] <= WEEK else 0), most


def monday(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())
