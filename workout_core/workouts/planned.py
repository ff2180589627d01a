"""What is planned of an execution: a list of sets, of which the first is the first that is to be done.

The plan stays whole while its sets are done: a set stands for the planned one at its own place, so that to take a set
back is to have it before one again. History never asks a plan: what was prescribed is copied onto the set.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.workouts.repository import WorkoutRepository

Plan = list[dict[str, Any]]

DECIMALS: Final = ("load_value", "rpe", "duration_s", "distance_m")
TARGETS: Final = (*DECIMALS, "load_unit", "reps", "reps_max")


def targets(plan: Plan | None, place: int) -> dict[str, Any]:
    """What a plan prescribes for the set at a place, as columns of that set."""
    if plan is None or place >= len(plan):
        return {}
    wanted = values(plan[place])
    return {f"target_{name}": wanted.get(name) for name in TARGETS}


def values(document: Mapping[str, Any]) -> dict[str, Any]:
    """A planned set as it is kept, its numbers as decimals."""
    return {
        name: plain(Decimal(str(value))) if name in DECIMALS and value is not None else value
        for name, value in document.items()
    }


def is_only_planned(execution: Row, begun: Collection[UUID]) -> bool:
    """Whether an execution was planned and nothing of it is done; `begun` are those that have sets."""
    return execution["plan"] is not None and execution["id"] not in begun


def planned_for(executions: Sequence[Row], sets: Iterable[Row], wanted: list[UUID]) -> list[Row]:
    """The executions, side by side, that are of these exercises and have planned sets left; none where none are."""
    done = Counter(row["execution_id"] for row in sets)
    for at in range(len(executions) - len(wanted) + 1):
        rows = list(executions[at : at + len(wanted)])
        is_left = any(len(row["plan"] or ()) > done[row["id"]] for row in rows)
        if is_left and [row["exercise_id"] for row in rows] == wanted:
            return rows
    return []


async def take_out_undone(repository: WorkoutRepository, workout: Row, sets: Iterable[Row]) -> None:
    """Delete the exercises of a workout without any set; who is left alone of a superset is in none."""
    begun = {row["execution_id"] for row in sets}
    executions = await repository.executions([workout["id"]])
    left = [row for row in executions if row["id"] in begun]
    if len(left) == len(executions):
        return
    sizes = Counter(row["superset_group"] for row in left)
    for row in executions:
        if row["id"] not in begun:
            await repository.change_execution(row, {"deleted_at": repository.now})
        elif sizes[row["superset_group"]] == 1:
            await repository.change_execution(row, {"superset_group": None})
