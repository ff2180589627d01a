"""Every statement over attachments; one whose workout or exercise is deleted is as if it was, too."""

from __future__ import annotations

from sqlalchemy import BigInteger, bindparam, cast, exists, func, or_, select, update

from workout_core.attachments.models import Attachment
from workout_core.db.sql import adding, changing, mine, table
from workout_core.exercises.models import Exercise
from workout_core.workouts.models import Workout

_workout = exists().where(
    mine(Attachment),
    mine(Workout),
    Workout.id == Attachment.workout_id,
    Workout.deleted_at.is_(None),
)
_exercise = exists().where(
    mine(Attachment),
    mine(Exercise),
    Exercise.id == Attachment.exercise_id,
    Exercise.deleted_at.is_(None),
)
_attachments = (
    select(*table(Attachment).columns)
    .where(mine(Attachment), Attachment.deleted_at.is_(None))
    .where(or_(_workout, _exercise))
)
_has_bytes = Attachment.sha256 != ""
_stored = (
    select(Attachment.sha256, func.max(Attachment.size).label("size"))
    .where(mine(Attachment), _has_bytes, Attachment.sha256 != bindparam("sha256"))
    .group_by(Attachment.sha256)
    .subquery("found")
)

every = _attachments.order_by(Attachment.id)
of_workout = every.where(Attachment.workout_id == bindparam("workout_id"))
of_exercise = every.where(Attachment.exercise_id == bindparam("exercise_id"))
by_id = _attachments.where(Attachment.id == bindparam("id"))
kept = select(*table(Attachment).columns).where(
    mine(Attachment), Attachment.id.in_(bindparam("ids", expanding=True))
)
stored_besides = select(cast(func.coalesce(func.sum(_stored.c.size), 0), BigInteger).label("bytes"))
removed = (
    select(Attachment.sha256)
    .where(mine(Attachment), _has_bytes)
    .group_by(Attachment.sha256)
    .having(
        func.count(Attachment.deleted_at) == func.count(Attachment.id),  # nobody has them otherwise
        func.max(Attachment.deleted_at) < bindparam("removed_before"),
    )
    .order_by(Attachment.sha256)
    .limit(1)
)
gone = select(func.count(Attachment.id).label("total")).where(mine(Attachment), ~_has_bytes)
forget = (
    update(table(Attachment))
    .where(Attachment.user_id == bindparam("owner"), Attachment.sha256 == bindparam("of_sha256"))
    .values(sha256="", updated_at=bindparam("updated_at"))
)
add = adding(Attachment)
change = changing(Attachment)
