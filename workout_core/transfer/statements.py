"""Every statement over imports, and those that find workouts in the order in which they are written out."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, or_, select, update

from workout_core.db.sql import adding, mine, table
from workout_core.transfer.models import Import
from workout_core.workouts.models import ExerciseExecution, Set, Workout

add = adding(Import)
all_ = select(*table(Import).columns).where(mine(Import)).order_by(Import.id)
by_id = select(*table(Import).columns).where(mine(Import), Import.id == bindparam("id"))
change_result = (
    update(table(Import))
    .where(Import.user_id == bindparam("owner"), Import.id == bindparam("row_id"))
    .values(result=bindparam("result"), updated_at=bindparam("updated_at"))
)
place = select(Workout.id, Workout.local_date, Workout.started_at).where(
    mine(Workout), Workout.id == bindparam("id")
)
# Those after a place in that order; `since` is never before the day of the place, so that an index begins there.
oldest = (
    select(Workout.id)
    .where(
        mine(Workout),
        Workout.deleted_at.is_(None),
        Workout.local_date.between(bindparam("since"), bindparam("until")),
        or_(
            Workout.local_date > bindparam("day"),
            Workout.started_at > bindparam("before"),
            and_(Workout.started_at == bindparam("before"), Workout.id > bindparam("after")),
        ),
    )
    .order_by(Workout.local_date, Workout.started_at, Workout.id)
    .limit(bindparam("size"))
)

# Of a dump, which leaves nothing out: what was deleted is there as well.
dumped_executions = (
    select(*table(ExerciseExecution).columns)
    .where(
        mine(ExerciseExecution),
        ExerciseExecution.workout_id.in_(bindparam("workout_ids", expanding=True)),
    )
    .order_by(ExerciseExecution.workout_id, ExerciseExecution.position, ExerciseExecution.id)
)
dumped_sets = (
    select(*table(Set).columns)
    .where(mine(Set), Set.execution_id.in_(bindparam("execution_ids", expanding=True)))
    .order_by(Set.execution_id, Set.position, Set.id)
)
