"""Of which version a database is: found out by looking only, so that a service manager may ask at any time."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final, Literal

import psycopg

from workout_core.db import embedded, migrate
from workout_core.db.engine import errors
from workout_core.db.health import looking
from workout_core.db.health_server import CONNECT_S, OPTIONS, connection_string
from workout_core.db.schemas import DatabaseStatusRead

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.config import Settings

# How PostgreSQL shows the lock of a number: its halves, and a 1 that says it was one number.
MIGRATING: Final = """
    SELECT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = %s AND objsubid = 1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""


def status_of(settings: Settings) -> DatabaseStatusRead:
    """How the database of the settings stands to this program; it may be absent."""
    migrate.require_usable(settings)
    path = settings.database_path
    version, migrating = (
        (_file_version(path), None) if path else _server_version(settings.database_url)
    )
    needed = migrate.after(None)[-1].version
    state = _state(version, needed)
    return DatabaseStatusRead(
        database=migrate.shown(settings),
        kind="sqlite" if path else "postgresql",
        version=version,
        needed=needed,
        state=state,
        due=migrate.after(version) if state == "due" else [],
        migrating=migrating,
    )


def _state(version: str | None, needed: str) -> Literal["current", "due", "newer", "foreign"]:
    if version is None:
        return "due"
    if not version.isdigit():
        return "foreign"
    if version == needed:
        return "current"
    return "newer" if version > needed else "due"


def _file_version(path: Path) -> str | None:
    with embedded.errors(path):
        if not path.exists():
            return None
        with closing(looking(path)) as connection:
            return migrate.version_in(connection, path)


def _server_version(url: str) -> tuple[str | None, bool]:
    place = connection_string(url)
    with (
        errors(),
        psycopg.connect(place, connect_timeout=CONNECT_S, options=OPTIONS) as connection,
    ):
        (migrating,) = connection.execute(MIGRATING, [migrate.LOCK]).fetchone() or (False,)
        (known,) = connection.execute("SELECT to_regclass('alembic_version')").fetchone() or (None,)
        if known is None:
            return None, bool(migrating)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None, bool(migrating)
