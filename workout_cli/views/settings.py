"""Settings, as they are shown."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_core.config import Origin
from workout_core.schemas import ReadSchema, clean


class PathRead(ReadSchema):
    """A place on this machine."""

    path: str


class SettingRead(ReadSchema):
    """A setting, its value, and where that comes from."""

    key: str
    value: str | int | None
    origin: Origin | None
    help: str


class SettingsRead(ReadSchema):
    """Every setting."""

    schema_: Annotated[Literal["workout.settings/1"], Field(alias="schema")] = "workout.settings/1"
    items: list[SettingRead]
    total: int


class FaultRead(ReadSchema):
    """Something wrong with a configuration file, and the line on which it stands."""

    line: int | None
    problem: str
    hint: str | None


class FaultsRead(ReadSchema):
    """Everything that is wrong with a configuration file."""

    schema_: Annotated[Literal["workout.config_faults/1"], Field(alias="schema")] = (
        "workout.config_faults/1"
    )
    path: str
    is_there: bool
    items: list[FaultRead]
    total: int


def _settings_table(result: SettingsRead) -> Table:
    """The settings, with where they come from if that was asked."""
    names = ("key", "value", *(("origin",) if any(each.origin for each in result.items) else ()))
    rows = [(each.key, _told(each.value), each.origin or "")[: len(names)] for each in result.items]
    return Table(tuple(Column(name, wraps=name == "value") for name in names), rows)


def _told(value: str | int | None) -> str:
    return "" if value is None else str(value)


def _changed(result: SettingRead) -> str:
    told = "as it comes" if result.value is None else clean(str(result.value))
    return f"{result.key}: {told}"


def _faults(result: FaultsRead) -> str:
    if not result.is_there:
        return f"{clean(result.path)} is not there: every setting is as it comes"
    if not result.items:
        return f"{clean(result.path)} is as it should be"
    lines = [clean(result.path)]
    for each in result.items:
        where = f"line {each.line}" if each.line else "the file"
        lines.append(f"  {where}: {clean(each.problem)}")
        lines += [f"    hint: {clean(each.hint)}"] if each.hint else []
    return "\n".join(lines)


PATH: Final = View(text=lambda result: str(result.path))
SETTING: Final = View(text=lambda result: clean(_told(result.value)))
SETTING_CHANGED: Final = View(text=_changed)
FAULTS_FOUND: Final = View(text=_faults, code=lambda result: 2 if result.items else 0)
SETTINGS_LIST: Final = View(_settings_table)
