"""Files of the disk on their way to a workout, and back."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workout_cli.output import writing
from workout_cli.progress import progress
from workout_core.attachments.files import verified
from workout_core.attachments.kinds import HEAD, media_type
from workout_core.attachments.schemas import AttachmentCreate
from workout_core.errors import DuplicateError, InvalidError, NotFoundError, reason
from workout_core.ids import new_id
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
    from typing import BinaryIO
    from uuid import UUID

    from workout_core.attachments.files import Files
    from workout_core.attachments.schemas import AttachmentRead

BLOCK: Final = 1 << 20
# What no name of a file may have on one system or another.
UNSAFE: Final = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
# A name that is a link is refused, and one that is a pipe does not wait for its other end.
FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
)


def check(path: Path) -> None:
    """Refuse what cannot be attached, before anything is."""
    with _opened(path) as file:
        if not (head := file.read(HEAD)):
            raise InvalidError(f"{path} is empty", hints=["name a file with something in it"])
        media_type(head, str(path))


async def upload(
    files: Files, paths: Sequence[Path], of: Mapping[str, UUID]
) -> list[AttachmentRead]:
    """Attach files, one after another."""
    done = []
    for path in paths:
        name = clean(path.name).replace("\\", "_")[-200:]
        data = AttachmentCreate(id=new_id(), name=name, **of)
        with _opened(path) as file, progress("MB", _megabytes(path.stat().st_size)) as tell:
            done.append(await files.upload(data, partial(_blocks, file, tell)))
    return done


async def download(files: Files, attachment_id: UUID, output: Path | None) -> Path:
    """Write a file to where it was named, else under its own name where nothing is yet; where it is now."""
    async with files.download(attachment_id) as found:
        target = output or Path(_safe(found.attachment.name))
        if output is None and (target.exists() or target.is_symlink()):
            raise DuplicateError(f"{target} is there already", hints=["-o says another name"])
        total = _megabytes(found.attachment.size)
        with writing(target) as stream, progress("MB", total) as tell:
            count = 0
            async for block in verified(found):
                stream.write(block)
                count += len(block)
                tell(_megabytes(count))
    return target


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file; anything else that has a name is refused."""
    try:
        if path.is_symlink():
            raise InvalidError(f"{path} is a link", hints=[f"name {clean(str(path.resolve()))}"])
        number = os.open(path, FLAGS)
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {path}", hints=[f"ls {path.parent}"]) from None
    except (OSError, ValueError) as error:
        raise InvalidError(
            f"{path} cannot be read: {reason(error)}", hints=["name a file that you may read"]
        ) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise InvalidError(f"{path} is no file", hints=["name a photo, a film or a document"])
    with os.fdopen(number, "rb") as file:
        yield file


async def _blocks(file: BinaryIO, tell: Callable[[int], None]) -> AsyncIterator[bytes]:
    count = file.seek(0)
    while block := file.read(BLOCK):
        yield block
        count += len(block)
        tell(_megabytes(count))


def _safe(name: str) -> str:
    """A name that a server sent, as one of a file in this folder."""
    return clean(name).translate(UNSAFE).strip(" .") or "file"


def _megabytes(count: int) -> int:
    return count // 1_000_000
