"""One formula of the e1RM throughout: in what is logged, in records, in statistics and in charts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from workout_core.charts.schemas import SeriesFilters
from workout_core.statistics.schemas import (
    CompareFilters,
    RecordFilters,
    SpanFilters,
    StatsTrendFilters,
    YearFilters,
)
from workout_core.training.one_rep_max import FORMULAS, NAMES, estimate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.training.one_rep_max import Formula

AT: Final = datetime(2026, 3, 2, 18, tzinfo=UTC)
DAY: Final = AT.date()
SPAN: Final = (date(2026, 1, 1), date(2026, 12, 31))
LINE: Final = "bench 100kgx7 rpe7.5 130kgx1"


@pytest.mark.parametrize("formula", FORMULAS)
async def test_each_is_the_same_everywhere(backend: Backend, formula: Formula) -> None:
    expected = estimate(100, 7, Decimal("7.5"), formula)
    assert expected
    best = pytest.approx(max(expected, 130), abs=0.006)
    since, until = SPAN
    span = {"since": since, "until": until, "formula": formula}
    async with backend.services() as services:
        logged = await services.log.add(WorkoutLog(text=LINE, at=AT, formula=formula))
        records = await services.records.list(RecordFilters(kind="e1rm", formula=formula))
        drawn = await services.charts.series(SeriesFilters(exercise="bench", formula=formula))
        trend = await services.statistics.exercise(StatsTrendFilters(exercise="bench", **span))
        heavy = await services.statistics.intensity(SpanFilters(exercise="bench", **span))
        year = await services.statistics.year(YearFilters(year=2026, formula=formula))
        both = await services.statistics.compare(
            CompareFilters(other_since=since, other_until=until, **span)
        )
    [entry] = logged.entries
    assert both.items[0].second
    found = {
        "log": entry.e1rm_kg,
        "record": max(each.value for each in records.items),
        "chart": drawn.items[0].value,
        "stats": trend.e1rm_kg,
        "year": year.items[0].e1rm_kg,
        "compare": both.items[0].second.e1rm_kg,
    }
    assert {name: float(value or 0) for name, value in found.items()} == dict.fromkeys(found, best)
    told = (entry, records, drawn, trend, heavy, year, both)
    assert {each.e1rm_formula for each in told} == {formula}
    name = NAMES[formula].partition(" ")[0]
    rules = [drawn.rule, *(" ".join(each.explain.rule) for each in told[3:]), *records.explain.rule]
    assert all(name in rule for rule in rules[:5])
    assert any(name in rule for rule in rules[5:])
