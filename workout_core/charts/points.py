"""What charts are drawn of: a value a day, and what is to be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workout_core.charts.drawing import Canvas, Mark

SIGNS: Final[dict[Mark, str]] = {"record": "★", "deload": "○"}
APART: Final = 2


class Point(NamedTuple):
    """The value of a day."""

    day: date
    value: float
    record: bool = False
    deload: bool = False

    @property
    def mark(self) -> Mark | None:
        """What is marked of it; a record before a deload."""
        return "record" if self.record else "deload" if self.deload else None


class Place(NamedTuple):
    """Where a mark belongs on a canvas: above the row, or in it."""

    column: int
    row: int
    mark: Mark


def put_marks(canvas: Canvas, places: Iterable[Place]) -> None:
    """Marks at what they are of, where nothing else is; of those that would touch, the newest record."""
    taken: list[int] = []
    found = sorted(places, key=lambda each: (each.mark == "record", each.column), reverse=True)
    for column, row, mark in found:
        if any(abs(column - other) < APART for other in taken):
            continue
        beside = (row - 1, row + 1) if mark == "record" else (row, row - 1, row + 1)
        free = [each for each in beside if canvas.is_free(column, each)]
        canvas.put(column, free[0] if free else row, SIGNS[mark], mark)
        taken.append(column)
