"""Who owns the rows, what is known of them, and the tokens that stand for them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from workout_core.db.base import BY_USER, Kept, Model, Owned


class User(Model):
    __tablename__ = "users"
    __table_args__ = {"info": {"distribute": "id"}}

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str | None]
    email: Mapped[str | None]
    unit: Mapped[str]
    timezone: Mapped[str | None]
    settings: Mapped[dict[str, Any]]
    rest_until: Mapped[datetime | None]
    rest_s: Mapped[Decimal | None]


class Profile(Owned, Kept, Model):
    """What scores and advice need to know of a user; `bands` are the hard sets a week by muscle that they aim at."""

    __tablename__ = "profiles"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(
            "uq_profiles_user_id",
            "user_id",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
            postgresql_where=text("deleted_at IS NULL"),
        ),
        BY_USER,
    )

    sex: Mapped[str | None]
    birth_year: Mapped[int | None]
    height_value: Mapped[Decimal | None]
    height_unit: Mapped[str | None]
    bands: Mapped[dict[str, Any]]


class AccessToken(Model):
    """Keyed by the SHA-256 of the secret, so that a presented one is found on any machine; the secret isn't kept.

    Without a scope it reaches everything: it was made by who has the database.
    """

    __tablename__ = "access_tokens"
    __table_args__ = (Index(None, "user_id"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    name: Mapped[str]
    scope: Mapped[str | None]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
