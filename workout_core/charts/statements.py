"""Every statement of series: what each day came to of one exercise, or of one measurement."""

from __future__ import annotations

from sqlalchemy import Double, bindparam, case, cast, func, literal_column, select

from workout_core.body.models import Measurement
from workout_core.db.base import Json
from workout_core.db.sql import holds_all, mine, table
from workout_core.workouts.models import Set, Workout

# From the first day on: what is a record shows only beside all that was before.
_counted = (
    mine(Set),
    Set.exercise_id == bindparam("exercise_id"),
    Set.local_date <= bindparam("until"),
    Set.deleted_at.is_(None),
    Set.kind != "warmup",
    Set.reps >= 1,
)
_load = cast(Set.load_exact, Double)
# Repetitions to failure: those done, and those left of which the effort tells.
_to_failure = cast(Set.reps, Double) + 10.0 - func.coalesce(cast(Set.rpe, Double), 10.0)
_thirtieths = case(
    (
        (Set.load_mode == "absolute") & (Set.load_exact > 0) & (_to_failure <= 12.0),
        _load * case((_to_failure == 1.0, 30.0), else_=30.0 + _to_failure),
    )
)
_typed = case(
    (Set.load_mode == "assisted", -Set.load_exact),
    (Set.load_mode == "bodyweight", literal_column("0")),
    else_=Set.load_exact,
)
# All of it stands in the index that the sets are found by.
bests = (
    select(
        Set.local_date,
        func.count().label("sets"),
        func.count(_thirtieths).label("e1rm_sets"),
        func.max(_thirtieths).label("e1rm"),
        func.count(_typed).label("weight_sets"),
        func.max(_typed).label("weight"),
        func.max(Set.reps).label("reps"),
    )
    .where(*_counted)
    .group_by(Set.local_date)
    .order_by(Set.local_date)
)
# Apart, because the side of a set doesn't stand there.
_volume = case(
    (
        Set.load_mode == "absolute",
        _load * cast(Set.reps, Double) * case((Set.side == "each", 2.0), else_=1.0),
    )
)
volumes = (
    select(
        Set.local_date,
        func.count().label("sets"),
        func.count(_volume).label("volume_sets"),
        func.sum(_volume).label("volume"),
    )
    .where(*_counted)
    .group_by(Set.local_date)
    .order_by(Set.local_date)
)
tagged = (
    select(Workout.local_date)
    .where(
        mine(Workout),
        Workout.deleted_at.is_(None),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
        holds_all(table(Workout).c.tags, bindparam("tags", type_=Json())),
    )
    .distinct()
    .order_by(Workout.local_date)
)
measured = (
    select(Measurement.local_date, Measurement.value, Measurement.unit)
    .where(
        mine(Measurement),
        Measurement.type == bindparam("type"),
        Measurement.local_date <= bindparam("until"),
        Measurement.deleted_at.is_(None),
    )
    .order_by(Measurement.local_date, Measurement.measured_at, Measurement.id)
)
