"""Charts as files, whose endings say what they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workout_cli.layout import separated
from workout_cli.output import writing
from workout_cli.pictures import picture
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from workout_cli.tui.shown.drawn import Drawn

ENDINGS = (".svg", ".png", ".csv")


def save(drawn: Drawn, name: str) -> Path:
    """Write a chart to a file, and say where that is; it takes as long as a disk and a library to draw take."""
    path = Path(name).expanduser()
    content = _content(drawn, path.suffix.lower())
    with writing(path) as stream:
        stream.write(content)
    return path.resolve()


def _content(drawn: Drawn, ending: str) -> bytes:
    if ending == ".csv":
        return separated(drawn.table(), ",").encode()
    if ending not in ENDINGS:
        raise InvalidError(f"A chart is no {ending or 'file without an ending'}", hints=[*ENDINGS])
    if drawn.picture is None:
        raise InvalidError(
            "There is no picture of this, but a table", hints=["name a file that ends in .csv"]
        )
    return picture(drawn.picture, "svg" if ending == ".svg" else "png")
