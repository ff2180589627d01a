"""The sets of an exercise in the set notation, for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.text.spelling import notated

if TYPE_CHECKING:
    from workout_core.workouts.schemas import ExecutionRead, SetRead


def sets_of(execution: ExecutionRead) -> str:
    """The sets that say what was done; nothing where none does."""
    sets = [notated(vars(each)) for each in execution.sets if _is_done(each)]
    return format_sets(sets, execution.exercise.tracking) if sets else ""


def _is_done(each: SetRead) -> bool:
    """Whether a set says what was done: repetitions, a time or a distance."""
    return not (each.reps is None and each.duration_s is None and each.distance_m is None)
