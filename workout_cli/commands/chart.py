"""Draw what you did, or what your body measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args

import typer

from workout_cli import options
from workout_cli.console import say
from workout_cli.dashes import DashWords, plain
from workout_cli.output import shows
from workout_cli.pictures import write_pictures
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.charts import CHART, explained
from workout_core.charts.schemas import (
    ChartTrendFilters,
    ChartTrendRead,
    Measure,
    SeriesFilters,
    SeriesRead,
)
from workout_core.dates import parse_since
from workout_core.vocabulary import MassUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

MEASURES: Final[tuple[Measure, ...]] = get_args(Measure)
BODY: Final = "body"
WEIGHT: Final = "weight"

app = new_app()


@app.command(cls=DashWords, epilog="Example: workout chart bench e1rm --since 1y")
@shows(CHART)
def chart(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="EXERCISE [MEASURE]",
            help="An exercise, then e1rm, volume, reps, weight, pace, distance or duration; or body, then what is"
            " measured: weight, unless said.",
        ),
    ],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="From this day on; a year, unless given."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="RANGE", help="In these days, as in 2026 or A..B."),
    ] = None,
    unit: Annotated[
        MassUnit | None, typer.Option("--unit", help="The unit of masses; that of your settings.")
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Draw it to a file, too.")
    ] = None,
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="The same, in dots.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell how the values are made, and of what.")
    ] = False,
) -> SeriesRead | ChartTrendRead:
    """Draw how an exercise, or your body, has gone.

    Pictures are drawn by matplotlib, which is installed with pip install 'workout-cli[plots]'.
    """
    first, last = _days(since, until, on)
    span: dict[str, Any] = {"since": first, "until": last, "unit": unit or SETTINGS.get().unit}
    names = [plain(word) for word in words]
    found = _trend(names, span) if _is_of_body(names) else _series(names, span)
    if svg or png:
        write_pictures(found, svg=svg, png=png)
    if explain:
        say(explained(found))
    return found


def _is_of_body(names: Sequence[str]) -> bool:
    """Whether they are `body` and what is measured; with a measure at the end they are an exercise (body saw reps)."""
    rest = names[1:]
    return names[0].lower() == BODY and (rest in ([], [WEIGHT]) or _measure(rest) is None)


def _measure(names: Sequence[str]) -> Measure | None:
    return next((each for each in MEASURES if each == names[-1].lower()), None)


def _trend(names: Sequence[str], span: dict[str, Any]) -> ChartTrendRead:
    filters = ChartTrendFilters(type=" ".join(names[1:]) or None, **span)
    return ask(lambda services: services.charts.trend(filters))


def _series(names: Sequence[str], span: dict[str, Any]) -> SeriesRead:
    measure = _measure(names) if len(names) > 1 else None
    name = " ".join(names[:-1] if measure else names)
    formula = SETTINGS.get().formula
    filters = SeriesFilters(exercise=name, measure=measure, formula=formula, **span)
    return ask(lambda services: services.charts.series(filters))


def _days(since: str | None, until: str | None, on: str | None) -> tuple[date | None, date | None]:
    """The days that are asked for; a year up to today or to the last of them, unless the first is said."""
    first, last = options.days(since, until, on)
    if on is None:
        last = last or options.today()
        first = first or parse_since("-1y", last)
    return first, last
