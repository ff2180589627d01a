"""Dumps on their way to a file or a pipe, and back; alone, or in an archive with the files that they name."""

from __future__ import annotations

from io import RawIOBase
from typing import TYPE_CHECKING, Any, Final

from workout_cli.console import put_bytes, say
from workout_cli.names_cache import refresh_names
from workout_cli.progress import progress
from workout_cli.runner import ask, call, carry
from workout_cli.spooled import opened
from workout_core.attachments.listing import every
from workout_core.attachments.schemas import AttachmentFilters
from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer.dump_archive import HINT, is_archive, opened_archive, writing_archive
from workout_core.transfer.dump_files import Carried, NamedFiles, pack_files, unpack_files
from workout_core.transfer.dump_loading import load_dump
from workout_core.transfer.dump_schemas import DumpLoadRead
from workout_core.transfer.dump_writing import dump_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from workout_core.attachments.schemas import AttachmentRead
    from workout_core.backend import Backend
    from workout_core.services import Services
    from workout_core.transfer.dump_archive import DumpArchive
    from workout_core.transfer.dump_files import DumpedFile
    from workout_core.transfer.dump_writing import DumpFormat

MOST_TOLD: Final = 5


class Pipe(RawIOBase):
    """Standard output as ZIP wants it: a stream in which there is no way back."""

    def write(self, data: Any, /) -> int:
        put_bytes(bytes(data))
        return len(data)


async def write_dump(
    services: Services,
    form: DumpFormat,
    write: Callable[[str], object],
    tell: Callable[[int], None],
) -> tuple[int, int]:
    """Write a dump page by page; how many lines it has, and how many files it names."""
    count = 0
    async for lines in dump_lines(services.dump, form):
        if lines:
            write("\n".join([*lines, ""]))
        count += len(lines)
        tell(count)
    return count, (await services.attachments.list(AttachmentFilters(size=1))).total


def pack(stream: BinaryIO, form: DumpFormat) -> tuple[int, Carried]:
    """Write a dump with its files; how many lines it has, and which files came along."""

    async def packed(backend: Backend) -> tuple[int, Carried]:
        with writing_archive(stream) as archive:
            with progress("lines") as tell, archive.dump(form) as write:
                async with backend.services(readonly=True) as services:
                    count, _ = await write_dump(services, form, write, tell)
                    known = await every(services.attachments)
            with progress("MB") as tell:
                carried = await pack_files(
                    backend.files, known, archive, lambda size: tell(size // 1_000_000)
                )
        return count, carried

    return carry(packed, wrote=False)


def load_dumped(path: Path, *, dry_run: bool) -> DumpLoadRead:
    """Load a dump, and where it is in an archive the files that it names."""
    with opened(path) as stream:
        if not is_archive(stream):
            return _load(stream, None, dry_run=dry_run)
    with opened_archive(path) as archive, archive.lines() as lines:
        return _load(lines, archive, dry_run=dry_run)


def load_files(path: Path, *, dry_run: bool) -> DumpLoadRead:
    """Bring the files that are known here out of an archive, and nothing else."""
    with opened(path) as stream:
        if not is_archive(stream):
            raise InvalidError(f"{clean(path.name)} has no files in it", hints=[HINT])
    known = ask(lambda services: every(services.attachments))
    with opened_archive(path) as archive:
        carried = _unpack(known, archive, dry_run=dry_run)
    return DumpLoadRead(rows={}, dry_run=dry_run, **carried._asdict())


def tell_left(left: Sequence[str]) -> None:
    """Say which files stayed behind, and why."""
    for each in left[:MOST_TOLD]:
        say(f"warning: {clean(each)}")
    if len(left) > MOST_TOLD:
        say(f"warning: and {counted(len(left) - MOST_TOLD, 'more file')}")


def _load(lines: BinaryIO, archive: DumpArchive | None, *, dry_run: bool) -> DumpLoadRead:
    named = NamedFiles()
    run = ask if dry_run else call
    with progress("rows") as tell:
        loaded = run(
            lambda services: load_dump(
                services.dump, lines, dry_run=dry_run, told=tell, seen=named.see
            )
        )
    if not dry_run:
        refresh_names()
    carried = _unpack(named.all(), archive, dry_run=dry_run)
    return loaded.model_copy(update=carried._asdict())


def _unpack(
    wanted: Iterable[DumpedFile | AttachmentRead], archive: DumpArchive | None, *, dry_run: bool
) -> Carried:
    async def unpacked(backend: Backend) -> Carried:
        files = backend.files if archive and not dry_run else None
        with progress("MB") as tell:
            return await unpack_files(files, wanted, archive, lambda size: tell(size // 1_000_000))

    return carry(unpacked, wrote=not dry_run)
