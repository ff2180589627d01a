"""Keep the database."""

from __future__ import annotations

from workout_cli.console import put
from workout_cli.runner import SETTINGS
from workout_cli.tree import new_app

app = new_app(
    name="db",
    help="Keep the database.",
    epilog="Example: workout db migrate",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout db migrate")
def migrate() -> None:
    """Bring the database to this version; a file is copied first."""
    from workout_core.db.migrate import upgrade

    put(f"The database is of version {upgrade(SETTINGS.get())}")


@app.callback()
def db() -> None:
    """Keep the database."""
