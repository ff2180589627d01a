"""The same statements on SQLAlchemy's async engine and psycopg: PostgreSQL, also spread over machines."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import make_url, text
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

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

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row

T = TypeVar("T")

STATEMENTS: Final[Mapping[str, Any]] = statements()
CONNECT_S: Final = 5
STATEMENT_S: Final = 30
_REFUSAL: Final = re.compile(r"FATAL: *(.+)")
_LATER: Final = re.compile(r"starting up|shutting down|recovery mode|too many|reserved for")
VERSION: Final = text("SELECT version_num FROM alembic_version")


class EngineExecutor:
    """Runs the statements on one connection, inside a transaction that is already open."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def one(self, statement: StatementName, **binds: Any) -> Row | None:
        rows = await self.all(statement, **binds)
        return rows[0] if rows else None

    async def all(self, statement: StatementName, **binds: Any) -> list[Row]:
        with errors():
            result = await self._connection.execute(STATEMENTS[statement], binds)
        names = tuple(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result.all()]

    async def execute(self, statement: StatementName, **binds: Any) -> int:
        with errors():
            return (await self._connection.execute(STATEMENTS[statement], binds)).rowcount

    async def many(self, statement: StatementName, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            with errors():
                await self._connection.execute(STATEMENTS[statement], list(rows))


class EngineDatabase:
    """A PostgreSQL database behind a pool that tries a connection before it lends it."""

    blocks = False

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
            self._engine = create_async_engine(
                parsed.set(drivername="postgresql+psycopg"),
                pool_pre_ping=True,
                pool_size=10,
                max_overflow=10,
                pool_timeout=CONNECT_S,
                connect_args={
                    "connect_timeout": CONNECT_S,
                    "options": f"-c timezone=UTC -c statement_timeout={STATEMENT_S}s",
                },
            )
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise ConfigError("The database URL cannot be read", hints=[EXAMPLE]) from error
        self.url = url
        self._is_current = False

    @asynccontextmanager
    async def transaction(self, *, readonly: bool = False) -> AsyncIterator[EngineExecutor]:
        if not self._is_current:
            await self._require_current()
        with errors():
            connection = await self._engine.connect()
        try:
            if readonly:
                await connection.execution_options(postgresql_readonly=True)
            with errors():
                await connection.begin()
            yield EngineExecutor(connection)
            with errors():
                await connection.commit()
        finally:
            await connection.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work)

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


EXAMPLE: Final = "postgresql+psycopg://user:password@host:5432/database"


@contextmanager
def errors() -> Iterator[None]:
    """What PostgreSQL says, as errors that a person can act on; the SQL and its values stay out of them."""
    try:
        yield
    except PoolTimeoutError as error:
        raise _unreachable() from error
    except DBAPIError as error:
        raise translated(error) from error


def translated(error: DBAPIError) -> WorkoutError:
    """The error of ours that a SQLSTATE means."""
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in _BY_STATE:
        kind, message = _BY_STATE[state]
        return kind(message)
    if state[:2] in _BY_CLASS:
        kind, message = _BY_CLASS[state[:2]]
        return kind(message)
    if not state and isinstance(error, OperationalError | InterfaceError):
        return _refused(str(error.orig)) or _unreachable()
    return StorageError(f"The database failed ({state or type(error.orig).__name__})")


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
