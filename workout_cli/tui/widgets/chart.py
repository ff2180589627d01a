"""Lines of the core's charts in the colours of the theme, as large as the widget is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
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

    ALLOW_SELECT = False
    DEFAULT_CSS = "Chart { height: 1fr; width: 1fr; }"
    LEAST: Final = (16, 4)

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw: Callable[[int, int], Sequence[Line]] | None = None
        self._strips: Sequence[Strip] = ()

    def show(self, draw: Callable[[int, int], Sequence[Line]] | None) -> None:
        """Draw with a function of columns and rows; nothing where there is none."""
        self._draw = draw
        self.refresh()

    def render_line(self, y: int) -> Strip:
        if self._dirty_regions:
            self._strips = [self._strip(each) for each in self._drawn()]
            self._dirty_regions.clear()
        return (
            self._strips[y]
            if y < len(self._strips)
            else Strip.blank(self.size.width, self.rich_style)
        )

    def _drawn(self) -> Sequence[Line]:
        width, height = self.size
        if self._draw is None or width < self.LEAST[0] or height < self.LEAST[1]:
            return ()
        return self._draw(width, height)

    def _strip(self, line: Line) -> Strip:
        pieces: list[tuple[str, Style | None]] = []
        end = 0
        for span in line.spans:
            pieces += (
                (line.text[end : span.start], None),
                (line.text[span.start : span.end], span.style),
            )
            end = span.end
        pieces.append((line.text[end:], None))
        plain = self.visual_style
        parse = self.app.stylesheet.parse_style
        strip = Strip(
            Segment(text, (plain + parse(STYLES[style]) if style else plain).rich_style)
            for text, style in pieces
            if text
        )
        return strip.extend_cell_length(self.size.width, plain.rich_style)
