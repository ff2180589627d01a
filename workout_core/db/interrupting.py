"""Lets Ctrl-C, and a limit of time, stop a long statement of SQLite."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from workout_core.errors import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS: Final = 20_000


@contextmanager
def interruptible(connection: sqlite3.Connection, seconds: float | None = None) -> Iterator[None]:
    """While a statement runs: Ctrl-C ends it, and so does the time limit, with UnreachableError.

    Python hears of Ctrl-C only when it runs Python, so SQLite calls some every few thousand steps.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    late = False

    def look() -> int:
        nonlocal late
        late = deadline is not None and time.monotonic() > deadline
        return late

    connection.set_progress_handler(look, STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        if late:
            raise UnreachableError(
                f"It took over {seconds:.0f} seconds, so it was stopped",
                hints=["ask for less, or of fewer days"],
            ) from error
        raise KeyboardInterrupt from error
    finally:
        connection.set_progress_handler(None, 0)
