"""Rows of workouts, executions and sets, folded into what is shown of them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workout_core.exercises.names import implements_of
from workout_core.units import kilograms
from workout_core.vocabulary import sides
from workout_core.workouts.planned import is_only_planned
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.workouts.repository import Totals


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


def fold_summary(row: Row, executions: Iterable[Row], totals: Totals) -> WorkoutSummary:
    """A workout with its totals; an exercise that was done twice is named once."""
    return WorkoutSummary.model_validate(
        {
            **row,
            "exercises": list(dict.fromkeys(each["exercise_name"] for each in executions)),
            "sets": totals.sets,
            "volume_kg": kilograms(totals.exact),
            "distance_m": Decimal(totals.distance_mm).scaleb(-3),
        }
    )


def volume_exact(execution: Row, sets: Iterable[Row]) -> int:
    """Load x implements x repetitions in units of 0.01 mg, of both sides where each did them.

    Warm-ups, help and the body itself add nothing.
    """
    implements = implements_of(execution["exercise_id"], execution["exercise_implements"])
    return implements * sum(
        (row["load_exact"] or 0) * (row["reps"] or 0) * sides(row["side"])
        for row in sets
        if row["kind"] != "warmup" and row["load_mode"] in ("absolute", "added")
    )


def _totals(executions: Iterable[Row], sets_of: Mapping[UUID, list[Row]]) -> dict[str, Any]:
    done = [(each, sets_of[each["id"]]) for each in executions]
    volume = sum(volume_exact(each, sets) for each, sets in done)
    return {"sets": sum(len(sets) for _, sets in done), "volume_kg": kilograms(volume)}


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
