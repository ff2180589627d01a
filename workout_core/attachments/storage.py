"""Where the bytes of files lie: in a folder, or in a bucket that speaks S3's language.

Context: photos and films do not belong into a database, and a server for many has no disk of its own to rely on.
Decision: bytes lie under a key made of their user and their SHA-256, so that what a user attaches twice lies there
once; the table of attachments says what they are. Consequences: a stored file never changes, so that copying a folder
needs no lock; removing an attachment keeps its bytes for thirty days, so that undoing needs nothing but its row.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from workout_core.errors import ConfigError, StorageError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

BLOCK: Final = 1 << 20
S3: Final = "s3://"
ABANDONED_S: Final = 86_400


class Storage(Protocol):
    """Keeps files; all of it blocks, and none of it has a whole file in memory."""

    def drafts(self) -> Path:
        """The folder in which a file is received."""

    def keep(self, draft: Path, key: str) -> None:
        """Store a received file, which is on the disk already; the same bytes again change nothing."""

    def read(self, key: str) -> AbstractContextManager[Iterator[bytes]]:
        """A file's bytes, block by block; StorageError, before the first, where it is not there."""

    def remove(self, key: str) -> None:
        """Remove a file's bytes; that they are gone already is as good."""

    def sweep(self) -> int:
        """Remove what was left by programs that were killed while they received a file; how many of these."""


def open_storage(location: str) -> Storage:
    """The storage of a setting: a folder, or s3://bucket/prefix."""
    if location.startswith(S3):
        from workout_core.attachments.bucket import Bucket

        return Bucket(location)
    if "://" in location:
        raise ConfigError(
            f"storage must be a folder or s3://bucket/prefix, and is {location!r:.60}",
            hints=["/srv/workout/files", "s3://my-bucket/workout"],
        )
    return Folder(Path(location).expanduser())


class Folder:
    """A folder that only its owner may look into."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def drafts(self) -> Path:
        folder = self._path / "drafts"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _make(self._path)
            _make(folder)
            self.sweep()
        except OSError as error:
            raise StorageError(
                f"{self._path} cannot be written: {reason(error)}",
                hints=["check that it is yours, or set WORKOUT_STORAGE"],
            ) from error
        return folder

    def keep(self, draft: Path, key: str) -> None:
        target = self._path / key
        try:
            for folder in (target.parent.parent, target.parent):
                _make(folder)
            draft.replace(target)
            _sync(target.parent)
        except OSError as error:
            raise StorageError(f"The file cannot be kept: {reason(error)}") from error

    @contextmanager
    def read(self, key: str) -> Iterator[Iterator[bytes]]:
        try:
            file = (self._path / key).open("rb")
        except OSError as error:
            raise missing(reason(error)) from error
        with file:
            yield iter(partial(file.read, BLOCK), b"")

    def remove(self, key: str) -> None:
        try:
            (self._path / key).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"The file cannot be removed: {reason(error)}") from error

    def sweep(self) -> int:
        count = 0
        for draft in (self._path / "drafts").glob("draft-*"):
            with suppress(OSError):  # another is as quick
                if draft.stat().st_mtime < time.time() - ABANDONED_S:
                    draft.unlink()
                    count += 1
        return count


def missing(why: str) -> StorageError:
    """The error of a file that is known, but whose bytes are out of reach."""
    return StorageError(
        f"The bytes of this file are out of reach: {why}",
        hints=["bring back the folder of files, or look at WORKOUT_STORAGE"],
    )


def _make(folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)


def _sync(folder: Path) -> None:
    """Let a renaming outlive a power cut."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
