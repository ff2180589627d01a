"""Statements over what was done of an exercise before a workout and in it, for comparing a line with.

A workout that began later does not count, on whatever day it began where it began. Exercises that move the body have
statements of their own, which look for its weight: that of the workout, else the last of its day or before.
"""

from __future__ import annotations

from sqlalchemy import Double, bindparam, case, cast, func, select

from workout_core.body.models import Measurement
from workout_core.db.sql import mine, table
from workout_core.workouts.models import ExerciseExecution, Set, Workout

# Of both sides, where each side did them.
_repetitions = case((Set.side == "each", 2 * Set.reps), else_=Set.reps)
_later = select(Workout.id).where(
    mine(Workout),
    Workout.local_date.between(bindparam("since"), bindparam("until")),
    Workout.started_at > bindparam("before"),
)
_before = (
    mine(Set),
    Set.exercise_id == bindparam("exercise_id"),
    Set.local_date <= bindparam("until"),
    Set.deleted_at.is_(None),
    Set.workout_id.not_in(_later),
)
_counted = (*_before, Set.kind != "warmup", Set.reps >= 1)
loads_before = (
    select(
        Set.load_mode,
        Set.load_exact,
        Set.rpe,
        func.max(Set.reps).label("reps"),
        func.max(_repetitions).label("repetitions"),
        func.max(
            case((Set.reps <= 2 + func.coalesce(cast(Set.rpe, Double), 10.0), Set.reps))
        ).label("estimable_reps"),
    )
    .where(*_counted)
    .group_by(Set.load_mode, Set.load_exact, Set.rpe)
)
_body = func.coalesce(
    select(Workout.bodyweight_exact)
    .where(mine(Workout), mine(Set), Workout.id == Set.workout_id)
    .correlate(Set)
    .scalar_subquery(),
    select(Measurement.exact)
    .where(
        mine(Measurement),
        mine(Set),
        Measurement.type == "weight",
        Measurement.deleted_at.is_(None),
        Measurement.local_date <= Set.local_date,
    )
    .order_by(Measurement.local_date.desc(), Measurement.measured_at.desc(), Measurement.id.desc())
    .limit(1)
    .correlate(Set)
    .scalar_subquery(),
)
# As one table first, so that no database looks for the weight each time that it is named.
_bodily = (
    select(
        *(Set.workout_id, Set.load_mode, Set.load_exact, Set.rpe, Set.reps, Set.side),
        _body.label("body"),
    )
    .where(*_counted)
    .offset(0)
    .subquery("done")
)
_sides = case((_bodily.c.side == "each", 2 * _bodily.c.reps), else_=_bodily.c.reps)
bodily_loads_before = select(
    _bodily.c.load_mode,
    _bodily.c.load_exact,
    _bodily.c.rpe,
    _bodily.c.body,
    func.max(_bodily.c.reps).label("reps"),
    func.max(_sides).label("repetitions"),
    func.max(
        case(
            (
                _bodily.c.reps <= 2 + func.coalesce(cast(_bodily.c.rpe, Double), 10.0),
                _bodily.c.reps,
            )
        )
    ).label("estimable_reps"),
).group_by(_bodily.c.load_mode, _bodily.c.load_exact, _bodily.c.rpe, _bodily.c.body)
_load = cast(_bodily.c.load_exact, Double)
_signed = case(
    (_bodily.c.load_mode == "added", _load), (_bodily.c.load_mode == "assisted", -_load), else_=0.0
)
_part = func.round(cast(_bodily.c.body, Double) * bindparam("share", type_=Double()))
_whole = _part + _signed
_moved = case((_bodily.c.load_mode == "absolute", _load), (_whole < 0.0, 0.0), else_=_whole)
_moved_volume = func.coalesce(func.sum(_moved * _sides), 0.0)
bodily_sessions_before = (
    select(_bodily.c.workout_id, _moved_volume.label("volume"))
    .group_by(_bodily.c.workout_id)
    .order_by(
        case((_bodily.c.workout_id == bindparam("workout_id"), 0), else_=1),
        _moved_volume.desc(),
        _bodily.c.workout_id,
    )
    .limit(2)
)
_volume = func.coalesce(func.sum(cast(Set.load_exact, Double) * _repetitions), 0.0)
# This workout, if it is among them, then the one with the most.
sessions_before = (
    select(Set.workout_id, _volume.label("volume"))
    .where(*_counted, Set.load_mode == "absolute")
    .group_by(Set.workout_id)
    .order_by(
        case((Set.workout_id == bindparam("workout_id"), 0), else_=1),
        _volume.desc(),
        Set.workout_id,
    )
    .limit(2)
)
efforts_before = (
    select(
        Set.duration_s,
        Set.distance_m,
        func.max(case((Set.load_mode == "absolute", Set.load_exact))).label("load_exact"),
    )
    .where(*_before, Set.kind != "warmup")
    .group_by(Set.duration_s, Set.distance_m)
)
_last_session = (
    select(Set.workout_id)
    .where(*_before, Set.workout_id != bindparam("workout_id"))
    .order_by(Set.local_date.desc(), Set.workout_id.desc())
    .limit(1)
    .scalar_subquery()
)
last_session = (
    select(*table(Set).columns)
    .join(
        ExerciseExecution,
        (ExerciseExecution.user_id == Set.user_id) & (ExerciseExecution.id == Set.execution_id),
    )
    .where(
        mine(Set),
        mine(ExerciseExecution),
        Set.workout_id == _last_session,
        Set.exercise_id == bindparam("exercise_id"),
        Set.deleted_at.is_(None),
    )
    .order_by(ExerciseExecution.position, Set.position, Set.id)
)
