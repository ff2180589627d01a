"""The open workout and the rest between sets, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.errors import ConflictError, InvalidError, NotFoundError
from workout_core.exercises.schemas import ExerciseCreate
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters
from workout_core.workouts.session_schemas import (
    RestRead,
    RestStart,
    SessionFinish,
    SessionRead,
    SessionResume,
    SessionStart,
)

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.backend import Backend
    from workout_core.workouts.schemas import WorkoutRead

HOUR = timedelta(hours=1)


def ago(hours: float) -> datetime:
    return datetime.now(UTC) - hours * HOUR


async def start(backend: Backend, **values: Any) -> WorkoutRead:
    async with backend.services() as services:
        return await services.session.start(SessionStart(**values))


async def finish(backend: Backend, **values: Any) -> WorkoutRead:
    async with backend.services() as services:
        return await services.session.finish(SessionFinish(**values))


async def discard(backend: Backend) -> WorkoutRead:
    async with backend.services() as services:
        return await services.session.discard()


async def resume(backend: Backend, workout_id: UUID | None = None) -> WorkoutRead:
    async with backend.services() as services:
        return await services.session.resume(SessionResume(workout_id=workout_id))


async def status(backend: Backend) -> SessionRead:
    async with backend.services(readonly=True) as services:
        return await services.session.status()


async def rest(backend: Backend, seconds: int | None = None) -> RestRead:
    async with backend.services() as services:
        return await services.session.rest(RestStart(seconds=seconds and Decimal(seconds)))


async def log(backend: Backend, text: str, **values: Any) -> UUID:
    async with backend.services() as services:
        logged = await services.log.add(WorkoutLog(text=text, **values))
    assert logged.workout is not None
    return logged.workout.id


async def total(backend: Backend) -> int:
    async with backend.services(readonly=True) as services:
        return (await services.workouts.list(WorkoutFilters())).total


async def test_nothing_is_open_at_first(backend: Backend) -> None:
    found = await status(backend)
    assert (found.workout, found.elapsed_s, found.forgotten) == (None, None, False)
    assert found.rest == RestRead(until=None, seconds=None, left_s=Decimal(0))


async def test_a_workout_from_its_start_to_its_end(backend: Backend) -> None:
    opened = await start(
        backend,
        name="Push",
        tags=["heavy"],
        note="early",
        bodyweight_value=Decimal("80.5"),
        bodyweight_unit="kg",
        at=ago(1),
    )
    assert (opened.status, opened.name, opened.sets) == ("active", "Push", 0)
    assert await log(backend, "bench 100x5") == opened.id
    assert await log(backend, "bench 100x5") == opened.id
    found = await status(backend)
    assert found.workout is not None
    assert (found.workout.id, found.workout.sets, found.forgotten) == (opened.id, 2, False)
    assert found.elapsed_s is not None
    assert 3600 <= found.elapsed_s < 3700
    assert found.last_set_at is not None
    assert found.last_set_at > ago(0.1)
    done = await finish(backend, note="good")
    assert (done.id, done.status, done.sets) == (opened.id, "done", 2)
    assert done.volume_kg == 1000
    assert (done.note, done.tags, done.bodyweight_value) == (
        "early\ngood",
        ["heavy"],
        Decimal("80.5"),
    )
    assert done.ended_at is not None
    assert done.ended_at >= found.last_set_at
    assert (await status(backend)).workout is None


async def test_only_one_is_open(backend: Backend) -> None:
    opened = await start(backend, name="Push")
    with pytest.raises(ConflictError, match=r"Push of .* is still open") as caught:
        await start(backend, name="Pull", close_forgotten=True)
    assert caught.value.details["workout_id"] == str(opened.id)
    assert "workout finish" in caught.value.hints
    with pytest.raises(ConflictError):
        await resume(backend)
    assert await total(backend) == 1


async def test_what_is_not_open_cannot_end(backend: Backend) -> None:
    for ending in (finish, discard):
        with pytest.raises(NotFoundError, match="No workout is open"):
            await ending(backend)


async def test_an_empty_one_is_not_kept(backend: Backend) -> None:
    await start(backend)
    with pytest.raises(ConflictError) as caught:
        await finish(backend)
    assert caught.value.hints[0] == "workout discard"
    await discard(backend)
    assert await total(backend) == 0


async def test_a_discarded_one_is_seen_nowhere(backend: Backend) -> None:
    await start(backend)
    await log(backend, "bench 100x5")
    thrown = await discard(backend)
    assert (thrown.status, thrown.sets) == ("discarded", 1)
    assert await total(backend) == 0
    with pytest.raises(NotFoundError):
        await resume(backend, thrown.id)
    with pytest.raises(NotFoundError):
        await resume(backend)
    assert await log(backend, "bench 100x5") != thrown.id


@pytest.mark.parametrize("named", [True, False])
async def test_a_finished_one_goes_on(backend: Backend, named: bool) -> None:
    opened = await start(backend)
    await log(backend, "bench 100x5")
    await finish(backend)
    again = await resume(backend, opened.id if named else None)
    assert (again.id, again.status, again.ended_at, again.sets) == (opened.id, "active", None, 1)
    assert await log(backend, "squat 100x5") == opened.id
    assert (await finish(backend)).sets == 2


async def test_a_forgotten_one_ends_with_its_last_set(backend: Backend) -> None:
    begun, last = ago(40), ago(39)
    await start(backend, at=begun)
    await log(backend, "bench 100x5", at=last)
    found = await status(backend)
    assert (found.forgotten, found.last_set_at) == (True, last)
    assert (await finish(backend)).ended_at == last
    await resume(backend)
    assert (await finish(backend, at=ago(38))).ended_at != last


async def test_one_that_is_resumed_late_is_not_forgotten(backend: Backend) -> None:
    begun, last = ago(40), ago(39)
    opened = await start(backend, at=begun)
    await log(backend, "bench 100x5", at=last)
    await finish(backend)
    await resume(backend)
    assert not (await status(backend)).forgotten
    assert (await finish(backend)).ended_at == last
    async with backend.services() as services:
        again = await services.workouts.update(opened.id, WorkoutUpdate(status="active"))
    assert (again.status, again.ended_at) == ("active", None)
    assert not (await status(backend)).forgotten
    assert await log(backend, "squat 100x5") == opened.id
    done = await finish(backend)
    assert (done.sets, done.extras) == (2, {})
    assert done.ended_at is not None
    assert done.ended_at > ago(1)


async def test_a_start_may_close_a_forgotten_one(backend: Backend) -> None:
    old = await start(backend, at=ago(40))
    await log(backend, "bench 100x5", at=ago(39))
    with pytest.raises(ConflictError):
        await start(backend)
    opened = await start(backend, close_forgotten=True)
    found = await status(backend)
    assert found.workout is not None
    assert found.workout.id == opened.id
    async with backend.services(readonly=True) as services:
        closed = await services.workouts.get(old.id)
    assert closed.status == "done"
    assert closed.ended_at is not None
    assert closed.ended_at < ago(38)


async def test_a_forgotten_one_without_sets_is_thrown_away(backend: Backend) -> None:
    await start(backend, at=ago(40))
    assert (await status(backend)).forgotten
    await start(backend, name="Pull", close_forgotten=True)
    assert await total(backend) == 1


async def test_it_belongs_to_the_day_on_which_it_began(backend: Backend) -> None:
    begun = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)  # 23:30 in Berlin, before the clocks change
    await start(backend, at=begun, timezone="Europe/Berlin")
    await log(backend, "bench 100x5", at=begun + 4 * HOUR, timezone="Europe/Berlin")
    done = await finish(backend)
    assert (done.local_date, done.timezone) == (date(2026, 10, 24), "Europe/Berlin")
    assert done.ended_at is not None
    assert done.ended_at - done.started_at == 4 * HOUR


@pytest.mark.parametrize("hours", [-1, -24, -24 * 365])
async def test_what_is_yet_to_come_is_refused(backend: Backend, hours: int) -> None:
    with pytest.raises(InvalidError, match="yet to come"):
        await start(backend, at=ago(hours))
    await start(backend)
    await log(backend, "bench 100x5")
    with pytest.raises(InvalidError, match="yet to come"):
        await finish(backend, at=ago(hours))
    with pytest.raises(InvalidError, match="before"):
        await finish(backend, at=ago(2))


async def test_a_rest_runs_and_is_stopped(backend: Backend) -> None:
    begun = await rest(backend, 90)
    assert begun.seconds == begun.left_s == 90
    running = (await status(backend)).rest
    assert running == begun.model_copy(update={"left_s": running.left_s})
    assert 60 < running.left_s <= 90
    async with backend.services() as services:
        await services.session.stop_rest()
        await services.session.stop_rest()
    assert (await status(backend)).rest.until is None


async def test_a_rest_ends_with_its_workout(backend: Backend) -> None:
    for ending in (finish, discard):
        await start(backend)
        await log(backend, "bench 100x5")
        await rest(backend, 90)
        await ending(backend)
        assert (await status(backend)).rest.until is None


async def test_how_long_a_rest_takes_unless_it_is_said(backend: Backend) -> None:
    assert (await rest(backend)).seconds == 120
    await log(backend, "bench 100x5 rest75")
    assert (await rest(backend)).seconds == 75
    await log(backend, "squat 100x5")
    assert (await rest(backend)).seconds == 120
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Sled", default_rest_s=Decimal(200)))
    await log(backend, "sled 100x5 rest75")
    assert (await rest(backend)).seconds == 200


@pytest.mark.parametrize("seconds", [0, -5, 86_401])
def test_a_rest_beyond_reason_is_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="validation error"):
        RestStart(seconds=Decimal(seconds))
