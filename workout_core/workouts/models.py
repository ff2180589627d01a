"""Workouts, executions of exercises in them, and sets."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Kept, Model, Owned


class Workout(Owned, Kept, Model):
    """A session. `local_date` is the day on which it began, where it began; `external_id` is its key in its source."""

    __tablename__ = "workouts"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        ForeignKeyConstraint(["user_id", "import_id"], ["imports.user_id", "imports.id"]),
        UniqueConstraint("user_id", "source", "external_id"),
        Index(
            "ix_workouts_user_id_local_date_started_at",
            "user_id",
            "local_date",
            "started_at",
            "deleted_at",
            "ended_at",
        ),
        Index(
            "ix_workouts_user_id_tagged",
            "user_id",
            "local_date",
            sqlite_where=text("tags <> '[]'"),
            postgresql_where=text("tags <> '[]'"),
        ),
        Index(
            "uq_workouts_user_id_active",
            "user_id",
            unique=True,
            sqlite_where=text("status = 'active' AND deleted_at IS NULL"),
            postgresql_where=text("status = 'active' AND deleted_at IS NULL"),
        ),
        BY_USER,
    )

    name: Mapped[str | None]
    status: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    timezone: Mapped[str]
    local_date: Mapped[date]
    bodyweight_value: Mapped[Decimal | None]
    bodyweight_unit: Mapped[str | None]
    bodyweight_exact: Mapped[int | None]
    note: Mapped[str | None]
    tags: Mapped[list[str]]
    source: Mapped[str | None]
    external_id: Mapped[str | None]
    content_hash: Mapped[str | None]
    import_id: Mapped[UUID | None]
    extras: Mapped[dict[str, Any]]


class ExerciseExecution(Owned, Kept, Model):
    """An exercise done in a workout; the same exercise may come twice. `raw` is its name as typed or imported.

    `plan` is what was meant to be done (`workout_core.workouts.planned`); None where nobody planned.
    """

    __tablename__ = "exercise_executions"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "workout_id"], ["workouts.user_id", "workouts.id"]),
        ForeignKeyConstraint(["user_id", "exercise_id"], ["exercises.user_id", "exercises.id"]),
        Index(None, "user_id", "workout_id", "position"),
        Index(None, "user_id", "exercise_id"),
        BY_USER,
    )

    workout_id: Mapped[UUID]
    exercise_id: Mapped[UUID]
    position: Mapped[int]
    superset_group: Mapped[int | None]
    note: Mapped[str | None]
    raw: Mapped[str | None]
    plan: Mapped[list[dict[str, Any]] | None]


class Set(Owned, Kept, Model):
    """A set: reps, load, time and distance apart. What the execution and the workout say of it is copied for reading.

    `load_exact` is the load in units of 0.01 mg (`workout_core.units`); `load_value` and `load_unit` are as typed.
    """

    __tablename__ = "sets"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "execution_id"], ["exercise_executions.user_id", "exercise_executions.id"]
        ),
        ForeignKeyConstraint(["user_id", "parent_set_id"], ["sets.user_id", "sets.id"]),
        CheckConstraint("reps >= 0", name="reps"),
        CheckConstraint("(load_value IS NULL) = (load_unit IS NULL)", name="load"),
        Index(None, "user_id", "execution_id", "position"),
        Index(
            "ix_sets_user_id_workout_id_load",
            "user_id",
            "workout_id",
            "deleted_at",
            "load_mode",
            "load_exact",
            "reps",
        ),
        Index(
            "ix_sets_user_id_exercise_id_local_date",
            "user_id",
            "exercise_id",
            "local_date",
            "workout_id",
            "deleted_at",
            "kind",
            "load_mode",
            "load_exact",
            "reps",
            "rpe",
            "side",
            "position",
            "parent_set_id",
            "duration_s",
            "distance_m",
        ),
        BY_USER,
    )

    execution_id: Mapped[UUID]
    workout_id: Mapped[UUID]
    exercise_id: Mapped[UUID]
    local_date: Mapped[date]
    position: Mapped[int]
    kind: Mapped[str]
    parent_set_id: Mapped[UUID | None]
    side: Mapped[str | None]
    load_value: Mapped[Decimal | None]
    load_unit: Mapped[str | None]
    load_exact: Mapped[int | None]
    load_mode: Mapped[str | None]
    reps: Mapped[int | None]
    duration_s: Mapped[Decimal | None]
    distance_m: Mapped[Decimal | None]
    distance_value: Mapped[Decimal | None]
    distance_unit: Mapped[str | None]
    elevation_m: Mapped[Decimal | None]
    rpe: Mapped[Decimal | None]
    effort_scale: Mapped[str | None]
    tempo: Mapped[str | None]
    rest_s: Mapped[Decimal | None]
    amrap: Mapped[bool]
    failed: Mapped[bool]
    hr_avg: Mapped[int | None]
    hr_max: Mapped[int | None]
    calories: Mapped[int | None]
    performed_at: Mapped[datetime | None]
    note: Mapped[str | None]
    target_load_value: Mapped[Decimal | None]
    target_load_unit: Mapped[str | None]
    target_reps: Mapped[int | None]
    target_reps_max: Mapped[int | None]
    target_rpe: Mapped[Decimal | None]
    target_duration_s: Mapped[Decimal | None]
    target_distance_m: Mapped[Decimal | None]
    raw: Mapped[str | None]
