"""Every statement over users and tokens."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, or_, select, update

from workout_core.accounts.models import AccessToken, Profile, User
from workout_core.db.sql import adding, adding_if_absent, changing, mine, table

profile = select(User.unit, User.timezone).where(User.id == bindparam("user_id"))
rest = select(User.rest_until, User.rest_s).where(User.id == bindparam("user_id"))
set_rest = (
    update(table(User))
    .where(User.id == bindparam("owner"))
    .values(
        rest_until=bindparam("rest_until"),
        rest_s=bindparam("rest_s"),
        updated_at=bindparam("updated_at"),
    )
)
own_profile = select(*table(Profile).columns).where(mine(Profile), Profile.deleted_at.is_(None))
kept_profiles = select(*table(Profile).columns).where(
    mine(Profile), Profile.id.in_(bindparam("ids", expanding=True))
)
add_profile = adding(Profile)
change_profile = changing(Profile)
lock = select(User.id).where(User.id == bindparam("user_id")).with_for_update()
add_user = adding_if_absent(User, "id")
token = select(
    AccessToken.user_id,
    AccessToken.name,
    AccessToken.scope,
    AccessToken.expires_at,
    AccessToken.used_at,
).where(AccessToken.id == bindparam("id"), AccessToken.revoked_at.is_(None))
any_token = select(AccessToken.id).where(AccessToken.user_id == bindparam("user_id")).limit(1)
add_token = adding(AccessToken)
tokens = (
    select(
        AccessToken.id,
        AccessToken.name,
        AccessToken.scope,
        AccessToken.created_at,
        AccessToken.expires_at,
        AccessToken.used_at,
    )
    .where(mine(AccessToken), AccessToken.revoked_at.is_(None))
    .order_by(AccessToken.created_at, AccessToken.id)
)
made_tokens = select(
    func.count().label("total"), func.min(AccessToken.created_at).label("first_at")
).where(mine(AccessToken), AccessToken.created_at > bindparam("made_since"))
use_token = (
    update(table(AccessToken))
    .where(AccessToken.user_id == bindparam("owner"), AccessToken.id == bindparam("row_id"))
    .values(used_at=bindparam("used_at"), updated_at=bindparam("updated_at"))
)
revoke_token = (
    update(table(AccessToken))
    .where(
        AccessToken.user_id == bindparam("owner"),
        AccessToken.id == bindparam("row_id"),
        AccessToken.revoked_at.is_(None),
    )
    .values(revoked_at=bindparam("revoked_at"), updated_at=bindparam("updated_at"))
)
forget_tokens = delete(table(AccessToken)).where(
    AccessToken.user_id == bindparam("owner"),
    or_(
        AccessToken.revoked_at < bindparam("ended_before"),
        AccessToken.expires_at < bindparam("ended_before"),
    ),
)
