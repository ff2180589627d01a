"""The messages of a FIT file that tell of training and of the body, as far as the file can be read.

The library decodes whatever stands in the file, also what no device wrote; what it says then is measured before
it is used. Array fields of enumerations stay numbers, which `name_of` turns into the profile's names.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from fitdecode import (
    CrcCheck,
    ErrorHandling,
    FitCRC,
    FitDataMessage,
    FitError,
    FitReader,
    profile,
)

if TYPE_CHECKING:
    from workout_core.transfer.source import Source

Fields = dict[str, Any]

MAX_MESSAGES: Final = 1_000_000
MAX_KEPT: Final = 20_000
MAX_LENGTH: Final = 500  # of a text or an array
KEPT: Final = frozenset({"session", "set", "weight_scale", "sport", "exercise_title", "file_id"})
EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
FIRST_SECOND: Final = 0x10000000  # below it a time counts from when the device was switched on

_LONG: Final = (str, tuple, bytes)
_BROKEN: Final = (
    *(FitError, struct.error, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, TypeError, ValueError),  # what the decoder raises on bytes that are no message
)


@dataclass(slots=True)
class Messages:
    """What was read: messages by their kind, and what of the records may stand for a missing summary."""

    kept: dict[str, list[Fields]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    trouble: str | None = None
    first: datetime | None = None
    last: datetime | None = None
    metres: object = None

    def of(self, kind: str) -> list[Fields]:
        return self.kept.get(kind, [])

    def take(self, message: FitDataMessage) -> None:
        kind = str(message.name)
        self.counts[kind] += 1
        if kind == "record":
            self._record(message)
        elif kind in KEPT and self.counts[kind] <= MAX_KEPT:
            values = {
                each.name: each.value[:MAX_LENGTH] if isinstance(each.value, _LONG) else each.value
                for each in message.fields
                if each.value is not None
            }
            self.kept.setdefault(kind, []).append(values)

    def _record(self, message: FitDataMessage) -> None:
        time = moment(message.get_value("timestamp", fallback=None))
        self.first = self.first or time
        self.last = time or self.last
        self.metres = message.get_value("distance", fallback=None) or self.metres


def messages(source: Source) -> Messages:
    """All messages up to the end, or to where the file is broken."""
    found = Messages()
    with source.open() as file:
        reader = FitReader(
            file,
            processor=None,
            check_crc=CrcCheck.READONLY,
            error_handling=ErrorHandling.IGNORE,
        )
        try:
            for frame in reader:
                if isinstance(frame, FitCRC) and not frame.matched:
                    found.trouble = "its checksum is wrong"
                if isinstance(frame, FitDataMessage):
                    found.take(frame)
                    if found.counts.total() > MAX_MESSAGES:
                        found.trouble = f"it has more than {MAX_MESSAGES:,} messages"
                        break
        except _BROKEN as error:
            found.trouble = f"it breaks off ({type(error).__name__}: {error})"[:200]
    return found


def moment(value: object) -> datetime | None:
    """A time of FIT, which are seconds since the end of 1989 in UTC; None where it is no date."""
    if isinstance(value, int) and FIRST_SECOND <= value < 0xFFFFFFFF:
        return EPOCH + timedelta(seconds=value)
    return None


def name_of(value: object, kind: str) -> str | None:
    """The profile's name for a value of an enumeration; None for what it does not know."""
    if isinstance(value, str):
        return value or None
    known = profile.FIELD_TYPES.get(kind)
    return known.enum.get(value) if known is not None and isinstance(value, int) else None


def values_of(value: object) -> tuple[object, ...]:
    """The values of an array field, in which a single one stands alone."""
    return value if isinstance(value, tuple) else (value,)
