"""The days of a year as a map: a column a week, a row a weekday, the darker the more was done."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, Literal

from workout_cli.console import colored, say, styled, width
from workout_cli.layout import Column, Table
from workout_cli.painting import painted
from workout_cli.views import View
from workout_cli.views.workouts import GRAMS_10
from workout_cli.widths import wrapped
from workout_cli.wording import number, volume
from workout_core.charts.heatmap import COLORED_SIGNS, MARGIN, SIGNS, heatmap, legend
from workout_core.plurals import counted
from workout_core.units import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from workout_core.history.schemas import DaysRead, DayTotals

Measure = Literal["sets", "volume", "minutes", "workouts"]
MEASURE: ContextVar[Measure] = ContextVar("measure", default="sets")
COLUMNS: Final = (
    Column("date"),
    Column("workouts", "right"),
    Column("sets", "right"),
    Column("volume_kg", "right"),
    Column("minutes", "right"),
)


def calendar_text(result: DaysRead) -> str:
    measure = MEASURE.get()
    done = {each.local_date: float(_value(each, measure)) for each in result.items}
    drawn = heatmap(done, result.since, result.until, width(), _signs())
    if drawn.shown < drawn.weeks:
        told = f"the newest {drawn.shown} of {drawn.weeks} weeks; a wider window shows more"
        say("\n".join(wrapped(told, width())))
    return "\n".join([*painted(drawn.lines), "", *_told(result, measure)])


def calendar_table(result: DaysRead) -> Table:
    rows = [
        (
            each.local_date.isoformat(),
            str(each.workouts),
            str(each.sets),
            number(round_half_up(each.volume_kg, GRAMS_10)),
            str(each.minutes),
        )
        for each in result.items
    ]
    return Table(COLUMNS, rows)


def _value(each: DayTotals, measure: Measure) -> Decimal | int:
    return each.volume_kg if measure == "volume" else int(getattr(each, measure))


def _signs() -> str:
    return COLORED_SIGNS if colored() else SIGNS


def _told(result: DaysRead, measure: Measure) -> Iterable[str]:
    [shades] = painted([legend(_signs())])
    yield f"{' ' * MARGIN}{styled('less', 'dim')} {shades} {styled('more', 'dim')} {measure}"
    parts = (
        counted(result.workouts, "workout"),
        f"on {counted(result.total, 'day')}",
        counted(result.sets, "set"),
        volume(result.volume_kg) if result.volume_kg else "",
        f"{result.minutes // 60:,} h {result.minutes % 60:02} min" if result.minutes else "",
    )
    for line in wrapped(" · ".join(filter(None, parts)), width() - MARGIN):
        yield " " * MARGIN + line
    yield (
        f"{' ' * MARGIN}{counted(result.weeks_in_a_row, 'week')} in a row,"
        f" {result.most_weeks_in_a_row} at most"
    )


CALENDAR: Final = View(calendar_table, calendar_text, lists="DayTotals", columns=COLUMNS)
