"""Charts as pictures, drawn by matplotlib.

It comes with the extra `plots`, and takes a second to import: nothing imports this module before a picture is wanted.
No part of it is global, so no window system and no state of a session is touched.
"""

from __future__ import annotations

import warnings
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from matplotlib import rc_context
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from workout_core.charts.drawing import Mark
    from workout_core.charts.points import Point

Kind = Literal["svg", "png"]
INCHES: Final = (9.0, 4.5)
DOTS_PER_INCH: Final = 144
EPOCH: Final = date(1970, 1, 1)  # matplotlib's
METADATA: Final[dict[Kind, dict[str, str | None]]] = {
    "svg": {"Date": None},
    "png": {"Software": None},
}
MARKERS: Final[dict[Mark, str]] = {"record": "*", "deload": "o"}


class Picture(NamedTuple):
    """What is drawn: a curve or bars from the first day to the last, and dots that stand alone."""

    title: str
    unit: str
    first: date
    last: date
    curve: Sequence[Point]
    dots: Sequence[Point] = ()
    bars: bool = False


def drawn(picture: Picture, kind: Kind) -> bytes:
    """The picture as the content of a file."""
    with (
        warnings.catch_warnings(),
        # Text stays text, and the same chart is the same file.
        rc_context(
            {"svg.fonttype": "none", "svg.hashsalt": "workout", "date.converter": "concise"}
        ),
    ):
        warnings.simplefilter("ignore")  # a sign that the font lacks is drawn as a box
        figure = Figure(figsize=INCHES, dpi=DOTS_PER_INCH, layout="constrained")
        _draw(figure.add_subplot(), picture)
        content = BytesIO()
        figure.savefig(content, format=kind, metadata=METADATA[kind])
    return content.getvalue()


def _draw(axes: Axes, picture: Picture) -> None:
    if picture.bars:
        axes.bar(*_places(picture.curve), width=1.0)
    else:
        axes.plot(*_places([each for each in picture.curve if each.mark != "deload"]))
    if picture.dots:
        axes.plot(*_places(picture.dots), ".", color="gray", markersize=4)
    for mark, marker in MARKERS.items():
        marked = [each for each in picture.curve if each.mark == mark]
        if marked:
            axes.plot(*_places(marked), marker, fillstyle="none", color="black", label=mark)
            axes.legend(loc="best")
    # Of names that people gave, no $ is mathematics.
    axes.set_title(picture.title, parse_math=False)
    axes.set_ylabel(picture.unit, parse_math=False)
    axes.xaxis_date()
    axes.set_xlim(_number(picture.first) - 1, _number(picture.last) + 1)
    axes.grid(alpha=0.3)


def _places(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    return [_number(each.day) for each in points], [each.value for each in points]


def _number(day: date) -> float:
    """A day as matplotlib counts them."""
    return float((day - EPOCH).days)
