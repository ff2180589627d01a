"""See and change how the program is set up."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from workout_cli.console import say
from workout_cli.dashes import DashValue, plain
from workout_cli.editor import editor_command, run_editor
from workout_cli.output import shows
from workout_cli.runner import FAULTS, SETTINGS
from workout_cli.tree import new_app
from workout_cli.views.settings import (
    FAULTS_FOUND,
    PATH,
    SETTING,
    SETTING_CHANGED,
    SETTINGS_LIST,
    FaultRead,
    FaultsRead,
    PathRead,
    SettingRead,
    SettingsRead,
)
from workout_core.config import KEYS, Key, Settings, config_path
from workout_core.config_check import faults_of, keep, key_named, masked
from workout_core.config_file import unset_value, write

app = new_app(
    name="config",
    help="See and change how the program is set up.",
    epilog="Example: workout config list",
    no_args_is_help=True,
)

KEY = typer.Argument(metavar="KEY", help="A setting, as in workout config list.")


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
    settings = _in_force()
    items = [_setting(settings, key, origin=origin) for key in KEYS]
    return SettingsRead(items=items, total=len(items))


@app.command(epilog="Example: workout config get unit")
@shows(SETTING)
def get(name: Annotated[str, KEY]) -> SettingRead:
    """Print the value of a setting; nothing where it has none."""
    return _setting(_in_force(), key_named(name))


@app.command("set", cls=DashValue, epilog="Example: workout config set unit lb")
@shows(SETTING_CHANGED)
def set_(
    name: Annotated[str, KEY],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it shall be.")],
) -> SettingRead:
    """Write a setting into the configuration file.

    Whatever else is in it, comments too, stays as it is.
    """
    found = keep(name, plain(value))
    key = key_named(name)
    _warn_of_environment(key)
    return SettingRead(key=key.name, value=masked(found), origin="file", help=key.help)


@app.command(epilog="Example: workout config unset unit")
@shows(SETTING_CHANGED)
def unset(name: Annotated[str, KEY]) -> SettingRead:
    """Take a setting out of the configuration file."""
    key = key_named(name)
    if not unset_value(config_path(), key.name):
        say(f"{config_path()} says nothing of {key.name}")
    _warn_of_environment(key)
    return SettingRead(key=key.name, value=None, origin="default", help=key.help)


@app.command(epilog="Example: workout config edit")
@shows(FAULTS_FOUND)
def edit() -> FaultsRead:
    """Open the configuration file in your editor.

    The editor is the one of VISUAL or EDITOR. When it is left, mistakes in the file are told. A new file lists
    every setting, commented out.
    """
    file = config_path()
    if not file.exists():
        write(file, "".join(f"# {key.help}\n# {key.name} =\n" for key in KEYS))
    run_editor(editor_command(), file)
    return _faults()


@app.command(epilog="Example: workout config validate")
@shows(FAULTS_FOUND)
def validate() -> FaultsRead:
    """Look for mistakes in the configuration file.

    Exit 2 where there are some.
    """
    return _faults()


def _in_force() -> Settings:
    """The settings; a mistake among them is an error here, as in any other command."""
    for fault in FAULTS.get():
        raise fault
    return SETTINGS.get()


def _setting(settings: Settings, key: Key, *, origin: bool = True) -> SettingRead:
    return SettingRead(
        key=key.name,
        value=masked(getattr(settings, key.name)),
        origin=settings.origins[key.name] if origin else None,
        help=key.help,
    )


def _warn_of_environment(key: Key) -> None:
    if os.environ.get(key.variable):
        say(f"note: {key.variable} is set, and wins over the file")


def _faults() -> FaultsRead:
    file = config_path()
    there = file.exists()
    found = faults_of(file) if there else []
    items = [FaultRead(**fault._asdict()) for fault in found]
    return FaultsRead(path=str(file), is_there=there, items=items, total=len(items))
