"""What a user created, used or changed of the exercises; the catalogue itself is package data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Kept, Model, Owned


class Exercise(Owned, Kept, Model):
    """Name and tracking stand here for every used exercise, as arithmetic needs them; the rest where it differs."""

    __tablename__ = "exercises"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        UniqueConstraint("user_id", "slug"),
        BY_USER,
    )

    slug: Mapped[str | None]
    name: Mapped[str]
    tracking: Mapped[str]
    is_user_created: Mapped[bool]
    category: Mapped[str | None]
    modality: Mapped[str | None]
    mechanic: Mapped[str | None]
    force: Mapped[str | None]
    laterality: Mapped[str | None]
    implements: Mapped[int | None]
    bodyweight_factor: Mapped[Decimal | None]
    instructions: Mapped[str | None]
    unit: Mapped[str | None]
    increment: Mapped[Decimal | None]
    default_rest_s: Mapped[Decimal | None]
    note: Mapped[str | None]
    bar_value: Mapped[Decimal | None]
    bar_unit: Mapped[str | None]
    hidden: Mapped[bool]
    starred: Mapped[bool]


class ExerciseAlias(Owned, Model):
    """A name that a user, or an import, gave to an exercise."""

    __tablename__ = "exercise_aliases"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "exercise_id"], ["exercises.user_id", "exercises.id"]),
        UniqueConstraint("user_id", "source", "key"),
        Index(None, "user_id", "exercise_id"),
        BY_USER,
    )

    exercise_id: Mapped[UUID]
    alias: Mapped[str]
    key: Mapped[str]
    kind: Mapped[str]
    source: Mapped[str]


class ExerciseMuscle(Owned, Model):
    """A muscle that an exercise of the user's own, or a changed one, works."""

    __tablename__ = "exercise_muscles"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "exercise_id"], ["exercises.user_id", "exercises.id"]),
        UniqueConstraint("user_id", "exercise_id", "muscle"),
        BY_USER,
    )

    exercise_id: Mapped[UUID]
    muscle: Mapped[str]
    role: Mapped[str]


class TrainingMax(Owned, Kept, Model):
    """The load that shares (`85%`) are taken of, from a day on; the one before stays as history."""

    __tablename__ = "training_maxes"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "exercise_id"], ["exercises.user_id", "exercises.id"]),
        Index(None, "user_id", "exercise_id", "since"),
        BY_USER,
    )

    exercise_id: Mapped[UUID]
    since: Mapped[date]
    value: Mapped[Decimal]
    unit: Mapped[str]
