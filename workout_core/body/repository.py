"""The user's measurements, and the types that they made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.body.amounts import exact
from workout_core.ids import new_id
from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workout_core.body.schemas import MeasurementFilters
    from workout_core.db.executor import Row

BATCH: Final = 2_000
LOOKUP: Final = 500
NEW: Final[Mapping[str, Any]] = {
    "note": None,
    "source": None,
    "external_id": None,
    "import_id": None,
    "version": 1,
    "deleted_at": None,
}


class MeasurementRepository(Repository):
    async def page(self, filters: MeasurementFilters, type_: str | None) -> tuple[list[Row], int]:
        """A page of measurements, the newest first, and how many there are in all; of one type, if it is given."""
        days = {"since": filters.since or date.min, "until": filters.until or date.max}
        part = {"size": filters.size, "offset": filters.offset}
        if type_ is None:
            rows = await self._all("body.page", **days, **part)
            counted = await self._one("body.count", **days)
        else:
            rows = await self._all("body.page_of_type", type=type_, **days, **part)
            counted = await self._one("body.count_of_type", type=type_, **days)
        return rows, counted["total"] if counted else 0

    async def latest(self, types: Sequence[str]) -> list[Row]:
        """The last measurement of each of some types that has any."""
        found = await self._all("body.latest", types=types)
        return await self._all("body.by_ids", ids=[row["id"] for row in found if row["id"]])

    async def newest(self) -> Row | None:
        """The last measurement of any type."""
        return await self._one("body.page", since=date.min, until=date.max, size=1, offset=0)

    async def by_id(self, measurement_id: UUID) -> Row | None:
        return await self._one("body.by_id", id=measurement_id)

    async def starting_with(self, digits: str) -> list[Row]:
        """Measurements whose id begins with these hexadecimal digits; five at most."""
        first, last = UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f"))
        return await self._all("body.starting_with", first=first, last=last)

    async def every(self) -> list[Row]:
        """All measurements, the oldest first."""
        return await self._all("body.every")

    async def add(self, values: Mapping[str, Any]) -> Row:
        row = self._row(values)
        await self._add("body.add", "measurement", row)
        return row

    async def change(self, row: Row, values: Mapping[str, Any]) -> Row:
        return await self._change("body.change", "measurement", row, _with_exact({**row, **values}))

    async def delete(self, row: Row) -> None:
        """Delete a measurement softly."""
        await self.change(row, {"deleted_at": self.now})

    async def known(self, source: str, external_ids: Sequence[str]) -> dict[str, Row]:
        """What is there already of a source, deleted measurements included, by its key there."""
        found: dict[str, Row] = {}
        for first in range(0, len(external_ids), LOOKUP):
            some = external_ids[first : first + LOOKUP]
            rows = await self._all("body.imported", source=source, external_ids=some)
            found |= {row["external_id"]: row for row in rows}
        return found

    async def add_many(self, measurements: Iterable[Mapping[str, Any]]) -> int:
        """Add what an import brings, some thousands at a time; how many that were.

        Nothing of it is in the operation log: the entry of the import stands for it. Each has type, value, unit,
        measured_at, timezone, local_date, source, external_id and import_id; a note where there is one.
        """
        count, rows = 0, []
        for each in measurements:
            rows.append(self._row(each))
            count += 1
            if len(rows) == BATCH:
                await self._executor.many("body.add", rows)
                rows = []
        await self._executor.many("body.add", rows)
        return count

    async def of_days(self, type_: str, since: date, until: date) -> list[Row]:
        """The measurements of a type on some days, the oldest first."""
        return await self._all("body.of_days", type=type_, since=since, until=until)

    async def last_by(self, type_: str, day: date) -> Row | None:
        """The measurement of a type on a day, the last one; else the last before it."""
        return await self._one("body.last_by", type=type_, day=day)

    async def goals(self) -> list[Row]:
        """What the user aims at, by what is measured."""
        return await self._all("body.goals")

    async def put_goal(self, type_: str, values: Mapping[str, Any]) -> Row:
        """Aim at something; another goal of the same type gives way."""
        for row in await self.goals():
            if row["type"] == type_:
                return await self._change("body.change_goal", "goal", row, values)
        made = {"id": new_id(), "version": 1, "deleted_at": None, "type": type_}
        row = self._new(**{**made, **values})
        await self._add("body.add_goal", "goal", row)
        return row

    async def delete_goal(self, row: Row) -> None:
        """Delete a goal softly."""
        await self._change("body.change_goal", "goal", row, {"deleted_at": self.now})

    async def own_types(self) -> list[Row]:
        """The types that the user made up, by their keys."""
        return await self._all("body.own_types")

    async def add_type(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{"id": new_id(), "version": 1, "deleted_at": None, **values})
        await self._add("body.add_type", "measurement_type", row)
        return row

    def _row(self, values: Mapping[str, Any]) -> Row:
        made = {"id": values.get("id") or new_id(values["measured_at"])}
        return self._new(**_with_exact({**NEW, **values, **made}))


def _with_exact(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "exact": exact(values["value"], values["unit"])}
