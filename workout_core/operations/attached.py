"""Sentences on files of workouts and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_core.db.executor import Row
    from workout_core.operations.batch import Batch


def attached(batch: Batch) -> str | None:
    """What was attached to what, or removed from it."""
    if entry := batch.first("attachment", "create"):
        row = batch.known.row(entry)
        return f"attached {entry['after']['name']} to {_owner(batch, entry['after'])}{_lost(row)}"
    if entry := batch.first("attachment", "delete"):
        row = batch.known.row(entry)
        return f"removed {row['name']} from {_owner(batch, row)}{_lost(row)}"
    return None


def _lost(row: Row) -> str:
    """That a file does not come back."""
    return ", whose bytes are gone" if row.get("sha256") == "" else ""


def _owner(batch: Batch, row: Row) -> str:
    if workout_id := row.get("workout_id"):
        return batch.workout(workout_id)
    return batch.exercise(row.get("exercise_id"))
