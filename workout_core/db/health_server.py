"""How a PostgreSQL database is: found out by looking only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from workout_core.accounts.owner import OWNER
from workout_core.checks import CheckRead, ok, warning
from workout_core.db.engine import ACT_FOR, EXAMPLE, errors
from workout_core.db.health import clock_check, version_check
from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECT_S: Final = 3
PASSES_WALLS: Final = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
A_ROLE: Final = "ALTER ROLE ... NOSUPERUSER NOBYPASSRLS"
OPTIONS: Final = "-c default_transaction_read_only=on -c statement_timeout=3s"


def connection_string(url: str) -> str:
    """A URL of the settings as psycopg takes it."""
    try:
        parsed = make_url(url).set(drivername="postgresql")
    except (ArgumentError, ValueError) as error:
        raise ConfigError("The database URL cannot be read", hints=[EXAMPLE]) from error
    return parsed.render_as_string(hide_password=False)


def check_database(url: str) -> Iterator[CheckRead]:
    """Everything about a database on a server."""
    place = connection_string(url)
    with (
        errors(),
        psycopg.connect(place, connect_timeout=CONNECT_S, options=OPTIONS) as connection,
    ):
        info = connection.info
        yield ok("database", f"{info.dbname} on {info.host or 'this machine'}, as {info.user}")
        (version,) = connection.execute("SHOW server_version").fetchone() or ("?",)
        yield ok("postgresql", str(version))
        yield _reading(connection)
        known = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
        if known == (None,):
            yield ok("version", "empty: the first command makes its tables")
            return
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        yield version_check(str(row[0]) if row else None)
        yield _walls(connection)
        connection.execute(ACT_FOR, [str(OWNER)])
        last = connection.execute("SELECT max(updated_at) FROM workouts").fetchone()
        yield clock_check(last[0] if last else None)


def _reading(connection: psycopg.Connection[tuple[object, ...]]) -> CheckRead:
    (standby,) = connection.execute("SELECT pg_is_in_recovery()").fetchone() or (False,)
    if standby:
        return warning("writable", "it is a standby, which only reads")
    return ok("writable", "it is no standby")


def is_walled(url: str) -> bool:
    """Whether PostgreSQL itself keeps each user to their own rows, which it does for no superuser."""
    with (
        errors(),
        psycopg.connect(
            connection_string(url), connect_timeout=CONNECT_S, options=OPTIONS
        ) as connection,
    ):
        return _is_walled(connection)


def _is_walled(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    return connection.execute(PASSES_WALLS).fetchone() == (False,)


def _walls(connection: psycopg.Connection[tuple[object, ...]]) -> CheckRead:
    if _is_walled(connection):
        return ok("row security", "each user's rows are walled off")
    return warning("row security", f"the role {connection.info.user} passes it by", A_ROLE)
