"""Lines of text with styled parts, and a canvas of braille dots and signs that ends up as such lines.

A braille character is two dots wide and four high (Unicode block U+2800, ISO/TR 11548-1), so a curve has eight times
as many places as there are characters.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final, Literal, NamedTuple

Mark = Literal["record", "deload"]
Shade = Literal["shade0", "shade1", "shade2", "shade3", "shade4"]
Style = Literal["axis", "line", "dot", "bar"] | Mark | Shade
BLANK: Final = 0x2800
# By row from the top, the left and the right dot.
DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
ACROSS: Final = 2
DOWN: Final = 4


class Span(NamedTuple):
    """A part of a line that is something: from its first character up to the one before `end`."""

    start: int
    end: int
    style: Style


class Line(NamedTuple):
    """A line of text without spaces at its end, and what its parts are; a part in no span is plain."""

    text: str
    spans: tuple[Span, ...] = ()


def joined(parts: list[tuple[str, Style | None]]) -> Line:
    """One line of several parts, each in a style or plain."""
    text, spans = "", []
    for part, style in parts:
        if style and part:
            spans.append(Span(len(text), len(text) + len(part), style))
        text += part
    kept = text.rstrip()
    return Line(kept, tuple(each for each in spans if each.start < len(kept)))


class Canvas:
    """Characters in columns from the left and rows from the top; dots are counted from the bottom left corner."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._dots = [[0] * width for _ in range(height)]
        self._signs = [[" "] * width for _ in range(height)]
        self._styles: list[list[Style | None]] = [[None] * width for _ in range(height)]

    def dot(self, x: int, y: int, style: Style) -> None:
        """A single dot; one outside of the canvas is not drawn."""
        column, row = x // ACROSS, self.height - 1 - y // DOWN
        if self._holds(column, row):
            self._dots[row][column] |= DOTS[DOWN - 1 - y % DOWN][x % ACROSS]
            self._styles[row][column] = style

    def stroke(self, start: tuple[int, int], end: tuple[int, int], style: Style) -> None:
        """A straight line of dots, both ends included."""
        (x, y), (end_x, end_y) = start, end
        across, up = end_x - x, end_y - y
        steps = max(abs(across), abs(up), 1)
        for step in range(steps + 1):
            self.dot(round(x + across * step / steps), round(y + up * step / steps), style)

    def put(self, column: int, row: int, sign: str, style: Style | None = None) -> None:
        """A character, over whatever dots are there."""
        if self._holds(column, row):
            self._signs[row][column] = sign
            self._styles[row][column] = style

    def upright(self, column: int) -> None:
        """A line from the top to the bottom, behind all that is there."""
        for row in range(self.height):
            if self.is_free(column, row):
                self.put(column, row, "│", "axis")

    def is_free(self, column: int, row: int) -> bool:
        """Whether a place is on the canvas and nothing is drawn in it."""
        return (
            self._holds(column, row)
            and not self._dots[row][column]
            and self._signs[row][column] == " "
        )

    def rows(self) -> list[list[tuple[str, Style | None]]]:
        """What stands in each row, equal styles beside each other together."""
        return [
            [
                ("".join(sign for sign, _ in same), style)
                for style, same in groupby(self._row(row), key=lambda each: each[1])
            ]
            for row in range(self.height)
        ]

    def _row(self, row: int) -> list[tuple[str, Style | None]]:
        places = zip(self._signs[row], self._dots[row], self._styles[row], strict=True)
        return [
            (chr(BLANK + dots) if sign == " " and dots else sign, style)
            for sign, dots, style in places
        ]

    def _holds(self, column: int, row: int) -> bool:
        return 0 <= column < self.width and 0 <= row < self.height
