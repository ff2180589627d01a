"""Every statement over users and tokens."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from workout_core.accounts.models import AccessToken, User
from workout_core.db.sql import adding, adding_if_absent

profile = select(User.unit, User.timezone).where(User.id == bindparam("user_id"))
lock = select(User.id).where(User.id == bindparam("user_id")).with_for_update()
add_user = adding_if_absent(User, "id")
token = select(AccessToken.user_id, AccessToken.name, AccessToken.expires_at).where(
    AccessToken.id == bindparam("id"), AccessToken.revoked_at.is_(None)
)
any_token = select(AccessToken.id).where(AccessToken.user_id == bindparam("user_id")).limit(1)
add_token = adding(AccessToken)
