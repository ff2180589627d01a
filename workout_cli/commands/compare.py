"""Put two periods beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import options
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.statistics import COMPARISON, EXPLAIN
from workout_core.dates import RANGE_HINTS, parse_range
from workout_core.errors import InvalidError
from workout_core.statistics.schemas import CompareFilters, ComparisonRead

if TYPE_CHECKING:
    from datetime import date

app = new_app()


@app.command(epilog="Example: workout compare 2025-Q4 2026-Q4")
@shows(COMPARISON)
def compare(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A period, as in 2025-Q4.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The period beside it.")],
    explain: Annotated[bool, typer.Option("--explain", help="Tell the rule and what counted.")] = (
        False
    ),
) -> ComparisonRead:
    """Compare two periods: what each came to, and each exercise in both."""
    EXPLAIN.set(explain)
    (since, until), (other_since, other_until) = _period(first), _period(second)
    filters = CompareFilters(
        since=since,
        until=until,
        other_since=other_since,
        other_until=other_until,
        formula=SETTINGS.get().formula,
    )
    return ask(lambda services: services.statistics.compare(filters))


def _period(text: str) -> tuple[date, date]:
    """The first and the last day of a period; one without an end ends today."""
    since, until = parse_range(text, options.today())
    if since is None:
        raise InvalidError(f"{text!r} has no first day", hints=RANGE_HINTS)
    return since, until or max(since, options.today())
