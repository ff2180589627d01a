"""Statements over what was done of an exercise before a workout and in it, for comparing a line with.

A workout that began later does not count, on whatever day it began where it began. Exercises that move the body have
statements of their own, which look for its weight: that of the workout, else the last of its day or before. What is
public here and no statement makes the same statements over several exercises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Double, Select, bindparam, case, cast, func, select

from workout_core.body.models import Measurement
from workout_core.db.sql import mine, table
from workout_core.workouts.models import ExerciseExecution, Set, Workout

if TYPE_CHECKING:
    from sqlalchemy import Subquery
    from sqlalchemy.sql.elements import ColumnElement

    Conditions = tuple[ColumnElement[bool], ...]

# Of both sides, where each side did them.
_repetitions = case((Set.side == "each", 2 * Set.reps), else_=Set.reps)
_later = select(Workout.id).where(
    mine(Workout),
    Workout.local_date.between(bindparam("since"), bindparam("until")),
    Workout.started_at > bindparam("before"),
)


def done_before(exercises: ColumnElement[bool]) -> Conditions:
    """The sets of some exercises so far."""
    return (
        mine(Set),
        exercises,
        Set.local_date <= bindparam("until"),
        Set.deleted_at.is_(None),
        Set.workout_id.not_in(_later),
    )


def counted(before: Conditions) -> Conditions:
    """Of sets those that may make a record with repetitions."""
    return (*before, Set.kind != "warmup", Set.reps >= 1)


def loads(sets: Conditions, *by: Any) -> Select[*tuple[Any, ...]]:
    """Each load with each effort, and the most repetitions; by more, if it is said."""
    return (
        select(
            *by,
            Set.load_mode,
            Set.load_exact,
            Set.rpe,
            func.max(Set.reps).label("reps"),
            func.max(_repetitions).label("repetitions"),
            func.max(
                case((Set.reps <= 2 + func.coalesce(cast(Set.rpe, Double), 10.0), Set.reps))
            ).label("estimable_reps"),
        )
        .where(*sets)
        .group_by(*by, Set.load_mode, Set.load_exact, Set.rpe)
    )


_before = done_before(Set.exercise_id == bindparam("exercise_id"))
_counted = counted(_before)
loads_before = loads(_counted)
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


def bodily(sets: Conditions, *more: Any) -> Subquery:
    """Sets with what the body weighed.

    As one table first, so that no database looks for the weight each time that it is named.
    """
    return (
        select(
            *more,
            *(Set.workout_id, Set.load_mode, Set.load_exact, Set.rpe, Set.reps, Set.side),
            _body.label("body"),
        )
        .where(*sets)
        .offset(0)
        .subquery("done")
    )


def _sides(done: Subquery) -> ColumnElement[Any]:
    return case((done.c.side == "each", 2 * done.c.reps), else_=done.c.reps)


def bodily_loads(done: Subquery, *by: Any) -> Select[*tuple[Any, ...]]:
    """The same as `loads`, of the body's weight too."""
    reps = done.c.reps
    return select(
        *by,
        done.c.load_mode,
        done.c.load_exact,
        done.c.rpe,
        done.c.body,
        func.max(reps).label("reps"),
        func.max(_sides(done)).label("repetitions"),
        func.max(case((reps <= 2 + func.coalesce(cast(done.c.rpe, Double), 10.0), reps))).label(
            "estimable_reps"
        ),
    ).group_by(*by, done.c.load_mode, done.c.load_exact, done.c.rpe, done.c.body)


def bodily_volume(done: Subquery) -> ColumnElement[Any]:
    """What sets of the body moved, times their repetitions; `share` is the part of it that is moved."""
    load = cast(done.c.load_exact, Double)
    signed = case(
        (done.c.load_mode == "added", load), (done.c.load_mode == "assisted", -load), else_=0.0
    )
    whole = func.round(cast(done.c.body, Double) * bindparam("share", type_=Double())) + signed
    moved = case((done.c.load_mode == "absolute", load), (whole < 0.0, 0.0), else_=whole)
    return func.coalesce(func.sum(moved * _sides(done)), 0.0)


_bodily = bodily(_counted)
bodily_loads_before = bodily_loads(_bodily)
_moved_volume = bodily_volume(_bodily)
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


def volume() -> ColumnElement[Any]:
    """The loads of sets, times their repetitions."""
    return func.coalesce(func.sum(cast(Set.load_exact, Double) * _repetitions), 0.0)


_volume = volume()
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


def efforts(sets: Conditions, *by: Any) -> Select[*tuple[Any, ...]]:
    """Each time and distance, and the most load with it; by more, if it is said."""
    return (
        select(
            *by,
            Set.duration_s,
            Set.distance_m,
            func.max(case((Set.load_mode == "absolute", Set.load_exact))).label("load_exact"),
        )
        .where(*sets, Set.kind != "warmup")
        .group_by(*by, Set.duration_s, Set.distance_m)
    )


efforts_before = efforts(_before)
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
