"""Answers a person's own SQL on PostgreSQL, and changes nothing: one statement, in a transaction that only reads."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, LiteralString
from uuid import UUID

import psycopg

from workout_core.db.engine import ACT_FOR, CONNECT_S, errors
from workout_core.db.health_server import connection_string
from workout_core.db.queries import LIMIT_S, Rows, refusal, unique
from workout_core.db.views import POSTGRESQL, VIEWS, select_of

if TYPE_CHECKING:
    from workout_core.errors import WorkoutError

OPTIONS: Final = f"-c timezone=UTC -c statement_timeout={LIMIT_S:.0f}s"
# Said by the server, not by the query: a connection that is lost, a limit that is reached, a shutdown.
NOT_OF_THE_QUERY: Final = ("08", "53", "57", "58", "XX")


def ask_server(url: str, user: int, query: str, limit: int | None) -> Rows:
    """What a SELECT on the views answers; InvalidError for any other statement, or one that is wrong."""
    place = connection_string(url)
    with errors(), psycopg.connect(place, connect_timeout=CONNECT_S, options=OPTIONS) as connection:
        connection.execute(ACT_FOR, [str(user)])
        for name, view in VIEWS.items():
            made = select_of(view, POSTGRESQL, user, "public")
            connection.execute(_trusted(f"CREATE TEMP VIEW {name} AS {made}"))
        connection.execute("SET TRANSACTION READ ONLY")
        try:
            with connection.cursor("answer") as cursor:  # of which the server takes one SELECT
                cursor.execute(_trusted(query))
                columns = [each.name for each in cursor.description or ()]
                rows = cursor.fetchall() if limit is None else cursor.fetchmany(limit + 1)
        except psycopg.Error as error:
            raise _told(error) from error
        finally:
            connection.rollback()
    plain = [tuple(map(_plain, row)) for row in rows[:limit]]
    return Rows(unique(columns), plain, limit is not None and len(rows) > limit)


def _trusted(text: Any) -> LiteralString:
    """What psycopg wants to be written in the program; here it is on purpose what a person typed."""
    trusted: LiteralString = text
    return trusted


def _told(error: psycopg.Error) -> psycopg.Error | WorkoutError:
    state = error.sqlstate or ""
    if not state or state[:2] in NOT_OF_THE_QUERY:
        return error
    return refusal(error.diag.message_primary or "it is wrong")


def _plain(value: Any) -> Any:
    """A value of the server as SQLite would have it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
