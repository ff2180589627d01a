"""Charts as files of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_cli.console import say
from workout_cli.output import writing
from workout_cli.views.charts import SUMS, days, points, title, trend_points
from workout_core.charts.schemas import ChartTrendRead, SeriesRead
from workout_core.errors import ConfigError, InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.charts.picture import Kind


def write_pictures(
    result: SeriesRead | ChartTrendRead, *, svg: Path | None, png: Path | None
) -> None:
    """Draw a series to the files that are named."""
    for path, kind in ((svg, "svg"), (png, "png")):
        if path is not None:
            content = picture(result, "svg" if kind == "svg" else "png")
            with writing(path) as stream:
                stream.write(content)
            say(f"the chart is in {clean(str(path))}")


def picture(result: SeriesRead | ChartTrendRead, kind: Kind) -> bytes:
    """A series as the content of a file."""
    if not result.items:
        raise InvalidError("There is nothing to draw in these days", hints=["--since 5y"])
    try:
        from workout_core.charts.picture import Picture, drawn  # a door: an extra brings it
    except ImportError as error:
        raise ConfigError(
            "Pictures need matplotlib, which is not installed",
            hints=["pip install 'workout-cli[plots]'"],
        ) from error
    first, last = days(result)
    return drawn(Picture(title(result), result.unit, first, last, **_content(result)), kind)


def _content(result: SeriesRead | ChartTrendRead) -> dict[str, Any]:
    if isinstance(result, ChartTrendRead):
        trend, dots = trend_points(result)
        return {"curve": trend, "dots": dots}
    return {"curve": points(result), "bars": result.measure in SUMS}
