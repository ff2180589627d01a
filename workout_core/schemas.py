"""What every domain's schemas share, and the only text types that may enter or leave.

Text from people and from files ends up on terminals, where an escape sequence is a program. So names and notes
are checked at this border: normalised (NFC), no control, bidirectional or invisible characters. `clean` is for
text that we did not ask for: it makes such characters visible instead.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)

from workout_core.visible import clean as clean
from workout_core.visible import hidden

T = TypeVar("T")
_NUMBER = re.compile(r"\s*[-+]?[0-9.]+\s*")


def _refuse_hidden(text: str, allowed: str = "") -> str:
    if text.isascii() and text.isprintable():
        return text
    for character in text:
        if character not in allowed and hidden(character):
            raise ValueError(f"has a hidden character, U+{ord(character):04X}")
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    return _refuse_hidden(text.strip())


def _many_lines(text: str) -> str:
    return _refuse_hidden(text.replace("\r\n", "\n"), allowed="\n\t")


def _refuse_numbers(value: object) -> object:
    """A date is spelled out: a number would be taken for seconds since 1970."""
    if isinstance(value, int | float) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
        raise ValueError("must be spelled as in 2026-11-28")
    return value


Name = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=200)]
Text = Annotated[str, AfterValidator(_many_lines), Field(max_length=10_000)]
Line = Annotated[str, AfterValidator(_one_line), Field(max_length=500)]
Zone = Annotated[Line, Field(min_length=1, description="An IANA time zone, as in Europe/Paris.")]
Day = Annotated[
    date, Field(ge=date(1900, 1, 1), lt=date(2200, 1, 1)), BeforeValidator(_refuse_numbers)
]
Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(1900, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC)),
    BeforeValidator(_refuse_numbers),
    AfterValidator(lambda moment: moment.astimezone(UTC)),
]
Number = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]


class Schema(BaseModel):
    """What comes in: an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class ReadSchema(BaseModel):
    """What goes out: a field that a newer server adds is no error."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)
