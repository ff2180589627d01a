"""The tables and the services on PostgreSQL spread over machines, where there is one.

WORKOUT_TEST_CITUS_URL is a server whose user may make databases, and whose new databases may have the extension;
a single machine will do. The tables are then as they are spread over many.
"""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from tests.postgres import Databases, connect
from workout_core.accounts.owner import OWNER
from workout_core.db.backend import LocalBackend
from workout_core.db.engine import EngineDatabase
from workout_core.db.migrate import upgrade_server
from workout_core.db.tables import metadata
from workout_core.exercises.schemas import ExerciseCreate, ExerciseFilters
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

URL: Final = os.environ.get("WORKOUT_TEST_CITUS_URL", "")
pytestmark = pytest.mark.skipif(not URL, reason="WORKOUT_TEST_CITUS_URL is not set")
SPREAD: Final = """
    SELECT logicalrelid::text, column_to_column_name(logicalrelid, partkey) FROM pg_dist_partition
"""


@pytest.fixture
def citus_url() -> Iterator[str]:
    """A migrated database of the test's own."""
    with closing(Databases(URL)) as databases:
        url = databases.fresh()
        with connect(url) as connection:
            connection.execute("CREATE EXTENSION citus")
        upgrade_server(url)
        yield url


@pytest.fixture
async def citus(citus_url: str) -> AsyncIterator[LocalBackend]:
    backend = LocalBackend(EngineDatabase(citus_url))
    yield backend
    await backend.close()


def test_every_table_is_spread_as_it_says(citus_url: str) -> None:
    with connect(citus_url) as connection:
        found: dict[str, str] = dict(connection.execute(SPREAD).fetchall())
    assert found == {name: table.info["distribute"] for name, table in metadata.tables.items()}


def test_upgrading_again_changes_nothing(citus_url: str) -> None:
    upgrade_server(citus_url)
    with connect(citus_url) as connection:
        assert connection.execute("SELECT id FROM users").fetchall() == [(OWNER,)]


async def test_a_workout_is_logged_found_changed_and_deleted(citus: LocalBackend) -> None:
    line = WorkoutLog(text="bench 60kgx5w 3x5@100kg", at=datetime(2026, 11, 20, 18, tzinfo=UTC))
    async with citus.services() as services:
        await services.log.add(line)
    async with citus.services(readonly=True) as services:
        [found] = (await services.workouts.list(WorkoutFilters(search="bench"))).items
        workout = await services.workouts.get(found.id)
    assert found.volume_kg == 1800
    [execution] = workout.exercise_executions
    assert [each.reps for each in execution.sets] == [5, 5, 5, 5]
    async with citus.services() as services:
        await services.sets.delete(found.id, execution.id, execution.sets[-1].id)
        [found] = (await services.workouts.list(WorkoutFilters())).items
        assert found.sets == 3
        await services.workouts.delete(found.id)
    async with citus.services(readonly=True) as services:
        assert (await services.workouts.list(WorkoutFilters())).total == 0


async def test_an_exercise_of_ones_own(citus: LocalBackend) -> None:
    async with citus.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zercher Carry"))
    async with citus.services(readonly=True) as services:
        own = await services.exercises.list(ExerciseFilters(is_user_created=True))
    assert [each.name for each in own.items] == ["Zercher Carry"]
