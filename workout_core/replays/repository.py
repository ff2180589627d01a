"""The answers that are kept of a user's requests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from workout_core.repository import Repository

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.db.executor import Row

KEPT: Final = timedelta(days=30)


class ReplayRepository(Repository):
    async def kept(self, key: UUID) -> Row | None:
        """The answer to a request that was done, and what it asked for."""
        return await self._one("replays.kept", id=key)

    async def keep(self, key: UUID, fingerprint: str, answer: str) -> None:
        """Keep an answer for thirty days."""
        row = self._new(id=key, fingerprint=fingerprint, answer=answer)
        await self._executor.many("replays.add", [row])

    async def forget(self) -> int:
        """Forget answers that are older than that; how many."""
        before = self.now - KEPT
        return await self._executor.execute("replays.forget", owner=self._user, made_before=before)
