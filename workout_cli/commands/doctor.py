"""Look whether everything is as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.output import shows
from workout_cli.runner import FAULTS, SETTINGS
from workout_cli.surroundings import check_keyring, check_settings, check_shell, check_terminal
from workout_cli.tree import new_app
from workout_cli.views.doctor import CHECKS, ChecksRead
from workout_core.checks import CheckRead, within

if TYPE_CHECKING:
    from workout_core.config import Settings

app = new_app()
FILE_S: Final = 30.0
SERVER_S: Final = 5.0


@app.command(epilog="Example: workout doctor")
@shows(CHECKS)
def doctor() -> ChecksRead:
    """Look whether everything is as it should be; nothing is changed.

    Exit 1 where something is a problem. Warnings are not.
    """
    settings = SETTINGS.get()
    found = [
        *within(FILE_S, "settings", lambda: check_settings(settings, FAULTS.get())),
        *_data(settings),
        *check_terminal(),
        check_keyring(),
        *within(FILE_S, "completions", check_shell),
    ]
    return ChecksRead(
        items=found,
        total=len(found),
        problems=sum(each.state == "problem" for each in found),
        warnings=sum(each.state == "warning" for each in found),
    )


def _data(settings: Settings) -> list[CheckRead]:
    """Of where the workouts are; only what is used is imported, and each kind has its own limit of time."""
    if settings.server_url:
        from workout_core.remote.health import check_server

        url, token = settings.server_url, settings.token
        return within(SERVER_S, "server", lambda: check_server(url, token))
    path = settings.database_path
    if path is not None:
        from workout_core.db.health import check_file

        return within(FILE_S, "database", lambda: check_file(path, settings.backups))
    if settings.database_url.startswith("postgresql"):
        from workout_core.db.health_server import check_database

        return within(SERVER_S, "database", lambda: check_database(settings.database_url))
    return []
