"""A chart with all that stands around it, as a screen shows it at any size."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, overload

from workout_cli.wording import clock, number, whole
from workout_core.charts.drawing import Line, joined
from workout_core.units import round_half_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from workout_cli.layout import Table
    from workout_core.charts.drawing import Style
    from workout_core.charts.schemas import ChartTrendRead, SeriesRead

    Draw = Callable[[int, int, date | None], Sequence[Line]]

ONE: Final = Decimal(1)


class Drawn(NamedTuple):
    """How it is drawn in so many columns and rows, with a line on a day; what is told below; and what of each day.

    All text is clean. `picture` is what it is drawn of as a picture, where it can be. What is seldom asked for, the
    table and the days of it, is made only then.
    """

    title: str
    days: str
    draw: Draw | None
    told: Sequence[str]
    table: Callable[[], Table]
    each: Sequence[tuple[date, str]] = ()
    picture: SeriesRead | ChartTrendRead | None = None


class Days(Sequence[tuple["date", str]]):
    """Days, and what is told of each, from what they are told of."""

    def __init__(self, items: Sequence[Any], told: Callable[[Any], tuple[date, str]]) -> None:
        self._items = items
        self._told = told

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, at: int) -> tuple[date, str]: ...

    @overload
    def __getitem__(self, at: slice) -> Days: ...

    def __getitem__(self, at: int | slice) -> tuple[date, str] | Days:
        if isinstance(at, slice):
            return Days(self._items[at], self._told)
        return self._told(self._items[at])


class Bar(NamedTuple):
    """A bar that lies: its label, how long it is, what is told at its end, and a band that it is to end in."""

    label: str
    value: float
    told: Sequence[tuple[str, Style | None]]
    band: tuple[int, int] | None = None


def lying(bars: Sequence[Bar], width: int, height: int) -> list[Line]:
    """Bars below each other, as many as there is room for."""
    if not bars:
        return []
    shown = bars if len(bars) <= height else bars[: max(1, height - 1)]
    label = max(len(each.label) for each in shown) + 1
    told = max(sum(len(text) for text, _ in each.told) for each in shown)
    room = max(4, width - label - told - 1)
    most = max(max(each.value, each.band[1] if each.band else 0) for each in bars) or 1
    lines = [
        joined([(f"{each.label:<{label}}", None), *_bar(each, room, most), (" ", None), *each.told])
        for each in shown
    ]
    more = len(bars) - len(shown)
    return [*lines, joined([(f"… {more} more", "axis")])] if more else lines


def _bar(bar: Bar, room: int, most: float) -> list[tuple[str, Style | None]]:
    """The bar in so many columns, its band behind it."""
    full = round(bar.value / most * room) or (1 if bar.value else 0)
    low, high = (round(each / most * room) for each in bar.band or (0, 0))
    begins, ends = max(full, low), max(full, high)
    return [
        ("█" * full, "bar"),
        (" " * (begins - full), None),
        ("░" * (ends - begins), "axis"),
        (" " * (room - ends), None),
    ]


def amount(value: Decimal, unit: str) -> str:
    """A value with its unit: `102.5 kg`, `12,400 kg`, `8 reps`, `1:02:30`."""
    if unit.partition("/")[0] == "s":
        return f"{clock(round_half_up(value, ONE))}{unit[1:]}"
    shown = whole(value) if abs(value) >= 1000 else number(value)
    return f"{shown} {unit}".rstrip()


def short(day: date) -> str:
    """A day as in `8 Mar 2026`."""
    return f"{day.day} {day:%b %Y}"


def span(first: date, last: date) -> str:
    """Two days as in `8 Mar 2026 – 12 Apr 2026`."""
    return f"{short(first)} – {short(last)}"


def signed(value: Decimal) -> str:
    """A change: `+2.5`, `-1`."""
    return f"{'+' if value > 0 else ''}{number(value)}"
