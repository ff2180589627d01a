"""The same statements on PostgreSQL, also spread over machines: SQLAlchemy's async engine, and psycopg.

Context: SQLAlchemy's own execution of a compiled statement costs as much as psycopg's and the server's together.
Decision: SQLAlchemy compiles each statement once, and keeps the pool; psycopg runs the text.
Consequences: what comes out are the driver's own values (the types of `workout_core.db.base` add nothing on
PostgreSQL but JSONB on the way in), a list is one array, and so each statement is one text that the server prepares.
"""

from __future__ import annotations

import asyncio
import os
import re
import selectors
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from pydantic_core import to_json
from sqlalchemy import event, make_url, text
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import create_async_engine

from workout_core.db.base import Json
from workout_core.db.compiler import statements
from workout_core.errors import (
    ConfigError,
    ConflictError,
    DuplicateError,
    InvalidError,
    StorageError,
    UnreachableError,
    WorkoutError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping, Sequence

    from sqlalchemy import Dialect

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row

T = TypeVar("T")

STATEMENTS: Final[Mapping[str, Any]] = statements()
CONNECT_S: Final = 5
STATEMENT_S: Final = 30
RECYCLE_S: Final = 1800
# psycopg doesn't run on the loop that Windows has by default.
LOOP: Final = asyncio.SelectorEventLoop if os.name == "nt" else None
POOL: Final = 20
DIALECT: Final[Dialect] = dialect()  # type: ignore[no-untyped-call]
_LIST: Final = re.compile(r"IN \(__\[POSTCOMPILE_(\w+)\]\)")
_REFUSAL: Final = re.compile(r"FATAL: *(.+)")
_LATER: Final = re.compile(r"starting up|shutting down|recovery mode|too many|reserved for")
ONE_MOMENT: Final = psycopg.IsolationLevel.REPEATABLE_READ
AT_ONCE: Final = "SET LOCAL lock_timeout = 1"  # milliseconds; 0 would be for ever
ACT_FOR: Final = (
    "SELECT set_config('app.user_id', %s, true)"  # what the policies of the tables ask for
)
VERSION: Final = text("SELECT version_num FROM alembic_version")


class Prepared(NamedTuple):
    """A statement's text for psycopg, its constants, and the names of its JSON binds."""

    text: bytes
    constants: Mapping[str, Any]
    json: tuple[str, ...]

    def binds(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values as psycopg wants them."""
        wrapped = {
            name: Jsonb(given[name], to_json) for name in self.json if given.get(name) is not None
        }
        return {**self.constants, **given, **wrapped}


@cache
def prepared(statement: StatementName) -> Prepared:
    """A statement for PostgreSQL; a list is one array instead of a bind for each of its values."""
    compiled = STATEMENTS[statement].compile(dialect=DIALECT)
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    json = tuple(name for name, bind in compiled.binds.items() if isinstance(bind.type, Json))
    text = _LIST.sub(r"= ANY(%(\1)s)", compiled.string)
    return Prepared(text.encode(), constants, json)


class EngineExecutor:
    """Runs the statements on one connection, inside a transaction that is already open."""

    def __init__(self, connection: psycopg.AsyncConnection[Any]) -> None:
        self._connection = connection

    async def act_for(self, user: int) -> None:
        with errors():
            await self._connection.execute(ACT_FOR, [str(user)])

    async def one(self, statement: StatementName, **binds: Any) -> Row | None:
        return await (await self._run(statement, binds)).fetchone()

    async def all(self, statement: StatementName, **binds: Any) -> list[Row]:
        return await (await self._run(statement, binds)).fetchall()

    async def execute(self, statement: StatementName, **binds: Any) -> int:
        return (await self._run(statement, binds)).rowcount

    async def many(self, statement: StatementName, rows: Sequence[Mapping[str, Any]]) -> None:
        if not rows:
            return
        known = prepared(statement)
        with errors():
            if len(rows) == 1:
                await self._run(statement, rows[0])
            else:
                cursor = self._connection.cursor()
                await cursor.executemany(known.text, [known.binds(row) for row in rows])

    async def _run(
        self, statement: StatementName, binds: Mapping[str, Any]
    ) -> psycopg.AsyncCursor[Row]:
        known = prepared(statement)
        cursor = self._connection.cursor(row_factory=dict_row)
        with errors():
            return await cursor.execute(known.text, known.binds(binds))


class EngineDatabase:
    """A PostgreSQL database behind a pool that lends no connection which the server has closed."""

    blocks = False

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
            self._engine = create_async_engine(
                parsed.set(drivername="postgresql+psycopg"),
                pool_reset_on_return=None,  # what is given back is in no transaction
                pool_recycle=RECYCLE_S,
                pool_size=POOL,
                max_overflow=0,  # what is given back is kept: closing waits, and that is no place for it
                pool_timeout=CONNECT_S,
                connect_args={
                    "connect_timeout": CONNECT_S,
                    "options": f"-c timezone=UTC -c statement_timeout={STATEMENT_S}s",
                },
            )
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise ConfigError("The database URL cannot be read", hints=[EXAMPLE]) from error
        event.listen(self._engine.sync_engine, "checkout", _refuse_closed)
        self.url = url
        self._is_current = False

    @asynccontextmanager
    async def transaction(
        self, *, readonly: bool = False, waits: bool = True
    ) -> AsyncIterator[EngineExecutor]:
        if not self._is_current:
            await self._require_current()
        with errors():
            lent = await self._engine.raw_connection()
        driver = lent.driver_connection
        assert isinstance(driver, psycopg.AsyncConnection)
        try:
            with errors():
                mode = True if readonly else None  # None is as the server says
                if driver.read_only is not mode:
                    await driver.set_read_only(mode)
                    await driver.set_isolation_level(ONE_MOMENT if readonly else None)
                if not waits:
                    await driver.execute(AT_ONCE)
            yield EngineExecutor(driver)
            with errors():
                await driver.commit()
        finally:
            with suppress(psycopg.Error):
                await driver.rollback()  # nothing after a commit
            if driver.info.transaction_status is not TransactionStatus.IDLE:
                driver.pgconn.finish()  # it broke, or was cancelled twice
            lent.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        with asyncio.Runner(loop_factory=LOOP) as runner:
            return runner.run(work)

    async def close(self) -> None:
        await self._engine.dispose()

    async def _require_current(self) -> None:
        from workout_core.db.migrate import check_version, upgrade_server

        if check_version(await self._version()) is None:
            await asyncio.to_thread(upgrade_server, self.url)
        self._is_current = True

    async def _version(self) -> str | None:
        with errors():
            async with self._engine.connect() as connection:
                known = await connection.scalar(text("SELECT to_regclass('alembic_version')"))
                return await connection.scalar(VERSION) if known else None


def _refuse_closed(adapted: Any, record: object, proxy: object) -> None:
    """On an idle connection there is nothing to read but the server's farewell; this asks nobody, unlike a ping."""
    driver = adapted.driver_connection
    with selectors.DefaultSelector() as selector:
        if not driver.closed:
            selector.register(driver.fileno(), selectors.EVENT_READ)
        if driver.closed or selector.select(0):
            raise DisconnectionError


EXAMPLE: Final = "postgresql+psycopg://user:password@host:5432/database"


@contextmanager
def errors() -> Iterator[None]:
    """What PostgreSQL says, as errors that a person can act on; the SQL and its values stay out of them."""
    try:
        yield
    except PoolTimeoutError as error:
        raise _unreachable() from error
    except DBAPIError as error:
        raise translated(error.orig) from error
    except psycopg.Error as error:
        raise translated(error) from error


def translated(error: BaseException | None) -> WorkoutError:
    """The error of ours that a SQLSTATE means.

    Of rows sent together each after a refused one is told as aborted, and may be told in the refusal's place.
    """
    if isinstance(error, psycopg.errors.PipelineAborted):
        first = error.__context__
        if isinstance(first, psycopg.Error):
            return translated(first)
        return ConflictError("Something before it was refused, so it was not written")
    state = getattr(error, "sqlstate", None) or ""
    if state in _BY_STATE:
        kind, message = _BY_STATE[state]
        return kind(message)
    if state[:2] in _BY_CLASS:
        kind, message = _BY_CLASS[state[:2]]
        return kind(message)
    if not state and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return _refused(str(error)) or _unreachable()
    return StorageError(f"The database failed ({state or type(error).__name__})")


def _refused(text: str) -> StorageError | None:
    """Why a server let us not in, which psycopg tells in words only; one that is full or starts may be asked again."""
    found = _REFUSAL.search(text)
    if found is None or _LATER.search(found[1]):
        return None
    return StorageError(
        f"The database server refused: {found[1]}",
        hints=["check the user, the password and the database in WORKOUT_DATABASE_URL"],
    )


def _unreachable() -> UnreachableError:
    return UnreachableError(
        "The database server cannot be reached",
        hints=["check WORKOUT_DATABASE_URL and that PostgreSQL is running"],
    )


_BY_STATE: Final[Mapping[str, tuple[type[WorkoutError], str]]] = {
    "23505": (DuplicateError, "There is one like that already"),
    "23503": (ConflictError, "It refers to something that isn't there"),
    "55P03": (UnreachableError, "Another change is being made, so this one was not; try again"),
    "57014": (UnreachableError, f"The database took over {STATEMENT_S} seconds, so it was stopped"),
    "25006": (StorageError, "The database is read-only, so nothing was written"),
    "3D000": (StorageError, "There is no such database on that server"),
}
_BY_CLASS: Final[Mapping[str, tuple[type[WorkoutError], str]]] = {
    "22": (InvalidError, "The database refused a value as out of range"),
    "23": (InvalidError, "The database refused a value as out of range"),
    "28": (StorageError, "The database refused the user name or the password"),
    "40": (UnreachableError, "Two changes met, and this one was not made; try again"),
    "53": (StorageError, "The database server has run out of room or connections"),
    "08": (UnreachableError, "The database server cannot be reached"),
    "57": (UnreachableError, "The database server is shutting down or starting; try again"),
}
