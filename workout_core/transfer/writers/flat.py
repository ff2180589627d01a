"""All that is known of sets in one flat table: a row a set, with what its workout and its exercise say.

Columns of the workout begin with `workout_`, those of the exercise in it with `exercise`, those of what was planned
with `target_`; all others are of the set. A quantity that was typed stands as typed with its unit beside it (`load`,
`load_unit`), and once more in one unit for all (`load_kg`). Days and moments are ISO 8601, moments with the offset of
the place where the workout was done; tags and extras are JSON. Workouts without a set have no row: the JSON document
has them.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import to_json

from workout_core.transfer.writers.cells import number, words
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from zoneinfo import ZoneInfo

    from workout_core.workouts.schemas import WorkoutRead

# The columns, and the fields of the schemas that they show.
OF_WORKOUT: Final[Mapping[str, str]] = {
    "workout_id": "id",
    "workout_name": "name",
    "workout_status": "status",
    "workout_date": "local_date",
    "workout_started_at": "started_at",
    "workout_ended_at": "ended_at",
    "workout_timezone": "timezone",
    "workout_note": "note",
    "workout_tags": "tags",
    "workout_bodyweight": "bodyweight_value",
    "workout_bodyweight_unit": "bodyweight_unit",
    "workout_source": "source",
    "workout_external_id": "external_id",
    "workout_extras": "extras",
}
OF_EXERCISE: Final[Mapping[str, str]] = {
    "exercise_id": "id",
    "exercise": "name",
    "exercise_slug": "slug",
    "exercise_tracking": "tracking",
}
OF_EXECUTION: Final[Mapping[str, str]] = {
    "exercise_execution_id": "id",
    "exercise_position": "position",
    "exercise_superset_group": "superset_group",
    "exercise_note": "note",
    "exercise_raw": "raw",
}
OF_SET: Final[Mapping[str, str]] = {
    "set_id": "id",
    "set_position": "position",
    **{name: name for name in ("kind", "parent_set_id", "side")},
    "load": "load_value",
    **{name: name for name in ("load_unit", "load_kg", "load_mode", "reps", "duration_s")},
    "distance": "distance_value",
    **{name: name for name in ("distance_unit", "distance_m", "elevation_m", "rpe")},
    **{name: name for name in ("effort_scale", "tempo", "rest_s", "amrap", "failed")},
    **{name: name for name in ("hr_avg", "hr_max", "calories", "performed_at", "note", "raw")},
    "target_load": "target_load_value",
    **{name: name for name in ("target_load_unit", "target_reps", "target_reps_max")},
    **{name: name for name in ("target_rpe", "target_duration_s", "target_distance_m")},
    **{name: name for name in ("created_at", "updated_at")},
}
COLUMNS: Final = (*OF_WORKOUT, *OF_EXERCISE, *OF_EXECUTION, *OF_SET)
HEADER: Final = f"{','.join(COLUMNS)}\n"


def rows(workouts: Iterable[WorkoutRead], *, safe: bool = False) -> Iterator[str]:
    """The rows of workouts, a text for each workout."""
    for workout in workouts:
        zone = local_zone(workout.timezone)
        first = _cells(workout, OF_WORKOUT, zone, safe=safe)
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        for execution in workout.exercise_executions:
            middle = _cells(execution.exercise, OF_EXERCISE, zone, safe=safe)
            middle += _cells(execution, OF_EXECUTION, zone, safe=safe)
            writer.writerows(
                first + middle + _cells(each, OF_SET, zone, safe=safe) for each in execution.sets
            )
        yield text.getvalue()


def _cells(model: Any, fields: Mapping[str, str], zone: ZoneInfo, *, safe: bool) -> list[str]:
    values = vars(model)
    return [_cell(values[field], zone, safe=safe) for field in fields.values()]


def _cell(value: Any, zone: ZoneInfo, *, safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal | int):
        return number(value)
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | dict):
        return words(to_json(value).decode() if value else "", safe=safe)
    return words(str(value), safe=safe)
