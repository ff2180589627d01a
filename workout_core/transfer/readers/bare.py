"""Distances and times of tables that name no units: kept as they stand, unless a person says the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.units import metres

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.vocabulary import DistanceUnit

MAX_LENGTH: Final = 100_000
MAX_SECONDS: Final = 1_000_000


def distance(cell: str, unit: DistanceUnit | None) -> dict[str, Any]:
    """The fields of a set for a distance, none where it is 0; without a unit there are no metres."""
    length, _ = text.quantity(cell, "distance", text.THOUSANDTH, MAX_LENGTH)
    if length is None:
        return {}
    return {
        "distance_value": length,
        "distance_unit": unit,
        "distance_m": metres(length, unit) if unit else None,
    }


def seconds(cell: str) -> Decimal | None:
    """How long a set took, None where that is 0."""
    found = text.duration(cell)
    if found is not None and found > MAX_SECONDS:
        raise ValueError(f"duration {text.quoted(cell)} is too long")
    return found or None


def notices(count: int) -> list[str]:
    """What is to be told of so many distances without a unit."""
    said = counted(count, "distance has", "distances have")
    told = f"{said} no unit in the file; --distance-unit tells it"
    return [told] if count else []
