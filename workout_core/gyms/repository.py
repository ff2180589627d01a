"""The user's gyms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.ids import new_id
from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Row


class GymRepository(Repository):
    async def all(self) -> list[Row]:
        """All gyms, by their names."""
        return await self._all("gyms.every")

    async def in_use(self) -> Row | None:
        """The gym with whose plates is loaded what is logged."""
        return await self._one("gyms.in_use")

    async def add(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{"id": new_id(), "version": 1, "deleted_at": None, **values})
        await self._add("gyms.add", "gym", row)
        return row

    async def change(self, row: Row, values: Mapping[str, Any]) -> Row:
        return await self._change("gyms.change", "gym", row, values)

    async def delete(self, row: Row) -> None:
        """Delete a gym softly; none is in use then, if it was."""
        await self.change(row, {"deleted_at": self.now, "in_use": False})
