"""Who owns the rows, and the tokens that stand for them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from workout_core.db.base import Model


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


class AccessToken(Model):
    """Keyed by the SHA-256 of the secret, so that a presented one is found on any machine; the secret isn't kept."""

    __tablename__ = "access_tokens"
    __table_args__ = (Index(None, "user_id"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    name: Mapped[str]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
