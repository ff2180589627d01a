"""Files that a command reads, standard input among them: some are gone through more than once."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Final

from workout_core.errors import InvalidError, NotFoundError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 1 << 20
MAX_BYTES: Final = 2 << 30


@contextmanager
def spooled(path: Path) -> Iterator[Path]:
    """The path itself; for `-` a file with what comes on standard input, which is gone afterwards."""
    if str(path) != "-":
        yield path
        return
    if sys.stdin is None or sys.stdin.isatty():
        raise InvalidError(
            "Nothing comes on standard input", hints=["cat strong.csv | workout import -"]
        )
    with TemporaryDirectory(prefix="workout-") as folder:
        file = Path(folder) / "standard input"
        with file.open("wb") as copy:
            _copy(sys.stdin.buffer, copy)
        yield file


def _copy(file: BinaryIO, copy: BinaryIO) -> None:
    """All that comes; InvalidError where it does not end, so that it cannot fill the disk."""
    left = MAX_BYTES
    while block := file.read(BLOCK):
        left -= len(block)
        if left < 0:
            raise InvalidError(
                f"More than {MAX_BYTES >> 20:,} MiB come on standard input",
                hints=["save it to a file, and name that"],
            )
        copy.write(block)


def opened(path: Path) -> BinaryIO:
    """The bytes of a file; who opens it closes it."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {path}", hints=[f"ls {path.parent}"]) from None
    except (OSError, ValueError) as error:
        raise InvalidError(
            f"{path} cannot be read: {reason(error)}", hints=["name a file that you may read"]
        ) from error
