"""The embedded database: compiled statements on the standard library's sqlite3.

Context: a command that logs a set must neither import SQLAlchemy nor start an event loop. Decision: the
executor's methods are coroutines that never wait, so `drive` runs them to their end in one step; under a server
or a TUI that happens in a worker thread, with a connection each. Consequences: every write begins with BEGIN
IMMEDIATE, since a reading transaction that turns into a writing one fails at once when another wrote meanwhile;
and writers of one process queue on a lock of ours, because SQLite's own waiting is a sleep and isn't fair.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from contextlib import asynccontextmanager, contextmanager, suppress
from math import exp
from typing import TYPE_CHECKING, Any, Final, TypeVar

from workout_core.db.compiled import HEAD, STATEMENTS
from workout_core.db.values import FROM_SQLITE, TO_SQLITE
from workout_core.errors import (
    ConflictError,
    DuplicateError,
    InvalidError,
    StorageError,
    UnreachableError,
    WorkoutError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
    from pathlib import Path

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row

T = TypeVar("T")

WAIT_S: Final = 10.0
LOG_LIMIT: Final = 8 << 20
PLACE: Final = "check that its folder exists and is writable, or set WORKOUT_DATABASE_URL"
# While SQLite waits it hears no Ctrl-C, so a turn to write is waited for in slices.
SLICE_S: Final = 0.2
# Before 3.51.3 a checkpoint that meets another writer can damage the file; the last connection to
# close makes it alone.
CHECKPOINTS_SAFELY: Final = sqlite3.sqlite_version_info >= (3, 51, 3)


def drive(coroutine: Coroutine[Any, Any, T]) -> T:
    """What a coroutine that never waits returns."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    coroutine.close()
    raise RuntimeError("the embedded database answers at once, but something waited")


class EmbeddedExecutor:
    """Runs the compiled statements on one connection, inside a transaction that is already open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def act_for(self, user: int) -> None:
        """Nothing: SQLite has no walls of its own, the statements are the only ones."""

    async def one(self, statement: StatementName, **binds: Any) -> Row | None:
        rows = await self.all(statement, **binds)
        return rows[0] if rows else None

    async def all(self, statement: StatementName, **binds: Any) -> list[Row]:
        columns = [(name, FROM_SQLITE[tag]) for name, tag in STATEMENTS[statement][3]]
        with errors():  # a damaged page, or a text that is none, may come to light at any row
            return [
                {
                    name: value if value is None or convert is None else convert(value)
                    for (name, convert), value in zip(columns, row, strict=True)
                }
                for row in self._run(statement, binds)
            ]

    async def execute(self, statement: StatementName, **binds: Any) -> int:
        return self._run(statement, binds).rowcount

    async def many(self, statement: StatementName, rows: Sequence[Mapping[str, Any]]) -> None:
        text, expected, constants, _ = STATEMENTS[statement]
        binders = [(name, TO_SQLITE[tag]) for name, tag, _ in expected]
        with errors():
            self._connection.executemany(
                text,
                (
                    [
                        value if value is None or convert is None else convert(value)
                        for name, convert in binders
                        for value in (row[name] if name in row else constants[name],)
                    ]
                    for row in rows
                ),
            )

    def _run(self, statement: StatementName, binds: Mapping[str, Any]) -> sqlite3.Cursor:
        text, expected, constants, _ = STATEMENTS[statement]
        arguments: list[Any] = []
        for name, tag, is_list in expected:
            value: Any = binds[name] if name in binds else constants[name]
            values: Sequence[Any] = value if is_list else (value,)
            convert = TO_SQLITE[tag]
            arguments += [
                each if each is None or convert is None else convert(each) for each in values
            ]
            if is_list:
                text = text.replace(f"__[POSTCOMPILE_{name}]", ",".join("?" * len(values)))
        with errors():
            return self._connection.execute(text, arguments)


class EmbeddedDatabase:
    """A SQLite file, made or brought up to date when it is first opened."""

    blocks = True

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: deque[sqlite3.Connection] = deque()
        self._writing = threading.Lock()
        self._is_current = False
        self._log = path.with_name(f"{path.name}-wal")
        self._log_limit = LOG_LIMIT

    @asynccontextmanager
    async def transaction(
        self, *, readonly: bool = False, waits: bool = True
    ) -> AsyncIterator[EmbeddedExecutor]:
        limit_s = WAIT_S if waits else 0.0
        with self._connection() as connection, self._turn(limit_s, readonly=readonly):
            with errors(self.path):
                connection.execute("BEGIN") if readonly else _begin_writing(connection, limit_s)
            try:
                yield EmbeddedExecutor(connection)
                with errors(self.path):
                    connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return drive(work)

    async def close(self) -> None:
        self._close_idle()

    def _close_idle(self) -> None:
        while self._idle:
            connection = self._idle.pop()
            with suppress(sqlite3.Error):
                if connection.total_changes:
                    connection.execute("PRAGMA busy_timeout = 0")  # it isn't worth waiting for
                    connection.execute("PRAGMA analysis_limit = 400")
                    connection.execute("PRAGMA optimize")
            with suppress(sqlite3.Error):
                connection.close()

    @contextmanager
    def _turn(self, limit_s: float, *, readonly: bool) -> Iterator[None]:
        if readonly:
            yield
            return
        if not self._writing.acquire(timeout=limit_s):
            raise busy()
        try:
            yield
        finally:
            self._writing.release()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._open()
        try:
            yield connection
        finally:
            self._idle.append(connection)
            self._shorten_log()

    def _shorten_log(self) -> None:
        """Close what is idle when the write-ahead log is long: whoever closes last moves it into the file.

        Where a checkpoint beside others is unsafe this is the only one, and a server would never come to it.
        """
        if CHECKPOINTS_SAFELY:
            return
        try:
            size = self._log.stat().st_size
        except OSError:
            size = 0
        if size < self._log_limit:
            self._log_limit = min(self._log_limit, size + LOG_LIMIT)
        else:
            self._log_limit = size + LOG_LIMIT
            self._close_idle()

    def _open(self) -> sqlite3.Connection:
        if not self._is_current:
            self._bring_up_to_date()
        with errors(self.path):
            return connect(self.path)

    def _bring_up_to_date(self) -> None:
        if self._version() != HEAD:
            from workout_core.db.migrate import upgrade_file

            upgrade_file(self.path)
        self._is_current = True

    def _version(self) -> str | None:
        with errors(self.path):
            if not self.path.exists():
                return None
            connection = connect(self.path)
            try:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            except sqlite3.OperationalError as error:
                if "no such table" in str(error):
                    return None
                raise
            finally:
                connection.close()
        return str(row[0]) if row else None


def connect(path: Path, wait_s: float = WAIT_S) -> sqlite3.Connection:
    """A connection as all of ours are: durable, waiting for its turn, with foreign keys."""
    connection = sqlite3.connect(
        path, timeout=wait_s, isolation_level=None, check_same_thread=False
    )
    try:
        connection.create_function("lower", 1, _lower, deterministic=True)
        # SQLite may be built without its mathematics.
        connection.create_function("exp", 1, exp, deterministic=True)
        connection.create_function("pow", 2, pow, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if not CHECKPOINTS_SAFELY:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin_writing(connection: sqlite3.Connection, limit_s: float) -> None:
    """Begin when no other program writes."""
    deadline = time.monotonic() + limit_s
    connection.execute(f"PRAGMA busy_timeout = {min(SLICE_S, limit_s) * 1000:.0f}")
    try:
        while not connection.in_transaction:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if (
                    error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY
                    or time.monotonic() > deadline
                ):
                    raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {WAIT_S * 1000:.0f}")


def _lower(value: Any) -> Any:
    """SQLite's own folds ASCII only, and searches are for any language."""
    return value.lower() if isinstance(value, str) else value


def busy(wait_s: float = WAIT_S) -> UnreachableError:
    return UnreachableError(
        f"The database has been busy for {wait_s:.0f} seconds, so nothing was written",
        hints=["another program holds it; try again when that is done"],
    )


@contextmanager
def errors(path: Path | None = None) -> Iterator[None]:
    """What SQLite and the system say, as errors that a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error, path) from error
    except OSError as error:
        if path is None:
            raise
        raise _unreadable(path, error) from error


def translated(error: sqlite3.Error, path: Path | None) -> WorkoutError:
    """The error of ours that a SQLite error means."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, make in _MEANINGS.items():
        if name.startswith(prefix):
            return make(str(path) if path else "the database file")
    return StorageError(f"The database failed: {error}", hints=["workout doctor"])


def _unreadable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        f"{path} cannot be opened: {error.strerror}",
        hints=[PLACE],
    )


def damaged(file: str) -> WorkoutError:
    return StorageError(
        f"{file} is damaged or is no workout database; it was left as it is",
        hints=["workout restore latest takes the newest copy from the backups folder beside it"],
    )


_MEANINGS: Final[dict[str, Callable[[str], WorkoutError]]] = {
    "SQLITE_BUSY": lambda _: busy(),
    "SQLITE_LOCKED": lambda _: busy(),
    "SQLITE_CONSTRAINT_UNIQUE": lambda _: DuplicateError("There is one like that already"),
    "SQLITE_CONSTRAINT_PRIMARYKEY": lambda _: DuplicateError("There is one with that id already"),
    "SQLITE_CONSTRAINT_FOREIGNKEY": lambda _: ConflictError(
        "It refers to something that isn't there"
    ),
    "SQLITE_CONSTRAINT": lambda _: InvalidError("The database refused a value as out of range"),
    "SQLITE_FULL": lambda _: StorageError(
        "The disk is full, so nothing was written", hints=["make room and try again"]
    ),
    "SQLITE_READONLY": lambda file: StorageError(
        f"{file} is read-only, so nothing was written",
        hints=["make the file and its folder writable, or set WORKOUT_DATABASE_URL"],
    ),
    "SQLITE_CANTOPEN": lambda file: StorageError(f"{file} cannot be opened", hints=[PLACE]),
    "SQLITE_IOERR": lambda file: StorageError(
        f"{file} could not be read or written", hints=["check the disk and try again"]
    ),
    "SQLITE_CORRUPT": damaged,
    "SQLITE_NOTADB": damaged,
}
