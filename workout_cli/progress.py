"""How far something is that takes a while, on a line that is written over; for people only."""

from __future__ import annotations

import sys
import time
from typing import Final

from workout_cli.console import can_redraw

QUIET_S: Final = 0.5
EVERY_S: Final = 0.1


class Progress:
    """Counts up to a total; silent for the first half second, and where nobody looks."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._next = time.monotonic() + QUIET_S if can_redraw(sys.stderr) else float("inf")
        self._shown = False

    def __call__(self, count: int) -> None:
        """So many more are done."""
        self._done += count
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY_S
        self._shown = True
        share = 100 * self._done // max(1, self._total)
        sys.stderr.write(f"\r\x1b[K{self._what}: {self._done:,} of {self._total:,} ({share} %)")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
