"""What the days of one user came to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from workout_core.repository import Repository

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.training.one_rep_max import Formula

DELOAD: Final = "deload"


class SeriesRepository(Repository):
    async def bests(
        self,
        exercise_id: UUID,
        until: date | None,
        formula: Formula,
        share: Decimal | None = None,
    ) -> list[Row]:
        """The best of each day on which an exercise was done, up to a day: e1RM, load as typed, repetitions.

        With the share of the body that it moves e1RM counts the body.
        """
        binds = {"exercise_id": exercise_id, "until": until or date.max, "formula": formula}
        if share is None:
            return await self._all("charts.bests", **binds)
        return await self._all("charts.bests_of_body", share=float(share), **binds)

    async def volumes(
        self, exercise_id: UUID, until: date | None, share: Decimal | None
    ) -> list[Row]:
        """The volume of each day on which an exercise was done, up to a day, of one of its dumbbells."""
        binds = {"exercise_id": exercise_id, "until": until or date.max}
        if share is None:
            return await self._all("charts.volumes", **binds)
        return await self._all("charts.volumes_of_body", share=float(share), **binds)

    async def efforts(self, exercise_id: UUID, until: date | None) -> list[Row]:
        """The longest time, the distance, the pace and the heaviest load of each day, up to a day."""
        binds = {"exercise_id": exercise_id, "until": until or date.max}
        return await self._all("charts.efforts", **binds)

    async def deloads(self, since: date | None, until: date | None) -> set[date]:
        """The days that have a workout with the tag `deload`."""
        days = {"since": since or date.min, "until": until or date.max}
        rows = await self._all("charts.tagged", tags=[DELOAD], **days)
        return {row["local_date"] for row in rows}

    async def measured(self, type_: str, until: date | None) -> list[Row]:
        """Everything measured of a type up to a day, as it was typed, the oldest first."""
        return await self._all("charts.measured", type=type_, until=until or date.max)
