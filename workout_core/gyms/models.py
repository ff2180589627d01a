"""What stands in the gyms where a user trains."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Kept, Model, Owned


class Gym(Owned, Kept, Model):
    """Its plates, bars, dumbbells and stack in the notation of `workout_core.training.gear`; `key` is what its name
    is found by."""

    __tablename__ = "gyms"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(
            "uq_gyms_user_id_key",
            "user_id",
            "key",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index(
            "uq_gyms_user_id_in_use",
            "user_id",
            unique=True,
            sqlite_where=text("in_use AND deleted_at IS NULL"),
            postgresql_where=text("in_use AND deleted_at IS NULL"),
        ),
        BY_USER,
    )

    name: Mapped[str]
    key: Mapped[str]
    plates: Mapped[str | None]
    bars: Mapped[str | None]
    dumbbells: Mapped[str | None]
    stack: Mapped[str | None]
    in_use: Mapped[bool]
