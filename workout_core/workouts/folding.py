"""Rows of workouts, executions and sets, folded into what is shown of them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workout_core.units import kilograms
from workout_core.vocabulary import sides
from workout_core.workouts.planned import is_only_planned
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from workout_core.db.executor import Row


def fold_set(row: Row) -> SetRead:
    return SetRead.model_validate(_set(row))


def fold_execution(row: Row, sets: Iterable[Row]) -> ExecutionRead:
    return ExecutionRead.model_validate(_execution(row, sets))


def fold_workouts(
    workouts: Iterable[Row], executions: Iterable[Row], sets: Iterable[Row]
) -> list[WorkoutRead]:
    """Workouts with their executions and sets, each in the order of its rows.

    What is planned of the open workout and not begun is not in it: that is for a live session to tell.
    """
    sets_of: dict[UUID, list[Row]] = defaultdict(list)
    for row in sets:
        sets_of[row["execution_id"]].append(row)
    begun = frozenset(sets_of)
    executions_of: dict[UUID, list[Row]] = defaultdict(list)
    for row in executions:
        executions_of[row["workout_id"]].append(row)
    return [
        WorkoutRead.model_validate(
            {
                **row,
                **_totals(executions_of[row["id"]], sets_of),
                "exercise_executions": [
                    _execution(each, sets_of[each["id"]])
                    for each in executions_of[row["id"]]
                    if not is_only_planned(each, begun)
                ],
            }
        )
        for row in workouts
    ]


def fold_summary(row: Row, executions: Iterable[Row], totals: Row | None) -> WorkoutSummary:
    """A workout with its totals; an exercise that was done twice is named once."""
    exact = int(totals["volume_exact"]) if totals else 0
    return WorkoutSummary.model_validate(
        {
            **row,
            "exercises": list(dict.fromkeys(each["exercise_name"] for each in executions)),
            "sets": totals["sets"] if totals else 0,
            "volume_kg": kilograms(exact),
            "distance_m": Decimal(totals["distance_mm"]).scaleb(-3) if totals else 0,
        }
    )


def volume_exact(row: Mapping[str, Any]) -> int:
    """Load x repetitions of a set (of both sides where each did them) in 0.01 mg; 0 for help or only the body."""
    if row["load_mode"] not in ("absolute", "added"):
        return 0
    return (row["load_exact"] or 0) * (row["reps"] or 0) * sides(row["side"])


def _totals(executions: Iterable[Row], sets_of: Mapping[UUID, list[Row]]) -> dict[str, Any]:
    sets = [row for each in executions for row in sets_of[each["id"]]]
    return {"sets": len(sets), "volume_kg": kilograms(sum(map(volume_exact, sets)))}


def _set(row: Row) -> Row:
    """The row itself, with one value more: copies of wide rows cost as much as reading them."""
    exact = row["load_exact"]
    row["load_kg"] = None if exact is None else kilograms(exact)
    return row


def _execution(row: Row, sets: Iterable[Row]) -> dict[str, Any]:
    return {
        **row,
        "exercise": {
            "id": row["exercise_id"],
            "slug": row["exercise_slug"],
            "name": row["exercise_name"],
            "tracking": row["exercise_tracking"],
        },
        "sets": [_set(each) for each in sets],
    }
