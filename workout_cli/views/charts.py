"""Series drawn as charts, as wide as the terminal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table
from workout_cli.painting import painted
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_cli.wording import number, whole
from workout_core.charts.axes import spelt_time
from workout_core.charts.bars import bar_chart, bucket_for
from workout_core.charts.lines import line_chart
from workout_core.charts.points import SIGNS, Point
from workout_core.charts.schemas import ChartTrendRead, Measure, SeriesPoint, SeriesRead
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.training.one_rep_max import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from workout_core.charts.axes import Kind
    from workout_core.charts.drawing import Line
    from workout_core.charts.schemas import ChartTrendPoint

HEIGHT: Final = 14
LEGEND: Final = "line: the trend (exponential smoothing, half-life 7 days) · dots: measured"
WORDS: Final[dict[Measure, str]] = {
    "e1rm": "e1RM",
    "volume": "volume",
    "reps": "most repetitions in a set",
    "weight": "top weight",
    "pace": "pace",
    "distance": "distance",
    "duration": "longest time",
}
KINDS: Final[Mapping[Measure, Kind]] = {"reps": "whole", "pace": "time", "duration": "time"}
SUMS: Final = ("volume", "distance")
UNITS: Final[Mapping[Measure, str]] = {"reps": "", "pace": " (per km)", "duration": ""}
SERIES: Final = (
    Column("date"),
    Column("value", "right"),
    Column("unit"),
    Column("record"),
    Column("deload"),
)
TREND: Final = (
    Column("date"),
    Column("value", "right"),
    Column("trend", "right"),
    Column("unit", typed=True),
)


def title(result: SeriesRead | ChartTrendRead) -> str:
    """What is shown, in which unit."""
    if isinstance(result, ChartTrendRead):
        return f"{clean(result.name)}{f' ({clean(result.unit)})' if result.unit else ''}"
    unit = UNITS.get(result.measure, f" ({result.unit})")
    by = f" by {NAMES[result.e1rm_formula]}" if result.e1rm_formula else ""
    return f"{clean(result.exercise.name)}, {WORDS[result.measure]}{by}{unit}"


def points(result: SeriesRead) -> list[Point]:
    """The days of a series as they are drawn."""
    return [
        Point(each.local_date, float(each.value), each.record, each.deload) for each in result.items
    ]


def trend_points(result: ChartTrendRead) -> tuple[list[Point], list[Point]]:
    """The trend and what was measured, as they are drawn."""
    trend = [Point(each.local_date, float(each.trend)) for each in result.items]
    return trend, [Point(each.local_date, float(each.value)) for each in result.items]


def days(result: SeriesRead | ChartTrendRead) -> tuple[date, date]:
    """The first and the last day of a chart that has something to show."""
    shown = [each.local_date for each in result.items]
    return result.since or shown[0], result.until or shown[-1]


def series_text(result: SeriesRead) -> str:
    lines = _title(result)
    if not result.items:
        return "\n".join([*lines, "nothing of it in these days"])
    lines += painted(series_lines(result, width(), HEIGHT))
    for told in (marks(result.items), _summary(result)):
        lines += wrapped(told, width()) if told else []
    return "\n".join(lines)


def trend_text(result: ChartTrendRead) -> str:
    lines = _title(result)
    if not result.items:
        return "\n".join([*lines, "nothing of it in these days"])
    first, last = days(result)
    trend, measured = trend_points(result)
    lines += painted(line_chart(trend, first, last, width(), HEIGHT, dots=measured))
    for told in (LEGEND, _change(result)):
        lines += wrapped(told, width())
    return "\n".join(lines)


def _title(result: SeriesRead | ChartTrendRead) -> list[str]:
    told = title(result)
    if result.items:
        told += f"  {' to '.join(map(_day, days(result)))}"
    return [styled(line, "bold") for line in wrapped(told, width())]


def series_lines(result: SeriesRead, columns: int, rows: int, at: date | None = None) -> list[Line]:
    """A series that has something to show, drawn in so many columns and rows, with a line on a day."""
    first, last = days(result)
    drawn = points(result)
    if result.measure in SUMS:
        return bar_chart(drawn, first, last, columns, rows, at=at)
    kind = KINDS.get(result.measure, "number")
    return line_chart(drawn, first, last, columns, rows, kind=kind, at=at)


def marks(items: Sequence[SeriesPoint]) -> str:
    """What the marks are, and of how many days."""
    return "  ".join(_counted_marks(items))


def _counted_marks(items: Sequence[SeriesPoint]) -> Iterator[str]:
    records = sum(each.record for each in items)
    deloads = sum(each.deload for each in items)
    if records:
        yield f"{SIGNS['record']} record ({records})"
    if deloads:
        yield f"{SIGNS['deload']} deload ({deloads})"


def _summary(result: SeriesRead) -> str:
    first, last = days(result)
    best = best_of(result)
    unit = result.unit
    if result.measure in SUMS:
        total = sum((each.value for each in result.items), Decimal(0))
        return (
            f"a bar a {bucket_for(first, last, width())} · {whole(total)} {unit} in all"
            f" · most on a day {whole(best.value)} {unit}, {_day(best.local_date)}"
        )
    return " · ".join(
        (
            f"last {told_value(result, result.items[-1])}",
            f"best {told_value(result, best)}, {_day(best.local_date)}",
            f"first {told_value(result, result.items[0])}",
        )
    )


def best_of(result: SeriesRead) -> SeriesPoint:
    """The best day of a series that has something to show: the most, of a pace the least."""
    sign = -1 if result.measure == "pace" else 1
    return max(result.items, key=lambda each: (sign * each.value, each.local_date))


def told_value(result: SeriesRead, each: SeriesPoint) -> str:
    """A value as people say it: a time on a clock, any other in its unit."""
    if KINDS.get(result.measure) != "time":
        return f"{number(each.value)} {result.unit}"
    return f"{spelt_time(float(each.value))}{' /km' if result.measure == 'pace' else ''}"


def _change(result: ChartTrendRead) -> str:
    first, last = result.items[0], result.items[-1]
    change = last.trend - first.trend
    unit = f" {clean(result.unit)}" if result.unit else ""
    return (
        f"trend {number(last.trend)}{unit} ({'+' if change > 0 else ''}{number(change)})"
        f" · last measured {number(last.value)}{unit}"
    )


def _series_row(result: SeriesRead, each: SeriesPoint) -> tuple[str, ...]:
    marks = ("yes" if each.record else "", "yes" if each.deload else "")
    return (each.local_date.isoformat(), number(each.value), result.unit, *marks)


def explained(result: SeriesRead | ChartTrendRead) -> str:
    """By which rule the values are made, and how many sets they are of."""
    lines = wrapped(result.rule, width())
    if isinstance(result, SeriesRead):
        told = f"{counted(result.counted, 'set')} counted"
        lines += [f"{told}, {result.left_out:,} of no known value left out"]
    return "\n".join(lines)


def series_table(result: SeriesRead) -> Table:
    return Table(SERIES, [_series_row(result, each) for each in result.items])


def _trend_row(result: ChartTrendRead, each: ChartTrendPoint) -> tuple[str, ...]:
    return (each.local_date.isoformat(), number(each.value), number(each.trend), result.unit)


def trend_table(result: ChartTrendRead) -> Table:
    return Table(TREND, [_trend_row(result, each) for each in result.items])


def _day(value: date) -> str:
    return f"{value.day} {value:%b %Y}"


def _text(result: SeriesRead | ChartTrendRead) -> str:
    return series_text(result) if isinstance(result, SeriesRead) else trend_text(result)


def _table(result: SeriesRead | ChartTrendRead) -> Table:
    return series_table(result) if isinstance(result, SeriesRead) else trend_table(result)


CHART: Final = View(_table, _text, columns=(*SERIES, TREND[2]), each=lambda result: result.items)
