"""Take changes back, and make them again."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli.console import say
from workout_cli.names_cache import refresh_names
from workout_cli.output import shows
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.operations import OPERATIONS
from workout_core.errors import InvalidError
from workout_core.operations.schemas import OperationRead, ReplayRead, UndoRequest
from workout_core.paging import Page, PageParams
from workout_core.plurals import counted

app = new_app()
NAMED = frozenset({"exercise", "alias", "import"})


@app.command(epilog="Example: workout undo 2")
@shows(OPERATIONS)
def undo(
    count: Annotated[
        int | None, typer.Argument(metavar="N", min=1, max=1000, help="How many changes; one.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the last changes, and take none back.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, max=100, help="How many --list shows: 20.")
    ] = None,
) -> ReplayRead | Page[OperationRead]:
    """Take back the last change, or several.

    Whatever was changed can be taken back, here or on the server: a logged line, an edit, a deleted workout with
    its sets, an import. What was done in one go is one change. A number in --list says how many to take back to
    be where that change was not made yet.
    """
    if list_:
        return _listed(limit or min(count or 20, 100))
    if limit is not None:
        raise InvalidError(
            "--limit goes with --list", hints=[f"workout undo --list --limit {limit}"]
        )
    data = UndoRequest(count=count or 1)
    done = call(lambda services: services.operations.undo(data))
    _tell(done, "undo")
    return done


@app.command(epilog="Example: workout redo")
@shows(OPERATIONS)
def redo(
    count: Annotated[
        int, typer.Argument(metavar="N", min=1, max=1000, help="How many changes.")
    ] = 1,
) -> ReplayRead:
    """Make what was taken back again.

    That lasts until something else is changed.
    """
    data = UndoRequest(count=count)
    done = call(lambda services: services.operations.redo(data))
    _tell(done, "redo")
    return done


def _listed(limit: int) -> Page[OperationRead]:
    page = ask(lambda services: services.operations.list(PageParams(size=limit)))
    if page.total > len(page.items):
        say(f"{len(page.items)} of {page.total} changes; --limit shows more")
    return page


def _tell(done: ReplayRead, what: str) -> None:
    """Say where there was less to do than was asked; keep the names for the shells."""
    if len(done.items) < done.requested:
        say(f"only {counted(len(done.items), 'change')} could be {what}ne, and no more")
    if any(change.entity in NAMED for each in done.items for change in each.changes):
        refresh_names()
