"""Imported workouts as rows."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from workout_core.ids import new_id
from workout_core.units import exact_mass
from workout_core.workouts.chains import FOLLOWING
from workout_core.workouts.repository import NEW_EXECUTION, NEW_SET, NEW_WORKOUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from workout_core.exercises.names import KnownExercise
    from workout_core.transfer.schemas import ImportedExecution, ImportedSet, ImportedWorkout

# What the columns of a set hold where a file says nothing of them.
_UNSAID: Mapping[str, Any] = {
    **NEW_SET,
    "parent_set_id": None,
    "side": None,
    "elevation_m": None,
    "tempo": None,
    "amrap": False,
    "hr_avg": None,
    "hr_max": None,
    "calories": None,
    "performed_at": None,
}


def content_hash(workout: ImportedWorkout) -> str:
    """What a workout holds, as a hash: equal for what reads equally, whatever file it stood in."""
    content = workout.model_dump_json(exclude_defaults=True)
    return hashlib.sha256(content.encode()).hexdigest()


def workout_row(
    workout: ImportedWorkout, zone: ZoneInfo, source: str, import_id: UUID, digest: str
) -> dict[str, Any]:
    """A workout; its id sorts at its start, so that ids of an import have beginnings of their own."""
    started = _instant(workout.started_at, zone)
    return {
        **NEW_WORKOUT,
        "id": new_id(started),
        "name": workout.name,
        "started_at": started,
        "ended_at": _instant(workout.ended_at, zone) if workout.ended_at else None,
        "timezone": zone.key,
        "local_date": workout.started_at.date(),
        "note": workout.note,
        "source": source,
        "external_id": workout.source_key,
        "content_hash": digest,
        "import_id": import_id,
        "extras": workout.extras,
    }


def execution_row(
    execution: ImportedExecution, exercise: KnownExercise, workout: Mapping[str, Any], position: int
) -> dict[str, Any]:
    return {
        **NEW_EXECUTION,
        "id": new_id(workout["started_at"]),
        "workout_id": workout["id"],
        "exercise_id": exercise.id,
        "position": position,
        "note": execution.note,
        "raw": execution.exercise,
    }


def set_rows(
    execution: ImportedExecution, row: Mapping[str, Any], workout: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The sets of an execution, drop and rest-pause sets tied to the one that they follow."""
    place = {
        "execution_id": row["id"],
        "workout_id": workout["id"],
        "exercise_id": row["exercise_id"],
        "local_date": workout["local_date"],
    }
    rows: list[dict[str, Any]] = []
    head: UUID | None = None
    for position, each in enumerate(execution.sets):
        set_id = new_id(workout["started_at"])
        follows = each.kind in FOLLOWING
        rows.append(
            {
                **_UNSAID,
                **place,
                **_given(each),
                "id": set_id,
                "position": position,
                "parent_set_id": head if follows else None,
            }
        )
        head = head if follows else set_id
    return rows


def _given(each: ImportedSet) -> dict[str, Any]:
    exact = None
    if each.load_value is not None and each.load_unit is not None:
        exact = exact_mass(each.load_value, each.load_unit)
    return {**vars(each), "load_exact": exact}


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a wall time; one that a clock change skipped or repeated is the first that fits."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
