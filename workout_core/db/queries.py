"""Answers a person's own SQL on a SQLite file, and changes nothing.

The file is opened for reading, and an authorizer refuses whatever is not a SELECT on the views. A view that is
asked for stands on another with a name that cannot be guessed, for SQLite tells the authorizer only the name of the
innermost view, and a name that is known could be given to a subquery. Who has the file could read it all with other
programs: this keeps a slip from doing harm, not its owner from the data.
"""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.db.embedded import errors
from workout_core.db.interrupting import interruptible
from workout_core.db.restoring import reading
from workout_core.db.views import SQLITE, TABLES, VIEWS, select_of
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from pathlib import Path

LIMIT_S: Final = 30.0
LONGEST_VALUE: Final = 10_000_000
FORBIDDEN: Final = frozenset({"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"})
LISTING: Final = "workout sql --views lists what can be asked"
SCHEMA_TABLES: Final = (
    "sqlite_master",
    "sqlite_schema",
    "sqlite_temp_master",
    "sqlite_temp_schema",
    "sqlite_sequence",
)
_FREE: Final = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE)


class Rows(NamedTuple):
    """An answer: its columns, so many rows at most, and whether there are more."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    has_more: bool


def ask_file(path: Path, user: int, query: str, limit: int | None) -> Rows:
    """What a SELECT on the views answers; InvalidError for any other statement, or one that is wrong."""
    with errors(path), closing(reading(path)) as connection:
        _prepare(connection, user)
        try:
            with interruptible(connection, LIMIT_S):
                cursor = connection.execute(query)
                if cursor.description is None:
                    raise refusal("it asks nothing")
                columns = [name for name, *_ in cursor.description]
                rows = cursor.fetchall() if limit is None else list(islice(cursor, limit + 1))
        except sqlite3.DatabaseError as error:
            raise refusal(str(error)) from error
    return Rows(unique(columns), rows[:limit], limit is not None and len(rows) > limit)


def refusal(told: str) -> InvalidError:
    """What a database said of a query, in one line."""
    if told in ("not authorized", "authorization denied"):
        told = "only SELECT on the views is answered here"
    return InvalidError(f"The query cannot be answered: {told}", hints=[LISTING])


def unique(columns: list[str]) -> list[str]:
    """The names of columns, those that repeat with a number after them."""
    seen: dict[str, int] = {}
    found = []
    for name in columns:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return found


def _prepare(connection: sqlite3.Connection, user: int) -> None:
    secret = secrets.token_hex(8)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    hidden = frozenset({*tables, *SCHEMA_TABLES} - VIEWS.keys())
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT 1 FROM json_each('[]')")  # made on first use, which would be refused
    for name, view in VIEWS.items():
        inner = f"{name}_{secret}"
        connection.execute(f"CREATE TEMP VIEW {inner} AS {select_of(view, SQLITE, user, 'main')}")
        connection.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM {inner}")  # noqa: S608
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)

    def allow(action: int, one: str | None, two: str | None, db: str | None, by: str | None) -> int:
        allowed = (
            action in _FREE
            or (action == sqlite3.SQLITE_FUNCTION and two not in FORBIDDEN)
            or (action == sqlite3.SQLITE_READ and _may_read(one, two, db, by or "", secret, hidden))
        )
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    connection.set_authorizer(allow)


def _may_read(
    table: str | None,
    column: str | None,
    database: str | None,
    by: str,
    secret: str,
    hidden: frozenset[str],
) -> bool:
    """A view, a common table, or what a view of ours reads; what is only counted is told without a column."""
    if table in ("json_each", "json_tree"):
        return True
    if database == "temp":
        return table in VIEWS or (table or "").endswith(secret)
    if database is None:
        return not column and table not in hidden
    return table in TABLES and (by.endswith(secret) or not column)
