"""Reads the configuration file, and changes it where it stands: comments, order and blanks stay."""

from __future__ import annotations

import json
import os
import re
import tomllib
from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from workout_core.config import note
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

BY_HAND: Final = "workout config edit"
# A key and its value on one line, with what follows it.
_LINE: Final = (
    r"""^([ \t]*(?:{name}|"{name}"|'{name}')[ \t]*=[ \t]*)"""
    r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#"'\[{{]+)(.*)$"""
)


def read(
    path: Path, names: Sequence[str], faults: list[ConfigError] | None = None
) -> Mapping[str, object]:
    """The values of a file whose keys must be among some names."""
    filed = _parsed(path, _text(path))
    for name in filed:
        if name not in names:
            error = ConfigError(
                f"{path} has an unknown key, {name!r}", hints=nearest(name, names), key=name
            )
            note(error, faults)
    return {name: value for name, value in filed.items() if name in names}


def nearest(name: str, names: Sequence[str]) -> list[str]:
    """The name that was probably meant, else all of them."""
    if name == "token":
        return ["a token is a secret: it comes from WORKOUT_TOKEN"]
    return get_close_matches(name, names, 1) or [f"the keys are {', '.join(names)}"]


def line_of(path: Path, name: str) -> int | None:
    """The line on which a key stands, from 1."""
    with suppress(ConfigError):
        for number, line in enumerate(_text(path).splitlines(), 1):
            if re.match(rf"""[ \t]*\[*["']?{re.escape(name)}["']?[ \t]*[=.\]]""", line):
                return number
    return None


def set_value(path: Path, name: str, value: str | int) -> None:
    """Write a key's value into the file, which is made if it is not there."""
    text = _text(path) if path.exists() else ""
    written = json.dumps(value, ensure_ascii=False)  # a basic string of TOML is spelt alike
    pattern = _LINE.format(name=re.escape(name))
    if re.search(pattern, text, re.MULTILINE):
        changed = re.sub(
            pattern, lambda found: f"{found[1]}{written}{found[3]}", text, flags=re.MULTILINE
        )
    else:
        end = "\r\n" if "\r\n" in text else "\n"
        start = "" if not text or text.endswith("\n") else end
        changed = f"{text}{start}{name} = {written}{end}"
    _replace(path, changed, {**_parsed(path, text), name: value})


def unset_value(path: Path, name: str) -> bool:
    """Take a key out of the file; whether it was in it."""
    text = _text(path) if path.exists() else ""
    filed = _parsed(path, text)
    if name not in filed:
        return False
    pattern = _LINE.format(name=re.escape(name)) + r"\n?"
    changed = re.sub(pattern, "", text, flags=re.MULTILINE)
    _replace(path, changed, {key: value for key, value in filed.items() if key != name})
    return True


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all, for its owner only; a link stays one."""
    path = path.resolve()
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise ConfigError(
            f"{path} cannot be written: {error.strerror}",
            hints=["name another file with WORKOUT_CONFIG"],
        ) from error


def _replace(path: Path, text: str, expected: Mapping[str, object]) -> None:
    """Write the text if it says what it should: a value over several lines is not changed by its line."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        said = {}
    if said != expected:
        raise ConfigError(
            f"{path} is written in a way that cannot be changed here", hints=[BY_HAND]
        )
    write(path, text)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}",
            hints=["mend it, or name another file with WORKOUT_CONFIG"],
        ) from error


def _parsed(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        last = text.count("\n") + 1
        raise ConfigError(
            f"{path} cannot be read: {error}",
            hints=[BY_HAND, "name another file with WORKOUT_CONFIG"],
            at_line=int(line[1]) if line else last,
        ) from error
