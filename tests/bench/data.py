"""A history to measure on: a workout a day, the last one today, each of five exercises with five sets."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from tests.acting import acting
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.exercises.names import NameIndex
from workout_core.exercises.repository import ExerciseRepository
from workout_core.ids import new_id
from workout_core.operations.journal import Journal
from workout_core.transfer.repository import ImportRepository
from workout_core.units import exact_mass
from workout_core.workouts.columns import new_set
from workout_core.workouts.inputs import SetCreate
from workout_core.workouts.repository import NEW_EXECUTION, NEW_SET, NEW_WORKOUT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from workout_core.db.executor import Database, Row

NAMES: Final = ("Squat", "Bench Press", "Deadlift", "Overhead Press", "Pull-Up", "Barbell Row")
EXERCISES: Final = 5
SETS: Final = 5
_SET: Final = {**NEW_SET, **new_set(SetCreate().model_dump())}


async def fill(database: Database, workouts: int, names: Sequence[str] = NAMES) -> str:
    """Write the history of the owner, of exercises by name, and return a token."""
    index = NameIndex()
    known = [found for name in names if (found := index.find(name))]
    assert len(known) == len(names), "the catalogue lost a movement"
    async with acting(database) as executor:
        place = (executor, OWNER, Journal(executor, OWNER, "bench"))
        await ExerciseRepository(*place).use(*known)
        repository = ImportRepository(*place)
        today = datetime.now(UTC).date()
        for number in range(workouts):
            day = today - timedelta(days=workouts - 1 - number)
            await repository.add(*_workout(day, number, [each.id for each in known]))
        await repository.finish()
        return await issue(executor, OWNER, "bench")


def _workout(day: date, number: int, exercises: list[UUID]) -> tuple[Row, list[Row], list[Row]]:
    started = datetime.combine(day, time(6), UTC)
    place: dict[str, Any] = {"local_date": day, "timezone": "UTC", "started_at": started}
    workout = {**NEW_WORKOUT, **place, "id": new_id(started), "name": f"Session {number % 4}"}
    workout["ended_at"] = started + timedelta(minutes=70)
    executions: list[Row] = []
    sets: list[Row] = []
    for position in range(EXERCISES):
        exercise = exercises[(number + position) % len(exercises)]
        row = {"workout_id": workout["id"], "exercise_id": exercise, "id": new_id(started)}
        executions.append({**NEW_EXECUTION, **row, "position": position})
        sets += [_set(executions[-1], day, number, each) for each in range(SETS)]
    return workout, executions, sets


def _set(execution: Row, day: date, number: int, position: int) -> Row:
    load = Decimal(60 + number % 40) + Decimal("2.5") * position
    return {
        **_SET,
        "id": new_id(datetime.combine(day, time(6), UTC)),
        "execution_id": execution["id"],
        "workout_id": execution["workout_id"],
        "exercise_id": execution["exercise_id"],
        "local_date": day,
        "position": position,
        "load_value": load,
        "load_unit": "kg",
        "load_exact": exact_mass(load, "kg"),
        "load_mode": "absolute",
        "reps": 3 + (number + position) % 8,
        "rpe": Decimal("8.5") if position == SETS - 1 else None,
    }
