"""Several lines at once: all of them or none, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from workout_core.errors import (
    InvalidError,
    NotationError,
    NotFoundError,
    UnknownExerciseError,
)
from workout_core.workouts.inputs import WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog, WorkoutLogLines
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.workouts.log_schemas import LogLinesRead

EVENING = datetime(2026, 3, 2, 18, tzinfo=UTC)


async def log(backend: Backend, *lines: str, **values: Any) -> LogLinesRead:
    async with backend.services() as services:
        return await services.log.add_lines(
            WorkoutLogLines(lines=list(lines), at=EVENING, **values)
        )


async def count(backend: Backend) -> int:
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        return sum(each.sets for each in page.items)


async def test_lines_are_logged_one_after_another(backend: Backend) -> None:
    read = await log(backend, "# Monday", "", "bench 100x5", "  ", "bench 102.5x5", " # end")
    assert [(each.line, each.entries[0].reading) for each in read.items] == [
        (3, "Bench Press 100kgx5"),
        (5, "Bench Press 102.5kgx5"),
    ]
    assert (read.total, read.errors) == (2, [])
    assert read.items[0].workout is not None
    assert read.items[1].workout is not None
    assert read.items[0].workout.id == read.items[1].workout.id
    heaviest = next(each for each in read.items[1].entries[0].records if each.kind == "max_weight")
    assert heaviest.previous == 100
    assert await count(backend) == 2


async def test_one_line_that_is_refused_refuses_all(backend: Backend) -> None:
    with pytest.raises(NotationError) as caught:
        await log(backend, "bench 100x5", "bench 5x5", "", "bnch 100x5", "squat 100x5")
    error = caught.value
    assert error.message.startswith("Line 2: ")
    assert error.details["code"] == "E_AMBIGUOUS"
    assert [(each["line"], each["type"]) for each in error.details["errors"]] == [
        (2, "notation"),
        (4, "unknown_exercise"),
    ]
    assert error.details["errors"][1]["details"]["hints"]
    assert await count(backend) == 0


async def test_the_first_refusal_says_what_kind_it_is(backend: Backend) -> None:
    with pytest.raises(UnknownExerciseError):
        await log(backend, "bnch 100x5", "bench 5x5")


async def test_a_dry_run_of_lines_writes_nothing(backend: Backend) -> None:
    read = await log(backend, "bench 100x5", "squat 100x5", dry_run=True)
    assert [each.workout for each in read.items] == [None, None]
    assert await count(backend) == 0


async def test_no_lines_are_no_error(backend: Backend) -> None:
    assert (await log(backend)).total == 0
    assert (await log(backend, "# nothing")).total == 0


async def test_a_workout_that_is_not_there_takes_no_line(backend: Backend) -> None:
    async with backend.services() as services:
        with pytest.raises(NotFoundError):
            await services.log.add_to(UUID(int=7), WorkoutLog(text="bench 100x5"))


async def test_a_deleted_workout_takes_no_line(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.workouts.create(WorkoutCreate(started_at=EVENING))
        await services.workouts.delete(made.id)
        with pytest.raises(NotFoundError):
            await services.log.add_to(made.id, WorkoutLog(text="bench 100x5"))


async def test_a_workout_that_is_named_has_its_day(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.workouts.create(WorkoutCreate())
    with pytest.raises(InvalidError, match="its day already"):
        async with backend.services() as services:
            line = WorkoutLog(text="bench 100x5", day=date(2026, 1, 2))
            await services.log.add_to(made.id, line)
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.get(made.id)).sets == 0
