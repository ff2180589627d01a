"""Look back over many workouts: at an exercise, for a text, at a year."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import options
from workout_cli.console import is_terminal, say
from workout_cli.dashes import DashWords, plain
from workout_cli.listing import remember
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
from workout_cli.runner import ask
from workout_cli.tree import new_app
from workout_cli.views.calendar import CALENDAR, MEASURE, Measure
from workout_cli.views.looking import FOUND, SESSIONS, unused_names
from workout_core.history.schemas import (
    DaysFilters,
    DaysRead,
    ExerciseSessionsRead,
    SearchFilters,
    SearchRead,
    SessionFilters,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from workout_core.services import Services

app = new_app()


@app.command(epilog="Example: workout last bench --count 5")
@shows(SESSIONS)
def last(
    exercise: Annotated[
        list[str], typer.Argument(metavar="EXERCISE...", help="A name, an alias or a slug.")
    ],
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="How many sessions.")] = 3,
) -> ExerciseSessionsRead:
    """Show what you did the last times of an exercise."""
    name = " ".join(exercise)

    def asked(services: Services) -> Awaitable[ExerciseSessionsRead]:
        return gathered(
            lambda page, size: services.history.sessions(
                SessionFilters(exercise=name, page=page, size=size)
            ),
            limit=count,
        )

    found = ask(asked)
    remember(each.workout_id for each in found.items)
    if found.total > len(found.items) and not is_terminal(
        sys.stdout
    ):  # a person sees it in the title
        say(
            f"{len(found.items)} of {found.total} sessions; --count {found.total} shows all of them"
        )
    return found


@app.command(cls=DashWords, epilog="Example: workout find shaky")
@shows(FOUND)
def find(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="As it was written.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    all_: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
) -> SearchRead:
    """Find a text in names, notes and tags."""
    wanted = " ".join(map(plain, text))

    def asked(services: Services) -> Awaitable[SearchRead]:
        return gathered(
            lambda page, size: services.search.find(
                SearchFilters(text=wanted, page=page, size=size)
            ),
            page=page,
            limit=None if all_ else limit,
        )

    found = ask(asked)
    remember(each.workout_id for each in found.items if each.workout_id)
    tell_of_more(found, "places")
    if found.unused:
        say(unused_names(found))
    return found


@app.command(epilog="Example: workout calendar 2026 --by volume")
@shows(CALENDAR)
def calendar(
    year: Annotated[
        str | None,
        typer.Argument(metavar="[YEAR]", help="A year; the last 53 weeks, unless given."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on.")
    ] = None,
    by: Annotated[Measure, typer.Option("--by", help="What makes a day dark.")] = "sets",
) -> DaysRead:
    """Show the days on which you trained."""
    first, last_day = options.calendar_days(year, since)
    MEASURE.set(by)
    filters = DaysFilters(since=first, until=last_day)
    return ask(lambda services: services.history.days(filters))
