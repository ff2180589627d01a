"""What apps export as one zip of many files: one is found by what is in it, and read as it is unpacked.

Nothing is ever written to the disk, so the names in an archive, which may say `../`, are only names. What a member
says of its own size is believed only where it says too much.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final

from workout_core.errors import InvalidError
from workout_core.transfer.readers import packed
from workout_core.transfer.source import HEAD

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from workout_core.transfer.source import Source

MAX_MEMBERS: Final = 50_000
MAX_RATIO: Final = 200
MAX_HEAD: Final = 1 << 20


class Archive:
    """A zip that is open."""

    def __init__(self, source: Source, opened: zipfile.ZipFile) -> None:
        self.name, self._zip = source.name, opened
        if len(opened.infolist()) > MAX_MEMBERS:
            raise InvalidError(f"{self.name} has more than {MAX_MEMBERS:,} files in it")

    def names(self, ending: str, most: int) -> list[str]:
        """The members whose names end so, without those that say they are larger than that."""
        return [
            each.filename
            for each in self._zip.infolist()
            if each.filename.casefold().endswith(ending) and each.file_size <= most
        ]

    def head(self, name: str) -> bytes:
        """What a member begins with; nothing where it is broken."""
        try:
            with self._open(self._zip.getinfo(name), MAX_HEAD) as file:
                return file.read(HEAD)
        except InvalidError:
            return b""

    def contents(self, name: str, most: int) -> bytes:
        """All bytes of a member that has at most so many."""
        with self.open(name, most) as file:
            return file.read()

    def open(self, name: str, most: int) -> BinaryIO:
        """The bytes of a member. InvalidError where they are more than that, now or while reading."""
        info = self._zip.getinfo(name)
        if info.file_size > min(most, max(packed.HARMLESS, info.compress_size * MAX_RATIO)):
            raise InvalidError(
                f"{name} in {self.name} unpacks to {info.file_size >> 20:,} MiB, as no export does"
            )
        return self._open(info, most)

    def _open(self, info: zipfile.ZipInfo, most: int) -> BinaryIO:
        try:
            inner = packed.opened_member(self._zip, info)
        except packed.BROKEN as error:
            raise InvalidError(
                f"{info.filename} in {self.name} can't be unpacked: {error}"
            ) from error
        name = f"{self.name}/{info.filename}"
        size = info.compress_size
        return io.BufferedReader(
            packed.Unpacked(name, inner, io.BytesIO(), size, most=most, ratio=MAX_RATIO)
        )


@contextmanager
def archive(source: Source) -> Iterator[Archive]:
    """A zip, open for as long as it takes."""
    with packed.archive(source) as opened:
        yield Archive(source, opened)
