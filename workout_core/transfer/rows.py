"""Imported workouts as rows."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from workout_core.ids import new_id
from workout_core.transfer.schemas import ImportedExecution, ImportedSet, ImportedWorkout
from workout_core.units import exact_mass
from workout_core.workouts.chains import FOLLOWING
from workout_core.workouts.repository import NEW_EXECUTION, NEW_SET, NEW_WORKOUT
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.vocabulary import MassUnit

_HEAD = ("name", "note", "tags", "bodyweight_value", "bodyweight_unit", "extras")
_OF_SET = tuple(ImportedSet.model_fields)


def content_hash(workout: ImportedWorkout) -> str:
    """What a workout holds, as a hash: equal for what reads equally, whatever file it stood in."""
    content = workout.model_dump_json(exclude_defaults=True)
    return hashlib.sha256(content.encode()).hexdigest()


def workout_values(workout: ImportedWorkout, zone: ZoneInfo, digest: str) -> dict[str, Any]:
    """What a file says of a workout, as columns."""
    started = instant(workout.started_at, zone)
    return {
        **{name: getattr(workout, name) for name in _HEAD},
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


def is_as_imported(workout: Row, executions: Sequence[Row], sets: Sequence[Row]) -> bool:
    """Whether a workout still says what was imported, so that nothing of the user's own is lost with it."""
    zone = local_zone(workout["timezone"])
    digest = workout["content_hash"]
    return any(
        content_hash(_imported(workout, executions, sets, time)) == digest
        for time in (lambda moment: moment, lambda moment: _wall(moment, zone))
    )


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _imported(
    workout: Row,
    executions: Sequence[Row],
    sets: Sequence[Row],
    time: Callable[[datetime], datetime],
) -> ImportedWorkout:
    """The workout as a file would hold it."""

    def timed(row: Row, names: Sequence[str], moment: str) -> dict[str, Any]:
        found = {name: row[name] for name in names}
        return {**found, moment: time(row[moment]) if row[moment] else None}

    done: dict[UUID, list[ImportedSet]] = {row["id"]: [] for row in executions}
    for row in sets:
        values = timed(row, _OF_SET, "performed_at")
        done[row["execution_id"]].append(ImportedSet.model_construct(**values))
    return ImportedWorkout.model_construct(
        **{
            **timed(workout, (*_HEAD, "ended_at"), "ended_at"),
            "started_at": time(workout["started_at"]),
            "source_key": workout["external_id"],
            "executions": [
                ImportedExecution.model_construct(
                    exercise=row["raw"],
                    note=row["note"],
                    superset=row["superset_group"],
                    sets=done[row["id"]],
                )
                for row in executions
            ],
        }
    )
