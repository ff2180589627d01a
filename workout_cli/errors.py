"""Errors as the command line shows them: one line, a hint, and an exit code that scripts may rely on."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from enum import IntEnum
from typing import Final

from platformdirs import user_log_path
from pydantic_core import to_json

from workout_cli.console import is_terminal, put, say, styled
from workout_core.errors import (
    ConflictError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    StorageError,
    UnauthorizedError,
    UnreachableError,
    WorkoutError,
)
from workout_core.schemas import clean


class ExitCode(IntEnum):
    """How a command ended."""

    OK = 0
    ERROR = 1
    USAGE = 2
    NOT_FOUND = 3
    UNAUTHORIZED = 4
    CONFLICT = 5
    UNREACHABLE = 6
    INTERRUPTED = 130


EXIT_CODES: Final[dict[type[WorkoutError], ExitCode]] = {
    NotFoundError: ExitCode.NOT_FOUND,
    InvalidError: ExitCode.USAGE,
    UnauthorizedError: ExitCode.UNAUTHORIZED,
    ForbiddenError: ExitCode.UNAUTHORIZED,
    ConflictError: ExitCode.CONFLICT,
    UnreachableError: ExitCode.UNREACHABLE,
}
HINTS: Final = 3
HELP: Final = "workout --help"
LONGEST: Final = 600


def report(error: WorkoutError, *, as_json: bool = False, otherwise: str = HELP) -> ExitCode:
    """Say what went wrong, and return the exit code; as JSON also on standard output.

    `otherwise` is the hint where the error has none.
    """
    if as_json:
        with suppress(StorageError):  # the line and the exit code say it as well
            put(to_json(error.body(), fallback=str).decode())
    say(f"{styled('workout:', 'red bold', sys.stderr)} {place(error)}{_told(error.message)}")
    if is_terminal(sys.stderr):
        _point(error)
    for hint in error.hints[:HINTS] or [otherwise]:
        say(f"{styled('hint:', 'cyan', sys.stderr)} {_told(hint)}")
    return exit_code(type(error))


def report_line(number: int, error: WorkoutError) -> None:
    """Say what is wrong with a line of several, and where; the lines are nowhere else to be seen, so it is shown."""
    place = ", column ".join(
        str(error.details[name]) for name in ("code", "column") if name in error.details
    )
    head = styled(f"line {number}:", "red bold", sys.stderr)
    say(f"{head} {_told(error.message)}{f' ({place})' if place else ''}")
    _point(error)
    for hint in error.hints[:HINTS]:
        say(f"{styled('hint:', 'cyan', sys.stderr)} {_told(hint)}")


def exit_code(kind: type[WorkoutError]) -> ExitCode:
    """How a command ends that raised such an error."""
    return next((EXIT_CODES[each] for each in kind.__mro__ if each in EXIT_CODES), ExitCode.ERROR)


def place(error: WorkoutError) -> str:
    """Where in a text of several lines it stands, for the beginning of a message."""
    line, column = error.details.get("line_number"), error.details.get("column")
    return f"line {line}, column {column}: " if line else ""


def report_unexpected(error: Exception, *, as_json: bool = False) -> ExitCode:
    """A fault of ours: the traceback goes to a file, a sentence to the person."""
    path = user_log_path("workout") / "error.log"
    hint = f"{path} says where; --debug shows it at once"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        hint = "run it again with --debug to see where"
    message = f"something unexpected went wrong: {type(error).__name__}"
    return report(WorkoutError(message, hints=[hint]), as_json=as_json)


def _told(text: str) -> str:
    """A message on one line, shortened where it repeats more than anybody would read again."""
    return clean(text if len(text) <= LONGEST else f"{text[:LONGEST]} …")


def _point(error: WorkoutError) -> None:
    """The line that could not be read, with a caret under the place."""
    line, column = error.details.get("line"), error.details.get("column")
    if not isinstance(line, str) or not isinstance(column, int):
        return
    if len(line) < 200 and 0 < column <= len(line) + 1:
        say(f"  {clean(line)}\n  {' ' * (column - 1)}{styled('^', 'red bold', sys.stderr)}")
