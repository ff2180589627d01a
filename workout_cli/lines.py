"""Lines of sets from standard input: each is logged as it is read, or all of them or none.

A line is a promise of its own: what was told is kept, whatever comes after it, and a refused one stops no other. What
is read is never longer than a line may be, whatever is sent.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from workout_cli.console import is_terminal, say
from workout_cli.errors import report_line
from workout_cli.runner import ask, call
from workout_core.errors import InvalidError, NotFoundError, WorkoutError
from workout_core.schemas import clean
from workout_core.workouts.log_schemas import (
    LONGEST_LINE,
    MOST_LINES,
    LoggedLine,
    LogLinesRead,
    RefusedLine,
    WorkoutLogLines,
)
from workout_core.workouts.log_service import is_silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from workout_core.workouts.log_schemas import LogRead

LONGEST_SHOWN: Final = 200
WAITING: Final = "Reading lines such as bench 5x5@100kg; Ctrl-D ends."


def log_each(log: Callable[[str], LogRead]) -> LogLinesRead:
    """Log the lines of standard input, one after another as they come."""
    items: list[LoggedLine] = []
    errors: list[RefusedLine] = []
    typed = _announced()
    for number, line in _lines(sys.stdin.buffer):
        try:
            text = _text(line)
            if is_silent(text):
                continue
            read = log(text)
        except (InvalidError, NotFoundError) as error:
            report_line(number, error)
            errors.append(_refused(number, line, error))
            continue
        items.append(LoggedLine.model_construct(**dict(read), line=number))
        if typed:
            say("\n".join(f"  {clean(entry.reading)}" for entry in read.entries))
    return LogLinesRead.model_construct(items=items, total=len(items), errors=errors)


def log_all(context: dict[str, object], *, dry_run: bool) -> LogLinesRead:
    """Log the lines of standard input in one transaction; if one is refused, none is logged."""
    _announced()
    try:
        texts = [_text(line, number) for number, line in _lines(sys.stdin.buffer, MOST_LINES)]
        data = WorkoutLogLines.model_validate({**context, "lines": texts})
        run = ask if dry_run else call
        return run(lambda services: services.log.add_lines(data))
    except (InvalidError, NotFoundError) as error:
        refused = error.details.get("errors")
        if not refused:
            raise
        for each in refused:
            report_line(each["line"], _error(each))
        errors = [RefusedLine.model_construct(**each) for each in refused]
        return LogLinesRead.model_construct(items=[], total=0, errors=errors)


def _announced() -> bool:
    """Whether a person types the lines, who is then told what is waited for."""
    if sys.stdin is None:
        raise InvalidError("Standard input is closed, so there are no lines to read")
    typed = is_terminal(sys.stdin)
    if typed:
        say(WAITING)
    return typed


def _lines(stream: BinaryIO, most: int | None = None) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers; of one that is too long, so much as shows that."""
    number = 0
    while line := stream.readline(4 * LONGEST_LINE + 2):
        number += 1
        if most is not None and number > most:
            raise InvalidError(f"--atomic takes {most:,} lines at most, and here are more")
        yield number, line
        while line and not line.endswith(b"\n"):
            line = stream.readline(4 * LONGEST_LINE + 2)


def _text(line: bytes, number: int | None = None) -> str:
    try:
        text = line.rstrip(b"\r\n").decode("utf-8-sig" if number in (None, 1) else "utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable("This line is no UTF-8 text", number, column=error.start + 1) from error
    if len(text) > LONGEST_LINE:
        raise _unreadable(f"A line has at most {LONGEST_LINE:,} characters", number, column=1)
    return text


def _unreadable(message: str, number: int | None, *, column: int) -> InvalidError:
    where = f"Line {number}: {message}" if number else message
    return InvalidError(where, code="E_SYNTAX", column=column, hints=["take it out"])


def _refused(number: int, line: bytes, error: WorkoutError) -> RefusedLine:
    text = clean(line[: 4 * LONGEST_SHOWN].decode(errors="replace").strip())
    return RefusedLine.model_construct(
        line=number,
        text=text[:LONGEST_SHOWN],
        error=error.message,
        type=error.code,
        details=error.details or None,
    )


def _error(refused: dict[str, object]) -> WorkoutError:
    kind = WorkoutError.by_code.get(str(refused["type"]), WorkoutError)
    details = refused["details"]
    return kind(str(refused["error"]), **(details if isinstance(details, dict) else {}))
