"""Imported workouts as rows."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from workout_core.ids import new_id
from workout_core.transfer.schemas import ImportedExecution, ImportedSet, ImportedWorkout
from workout_core.units import exact_mass
from workout_core.workouts.chains import FOLLOWING
from workout_core.workouts.repository import NEW_EXECUTION, NEW_SET, NEW_WORKOUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.vocabulary import MassUnit

HOUR: Final = timedelta(hours=1)
HEAD: Final = ("name", "note", "tags", "bodyweight_value", "bodyweight_unit", "extras")
OF_SET: Final = tuple(ImportedSet.model_fields)


def content_hash(workout: ImportedWorkout) -> str:
    """What a workout holds, as a hash: equal for what reads equally, whatever file it stood in."""
    content = workout.model_dump_json(exclude_defaults=True)
    return hashlib.sha256(content.encode()).hexdigest()


def workout_values(workout: ImportedWorkout, zone: ZoneInfo, digest: str) -> dict[str, Any]:
    """What a file says of a workout, as columns; its day is that of the place where the clock showed the time."""
    started = instant(workout.started_at, zone)
    zone = place(workout.started_at, zone)
    return {
        **{name: getattr(workout, name) for name in HEAD},
        "started_at": started,
        "ended_at": instant(workout.ended_at, zone) if workout.ended_at else None,
        "timezone": zone.key,
        "local_date": started.astimezone(zone).date(),
        "bodyweight_exact": _exact(workout.bodyweight_value, workout.bodyweight_unit),
        "content_hash": digest,
    }


def workout_row(values: Mapping[str, Any], source: str, key: str, import_id: UUID) -> Row:
    """A new workout; its id sorts at its start, so that ids of an import have beginnings of their own."""
    return {
        **NEW_WORKOUT,
        **values,
        "id": new_id(values["started_at"]),
        "source": source,
        "external_id": key,
        "import_id": import_id,
    }


def execution_row(
    execution: ImportedExecution, exercise: KnownExercise, workout: Mapping[str, Any], position: int
) -> Row:
    return {
        **NEW_EXECUTION,
        "id": new_id(workout["started_at"]),
        "workout_id": workout["id"],
        "exercise_id": exercise.id,
        "position": position,
        "superset_group": execution.superset,
        "note": execution.note,
        "raw": execution.exercise,
    }


def set_rows(
    execution: ImportedExecution, row: Row, workout: Mapping[str, Any], zone: ZoneInfo
) -> list[Row]:
    """The sets of an execution, drop and rest-pause sets tied to the one that they follow."""
    place = {
        "execution_id": row["id"],
        "workout_id": workout["id"],
        "exercise_id": row["exercise_id"],
        "local_date": workout["local_date"],
    }
    rows: list[Row] = []
    head: UUID | None = None
    for position, each in enumerate(execution.sets):
        set_id = new_id(workout["started_at"])
        follows = each.kind in FOLLOWING
        rows.append(
            {
                **NEW_SET,
                **place,
                **_given(each, zone),
                "id": set_id,
                "position": position,
                "parent_set_id": head if follows else None,
            }
        )
        head = head if follows else set_id
    return rows


def _given(each: ImportedSet, zone: ZoneInfo) -> dict[str, Any]:
    done = instant(each.performed_at, zone) if each.performed_at else None
    exact = _exact(each.load_value, each.load_unit)
    return {**vars(each), "load_exact": exact, "performed_at": done}


def _exact(value: Decimal | None, unit: MassUnit | None) -> int | None:
    return None if value is None or unit is None else exact_mass(value, unit)


def instant(time: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a time; a wall time that a clock change skipped or repeated is the first that fits."""
    if time.tzinfo is None:
        time = time.replace(tzinfo=zone, fold=0)
    return time.astimezone(UTC)


def place(time: datetime, zone: ZoneInfo) -> ZoneInfo:
    """The zone of a time: the one that is given, unless the time has another offset, of whole hours and not UTC's."""
    offset = time.utcoffset()
    if not offset or offset == zone.utcoffset(time.replace(tzinfo=None)):
        return zone
    hours, rest = divmod(offset, HOUR)
    return zone if rest else ZoneInfo(f"Etc/GMT{-hours:+d}")  # whose signs run the other way
