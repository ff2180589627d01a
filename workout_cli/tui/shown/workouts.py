"""Workouts in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.options import now, today
from workout_cli.tui.widgets.rows import Col
from workout_cli.wording import volume
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.content import Content

    from workout_core.workouts.schemas import WorkoutHead, WorkoutSummary

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
        came_to(each),
    )


def came_to(each: WorkoutSummary) -> str:
    """The volume; of runs and the like the distance, of holds how long it took."""
    if each.volume_kg:
        return volume(each.volume_kg)
    return kilometres(each) or duration(each)


def kilometres(each: WorkoutSummary) -> str:
    """The distance, as `10.3 km`; nothing where there is none."""
    return f"{each.distance_m / 1000:.1f} km" if each.distance_m else ""


def duration(each: WorkoutHead) -> str:
    """How long it took, as `52m` or `2h05`; of the open workout so far."""
    end = now() if each.status == "active" else each.ended_at
    if end is None:
        return ""
    minutes = int((end - each.started_at).total_seconds()) // 60
    if minutes < 1:
        return ""
    return f"{minutes}m" if minutes < 100 else f"{minutes // 60}h{minutes % 60:02}"


def short_day(value: date) -> str:
    """A day as `Fri 20 Nov`, of other years as `20 Nov 2024`: always eleven cells at most."""
    if value.year == today().year:
        return f"{value:%a} {value.day:>2} {value:%b}"
    return f"{value.day:>2} {value:%b %Y}"
