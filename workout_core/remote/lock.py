"""Lets one program at a time renew a login: the lock of a file, which ends with whoever holds it."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from workout_core.errors import StorageError, UnreachableError
from workout_core.file_lock import taken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

LIMIT_S: Final = 40.0  # longer than a request may take
PAUSE_S: Final = 0.02


@asynccontextmanager
async def alone(path: Path) -> AsyncIterator[None]:
    """Waits its turn, without keeping others of this program from their work."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}") from error
    with file:
        deadline = time.monotonic() + LIMIT_S
        while not taken(file):
            if time.monotonic() > deadline:
                raise UnreachableError(
                    "Another program has been renewing the login for too long",
                    hints=["try again in a moment"],
                )
            await asyncio.sleep(PAUSE_S)
        yield
