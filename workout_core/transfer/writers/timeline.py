"""When the sets of a workout were done, for formats that must say so.

A set ended when it was logged, if that is known; else the sets follow each other from the workout's start, each with
its time and the rest after it. Time never runs backward.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead


class TimedSet(NamedTuple):
    """A set, and when it began and ended."""

    execution: ExecutionRead
    set: SetRead
    start: datetime
    end: datetime


def timed(workout: WorkoutRead) -> Iterator[TimedSet]:
    """The sets in order."""
    at = workout.started_at
    for execution in workout.exercise_executions:
        for each in execution.sets:
            took = timedelta(seconds=float(each.duration_s or 0))
            start = max(at, each.performed_at - took) if each.performed_at else at
            yield TimedSet(execution, each, start, start + took)
            at = start + took + timedelta(seconds=float(each.rest_s or 0))


def end_of(workout: WorkoutRead) -> datetime:
    """When a workout ended: as it says itself, else with its last set."""
    ends = (each.end for each in timed(workout))
    return workout.ended_at or max(ends, default=workout.started_at)
