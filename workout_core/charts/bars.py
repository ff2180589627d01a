"""Sums over days as bars: of as short a time each as there is room for."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from workout_core.charts.axes import Scale, date_ticks, framed, margin, value_scale
from workout_core.charts.drawing import Canvas, Line
from workout_core.charts.points import Place, put_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workout_core.charts.drawing import Mark
    from workout_core.charts.points import Point

Bucket = Literal["day", "week", "month", "quarter", "year"]
EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
BELOW: Final = 2
LEAST: Final = 8
WIDEST: Final = 6
AXIS: Final = 8  # about what the axis of values takes, before it is known
# How many of a kind there are from one day up to another.
COUNTED: Final[Mapping[Bucket, Callable[[date], int]]] = {
    "day": date.toordinal,
    "week": lambda day: (day - timedelta(days=day.weekday())).toordinal() // 7,
    "month": lambda day: day.year * 12 + day.month,
    "quarter": lambda day: (day.year * 12 + day.month - 1) // 3,
    "year": lambda day: day.year,
}


def bucket_for(first: date, last: date, width: int) -> Bucket:
    """The shortest time of which each has a bar of its own in so many columns."""
    room = max(LEAST, width - AXIS)
    fits = (each for each in COUNTED if _place(each, first, last) < room)
    return next(fits, "year")


def bar_chart(
    points: Sequence[Point],
    first: date,
    last: date,
    width: int,
    height: int,
    *,
    at: date | None = None,
) -> list[Line]:
    """What the days of each bucket come to together, in so many columns and rows, axes included.

    A line stands over the bucket of the day `at`.
    """
    bucket = bucket_for(first, last, width)
    sums: dict[int, float] = defaultdict(float)
    marks: dict[int, Mark] = {}
    for each in points:
        place = _place(bucket, first, each.day)
        sums[place] += each.value
        if each.mark and marks.get(place) != "record":
            marks[place] = each.mark
    scale = value_scale(0, max(sums.values(), default=0) or 1, max(2, height - BELOW))
    canvas = Canvas(max(LEAST, width - margin(scale)), max(2, height - BELOW))
    cell = max(1, min(WIDEST, canvas.width // (_place(bucket, first, last) + 1)))
    tops = {n: _bar(canvas, scale, n * cell, cell, value) for n, value in sums.items()}
    put_marks(canvas, [Place(n * cell, tops[n], mark) for n, mark in marks.items()])
    if at:
        canvas.upright(_place(bucket, first, at) * cell)
    ticks = date_ticks(first, last, canvas.width)
    return framed(canvas, scale, ticks, lambda day: _place(bucket, first, day) * cell)


def _place(bucket: Bucket, first: date, day: date) -> int:
    return COUNTED[bucket](day) - COUNTED[bucket](first)


def _bar(canvas: Canvas, scale: Scale, column: int, cell: int, value: float) -> int:
    """Draw a bar, with a gap beside it where there is room; the row of its top."""
    eighths = scale.place(value, canvas.height * 8)
    if value > 0:
        eighths = max(1, eighths)
    for wide in range(max(1, cell - 1)):
        for level in range((eighths + 7) // 8):
            sign = EIGHTHS[min(8, eighths - 8 * level)]
            canvas.put(column + wide, canvas.height - 1 - level, sign, "bar")
    return canvas.height - 1 - max(0, (eighths - 1) // 8)
