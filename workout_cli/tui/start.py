"""How the TUI is started, without what a command line needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.current import SETTINGS, WROTE
from workout_cli.tui.app import WorkoutApp
from workout_core.config import load_settings
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from workout_core.config import Settings


def start() -> int | None:
    """Run the TUI and return its exit code; None where it cannot run, which the command line explains."""
    try:
        settings = load_settings()
    except ConfigError:
        return None
    SETTINGS.set(settings)
    code = run(settings)
    if WROTE.get():
        from workout_cli.daily_copy import keep_daily_copy  # who only looked does without

        keep_daily_copy(settings)
    return code


def run(settings: Settings) -> int:
    """Run the TUI with these settings and return its exit code."""
    app = WorkoutApp(settings)
    app.run()
    WROTE.set(app.opened.is_set() and app.library.changes > 0)
    return app.return_code or 0
