"""Settings, as they are shown."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_core.config import Origin
from workout_core.schemas import ReadSchema


class PathRead(ReadSchema):
    """A place on this machine."""

    path: str


class SettingRead(ReadSchema):
    """A setting, its value, and where that comes from."""

    key: str
    value: str | None
    origin: Origin | None
    help: str


class SettingsRead(ReadSchema):
    """Every setting."""

    schema_: Annotated[Literal["workout.settings/1"], Field(alias="schema")] = "workout.settings/1"
    items: list[SettingRead]
    total: int


def _settings_table(result: SettingsRead) -> Table:
    """The settings, with where they come from if that was asked."""
    names = ("key", "value", *(("origin",) if any(each.origin for each in result.items) else ()))
    rows = [(each.key, each.value or "", each.origin or "")[: len(names)] for each in result.items]
    return Table(tuple(Column(name, wraps=name == "value") for name in names), rows)


PATH: Final = View(text=lambda result: str(result.path))
SETTINGS_LIST: Final = View(_settings_table)
