"""The files of secrets that a server keeps: readable for its own user only, and never in a copy of the database."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY: Final = ".key.json"
SESSION: Final = "session.secret"
POSIX: Final = os.name == "posix"


class KeyFolder:
    """A folder of secrets; what others could read is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Make the folder where there is none."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(self.path, error) from error

    def signing_keys(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each signing key, the oldest first."""
        try:
            names = sorted(each.name for each in self.path.iterdir() if each.name.endswith(KEY))
        except OSError as error:
            raise _unusable(self.path, error) from error
        for name in names:
            yield name, _read(self.path / name)

    def add_key(self, made_at: float, kid: str, text: str) -> None:
        """Keep a signing key that was made so many seconds after 1970; names sort by that."""
        _write(self.path / f"{made_at * 1e6:018.0f}-{kid}{KEY}", text)

    def remove(self, name: str) -> None:
        """Forget a key; another process may have done so."""
        with suppress(FileNotFoundError):
            (self.path / name).unlink()

    def session_secret(self) -> str:
        """What signs the cookies of sign-ins, made when it is first asked for."""
        place = self.path / SESSION
        if not place.exists():
            with suppress(FileExistsError):
                _write(place, secrets.token_urlsafe(48))
        return _read(place)


def _write(path: Path, text: str) -> None:
    """A new file that appears whole, and only if there is none of its name."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError as error:
        raise _unusable(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _read(path: Path) -> str:
    """The text of a file that is ours alone."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, encoding="ascii") as file:
            found = os.fstat(file.fileno())
            if POSIX and (found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & 0o077):
                raise ConfigError(
                    f"{path} can be read by others, so it is not used", hints=[f"chmod 600 {path}"]
                )
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: OSError | UnicodeDecodeError) -> ConfigError:
    return ConfigError(
        f"{path} cannot be used: {getattr(error, 'strerror', None) or 'it is no key'}",
        hints=["WORKOUT_KEYS names another folder for the server's keys"],
    )
