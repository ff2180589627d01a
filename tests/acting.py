"""Whose rows tests see that ask the database themselves: a user's, as the services do, or everybody's."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from workout_core.accounts.owner import OWNER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection

    from workout_core.db.executor import Database, Executor


@asynccontextmanager
async def acting(
    database: Database, *, user: int = OWNER, readonly: bool = False
) -> AsyncIterator[Executor]:
    """A user's transaction."""
    async with database.transaction(readonly=readonly) as executor:
        await executor.act_for(user)
        yield executor


def see_all(connection: Connection) -> None:
    """Pass by the walls between users, where there are any."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET ROLE NONE")
