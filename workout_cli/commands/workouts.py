"""Look back at workouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workout_cli import listing, options, references
from workout_cli.dashes import DashWords
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
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

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from workout_core.services import Services

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


@app.command(epilog="Example: workout history --exercise squat --on 'last month'")
@shows(HISTORY)
def history(
    exercise: Annotated[
        str | None, typer.Option("--exercise", metavar="NAME", help="With this exercise.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", help="With this tag; may be repeated.")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", help="A text in a name or in any note.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="From this day on, as in 2026-11 or -2w."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="RANGE", help="In these days, as in 'last week' or A..B."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    all_: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
) -> Page[WorkoutSummary]:
    """List workouts, the newest first."""
    first, last = options.days(since, until, on)
    which: dict[str, Any] = {
        "since": first,
        "until": last,
        "search": search,
        "exercise": exercise,
    }
    given = {name: value for name, value in which.items() if value is not None}

    def listed(services: Services) -> Awaitable[Page[WorkoutSummary]]:
        return gathered(
            lambda page, size: services.workouts.list(
                WorkoutFilters(**given, tags=tag or [], page=page, size=size)
            ),
            page=page,
            limit=None if all_ else limit,
        )

    found = ask(listed)
    listing.remember(each.id for each in found.items)
    tell_of_more(found, "workouts")
    return found
