"""Takes the bytes of files along with a dump, and brings them back: one file after another, never one in memory.

They come and go outside of the transaction of a dump, which would wait for them. So a load has its rows before its
files; breaks it off between them, the files can be brought once more, by themselves.
"""

from __future__ import annotations

from functools import partial
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from workout_core.attachments.files import verified
from workout_core.errors import InvalidError, NotFoundError, StorageError, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from workout_core.attachments.files import Files
    from workout_core.attachments.schemas import AttachmentRead
    from workout_core.db.executor import Row
    from workout_core.transfer.dump_archive import DumpArchive, DumpWriter

File: TypeAlias = "DumpedFile | AttachmentRead"
F = TypeVar("F", bound=File)
ALONE: Final = "its bytes are only in a dump with --files"


class DumpedFile(NamedTuple):
    """A file that a dump, or a database, tells of."""

    id: UUID
    name: str
    sha256: str
    size: int


class Carried(NamedTuple):
    """How many files were carried, and which were not: each with the reason."""

    files: int
    left: list[str]


class NamedFiles:
    """The files that the rows of a dump name, without what is removed, or is of what is."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._removed: set[str] = set()

    def see(self, table: str, row: Row) -> None:
        """Take note of a row, as it stands there."""
        if table == "attachments" and not row.get("deleted_at"):
            self._rows.append(row)
        elif table in ("workouts", "exercises") and row.get("deleted_at"):
            self._removed.add(str(row.get("id")))

    def all(self) -> list[DumpedFile]:
        """The files of a dump that was read to its end, and found to be one."""
        return [
            DumpedFile(UUID(str(row["id"])), row["name"], row["sha256"], row["size"])
            for row in self._rows
            if not {str(row.get("workout_id")), str(row.get("exercise_id"))} & self._removed
        ]


async def pack_files(
    files: Files,
    known: Iterable[AttachmentRead],
    archive: DumpWriter,
    told: Callable[[int], None] = lambda _: None,
) -> Carried:
    """Add every file to an archive; one whose bytes are out of reach, or damaged, is left. `told` hears of bytes."""
    count, size, left = 0, 0, []
    for each in _once(known):
        with TemporaryFile() as spool:
            try:
                await _fetch(files, each.id, spool)
            except (NotFoundError, StorageError) as error:
                left.append(f"{each.name}: {error.message}")
                continue
            archive.add(each.sha256, spool, each.size)
        count, size = count + 1, size + each.size
        told(size)
    return Carried(count, left)


async def unpack_files(
    files: Files | None,
    wanted: Iterable[File],
    archive: DumpArchive | None,
    told: Callable[[int], None] = lambda _: None,
) -> Carried:
    """Bring the files that are wanted out of an archive; without `files` they are only looked at."""
    count, size, left = 0, 0, []
    for each in _once(wanted):
        why = archive.why_not(each.sha256, each.size) if archive else ALONE
        if archive and files and not why:
            why = await _put_back(files, each, archive)
        if why:
            left.append(f"{each.name}: {why}")
            continue
        count, size = count + 1, size + each.size
        told(size)
    return Carried(count, left)


async def count_lost(files: Files, known: Iterable[AttachmentRead]) -> int:
    """Of how many files the bytes are out of reach."""
    count = 0
    for each in _once(known):
        try:
            async with files.download(each.id):
                pass
        except StorageError:
            count += 1
    return count


async def _fetch(files: Files, attachment_id: UUID, spool: BinaryIO) -> None:
    """A file, known to be as it was attached before any of it is in the archive."""
    async with files.download(attachment_id) as found:
        async for block in verified(found):
            spool.write(block)
    spool.seek(0)


async def _put_back(files: Files, file: File, archive: DumpArchive) -> str | None:
    """Why a file is not taken; None where it is there now."""
    try:
        await files.put_back(file.id, partial(archive.blocks, file.sha256, file.size))
    except (InvalidError, NotFoundError) as error:
        return error.message
    except WorkoutError as error:
        raise type(error)(
            f"Not all files are here yet: {error.message}",
            hints=[*error.hints, "workout load FILE --files brings them once more"],
        ) from error
    return None


def _once(files: Iterable[F]) -> Iterator[F]:
    """Each of different bytes."""
    seen: set[str] = set()
    for each in files:
        if each.sha256 not in seen:
            seen.add(each.sha256)
            yield each
