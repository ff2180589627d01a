"""The TUI."""

from __future__ import annotations

import os
import sys

from workout_cli.console import can_redraw, is_terminal
from workout_cli.runner import SETTINGS
from workout_cli.tree import new_app
from workout_core.errors import InvalidError

app = new_app()


@app.command(epilog="Example: workout tui")
def tui() -> None:
    """Train and look back on screens; `workout` alone does the same on a terminal."""
    if not (is_terminal(sys.stdin) and can_redraw(sys.stdout)):
        raise InvalidError(
            "The TUI needs a terminal"
            + (" other than dumb" if os.environ.get("TERM") == "dumb" else ""),
            hints=["workout session --plain is the same session, line by line"],
        )
    from workout_cli.tui.app import WorkoutApp  # a door: Textual is for nobody else

    WorkoutApp(SETTINGS.get()).run()
