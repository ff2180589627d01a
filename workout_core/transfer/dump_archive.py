"""A dump with the files that it names, in a ZIP archive that anything unpacks.

    dump.txt            the dump; dump.jsonl where it is JSON Lines
    files/<SHA-256>     the bytes of each file, as they were attached; the same bytes once

An archive comes from anywhere: nothing in it is looked for but under these names, nothing is unpacked to a place that
it names, and no file is taken before its SHA-256 was worked out. Of the dump no more comes out than a hundred
times what went in, of a file no more than the dump says that it has.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workout_core.errors import InvalidError
from workout_core.transfer.readers import packed
from workout_core.transfer.source import BLOCK, Source

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from workout_core.transfer.dump_writing import DumpFormat

DUMPS: Final[Mapping[DumpFormat, str]] = {"text": "dump.txt", "json": "dump.jsonl"}
FILES: Final = "files/"
LARGEST: Final = 1 << 50  # how much there may be of lines and of files is said where they are kept
FIRST_YEAR: Final = 1980  # that ZIP can tell
LAST_YEAR: Final = 2107
HINT: Final = "workout dump --files -o account.zip makes one"


class DumpWriter:
    """Writes an archive; the stream may be a pipe. The dump comes first."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive

    @contextmanager
    def dump(self, form: DumpFormat) -> Iterator[Callable[[str], object]]:
        """What writes the text of the dump."""
        info = _info(DUMPS[form])
        info.compress_type = ZIP_DEFLATED
        with self._archive.open(info, "w", force_zip64=True) as inner:
            yield lambda text: inner.write(text.encode())

    def add(self, sha256: str, file: BinaryIO, size: int) -> None:
        """Add a file, which is not packed: photos and films are."""
        info = _info(FILES + sha256)
        info.file_size = size
        with self._archive.open(info, "w") as inner:
            shutil.copyfileobj(file, inner, BLOCK)


class DumpArchive:
    """An archive that is read."""

    def __init__(self, source: Source, archive: ZipFile) -> None:
        self._source = source
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def lines(self) -> BinaryIO:
        """The dump; who opens it closes it."""
        names = [each for each in DUMPS.values() if each in self._names]
        if len(names) != 1:
            raise InvalidError(f"{self._source.name} is no archive of a dump", hints=[HINT])
        return io.BufferedReader(packed.unzipped(self._source, names[0], LARGEST), BLOCK)

    def why_not(self, sha256: str, size: int) -> str | None:
        """Why a file cannot be had; None where it is here as it was."""
        if FILES + sha256 not in self._names:
            return "it is not in the archive"
        digest = hashlib.sha256()
        try:
            for block in self._blocks(sha256, size):
                digest.update(block)
        except packed.BROKEN:
            return "it is damaged in the archive"
        return None if digest.hexdigest() == sha256 else "it is damaged in the archive"

    async def blocks(self, sha256: str, size: int) -> AsyncIterator[bytes]:
        """The bytes of a file that can be had."""
        for block in self._blocks(sha256, size):
            yield block

    def _blocks(self, sha256: str, size: int) -> Iterator[bytes]:
        info = self._archive.getinfo(FILES + sha256)
        if info.file_size != size:  # which is also the most that comes out
            raise ValueError
        with packed.opened_member(self._archive, info) as file:
            yield from iter(partial(file.read, BLOCK), b"")


@contextmanager
def writing_archive(stream: BinaryIO) -> Iterator[DumpWriter]:
    """An archive that is whole when this ends well; else nothing takes it for one, also behind a pipe."""
    archive = ZipFile(stream, "w")
    try:
        yield DumpWriter(archive)
    except BaseException:
        archive.fp = None  # where its list of names would be written
        raise
    archive.close()


@contextmanager
def opened_archive(path: Path) -> Iterator[DumpArchive]:
    """An archive, open for as long as it takes; InvalidError where it is broken."""
    source = Source(path, LARGEST)
    with packed.archive(source) as archive:
        yield DumpArchive(source, archive)


def is_archive(file: BinaryIO) -> bool:
    """Whether a file that was just opened is a ZIP archive; it stays at its beginning."""
    return cast("io.BufferedReader", file).peek(len(packed.ZIP)).startswith(packed.ZIP)


def _info(name: str) -> ZipInfo:
    now = time.localtime()
    year = min(max(now.tm_year, FIRST_YEAR), LAST_YEAR)
    return ZipInfo(name, (year, *now[1:6]))
