"""PostgreSQL keeps each user to their own rows, also where a statement of ours forgot to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from tests.core.scene import furnished
from tests.postgres import ROLE, connect
from tests.server.people import STRANGER, known
from workout_core.accounts.owner import OWNER, Actor
from workout_core.db.backend import services_on
from workout_core.db.engine import ACT_FOR, EngineDatabase
from workout_core.db.tables import metadata
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workout_core.db.backend import LocalBackend

WALLED: Final = """
    SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid
    WHERE relrowsecurity AND relforcerowsecurity AND polcmd = '*'
"""
OWNED: Final = [
    *(each.name for each in metadata.sorted_tables if each.info["distribute"] == "user_id"),
    "users",
]
TURNS: Final = 1000
AT_ONCE: Final = 40  # twice as many as there are connections


@pytest.fixture
async def client(server_database: LocalBackend) -> AsyncIterator[psycopg.Connection[Any]]:
    """A connection of an ordinary role, to a database in which two users have rows."""
    await known(server_database, STRANGER)
    await furnished(server_database)
    async with (
        server_database.database.transaction() as executor,
        services_on(executor, Actor(STRANGER, "test")) as services,
    ):
        await services.log.add(WorkoutLog(text="squat 60x5"))
    database = server_database.database
    assert isinstance(database, EngineDatabase)
    with connect(database.url) as connection:
        connection.execute(f"SET ROLE {ROLE}")
        yield connection


def test_every_table_of_users_rows_is_walled(postgres_url: str) -> None:
    with connect(postgres_url) as connection:
        assert {name for (name,) in connection.execute(WALLED)} == set(OWNED)


def users_in(connection: psycopg.Connection[Any], table: str) -> set[int]:
    owner = "id" if table == "users" else "user_id"
    return {user for (user,) in connection.execute(f"SELECT {owner} FROM {table}")}


@pytest.mark.parametrize(
    "table", ["users", "workouts", "exercise_executions", "sets", "operations"]
)
def test_who_does_not_ask_for_their_rows_gets_no_others(
    client: psycopg.Connection[Any], table: str
) -> None:
    assert users_in(client, table) == set()
    for user in (OWNER, STRANGER):
        with client.transaction():
            client.execute(ACT_FOR, [str(user)])
            assert users_in(client, table) == {user}
            changed = client.execute(f"UPDATE {table} SET updated_at = now()").rowcount
            counted = client.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert counted == (changed,)
    assert users_in(client, table) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE workouts SET user_id = 7",
        """INSERT INTO users (id, unit, settings, created_at, updated_at)
           VALUES (7, 'kg', '{}', now(), now())""",
        """INSERT INTO profiles (user_id, id, bands, version, created_at, updated_at)
           VALUES (7, gen_random_uuid(), '{}', 1, now(), now())""",
    ],
)
def test_nothing_is_written_for_another(client: psycopg.Connection[Any], statement: str) -> None:
    with client.transaction(force_rollback=True):
        client.execute(ACT_FOR, [str(OWNER)])
        assert client.execute("DELETE FROM operations WHERE user_id = 7").rowcount == 0
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            client.execute(statement)


async def test_users_who_share_connections_do_not_meet(server_database: LocalBackend) -> None:
    """Whose turn it was on a connection before is nothing to the next."""
    await known(server_database, STRANGER)
    users = (OWNER, STRANGER)

    async def turn(number: int) -> None:
        actor = Actor(users[number % 2], "test")
        async with (
            server_database.database.transaction(readonly=number >= 2) as executor,
            services_on(executor, actor, readonly=number >= 2) as services,
        ):
            if number < 2:
                await services.log.add(WorkoutLog(text=f"squat 60x{actor.user}"))
            page = await services.workouts.list(WorkoutFilters())
            assert page.total == 1

    for number in (0, 1):
        await turn(number)
    for first in range(2, TURNS, AT_ONCE):
        await asyncio.gather(*(turn(first + each) for each in range(AT_ONCE)))


async def test_who_acts_for_nobody_finds_nothing(server_database: LocalBackend) -> None:
    await furnished(server_database)
    async with server_database.database.transaction() as executor:
        assert await executor.one("workouts.active", user_id=OWNER) is None
        await executor.act_for(OWNER)
        assert await executor.one("workouts.active", user_id=OWNER)
