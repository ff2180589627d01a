"""The operation log: what every change was, for undo, redo and, later, sync."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Model, Owned


class Operation(Owned, Model):
    """One row's change; those that were made together share a batch."""

    __tablename__ = "operations"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(None, "user_id", "batch_id"),
        Index(
            "ix_operations_user_id_undone_at",
            *("user_id", "undone_at"),
            sqlite_where=text("undone_at IS NOT NULL"),
            postgresql_where=text("undone_at IS NOT NULL"),
        ),
        BY_USER,
    )

    batch_id: Mapped[UUID]
    device: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    action: Mapped[str]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
