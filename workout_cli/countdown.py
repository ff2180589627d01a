"""Counts a rest down in one line of the terminal, on standard error.

It goes by the moment at which the rest ends, so that a machine that slept, or a program that was stopped, shows what is
left when it wakes.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.workouts.session_schemas import RestRead

BELL: Final = "\a"
HIDE: Final = "\x1b[?25l"
SHOW: Final = "\x1b[?25h"
WIPE: Final = "\r\x1b[K"
NOTIFY_S: Final = 3.0
WIDEST: Final = 60
MESSAGE: Final = "The rest is over"


def count_down(rest: RestRead, *, bell: bool, notify: bool) -> RestRead:
    """Wait for the end of a rest, showing what is left; then ring."""
    ends = time.time() + float(rest.left_s)
    whole = float(rest.seconds or rest.left_s)
    with _line():
        while (left := ends - time.time()) > 0:
            _draw(f"{WIPE}{_shown(left, whole)}")
            time.sleep(min(left, left % 1 or 1))
    if bell:
        _draw(BELL)
    if notify:
        _notify()
    return rest.model_copy(update={"left_s": Decimal(0)})


@contextmanager
def _line() -> Iterator[None]:
    """A line of the terminal without a cursor; whatever ends or stops us, the terminal is as it was."""
    before = {each: signal.signal(each, act) for each, act in _ON_SIGNAL.items()}
    _draw(HIDE)
    try:
        yield
    finally:
        _draw(f"{WIPE}{SHOW}")
        for each, act in before.items():
            signal.signal(each, act)


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _stop(number: int, _: object) -> None:
    """Ctrl-Z: give the terminal back, and go on when we are woken."""
    _draw(f"{WIPE}{SHOW}")
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    signal.signal(number, _stop)
    _draw(HIDE)


# By name, as some systems lack some.
_ON_SIGNAL: Final = {
    getattr(signal, name): act
    for name, act in {"SIGTERM": _end, "SIGHUP": _end, "SIGTSTP": _stop}.items()
    if hasattr(signal, name)
}


def _shown(left: float, whole: float) -> str:
    """`1:30 ━━━━━━────`, as wide as the terminal lets it."""
    seconds = int(-(-left // 1))
    told = f"rest {seconds // 60}:{seconds % 60:02}"
    room = min(WIDEST, _columns() - len(told) - 2)
    if room < 4:
        return told[: max(0, _columns() - 1)]
    full, empty = _bars()
    done = round(room * min(1.0, left / whole))
    bar = styled(full * done, "cyan", sys.stderr) + styled(empty * (room - done), "dim", sys.stderr)
    return f"{told} {bar}"


def _bars() -> tuple[str, str]:
    """What a bar is made of, as the terminal's encoding has it."""
    bars = "━", "─"
    try:
        "".join(bars).encode(sys.stderr.encoding or "ascii")
    except UnicodeError:
        return "=", "-"
    return bars


def _columns() -> int:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    return 80


def _draw(text: str) -> None:
    """Past any buffer, as a signal may come while it is written."""
    with suppress(OSError):
        os.write(sys.stderr.fileno(), text.encode(sys.stderr.encoding or "utf-8", "replace"))


def _notify() -> None:
    """Tell the terminal, and the desktop if it can be told; nobody is waited for."""
    _draw(f"\x1b]9;{MESSAGE}\x1b\\")
    commands = (
        ("notify-send", "workout", MESSAGE),
        ("osascript", "-e", f'display notification "{MESSAGE}" with title "workout"'),
    )
    for name, *words in commands:
        if found := shutil.which(name):
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603
                    [found, *words],
                    timeout=NOTIFY_S,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    check=False,
                )
            return
