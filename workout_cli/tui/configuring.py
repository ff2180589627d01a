"""Changes of the configuration file, in force at once as far as the TUI goes by them."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workout_cli.runner import SETTINGS
from workout_core.config import config_path, load_settings
from workout_core.config_check import keep as keep_in_file
from workout_core.config_check import key_named, masked
from workout_core.config_file import unset_value

if TYPE_CHECKING:
    from workout_cli.tui.app import WorkoutApp

# The database is open already.
LATER: Final = frozenset({"database_url", "server_url"})
OVER_THE_FILE: Final = frozenset({"environment", "flag"})


async def keep(app: WorkoutApp, name: str, value: str) -> str:
    """Write a setting into the file; what was done, in words."""
    found = await asyncio.to_thread(keep_in_file, name, value)
    return f"{name}: {masked(found)}{_in_force(app, name)}"


async def forget(app: WorkoutApp, name: str) -> str:
    """Take a setting out of the file; what was done, in words."""
    if not await asyncio.to_thread(unset_value, config_path(), name):
        return f"{name} is not in the file"
    return f"{name}: as it comes{_in_force(app, name)}"


def _in_force(app: WorkoutApp, name: str) -> str:
    """Go by what the file says now; why that is not yet so, where it is not."""
    if os.environ.get(variable := key_named(name).variable):
        return f"; but {variable} is set, and wins over the file"
    if app.settings.origins.get(name) in OVER_THE_FILE:
        return "; but an option of this run wins over the file"
    if name in LATER:
        return ", from the next start on"
    fresh = load_settings()
    origins = {**app.settings.origins, name: fresh.origins[name]}
    app.settings = replace(app.settings, origins=origins, **{name: getattr(fresh, name)})
    SETTINGS.set(app.settings)
    return ""
