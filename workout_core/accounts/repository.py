"""The user's profile, and the tokens by which a server knows its users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.repository import Repository

if TYPE_CHECKING:
    from workout_core.db.executor import Row


class AccountRepository(Repository):
    async def profile(self, *, lock: bool = False) -> Row:
        """The user's unit and time zone; `lock` keeps other writers of this user's waiting until the commit."""
        row = await self._one("accounts.profile_locked" if lock else "accounts.profile")
        return row or {"unit": "kg", "timezone": None}
