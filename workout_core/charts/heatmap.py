"""Days as a map: a column a week, a row a weekday, the darker the more there was."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.charts.axes import MONTHS
from workout_core.charts.drawing import Line, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workout_core.charts.drawing import Shade, Style

WEEKDAYS: Final = ("Mon", "", "Wed", "", "Fri", "", "")
MARGIN: Final = 5
WEEK: Final = timedelta(days=7)
DAYS: Final = [timedelta(days=n) for n in range(7)]
# Told apart by their form, or by their colour alone.
SIGNS: Final = "·░▒▓█"
COLORED_SIGNS: Final = "·■■■■"
SHADES: Final[tuple[Shade, ...]] = ("shade0", "shade1", "shade2", "shade3", "shade4")


class Heatmap(NamedTuple):
    """The map's lines, and how many of the weeks had room in them: the newest."""

    lines: list[Line]
    shown: int
    weeks: int


def heatmap(
    values: Mapping[date, float], first: date, last: date, width: int, signs: str = SIGNS
) -> Heatmap:
    """The values of the days from the first to the last, in so many columns."""
    weeks = _weeks(first, last)
    cell = 2 if MARGIN + 2 * len(weeks) <= width else 1
    shown = weeks[-((width - MARGIN) // cell) :]
    ranked = sorted(values.values())
    lines = [joined([(_months(shown, cell), "axis")])]
    for row, name in enumerate(WEEKDAYS):
        days = [week + timedelta(days=row) for week in shown]
        shades = [_shade(ranked, values.get(day)) if first <= day <= last else None for day in days]
        lines.append(joined([(f"{name:<{MARGIN}}", "axis"), *_row(shades, cell, signs)]))
    return Heatmap(lines, len(shown), len(weeks))


def legend(signs: str = SIGNS) -> Line:
    """Every shade, from nothing to the most."""
    parts: list[tuple[str, Style | None]] = []
    for sign, shade in zip(signs, SHADES, strict=True):
        parts += [(sign, shade), (" ", None)]
    return joined(parts)


def _weeks(first: date, last: date) -> list[date]:
    """The Mondays of the weeks from the first day to the last."""
    monday = first - timedelta(days=first.weekday())
    return [monday + n * WEEK for n in range((last - monday).days // 7 + 1)]


def _shade(ranked: Sequence[float], value: float | None) -> int:
    """0 for a day without a value, else 1 to 4 by how many of the days came to less: the least is 1, the most 4."""
    if value is None:
        return 0
    less, most = bisect_left(ranked, value), bisect_left(ranked, ranked[-1])
    return 1 + (6 * less + most) // (2 * most) if most else 4


def _row(shades: Iterable[int | None], cell: int, signs: str) -> list[tuple[str, Style | None]]:
    """A weekday's cells, equal ones beside each other together; days outside of the map are blank."""
    parts: list[tuple[str, Style | None]] = []
    for shade, same in groupby(shades):
        sign = " " if shade is None else signs[shade]
        style = None if shade is None else SHADES[shade]
        parts.append((sign.ljust(cell) * len(list(same)), style))
    return parts


def _months(weeks: Sequence[date], cell: int) -> str:
    """The names of the months over the weeks in which they begin, where there is room for them."""
    line = ""
    for place, week in enumerate(weeks):
        begins = next((day for day in map(week.__add__, DAYS) if day.day == 1), None)
        at = MARGIN + place * cell
        fits = len(line) < at and at + 3 <= MARGIN + len(weeks) * cell
        is_first = not place and week.day < 15
        if fits and (begins or is_first):
            line = f"{line:<{at}}{MONTHS[(begins or week).month - 1]}"
    return line
