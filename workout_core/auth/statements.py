"""Every statement over identities, logins, and what leads to them.

What is to happen once is one UPDATE that says in its conditions that it has not happened yet: of many at once it
writes a row for one.
"""

from __future__ import annotations

from sqlalchemy import bindparam, delete, or_, select, update

from workout_core.accounts.models import User
from workout_core.auth.models import DeviceGrant, Identity, Login, LoginCode, RefreshToken
from workout_core.db.sql import adding, adding_if_absent, mine, table

user = select(User.name, User.email).where(User.id == bindparam("user_id"))
rename_user = (
    update(table(User))
    .where(User.id == bindparam("owner"))
    .values(name=bindparam("name"), email=bindparam("email"), updated_at=bindparam("updated_at"))
)
identity = select(Identity.user_id).where(Identity.id == bindparam("id"))
people = (
    select(Identity.id, Identity.user_id)
    .where(Identity.id > bindparam("after_key"))
    .order_by(Identity.id)
    .limit(bindparam("size"))
)
add_identity = adding_if_absent(Identity, "id")

add_login = adding(Login)
login = select(
    Login.id, Login.client, Login.scope, Login.device, Login.used_at, Login.revoked_at
).where(mine(Login), Login.id == bindparam("login_id"))
logins = (
    select(Login.id, Login.scope, Login.device, Login.created_at, Login.used_at)
    .where(mine(Login), Login.revoked_at.is_(None), Login.used_at > bindparam("used_since"))
    .order_by(Login.id)
)
use_login = (
    update(table(Login))
    .where(Login.user_id == bindparam("owner"), Login.id == bindparam("row_id"))
    .values(used_at=bindparam("used_at"), updated_at=bindparam("updated_at"))
)
revoke_login = (
    update(table(Login))
    .where(
        Login.user_id == bindparam("owner"),
        Login.id == bindparam("row_id"),
        Login.revoked_at.is_(None),
    )
    .values(
        revoked_at=bindparam("revoked_at"),
        reason=bindparam("reason"),
        updated_at=bindparam("updated_at"),
    )
)
revoke_others = (
    update(table(Login))
    .where(
        Login.user_id == bindparam("owner"),
        Login.id != bindparam("kept_id"),
        Login.revoked_at.is_(None),
    )
    .values(
        revoked_at=bindparam("revoked_at"),
        reason=bindparam("reason"),
        updated_at=bindparam("updated_at"),
    )
)

add_code = adding(LoginCode)
code = select(*table(LoginCode).columns).where(LoginCode.id == bindparam("id"))
use_code = (
    update(table(LoginCode))
    .where(
        LoginCode.id == bindparam("row_id"),
        LoginCode.used_at.is_(None),
        LoginCode.expires_at > bindparam("expired_before"),
    )
    .values(used_at=bindparam("used_at"), updated_at=bindparam("updated_at"))
)

add_grant = adding_if_absent(DeviceGrant, "id")
grant = select(*table(DeviceGrant).columns).where(DeviceGrant.id == bindparam("id"))
taken_grant = grant.with_for_update()
poll_grant = (
    update(table(DeviceGrant))
    .where(DeviceGrant.id == bindparam("row_id"))
    .values(
        interval_s=bindparam("interval_s"),
        polled_at=bindparam("polled_at"),
        updated_at=bindparam("updated_at"),
    )
)
decide_grant = (
    update(table(DeviceGrant))
    .where(
        DeviceGrant.id == bindparam("row_id"),
        DeviceGrant.status == "pending",
        DeviceGrant.expires_at > bindparam("expired_before"),
    )
    .values(
        status=bindparam("status"),
        user_id=bindparam("decided_by"),
        updated_at=bindparam("updated_at"),
    )
)
use_grant = (
    update(table(DeviceGrant))
    .where(DeviceGrant.id == bindparam("row_id"), DeviceGrant.status == "approved")
    .values(status="used", updated_at=bindparam("updated_at"))
)

add_refresh = adding(RefreshToken)
refresh = select(*table(RefreshToken).columns).where(RefreshToken.id == bindparam("id"))
taken_refresh = refresh.with_for_update()
use_refresh = (
    update(table(RefreshToken))
    .where(RefreshToken.id == bindparam("row_id"))
    .values(
        used_at=bindparam("used_at"),
        successor=bindparam("successor"),
        updated_at=bindparam("updated_at"),
    )
)
kill_refresh = (
    update(table(RefreshToken))
    .where(
        RefreshToken.id == bindparam("row_id"),
        RefreshToken.used_at.is_(None),
        RefreshToken.dead_at.is_(None),
    )
    .values(dead_at=bindparam("dead_at"), updated_at=bindparam("updated_at"))
)

forget_codes = delete(table(LoginCode)).where(LoginCode.expires_at < bindparam("expired_before"))
forget_grants = delete(table(DeviceGrant)).where(
    DeviceGrant.expires_at < bindparam("expired_before")
)
forget_refresh = delete(table(RefreshToken)).where(
    RefreshToken.expires_at < bindparam("expired_before")
)
forget_logins = delete(table(Login)).where(
    Login.user_id == bindparam("owner"),
    or_(
        Login.revoked_at < bindparam("ended_before"),
        Login.used_at < bindparam("unused_since"),
    ),
)
