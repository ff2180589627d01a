"""What was done of the exercises of an open workout before it began."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from uuid import UUID

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row

ONE_DAY: Final = timedelta(days=1)
ONE_YEAR: Final = timedelta(days=366)
JUST_BEFORE: Final = timedelta(microseconds=1)


class LiveRepository(Repository):
    async def loads(self, workout: Row, exercise_ids: Sequence[UUID]) -> list[Row]:
        """Every load of each exercise with each effort, and the most repetitions."""
        return await self._before("live.loads", workout, exercise_ids)

    async def bodily_loads(self, workout: Row, exercise_ids: Sequence[UUID]) -> list[Row]:
        """The same of exercises that move the body, with what that weighed (`body`)."""
        return await self._before("live.bodily_loads", workout, exercise_ids)

    async def efforts(self, workout: Row, exercise_ids: Sequence[UUID]) -> list[Row]:
        """Every time and distance of each exercise."""
        return await self._before("live.efforts", workout, exercise_ids)

    async def volumes(
        self, workout: Row, exercise_ids: Sequence[UUID], share: Decimal
    ) -> dict[UUID, int]:
        """The most volume of each exercise in a workout, in 0.01 mg; `share` is the part of the body that they move."""
        if share:
            rows = await self._before(
                "live.bodily_volumes", workout, exercise_ids, share=float(share)
            )
        else:
            rows = await self._before("live.volumes", workout, exercise_ids)
        return {row["exercise_id"]: int(row["volume"]) for row in rows}

    async def last_workouts(self, workout: Row, exercise_ids: Sequence[UUID]) -> dict[UUID, UUID]:
        """The last workout in which each exercise was done, but for this one."""
        rows = await self._all(
            "live.last_workouts",
            exercise_ids=exercise_ids,
            until=workout["local_date"] + ONE_DAY,
            workout_id=workout["id"],
        )
        return {row["exercise_id"]: row["workout_id"] for row in rows if row["workout_id"]}

    async def last_named(self, workout: Row) -> Row | None:
        """The last workout of the same name, of a year."""
        if workout["name"] is None:
            return None
        day = workout["local_date"]
        days = {"since": day - ONE_YEAR, "until": day + ONE_DAY}
        return await self._one("live.last_named", name=workout["name"], **days)

    async def _before(
        self, statement: StatementName, workout: Row, exercise_ids: Sequence[UUID], **more: Any
    ) -> list[Row]:
        """What began before a workout did: the days of any two places differ by one at most."""
        if not exercise_ids:
            return []
        return await self._all(
            statement,
            exercise_ids=exercise_ids,
            before=workout["started_at"] - JUST_BEFORE,
            since=workout["local_date"] - ONE_DAY,
            until=workout["local_date"] + ONE_DAY,
            **more,
        )
