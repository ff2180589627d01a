"""The services over a database in this process: the composition root, and the only place that commits."""

from __future__ import annotations

import platform
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from workout_core.accounts.owner import OWNER
from workout_core.accounts.repository import AccountRepository
from workout_core.accounts.tokens import Actor, identify
from workout_core.exercises.repository import ExerciseRepository
from workout_core.exercises.service import ExerciseService
from workout_core.operations.journal import Journal
from workout_core.services import Services
from workout_core.transfer.repository import ImportRepository
from workout_core.transfer.service import TransferService
from workout_core.workouts.execution_service import ExecutionService
from workout_core.workouts.repository import WorkoutRepository
from workout_core.workouts.service import WorkoutService
from workout_core.workouts.set_service import SetService

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from workout_core.db.executor import Database, Executor

T = TypeVar("T")


class LocalBackend:
    """A database of one's own: without a token, everything in it is the owner's."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @asynccontextmanager
    async def services(self, *, readonly: bool = False) -> AsyncIterator[Services]:
        """The owner's services in one transaction."""
        actor = Actor(OWNER, platform.node())
        async with self.database.transaction(readonly=readonly) as executor:
            async with _services(executor, actor) as services:
                yield services

    @asynccontextmanager
    async def services_of(
        self, token: str | None, *, readonly: bool = False
    ) -> AsyncIterator[Services]:
        """The services of the user whose token it is, in the transaction that looked at the token."""
        async with self.database.transaction(readonly=readonly) as executor:
            actor = await identify(executor, token)
            async with _services(executor, actor) as services:
                yield services

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.database.run(work)

    async def close(self) -> None:
        await self.database.close()


@asynccontextmanager
async def _services(executor: Executor, actor: Actor) -> AsyncIterator[Services]:
    journal = Journal(executor, actor.user, actor.device)
    yield build_services(executor, actor.user, journal)
    await journal.flush()


def build_services(executor: Executor, user: int, journal: Journal) -> Services:
    """Every service of one user, on one transaction."""
    accounts = AccountRepository(executor, user, journal)
    exercises = ExerciseRepository(executor, user, journal)
    workouts = WorkoutRepository(executor, user, journal)
    imports = ImportRepository(executor, user, journal)
    return Services(
        exercises=ExerciseService(exercises),
        workouts=WorkoutService(workouts, exercises, accounts),
        executions=ExecutionService(workouts, exercises),
        sets=SetService(workouts),
        transfer=TransferService(imports, workouts, exercises, accounts),
    )
