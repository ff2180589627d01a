"""Axes: ticks at round values, ticks where days, weeks, months or years begin, and the frame around a canvas."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_core.charts.drawing import Canvas, Line, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Kind = Literal["number", "whole", "time"]
LEAST_IN_MINUTES: Final = 240.0  # a span of times whose ticks are whole minutes, or halves
# Steps, and what is next where they come to one tick too many.
NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 50.0, 100.0)
ROWS_A_TICK: Final = 2
FEWEST: Final = 3  # of ticks: values on both sides of 0 need one there, too
LEAST_SPAN: Final = 1.0
FLAT: Final = 0.001  # the least share of a value that an axis spans
MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class Tick(NamedTuple):
    """A place on the axis of days, and what stands below it."""

    day: date
    label: str


class Steps(NamedTuple):
    """How far ticks are apart (`months`, else `days`), and how many columns a label needs."""

    days: int
    months: int
    room: int


STEPS: Final = (
    *(Steps(days, 0, 8) for days in (1, 2, 7, 14)),
    *(Steps(30 * months, months, 5) for months in (1, 2, 3, 6)),
    *(Steps(365 * years, 12 * years, 6) for years in (1, 2, 5, 10, 20, 50, 100)),
)


class Scale(NamedTuple):
    """Values from the lowest to the highest tick, which lie on the canvas's edges, and how they are spelt."""

    ticks: Sequence[float]
    spell: Callable[[float], str]

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    def place(self, value: float, most: int) -> int:
        """Where a value is, from 0 at the lowest tick to `most` at the highest."""
        return round((value - self.low) / (self.high - self.low) * most)


def value_scale(low: float, high: float, rows: int, *, kind: Kind = "number") -> Scale:
    """A scale over values, with round ticks some rows apart, so that every value lies on it."""
    most = max(FEWEST, (rows - 1) // ROWS_A_TICK + 1)
    if kind == "time":
        unit = 60 if high - low >= LEAST_IN_MINUTES else 1
        ticks = nice_ticks(low / unit, high / unit, most, whole=unit == 1)
        return Scale([each * unit for each in ticks], spelt_time)
    return Scale(nice_ticks(low, high, most, whole=kind == "whole"), spelt)


def nice_ticks(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Round values around two others, 1, 2, 2.5 or 5 of a power of ten apart: 2 to `most`, which is at least 3."""
    span = max(high - low, LEAST_SPAN, abs(high) * FLAT)
    beside = (span - (high - low)) / 2
    magnitude = 10.0 ** floor(log10(span / (most - 1)))
    fits = (
        places
        for step in (each * magnitude for each in NICE)
        if not (whole and step % 1)
        and len(places := _around(low - beside, high + beside, step)) <= most
    )
    return next(fits)


def _around(low: float, high: float, step: float) -> list[float]:
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(place * step, 9) for place in range(first, max(last, first + 1) + 1)]


def date_ticks(first: date, last: date, columns: int) -> list[Tick]:
    """Ticks on the days from the first to the last, as many as have room in so many columns.

    A January's label is its year.
    """
    days = max((last - first).days, 1)
    step = next((each for each in STEPS if each.days / days * columns >= each.room), STEPS[-1])
    return list(takewhile(lambda each: each.day <= last, _ticks(first, step)))


def _ticks(first: date, step: Steps) -> Iterator[Tick]:
    """The ticks of a step from a day on, up to the end of time."""
    if step.months:
        yield from _month_ticks(first, step.months)
        return
    weeks = step.days % 7 == 0
    day = first + timedelta(days=-first.weekday() % 7) if weeks else first
    while day.year < date.max.year:
        yield Tick(day, f"{day.day} {MONTHS[day.month - 1]}")
        day += timedelta(days=step.days)


def _month_ticks(first: date, months: int) -> Iterator[Tick]:
    place = first.year * 12 + first.month - 1
    place += -place % months if first.day == 1 else months - place % months
    while place // 12 < date.max.year:
        year, month = divmod(place, 12)
        yield Tick(date(year, month + 1, 1), MONTHS[month] if month else str(year))
        place += months


def framed(
    canvas: Canvas, scale: Scale, ticks: Sequence[Tick], column: Callable[[date], int]
) -> list[Line]:
    """The canvas with both axes; `column` says where a day is."""
    labels = {
        canvas.height - 1 - scale.place(each, canvas.height * 4 - 1) // 4: scale.spell(each)
        for each in scale.ticks
    }
    room = margin(scale)
    lines = []
    for row, parts in enumerate(canvas.rows()):
        label = labels.get(row, "")
        axis = f"{label:>{room - 2}} {'┤' if label else '│'}"
        lines.append(joined([(axis, "axis"), *parts]))
    return [*lines, *_below(canvas.width, room, [(column(each.day), each) for each in ticks])]


def margin(scale: Scale) -> int:
    """The columns that the axis of values takes."""
    return max(len(scale.spell(each)) for each in scale.ticks) + 2


def spelt(value: float) -> str:
    """A tick's value: 102.5, 1,500, 12k."""
    if abs(value) >= 10_000 and value % 100 == 0:
        return f"{value / 1000:,.10g}k"
    return f"{value:,.10g}"


def spelt_time(value: float) -> str:
    """A time, or a pace, of so many seconds: 0:45, 5:30, 1:30:00."""
    minutes, seconds = divmod(round(abs(value)), 60)
    hours, minutes = divmod(minutes, 60)
    told = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"-{told}" if value < 0 else told


def _below(width: int, room: int, ticks: list[tuple[int, Tick]]) -> list[Line]:
    """The axis of days and its labels; one for which there is no room is left out."""
    columns = {column for column, _ in ticks}
    rule = "".join("┬" if each in columns else "─" for each in range(width))
    text = ""
    for column, tick in ticks:
        if (column == 0 or len(text) < column) and column + len(tick.label) <= width:
            text = f"{text:<{column}}{tick.label}"
    return [
        joined([(f"{' ' * (room - 1)}└{rule}", "axis")]),
        joined([(" " * room + text, "axis")]),
    ]
