"""Every statement over a user's exercises, aliases and muscles."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from workout_core.db.sql import adding, adding_if_absent, changing, mine, table
from workout_core.exercises.models import Exercise, ExerciseAlias, ExerciseMuscle, TrainingMax

_own = select(*table(Exercise).columns).where(mine(Exercise), Exercise.deleted_at.is_(None))

own = _own.order_by(Exercise.id)
by_id = _own.where(Exercise.id == bindparam("id"))
kept = select(*table(Exercise).columns).where(
    mine(Exercise), Exercise.id.in_(bindparam("ids", expanding=True))
)
known = (
    select(
        Exercise.id,
        Exercise.slug,
        Exercise.name,
        Exercise.tracking,
        Exercise.unit,
        Exercise.implements,
        Exercise.hidden,
    )
    .where(mine(Exercise), Exercise.deleted_at.is_(None))
    .order_by(Exercise.id)
)
add = adding(Exercise)
use = adding_if_absent(Exercise, "user_id", "id")
change = changing(Exercise)

aliases = (
    select(*table(ExerciseAlias).columns).where(mine(ExerciseAlias)).order_by(ExerciseAlias.id)
)
add_alias = adding(ExerciseAlias)
remove_alias = delete(table(ExerciseAlias)).where(
    ExerciseAlias.user_id == bindparam("owner"), ExerciseAlias.id == bindparam("row_id")
)
muscles = (
    select(ExerciseMuscle.exercise_id, ExerciseMuscle.muscle, ExerciseMuscle.role)
    .where(mine(ExerciseMuscle))
    .order_by(ExerciseMuscle.id)
)
muscles_of = (
    select(*table(ExerciseMuscle).columns)
    .where(mine(ExerciseMuscle), ExerciseMuscle.exercise_id == bindparam("exercise_id"))
    .order_by(ExerciseMuscle.id)
)
add_muscle = adding(ExerciseMuscle)
remove_muscle = delete(table(ExerciseMuscle)).where(
    ExerciseMuscle.user_id == bindparam("owner"), ExerciseMuscle.id == bindparam("row_id")
)

_training_maxes = select(*table(TrainingMax).columns).where(
    mine(TrainingMax), TrainingMax.deleted_at.is_(None)
)
training_max = (
    _training_maxes.where(
        TrainingMax.exercise_id == bindparam("exercise_id"), TrainingMax.since <= bindparam("day")
    )
    .order_by(TrainingMax.since.desc(), TrainingMax.id.desc())
    .limit(1)
)
training_maxes = _training_maxes.where(
    TrainingMax.exercise_id == bindparam("exercise_id")
).order_by(TrainingMax.since, TrainingMax.id)
all_training_maxes = _training_maxes.order_by(
    TrainingMax.exercise_id, TrainingMax.since, TrainingMax.id
)
kept_training_maxes = select(*table(TrainingMax).columns).where(
    mine(TrainingMax), TrainingMax.id.in_(bindparam("ids", expanding=True))
)
add_training_max = adding(TrainingMax)
change_training_max = changing(TrainingMax)
