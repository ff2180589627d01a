"""Writes imported workouts in bulk: rows, never objects, some thousands at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.db.executor import Row

    Counts = Mapping[str, int]

BATCH: Final = 2_000
LOOKUP: Final = 500


class ImportRepository(Repository):
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._workouts: list[Row] = []
        self._executions: list[Row] = []
        self._sets: list[Row] = []

    async def known(self, source: str, external_ids: Sequence[str]) -> dict[str, Row]:
        """What is there already of a source, deleted workouts included, by its key there."""
        found: dict[str, Row] = {}
        for first in range(0, len(external_ids), LOOKUP):
            some = external_ids[first : first + LOOKUP]
            rows = await self._all("workouts.imported", source=source, external_ids=some)
            found |= {row["external_id"]: row for row in rows}
        return found

    async def all(self) -> list[Row]:
        """Every import but those that were undone: what they brought has their id for a source."""
        rows = await self._all("transfer.all_")
        sources = [str(row["id"]) for row in rows]
        undone = await self._all("workouts.withdrawn", sources=sources)
        undone += await self._all("body.withdrawn", sources=sources)
        gone = {row["import_id"] for row in undone}
        return [row for row in rows if row["id"] not in gone]

    async def place(self, workout_id: UUID) -> Row | None:
        """Where a workout, deleted or not, stands in the order of all."""
        return await self._one("transfer.place", id=workout_id)

    async def oldest(self, days: tuple[date, date], after: Row, size: int) -> list[UUID]:
        """The ids of some workouts of some days, the oldest first, from a place on."""
        since, until = days
        rows = await self._all(
            "transfer.oldest",
            since=max(since, after["local_date"]),
            until=until,
            day=after["local_date"],
            before=after["started_at"],
            after=after["id"],
            size=size,
        )
        return [row["id"] for row in rows]

    async def begin(self, import_id: UUID, values: Mapping[str, Any], counts: Counts) -> None:
        """Note an import, or another part of it; one entry of the operation log stands for all its rows."""
        row = await self._one("transfer.by_id", id=import_id)
        if row is None:
            row = self._new(id=import_id, result=dict(counts), **values)
            await self._add("transfer.add", "import", row)
            return
        await self._executor.execute(
            "transfer.change_result",
            owner=self._user,
            row_id=import_id,
            result={name: row["result"].get(name, 0) + count for name, count in counts.items()},
            updated_at=self.now,
        )

    async def beside(self, source: str, since: date, until: date) -> list[tuple[Row, set[UUID]]]:
        """What was done on some days by what is known of other sources, with its exercises."""
        rows = await self._all("workouts.beside_import", since=since, until=until)
        found: dict[UUID, tuple[Row, set[UUID]]] = {
            row["id"]: (row, set()) for row in rows if row["source"] != source
        }
        ids = list(found)
        for first in range(0, len(ids), LOOKUP):
            some = ids[first : first + LOOKUP]
            for row in await self._all("workouts.executions", workout_ids=some):
                found[row["workout_id"]][1].add(row["exercise_id"])
        return list(found.values())

    async def add(
        self, workout: Mapping[str, Any], executions: Sequence[Row], sets: Sequence[Row]
    ) -> None:
        """Add a workout, with the next few thousand."""
        self._workouts.append(self._new(**workout))
        self._executions += [self._new(**row) for row in executions]
        self._sets += [self._new(**row) for row in sets]
        if len(self._sets) >= BATCH:
            await self.finish()

    async def finish(self) -> None:
        """Write what was added so far."""
        await self._executor.many("workouts.add", self._workouts)
        await self._executor.many("workouts.add_execution", self._executions)
        await self._executor.many("workouts.add_set", self._sets)
        self._workouts, self._executions, self._sets = [], [], []
