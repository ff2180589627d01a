"""What was measured of the body, what is aimed at, and the kinds of measurements that a user made up."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Kept, Model, Owned


class MeasurementType(Owned, Kept, Model):
    """A type of the user's own; `key` is the name that its measurements know it by."""

    __tablename__ = "measurement_types"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(
            "uq_measurement_types_user_id_key",
            "user_id",
            "key",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        BY_USER,
    )

    name: Mapped[str]
    key: Mapped[str]
    unit: Mapped[str]


class Measurement(Owned, Kept, Model):
    """A value as it was typed. `type` is the slug of a built-in type or the key of one of the user's own.

    `exact` is a mass in units of 0.01 mg and a length in units of 0.01 mm, for comparing; `local_date` is the day
    where it was measured; `external_id` is its key in its source.
    """

    __tablename__ = "measurements"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        ForeignKeyConstraint(["user_id", "import_id"], ["imports.user_id", "imports.id"]),
        UniqueConstraint("user_id", "source", "external_id"),
        Index(None, "user_id", "type", "local_date", "measured_at"),
        Index(None, "user_id", "local_date", "measured_at"),
        BY_USER,
    )

    type: Mapped[str]
    value: Mapped[Decimal]
    unit: Mapped[str]
    exact: Mapped[int | None]
    measured_at: Mapped[datetime]
    timezone: Mapped[str]
    local_date: Mapped[date]
    note: Mapped[str | None]
    source: Mapped[str | None]
    external_id: Mapped[str | None]
    import_id: Mapped[UUID | None]


class Goal(Owned, Kept, Model):
    """What a measurement should come to. Where it began is the measurement of the day `since`, read when asked."""

    __tablename__ = "goals"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(
            "uq_goals_user_id_type",
            "user_id",
            "type",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        BY_USER,
    )

    type: Mapped[str]
    value: Mapped[Decimal]
    unit: Mapped[str]
    since: Mapped[date]
    until: Mapped[date | None]
