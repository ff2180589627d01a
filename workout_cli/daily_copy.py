"""Makes the day's copy of the database, and sweeps it, after what a command had to say has been said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.console import say
from workout_core.db.backups import keep_daily
from workout_core.errors import WorkoutError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.config import Settings


def keep_daily_copy(settings: Settings) -> None:
    """Copy and sweep the file that was written to, unless there is a copy of today; that it failed is said, no more."""
    path = settings.database_path
    if settings.server_url or path is None or not settings.backups:
        return
    try:
        if not keep_daily(path, settings.backups):
            return
    except (WorkoutError, OSError) as error:
        say(f"warning: today's copy of the database could not be made: {clean(str(error))}")
        return
    _sweep(settings)


def _sweep(settings: Settings) -> None:
    from workout_core.db.sweep import sweep_database  # once a day

    try:
        sweep_database(settings)
    except WorkoutError as error:
        say(f"warning: what nobody needs could not be swept away: {clean(str(error))}")
