"""Measurements of the body: weight, girths, what scales tell, and the user's own."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.body.reading import known_types, read_measurements, read_type, usual_unit
from workout_core.body.schemas import (
    LatestRead,
    MeasurementCreate,
    MeasurementFilters,
    MeasurementRead,
    MeasurementReference,
    MeasurementTypeCreate,
    MeasurementTypeList,
    MeasurementTypeRead,
    MeasurementUpdate,
)
from workout_core.body.types import (
    MeasurementKind,
    check_amount,
    own_kind,
    require_type,
    type_called,
    type_key,
)
from workout_core.errors import AmbiguousError, DuplicateError, InvalidError, NotFoundError
from workout_core.paging import Page
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any
    from zoneinfo import ZoneInfo

    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.db.executor import Row

FURTHEST: Final = timedelta(days=1)
NOON: Final = time(12)
HEXADECIMAL: Final = frozenset("0123456789abcdef")


class MeasurementService:
    def __init__(self, repository: MeasurementRepository, accounts: AccountRepository) -> None:
        self._repository = repository
        self._accounts = accounts

    async def create(self, data: MeasurementCreate) -> MeasurementRead:
        """Add a measurement; of a type of the user's own that is added with it, where that is said."""
        profile = await self._accounts.profile()
        type_ = await self._type(data)
        unit = data.unit
        if unit is None:
            unit = usual_unit(type_, data.system or profile["unit"])
        check_amount(type_, data.value, unit)
        zone = local_zone(data.timezone or profile["timezone"] or "UTC")
        row = await self._repository.add(
            {
                **data.model_dump(include={"id", "value", "note"}),
                "type": type_.slug,
                "unit": unit,
                **self._place(_moment(data, zone) or self._repository.now, zone),
            }
        )
        return (await self._read([row]))[0]

    async def list(self, filters: MeasurementFilters) -> Page[MeasurementRead]:
        """Measurements, the newest first."""
        type_ = None
        if filters.type is not None:
            type_ = require_type(filters.type, await self._repository.own_types()).slug
        rows, total = await self._repository.page(filters, type_)
        return Page[MeasurementRead](
            items=await self._read(rows), total=total, page=filters.page, size=filters.size
        )

    async def latest(self) -> LatestRead:
        """The last measurement of each type that has any."""
        types = known_types(await self._repository.own_types())
        rows = {row["type"]: row for row in await self._repository.latest([*types])}
        return LatestRead(items=await self._read([rows[slug] for slug in types if slug in rows]))

    async def find(self, reference: MeasurementReference) -> MeasurementRead:
        """The last measurement, or the one whose id begins with some digits."""
        rows = await self._called(reference.text)
        if not rows:
            raise NotFoundError(
                f"No measurement is called {reference.text!r}",
                hints=["workout body history lists them with their ids"],
            )
        if len(rows) > 1:
            raise AmbiguousError(
                f"More than one measurement has an id that begins with {reference.text!r}",
                hints=[str(row["id"]) for row in rows],
            )
        return (await self._read(rows))[0]

    async def get(self, measurement_id: UUID) -> MeasurementRead:
        """A measurement, as it was typed."""
        return (await self._read([await self._row(measurement_id)]))[0]

    async def update(self, measurement_id: UUID, data: MeasurementUpdate) -> MeasurementRead:
        """Change what is given of a measurement; its day follows its moment."""
        row = await self._row(measurement_id)
        values = {**row, **data.changes()}
        types = known_types(await self._repository.own_types())
        if type_ := types.get(row["type"]):
            check_amount(type_, values["value"], values["unit"])
        place = self._place(values["measured_at"], local_zone(values["timezone"]))
        changed = await self._repository.change(row, {**values, **place})
        return (await self._read([changed]))[0]

    async def delete(self, measurement_id: UUID) -> None:
        """Delete a measurement; nothing is gone for good."""
        await self._repository.delete(await self._row(measurement_id))

    async def types(self) -> MeasurementTypeList:
        """All that can be measured: the built-in types, then the user's own."""
        types = known_types(await self._repository.own_types())
        return MeasurementTypeList(items=[read_type(each) for each in types.values()])

    async def create_type(self, data: MeasurementTypeCreate) -> MeasurementTypeRead:
        """Add a type of the user's own."""
        return read_type(await self._add_type(data.name, data.unit))

    async def _type(self, data: MeasurementCreate) -> MeasurementKind:
        own = await self._repository.own_types()
        if data.new and type_called(data.type, own) is None:
            return await self._add_type(data.type, data.unit or "")
        return require_type(data.type, own)

    async def _add_type(self, name: str, unit: str) -> MeasurementKind:
        key = type_key(name)
        if not any(map(str.isalpha, key)):
            raise InvalidError(f"{name!r} has no letter to be known by", hints=["sleep", "mood"])
        if known := type_called(name, await self._repository.own_types()):
            raise DuplicateError(f"{name!r} is measured already, as {known.name}")
        return own_kind(await self._repository.add_type({"name": name, "key": key, "unit": unit}))

    async def _read(self, rows: Sequence[Row]) -> Sequence[MeasurementRead]:
        return read_measurements(rows, await self._repository.own_types())

    def _place(self, at: datetime, zone: ZoneInfo) -> dict[str, Any]:
        """When, where and on which day something was measured, as people there count days."""
        if at > self._repository.now + FURTHEST:
            raise InvalidError("That is yet to come", hints=["--at yesterday", "--at 07:30"])
        return {
            "measured_at": at,
            "timezone": zone.key,
            "local_date": at.astimezone(zone).date(),
        }

    async def _called(self, text: str) -> Sequence[Row]:
        plain = text.casefold().replace("-", "")
        if plain == "last":
            newest = await self._repository.newest()
            return [newest] if newest else []
        if len(plain) <= 32 and set(plain) <= HEXADECIMAL:
            return await self._repository.starting_with(plain)
        return []

    async def _row(self, measurement_id: UUID) -> Row:
        if row := await self._repository.by_id(measurement_id):
            return row
        raise NotFoundError(f"There is no measurement {measurement_id}")


def _moment(data: MeasurementCreate, zone: ZoneInfo) -> datetime | None:
    if data.day is None:
        return data.measured_at
    return datetime.combine(data.day, NOON, zone).astimezone(UTC)
