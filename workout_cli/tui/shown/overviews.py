"""Charts of the training as a whole: sets per muscle, the calendar, load, streaks."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from workout_cli.tui.shown.drawn import Bar, Drawn, lying, short, span
from workout_cli.tui.shown.window import WEEK
from workout_cli.views.calendar import calendar_table
from workout_cli.views.statistics import load_table, muscle_table, streaks_table
from workout_cli.wording import number, volume, whole
from workout_core.charts.bars import bar_chart
from workout_core.charts.drawing import Line, joined
from workout_core.charts.heatmap import SHADES, SIGNS, heatmap
from workout_core.charts.lines import line_chart
from workout_core.charts.points import Point
from workout_core.history.schemas import DaysFilters
from workout_core.history.streaks import monday
from workout_core.plurals import counted
from workout_core.statistics.schemas import PeriodFilters, StreakFilters, WeekFilters

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from decimal import Decimal

    from workout_cli.tui.shown.window import Days
    from workout_core.charts.drawing import Style
    from workout_core.history.schemas import DaysRead, DayTotals
    from workout_core.services import Services
    from workout_core.statistics.schemas import (
        LoadRead,
        LoadWeekRead,
        MuscleSetsRead,
        StreaksRead,
        WeekStatsRead,
    )
    from workout_core.training.bands import Standing

WEEKS: Final = 52
WHOLE: Final = 100  # figures from here on are told without fractions
BESIDES: Final = 10  # rows from which on there is room for bars below the map
NOTHING: Final = "Nothing in these days"
PLACES: Final[Mapping[Standing, Style]] = {"below": "axis", "inside": "shade4", "above": "record"}


class Overview(NamedTuple):
    """A view: its name, its measures, by what it moves, how it is read and shown."""

    name: str
    measures: Sequence[str]
    step: timedelta | Literal["half"] | None
    read: Callable[[Services, Days], Awaitable[Any]]
    show: Callable[[Any, str], Drawn]


async def _read_week(services: Services, days: Days) -> WeekStatsRead:
    return await services.statistics.week(WeekFilters(day=days.until))


async def _read_days(services: Services, days: Days) -> DaysRead:
    first = monday(days.until) - WEEKS * WEEK
    return await services.history.days(DaysFilters(since=first, until=days.until))


async def _read_load(services: Services, days: Days) -> LoadRead:
    return await services.statistics.load(PeriodFilters(since=days.first, until=days.until))


async def _read_streaks(services: Services, days: Days) -> StreaksRead:
    return await services.statistics.streaks(StreakFilters(until=days.until))


def week(result: WeekStatsRead, _: str = "") -> Drawn:
    """The hard sets of a week by muscle, each with its band and whether it is inside of it."""
    bars = [_muscle(each) for each in result.items]
    inside = sum(each.place == "inside" for each in result.items)
    banded = sum(each.place is not None for each in result.items)
    return Drawn(
        "Hard sets per muscle",
        span(result.since, result.until),
        lambda width, height, _: lying(bars, width, height),
        [
            f"{counted(result.hard_sets, 'hard set')} · {inside} of {banded} muscles inside their bands"
        ],
        partial(muscle_table, result),
    )


def _muscle(each: MuscleSetsRead) -> Bar:
    band = None
    if each.band_low is not None and each.band_high is not None:
        band = (each.band_low, each.band_high)
    aim = f"{band[0]:>3}–{band[1]:<3}" if band else " " * 7
    place: tuple[str, Style | None] = (f"{each.place or '':<6}", each.place and PLACES[each.place])
    told: list[tuple[str, Style | None]] = [
        *((f"{number(each.sets):>5}", None), (f" {aim}", "axis"), place)
    ]
    return Bar(each.muscle.replace("_", " "), float(each.sets), told, band)


def calendar(result: DaysRead, measure: str) -> Drawn:
    """The days of a year as a map, and the weeks as bars where there is room."""
    values = {each.local_date: _of_day(each, measure) for each in result.items}
    return Drawn(
        f"Calendar, {measure}",
        span(result.since, result.until),
        partial(_mapped, values, result.since, result.until),
        [
            " · ".join(
                (
                    f"{counted(result.workouts, 'workout')} on {counted(result.total, 'day')}",
                    counted(result.sets, "set"),
                    volume(result.volume_kg),
                    f"{result.minutes // 60:,} h {result.minutes % 60:02} min",
                )
            ),
            f"{counted(result.weeks_in_a_row, 'week')} in a row, {result.most_weeks_in_a_row} at most",
        ],
        partial(calendar_table, result),
    )


def _of_day(each: DayTotals, measure: str) -> float:
    return float(each.volume_kg if measure == "volume" else getattr(each, measure))


def _mapped(
    values: Mapping[date, float], first: date, last: date, width: int, height: int, _: date | None
) -> Sequence[Line]:
    lines = [*heatmap(values, first, last, width).lines, _shades()]
    rest = height - len(lines) - 1
    if rest < BESIDES or not values:
        return lines
    points = [Point(day, value) for day, value in values.items()]
    return [*lines, Line(""), *bar_chart(points, first, last, width, rest)]


def _shades() -> Line:
    parts: list[tuple[str, Style | None]] = [("     less ", "axis")]
    for sign, shade in zip(SIGNS, SHADES, strict=True):
        parts += [(sign, shade), (" ", None)]
    return joined([*parts, ("more", "axis")])


def load(result: LoadRead, measure: str) -> Drawn:
    """The load of each week as bars; or fitness as a curve, with fatigue as dots."""
    table = partial(load_table, result)
    if not result.items:
        return Drawn(
            "Session load", "", None, [NOTHING, "Workouts count that have RPE and a length"], table
        )
    first, last = max(result.since, result.items[0].first_day), result.until
    of_load = measure == "load"
    return Drawn(
        "Session load by the week" if of_load else "Fitness (line) and fatigue (dots)",
        span(first, last),
        partial(_loads if of_load else _forms, result.items, first, last),
        [_told(result.items[-1], of_load=of_load), "load: RPE x minutes · form: fitness - fatigue"],
        table,
        [(each.first_day, _told(each, of_load=of_load)) for each in result.items],
    )


def _told(each: LoadWeekRead, *, of_load: bool) -> str:
    if of_load:
        figures = {"load": each.load, "monotony": each.monotony, "strain": each.strain}
    else:
        figures = {"fitness": each.fitness, "fatigue": each.fatigue, "form": each.form}
    known = (f"{name} {_figure(value)}" for name, value in figures.items() if value is not None)
    return " · ".join((f"week of {short(each.first_day)}", *known))


def _figure(value: Decimal) -> str:
    return whole(value) if abs(value) >= WHOLE else number(value)


def _loads(
    items: Sequence[LoadWeekRead], first: date, last: date, width: int, height: int, at: date | None
) -> Sequence[Line]:
    points = [Point(max(first, each.first_day), float(each.load)) for each in items]
    return bar_chart(points, first, last, width, height, at=at)


def _forms(
    items: Sequence[LoadWeekRead], first: date, last: date, width: int, height: int, at: date | None
) -> Sequence[Line]:
    fitness = [Point(max(first, each.first_day), float(each.fitness)) for each in items]
    fatigue = [Point(max(first, each.first_day), float(each.fatigue)) for each in items]
    return line_chart(fitness, first, last, width, height, dots=fatigue, at=at)


def streaks(result: StreaksRead, _: str = "") -> Drawn:
    """Weeks in a row, the longest first."""
    bars = [
        Bar(
            f"{short(each.first_week):>11} – {short(each.last_week + timedelta(days=6)):>11}",
            each.weeks,
            [(f"{each.weeks:>4}", None), (" weeks" if each.weeks > 1 else " week", "axis")],
        )
        for each in result.items
    ]
    now = counted(result.weeks_in_a_row, "week")
    return Drawn(
        "Weeks in a row",
        f"up to {short(result.until)}",
        (lambda width, height, _: lying(bars, width, height)) if bars else None,
        [f"{now} in a row now, {result.most_weeks_in_a_row} at most"],
        partial(streaks_table, result),
    )


OVERVIEWS: Final = (
    Overview("Sets per muscle", (), WEEK, _read_week, week),
    Overview(
        "Calendar",
        ("sets", "volume", "minutes", "workouts"),
        WEEKS // 2 * WEEK,
        _read_days,
        calendar,
    ),
    Overview("Load", ("load", "form"), "half", _read_load, load),
    Overview("Streaks", (), None, _read_streaks, streaks),
)
