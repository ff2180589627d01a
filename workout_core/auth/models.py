"""Who a person is to an issuer, their logins, and what is under way until a login is made.

A secret that somebody presents is a key, as its SHA-256: so it is found on any machine, and the table gives none away.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from workout_core.db.base import BY_USER, Model, Owned


class Identity(Model):
    """Who a person is: what their issuer calls them, never their e-mail address. The key is made of both."""

    __tablename__ = "identities"
    __table_args__ = (Index(None, "user_id"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    issuer: Mapped[str]
    subject: Mapped[str]


class Login(Owned, Model):
    """One device that is logged in: the family of all the tokens that it ever gets."""

    __tablename__ = "logins"
    __table_args__ = (ForeignKeyConstraint(["user_id"], ["users.id"]), BY_USER)

    client: Mapped[str]
    scope: Mapped[str]
    device: Mapped[str]
    used_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    reason: Mapped[str | None]


class LoginCode(Model):
    """What a browser carries back to the program that waits for it. It stays until it expires, to tell a replay."""

    __tablename__ = "login_codes"
    __table_args__ = (Index(None, "expires_at"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    login_id: Mapped[UUID]
    client: Mapped[str]
    redirect_uri: Mapped[str]
    scope: Mapped[str]
    challenge: Mapped[str]
    device: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class DeviceGrant(Model):
    """A terminal that waits to be approved. Its key is what a person types; `secret` is what the terminal knows.

    `user_id` is 0 until somebody decides.
    """

    __tablename__ = "device_grants"
    __table_args__ = (Index(None, "expires_at"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]
    client: Mapped[str]
    scope: Mapped[str]
    device: Mapped[str]
    address: Mapped[str]
    status: Mapped[str]
    user_id: Mapped[int]
    interval_s: Mapped[int]
    polled_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]


class RefreshToken(Model):
    """A token that was used has a successor; one that is dead was replaced before anyone used it."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (Index(None, "expires_at"), {"info": {"distribute": "id"}})

    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    login_id: Mapped[UUID]
    successor: Mapped[str | None]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    dead_at: Mapped[datetime | None]
