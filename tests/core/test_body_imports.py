"""What an import brings of measurements: in bulk, known again, undone with it and made again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.acting import acting
from tests.undoing import redo, state, undo
from workout_core.accounts.owner import OWNER
from workout_core.body.repository import MeasurementRepository
from workout_core.body.schemas import MeasurementFilters, MeasurementUpdate
from workout_core.errors import DuplicateError
from workout_core.ids import new_id
from workout_core.operations.journal import Journal
from workout_core.transfer.repository import ImportRepository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from workout_core.db.backend import LocalBackend

FIRST: Final = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
SOURCE: Final = "withings"


def weighed(days: range, import_id: UUID) -> Iterator[dict[str, Any]]:
    for day in days:
        at = FIRST + timedelta(days=day)
        yield {
            "type": "weight",
            "value": Decimal(80) + day,
            "unit": "kg",
            "measured_at": at,
            "timezone": "UTC",
            "local_date": at.date(),
            "source": SOURCE,
            "external_id": at.isoformat(),
            "import_id": import_id,
        }


async def brought(backend: LocalBackend, days: range) -> int:
    """As an import does it: what is there already is left out, and one entry stands for the rest."""
    import_id = new_id()
    async with acting(backend.database) as executor:
        journal = Journal(executor, OWNER, "test")
        body = MeasurementRepository(executor, OWNER, journal)
        rows = list(weighed(days, import_id))
        known = await body.known(SOURCE, [row["external_id"] for row in rows])
        new = [row for row in rows if row["external_id"] not in known]
        values = {"source": SOURCE, "dialect": "", "file_name": "", "sha256": "", "options": {}}
        counts = {"new": 0, "measurements_new": len(new)}
        await ImportRepository(executor, OWNER, journal).begin(import_id, values, counts)
        count = await body.add_many(iter(new))
        await journal.flush()
    return count


async def weights(backend: LocalBackend) -> list[int]:
    async with backend.services(readonly=True) as services:
        page = await services.body.list(MeasurementFilters(size=100))
    return [int(each.value) for each in page.items]


async def test_an_import_is_undone_and_made_again(local: LocalBackend) -> None:
    before = await state(local)
    assert await brought(local, range(3)) == 3
    after = await state(local)
    assert await undo(local) == ["imported 3 measurements from Withings"]
    assert await state(local) == before
    assert await redo(local) == ["imported 3 measurements from Withings"]
    assert await state(local) == after
    await undo(local)
    assert await brought(local, range(2)) == 2  # the keys are free again
    assert await undo(local) == ["imported 2 measurements from Withings"]
    await redo(local, 2)
    assert await weights(local) == [81, 80]


async def test_a_second_import_adds_what_is_new(local: LocalBackend) -> None:
    assert await brought(local, range(2)) == 2
    assert await brought(local, range(4)) == 2
    assert await brought(local, range(4)) == 0
    assert await weights(local) == [83, 82, 81, 80]
    assert await undo(local, 2) == [
        "imported 0 workouts from Withings",
        "imported 2 measurements from Withings",
    ]
    assert await weights(local) == [81, 80]


async def test_what_was_changed_or_deleted_since_stays_known(local: LocalBackend) -> None:
    await brought(local, range(2))
    async with local.services() as services:
        newest, oldest = (await services.body.list(MeasurementFilters())).items
        await services.body.update(newest.id, MeasurementUpdate(value=Decimal(70)))
        await services.body.delete(oldest.id)
    assert await brought(local, range(2)) == 0
    assert await weights(local) == [70]
    await undo(local, 3)
    assert await weights(local) == []
    await redo(local, 3)
    assert await weights(local) == [70]


async def test_two_of_one_key_are_refused(local: LocalBackend) -> None:
    with pytest.raises(DuplicateError):
        async with acting(local.database) as executor:
            body = MeasurementRepository(executor, OWNER, Journal(executor, OWNER, "test"))
            row = next(weighed(range(1), new_id()))
            await body.add_many([{**row, "import_id": None}, {**row, "import_id": None}])
    assert await weights(local) == []


async def test_many_thousands_are_added_in_one_go(sqlite: LocalBackend) -> None:
    assert await brought(sqlite, range(4_001)) == 4_001
    async with sqlite.services(readonly=True) as services:
        assert (await services.body.list(MeasurementFilters(type="bw", size=1))).total == 4_001
