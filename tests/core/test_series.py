"""Series for charts, on every backend: what a day's value is, what counts, what is a record and what a deload."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.body.progress_schemas import TrendFilters
from workout_core.body.schemas import MeasurementCreate
from workout_core.charts.schemas import ChartTrendFilters, SeriesFilters
from workout_core.errors import InvalidError, NotFoundError
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend

FIRST = datetime(2026, 3, 2, 18, tzinfo=UTC)
# Lines by the day on which they were done.
DONE = {
    0: "bench 60kgx8w 100kgx5",
    2: "bench 180kgx5w 100kgx5 rpe8",  # two in reserve: seven to failure
    4: "bench 110kgx1 90kgx15",  # of fifteen nothing is estimated
    6: "bench 140lbx3",
    9: "bench 123kgx1 100kgx5 rpe8 40kgx3ea",  # the e1RM of the third day once more
    11: "bench 130kgx1 rpe10",
}


async def log(backend: Backend) -> None:
    async with backend.services() as services:
        for day, line in DONE.items():
            await services.log.add(WorkoutLog(text=line, at=FIRST + timedelta(days=day)))
        await services.log.add(WorkoutLog(text="pull-up bwx8 +10kgx5", at=FIRST))
        [light] = (await services.workouts.day(day_of(6))).workouts
        await services.workouts.update(light.id, WorkoutUpdate(tags=["gym", "deload"]))


def day_of(days: int) -> date:
    return FIRST.date() + timedelta(days=days)


async def drawn(backend: Backend, **filters: Any) -> list[tuple[int, float, str]]:
    """The day, the value and the marks of each point."""
    async with backend.services(readonly=True) as services:
        found = await services.charts.series(SeriesFilters(**{"exercise": "bench", **filters}))
    assert found.total == len(found.items)
    return [
        (
            (each.local_date - FIRST.date()).days,
            float(each.value),
            "★" * each.record + "○" * each.deload,
        )
        for each in found.items
    ]


async def test_what_a_day_comes_to(backend: Backend) -> None:
    await log(backend)
    assert await drawn(backend) == [
        (0, 116.67, ""),
        (2, 123.33, "★"),
        (4, 110, ""),
        (6, 69.85, "○"),
        (9, 123.33, ""),
        (11, 130, "★"),
    ]
    assert await drawn(backend, measure="weight", since=day_of(4), until=day_of(9)) == [
        (4, 110, "★"),
        (6, 63.5, "○"),
        (9, 123, "★"),
    ]
    assert (await drawn(backend, measure="weight", unit="lb"))[3] == (6, 140, "○")
    assert [point[1] for point in await drawn(backend, measure="reps")] == [5, 5, 15, 3, 5, 1]
    volumes = [500, 500, 1460, 190.51, 863, 130]
    assert [point[1] for point in await drawn(backend, measure="volume")] == volumes
    assert await drawn(backend, exercise="pull-up") == [(0, 8, "")]
    assert await drawn(backend, exercise="pull-up", measure="weight") == [(0, 10, "")]
    assert await drawn(backend, exercise="pull-up", measure="e1rm") == []
    assert await drawn(backend, exercise="deadlift") == []
    with pytest.raises(NotFoundError, match="bnch"):
        await drawn(backend, exercise="bnch")
    await says_its_rule(backend)
    await counts_bodies_and_dumbbells(backend)


async def counts_bodies_and_dumbbells(backend: Backend) -> None:
    async with backend.services() as services:
        await services.body.create(
            MeasurementCreate(
                type="weight", value=Decimal(80), unit="kg", measured_at=FIRST - timedelta(days=1)
            )
        )
        await services.log.add(WorkoutLog(text="dumbbell bench 30kgx10", at=FIRST))
    assert await drawn(backend, exercise="pull-up", measure="e1rm") == [(0, 105, "")]
    assert await drawn(backend, exercise="pull-up", measure="volume") == [(0, 1090, "")]
    assert await drawn(backend, exercise="dumbbell bench", measure="volume") == [(0, 600, "")]


async def says_its_rule(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        found = await services.charts.series(SeriesFilters(exercise="bench", since=day_of(4)))
        added = await services.charts.series(SeriesFilters(exercise="pull-up", measure="volume"))
    assert "Epley" in found.rule
    assert (found.measure, found.unit, found.counted, found.left_out) == ("e1rm", "kg", 6, 1)
    assert (added.total, added.counted, added.left_out) == (0, 0, 2)


async def test_what_has_no_repetitions_is_drawn_by_what_it_has(backend: Backend) -> None:
    lines = ("run 5km 25:00", "run 1km 5:00 400m 1:36 2km", "run 10km 52:00", "run 5km 24:30")
    async with backend.services() as services:
        for day, line in enumerate((*lines, "plank 75s 60s", "farmer 40kgx40m 50kgx20m")):
            await services.log.add(WorkoutLog(text=line, at=FIRST + timedelta(days=day)))
        await services.log.add(WorkoutLog(text="bench 60kgx15", at=FIRST))
    paces = [(0, 300, ""), (1, 282.86, "★"), (2, 312, ""), (3, 294, "")]
    assert await drawn(backend, exercise="run") == paces
    far = [(0, 5000, ""), (1, 3400, ""), (2, 10000, "★"), (3, 5000, "")]
    assert await drawn(backend, exercise="run", measure="distance") == far
    long = [(0, 1500, ""), (1, 300, ""), (2, 3120, "★"), (3, 1470, "")]
    assert await drawn(backend, exercise="run", measure="duration") == long
    assert await drawn(backend, exercise="plank") == [(4, 75, "")]
    assert await drawn(backend, exercise="farmer") == [(5, 60, "")]
    assert await drawn(backend, exercise="farmer", measure="weight") == [(5, 50, "")]
    assert await drawn(backend, exercise="bench") == [(0, 15, "")]  # of fifteen there is no e1RM
    with pytest.raises(InvalidError, match="Run has no e1rm: draw its pace, distance or duration"):
        await drawn(backend, exercise="run", measure="e1rm")
    with pytest.raises(InvalidError, match="Plank has no reps: draw its duration"):
        await drawn(backend, exercise="plank", measure="reps")
    with pytest.raises(InvalidError, match="Bench Press has no pace"):
        await drawn(backend, exercise="bench", measure="pace")


async def test_the_body_is_drawn_by_its_weight_unless_another_type_is_said(
    backend: Backend,
) -> None:
    async with backend.services() as services:
        with pytest.raises(NotFoundError, match="Nothing of the body was measured yet"):
            await services.charts.trend(ChartTrendFilters())
        for type_, unit in (("waist", "cm"), ("weight", "kg")):
            await services.body.create(
                MeasurementCreate(type=type_, value=Decimal(82), unit=unit, measured_at=FIRST)
            )
            if type_ == "waist":
                with pytest.raises(NotFoundError, match="No weight was measured: draw waist"):
                    await services.charts.trend(ChartTrendFilters())
        assert (await services.charts.trend(ChartTrendFilters())).type == "weight"


async def test_what_is_measured(backend: Backend) -> None:
    async with backend.services() as services:
        for day, value, unit in (
            (0, "80", "kg"),
            (1, "90", "kg"),
            (1, "80", "kg"),
            (3, "198", "lb"),
        ):
            await services.body.create(
                MeasurementCreate(
                    type="weight",
                    value=Decimal(value),
                    unit=unit,
                    measured_at=FIRST + timedelta(days=day),
                )
            )
        found = await services.charts.trend(ChartTrendFilters(type="bw", since=day_of(1)))
        told = await services.progress.trend(TrendFilters(type="bw", since=day_of(1)))
        pounds = await services.charts.trend(
            ChartTrendFilters(type="bw", unit="lb", until=day_of(0))
        )
        with pytest.raises(NotFoundError, match="wieght"):
            await services.charts.trend(ChartTrendFilters(type="wieght"))
    assert [(each.local_date, float(each.value), float(each.trend)) for each in found.items] == [
        (day_of(1), 85, 80.47),
        (day_of(3), 89.81, 82.15),
    ]
    same = [float(each.trend) * 0.45359237 for each in told.items]
    assert [float(each.trend) for each in found.items] == pytest.approx(same, abs=0.01)
    assert (found.unit, found.total, pounds.unit) == ("kg", 2, "lb")
    assert float(pounds.items[0].value) == 176.37
