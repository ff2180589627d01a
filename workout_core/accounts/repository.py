"""The user's profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.repository import Repository

if TYPE_CHECKING:
    from workout_core.db.executor import Row


class AccountRepository(Repository):
    async def profile(self) -> Row:
        """The user's unit and time zone."""
        return await self._one("accounts.profile") or {"unit": "kg", "timezone": None}
