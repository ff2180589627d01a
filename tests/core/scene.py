"""A user with records of every kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import time_machine

from workout_core.exercises.schemas import (
    ExerciseCreate,
    TrainingMaxSet,
)
from workout_core.ids import new_id
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import ExecutionRead, WorkoutRead
from workout_core.workouts.session_schemas import SessionStart

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from workout_core.db.backend import LocalBackend
    from workout_core.services import Services

PUSH: Final = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
LEGS: Final = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
OPEN: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Scene(NamedTuple):
    """What is there before the change: a workout with a superset and drops, one of legs, an open one."""

    push: WorkoutRead
    legs: WorkoutRead
    mine: UUID
    squat: UUID
    training_max: UUID

    @property
    def bench(self) -> ExecutionRead:
        return self.push.exercise_executions[0]

    @property
    def row(self) -> ExecutionRead:
        return self.push.exercise_executions[1]

    def set(self, at: int) -> tuple[UUID, UUID, UUID]:
        return self.push.id, self.bench.id, self.bench.sets[at].id


if TYPE_CHECKING:
    Step = Callable[[Services, Scene], Awaitable[Any]]


async def log(services: Services, text: str, at: datetime, **how: Any) -> WorkoutRead:
    logged = await services.log.add(WorkoutLog(text=text, at=at, **how))
    assert logged.workout
    return await services.workouts.get(logged.workout.id)


async def furnished(backend: LocalBackend) -> Scene:
    with time_machine.travel(OPEN, tick=False):
        async with backend.services() as services:
            made = ExerciseCreate(name="My Squat", aliases=["ms"], primary_muscles=["quads"])
            mine = (await services.exercises.create(made)).id
            await log(services, "bench 100x5 80x8d 60x10d + row 30x10 // drops", PUSH)
            push = await log(services, "plank 3x60s", PUSH)
            await log(services, "squat 100x5,5,5 rpe8", LEGS)
            legs = await log(services, "ms 60x10 // mine", LEGS)
            squat = legs.exercise_executions[0].exercise.id
            load = TrainingMaxSet(value=Decimal(140), since=date(2026, 11, 1))
            training_max = (await services.training_maxes.set(squat, load)).id
            await services.session.start(SessionStart(name="Open"))
        async with backend.services() as services:
            await log(services, "bench 90x5", OPEN)
    return Scene(push, legs, mine, squat, training_max)


def imported() -> ImportData:
    sets = [ImportedSet(load_value=Decimal(100), load_unit="kg", load_mode="absolute", reps=5)]
    done = [ImportedExecution(exercise=name, sets=sets) for name in ("Bench Press", "Zorbing")]
    workout = ImportedWorkout(
        source_key="1",
        name="Old",
        started_at=datetime.fromisoformat("2026-03-02T18:00:00"),
        executions=done,
    )
    return ImportData(
        id=new_id(), source="strong", sha256="0" * 64, timezone="UTC", workouts=[workout]
    )
