"""Workouts in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.options import today
from workout_cli.tui.widgets.rows import Col
from workout_cli.wording import volume
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.content import Content

    from workout_core.workouts.schemas import WorkoutSummary

AGAIN: Final = (
    Col("date", 11),
    Col("workout"),
    Col("sets", 4, right=True, least=44),
    Col("volume", 10, right=True, least=56),
)


def again_cells(each: WorkoutSummary) -> Sequence[Content | str]:
    """A workout that might be done again."""
    return (
        short_day(each.local_date),
        clean(each.name or ", ".join(each.exercises)),
        str(each.sets),
        volume(each.volume_kg),
    )


def short_day(value: date) -> str:
    """A day as `Fri 20 Nov`, of other years as `20 Nov 2024`: always eleven cells at most."""
    if value.year == today().year:
        return f"{value:%a} {value.day:>2} {value:%b}"
    return f"{value.day:>2} {value:%b %Y}"
