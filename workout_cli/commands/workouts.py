"""Look back at workouts."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli import listing, options, references
from workout_cli.console import say
from workout_cli.dashes import DashWords
from workout_cli.output import shows
from workout_cli.runner import ask
from workout_cli.tree import new_app
from workout_cli.views.workouts import HISTORY, SHOWN
from workout_core.paging import Page
from workout_core.workouts.schemas import (
    DayRead,
    WorkoutFilters,
    WorkoutRead,
    WorkoutSummary,
)

app = new_app()


@app.command(epilog="Example: workout today --json")
@shows(SHOWN)
def today() -> DayRead:
    """Show what was logged today."""
    day = options.today()
    return ask(lambda services: services.workouts.day(day))


@app.command(cls=DashWords, epilog="Example: workout show yesterday")
@shows(SHOWN)
def show(
    which: Annotated[
        str,
        typer.Argument(
            metavar="[WHICH]", help="last, open, a day, a line of the last listing, or an id."
        ),
    ] = "last",
) -> DayRead | WorkoutRead:
    """Show a workout with all its sets."""
    return ask(lambda services: references.meant(services, which))


@app.command(epilog="Example: workout history --since 'last month' --search squat")
@shows(HISTORY)
def history(
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="From this day on, as in 2026-11 or -2w."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", help="A text in the name, the note or an exercise.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many at most.")] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
) -> Page[WorkoutSummary]:
    """List workouts, the newest first."""
    filters = WorkoutFilters(
        since=options.since(since),
        until=options.until(until),
        search=search,
        page=page,
        size=limit,
    )
    found = ask(lambda services: services.workouts.list(filters))
    listing.remember(each.id for each in found.items)
    if found.total > filters.offset + len(found.items):
        say(f"{len(found.items)} of {found.total} workouts; --page {page + 1} shows the next")
    return found
