"""Statements over all exercises of the open workout at once: what was done of each before it began."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from workout_core.db.sql import mine, table
from workout_core.exercises.models import Exercise
from workout_core.workouts import past_statements as past
from workout_core.workouts.models import Set, Workout

_exercises = Set.exercise_id.in_(bindparam("exercise_ids", expanding=True))
_before = past.done_before(_exercises)
_counted = past.counted(_before)
loads = past.loads(_counted, Set.exercise_id)
efforts = past.efforts(_before, Set.exercise_id)
_done = past.bodily(_counted, Set.exercise_id)
bodily_loads = past.bodily_loads(_done, _done.c.exercise_id)
_sessions = (
    select(Set.exercise_id, Set.workout_id, past.volume().label("volume"))
    .where(*_counted, Set.load_mode == "absolute")
    .group_by(Set.exercise_id, Set.workout_id)
    .subquery("sessions")
)
volumes = select(_sessions.c.exercise_id, func.max(_sessions.c.volume).label("volume")).group_by(
    _sessions.c.exercise_id
)
_bodily_sessions = (
    select(_done.c.exercise_id, _done.c.workout_id, past.bodily_volume(_done).label("volume"))
    .group_by(_done.c.exercise_id, _done.c.workout_id)
    .subquery("sessions")
)
bodily_volumes = select(
    _bodily_sessions.c.exercise_id, func.max(_bodily_sessions.c.volume).label("volume")
).group_by(_bodily_sessions.c.exercise_id)
# For each exercise one look into the index, from its end.
_last = (
    select(Set.workout_id)
    .where(
        mine(Set),
        mine(Exercise),
        Set.exercise_id == Exercise.id,
        Set.local_date <= bindparam("until"),
        Set.deleted_at.is_(None),
        Set.workout_id != bindparam("workout_id"),
    )
    .order_by(Set.local_date.desc(), Set.workout_id.desc())
    .limit(1)
    .correlate(Exercise)
    .scalar_subquery()
)
last_workouts = select(Exercise.id.label("exercise_id"), _last.label("workout_id")).where(
    mine(Exercise), Exercise.id.in_(bindparam("exercise_ids", expanding=True))
)
last_named = (
    select(*table(Workout).columns)
    .where(
        mine(Workout),
        Workout.name == bindparam("name"),
        Workout.status == "done",
        Workout.deleted_at.is_(None),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
    )
    .order_by(Workout.local_date.desc(), Workout.started_at.desc(), Workout.id.desc())
    .limit(1)
)
