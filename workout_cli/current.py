"""What holds for this run of the program."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_core.config import Settings
    from workout_core.errors import ConfigError

SETTINGS: ContextVar[Settings] = ContextVar("settings")
WROTE: ContextVar[bool] = ContextVar("wrote", default=False)
FAULTS: ContextVar[list[ConfigError]] = ContextVar("faults")
