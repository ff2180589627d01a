"""Measurements through their service, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from pydantic import ValidationError

from tests.undoing import redo, state, undo
from workout_core.body.schemas import (
    MeasurementCreate,
    MeasurementFilters,
    MeasurementReference,
    MeasurementTypeCreate,
    MeasurementUpdate,
)
from workout_core.errors import AmbiguousError, DuplicateError, InvalidError, NotFoundError
from workout_core.ids import new_id

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.backend import Backend
    from workout_core.body.schemas import MeasurementRead

MORNING: Final = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
LATE: Final = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


async def measured(
    backend: Backend, type_: str, value: str, unit: str | None = None, **more: Any
) -> MeasurementRead:
    data = MeasurementCreate(type=type_, value=Decimal(value), unit=unit, **more)
    async with backend.services() as services:
        return await services.body.create(data)


async def listed(backend: Backend, **filters: Any) -> list[tuple[str, Decimal, str]]:
    async with backend.services(readonly=True) as services:
        page = await services.body.list(MeasurementFilters(**filters))
    return [(each.type, each.value, each.unit) for each in page.items]


async def test_what_was_typed_stays_as_it_was(backend: Backend) -> None:
    """Kilograms and pounds stand side by side; the day is that of the place."""
    await measured(backend, "Body Weight", "82.50", "kg", measured_at=MORNING)
    made = await measured(
        backend, "bw", "181.5", "lbs", measured_at=LATE, timezone="Asia/Tokyo", note="late"
    )
    assert (made.type, made.name, made.note) == ("weight", "Weight", "late")
    assert (made.local_date, made.measured_at) == (date(2026, 3, 3), LATE)
    assert await listed(backend) == [
        ("weight", Decimal("181.5"), "lb"),
        ("weight", Decimal("82.5"), "kg"),
    ]
    async with backend.services(readonly=True) as services:
        assert await services.body.get(made.id) == made


async def test_a_value_without_a_unit_is_in_the_usual_one(backend: Backend) -> None:
    found = [
        (await measured(backend, type_, "40", system=system)).unit
        for type_ in ("weight", "chest", "fat", "rhr", "bmi")
        for system in (None, "lb")
    ]
    assert found == ["kg", "lb", "cm", "in", "%", "%", "bpm", "bpm", "", ""]


async def test_lists_are_filtered_and_paged_and_the_last_of_each_is_known(
    backend: Backend,
) -> None:
    for day in range(1, 6):
        at = MORNING + timedelta(days=day)
        await measured(backend, "weight", f"8{day}", measured_at=at)
    await measured(backend, "waist", "84", day=date(2026, 3, 5))
    await measured(backend, "weight", "90", measured_at=MORNING - timedelta(days=9))
    assert await listed(backend, since=date(2026, 3, 5), until=date(2026, 3, 6)) == [
        ("weight", Decimal(84), "kg"),
        ("waist", Decimal(84), "cm"),
        ("weight", Decimal(83), "kg"),
    ]
    page = await listed(backend, type="bodyweight", page=2, size=2)
    assert page == [("weight", Decimal(83), "kg"), ("weight", Decimal(82), "kg")]
    async with backend.services(readonly=True) as services:
        latest = (await services.body.latest()).items
        total = (await services.body.list(MeasurementFilters(type="weight", size=1))).total
    assert [(each.type, each.value) for each in latest] == [
        ("weight", Decimal(85)),
        ("waist", Decimal(84)),
    ]
    assert total == 6


async def test_a_type_of_ones_own(backend: Backend) -> None:
    with pytest.raises(NotFoundError):
        await measured(backend, "Sleep (hours)", "7.5", "h")
    made = await measured(backend, "Sleep (hours)", "7.5", "h", new=True)
    assert (made.type, made.name) == ("sleep_hours", "Sleep (hours)")
    assert (await measured(backend, "sleep-HOURS", "8")).unit == "h"
    with pytest.raises(InvalidError, match="not measured in kg"):
        await measured(backend, "sleep hours", "8", "kg")
    async with backend.services() as services:
        again = MeasurementTypeCreate(name="sleep hours", unit="h")
        with pytest.raises(DuplicateError):
            await services.body.create_type(again)
    async with backend.services(readonly=True) as services:
        types = (await services.body.types()).items
    assert [each.slug for each in types if each.own] == ["sleep_hours"]
    assert "bw" in next(each.aliases for each in types if each.slug == "weight")
    assert [(await listed(backend, type="Sleep hours"))[0][1]] == [Decimal(8)]


@pytest.mark.parametrize("name", ["Biceps, left", "Body Weight", "  ", "7", "***"])
async def test_a_name_that_is_taken_or_none_is_refused(name: str, sqlite: Backend) -> None:
    async with sqlite.services() as services:
        with pytest.raises((DuplicateError, InvalidError, ValidationError)):
            await services.body.create_type(MeasurementTypeCreate(name=name))


async def test_changes_move_the_day_and_are_undone(backend: Backend) -> None:
    made = await measured(backend, "waist", "84", "cm", measured_at=MORNING, timezone="UTC")
    before = await state(backend)
    change = MeasurementUpdate(
        value=Decimal(33), unit="in", measured_at=MORNING - timedelta(days=1)
    )
    async with backend.services() as services:
        changed = await services.body.update(made.id, change)
    assert (changed.value, changed.unit, changed.local_date) == (
        Decimal(33),
        "in",
        date(2026, 3, 1),
    )
    async with backend.services() as services:
        await services.body.delete(made.id)
    assert await listed(backend) == []
    told = ["deleted Waist 33 in of 2026-03-01"]
    assert await undo(backend) == told
    assert (await undo(backend))[0].startswith("changed Waist of 2026-03-01: 84 cm -> 33 in, time")
    assert await state(backend) == before
    await redo(backend, 2)
    assert await listed(backend) == []


async def test_one_is_found_by_the_beginning_of_its_id(backend: Backend) -> None:
    at = MORNING
    ids: list[UUID] = [new_id(at), new_id(at), new_id(at - timedelta(days=1))]
    for each in ids:
        await measured(backend, "weight", "80", id=each, measured_at=at)
    async with backend.services(readonly=True) as services:
        find = services.body.find
        assert (await find(MeasurementReference(text=str(ids[1])))).id == ids[1]
        assert (await find(MeasurementReference(text=str(ids[2])[:13]))).id == ids[2]
        assert (await find(MeasurementReference(text="last"))).id in ids[:2]
        with pytest.raises(AmbiguousError) as refused:
            await find(MeasurementReference(text=str(ids[0])[:9]))
        assert set(refused.value.hints) >= {str(each) for each in ids[:2]}
        for nothing in ("ffff", "waist", str(new_id())):
            with pytest.raises(NotFoundError):
                await find(MeasurementReference(text=nothing))
        with pytest.raises(NotFoundError):
            await services.body.get(new_id())


@pytest.mark.parametrize(
    ("type_", "value", "unit"),
    [
        ("weight", "825", "kg"),
        ("weight", "1600", "lb"),
        ("weight", "80", "cm"),
        ("body fat", "0.185", "%"),
        ("waist", "0.84", "cm"),
        ("rhr", "60", "kg"),
        ("bmi", "24", "%"),
        ("bmr", "70", "kJ"),
    ],
)
async def test_what_no_body_has_is_refused(
    type_: str, value: str, unit: str, sqlite: Backend
) -> None:
    with pytest.raises(InvalidError):
        await measured(sqlite, type_, value, unit)
    assert await listed(sqlite) == []


async def test_a_change_to_what_no_body_has_is_refused(sqlite: Backend) -> None:
    made = await measured(sqlite, "weight", "82.5", "kg")
    for wrong in ({"value": Decimal(825)}, {"unit": "cm"}):
        async with sqlite.services() as services:
            with pytest.raises(InvalidError):
                await services.body.update(made.id, MeasurementUpdate.model_validate(wrong))


async def test_what_is_yet_to_come_is_refused(sqlite: Backend) -> None:
    later = datetime.now(UTC) + timedelta(days=3)
    with pytest.raises(InvalidError, match="yet to come"):
        await measured(sqlite, "weight", "80", measured_at=later)
    with pytest.raises(ValidationError, match="already says the day"):
        MeasurementCreate(type="bw", value=Decimal(80), measured_at=MORNING, day=MORNING.date())


async def test_a_retry_adds_nothing(backend: Backend) -> None:
    made = new_id()
    await measured(backend, "weight", "80", id=made)
    with pytest.raises(DuplicateError):
        await measured(backend, "weight", "80", id=made)
    assert len(await listed(backend)) == 1


async def test_the_export_has_them(backend: Backend) -> None:
    await measured(backend, "mood", "7", new=True, measured_at=LATE)
    await measured(backend, "weight", "82.5", measured_at=MORNING, note="dry")
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
    assert [(each.name, each.note) for each in document.measurements] == [
        ("Weight", "dry"),
        ("mood", None),
    ]
    assert [each.name for each in document.measurement_types] == ["mood"]
