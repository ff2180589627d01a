"""The days of a year as a map: a column a week, a row a weekday, the darker the more was done."""

from __future__ import annotations

from bisect import bisect_left
from contextvars import ContextVar
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from workout_cli.console import colored, say, styled, width
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.views.workouts import GRAMS_10
from workout_cli.widths import wrapped
from workout_cli.wording import number, volume
from workout_core.plurals import counted
from workout_core.units import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from workout_core.history.schemas import DaysRead, DayTotals

Measure = Literal["sets", "volume", "minutes", "workouts"]
MEASURE: ContextVar[Measure] = ContextVar("measure", default="sets")
WEEKDAYS: Final = ("Mon", "", "Wed", "", "Fri", "", "")
MARGIN: Final = 5
WEEK: Final = timedelta(days=7)
DAYS: Final = [timedelta(days=n) for n in range(7)]
SIGNS: Final = "·░▒▓█"
# Greys and greens of the 256 colours, readable on dark and on light.
SHADES: Final = ("240", "22", "28", "34", "40")
COLUMNS: Final = (
    Column("date"),
    Column("workouts", "right"),
    Column("sets", "right"),
    Column("volume_kg", "right"),
    Column("minutes", "right"),
)


def calendar_text(result: DaysRead) -> str:
    weeks = _weeks(result.since, result.until)
    cell = 2 if MARGIN + 2 * len(weeks) <= width() else 1
    room = (width() - MARGIN) // cell
    if len(weeks) > room:
        told = f"the newest {room} of {len(weeks)} weeks; a wider window shows more"
        say("\n".join(wrapped(told, width())))
        weeks = weeks[-room:]
    measure = MEASURE.get()
    done = {each.local_date: _value(each, measure) for each in result.items}
    values = sorted(done.values())
    lines = [styled(_months(weeks, cell), "dim")]
    for row, name in enumerate(WEEKDAYS):
        days = [week + timedelta(days=row) for week in weeks]
        cells = [
            _shade(values, done.get(day)) if result.since <= day <= result.until else None
            for day in days
        ]
        lines.append((styled(f"{name:<{MARGIN}}", "dim") + _row(cells, cell)).rstrip())
    return "\n".join([*lines, "", *_told(result, measure)])


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


def _weeks(since: date, until: date) -> list[date]:
    """The Mondays of the weeks from the first day to the last."""
    first = since - timedelta(days=since.weekday())
    return [first + n * WEEK for n in range((until - first).days // 7 + 1)]


def _value(each: DayTotals, measure: Measure) -> Decimal | int:
    return each.volume_kg if measure == "volume" else int(getattr(each, measure))


def _shade(values: Sequence[Decimal | int], value: Decimal | int | None) -> int:
    """0 for a day without a workout, else 1 to 4 by how many of the days came to less: the least is 1, the most 4."""
    if value is None:
        return 0
    less, most = bisect_left(values, value), bisect_left(values, values[-1])
    return 1 + (6 * less + most) // (2 * most) if most else 4


def _row(shades: Iterable[int | None], cell: int) -> str:
    """A weekday's cells, equal ones beside each other coloured together."""
    return "".join(
        " " * cell * len(list(same)) if shade is None else _cells(shade, len(list(same)), cell)
        for shade, same in groupby(shades)
    )


def _cells(shade: int, count: int = 1, cell: int = 1) -> str:
    if not colored():
        return SIGNS[shade].ljust(cell) * count
    return styled(("■" if shade else "·").ljust(cell) * count, f"38;5;{SHADES[shade]}")


def _months(weeks: Sequence[date], cell: int) -> str:
    """The names of the months over the weeks in which they begin, where there is room for them."""
    line = ""
    for place, week in enumerate(weeks):
        begins = next((day for day in map(week.__add__, DAYS) if day.day == 1), None)
        at = MARGIN + place * cell
        fits = len(line) < at and at + 3 <= MARGIN + len(weeks) * cell
        is_first = not place and week.day < 15
        if fits and (begins or is_first):
            line = f"{line:<{at}}{begins or week:%b}"
    return line


def _told(result: DaysRead, measure: Measure) -> Iterable[str]:
    legend = " ".join(_cells(shade) for shade in range(5))
    yield f"{' ' * MARGIN}{styled('less', 'dim')} {legend} {styled('more', 'dim')} {measure}"
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
