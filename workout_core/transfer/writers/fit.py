"""FIT activity files: a session a workout, with its sets, and a lap for each distance.

A set has its repetitions, its load to a sixteenth of a kilogram, its time and its exercise as the number of a title,
beside the nearest of the categories that watches know; the rest after it is a set of its own, as watches write it.
What has a distance is a lap, for sets have none; a workout without one is a single lap. All are in one file, so the
records are kept until the last is there: some 50 bytes a set.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.transfer.writers.fit_encoding import (
    ENUM,
    TEXT,
    UINT8,
    UINT16,
    UINT32,
    Encoder,
    Message,
    framed,
    moment,
)
from workout_core.transfer.writers.timeline import end_of, timed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from workout_core.transfer.writers.timeline import TimedSet
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.schemas import ExecutionRead, WorkoutRead

FILE_ID: Final = Message(
    0, {"type": (0, ENUM), "manufacturer": (1, UINT16), "time_created": (4, UINT32)}
)
_SPAN: Final = {
    "timestamp": (253, UINT32),
    "start_time": (2, UINT32),
    "total_elapsed_time": (7, UINT32),
    "total_timer_time": (8, UINT32),
    "total_distance": (9, UINT32),
    "total_calories": (11, UINT16),
    "message_index": (254, UINT16),
    "event": (0, ENUM),
    "event_type": (1, ENUM),
}
SESSION: Final = Message(
    18,
    {
        **_SPAN,
        "sport": (5, ENUM),
        "sub_sport": (6, ENUM),
        "first_lap_index": (25, UINT16),
        "num_laps": (26, UINT16),
        "trigger": (28, ENUM),
    },
)
LAP: Final = Message(
    19, {**_SPAN, "avg_heart_rate": (15, UINT8), "max_heart_rate": (16, UINT8), "sport": (25, ENUM)}
)
ACTIVITY: Final = Message(
    34,
    {
        "timestamp": (253, UINT32),
        "total_timer_time": (0, UINT32),
        "num_sessions": (1, UINT16),
        "type": (2, ENUM),
        "event": (3, ENUM),
        "event_type": (4, ENUM),
    },
)
SET: Final = Message(
    225,
    {
        "timestamp": (254, UINT32),
        "duration": (0, UINT32),
        "repetitions": (3, UINT16),
        "weight": (4, UINT16),
        "set_type": (5, ENUM),
        "start_time": (6, UINT32),
        "category": (7, UINT16),
        "weight_display_unit": (9, UINT16),
        "message_index": (10, UINT16),
        "wkt_step_index": (11, UINT16),
    },
)
TITLE: Final = Message(
    264,
    {"message_index": (254, UINT16), "exercise_category": (0, UINT16), "wkt_step_name": (2, TEXT)},
)
MESSAGES: Final = (FILE_ID, SESSION, LAP, ACTIVITY, SET, TITLE)
AN_ACTIVITY, DEVELOPMENT = 4, 255
REST, ACTIVE = 0, 1
EVENT_SESSION, EVENT_LAP, EVENT_ACTIVITY, STOP = 8, 9, 26, 1
TRAINING, STRENGTH, GENERIC = 10, 20, 0
SPORTS: Final = {
    **dict.fromkeys(("run", "treadmill-run", "sprint"), 1),
    **dict.fromkeys(("cycling", "stationary-bike", "air-bike"), 2),
    **dict.fromkeys(("swimming",), 5),
    **dict.fromkeys(("walk", "treadmill-walk", "ruck"), 11),
    **dict.fromkeys(("rowing-erg",), 15),
    **dict.fromkeys(("hike",), 17),
}
UNITS: Final[dict[MassUnit, int]] = {"kg": 1, "lb": 2}
UNKNOWN_CATEGORY: Final = 65_534
# The categories of exercises, by a part of the slug; the first that fits is taken.
CATEGORIES: Final = (
    *(("leg-curl", 15), ("nordic-curl", 15), ("leg-press", 28), ("upright-row", 23)),
    *(("rowing-erg", 2), ("calf-press", 1), ("calf", 1), ("bench-press", 0), ("chest-press", 0)),
    *(("floor-press", 0), ("carry", 3), ("farmers-walk", 3), ("yoke-walk", 3), ("wood-chop", 4)),
    *(("crunch", 6), ("deadlift", 8), ("rack-pull", 8), ("fly", 9), ("pec-deck", 9)),
    *(("hip-thrust", 10), ("glute-bridge", 10), ("abduction", 11), ("adduction", 11)),
    *(("swing", 12), ("hyperextension", 13), ("back-extension", 13), ("lateral-raise", 14)),
    *(("front-raise", 14), ("leg-raise", 16), ("knee-raise", 16), ("toes-to-bar", 16)),
    *(("lunge", 17), ("split-squat", 17), ("step-up", 17), ("clean", 18), ("snatch", 18)),
    *(("jerk", 18), ("plank", 19), ("jump", 20), ("burpee", 20), ("pull-up", 21)),
    *(("chin-up", 21), ("pulldown", 21), ("push-up", 22), ("row", 23), ("face-pull", 23)),
    *(("shrug", 26), ("sit-up", 27), ("squat", 28), ("triceps", 30), ("skullcrusher", 30)),
    *(("pushdown", 30), ("dip", 30), ("press", 24), ("curl", 7), ("run", 32), ("sprint", 32)),
    *(("cycling", 33), ("bike", 33), ("elliptical", 39)),
)


class ActivityFile:
    """A file to which workouts are added, the oldest first."""

    def __init__(self) -> None:
        self._encoder = Encoder(MESSAGES)
        self._records = bytearray()
        self._titles: dict[tuple[str | None, str], int] = {}
        self._sessions = self._laps = self._sets = self._milliseconds = 0
        self._last: int | None = None

    def add(self, workouts: Iterable[WorkoutRead]) -> None:
        """Add workouts; InvalidError for one of a time that FIT cannot say."""
        for workout in workouts:
            self._workout(workout)

    def content(self) -> Iterator[bytes]:
        """The whole file."""
        if self._last is None:
            self._put(FILE_ID, type=AN_ACTIVITY, manufacturer=DEVELOPMENT)
        self._put(
            ACTIVITY,
            timestamp=self._last,
            total_timer_time=self._milliseconds,
            num_sessions=self._sessions,
            type=0,
            event=EVENT_ACTIVITY,
            event_type=STOP,
        )
        return framed(self._records)

    def _workout(self, workout: WorkoutRead) -> None:
        start, end = workout.started_at, max(workout.started_at, end_of(workout))
        if self._last is None:
            made = {"type": AN_ACTIVITY, "manufacturer": DEVELOPMENT}
            self._put(FILE_ID, **made, time_created=moment(start))
        sets = list(timed(workout))
        for each in sets:
            self._set(each)
        moved = [each for each in sets if each.set.distance_m]
        first = self._laps
        for each in moved:
            self._lap(each)
        if not moved:
            self._span(LAP, start, end, index=self._laps, event=EVENT_LAP)
            self._laps += 1
        sport, sub_sport = _sport(moved)
        self._span(
            SESSION,
            start,
            end,
            index=self._sessions,
            event=EVENT_SESSION,
            total_distance=_scaled(sum(each.set.distance_m or 0 for each in moved), 100),
            total_calories=sum(each.set.calories or 0 for each in sets) or None,
            sport=sport,
            sub_sport=sub_sport,
            first_lap_index=first,
            num_laps=self._laps - first,
            trigger=0,
        )
        self._sessions += 1
        self._last = moment(end)
        self._milliseconds += _milliseconds(start, end)

    def _set(self, each: TimedSet) -> None:
        done = each.set
        title, category = self._title(each.execution)
        self._put(
            SET,
            timestamp=moment(each.end),
            duration=_scaled(done.duration_s, 1000),
            repetitions=done.reps,
            weight=_scaled(done.load_kg, 16),
            set_type=ACTIVE,
            start_time=moment(each.start),
            category=category,
            weight_display_unit=UNITS.get(done.load_unit) if done.load_unit else None,
            message_index=self._sets,
            wkt_step_index=title,
        )
        self._sets += 1
        if done.rest_s:
            rest = _scaled(done.rest_s, 1000)
            when = moment(each.end)
            self._put(SET, timestamp=when, start_time=when, duration=rest, set_type=REST)

    def _title(self, execution: ExecutionRead) -> tuple[int, int]:
        """The number of an exercise's title, and its category; the title is written before its first set."""
        exercise = execution.exercise
        category = _category(exercise.slug or "")
        key = (exercise.slug, exercise.name)
        if key not in self._titles:
            self._titles[key] = len(self._titles)
            self._put(
                TITLE,
                message_index=self._titles[key],
                exercise_category=category,
                wkt_step_name=clean(exercise.name),
            )
        return self._titles[key], category

    def _lap(self, each: TimedSet) -> None:
        self._span(
            LAP,
            each.start,
            each.end,
            index=self._laps,
            event=EVENT_LAP,
            total_distance=_scaled(each.set.distance_m, 100),
            total_calories=each.set.calories,
            avg_heart_rate=each.set.hr_avg,
            max_heart_rate=each.set.hr_max,
            sport=SPORTS.get(each.execution.exercise.slug or "", GENERIC),
        )
        self._laps += 1

    def _span(
        self, message: Message, start: datetime, end: datetime, *, index: int, **values: int | None
    ) -> None:
        length = _milliseconds(start, end)
        span = {"total_elapsed_time": length, "total_timer_time": length, "event_type": STOP}
        times = {"timestamp": moment(end), "start_time": moment(start)}
        self._put(message, **times, **span, message_index=index, **values)

    def _put(self, message: Message, **values: int | str | None) -> None:
        self._records += self._encoder.record(message, **values)


def _sport(moved: Sequence[TimedSet]) -> tuple[int, int]:
    """The sport of a workout: that of its distances if they are of one, else strength training."""
    if not moved:
        return TRAINING, STRENGTH
    found = {SPORTS.get(each.execution.exercise.slug or "", GENERIC) for each in moved}
    return (found.pop() if len(found) == 1 else TRAINING), GENERIC


def _category(slug: str) -> int:
    return next((number for part, number in CATEGORIES if part in slug), UNKNOWN_CATEGORY)


def _milliseconds(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds() * 1000)


def _scaled(value: Decimal | int | None, by: int) -> int | None:
    return None if value is None else int((Decimal(value) * by).to_integral_value(ROUND_HALF_UP))
