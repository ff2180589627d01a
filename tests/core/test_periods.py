"""Statistics of exercises, weeks, years and other days through their services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tests.core.explained import excluded
from workout_core.accounts.schemas import ProfileUpdate
from workout_core.body.schemas import MeasurementCreate
from workout_core.exercises.schemas import ExerciseReference
from workout_core.statistics.schemas import (
    CompareFilters,
    PeriodFilters,
    RecordFilters,
    SpanFilters,
    StatsTrendFilters,
    StreakFilters,
    WeekFilters,
    YearFilters,
)
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend

MONDAY: Final = date(2026, 3, 16)


async def logged(backend: Backend, text: str, after: int = 0) -> None:
    """A line of some days after the Monday."""
    at = datetime(2026, 3, 16, 18, tzinfo=UTC) + timedelta(days=after)
    async with backend.services() as services:
        await services.log.add(WorkoutLog(text=text, at=at, timezone="UTC"))


async def test_an_exercise_over_time(backend: Backend) -> None:
    await logged(backend, "bench 60x5w 100x5,5 80x8d 90x20")
    await logged(backend, "bench 110x3 rpe9", after=1)
    await logged(backend, "bench 50x5 rpe4", after=8)
    span = {"exercise": "bench", "since": MONDAY, "until": MONDAY + timedelta(days=30)}
    async with backend.services(readonly=True) as services:
        found = await services.statistics.exercise(StatsTrendFilters(**span))
        by_month = await services.statistics.exercise(StatsTrendFilters(**span, by="month"))
        shares = await services.statistics.intensity(SpanFilters(**span))
    first, second = found.items
    assert (first.first_day, first.workouts, first.hard_sets, first.reps) == (MONDAY, 2, 4, 41)
    # 110 x 3 with one left counts as four: 110 x 34/30.
    assert (first.e1rm_kg, first.weight_kg) == (Decimal("124.67"), Decimal(110))
    assert first.volume_kg == 500 + 500 + 640 + 1800 + 330
    assert (second.hard_sets, second.volume_kg) == (0, Decimal(250))
    assert [(each.reps, int(each.weight_kg)) for each in found.best_sets] == [
        (3, 110),
        (5, 100),
        (8, 80),
        (20, 90),
    ]
    assert found.workouts_per_week == Decimal("1.5")
    assert found.explain.counted == 6
    assert excluded(found.explain) == {
        "warm-up": 1,
        "goes on with a set": 1,
        "more than 12 repetitions to failure": 1,
    }
    assert [(each.first_day.day, each.workouts) for each in by_month.items] == [(1, 3)]
    # Of 116.67 on the first day, of 124.67 on the second and later.
    counts = {each.range: each.sets for each in shares.items}
    assert counts == {"<60": 1, "60-70": 1, "70-80": 1, "80-90": 3, "90+": 0}
    assert [each.reps_13_up for each in shares.items] == [0, 0, 1, 0, 0]


async def test_hard_sets_are_counted_by_muscle(backend: Backend) -> None:
    """A whole one for what the exercise is for, half of one for what helps; a chain is one; easy ones are none."""
    await logged(backend, "bench 60x5w 100x5,5,5 80x8d 60x8d")
    await logged(backend, "squat 60x5,5 rpe4 + triceps pushdown 3x12@30", after=6)
    await logged(backend, "bench 100x5", after=7)
    async with backend.services(readonly=True) as services:
        week = await services.statistics.week(WeekFilters(day=MONDAY + timedelta(days=3)))
    assert (week.since, week.until, week.hard_sets) == (MONDAY, MONDAY + timedelta(days=6), 6)
    sets = {each.muscle: (each.sets, each.direct_sets, each.place) for each in week.items}
    assert sets["chest"] == (Decimal(3), 3, "below")
    assert sets["triceps"] == (Decimal("4.5"), 3, "below")
    assert sets["quads"] == (Decimal(0), 0, "below")
    assert week.explain.counted == 6
    assert excluded(week.explain) == {"warm-up": 1, "goes on with a set": 2, "RPE below 5": 2}
    own = {"chest": {"low": 2, "high": 3}, "triceps": {"low": 1, "high": 4}, "obliques": None}
    async with backend.services() as services:
        await services.profile.update(ProfileUpdate.model_validate({"bands": own}))
        week = await services.statistics.week(WeekFilters(day=MONDAY))
    found = {each.muscle: (each.band_low, each.band_high, each.place) for each in week.items}
    assert (found["chest"], found["triceps"]) == ((2, 3, "inside"), (1, 4, "above"))
    assert found["obliques"] == (4, 10, "below")


async def test_years_periods_streaks_and_times(backend: Backend) -> None:
    for after, text in enumerate(("bench 5x5@100", "run 5.05km 25:00", "pullup 3x8")):
        await logged(backend, text, after=7 * after)
    await logged(backend, "run 5km 24:10 + bench 225lb x5 + dumbbell bench 2x10@30", after=28)
    async with backend.services(readonly=True) as services:
        year = await services.statistics.year(YearFilters(year=2026))
        empty = await services.statistics.year(YearFilters(year=2020))
        compared = await services.statistics.compare(
            CompareFilters(
                since=MONDAY,
                until=MONDAY + timedelta(days=6),
                other_since=MONDAY + timedelta(days=7),
                other_until=MONDAY + timedelta(days=60),
            )
        )
        streaks = await services.statistics.streaks(
            StreakFilters(until=MONDAY + timedelta(days=28))
        )
        span = {"since": MONDAY, "until": MONDAY + timedelta(days=60)}
        run = await services.statistics.exercise(StatsTrendFilters(exercise="run", **span))
    assert (year.totals.workouts, year.totals.days, year.most_weeks_in_a_row) == (4, 4, 3)
    # A dumbbell in each hand.
    assert year.totals.volume_kg == 2500 + Decimal("510.29") + 2 * 2 * 10 * 30
    assert (empty.total, empty.totals.sets, empty.workouts_per_week) == (0, 0, Decimal(0))
    names = [each.exercise.name for each in year.items]
    assert names[0] == "Bench Press"
    assert "load or body weight unknown" in excluded(year.explain)
    bench = next(each for each in compared.items if each.exercise.name == "Bench Press")
    assert bench.first
    assert bench.second
    assert (bench.first.volume_kg, bench.second.volume_kg) == (Decimal(2500), Decimal("510.29"))
    assert (streaks.weeks_in_a_row, [each.weeks for each in streaks.items]) == (1, [3, 1])
    [best] = run.best_times
    assert (best.distance, int(best.duration_s), int(best.pace_s_per_km)) == ("5 km", 1450, 290)


async def test_body_moves_lift_the_body_as_it_was(backend: Backend) -> None:
    """The last weigh-in of the day or before, or the workout's own; without any the sets are told apart."""
    await logged(backend, "pullup 1x5")
    for after, weight in ((1, 80), (3, 90)):
        at = datetime(2026, 3, 16, 7, tzinfo=UTC) + timedelta(days=after)
        async with backend.services() as services:
            await services.body.create(
                MeasurementCreate(
                    type="weight", value=Decimal(weight), unit="kg", measured_at=at, timezone="UTC"
                )
            )
    await logged(backend, "pullup 1x5 +10x5 -20x5", after=2)
    await logged(backend, "pullup 1x5", after=3)
    span = {"since": MONDAY, "until": MONDAY + timedelta(days=6)}
    async with backend.services(readonly=True) as services:
        found = await services.statistics.exercise(StatsTrendFilters(exercise="pullup", **span))
        heaviest = await services.records.list(
            RecordFilters(exercise="pullup", kind="e1rm", standing=True)
        )
        earlier = await services.records.list(
            RecordFilters(exercise="pullup", kind="e1rm", at=MONDAY + timedelta(days=1))
        )
        year = await services.statistics.year(YearFilters(year=2026))
    assert found.volume_kg == 5 * (80 + 90 + 60 + 90)
    assert year.totals.volume_kg == year.items[0].volume_kg == found.volume_kg
    assert year.items[0].e1rm_kg == found.e1rm_kg == 105
    assert year.explain.excluded == found.explain.excluded
    assert excluded(found.explain) == {"load or body weight unknown": 1}
    assert [each.value for each in heaviest.items] == [105]
    assert earlier.items == []


async def test_loads_of_weeks(backend: Backend) -> None:
    """Weeks of what was asked, with the fitness that earlier ones left; what has no RPE or no end is told apart."""
    async with backend.services() as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        for after, minutes, rpe in (
            (-21, 60, 7),
            (0, 60, 7),
            (2, 30, 8),
            (2, 60, 5),
            (4, 60, None),
        ):
            begun = datetime(2026, 3, 16, 18, tzinfo=UTC) + timedelta(
                days=after, hours=minutes / 60
            )
            sets = [SetCreate(reps=5, rpe=None if rpe is None else Decimal(rpe))]
            await services.workouts.create(
                WorkoutCreate(
                    started_at=begun,
                    ended_at=begun + timedelta(minutes=minutes),
                    timezone="UTC",
                    exercise_executions=[ExecutionCreate(exercise_id=bench.id, sets=sets)],
                )
            )
        found = await services.statistics.load(
            PeriodFilters(since=MONDAY, until=MONDAY + timedelta(days=3))
        )
        whole = await services.statistics.load(
            PeriodFilters(since=date(1900, 1, 1), until=date(2199, 12, 31))
        )
    [week] = found.items
    assert (week.first_day, week.sessions, week.load) == (MONDAY, 3, Decimal(960))
    # 420, 0, 540, then four days of rest: 137.14 a day, with a deviation of 219.20.
    assert (week.monotony, week.strain) == (Decimal("0.63"), Decimal("600.62"))
    # 420 of 24 days ago, 420 of 3 days ago, 540 of yesterday, each times (1 - e^(-1/tau)) e^(-age/tau).
    assert (week.fitness, week.fatigue) == (Decimal("27.19"), Decimal("100.55"))
    assert week.form == Decimal("-73.37")
    assert found.explain.counted == 3
    assert excluded(found.explain) == {}
    assert [each.sessions for each in whole.items] == [1, 3]
    assert excluded(whole.explain) == {"workout without RPE or without an end": 1}
