"""Files that a command reads, standard input among them: some are gone through more than once."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from workout_core.errors import InvalidError, NotFoundError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator


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
            shutil.copyfileobj(sys.stdin.buffer, copy)
        yield file


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
