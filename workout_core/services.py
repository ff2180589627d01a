"""The whole library in one hand: every domain's service, for one user, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_core.exercises.service import ExerciseService
    from workout_core.transfer.service import TransferService
    from workout_core.workouts.execution_service import ExecutionService
    from workout_core.workouts.service import WorkoutService
    from workout_core.workouts.set_service import SetService


@dataclass(frozen=True, slots=True)
class Services:
    """One field a service; the fields' names are those of `workout_core.routers`."""

    exercises: ExerciseService
    workouts: WorkoutService
    executions: ExecutionService
    sets: SetService
    transfer: TransferService
