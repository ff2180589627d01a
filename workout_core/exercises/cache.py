"""The names of exercises in a file, one a line, which a shell reads by itself when TAB is pressed.

The file is a copy: losing it loses nothing, so writing it never fails a command. It is as old as the catalogue
that it was made of, to the second; any other age means that another catalogue has been installed since.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CATALOGUE: Final = Path(__file__).with_name("catalogue.json")


class Named(Protocol):
    """What an exercise of the catalogue and one as read have in common."""

    @property
    def name(self) -> str: ...
    @property
    def slug(self) -> str | None: ...
    @property
    def aliases(self) -> Sequence[str]: ...


def names_path() -> Path:
    """Where the shells look for the names."""
    return user_cache_path("workout") / "exercises.txt"


def shell_names(*ranks: Iterable[Named]) -> list[str]:
    """Slugs and aliases that are one word and need no quotes in a shell; one rank of exercises after the other.

    An exercise without a slug goes by its name, with hyphens for blanks.
    """
    ordered: dict[str, None] = {}
    for exercises in ranks:
        names = {
            name.lower()
            for each in exercises
            for name in (each.slug or _hyphenated(each.name), each.name, *each.aliases)
            if _is_plain(name)
        }
        ordered |= dict.fromkeys(sorted(names))
    return list(ordered)


def write_names(path: Path, names: Iterable[str], *, whole: bool = True) -> bool:
    """Write the file whole or not at all, for its owner only; whether it now holds the names.

    Names that are not the `whole` list are not taken for current.
    """
    content = "".join(f"{name}\n" for name in names).encode()
    try:
        if not _holds(path, content):
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, content)
        age = int(CATALOGUE.stat().st_mtime) if whole else 0
        os.utime(path, (age, age))
    except OSError:
        return False
    return True


def is_current(path: Path) -> bool:
    """Whether the file is there and was made of the catalogue that is installed."""
    try:
        return int(path.stat().st_mtime) == int(CATALOGUE.stat().st_mtime)
    except OSError:
        return False


def _hyphenated(name: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in name).split())


def _is_plain(name: str) -> bool:
    """Whether a name is one word that every shell takes as it stands, and no option."""
    return name[:1].isalnum() and all(sign.isalnum() or sign in "-_." for sign in name)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
