"""What was done of an exercise lately, and its bests, as they leave."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from workout_core.live.schemas import LiveGroup, LiveSession
from workout_core.training.one_rep_max import thirtieths
from workout_core.training.record_amounts import estimated, mass
from workout_core.workouts.echo import SIGNS, Body
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.text.spelling import notated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from workout_core.db.executor import Row
    from workout_core.training.one_rep_max import Formula
    from workout_core.vocabulary import MassUnit, Tracking

SESSIONS: Final = 4


def session(sets: Sequence[Row], tracking: Tracking) -> LiveSession:
    """An exercise as it was done in a workout."""
    worked = [row for row in sets if row["kind"] != "warmup"] or sets
    grouped = groupby(
        worked, key=lambda row: (row["load_value"], row["load_unit"], row["load_mode"])
    )
    return LiveSession(
        workout_id=sets[0]["workout_id"],
        local_date=sets[0]["local_date"],
        reading=format_sets([notated(row) for row in worked], tracking),
        groups=[
            LiveGroup(
                load_value=value,
                load_unit=unit,
                load_mode=mode,
                reps=[row["reps"] for row in rows],
            )
            for (value, unit, mode), rows in grouped
        ],
    )


def heaviest(loads: Iterable[Row], unit: MassUnit) -> LiveGroup | None:
    """The heaviest set with its repetitions; help is less than nothing."""
    rows = [row for row in loads if row["load_mode"] is not None]
    best = max(rows, key=lambda row: (_weight(row), row["reps"]), default=None)
    if best is None:
        return None
    exact = best["load_exact"]
    return LiveGroup(
        load_value=None if exact is None else mass(exact, unit),
        load_unit=None if exact is None else unit,
        load_mode=best["load_mode"],
        reps=[best["reps"]],
    )


def best_e1rm(
    loads: Iterable[Row], share: Decimal, unit: MassUnit, formula: Formula
) -> Decimal | None:
    """The best e1RM of all loads, in a unit."""
    found = []
    for row in loads:
        moved = Body(share, row.get("body")).moved(row["load_mode"], row["load_exact"] or 0)
        estimate = thirtieths(moved or 0, row["estimable_reps"], row["rpe"], formula)
        if estimate is not None:
            found.append(estimate)
    return estimated(max(found), unit) if found else None


def _weight(row: Row) -> int:
    return SIGNS[row["load_mode"]] * (row["load_exact"] or 0)
