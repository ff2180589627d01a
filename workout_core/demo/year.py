"""The demo day by day, as an import: the same for the same weeks and the same last day.

Everything comes from one seeded generator of random numbers, whose algorithm Python keeps (`random.Random`), taken in
the order of the days.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from workout_core.demo.form import WEEK, Form
from workout_core.demo.program import (
    BLOCK,
    DAYS,
    EASY_RUN,
    LIFTING,
    LONG_RUN,
    NOTES,
    TURNS,
    WEIGH_INS,
)
from workout_core.demo.sets import Clock, Doing
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedMeasurement,
    ImportedSet,
    ImportedWorkout,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.demo.program import Lift

SOURCE: Final = "demo"
KEY: Final = UUID("0d6c1c1e-5a0f-5d6c-8a66-3c7f1b0f2a11")
MISSED: Final = 0.06
NOTED: Final = 0.09
TENTH: Final = Decimal("0.1")
RACE_EVERY: Final = 4  # weeks
LONG_EVERY: Final = 2


def demo(weeks: int, until: date, timezone: str) -> ImportData:
    """So many weeks of training; the last of them is the week of a day, and nothing is later than that day."""
    named = f"{weeks} {until} {timezone}"
    story = _Story(weeks, until)
    return ImportData(
        id=uuid5(KEY, named),
        source=SOURCE,
        sha256=hashlib.sha256(named.encode()).hexdigest(),
        timezone=timezone,
        workouts=list(story.workouts()),
        measurements=list(story.measurements()),
    )


class _Story:
    """Somebody's weeks."""

    def __init__(self, weeks: int, until: date) -> None:
        self._first = until - timedelta(days=until.weekday() + WEEK * (weeks - 1))
        self._days = (until - self._first).days + 1
        self._random = Random(weeks)  # noqa: S311 - nothing is kept secret by it
        self._form = Form(weeks * WEEK, self._random)

    def workouts(self) -> Iterator[ImportedWorkout]:
        turn = 0
        for day in self._well():
            weekday = day % WEEK
            if weekday in LIFTING and self._random.random() >= MISSED:
                yield self._lifting(TURNS[turn % len(TURNS)], day)
                turn += 1
            elif weekday == EASY_RUN and self._random.random() >= MISSED:
                yield self._run(day, race=day // WEEK % RACE_EVERY == RACE_EVERY - 1)
            elif weekday == LONG_RUN and day // WEEK % LONG_EVERY:
                yield self._run(day, long=True)

    def measurements(self) -> Iterator[ImportedMeasurement]:
        for day in range(self._days):
            if day % WEEK in WEIGH_INS:
                yield self._measured("weight", "kg", self._form.weight(day), day)
            if day % (4 * WEEK) == 0:
                fat = 19 - 3.5 * self._form.gained(day) + self._random.gauss(0, 0.3)
                yield self._measured("body_fat", "%", fat, day)
                waist = 90 - 5 * self._form.gained(day) + self._random.gauss(0, 0.4)
                yield self._measured("waist", "cm", waist, day)

    def _well(self) -> Iterator[int]:
        return (day for day in range(self._days) if not self._form.is_ill(day))

    def _lifting(self, name: str, day: int) -> ImportedWorkout:
        start = self._at(day, *LIFTING[day % WEEK]) + timedelta(minutes=self._random.randrange(25))
        week = BLOCK[day // WEEK % len(BLOCK)]
        clock = Clock(start)
        executions = [self._execution(lift, day, clock) for lift in DAYS[name]]
        return ImportedWorkout(
            source_key=f"{start:%Y-%m-%d} {name}",
            name=name,
            started_at=start,
            ended_at=clock.after(240),
            tags=["deload"] if week.deload else [],
            note=self._note(),
            executions=executions,
        )

    def _execution(self, lift: Lift, day: int, clock: Clock) -> ImportedExecution:
        strength = self._form.strength(lift.start, lift.gain, day)
        week = BLOCK[day // WEEK % len(BLOCK)]
        clock.after(120)
        sets = list(Doing(lift, strength, week, clock, self._random).sets())
        return ImportedExecution(exercise=lift.exercise, superset=lift.pair, sets=sets)

    def _run(self, day: int, *, race: bool = False, long: bool = False) -> ImportedWorkout:
        """An easy run, a long one, or five kilometres as fast as they go."""
        start = self._at(day, 9 if long else 7, self._random.randrange(30))
        easy = self._form.pace(day)
        pace = easy * (0.83 if race else 1.04 if long else 1.0)
        far = 5.0 if race else self._random.uniform(11, 16) if long else self._random.uniform(5, 8)
        distance = Decimal(str(round(far, 1)))
        seconds = Decimal(round(float(distance) * pace))
        beats = round(self._random.gauss(176 if race else 148, 3))
        done = ImportedSet(
            distance_value=distance,
            distance_unit="km",
            distance_m=distance * 1000,
            duration_s=seconds,
            hr_avg=beats,
            hr_max=beats + self._random.randrange(8, 16),
            rpe=Decimal(9) if race else Decimal(5) if long else Decimal(4),
            effort_scale="rpe",
            elevation_m=Decimal(self._random.randrange(10, 90)),
        )
        name = "5 km, all out" if race else "Long run" if long else "Easy run"
        return ImportedWorkout(
            source_key=f"{start:%Y-%m-%d} run",
            name=name,
            started_at=start,
            ended_at=start + timedelta(seconds=int(seconds)),
            tags=["race"] if race else [],
            note=self._note(),
            executions=[ImportedExecution(exercise="run", sets=[done])],
        )

    def _measured(self, type_: str, unit: str, value: float, day: int) -> ImportedMeasurement:
        at = self._at(day, 6, 30 + self._random.randrange(25))
        return ImportedMeasurement(
            source_key=f"{at:%Y-%m-%d} {type_}",
            type=type_,
            value=Decimal(str(value)).quantize(TENTH),
            unit=unit,
            measured_at=at,
        )

    def _note(self) -> str | None:
        return self._random.choice(NOTES) if self._random.random() < NOTED else None

    def _at(self, day: int, hour: int, minute: int) -> datetime:
        return datetime.combine(self._first + timedelta(days=day), time(hour, minute))
