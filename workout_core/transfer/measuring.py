"""What other apps kept of the body, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.body.amounts import spelt
from workout_core.body.types import type_called, type_key
from workout_core.transfer.rows import instant, place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from workout_core.body.repository import MeasurementRepository
    from workout_core.db.executor import Row
    from workout_core.transfer.schemas import ImportData, ImportedMeasurement


async def new_measurements(
    repository: MeasurementRepository, data: ImportData
) -> list[ImportedMeasurement]:
    """Those that are not here yet; what was deleted here stays so."""
    keys = [each.source_key for each in data.measurements]
    known = await repository.known(data.source, keys)
    return [each for each in data.measurements if each.source_key not in known]


async def add_measurements(
    repository: MeasurementRepository,
    measurements: Iterable[ImportedMeasurement],
    data: ImportData,
    zone: ZoneInfo,
) -> None:
    """Add measurements; a type that nobody knows becomes one of the user's own."""
    own = await repository.own_types()
    rows: list[Row] = []
    for each in measurements:
        type_ = type_called(each.type, own)
        if type_ is None:
            values = {"name": each.type, "key": type_key(each.type), "unit": spelt(each.unit)}
            own.append(await repository.add_type(values))
        at, there = instant(each.measured_at, zone), place(each.measured_at, zone)
        rows.append(
            {
                "type": type_.slug if type_ else type_key(each.type),
                "value": each.value,
                "unit": spelt(each.unit),
                "measured_at": at,
                "timezone": there.key,
                "local_date": at.astimezone(there).date(),
                "note": each.note,
                "source": data.source,
                "external_id": each.source_key,
                "import_id": data.id,
            }
        )
    await repository.add_many(rows)
