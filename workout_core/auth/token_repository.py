"""The personal tokens of a user."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from workout_core.accounts.tokens import issue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workout_core.db.executor import Executor, Row

KEPT: Final = timedelta(days=30)


class TokenRepository:
    """Runs the statements of a user's tokens in one transaction; never commits."""

    def __init__(self, executor: Executor, user: int, now: datetime) -> None:
        self._executor = executor
        self._user = user
        self.now = now

    async def all(self) -> list[Row]:
        """The tokens that are not revoked, the oldest first."""
        return await self._executor.all("accounts.tokens", user_id=self._user)

    async def made_since(self, moment: datetime) -> Row:
        """How many were made since then, revoked ones too, and when the first of them."""
        row = await self._executor.one(
            "accounts.made_tokens", user_id=self._user, made_since=moment
        )
        assert row
        return row

    async def add(self, name: str, scopes: Iterable[str], expires_at: datetime) -> str:
        """A new token's secret."""
        return await issue(self._executor, self._user, name, scopes, expires_at)

    async def revoke(self, key: str) -> bool:
        """End a token, by its hash; False where there is none that could be ended."""
        stamps: dict[str, Any] = {"revoked_at": self.now, "updated_at": self.now}
        return bool(
            await self._executor.execute(
                "accounts.revoke_token", owner=self._user, row_id=key, **stamps
            )
        )

    async def forget(self) -> int:
        """Forget tokens that were revoked or expired thirty days ago; how many."""
        return await self._executor.execute(
            "accounts.forget_tokens", owner=self._user, ended_before=self.now - KEPT
        )
