"""Looks at settings more closely than every command does: whether a zone is one, whether a URL can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.attachments.storage import open_storage
from workout_core.backend import open_backend
from workout_core.config import KEYS, Key, Settings, checked, config_path, load_settings
from workout_core.config_file import line_of, nearest, set_value
from workout_core.errors import ConfigError, InvalidError
from workout_core.training.plates import parse_kit
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from pathlib import Path

NAMES: Final = [key.name for key in KEYS]
KITS: Final = ("plates_kg", "plates_lb")


class Fault(NamedTuple):
    """What is wrong with a configuration file, and on which line."""

    line: int | None
    problem: str
    hint: str | None


def key_named(name: str) -> Key:
    """The setting of a name; an unknown one is refused with the nearest."""
    for key in KEYS:
        if key.name == name:
            return key
    raise ConfigError(f"There is no setting {name!r}", hints=nearest(name, NAMES))


def usable(key: Key, value: object) -> str | int:
    """A value that the key may have, and that what uses it can use."""
    found = checked(key, value, "file")
    if isinstance(found, str):
        if not found.isprintable():
            raise ConfigError(f"{key.name} must be text of one line, without hidden characters")
        _require_use(key.name, found)
    return found


def keep(name: str, value: object) -> str | int:
    """Write a setting into the configuration file, where everything else stays; the value as it was written."""
    key = key_named(name)
    found = usable(key, value)
    set_value(config_path(), key.name, found)
    return found


def masked(value: object) -> str | int | None:
    """A value without the password that a URL may hold."""
    if not isinstance(value, str):
        return value if isinstance(value, int) else None
    value = re.sub(r"(://[^:/@?]*):\S*@", r"\1:***@", value)
    return re.sub(r"(?i)(password=)[^&\s]+", r"\1***", value)


def faults_of(path: Path) -> list[Fault]:
    """Everything that is wrong with a file, in its order."""
    errors: list[ConfigError] = []
    settings = load_settings({}, {"WORKOUT_CONFIG": str(path)}, faults=errors)
    found = [_fault(path, error) for error in errors]
    for key in KEYS:
        if settings.origins[key.name] == "file":
            try:
                usable(key, getattr(settings, key.name))
            except InvalidError as error:
                found.append(_fault(path, error, key.name))
    return sorted(found, key=lambda fault: fault.line or 0)


def _require_use(name: str, value: str) -> None:
    if name == "timezone":
        local_zone(value)
    elif name in KITS:
        _require_kit(name, value)
    elif name == "storage":
        open_storage(value)
    elif name == "database_url":
        open_backend(Settings(database_url=value))
    elif name == "server_url":
        open_backend(Settings(database_url="", server_url=value, token="-"))  # noqa: S106


def _require_kit(name: str, value: str) -> None:
    try:
        parse_kit(value)
    except InvalidError as error:
        raise ConfigError(f"{name}: {error.message}", hints=error.hints, key=name) from error


def _fault(path: Path, error: InvalidError, name: str | None = None) -> Fault:
    name = name or error.details.get("key")
    line = line_of(path, name) if name else error.details.get("at_line")
    problem = error.message.removeprefix(f"{path} ")
    return Fault(line, problem, error.hints[0] if error.hints else None)
