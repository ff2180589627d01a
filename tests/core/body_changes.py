"""Every change that a service can make of measurements, for `every_change`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.body.schemas import (
    MeasurementCreate,
    MeasurementReference,
    MeasurementTypeCreate,
    MeasurementUpdate,
)

if TYPE_CHECKING:
    from uuid import UUID

    from tests.core.scene import Scene, Step
    from workout_core.services import Services

LAST: Final = MeasurementReference(text="last")


def measured(type_: str, value: str, unit: str | None = None, **more: Any) -> Step:
    data = MeasurementCreate(type=type_, value=Decimal(value), unit=unit, **more)
    return lambda services, _: services.body.create(data)


async def last(services: Services) -> UUID:
    return (await services.body.find(LAST)).id


def corrected(**values: Any) -> Step:
    async def step(services: Services, _: Scene) -> None:
        await services.body.update(await last(services), MeasurementUpdate(**values))

    return step


async def removed(services: Services, _: Scene) -> None:
    await services.body.delete(await last(services))


BODY_CHANGES: Final[list[tuple[str, str, tuple[Step, ...]]]] = [
    ("body.create", "logged Weight 82.5 kg", (measured("bw", "82.50", "kg"),)),
    (
        "body.create new",
        "logged Sleep quality 7",
        (measured("Sleep quality", "7", new=True),),
    ),
    (
        "body.update",
        "changed Waist of 2026-11-23: 84 cm -> 33 in, note none -> relaxed",
        (
            measured("waist", "84", "cm"),
            corrected(value=Decimal(33), unit="in", note="relaxed"),
        ),
    ),
    (
        "body.delete",
        "deleted Left arm 38 cm of 2026-11-23",
        (measured("left biceps", "38"), removed),
    ),
    (
        "body.create_type",
        "added the measurement Mood",
        (lambda services, _: services.body.create_type(MeasurementTypeCreate(name="Mood")),),
    ),
]
