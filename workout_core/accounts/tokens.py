"""Personal access tokens: opaque secrets of which only the SHA-256 is kept (256 random bits need no slower hash)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from workout_core.accounts.owner import Actor
from workout_core.errors import UnauthorizedError

if TYPE_CHECKING:
    from workout_core.db.executor import Executor

PREFIX: Final = "wop_"


async def identify(executor: Executor, secret: str | None) -> Actor:
    """Whose token it is; one that is unknown, revoked or expired is refused without saying which."""
    row = await executor.one("accounts.token", id=digest(secret)) if secret else None
    if row is None or (row["expires_at"] and row["expires_at"] <= datetime.now(UTC)):
        raise UnauthorizedError(
            "The server does not know this token" if secret else "The server wants a token",
            hints=["set WORKOUT_TOKEN to the token that `workout serve` printed"],
        )
    return Actor(user=row["user_id"], device=row["name"], is_token=True)


async def any_token(executor: Executor, user: int) -> bool:
    """Whether the user has a token."""
    return await executor.one("accounts.any_token", user_id=user) is not None


async def issue(executor: Executor, user: int, name: str) -> str:
    """A new token; this is the only time that its secret is seen."""
    secret = PREFIX + secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    row = {
        "id": digest(secret),
        "user_id": user,
        "name": name,
        "expires_at": None,
        "revoked_at": None,
    }
    await executor.many("accounts.add_token", [{**row, "created_at": now, "updated_at": now}])
    return secret


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
