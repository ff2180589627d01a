"""The logins of this machine's user, each bound to its server.

Context: a keyring costs a fifth of a second to load, may ask a person to unlock it, and may hang; a login that is
looked for in another place than the one it was put in shadows the real one. Decision: `credentials.json` says for
each server where its login is, and holds it itself where there is no keyring; the place is chosen once, at login.
Consequences: who is not logged in waits for no keyring, and one that fails later is told and never gone around.
WORKOUT_CREDENTIALS=keyring or file leaves no choice; WORKOUT_TOKEN wins over all, and is never kept.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from workout_core.auth.schemas import Secret
from workout_core.config import data_folder
from workout_core.errors import ConfigError, StorageError, UnauthorizedError
from workout_core.remote import credential_keyring as keyring
from workout_core.schemas import ReadSchema

if TYPE_CHECKING:
    from collections.abc import Mapping

Place = Literal["keyring", "file"]
FILE: Final = "credentials.json"
LOCK: Final = "refresh.lock"
EARLY: Final = timedelta(seconds=30)
LARGEST: Final = 1 << 20
LOG_IN: Final = "workout login"


class Login(ReadSchema):
    """What proves to a server who asks; a personal token is not renewed, and its end is not known here."""

    server: str
    access_token: Secret
    refresh_token: Annotated[str | None, Field(repr=False)] = None
    expires_at: AwareDatetime | None = None
    scope: str = ""

    @property
    def is_stale(self) -> bool:
        """Whether it has to be renewed before it is shown."""
        return self.expires_at is not None and datetime.now(UTC) + EARLY >= self.expires_at


_ENTRIES: Final = TypeAdapter(dict[str, Login | Literal["keyring"]])
Entries = dict[str, Login | Literal["keyring"]]


class Credentials:
    """Keeps logins in a folder of the user's own, or in their keyring."""

    def __init__(self, folder: Path, forced: Place | None = None) -> None:
        self.folder = folder
        self.file = folder / FILE
        self.lock = folder / LOCK
        self._forced = forced

    def choose(self) -> tuple[Place, str | None]:
        """Where a new login goes; if that is the file without being asked for, also why."""
        if self._forced == "file":
            return "file", None
        try:
            keyring.probe()
        except UnauthorizedError as error:
            if self._forced:
                raise
            return "file", error.message
        return "keyring", None

    def place(self, server: str) -> Place | None:
        """Where the login to a server is; None where there is none."""
        if self._forced == "keyring":
            return "keyring"
        entry = self._entries().get(server)
        if entry == "keyring":
            return None if self._forced else "keyring"
        return "file" if entry else None

    def find(self, server: str) -> Login | None:
        """The login to a server."""
        place = self.place(server)
        if place == "keyring":
            return _read(server, keyring.get(server))
        entry = self._entries().get(server) if place else None
        return entry if isinstance(entry, Login) and entry.server == server else None

    def keep(self, login: Login, place: Place | None = None) -> None:
        """Keep a login where it was, or in a certain place."""
        place = place or self.place(login.server)
        if place == "keyring":
            keyring.put(login.server, login.model_dump_json(exclude_none=True))
        entry: Login | Literal["keyring"] = "keyring" if place == "keyring" else login
        entries = self._entries()
        if entries.get(login.server) != entry:
            self._write({**entries, login.server: entry})

    def forget(self, server: str) -> None:
        """Keep no login to a server."""
        if self.place(server) == "keyring":
            keyring.drop(server)
        entries = self._entries()
        if entries.pop(server, None):
            self._write(entries)

    def _entries(self) -> Entries:
        """What the file says; one that others can read, or could have written, is refused."""
        try:
            descriptor = os.open(self.file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            return {}
        except OSError as error:
            told = "is a link" if self.file.is_symlink() else f"cannot be read: {error.strerror}"
            raise self._unusable(told, f"rm {self.file}") from error
        with os.fdopen(descriptor, "rb") as file:
            self._refuse_strange(os.fstat(file.fileno()))
            try:
                return _ENTRIES.validate_json(file.read(LARGEST))
            except ValidationError:
                raise self._unusable("is damaged", f"rm {self.file}") from None

    def _refuse_strange(self, found: os.stat_result) -> None:
        if sys.platform == "win32":  # its folder is the user's own
            return
        if found.st_uid != os.geteuid():
            raise self._unusable("belongs to somebody else", f"rm {self.file}")
        if stat.S_IMODE(found.st_mode) & 0o077:
            raise self._unusable("can be read by others", f"chmod 600 {self.file}")

    def _unusable(self, told: str, mend: str) -> UnauthorizedError:
        return UnauthorizedError(f"{self.file} {told}, so no login is taken from it", hints=[mend])

    def _write(self, entries: Entries) -> None:
        """Write the file whole or not at all; at no moment can others read it."""
        draft: str | None = None
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            descriptor, draft = tempfile.mkstemp(dir=self.folder, prefix=".credentials")
            with os.fdopen(descriptor, "wb") as file:
                file.write(_ENTRIES.dump_json(entries, exclude_none=True))
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(self.file)
        except OSError as error:
            if draft:
                with suppress(OSError):
                    Path(draft).unlink()
            raise StorageError(
                f"{self.file} cannot be written: {error.strerror}",
                hints=["set WORKOUT_TOKEN, which is kept nowhere"],
            ) from error


def credentials_of(environ: Mapping[str, str] = os.environ) -> Credentials:
    """The credentials of this machine's user."""
    said = environ.get("WORKOUT_CREDENTIALS") or None
    forced: Place | None = next((each for each in get_args(Place) if each == said), None)
    if said and not forced:
        raise ConfigError("WORKOUT_CREDENTIALS must be keyring or file", hints=["keyring", "file"])
    return Credentials(data_folder() / "login", forced)


def not_logged_in(server: str) -> UnauthorizedError:
    """That a server wants to know who asks, and nobody has said."""
    return UnauthorizedError(
        f"No login and no token for the server {server}",
        hints=[LOG_IN, "set WORKOUT_TOKEN to what `workout serve` printed"],
    )


def _read(server: str, record: str | None) -> Login | None:
    """A login from a record of the keyring; what is none, or another server's, is none."""
    try:
        login = Login.model_validate_json(record or "")
    except ValidationError:
        return None
    return login if login.server == server else None
