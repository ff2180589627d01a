"""Files inside others: what is in gzip, and one member of a zip, read as it is unpacked and never written anywhere.

A small file can hold gigabytes, so how much comes out is limited, by itself and by how much went in. What would come
out of a zip in one step, before it could be counted, is not unpacked.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from workout_core.errors import InvalidError
from workout_core.transfer.source import BLOCK, HEAD, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GZIP: Final = b"\x1f\x8b"
ZIP: Final = b"PK\x03\x04"
MOST: Final = 1 << 30
HARMLESS: Final = 16 << 20  # so much may come out of anything
MAX_RATIO: Final = 100
MAX_DIRECTORY: Final = 8 << 20
STEPWISE: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

BROKEN: Final = (
    *(EOFError, OSError, zlib.error, zipfile.BadZipFile),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),  # of zip: odd or with a password
)


class Unpacked(io.RawIOBase):
    """The bytes that come out of a packed file; InvalidError where they are too many, or it is broken."""

    def __init__(
        self,
        name: str,
        inner: BinaryIO,
        outer: BinaryIO,
        packed: int,
        *,
        most: int = MOST,
        ratio: int = MAX_RATIO,
    ) -> None:
        self.name, self.inner, self.outer = name, inner, outer
        self.most = min(most, max(HARMLESS, packed * ratio))
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        try:
            data = self.inner.read(len(view))
        except BROKEN as error:
            raise InvalidError(f"{self.name} is broken and can't be unpacked: {error}") from error
        self.taken += len(data)
        if self.taken > self.most:
            raise InvalidError(
                f"{self.name} unpacks to more than {self.most >> 20:,} MiB, as no export does"
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self.inner.close()
            self.outer.close()
        super().close()


class PackedSource(Source):
    """What is in a packed file, as a file of its own. Its size is counted by unpacking it once."""

    def __init__(self, source: Source, name: str, unpack: Callable[[], Unpacked]) -> None:
        self.path, self.name, self._unpack = source.path, name, unpack
        self.head, self.size = b"", 0
        with self.open() as file:
            self.head = file.read(HEAD)
            self.size = len(self.head)
            while block := file.read(BLOCK):
                self.size += len(block)
        if not self.size:
            raise InvalidError(f"{self.name} is empty")

    def open(self) -> BinaryIO:
        return io.BufferedReader(self._unpack())


def head_of(source: Source) -> bytes:
    """What a file begins with, unpacked where it is gzip; nothing where that is broken."""
    if not source.head.startswith(GZIP):
        return source.head
    try:
        with io.BufferedReader(_gunzipped(source)) as file:
            return file.read(HEAD)
    except InvalidError:
        return b""


def unpacked(source: Source, most: int = MOST) -> Source:
    """What is in a file of gzip; any other file as it is. InvalidError where it has more bytes than that."""
    inside = source
    if source.head.startswith(GZIP):
        inside = PackedSource(source, source.name, lambda: _gunzipped(source))
    if inside.size > most:
        raise InvalidError(f"{source.name} is larger than {most >> 20:,} MiB")
    return inside


def _gunzipped(source: Source) -> Unpacked:
    outer = source.open()
    return Unpacked(source.name, cast("BinaryIO", gzip.GzipFile(fileobj=outer)), outer, source.size)


@contextmanager
def archive(source: Source) -> Iterator[zipfile.ZipFile]:
    """A zip, open for as long as it takes. InvalidError where it is broken."""
    with _Sparing(source) as file, _opened(source, file) as opened:
        yield opened


def members(source: Source) -> list[str]:
    """The names of what is in a zip, folders apart. InvalidError where it is broken."""
    with archive(source) as opened:
        return [each.filename for each in opened.infolist() if not each.is_dir()]


def member(source: Source, name: str) -> Source:
    """One file in a zip, by its full name there."""
    return PackedSource(source, f"{source.name}/{name}", lambda: unzipped(source, name))


def opened_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    """The bytes of one file in a zip, which come out as they are read; one of the BROKEN where they would not."""
    if info.compress_type not in STEPWISE:
        raise NotImplementedError("it is packed as no export is")
    return cast("BinaryIO", archive.open(info))


def unzipped(source: Source, name: str, most: int = MOST) -> Unpacked:
    """The bytes of one file in a zip; who opens it closes it."""
    with ExitStack() as held:
        file = held.enter_context(_Sparing(source))
        opened = _opened(source, file)
        try:
            info = opened.getinfo(name)
            inner = opened_member(opened, info)
        except BROKEN as error:
            raise InvalidError(f"{name} in {source.name} can't be unpacked: {error}") from error
        held.pop_all()  # what comes out closes it
    whole = f"{source.name}/{name}"
    return Unpacked(whole, inner, file, info.compress_size, most=most)


def _opened(source: Source, file: _Sparing) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast("BinaryIO", file))
    except BROKEN as error:
        raise InvalidError(f"{source.name} is no whole zip: {error}") from error


class _Sparing(io.BufferedReader):
    """A zip whose list of names, which is read in one piece, may not fill the memory."""

    def __init__(self, source: Source) -> None:
        super().__init__(io.FileIO(source.path))
        self.label = source.name

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = MAX_DIRECTORY + 1 if size is None or size < 0 else min(size, MAX_DIRECTORY + 1)
        data = super().read(wanted)
        if len(data) > MAX_DIRECTORY:
            raise InvalidError(f"{self.label} has too many files in it")
        return data
