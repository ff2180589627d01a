"""Lines of the core's charts in the colours of the theme, as large as the widget is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workout_core.charts.drawing import Line, Style

STYLES: Final[dict[Style, str]] = {
    "axis": "dim",
    "line": "$text-accent",
    "bar": "$text-accent",
    "dot": "$text-secondary",
    "record": "$text-warning",
    "deload": "$text-secondary",
    "shade0": "dim",
    "shade1": "$success 40%",
    "shade2": "$success 60%",
    "shade3": "$success 80%",
    "shade4": "$success",
}


def painted(lines: Iterable[Line]) -> Content:
    """Lines of a chart, styled."""
    return Content("\n").join(map(_painted, lines))


def _painted(line: Line) -> Content:
    content = Content(line.text)
    for span in line.spans:
        content = content.stylize(STYLES[span.style], span.start, span.end)
    return content


class Chart(Widget):
    """Draws with what it was last given, anew at every size."""

    DEFAULT_CSS = "Chart { height: 1fr; width: 1fr; }"
    LEAST: Final = (16, 4)

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw: Callable[[int, int], Sequence[Line]] | None = None

    def show(self, draw: Callable[[int, int], Sequence[Line]] | None) -> None:
        """Draw with a function of columns and rows; nothing where there is none."""
        self._draw = draw
        self.refresh()

    def render(self) -> Content:
        width, height = self.size
        if self._draw is None or width < self.LEAST[0] or height < self.LEAST[1]:
            return Content()
        return painted(self._draw(width, height))
