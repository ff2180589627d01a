"""What requests were answered, so that one that is sent again is answered alike, and done once."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Model, Owned


class Replay(Owned, Model):
    """The answer to a request by the key that its client made for it; of what was asked only the SHA-256 is kept."""

    __tablename__ = "replays"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(None, "user_id", "created_at"),
        BY_USER,
    )

    fingerprint: Mapped[str]
    answer: Mapped[str]
