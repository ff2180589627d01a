"""Files that tests write to be read as exports of other apps."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workout_core.transfer.formats import FORMATS
from workout_core.transfer.reading import Options, Reading
from workout_core.transfer.source import Source

_FOLDER = TemporaryDirectory(prefix="workout-tests-")
_NUMBERS = count()


def source(data: bytes | str, name: str = "export") -> Source:
    """A file with this in it; it goes when the tests end."""
    folder = Path(_FOLDER.name) / str(next(_NUMBERS))
    folder.mkdir()
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return Source(path)


def read(format: str, data: bytes | str, **options: Any) -> Reading:
    """A file with this in it, as a format reads it."""
    return FORMATS[format].read(source(data), Options(**options))
