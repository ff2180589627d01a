"""The user's profile, and the rest that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.ids import new_id
from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

    from workout_core.db.executor import Row


UNKNOWN: Final[Mapping[str, Any]] = {
    "sex": None,
    "birth_year": None,
    "height_value": None,
    "height_unit": None,
    "bands": {},
}


class AccountRepository(Repository):
    async def profile(self) -> Row:
        """The user's unit and time zone."""
        return await self._one("accounts.profile") or {"unit": "kg", "timezone": None}

    async def person(self) -> Row:
        """What is known of the user; nothing but empty columns where they never said anything."""
        return await self._one("accounts.own_profile") or dict(UNKNOWN)

    async def put_person(self, values: Mapping[str, Any]) -> Row:
        """Change what is known of the user."""
        if row := await self._one("accounts.own_profile"):
            return await self._change("accounts.change_profile", "profile", row, values)
        stamps = {"id": new_id(), "version": 1, "deleted_at": None}
        row = self._new(**{**UNKNOWN, **stamps, **values})
        if {name: row[name] for name in UNKNOWN} != UNKNOWN:
            await self._add("accounts.add_profile", "profile", row)
        return row

    async def rest(self) -> Row | None:
        """The rest that runs now: when it ends, and how many seconds it takes in all."""
        row = await self._one("accounts.rest")
        return row if row and row["rest_until"] and row["rest_until"] > self.now else None

    async def set_rest(self, until: datetime | None, seconds: Decimal | None) -> None:
        """Keep when a rest ends, or that none runs; a timer is no history, so no journal tells of it."""
        values: dict[str, Any] = {"rest_until": until, "rest_s": seconds}
        await self._executor.execute(
            "accounts.set_rest", owner=self._user, updated_at=self.now, **values
        )
