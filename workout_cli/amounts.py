"""Loads, times and numbers as values of options; an empty one clears what is set."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from workout_core.vocabulary import MassUnit

_NUMBER: Final = r"\d{1,9}(?:[.,]\d{1,9})?"
_MASS: Final = re.compile(rf"({_NUMBER})\s*(kg|kgs|lb|lbs)?", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_SPAN: Final = re.compile(rf"(?:(\d{{1,2}})\s*h)?\s*(?:({_NUMBER})\s*min)?\s*(?:({_NUMBER})\s*s?)?")
_UNITS: Final[dict[str, MassUnit]] = {"k": "kg", "l": "lb"}


class Mass(NamedTuple):
    """A load as it was typed."""

    value: Decimal
    unit: MassUnit | None


def mass(text: str) -> Mass | None:
    """A load such as 20kg or 45; None for an empty text."""
    if not text.strip():
        return None
    if found := _MASS.fullmatch(text.strip()):
        return Mass(_decimal(found[1]), _UNITS[found[2][0].lower()] if found[2] else None)
    raise _unreadable(text, "a load", "20kg", "45lb")


def number(text: str) -> Decimal | None:
    """A number such as 2.5; None for an empty text."""
    if not text.strip():
        return None
    if re.fullmatch(_NUMBER, text.strip(), re.ASCII):
        return _decimal(text.strip())
    raise _unreadable(text, "a number", "2.5", "5")


def seconds(text: str) -> Decimal | None:
    """A time such as 90, 90s, 3min or 2:30, in seconds; None for an empty text."""
    if not (text := text.strip().lower()):
        return None
    if found := _CLOCK.fullmatch(text) or _SPAN.fullmatch(text):
        hours, minutes, rest = (_decimal(each or "0") for each in found.groups())
        return hours * 3600 + minutes * 60 + rest
    raise _unreadable(text, "a time", "90s", "3min")


def unit(text: str) -> MassUnit | None:
    """kg or lb; None for an empty text."""
    if not text.strip():
        return None
    if text.strip().lower() in ("kg", "lb"):
        return _UNITS[text.strip().lower()[0]]
    raise _unreadable(text, "a unit", "kg", "lb")


def given(**values: Any) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in values.items() if value is not None}


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _unreadable(text: str, what: str, *examples: str) -> InvalidError:
    return InvalidError(f"{text!r} is not {what}", hints=[" or ".join(examples)])
