"""Look whether everything is as it should be."""

from __future__ import annotations

from workout_cli.output import shows
from workout_cli.runner import FAULTS, SETTINGS
from workout_cli.surroundings import (
    FILE_S,
    check_data,
    check_keyring,
    check_settings,
    check_shell,
    check_terminal,
)
from workout_cli.tree import new_app
from workout_cli.views.doctor import CHECKS, ChecksRead
from workout_core.checks import within

app = new_app()


@app.command(epilog="Example: workout doctor")
@shows(CHECKS)
def doctor() -> ChecksRead:
    """Look whether everything is as it should be; nothing is changed.

    Exit 1 where something is a problem. Warnings are not.
    """
    settings = SETTINGS.get()
    found = [
        *within(FILE_S, "settings", lambda: check_settings(settings, FAULTS.get())),
        *check_data(settings),
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
