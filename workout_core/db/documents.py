"""Rows as the operation log keeps them, in JSON, and back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.db.compiled import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row
    from workout_core.db.values import Convert

FROM_DOCUMENT: Final[Mapping[str, Convert]] = {
    "uuid": UUID,
    "instant": datetime.fromisoformat,
    "day": date.fromisoformat,
    "decimal": Decimal,
}


def from_document(statement: StatementName, document: Mapping[str, Any]) -> Row:
    """What a document says of the columns that the statement, which adds such rows, has."""
    tags = {name: tag for name, tag, _ in STATEMENTS[statement][1]}
    return {
        name: FROM_DOCUMENT[tags[name]](value)
        if value is not None and tags[name] in FROM_DOCUMENT
        else value
        for name, value in document.items()
        if name in tags
    }
