"""How far a long piece of work has come, in one line of the terminal that is wiped at its end."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from workout_cli.console import can_redraw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_S: Final = 0.5
STEP_S: Final = 0.1
WIPE: Final = "\r\x1b[K"


@contextmanager
def progress(noun: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A function that is told how many are done; a person sees it where that takes longer than half a second."""
    of = f" of {total:,}" if total else ""
    due = time.monotonic() + PATIENCE_S
    drawn = False

    def tell(count: int) -> None:
        nonlocal due, drawn
        if time.monotonic() >= due and can_redraw(sys.stderr):
            _draw(f"{WIPE}{count:,}{of} {noun}")
            due, drawn = time.monotonic() + STEP_S, True

    try:
        yield tell
    finally:
        if drawn:
            _draw(WIPE)


def _draw(text: str) -> None:
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()
