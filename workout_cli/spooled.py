"""Standard input as a file, for readers that go through a file more than once."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from workout_core.errors import InvalidError

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
