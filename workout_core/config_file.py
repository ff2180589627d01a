"""Reads the configuration file."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING

from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def read(path: Path, names: Sequence[str]) -> Mapping[str, object]:
    """The values of a file whose keys must be among some names."""
    try:
        with path.open("rb") as file:
            filed = tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}",
            hints=["mend it, or name another file with WORKOUT_CONFIG"],
        ) from error
    for name in filed:
        if name not in names:
            near = get_close_matches(name, names, 1)
            raise ConfigError(
                f"{path} has an unknown key, {name!r}",
                hints=near or [f"the keys are {', '.join(names)}"],
            )
    return filed
