"""The server by hand on PostgreSQL: FastAPI, response models, SQL as text, psycopg and its pool."""

from __future__ import annotations

import gc
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from fastapi import FastAPI, HTTPException, Request
from psycopg import AsyncConnection
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from psycopg_pool import AsyncConnectionPool

from tests.bench import hand
from tests.bench.hand import Row
from workout_core.paging import Page
from workout_core.workouts.inputs import SetCreate
from workout_core.workouts.schemas import SetRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Connection = AsyncConnection[Row]
_FOR_PSYCOPG: Final = {
    name: hand.for_psycopg(sql)
    for name, sql in vars(hand).items()
    if isinstance(sql, str) and name.isupper()
}


def application(url: str) -> FastAPI:
    pool = AsyncConnectionPool(
        url,
        connection_class=AsyncConnection[Row],
        kwargs={"row_factory": dict_row},
        min_size=10,
        max_size=20,
        open=False,
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with pool:
            gc.collect()
            gc.freeze()
            yield

    app = FastAPI(lifespan=lifespan)

    @app.get(hand.ONE, response_model=WorkoutRead)
    async def get(request: Request, workout_id: UUID) -> Any:
        async with pool.connection() as connection:
            user = (await _actor(connection, request))["user_id"]
            binds = {"user": user, "workout": workout_id}
            if not (found := await _all(connection, "WORKOUT", binds)):
                raise HTTPException(404)
            executions = await _all(connection, "EXECUTIONS", binds)
            return hand.nested(found[0], executions, await _all(connection, "SETS", binds))

    @app.get(hand.LIST, response_model=Page[WorkoutSummary])
    async def page(request: Request, page: int = 1, size: int = 20) -> Any:
        async with pool.connection() as connection:
            user = (await _actor(connection, request))["user_id"]
            place = {"user": user, "size": size, "offset": (page - 1) * size}
            workouts = await _all(connection, "PAGE", place)
            total = (await _all(connection, "COUNT", {"user": user}))[0]["total"]
            binds = {"user": user, "ids": [row["id"] for row in workouts]}
            totals = await _all(connection, "TOTALS", binds)
            names = await _all(connection, "EXERCISES", binds)
        items = hand.listed(workouts, totals, names)
        return {"items": items, "total": total, "page": page, "size": size}

    @app.post(hand.ADD, response_model=SetRead, status_code=201)
    async def add(request: Request, workout_id: UUID, execution_id: UUID, data: SetCreate) -> Any:
        async with pool.connection() as connection:
            actor = await _actor(connection, request)
            user = actor["user_id"]
            binds = {"user": user, "workout": workout_id, "execution": execution_id}
            if not (found := await _all(connection, "PLACE_LOCKED", binds)):
                raise HTTPException(404)
            position = (await _all(connection, "NEXT", binds))[0]
            place = {"user_id": user, "workout_id": workout_id, "execution_id": execution_id}
            row = hand.new_set(data, {**place, **found[0], **position})
            await connection.execute(_FOR_PSYCOPG["ADD_SET"], row)
            entry = hand.operation(row, actor["name"])
            entry["after"] = Jsonb(entry["after"])
            await connection.execute(_FOR_PSYCOPG["ADD_OPERATION"], entry)
        return hand.shown(row)

    return app


_FOR_PSYCOPG["PLACE_LOCKED"] = f"{_FOR_PSYCOPG['PLACE']} FOR UPDATE OF e"


async def _all(connection: Connection, name: str, binds: Row) -> list[Row]:
    return await (await connection.execute(_FOR_PSYCOPG[name], binds)).fetchall()


async def _actor(connection: Connection, request: Request) -> Row:
    header = request.headers.get("authorization")
    found = await _all(connection, "TOKEN", {"id": hand.digest(header)})
    if not found or not hand.is_valid(found[0]):
        raise HTTPException(401)
    return found[0]
