"""Curves over days, in braille dots."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from workout_core.charts.axes import Scale, date_ticks, framed, margin, value_scale
from workout_core.charts.drawing import ACROSS, DOWN, Canvas, Line
from workout_core.charts.points import Place, put_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from workout_core.charts.axes import Kind
    from workout_core.charts.points import Point

LEAST: Final = 8
BELOW: Final = 2  # the axis of days and its labels


def line_chart(
    curve: Sequence[Point],
    first: date,
    last: date,
    width: int,
    height: int,
    *,
    dots: Sequence[Point] = (),
    kind: Kind = "number",
    at: date | None = None,
) -> list[Line]:
    """A curve through points from the first day to the last, in so many columns and rows, axes included.

    Ticks are of the same kind as the values. `dots` stand alone, as what a trend is the trend of, and so does a
    deload: the curve goes on without it. A line stands on the day `at`. There is at least one point of either kind.
    """
    values = [each.value for each in (*curve, *dots)]
    scale = value_scale(min(values), max(values), max(2, height - BELOW), kind=kind)
    canvas = Canvas(max(LEAST, width - margin(scale)), max(2, height - BELOW))
    plane = _Plane(canvas, scale, first, last)
    for each in dots:
        canvas.dot(*plane.place(each), "dot")
    places = [plane.place(each) for each in curve]
    drawn = [place for each, place in zip(curve, places, strict=True) if each.mark != "deload"]
    for start, end in _strokes(drawn):
        canvas.stroke(start, end, "line")
    put_marks(canvas, plane.marks([*dots, *curve]))
    if at:
        canvas.upright(plane.column(at))
    return framed(canvas, scale, date_ticks(first, last, canvas.width), plane.column)


def _strokes(
    places: Sequence[tuple[int, int]],
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """What a pen draws that goes from place to place, which lie from left to right: an upright stroke for all that are
    above each other, however many, and one to the next.
    """
    before = None
    for x, same in groupby(places, key=itemgetter(0)):
        heights = [y for _, y in same]
        if before:
            yield before, (x, heights[0])
        yield (x, min(heights)), (x, max(heights))
        before = x, heights[-1]


class _Plane:
    """Days and values as places on a canvas."""

    def __init__(self, canvas: Canvas, scale: Scale, first: date, last: date) -> None:
        self._canvas = canvas
        self._scale = scale
        self._first = first
        self._days = max((last - first).days, 1)

    def place(self, point: Point) -> tuple[int, int]:
        return self._x(point.day), self._scale.place(point.value, self._canvas.height * DOWN - 1)

    def column(self, day: date) -> int:
        return self._x(day) // ACROSS

    def marks(self, points: Sequence[Point]) -> list[Place]:
        found = []
        for each in points:
            if each.mark:
                x, y = self.place(each)
                row = self._canvas.height - 1 - y // DOWN
                found.append(Place(x // ACROSS, row, each.mark))
        return found

    def _x(self, day: date) -> int:
        last = self._canvas.width * ACROSS - 1
        return round((day - self._first).days / self._days * last)
