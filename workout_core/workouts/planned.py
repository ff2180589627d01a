"""What is planned of an execution: a list of sets, of which the first is the first that is to be done.

The plan stays whole while its sets are done: a set stands for the planned one at its own place, so that to take a set
back is to have it before one again. History never asks a plan: what was prescribed is copied onto the set.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workout_core.db.executor import Row

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


def is_only_planned(execution: Row, sets: Sequence[Row]) -> bool:
    """Whether an execution was planned and nothing of it is done."""
    return execution["plan"] is not None and not sets


def undone(executions: Iterable[Row], sets: Iterable[Row]) -> list[Row]:
    """The executions without any set."""
    begun = {row["execution_id"] for row in sets}
    return [row for row in executions if row["id"] not in begun]
