"""See how the program is set up."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from workout_cli.output import shows
from workout_cli.runner import SETTINGS
from workout_cli.tree import new_app
from workout_cli.views.settings import PATH, SETTINGS_LIST, PathRead, SettingRead, SettingsRead
from workout_core.config import KEYS, config_path

app = new_app(
    name="config",
    help="See how the program is set up.",
    epilog="Example: workout config list",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout config path")
@shows(PATH)
def path() -> PathRead:
    """Print where the configuration file is, or would be."""
    return PathRead(path=str(config_path()))


@app.command("list", epilog="Example: workout config list --origin")
@shows(SETTINGS_LIST)
def list_(
    origin: Annotated[
        bool, typer.Option("--origin", help="Say also where each value comes from.")
    ] = False,
) -> SettingsRead:
    """List every setting and its value."""
    settings = SETTINGS.get()
    items = [
        SettingRead(
            key=key.name,
            value=_value(getattr(settings, key.name)),
            origin=settings.origins[key.name] if origin else None,
            help=key.help,
        )
        for key in KEYS
    ]
    return SettingsRead(items=items, total=len(items))


def _value(value: object) -> str | None:
    """The value without the password that a URL may hold."""
    return None if value is None else re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", str(value))
