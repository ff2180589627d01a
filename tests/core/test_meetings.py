"""Changes of one user that meet: they are made one after another, on PostgreSQL as on SQLite."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.errors import ConflictError, NotFoundError
from workout_core.workouts.inputs import SetCreate, SetUpdate, WorkoutUpdate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from workout_core.db.backend import LocalBackend
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


async def logged(backend: LocalBackend) -> WorkoutRead:
    async with backend.services() as services:
        done = await services.log.add(WorkoutLog(text="bench 100x5", at=AT))
        assert done.workout
        return await services.workouts.get(done.workout.id)


async def meet(
    backend: LocalBackend,
    first: Callable[[Services], Awaitable[Any]],
    second: Callable[[Services], Awaitable[Any]],
) -> list[Any]:
    """What both come to when the second begins while the first is being made."""
    began = asyncio.Event()

    async def one() -> Any:
        async with backend.services() as services:
            began.set()
            await asyncio.sleep(0)
            return await first(services)

    async def other() -> Any:
        await began.wait()
        async with backend.services() as services:
            return await second(services)

    return list(await asyncio.gather(one(), other(), return_exceptions=True))


async def test_a_deleted_set_stays_deleted(server_database: LocalBackend) -> None:
    workout = await logged(server_database)
    execution = workout.exercise_executions[0]
    place = (workout.id, execution.id, execution.sets[0].id)
    _, changed = await meet(
        server_database,
        lambda services: services.sets.delete(*place),
        lambda services: services.sets.update(*place, SetUpdate(reps=6)),
    )
    assert isinstance(changed, NotFoundError)
    async with server_database.services(readonly=True) as services:
        assert (await services.workouts.get(workout.id)).sets == 0


async def test_two_changes_of_a_set_are_both_kept(server_database: LocalBackend) -> None:
    workout = await logged(server_database)
    execution = workout.exercise_executions[0]
    place = (workout.id, execution.id, execution.sets[0].id)
    await meet(
        server_database,
        lambda services: services.sets.update(*place, SetUpdate(note="hard")),
        lambda services: services.sets.update(*place, SetUpdate(reps=6)),
    )
    async with server_database.services(readonly=True) as services:
        one = await services.sets.get(*place)
    assert (one.note, one.reps) == ("hard", 6)


async def test_a_line_never_goes_into_a_workout_that_is_being_deleted(
    server_database: LocalBackend,
) -> None:
    workout = await logged(server_database)
    _, done = await meet(
        server_database,
        lambda services: services.workouts.delete(workout.id),
        lambda services: services.log.add(WorkoutLog(text="squat 100x5x2", at=AT)),
    )
    assert done.workout.id != workout.id
    async with server_database.services(readonly=True) as services:
        day = await services.workouts.day(date(2026, 11, 20))
    assert [each.id for each in day.workouts] == [done.workout.id]
    assert day.sets == 2


async def test_a_set_never_goes_into_a_workout_that_is_being_deleted(
    server_database: LocalBackend,
) -> None:
    workout = await logged(server_database)
    execution = workout.exercise_executions[0]
    _, added = await meet(
        server_database,
        lambda services: services.workouts.delete(workout.id),
        lambda services: services.sets.create(workout.id, execution.id, SetCreate(reps=1)),
    )
    assert isinstance(added, NotFoundError)


@pytest.mark.parametrize("turns", range(3))
async def test_many_kinds_of_changes_at_once_never_stand_in_each_others_way(
    server_database: LocalBackend, turns: int
) -> None:
    workout = await logged(server_database)
    execution = workout.exercise_executions[0]

    async def change(number: int) -> None:
        async with server_database.services() as services:
            if number % 3 == 0:
                await services.workouts.update(workout.id, WorkoutUpdate(note=f"note {number}"))
            elif number % 3 == 1:
                await services.sets.create(workout.id, execution.id, SetCreate(reps=number))
            else:
                await services.log.add(WorkoutLog(text="bench 100x5", at=AT))

    await asyncio.gather(*(change(number + turns) for number in range(12)))
    async with server_database.services(readonly=True) as services:
        whole = await services.workouts.get(workout.id)
    assert whole.sets == 1 + 8
    assert [each.position for each in whole.exercise_executions[0].sets] == list(range(9))


async def test_a_change_of_what_was_read_before_another_is_refused(local: LocalBackend) -> None:
    """A repository never writes over a row that it has not seen."""
    workout = await logged(local)
    async with local.services() as services:
        repository = services.workouts._repository
        row = await repository.by_id(workout.id)
        assert row
        await repository.change(row, {"note": "first"})
        with pytest.raises(ConflictError, match="meanwhile"):
            await repository.change(row, {"note": "second"})
