"""Ask with SQL."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from workout_cli.console import say
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.sql import ANSWER, AnswerRead
from workout_core.accounts.owner import OWNER
from workout_core.db.queries import Rows, ask_file
from workout_core.db.views import VIEWS
from workout_core.errors import InvalidError

app = new_app()
LISTED = ("view", "column", "meaning")


@app.command(
    epilog="""Example: workout sql "SELECT exercise, max(load_kg) FROM sets GROUP BY 1" """
)
@shows(ANSWER)
def sql(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="A SELECT on the views; - reads it."),
    ] = None,
    views: Annotated[
        bool, typer.Option("--views", help="List the views and their columns.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=1_000_000, help="How many rows at most.")
    ] = 1000,
    all_: Annotated[bool, typer.Option("--all", help="Every row.")] = False,
) -> AnswerRead:
    """Answer a SELECT on your workouts; nothing can be changed.

    The views workouts, executions, sets, exercises, tags, measurements, goals, gyms and profile have a person's
    columns: --views lists them.
    """
    query = " ".join(words or ()).strip()
    if query == "-":
        query = sys.stdin.read().strip()
    elif views or not query:
        return _views()
    found = _answered(_checked(query), None if all_ else limit)
    if found.has_more:
        say(f"the first {limit:,} rows; --limit takes another number, --all takes every row")
    items = [dict(zip(found.columns, map(_shown, row), strict=True)) for row in found.rows]
    return AnswerRead(columns=found.columns, items=items, total=len(items))


def _answered(query: str, limit: int | None) -> Rows:
    settings = SETTINGS.get()
    if settings.server_url:
        raise InvalidError("SQL is not answered over HTTP", hints=["run it where the database is"])
    ask(_nothing)  # makes the tables, or brings them to this version
    if settings.database_path:
        return ask_file(settings.database_path, OWNER, query, limit)
    from workout_core.db.queries_server import ask_server

    return ask_server(settings.database_url, OWNER, query, limit)


async def _nothing(_: object) -> None:
    return None


def _checked(query: str) -> str:
    try:
        query.encode()
    except UnicodeEncodeError:
        query = "\0"
    if "\0" in query or not query:
        raise InvalidError("The query is empty, or no text", hints=["workout sql --views"])
    return query


def _views() -> AnswerRead:
    items = [
        dict(zip(LISTED, (name, column.name, column.meaning), strict=True))
        for name, view in VIEWS.items()
        for column in view.columns
    ]
    return AnswerRead(columns=list(LISTED), items=items, total=len(items))


def _shown(value: Any) -> Any:
    """A value as JSON can have it."""
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
