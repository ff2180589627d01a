"""The statements over records that are kept, and over what tells whether they still hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    Double,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    or_,
    select,
    update,
)

from workout_core.db.sql import adding, adding_if_absent, mine, table
from workout_core.operations.models import Operation
from workout_core.statistics.lifted import until
from workout_core.statistics.models import RecordBook, RecordEvent, RecordTally
from workout_core.training.one_rep_max import MOST_REPS
from workout_core.workouts.models import ExerciseExecution, Set, Workout

if TYPE_CHECKING:
    from sqlalchemy import Delete

undone = select(func.count().label("total")).where(
    mine(Operation), Operation.undone_at.is_not(None)
)
# What was changed since an entry, one more than are looked at.
changes = (
    select(
        *(Operation.id, Operation.entity, Operation.entity_id),
        *(Operation.before, Operation.after),
    )
    .where(mine(Operation), Operation.id > bindparam("after"))
    .order_by(Operation.id)
    .limit(bindparam("size"))
)


def _ids(name: str) -> Any:
    return bindparam(name, expanding=True)


# The exercises of rows of each kind, the deleted ones too, and the earliest day of them.
_earliest = func.min(Set.local_date).label("local_date")
exercises_of_sets = (
    select(Set.exercise_id, _earliest)
    .where(mine(Set), Set.id.in_(_ids("ids")))
    .group_by(Set.exercise_id)
)
exercises_of_executions = (
    select(ExerciseExecution.exercise_id, func.min(Workout.local_date).label("local_date"))
    .where(
        mine(ExerciseExecution),
        ExerciseExecution.id.in_(_ids("ids")),
        mine(Workout),
        Workout.id == ExerciseExecution.workout_id,
    )
    .group_by(ExerciseExecution.exercise_id)
)
exercises_of_workouts = (
    select(Set.exercise_id, _earliest)
    .where(mine(Set), Set.workout_id.in_(_ids("workout_ids")))
    .group_by(Set.exercise_id)
)
days_of_workouts = (
    select(Workout.local_date).where(mine(Workout), Workout.id.in_(_ids("ids"))).distinct()
)
# The first and the last start of each day.
starts = (
    select(
        Workout.local_date,
        func.min(Workout.started_at).label("first"),
        func.max(Workout.started_at).label("last"),
    )
    .where(
        mine(Workout),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
        Workout.deleted_at.is_(None),
    )
    .group_by(Workout.local_date)
    .order_by(Workout.local_date)
)


def _of_formula(model: Any) -> Any:
    return and_(mine(model), model.formula == bindparam("formula"))


book = select(*table(RecordBook).columns).where(_of_formula(RecordBook))
tallies = select(*table(RecordTally).columns).where(_of_formula(RecordTally))

_lifted = Set.reps >= 1
_working = Set.kind != "warmup"
_rpe = func.coalesce(cast(Set.rpe, Double), 10.0)
_REASONS = {
    "sets": and_(_working, or_(Set.reps.is_(None), Set.reps != 0)),
    "empty": and_(_working, Set.reps == 0),
    "warmups": Set.kind == "warmup",
    "unknown": and_(_working, _lifted, Set.load_mode.is_(None)),
    "beyond": and_(_working, _lifted, Set.reps + 10.0 - _rpe > float(MOST_REPS)),
}
# How many sets of each exercise counted up to a day, and how many did not for which reason.
counts = (
    select(
        Set.exercise_id,
        *(func.count(case((each, 1))).label(name) for name, each in _REASONS.items()),
    )
    .where(
        mine(Set),
        Set.exercise_id.in_(_ids("exercise_ids")),
        until(),
        Set.deleted_at.is_(None),
    )
    .group_by(Set.exercise_id)
)

_wanted = (
    _of_formula(RecordEvent),
    RecordEvent.exercise_id.in_(_ids("exercise_ids")),
    RecordEvent.kind.in_(_ids("kinds")),
    RecordEvent.local_date.between(bindparam("since"), bindparam("until")),
    or_(
        RecordEvent.beaten_on.is_(None),
        RecordEvent.beaten_on > bindparam("until"),
        bindparam("beaten", type_=Boolean()),
    ),
)
# The newest first, those of one workout by their exercise.
events = (
    select(*table(RecordEvent).columns)
    .where(*_wanted)
    .order_by(RecordEvent.started_at.desc(), RecordEvent.exercise_id, RecordEvent.place.desc())
    .limit(bindparam("size"))
    .offset(bindparam("offset"))
)
events_before = (
    select(*table(RecordEvent).columns)
    .where(
        _of_formula(RecordEvent),
        RecordEvent.exercise_id.in_(_ids("exercise_ids")),
        RecordEvent.local_date < bindparam("since"),
    )
    .order_by(RecordEvent.exercise_id, RecordEvent.place)
)
events_total = select(func.count().label("total")).where(*_wanted)

add_book = adding_if_absent(RecordBook, "user_id", "formula")
add_tally = adding(RecordTally)
add_event = adding(RecordEvent)
turn_book = (
    update(table(RecordBook))
    .where(
        RecordBook.user_id == bindparam("owner"),
        RecordBook.id == bindparam("row_id"),
        RecordBook.version == bindparam("was_version"),
    )
    .values(
        {
            name: bindparam(name)
            for name in ("made_by", "seen", "undone", "imported", "version", "updated_at")
        }
    )
)
# No book holds from now on.
spoil_books = (
    update(table(RecordBook))
    .where(RecordBook.user_id == bindparam("owner"))
    .values(made_by="", version=RecordBook.version + 1, updated_at=bindparam("updated_at"))
)


def _drop(model: Any, *conditions: Any) -> Delete:
    formula = bindparam("of_formula", type_=Text())
    return delete(table(model)).where(
        model.user_id == bindparam("owner"), model.formula == formula, *conditions
    )


empty_tallies = _drop(RecordTally)
empty_events = _drop(RecordEvent)
drop_tallies = _drop(RecordTally, RecordTally.exercise_id.in_(_ids("of_exercises")))
drop_events = _drop(RecordEvent, RecordEvent.exercise_id.in_(_ids("of_exercises")))
