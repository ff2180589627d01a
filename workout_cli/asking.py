"""Asks a person what a file leaves open: the unit of its loads, and which number of a date is the day.

Errors tell which of several files they are about.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import typer

from workout_cli.console import is_terminal, say
from workout_core.errors import InvalidError, WorkoutError
from workout_core.schemas import clean
from workout_core.transfer.files import ImportFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workout_core.transfer.reading import Options

HELP: Final = "workout help imports"


@contextmanager
def about(file: str, *, several: bool) -> Iterator[None]:
    """What goes wrong in here is told with the file that it is about, if there are several, and with a hint."""
    try:
        yield
    except WorkoutError as error:
        told = several and file not in error.message
        hints = error.hints or ([HELP] if isinstance(error, InvalidError) else [])
        message = f"{clean(file)}: {error.message}" if told else error.message
        raise type(error)(message, **{**error.details, "hints": hints}) from error


def with_answers(path: Path, source: str | None, said: Options, *, asks: bool) -> ImportFile:
    """The file, read as it says itself or as somebody answers; without a terminal an option has to say it."""
    file = ImportFile(path, format=source, options=said)
    if not asks:
        return file
    found = file.reading
    answers: dict[str, Any] = {}
    if found.date_order and not found.date_certain:
        what = "does not say which of its numbers are days"
        answers["date_order"] = _answer(
            path.name, what, found.date_reason, _ORDERS, found.date_order
        )
    if found.unit and not found.unit_certain:
        what = "does not say in which unit its loads are"
        answers["unit"] = _answer(path.name, what, found.unit_reason, _UNITS, found.unit)
    if not answers:
        return file
    return ImportFile(path, format=source, options=replace(said, **answers))


_UNITS = ("--unit", "kg", "lb")
_ORDERS = ("--date-order", "dmy", "mdy")


def _answer(name: str, what: str, why: str, choices: tuple[str, ...], guess: str) -> str:
    option, *words = choices
    likely = [guess, *(each for each in words if each != guess)]
    if not is_terminal(sys.stdin) or not is_terminal(sys.stderr):
        raise InvalidError(f"{name} {what} ({why})", hints=[f"{option} {each}" for each in likely])
    say(f"{clean(name)} {what}: {clean(why)}")
    answer = str(typer.prompt(f"Is it {' or '.join(words)}?", default=guess, err=True)).strip()
    if answer not in words:
        raise InvalidError(
            f"{answer!r} is neither {' nor '.join(words)}", hints=[f"{option} {guess}"]
        )
    return answer
