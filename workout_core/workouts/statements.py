"""Every statement over workouts, executions and sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Double,
    Select,
    Update,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    update,
)

from workout_core.db.base import Json
from workout_core.db.sql import adding, changing, holds_all, mine, table
from workout_core.exercises.models import Exercise
from workout_core.workouts.models import ExerciseExecution, Set, Workout

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ColumnElement

    from workout_core.db.base import Model

_workouts = select(*table(Workout).columns).where(mine(Workout), Workout.deleted_at.is_(None))
_between = Workout.local_date.between(bindparam("since"), bindparam("until"))


def _like(text: Any) -> ColumnElement[bool]:
    return and_(text.is_not(None), text.ilike(bindparam("pattern"), escape="\\"))


# What is null is told apart first, and each exercise is looked at once: without an index every look costs.
_named = select(Exercise.id).where(mine(Exercise), _like(Exercise.name))
_matching = or_(
    _like(Workout.name),
    _like(Workout.note),
    Workout.id.in_(
        select(ExerciseExecution.workout_id).where(
            mine(ExerciseExecution),
            ExerciseExecution.deleted_at.is_(None),
            or_(
                ExerciseExecution.exercise_id.in_(_named),
                _like(ExerciseExecution.note),
            ),
        )
    ),
    Workout.id.in_(
        select(Set.workout_id).where(
            mine(Set),
            Set.deleted_at.is_(None),
            Set.note.is_not(None),
            Set.note.ilike(bindparam("pattern"), escape="\\"),
        )
    ),
)
_tagged = holds_all(table(Workout).c.tags, bindparam("tags", type_=Json()))
_of_exercise = Workout.id.in_(
    select(Set.workout_id).where(
        mine(Set),
        Set.exercise_id == bindparam("exercise_id"),
        Set.local_date.between(bindparam("since"), bindparam("until")),
        Set.deleted_at.is_(None),
    )
)
_count = select(func.count().label("total")).where(mine(Workout), Workout.deleted_at.is_(None))


def _newest(statement: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return (
        statement.order_by(Workout.local_date.desc(), Workout.started_at.desc(), Workout.id.desc())
        .limit(bindparam("size"))
        .offset(bindparam("offset"))
    )


def _moving_to_exercise(model: type[ExerciseExecution | Set]) -> Update:
    columns = table(model).columns
    return (
        update(table(model))
        .where(columns.user_id == bindparam("owner"), columns.id == bindparam("row_id"))
        .values({name: bindparam(name) for name in ("exercise_id", "updated_at", "version")})
    )


page = _newest(_workouts.where(_between))
page_tagged = _newest(_workouts.where(_between, _tagged))
page_matching = _newest(_workouts.where(_between, _tagged, _matching))
page_of_exercise = _newest(_workouts.where(_between, _tagged, _of_exercise))
page_matching_of_exercise = _newest(_workouts.where(_between, _tagged, _of_exercise, _matching))
count = _count.where(_between)
count_tagged = _count.where(_between, _tagged)
count_matching = _count.where(_between, _tagged, _matching)
count_of_exercise = _count.where(_between, _tagged, _of_exercise)
count_matching_of_exercise = _count.where(_between, _tagged, _of_exercise, _matching)
# As a literal, for so SQLite sees that the partial index of open workouts will do.
active = _workouts.where(Workout.status == literal_column("'active'"))
of_day = _workouts.where(Workout.local_date == bindparam("day")).order_by(
    Workout.started_at, Workout.id
)
by_id = _workouts.where(Workout.id == bindparam("id"))
by_ids = _workouts.where(Workout.id.in_(bindparam("ids", expanding=True)))
ids = (
    select(Workout.id)
    .where(mine(Workout), Workout.deleted_at.is_(None))
    .order_by(Workout.local_date, Workout.started_at, Workout.id)
)
starting_with = (
    _workouts.where(Workout.id.between(bindparam("first"), bindparam("last")))
    .order_by(Workout.id)
    .limit(5)
)
imported = select(Workout.id, Workout.external_id, Workout.content_hash, Workout.deleted_at).where(
    mine(Workout),
    Workout.source == bindparam("source"),
    Workout.external_id.in_(bindparam("external_ids", expanding=True)),
)
# What was done on some days: what is imported may be there from another source.
beside_import = (
    select(
        Workout.id,
        Workout.name,
        Workout.source,
        Workout.started_at,
        Workout.ended_at,
        Workout.timezone,
        Workout.local_date,
    )
    .where(
        mine(Workout),
        Workout.deleted_at.is_(None),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
    )
    .order_by(Workout.local_date, Workout.started_at, Workout.id)
)
of_import = select(Workout.id).where(
    mine(Workout),
    Workout.source == bindparam("source"),
    Workout.import_id == bindparam("import_id"),
)
kept = select(*table(Workout).columns).where(
    mine(Workout), Workout.id.in_(bindparam("ids", expanding=True))
)
add = adding(Workout)
change = changing(Workout)

# Of both sides, where each side did them.
_repetitions = case((Set.side == "each", 2 * Set.reps), else_=Set.reps)
FARTHEST: Final = 10_000_000.0  # what may be logged
_metres = cast(Set.distance_m, Double)


def set_volume() -> ColumnElement[float]:
    """What a set adds to a volume of one implement, as `folding.volume_exact` has it.

    In floating point, which is exact to 90,000 tonnes and can't overflow as whole numbers can.
    """
    counts = and_(Set.kind != "warmup", Set.load_mode.in_(("absolute", "added")))
    volume = cast(Set.load_exact, Double) * func.coalesce(_repetitions, 0)
    return case((counts, volume), else_=0.0)


totals = (
    select(
        Set.workout_id,
        Set.exercise_id,
        Exercise.implements,
        func.count().label("sets"),
        func.sum(set_volume()).label("volume_exact"),
        # In millimetres, whose sum is the same in any order.
        cast(
            func.sum(
                case(
                    (
                        _metres.between(0.0, FARTHEST),
                        cast(func.round(_metres * 1000.0), BigInteger),
                    ),
                    else_=0,
                )
            ),
            BigInteger,
        ).label("distance_mm"),
    )
    .join(Exercise, (Exercise.user_id == Set.user_id) & (Exercise.id == Set.exercise_id))
    .where(
        mine(Set),
        mine(Exercise),
        Set.workout_id.in_(bindparam("workout_ids", expanding=True)),
        Set.deleted_at.is_(None),
    )
    .group_by(Set.workout_id, Set.exercise_id, Exercise.implements)
)
_executions = (
    select(
        *table(ExerciseExecution).columns,
        Exercise.slug.label("exercise_slug"),
        Exercise.name.label("exercise_name"),
        Exercise.tracking.label("exercise_tracking"),
        Exercise.implements.label("exercise_implements"),
    )
    .join(
        Exercise,
        (Exercise.user_id == ExerciseExecution.user_id)
        & (Exercise.id == ExerciseExecution.exercise_id),
    )
    .where(mine(ExerciseExecution), mine(Exercise), ExerciseExecution.deleted_at.is_(None))
)
executions = _executions.where(
    ExerciseExecution.workout_id.in_(bindparam("workout_ids", expanding=True))
).order_by(ExerciseExecution.workout_id, ExerciseExecution.position, ExerciseExecution.id)
execution = _executions.where(
    ExerciseExecution.workout_id == bindparam("workout_id"),
    ExerciseExecution.id == bindparam("id"),
)
uses_exercise = select(
    exists()
    .where(
        mine(ExerciseExecution),
        ExerciseExecution.exercise_id == bindparam("exercise_id"),
        ExerciseExecution.deleted_at.is_(None),
    )
    .label("used")
)
uses = (
    select(
        Set.exercise_id,
        func.count().label("sets"),
        func.count(Set.workout_id.distinct()).label("workouts"),
        func.max(Set.local_date).label("last_date"),
    )
    .where(
        mine(Set),
        Set.exercise_id.in_(bindparam("exercise_ids", expanding=True)),
        Set.deleted_at.is_(None),
    )
    .group_by(Set.exercise_id)
)
# Deleted ones too: whatever is brought back later is of an exercise that is there.
executions_to_move = (
    select(
        ExerciseExecution.id,
        ExerciseExecution.workout_id,
        ExerciseExecution.exercise_id,
        ExerciseExecution.version,
        ExerciseExecution.updated_at,
        ExerciseExecution.deleted_at,
    )
    .where(mine(ExerciseExecution), ExerciseExecution.exercise_id == bindparam("exercise_id"))
    .order_by(ExerciseExecution.id)
)
kept_executions = select(*table(ExerciseExecution).columns).where(
    mine(ExerciseExecution), ExerciseExecution.id.in_(bindparam("ids", expanding=True))
)
add_execution = adding(ExerciseExecution)
change_execution = changing(ExerciseExecution)
move_execution_to_exercise = _moving_to_exercise(ExerciseExecution)
next_execution = select(
    (func.coalesce(func.max(ExerciseExecution.position), -1) + 1).label("position")
).where(mine(ExerciseExecution), ExerciseExecution.workout_id == bindparam("workout_id"))

_sets = select(*table(Set).columns).where(mine(Set), Set.deleted_at.is_(None))
sets = _sets.where(Set.workout_id.in_(bindparam("workout_ids", expanding=True))).order_by(
    Set.execution_id, Set.position, Set.id
)
sets_of_exercise = _sets.where(
    Set.workout_id.in_(bindparam("workout_ids", expanding=True)),
    Set.exercise_id == bindparam("exercise_id"),
).order_by(Set.execution_id, Set.position, Set.id)
sets_of = _sets.where(Set.execution_id == bindparam("execution_id")).order_by(Set.position, Set.id)
set_ = _sets.where(
    Set.workout_id == bindparam("workout_id"),
    Set.execution_id == bindparam("execution_id"),
    Set.id == bindparam("id"),
)
next_set = select((func.coalesce(func.max(Set.position), -1) + 1).label("position")).where(
    mine(Set), Set.execution_id == bindparam("execution_id")
)
last_set_at = select(
    func.max(func.coalesce(Set.performed_at, Set.created_at)).label("last_set_at")
).where(mine(Set), Set.workout_id == bindparam("workout_id"), Set.deleted_at.is_(None))
last_working = (
    select(Set.load_value, Set.load_unit, Set.load_mode)
    .where(
        mine(Set),
        Set.exercise_id == bindparam("exercise_id"),
        Set.deleted_at.is_(None),
        Set.kind.in_(("working", "amrap", "failure")),
        Set.load_mode.is_not(None),
    )
    .order_by(Set.local_date.desc(), Set.created_at.desc(), Set.position.desc())
    .limit(1)
)
kept_sets = select(*table(Set).columns).where(
    mine(Set), Set.id.in_(bindparam("ids", expanding=True))
)
add_set = adding(Set)
change_set = changing(Set)
move_sets = (
    update(table(Set))
    .where(Set.user_id == bindparam("owner"), Set.workout_id == bindparam("of_workout"))
    .values(local_date=bindparam("local_date"), updated_at=bindparam("updated_at"))
)
sets_to_move = (
    select(Set.id, Set.workout_id, Set.exercise_id, Set.version, Set.updated_at, Set.deleted_at)
    .where(mine(Set), Set.exercise_id == bindparam("exercise_id"))
    .order_by(Set.id)
)
move_set_to_exercise = _moving_to_exercise(Set)


def _withdrawing(model: type[Model], key: str, ids: str) -> Update:
    """Softly delete all that is there of some workouts."""
    columns = table(model).columns
    return (
        update(table(model))
        .where(
            columns.user_id == bindparam("owner"),
            columns[key].in_(bindparam(ids, expanding=True)),
            columns.deleted_at.is_(None),
        )
        .values(
            deleted_at=bindparam("deleted_at"),
            updated_at=bindparam("updated_at"),
            version=columns.version + 1,
        )
    )


def _reviving(model: type[Model], key: str, ids: str) -> Update:
    """Bring back what was deleted of some workouts at a moment."""
    columns = table(model).columns
    return (
        update(table(model))
        .where(
            columns.user_id == bindparam("owner"),
            columns[key].in_(bindparam(ids, expanding=True)),
            columns.deleted_at == bindparam("was_deleted_at"),
        )
        .values(deleted_at=null(), updated_at=bindparam("updated_at"), version=columns.version + 1)
    )


withdrawn = (
    select(Workout.import_id)
    .where(mine(Workout), Workout.source.in_(bindparam("sources", expanding=True)))
    .distinct()
)
withdraw = _withdrawing(Workout, "id", "row_ids").values(source=bindparam("source"))
withdraw_executions = _withdrawing(ExerciseExecution, "workout_id", "of_workouts")
withdraw_sets = _withdrawing(Set, "workout_id", "of_workouts")
revive = _reviving(Workout, "id", "row_ids").values(source=bindparam("source"))
revive_executions = _reviving(ExerciseExecution, "workout_id", "of_workouts")
revive_sets = _reviving(Set, "workout_id", "of_workouts")
