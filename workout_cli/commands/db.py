"""Keep the database."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli.output import shows
from workout_cli.runner import SETTINGS
from workout_cli.tree import new_app
from workout_cli.views.database import MIGRATED, STATUS, SWEPT
from workout_core.db.schemas import DatabaseStatusRead, MigratedRead, SweptRead

app = new_app(
    name="db",
    help="Keep the database.",
    epilog="Example: workout db migrate",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout db status --json")
@shows(STATUS)
def status() -> DatabaseStatusRead:
    """Tell of which version the database is, and what is due.

    Nothing is changed. Exit 5 where a migration is due.
    """
    from workout_core.db.status import status_of

    return status_of(SETTINGS.get())


@app.command(epilog="Example: workout db migrate --wait 300")
@shows(MIGRATED)
def migrate(
    wait: Annotated[
        int,
        typer.Option(
            "--wait",
            min=0,
            max=86_400,
            metavar="SECONDS",
            help="How long to wait for another migration, and for whoever holds a table.",
        ),
    ] = 60,
) -> MigratedRead:
    """Bring the database to this version; a file is copied first.

    Exit 6 where the wait was not long enough; then nothing was changed.
    """
    from workout_core.db.migrate import upgrade

    return upgrade(SETTINGS.get(), wait)


@app.command(epilog="Example: workout db sweep")
@shows(SWEPT)
def sweep() -> SweptRead:
    """Sweep away what nobody needs any more.

    That is expired secrets of logins, answers that are kept for who asks again, and the bytes of files that were
    removed thirty days ago; never what you trained. A server does so every day, and so does the day's copy of a file.
    """
    from workout_core.db.sweep import sweep_database

    return sweep_database(SETTINGS.get())


@app.callback()
def db() -> None:
    """Keep the database."""
