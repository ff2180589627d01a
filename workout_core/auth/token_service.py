"""Personal tokens: made by a login for what cannot log in, listed, and revoked."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.accounts.tokens import digest
from workout_core.auth.scopes import SCOPES
from workout_core.auth.token_schemas import (
    AccessTokenCreate,
    AccessTokenList,
    AccessTokenMade,
    AccessTokenRead,
)
from workout_core.errors import (
    DuplicateError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    TooOftenError,
)

if TYPE_CHECKING:
    from workout_core.accounts.owner import Actor
    from workout_core.auth.token_repository import TokenRepository
    from workout_core.db.executor import Row

MOST: Final = 10
MOST_IN: Final = timedelta(hours=1)


class TokenService:
    def __init__(self, repository: TokenRepository, actor: Actor) -> None:
        self._repository = repository
        self._actor = actor

    async def list(self) -> AccessTokenList:
        """Every token that is not revoked, the oldest first."""
        return AccessTokenList(items=[self._read(row) for row in await self._repository.all()])

    async def create(self, data: AccessTokenCreate) -> AccessTokenMade:
        """Make a token, whose secret is told this once.

        Only a login makes one, and none that reaches further than the login itself.
        """
        self._require_reach(data)
        await self._require_room()
        now = self._repository.now
        for row in await self._repository.all():
            if row["name"] == data.name and not (row["expires_at"] and row["expires_at"] <= now):
                raise DuplicateError(
                    f"There is a token {data.name} already", hints=["revoke it, or name another"]
                )
        scopes = [each for each in SCOPES if each in data.scopes]
        secret = await self._repository.add(data.name, scopes, now + timedelta(days=data.days))
        made = await self._found(_handle(digest(secret)))
        return AccessTokenMade(**dict(self._read(made)), secret=secret)

    async def revoke(self, token_id: UUID) -> None:
        """End a token with the next request; this can't be undone."""
        row = await self._found(token_id)
        if not await self._repository.revoke(row["id"]):
            raise _absent()

    def _require_reach(self, data: AccessTokenCreate) -> None:
        """Refuse who is no login, and what would reach further than it."""
        actor = self._actor
        if actor.login is None and actor.token is None:
            raise InvalidError(
                "Nobody has to log in to this database, so there is no login to make a token",
                hints=["workout serve --new-token makes one for whom this machine serves"],
            )
        if actor.login is None:
            raise ForbiddenError(
                "A token is made by a login, never by another token",
                hints=["workout login --admin", "on the server itself: workout serve --new-token"],
            )
        held = actor.scopes or frozenset()
        lacking = [each for each in data.scopes if each not in held]
        if lacking:
            raise ForbiddenError(
                f"A token reaches no further than your login, which lacks {' and '.join(lacking)}",
                hints=["workout login --admin"],
            )

    async def _require_room(self) -> None:
        """Refuse one more where many were made lately: nobody needs so many but who took over a login."""
        made = await self._repository.made_since(self._repository.now - MOST_IN)
        if made["total"] >= MOST:
            left = made["first_at"] + MOST_IN - self._repository.now
            raise TooOftenError(
                f"You made {made['total']} tokens within an hour",
                retry_after_s=ceil(left.total_seconds()),
                hints=["try again in an hour, or let one token do for several things"],
            )

    async def _found(self, token_id: UUID) -> Row:
        for row in await self._repository.all():
            if _handle(row["id"]) == token_id:
                return row
        raise _absent()

    def _read(self, row: Row) -> AccessTokenRead:
        shown = self._actor.token
        return AccessTokenRead(
            **{name: row[name] for name in ("name", "created_at", "expires_at", "used_at")},
            id=_handle(row["id"]),
            scopes=None if row["scope"] is None else row["scope"].split(" "),
            is_current=shown is not None and shown.key == row["id"],
        )


def _handle(key: str) -> UUID:
    """By what a token is named: half of its hash, of which nobody finds the secret."""
    return UUID(hex=key[:32])


def _absent() -> NotFoundError:
    return NotFoundError("There is no such token", hints=["workout token list"])
