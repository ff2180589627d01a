"""The demo: the same each time, and with something of everything that a year of training has."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from workout_core.charts.schemas import ChartTrendFilters, SeriesFilters
from workout_core.demo.year import demo

if TYPE_CHECKING:
    from workout_core.db.backend import LocalBackend
    from workout_core.transfer.schemas import ImportData, ImportedSet

UNTIL = date(2026, 11, 27)


@pytest.fixture(scope="module")
def year() -> ImportData:
    return demo(52, UNTIL, "Europe/Berlin")


def sets(year: ImportData) -> list[ImportedSet]:
    return [
        each
        for workout in year.workouts
        for execution in workout.executions
        for each in execution.sets
    ]


def test_it_is_the_same_each_time(year: ImportData) -> None:
    assert demo(52, UNTIL, "Europe/Berlin") == year
    assert demo(51, UNTIL, "Europe/Berlin") != year
    assert demo(1, UNTIL, "UTC").workouts


def test_it_has_something_of_everything(year: ImportData) -> None:
    days = [each.started_at.date() for each in year.workouts]
    assert min(days) >= UNTIL - timedelta(weeks=52)
    assert max(days) <= UNTIL
    assert 200 < len(days) < 300
    assert [gap.days for gap in map(_between, pairwise(days)) if gap.days > 7] == [12]
    kinds = Counter(each.kind for each in sets(year))
    assert min(kinds[kind] for kind in ("warmup", "working", "drop")) > 100
    assert sum(each.amrap for each in sets(year)) > 20
    assert sum(each.rpe is not None for each in sets(year)) > 1_000
    assert all(each.rpe is None or 6 <= each.rpe <= 10 for each in sets(year) if each.reps)
    tags = Counter(tag for each in year.workouts for tag in each.tags)
    assert tags["deload"] > 20
    assert tags["race"] > 8
    assert any(each.note for each in year.workouts)
    assert any(one.superset for each in year.workouts for one in each.executions)
    assert {each.load_unit for each in sets(year)} == {"kg", None}
    weighed = [each for each in year.measurements if each.type == "weight"]
    assert len(weighed) == 104


def _between(days: tuple[date, date]) -> timedelta:
    return days[1] - days[0]


async def test_its_charts_are_worth_looking_at(year: ImportData, sqlite: LocalBackend) -> None:
    async with sqlite.services() as services:
        done = await services.imports.load(year)
        assert (done.new, done.measurements_new) == (len(year.workouts), len(year.measurements))
        for name, least in (("bench", 15), ("squat", 25), ("deadlift", 25)):
            found = await services.charts.series(SeriesFilters(exercise=name))
            values = [each.value for each in found.items if not each.deload]
            assert values[-1] - values[0] > least
            assert sum(each.record for each in found.items) > 10
            assert sum(each.deload for each in found.items) > 6
        trend = await services.charts.trend(ChartTrendFilters(type="weight"))
        assert trend.total == 104
        again = await services.imports.load(year)
        assert (again.new, again.unchanged) == (0, len(year.workouts))
