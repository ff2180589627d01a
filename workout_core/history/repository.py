"""What one user did, looked back at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.repository import Repository
from workout_core.workouts.repository import contains

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.db.executor import Row


class HistoryRepository(Repository):
    async def days(self, since: date, until: date, two_handed: Sequence[UUID]) -> list[Row]:
        """The days on which there was a workout, in order, with what they came to.

        `two_handed` are the exercises of which each hand holds the load."""
        return await self._all("history.days", since=since, until=until, two_handed=two_handed)

    async def found(self, text: str, size: int, offset: int) -> tuple[list[Row], int]:
        """Names, notes and tags that hold a text, the newest first, and how many there are in all."""
        pattern = contains(text)
        rows = await self._all("history.found", pattern=pattern, size=size, offset=offset)
        count = await self._one("history.count_found", pattern=pattern)
        return rows, count["total"] if count else 0
