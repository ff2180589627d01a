"""Brings a database to the tables of this version.

A user's own file is upgraded when it is opened, after a copy of it was put aside. A server's database is made
when it is empty; an older one waits for `workout db migrate`, so that its keeper chooses the moment. A database
of a newer version is refused: an old program could only harm it.

Traps, each with a test: a SQLite batch migration copies a table and drops the old one, which with foreign keys
on deletes the rows that refer to it, so they are off until the end and checked before the commit; the driver's
own transactions leave half a migration behind, so the transaction is ours.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from workout_core.accounts.owner import OWNER
from workout_core.accounts.statements import add_user
from workout_core.backend import open_backend
from workout_core.config_check import masked
from workout_core.db import embedded
from workout_core.db.backups import back_up
from workout_core.db.distributed import has_citus
from workout_core.db.engine import ACT_FOR, CONNECT_S, VERSION
from workout_core.db.engine import errors as server_errors
from workout_core.db.migrations import HEAD
from workout_core.db.schemas import MigratedRead, MigrationRead
from workout_core.errors import StorageError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.config import Settings

LOCK: Final = 7741
# Under the policies of tables a migration that changes rows would find none, and say nothing; so it is refused. It has
# to lift FORCE ROW LEVEL SECURITY from the table first, and to put it back.
NO_ROWS_IS_AN_ERROR: Final = "SET LOCAL row_security = off"
WAIT_S: Final = 60.0
IN_USE: Final = "55P03"  # the SQLSTATE of a lock that was waited for in vain
# A migration takes as long as it takes, whatever a role or a database is set to; not every PostgreSQL knows all three.
UNLIMITED: Final = """
    SELECT set_config(name, '0', true) FROM pg_settings
    WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')
"""
SCRIPTS: Final = "workout_core.db:migrations"


def check_version(version: str | None) -> str | None:
    """The version of a database that can be used as it is, None for an empty one; any other is refused."""
    if version is None or version == HEAD:
        return version
    if not version.isdigit():
        raise StorageError(
            "The database belongs to another program; it was left as it is",
            hints=["set WORKOUT_DATABASE_URL to a database of its own"],
        )
    if version > HEAD:
        raise StorageError(
            f"The database is of a newer version of workout ({version}; this one knows {HEAD})",
            hints=["upgrade workout on this machine: pip install --upgrade workout-cli"],
        )
    raise StorageError(
        f"The database is of an older version of workout ({version}; this one needs {HEAD})",
        hints=["workout db migrate"],
    )


def upgrade(settings: Settings, wait_s: float = WAIT_S) -> MigratedRead:
    """Bring the database of the settings to this version.

    UnreachableError where somebody else is in the way for longer than the wait; then it is as it was.
    """
    require_usable(settings)
    path = settings.database_path
    before = upgrade_file(path, wait_s) if path else upgrade_server(settings.database_url, wait_s)
    return MigratedRead(
        database=shown(settings),
        kind="sqlite" if path else "postgresql",
        before=before,
        version=HEAD,
        made=after(before),
    )


def require_usable(settings: Settings) -> None:
    """Refuse a URL that cannot be."""
    open_backend(replace(settings, server_url=None))


def shown(settings: Settings) -> str:
    """The database of the settings, without a password."""
    return str(settings.database_path or masked(settings.database_url))


def after(version: str | None) -> list[MigrationRead]:
    """The migrations that follow a version, in order; all of them for a database without tables."""
    scripts = [*ScriptDirectory.from_config(_config()).walk_revisions()]
    return [
        MigrationRead(version=each.revision, name=_name(each.path))
        for each in reversed(scripts)
        if version is None or each.revision > version
    ]


def _name(path: str) -> str:
    return Path(path).stem.partition("_")[2].replace("_", " ")


def _refuse_unknown(version: str | None) -> None:
    if version is not None and (version > HEAD or not version.isdigit()):
        check_version(version)


def upgrade_file(path: Path, wait_s: float = embedded.WAIT_S) -> str | None:
    """Make a SQLite file, or bring it to this version after a copy of it was put aside; the version that it had."""
    with _sqlite_errors(path, wait_s):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        version = _file_version(path)
        _refuse_unknown(version)
        if version == HEAD:
            return version
        if version is not None:
            back_up(path, label=f"before-{HEAD}")
        _reserve(path)
        engine = create_engine("sqlite://", creator=lambda: _open(path, wait_s), poolclass=NullPool)
        with engine.connect() as connection:
            _upgrade_open_file(connection)
    path.chmod(0o600)
    return version


def _reserve(path: Path) -> None:
    """Make an empty file that nobody else may read; closing one that is there would end its locks."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def upgrade_server(url: str, wait_s: float = WAIT_S) -> str | None:
    """Bring a PostgreSQL database to this version; the version that it had. Several at once wait for each other."""
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        connect_args={"connect_timeout": CONNECT_S},
    )
    with server_errors(), engine.begin() as connection:
        connection.execute(text(UNLIMITED))
        _limit_waits(connection, wait_s)
        with _in_turn(f"Another migration of the database has not ended in {wait_s:.0f} seconds"):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        before = _server_version(connection)
        _refuse_unknown(before)
        if has_citus(connection):
            connection.execute(text("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'"))
        connection.execute(text(NO_ROWS_IS_AN_ERROR))
        with _in_turn(f"Somebody held a table for {wait_s:.0f} seconds, so nothing was changed"):
            _upgrade(connection)
    engine.dispose()
    return before


def _limit_waits(connection: Connection, wait_s: float) -> None:
    """Wait no longer for any lock; a limit of 0 would be none."""
    limit = {"limit": str(max(1, round(wait_s * 1000)))}
    connection.execute(text("SELECT set_config('lock_timeout', :limit, true)"), limit)


@contextmanager
def _in_turn(refusal: str) -> Iterator[None]:
    """Say who was waited for in vain."""
    try:
        yield
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != IN_USE:
            raise
        raise UnreachableError(
            refusal,
            hints=[
                "workout db migrate --wait 600 waits longer",
                "SELECT pid, state, query FROM pg_stat_activity tells who it is",
            ],
        ) from error


def _server_version(connection: Connection) -> str | None:
    known = connection.scalar(text("SELECT to_regclass('alembic_version')"))
    return connection.scalar(VERSION) if known else None


def _open(path: Path, wait_s: float) -> sqlite3.Connection:
    connection = embedded.connect(path, wait_s)
    connection.execute("PRAGMA foreign_keys = OFF")
    _switch_to_wal(connection, wait_s)
    return connection


def _switch_to_wal(connection: sqlite3.Connection, wait_s: float) -> None:
    """Set the journal mode, which SQLite refuses at once, without waiting, while another does the same."""
    deadline = time.monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _upgrade_open_file(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        _upgrade(connection)
        _refuse_orphans(connection)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _refuse_orphans(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageError("The upgrade would have lost rows, so nothing was changed")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    now = datetime.now(UTC)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL row_security = on")
        connection.exec_driver_sql(ACT_FOR, (str(OWNER),))
    connection.execute(
        add_user,
        {
            "id": OWNER,
            "name": None,
            "email": None,
            "unit": "kg",
            "timezone": None,
            "settings": {},
            "rest_until": None,
            "rest_s": None,
            "created_at": now,
            "updated_at": now,
        },
    )


def _file_version(path: Path) -> str | None:
    if not path.exists():
        return None
    with closing(embedded.connect(path)) as connection:
        return version_in(connection, path)


def version_in(connection: sqlite3.Connection, path: Path) -> str | None:
    """The version of a file's tables, None where it has none; tables of another program are an error."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise embedded.damaged(str(path))
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


@contextmanager
def _sqlite_errors(path: Path, wait_s: float) -> Iterator[None]:
    with embedded.errors(path):
        try:
            yield
        except OSError as error:
            raise StorageError(
                f"{path} cannot be made: {error.strerror}",
                hints=["set WORKOUT_DATABASE_URL to another place"],
            ) from error
        except DBAPIError as error:
            if not isinstance(error.orig, sqlite3.Error):
                raise
            if error.orig.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise embedded.busy(wait_s) from error
            raise error.orig from error
