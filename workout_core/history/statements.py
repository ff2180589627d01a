"""Every statement that looks back over workouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Double,
    Select,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
    true,
    union_all,
)

from workout_core.db.sql import elements, mine, seconds, table
from workout_core.exercises.models import Exercise
from workout_core.workouts.models import ExerciseExecution, Set, Workout
from workout_core.workouts.statements import set_volume

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ColumnElement

_between = Workout.local_date.between(bindparam("since"), bindparam("until"))
_implements = case((Set.exercise_id.in_(bindparam("two_handed", expanding=True)), 2.0), else_=1.0)
_nothing = literal_column("0", BigInteger)
# Workouts and their sets apart, so that a workout without sets counts and a long one counts once. The sets are
# found by their workouts: they have no index by day alone.
_done = union_all(
    select(
        Workout.local_date,
        func.count().label("workouts"),
        func.sum(func.coalesce(seconds(Workout.started_at, Workout.ended_at), 0)).label("seconds"),
        _nothing.label("sets"),
        literal_column("0.0", Double).label("volume_exact"),
    )
    .where(mine(Workout), Workout.deleted_at.is_(None), _between)
    .group_by(Workout.local_date),
    select(
        Workout.local_date,
        _nothing,
        _nothing,
        func.count(),
        func.sum(set_volume() * _implements),
    )
    .join(Set, (Set.user_id == Workout.user_id) & (Set.workout_id == Workout.id))
    .where(
        mine(Workout), mine(Set), Workout.deleted_at.is_(None), Set.deleted_at.is_(None), _between
    )
    .group_by(Workout.local_date),
).subquery("done")
days = (
    select(
        _done.c.local_date,
        *(
            cast(func.sum(_done.c[name]), BigInteger).label(name)
            for name in ("workouts", "seconds", "sets")
        ),
        func.sum(_done.c.volume_exact).label("volume_exact"),
    )
    .group_by(_done.c.local_date)
    .order_by(_done.c.local_date)
)


def _like(text: ColumnElement[Any]) -> ColumnElement[bool]:
    return text.ilike(bindparam("pattern"), escape="\\")


def _place(
    name: str, text: ColumnElement[Any], exercise: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    """Workouts in which a text matches the pattern, and where it stands."""
    return select(
        literal_column(f"'{name}'").label("place"),
        Workout.local_date,
        Workout.started_at,
        Workout.id.label("workout_id"),
        exercise.label("exercise"),
        text.label("text"),
    ).where(mine(Workout), Workout.deleted_at.is_(None), _like(text))


_tag = elements(table(Workout).c.tags)
_no_exercise: ColumnElement[Any] = literal_column("NULL", Exercise.name.type)
_found = union_all(
    _place("workout", table(Workout).c.name, _no_exercise),
    _place("note", table(Workout).c.note, _no_exercise),
    _place("tag", _tag.c.value, _no_exercise).select_from(table(Workout).join(_tag, true())),
    _place("exercise note", table(ExerciseExecution).c.note, table(Exercise).c.name).where(
        mine(ExerciseExecution),
        mine(Exercise),
        ExerciseExecution.deleted_at.is_(None),
        ExerciseExecution.workout_id == Workout.id,
        ExerciseExecution.exercise_id == Exercise.id,
    ),
    _place("set note", table(Set).c.note, table(Exercise).c.name).where(
        mine(Set),
        mine(Exercise),
        Set.deleted_at.is_(None),
        Set.note.is_not(None),
        Set.workout_id == Workout.id,
        Set.exercise_id == Exercise.id,
    ),
).subquery("found")
found = (
    select(_found)
    .order_by(
        _found.c.local_date.desc(),
        _found.c.started_at.desc(),
        _found.c.workout_id.desc(),
        _found.c.place,
        _found.c.text,
        _found.c.exercise,
    )
    .limit(bindparam("size"))
    .offset(bindparam("offset"))
)
count_found = select(func.count().label("total")).select_from(_found)
