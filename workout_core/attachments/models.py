"""Files of workouts and of exercises; their bytes lie in a storage."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Kept, Model, Owned


class Attachment(Owned, Kept, Model):
    """A file of a workout or of an exercise, never of both.

    `sha256` is what its bytes are found by; it is empty when a removed file's bytes are gone, too.
    """

    __tablename__ = "attachments"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        ForeignKeyConstraint(["user_id", "workout_id"], ["workouts.user_id", "workouts.id"]),
        ForeignKeyConstraint(["user_id", "exercise_id"], ["exercises.user_id", "exercises.id"]),
        Index(None, "user_id", "workout_id"),
        Index(None, "user_id", "exercise_id"),
        Index(None, "user_id", "sha256"),
        BY_USER,
    )

    workout_id: Mapped[UUID | None]
    exercise_id: Mapped[UUID | None]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
