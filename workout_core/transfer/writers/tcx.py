"""Training Center XML: an activity a workout, and a lap a set that has a time or a distance.

A workout without such sets is one lap of its whole length, for the format has no word for repetitions and loads; they
stand in the notes. TCX knows running, biking and other sports.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.transfer.writers.cells import number
from workout_core.transfer.writers.spelling import sets_of
from workout_core.transfer.writers.timeline import end_of, timed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from decimal import Decimal

    from workout_core.transfer.writers.timeline import TimedSet
    from workout_core.workouts.schemas import WorkoutRead

HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">\n'
    "<Activities>\n"
)
FOOT: Final = "</Activities>\n</TrainingCenterDatabase>\n"
SPORTS: Final = {
    **dict.fromkeys(("run", "treadmill-run", "sprint"), "Running"),
    **dict.fromkeys(("cycling", "stationary-bike", "air-bike"), "Biking"),
}
MOST_CALORIES: Final = 65_535


def activities(workouts: Iterable[WorkoutRead]) -> Iterator[str]:
    """The activities of workouts, a text each."""
    for workout in workouts:
        moved = [each for each in timed(workout) if each.set.duration_s or each.set.distance_m]
        laps = map(_lap, moved) if moved else [_whole(workout)]
        yield (
            f'<Activity Sport="{_sport(moved)}">\n<Id>{_moment(workout.started_at)}</Id>\n'
            f"{''.join(laps)}<Notes>{_notes(workout)}</Notes>\n</Activity>\n"
        )


def _sport(moved: Iterable[TimedSet]) -> str:
    """The sport of a workout, if all of its laps are of one."""
    found = {SPORTS.get(each.execution.exercise.slug or "", "Other") for each in moved}
    return found.pop() if len(found) == 1 else "Other"


def _lap(each: TimedSet) -> str:
    done = each.set
    rates = (("AverageHeartRateBpm", done.hr_avg), ("MaximumHeartRateBpm", done.hr_max))
    pulse = "".join(
        f"<{name}><Value>{rate}</Value></{name}>\n" for name, rate in rates if rate is not None
    )
    return _as_lap(each.start, done.duration_s or 0, done.distance_m, done.calories or 0, pulse)


def _whole(workout: WorkoutRead) -> str:
    seconds = int((end_of(workout) - workout.started_at).total_seconds())
    calories = sum(
        each.calories or 0 for execution in workout.exercise_executions for each in execution.sets
    )
    return _as_lap(workout.started_at, max(0, seconds), None, calories, "")


def _as_lap(
    start: datetime, seconds: Decimal | int, metres: Decimal | None, calories: int, pulse: str
) -> str:
    return (
        f'<Lap StartTime="{_moment(start)}">\n'
        f"<TotalTimeSeconds>{number(seconds)}</TotalTimeSeconds>\n"
        f"<DistanceMeters>{number(metres or 0)}</DistanceMeters>\n"
        f"<Calories>{min(calories, MOST_CALORIES)}</Calories>\n{pulse}"
        "<Intensity>Active</Intensity>\n<TriggerMethod>Manual</TriggerMethod>\n</Lap>\n"
    )


def _notes(workout: WorkoutRead) -> str:
    """The name and the note of a workout, and its exercises with their sets."""
    lines = [workout.name or "", workout.note or ""]
    lines += [
        f"{each.exercise.name} {sets_of(each)}".rstrip() for each in workout.exercise_executions
    ]
    text = clean("\n".join(filter(None, lines)), lines=True)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
