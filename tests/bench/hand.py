"""What the servers by hand share: their SQL, once for both databases, and how its rows are put together."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.exercises.names import implements_of
from workout_core.ids import new_id
from workout_core.workouts.models import ExerciseExecution, Set, Workout
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from workout_core.db.base import Model
    from workout_core.workouts.inputs import SetCreate

Row = dict[str, Any]
PREFIX: Final = "/api/v1"
ONE: Final = PREFIX + "/workouts/{workout_id}"
LIST: Final = PREFIX + "/workouts"
ADD: Final = ONE + "/exercise-executions/{execution_id}/sets"


def _shared(schema: type[BaseModel], model: type[Model], prefix: str = "") -> str:
    """The columns of a table that are read as they stand."""
    columns = model.__table__.columns
    return ", ".join(f"{prefix}{name}" for name in schema.model_fields if name in columns)


_HEAD = _shared(WorkoutRead, Workout)
_EXECUTION = _shared(ExecutionRead, ExerciseExecution, "e.")
_SET = _shared(SetRead, Set)
_COLUMNS = [column.name for column in Set.__table__.columns]
_MARKS = ", ".join(f":{name}" for name in _COLUMNS)

TOKEN: Final = (
    "SELECT user_id, name, expires_at FROM access_tokens WHERE id = :id AND revoked_at IS NULL"
)
WORKOUT: Final = (
    f"SELECT {_HEAD} FROM workouts WHERE user_id = :user AND id = :workout AND deleted_at IS NULL"
)
EXECUTIONS: Final = f"""
    SELECT {_EXECUTION}, x.id AS exercise_id, x.slug, x.name, x.tracking, x.implements
    FROM exercise_executions e JOIN exercises x ON x.user_id = e.user_id AND x.id = e.exercise_id
    WHERE e.user_id = :user AND e.workout_id = :workout AND e.deleted_at IS NULL
    ORDER BY e.position, e.id
"""
SETS: Final = f"""
    SELECT execution_id, load_exact, {_SET} FROM sets
    WHERE user_id = :user AND workout_id = :workout AND deleted_at IS NULL
    ORDER BY execution_id, position, id
"""
PAGE: Final = f"""
    SELECT {_HEAD} FROM workouts WHERE user_id = :user AND deleted_at IS NULL
    ORDER BY local_date DESC, started_at DESC, id DESC LIMIT :size OFFSET :offset
"""
COUNT: Final = "SELECT count(*) AS total FROM workouts WHERE user_id = :user AND deleted_at IS NULL"
# Warm-ups have no volume, and what each side did counts twice.
TOTALS: Final = """
    SELECT s.workout_id, s.exercise_id, x.implements, count(*) AS sets,
           sum(CASE WHEN s.load_mode IN ('absolute', 'added') AND s.kind <> 'warmup'
                    THEN s.load_exact * s.reps * CASE s.side WHEN 'each' THEN 2 ELSE 1 END
                    ELSE 0 END) AS volume_exact,
           coalesce(sum(CAST(s.distance_m AS DOUBLE PRECISION)), 0) AS distance_m
    FROM sets s JOIN exercises x ON x.user_id = s.user_id AND x.id = s.exercise_id
    WHERE s.user_id = :user AND s.workout_id IN (:ids) AND s.deleted_at IS NULL
    GROUP BY s.workout_id, s.exercise_id, x.implements
"""
EXERCISES: Final = """
    SELECT e.workout_id, x.name
    FROM exercise_executions e JOIN exercises x ON x.user_id = e.user_id AND x.id = e.exercise_id
    WHERE e.user_id = :user AND e.workout_id IN (:ids) AND e.deleted_at IS NULL
    ORDER BY e.workout_id, e.position, e.id
"""
PLACE: Final = """
    SELECT e.exercise_id, w.local_date
    FROM exercise_executions e JOIN workouts w ON w.user_id = e.user_id AND w.id = e.workout_id
    WHERE e.user_id = :user AND e.workout_id = :workout AND e.id = :execution
      AND e.deleted_at IS NULL AND w.deleted_at IS NULL
"""
NEXT: Final = """
    SELECT coalesce(max(position), -1) + 1 AS position FROM sets
    WHERE user_id = :user AND execution_id = :execution
"""
ADD_SET: Final = f"INSERT INTO sets ({', '.join(_COLUMNS)}) VALUES ({_MARKS})"
ADD_OPERATION: Final = """
    INSERT INTO operations (user_id, id, batch_id, device, entity, entity_id, action, before, after,
                            at, undone_at, created_at, updated_at)
    VALUES (:user, :id, :batch, :device, 'set', :entity, 'create', NULL, :after,
            :now, NULL, :now, :now)
"""


def for_psycopg(sql: str) -> str:
    """Named binds as psycopg has them; a list is one array."""
    return re.sub(r":(\w+)", r"%(\1)s", sql.replace("IN (:ids)", "= ANY(:ids)"))


def with_marks(sql: str, ids: Iterable[Any]) -> tuple[str, Row]:
    """The same for sqlite3, which has a bind for each value of a list."""
    binds = {f"id{number}": each for number, each in enumerate(ids)}
    return sql.replace(":ids", ", ".join(f":{name}" for name in binds) or "NULL"), binds


def digest(header: str | None) -> str:
    """What the token of an Authorization header is kept as."""
    return hashlib.sha256((header or "").removeprefix("Bearer ").encode()).hexdigest()


def is_valid(row: Mapping[str, Any] | None) -> bool:
    return row is not None and (not row["expires_at"] or row["expires_at"] > datetime.now(UTC))


def nested(workout: Row, executions: Iterable[Row], sets: Iterable[Row]) -> Row:
    """A workout with its executions and sets, for the response model."""
    sets_of: dict[Any, list[Row]] = defaultdict(list)
    count = volume = 0
    for row in sets:
        sets_of[row["execution_id"]].append(row)
        exact = row["load_exact"]
        row["load_kg"] = None if exact is None else Decimal(exact).scaleb(-8)
        count += 1
    workout["exercise_executions"] = made = []
    for row in executions:
        exercise = {"id": row["exercise_id"], "slug": row["slug"], "name": row["name"]}
        row["exercise"] = {**exercise, "tracking": row["tracking"]}
        row["sets"] = sets_of[row["id"]]
        volume += _implements(row) * sum(
            (each["load_exact"] or 0) * (each["reps"] or 0) * (2 if each["side"] == "each" else 1)
            for each in row["sets"]
            if each["kind"] != "warmup" and each["load_mode"] in ("absolute", "added")
        )
        made.append(row)
    workout["sets"], workout["volume_kg"] = count, Decimal(volume).scaleb(-8)
    return workout


def listed(workouts: list[Row], totals: Iterable[Row], names: Iterable[Row]) -> list[Row]:
    """Workouts of a list, with their totals and the names of their exercises."""
    sums: dict[Any, list[Any]] = defaultdict(lambda: [0, 0, 0.0])
    for row in totals:
        found = sums[row["workout_id"]]
        found[0] += row["sets"]
        found[1] += int(row["volume_exact"] or 0) * _implements(row)
        found[2] += row["distance_m"]
    names_of: dict[Any, dict[str, None]] = defaultdict(dict)
    for row in names:
        names_of[row["workout_id"]][row["name"]] = None
    for row in workouts:
        row["sets"], volume, distance = sums[row["id"]]
        row["volume_kg"] = Decimal(volume).scaleb(-8)
        row["distance_m"] = Decimal(f"{distance:.3f}")
        row["exercises"] = list(names_of[row["id"]])
    return workouts


def _implements(row: Row) -> int:
    """How many loads an exercise takes, one in each hand."""
    key = row["exercise_id"]
    exercise_id = UUID(bytes=key) if isinstance(key, bytes) else key
    return implements_of(exercise_id, row["implements"])


def new_set(data: SetCreate, place: Mapping[str, Any]) -> Row:
    """Every column of a new set."""
    now = datetime.now(UTC)
    exact = None
    if data.load_value is not None:
        exact = int(data.load_value * (100_000_000 if data.load_unit == "kg" else 45_359_237))
    return {
        **dict.fromkeys(_COLUMNS),
        **dict(data),
        **place,
        "id": data.id or new_id(),
        "load_exact": exact,
        "version": 1,
        "created_at": now,
        "updated_at": now,
    }


def operation(row: Row, device: str) -> Row:
    """The entry of the operation log for a new set; `after` is still a dict."""
    after = {
        name: str(value) if isinstance(value, UUID | Decimal) else value
        for name, value in row.items()
        if value is not None and name != "user_id"
    }
    for name in ("created_at", "updated_at", "local_date", "performed_at"):
        if name in after:
            after[name] = str(after[name])
    return {
        "user": row["user_id"],
        "id": new_id(),
        "batch": new_id(),
        "device": device,
        "entity": row["id"],
        "after": after,
        "now": row["created_at"],
    }


def shown(row: Row) -> Row:
    """A set as it is read."""
    exact = row["load_exact"]
    return {**row, "load_kg": None if exact is None else Decimal(exact).scaleb(-8)}
