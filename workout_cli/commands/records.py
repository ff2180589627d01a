"""Show what was never done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli import options
from workout_cli.output import shows
from workout_cli.paging import gathered, tell_of_more
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.statistics import EXPLAIN, RECORDS
from workout_core.dates import parse_since
from workout_core.statistics.schemas import RecordFilters, RecordsRead
from workout_core.training.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from workout_core.services import Services

app = new_app()


@app.command(epilog="Example: workout records bench --kind e1rm --since 2026")
@shows(RECORDS)
def records(
    exercise: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EXERCISE...]", help="A name, an alias or a slug; all, unless given."
        ),
    ] = None,
    kind: Annotated[
        RecordKind | None,
        typer.Option("--kind", metavar="KIND", help="Only of this kind, as in e1rm."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Only those made from this day on.")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar="DAY", help="Those that stood on a day."),
    ] = None,
    standing: Annotated[
        bool, typer.Option("--standing", help="Only those that nothing has beaten since.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    page: Annotated[int, typer.Option("--page", min=1, help="Which page of as many.")] = 1,
    all_: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tell the rule and what counted.")] = (
        False
    ),
) -> RecordsRead:
    """Show personal records, the newest first."""
    EXPLAIN.set(explain)
    filters = RecordFilters(
        exercise=" ".join(exercise) if exercise else None,
        kind=kind,
        since=parse_since(since, options.today()) if since is not None else None,
        at=options.day(at) if at is not None else None,
        standing=standing or at is not None,
        formula=SETTINGS.get().formula,
    )

    def asked(services: Services) -> Awaitable[RecordsRead]:
        return gathered(
            lambda page, size: services.records.list(
                filters.model_copy(update={"page": page, "size": size})
            ),
            page=page,
            limit=None if all_ else limit,
        )

    found = ask(asked)
    tell_of_more(found, "records")
    return found
