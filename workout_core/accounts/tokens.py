"""Personal access tokens: opaque secrets of which only the SHA-256 is kept (256 random bits need no slower hash).

A token that was made by who has the database reaches everything and lasts until it is revoked. One that was made by a
login has scopes and an end. When a token was used last is written down every few minutes at most, so that whoever
only reads does not write each time.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from workout_core.accounts.owner import Actor, ShownToken
from workout_core.errors import UnauthorizedError, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.db.executor import Database, Executor

PREFIX: Final = "wop_"
USE_LASTS: Final = timedelta(minutes=5)


async def identify(executor: Executor, secret: str | None) -> Actor:
    """Whose token it is; one that is unknown, revoked or expired is refused without saying which."""
    key = digest(secret) if secret else ""
    row = await executor.one("accounts.token", id=key) if key else None
    if row is None or (row["expires_at"] and row["expires_at"] <= datetime.now(UTC)):
        raise UnauthorizedError(
            "The server does not know this token" if secret else "The server wants a token",
            hints=["set WORKOUT_TOKEN to the token that `workout serve` printed"],
        )
    return Actor(
        user=row["user_id"],
        device=row["name"],
        scopes=None if row["scope"] is None else frozenset(row["scope"].split(" ")),
        token=ShownToken(key, row["used_at"]),
    )


async def note_use(database: Database, actor: Actor) -> None:
    """Write down that a token was used, unless that was done lately; at once or not at all, for nobody waits for it."""
    token, now = actor.token, datetime.now(UTC)
    if token is None or (token.used_at and now - token.used_at < USE_LASTS):
        return
    stamps = {"used_at": now, "updated_at": now}
    with suppress(WorkoutError):
        async with database.transaction(waits=False) as executor:
            await executor.execute(
                "accounts.use_token", owner=actor.user, row_id=token.key, **stamps
            )


async def any_token(executor: Executor, user: int) -> bool:
    """Whether the user has a token."""
    return await executor.one("accounts.any_token", user_id=user) is not None


async def issue(
    executor: Executor,
    user: int,
    name: str,
    scopes: Iterable[str] | None = None,
    expires_at: datetime | None = None,
) -> str:
    """A new token; this is the only time that its secret is seen."""
    secret = PREFIX + secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    row: dict[str, Any] = {
        "id": digest(secret),
        "user_id": user,
        "name": name,
        "scope": None if scopes is None else " ".join(scopes),
        "expires_at": expires_at,
        "used_at": None,
        "revoked_at": None,
    }
    await executor.many("accounts.add_token", [{**row, "created_at": now, "updated_at": now}])
    return secret


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
