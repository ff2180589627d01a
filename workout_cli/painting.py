"""Lines of charts in the colours of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.charts.drawing import Line, Style

# Greys and greens of the 256 colours, readable on dark and on light.
STYLES: Final[dict[Style, str]] = {
    "axis": "dim",
    "line": "green",
    "bar": "green",
    "dot": "cyan",
    "record": "yellow",
    "deload": "cyan",
    "shade0": "38;5;240",
    "shade1": "38;5;22",
    "shade2": "38;5;28",
    "shade3": "38;5;34",
    "shade4": "38;5;40",
}


def painted(lines: Iterable[Line]) -> list[str]:
    """The lines as text, coloured where standard output shows colours."""
    return [_painted(each) for each in lines]


def _painted(line: Line) -> str:
    text, at = "", 0
    for span in line.spans:
        text += line.text[at : span.start]
        text += styled(line.text[span.start : span.end], STYLES[span.style])
        at = span.end
    return text + line.text[at:]
