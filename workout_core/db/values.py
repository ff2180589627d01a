"""How Python's values are kept by SQLite, which knows only whole and binary numbers, text and bytes.

One table for both ways in: the embedded executor, and SQLAlchemy's types (`workout_core.db.base`), which use it
when a migration runs on SQLite. None is kept as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from pydantic_core import from_json, to_json

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)

Convert = Callable[[Any], Any]

TO_SQLITE: Final[dict[str, Convert | None]] = {
    "": None,
    "bool": None,
    "uuid": lambda value: value.bytes,
    "instant": lambda value: (value - EPOCH) // MICROSECOND,
    "day": date.isoformat,
    "decimal": lambda value: format(value, "f"),
    "json": lambda value: to_json(value).decode(),
}
FROM_SQLITE: Final[dict[str, Convert | None]] = {
    "": None,
    "bool": bool,
    "uuid": lambda value: UUID(bytes=value),
    "instant": lambda value: EPOCH + value * MICROSECOND,
    "day": date.fromisoformat,
    "decimal": Decimal,
    "json": from_json,
}


def guarded(convert: Convert | None) -> Convert | None:
    """The conversion, None left alone."""
    if convert is None:
        return None
    return lambda value: None if value is None else convert(value)
