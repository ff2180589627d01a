"""The server by hand on SQLite: FastAPI with endpoints in its thread pool, a connection for each thread."""

from __future__ import annotations

import gc
import json
import sqlite3
import threading
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from fastapi import FastAPI, HTTPException, Request

from tests.bench import hand
from tests.bench.hand import Row
from workout_core.paging import Page
from workout_core.workouts.inputs import SetCreate
from workout_core.workouts.schemas import SetRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
DOCUMENTS: Final = ("tags", "extras")
INSTANTS: Final = ("started_at", "ended_at", "performed_at", "created_at", "updated_at")


class File:
    """A connection for each thread, and a turn for each writer."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writing = threading.Lock()
        self._local = threading.local()

    @contextmanager
    def transaction(self, how: str = "BEGIN") -> Iterator[sqlite3.Connection]:
        if not hasattr(self._local, "connection"):
            self._local.connection = _connect(self.path)
        connection: sqlite3.Connection = self._local.connection
        connection.execute(how)
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def application(path: Path) -> FastAPI:
    file = File(path)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        gc.collect()
        gc.freeze()
        yield

    app = FastAPI(lifespan=lifespan)

    @app.get(hand.ONE, response_model=WorkoutRead)
    def get(request: Request, workout_id: UUID) -> Any:
        with file.transaction() as connection:
            binds = {"user": _actor(connection, request)[0], "workout": workout_id.bytes}
            if not (found := _all(connection, hand.WORKOUT, binds)):
                raise HTTPException(404)
            executions = _all(connection, hand.EXECUTIONS, binds)
            return hand.nested(found[0], executions, _all(connection, hand.SETS, binds))

    @app.get(hand.LIST, response_model=Page[WorkoutSummary])
    def page(request: Request, page: int = 1, size: int = 20) -> Any:
        with file.transaction() as connection:
            user = _actor(connection, request)[0]
            place = {"user": user, "size": size, "offset": (page - 1) * size}
            workouts = _all(connection, hand.PAGE, place)
            total = connection.execute(hand.COUNT, {"user": user}).fetchone()[0]
            ids = [row["id"] for row in workouts]
            totals, binds = hand.with_marks(hand.TOTALS, ids)
            names, _ = hand.with_marks(hand.EXERCISES, ids)
            binds["user"] = user
            items = hand.listed(
                workouts, _all(connection, totals, binds), _all(connection, names, binds)
            )
        return {"items": items, "total": total, "page": page, "size": size}

    @app.post(hand.ADD, response_model=SetRead, status_code=201)
    def add(request: Request, workout_id: UUID, execution_id: UUID, data: SetCreate) -> Any:
        ids = {"workout": workout_id.bytes, "execution": execution_id.bytes}
        with file.writing, file.transaction("BEGIN IMMEDIATE") as connection:
            user, device = _actor(connection, request)
            binds = {"user": user, **ids}
            if not (found := connection.execute(hand.PLACE, binds).fetchone()):
                raise HTTPException(404)
            position = connection.execute(hand.NEXT, binds).fetchone()[0]
            place = {"user_id": user, "workout_id": workout_id, "execution_id": execution_id}
            of_row = {"exercise_id": UUID(bytes=found[0]), "local_date": found[1]}
            row = hand.new_set(data, {**place, **of_row, "position": position})
            connection.execute(hand.ADD_SET, _kept(row))
            entry = hand.operation(row, device)
            connection.execute(hand.ADD_OPERATION, _kept(entry))
        return hand.shown(row)

    return app


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _all(connection: sqlite3.Connection, sql: str, binds: Row) -> list[Row]:
    """Rows as dicts; what pydantic doesn't read by itself is converted."""
    cursor = connection.execute(sql, binds)
    names = [each[0] for each in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    instants = [name for name in INSTANTS if name in names]
    documents = [name for name in DOCUMENTS if name in names]
    for row in rows:
        for name in instants:
            if row[name] is not None:
                row[name] = EPOCH + timedelta(microseconds=row[name])
        for name in documents:
            row[name] = json.loads(row[name])
    return rows


def _kept(row: Row) -> Row:
    """Values as SQLite keeps them."""
    kept = dict(row)
    for name, value in row.items():
        if isinstance(value, UUID):
            kept[name] = value.bytes
        elif isinstance(value, datetime):
            kept[name] = (value - EPOCH) // timedelta(microseconds=1)
        elif isinstance(value, dict):
            kept[name] = json.dumps(value)
        elif value is not None and not isinstance(value, str | int | bool):
            kept[name] = str(value)
    return kept


def _actor(connection: sqlite3.Connection, request: Request) -> tuple[int, str]:
    """The user and the device of the token."""
    header = request.headers.get("authorization")
    found = connection.execute(hand.TOKEN, {"id": hand.digest(header)}).fetchone()
    if not found or (found[2] and EPOCH + timedelta(microseconds=found[2]) <= datetime.now(UTC)):
        raise HTTPException(401)
    return found[0], found[1]
