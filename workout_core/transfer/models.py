"""Where imported workouts came from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Model, Owned


class Import(Owned, Model):
    """One import that was applied: the file, how it was read, and what became of it."""

    __tablename__ = "imports"
    __table_args__ = (ForeignKeyConstraint(["user_id"], ["users.id"]), BY_USER)

    source: Mapped[str]
    dialect: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    options: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any]]
