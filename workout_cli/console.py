"""The two streams. Data goes to standard output, everything else to standard error; this module owns both.

Views make the texts that they show harmless, each in its way (workout_core.schemas.clean). What one of them forgets
is caught here.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from io import TextIOWrapper
from shutil import get_terminal_size, which
from typing import TYPE_CHECKING, Final

from workout_core.errors import StorageError
from workout_core.visible import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from workout_core.config import Color

COLOR: ContextVar[Color] = ContextVar("color", default="auto")
FORCED: Final = "WORKOUT_FORCE_TTY"
_STYLE: Final = re.compile(r"(\x1b\[[0-9;]*m)")
CODES: Final = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream; at standard output also where the environment says so."""
    if stream is sys.stdout and os.environ.get(FORCED):
        return True
    with suppress(ValueError, OSError, AttributeError):  # closed, or none at all
        return stream.isatty()
    return False


def can_redraw(stream: TextIO) -> bool:
    """Whether a line that a person saw on the stream can be written anew."""
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal, at least 40."""
    return max(40, get_terminal_size((80, 24)).columns)


def styled(text: str, style: str, stream: TextIO | None = None) -> str:
    """The text in a style (words of `CODES`, or codes of a terminal), where the stream shows colours."""
    if not text or not _is_colored(stream or sys.stdout):
        return text
    codes = ";".join(CODES.get(word, word) for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


def colored() -> bool:
    """Whether standard output shows colours."""
    return _is_colored(sys.stdout)


def put(text: str, *, page: bool = False) -> None:
    """Data for standard output; through a pager where a person would have to scroll back."""
    text = _tame(text)
    tall = text.count("\n") >= get_terminal_size().lines - 1
    if page and tall and is_terminal(sys.stdout) and _paged(text):
        return
    with _reported():
        _write(text if not text or text.endswith("\n") else f"{text}\n")


def put_bytes(data: bytes) -> None:
    """Data for a pipe or a file behind standard output, as it stands; never for a terminal."""
    if sys.stdout is None:
        return
    with _reported():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _reported() -> Iterator[None]:
    """What cannot be written is told; that nobody reads on is not."""
    try:
        yield
    except BrokenPipeError:
        close_quietly()
    except OSError as error:
        close_quietly()
        raise StorageError(
            f"The output cannot be written: {error.strerror}", hints=["make room and try again"]
        ) from error


def say(text: str) -> None:
    """Narration for standard error, whether or not anybody listens."""
    try:
        sys.stderr.write(f"{_tame(text)}\n")
        sys.stderr.flush()
    except OSError:
        close_quietly(sys.stderr)


def close_quietly(stream: TextIO | None = None) -> None:
    """Who read our output has gone, as `head` does: stop without a word."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def _tame(text: str) -> str:
    """What may be written to a stream: lines, tabs and styles, and nothing else that a terminal obeys."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    parts = _STYLE.split(text)
    parts[::2] = [clean(part, lines=True) for part in parts[::2]]
    return "".join(parts)


def _write(text: str) -> None:
    if sys.stdout is None:  # closed by who called us
        return
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        if not isinstance(sys.stdout, TextIOWrapper):
            raise
        sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text)
    sys.stdout.flush()


def _is_colored(stream: TextIO) -> bool:
    choice = COLOR.get()
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def _paged(text: str) -> bool:
    """Show the text in the pager, if there is one; Ctrl-C is the pager's while it runs."""
    command = os.environ.get("WORKOUT_PAGER") or os.environ.get("PAGER") or "less -FIRX"
    with suppress(ValueError):
        words = shlex.split(command)
        if words and words != ["cat"] and which(words[0]):
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                with subprocess.Popen(words, stdin=subprocess.PIPE) as pager:  # noqa: S603
                    pager.communicate(text.encode(errors="backslashreplace"))
            finally:
                signal.signal(signal.SIGINT, before)
            return True
    return False
