"""The rows of a dump: what every table's look like, and whether what a file says can be one.

A dump comes from anywhere, so a row of it is no better than any text of a stranger: each value is looked at as if
somebody had typed it. What refers to nothing, or stands twice, the database refuses.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from workout_core.errors import InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_schemas import DumpTables

LARGEST: Final = 2**63
MOST_DIGITS: Final = 100
DEEPEST: Final = 50


class Column(NamedTuple):
    """A column: its values are a uuid, instant, day, decimal, json, bool, int or text."""

    name: str
    kind: str
    nullable: bool


class TableForm(NamedTuple):
    """A table as a dump has it; `reference` is the column that names another row of the table itself."""

    name: str
    columns: tuple[Column, ...]
    reference: str | None


def checked(form: TableForm, row: Mapping[str, Any]) -> Row:
    """The values of a row, of which each may stand as JSON has it; InvalidError says which cannot be."""
    found: Row = {}
    for name, kind, nullable in form.columns:
        value = row.get(name)
        if value is None:
            if not nullable:
                raise InvalidError(f"{name} of {form.name} is missing")
            found[name] = None
            continue
        try:
            found[name] = READERS[kind](value)
        except (TypeError, ValueError, InvalidOperation, RecursionError):
            raise InvalidError(f"{name} of {form.name} cannot be {_shown(value)}") from None
    if len(row) > len(form.columns) or row.keys() - found.keys():
        unknown = clean(str(min(row.keys() - found.keys()))[:40])
        raise InvalidError(
            f"{form.name} has no column {unknown!r} here", hints=["a newer version wrote it"]
        )
    return found


def _shown(value: Any) -> str:
    return clean(repr(value)[:60])


def as_id(value: Any) -> UUID:
    """An id, which may stand as JSON has it; TypeError or ValueError where it is none."""
    return value if isinstance(value, UUID) else UUID(_string(value))


def _instant(value: Any) -> datetime:
    found = value if isinstance(value, datetime) else datetime.fromisoformat(_string(value))
    if found.tzinfo is None:
        raise ValueError
    return found


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        raise TypeError
    return value if isinstance(value, date) else date.fromisoformat(_string(value))


def _decimal(value: Any) -> Decimal:
    found = value if isinstance(value, Decimal) else Decimal(_string(value))
    _, digits, exponent = found.as_tuple()
    if not isinstance(exponent, int) or max(len(digits), abs(exponent)) > MOST_DIGITS:
        raise ValueError
    return found


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    if not -LARGEST <= value < LARGEST:
        raise ValueError
    return value


def _text(value: Any) -> str:
    """A text that may be shown: nothing in it is hidden, but it may have several lines."""
    text = _string(value)
    if text.isascii() and text.isprintable():
        return text
    if clean(text, lines=True) != unicodedata.normalize("NFC", text):
        raise ValueError
    return text


def _json(value: Any) -> Any:
    if not isinstance(value, dict | list):
        raise TypeError
    _look_into(value, DEEPEST)
    return value


def _look_into(value: Any, depth: int) -> None:
    if depth == 0:
        raise ValueError
    if isinstance(value, str):
        _text(value)
    elif isinstance(value, dict):
        for name, each in value.items():
            _text(name)
            _look_into(each, depth - 1)
    elif isinstance(value, list):
        for each in value:
            _look_into(each, depth - 1)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "uuid": as_id,
    "instant": _instant,
    "day": _day,
    "decimal": _decimal,
    "json": _json,
    "bool": _bool,
    "int": _int,
    "text": _text,
}


def forms_of(told: DumpTables) -> dict[str, TableForm]:
    """The tables of a dump by their names, as the service tells of them."""
    return {
        each.name: TableForm(
            each.name,
            tuple(Column(column.name, column.kind, column.nullable) for column in each.columns),
            each.reference,
        )
        for each in told.tables
    }
