"""A file on its way in: written aside while it is measured, so that it is in memory nowhere as a whole."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workout_core.attachments.kinds import HEAD, media_type
from workout_core.errors import InvalidError, StorageError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator


class Content(NamedTuple):
    """What was found out about the bytes of a file."""

    sha256: str
    size: int
    media_type: str


class Draft:
    """Takes a file block by block; what is empty, too large or of no known kind is refused as soon as that shows."""

    def __init__(self, folder: Path, name: str, largest: int) -> None:
        self._name = name
        self._largest = largest
        self._digest = hashlib.sha256()
        self._size = 0
        self._head = b""
        self._kind = ""
        with _told():
            number, path = tempfile.mkstemp(prefix="draft-", dir=folder)
        self.path = Path(path)
        self._file = os.fdopen(number, "wb")

    def write(self, block: bytes) -> None:
        self._size += len(block)
        if self._size > self._largest:
            raise too_large(self._name, self._largest)
        if len(self._head) < HEAD:
            self._head += block[: HEAD - len(self._head)]
            if len(self._head) >= HEAD:
                self._kind = media_type(self._head, self._name)
        self._digest.update(block)
        with _told():
            self._file.write(block)

    def finish(self) -> Content:
        """What the file is; its bytes are on the disk."""
        if not self._size:
            raise InvalidError(f"{self._name} is empty", hints=["name a file with something in it"])
        with _told():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        kind = self._kind or media_type(self._head, self._name)
        return Content(self._digest.hexdigest(), self._size, kind)

    def discard(self) -> None:
        """Leave nothing behind."""
        with suppress(OSError):
            self._file.close()
        self.path.unlink(missing_ok=True)


@contextmanager
def _told() -> Iterator[None]:
    """An error of the disk as one that people are told."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"The file cannot be kept: {reason(error)}", hints=["make room, or set WORKOUT_STORAGE"]
        ) from error


def too_large(name: str, largest: int) -> InvalidError:
    """The refusal of a file that has more bytes than one may."""
    return InvalidError(
        f"{name} is larger than {largest >> 20:,} MiB",
        hints=["make it smaller, or set attachment_mib where the files are kept"],
    )
