"""The settings as they are shown."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

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
