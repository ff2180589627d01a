"""Masses and lengths from unit to unit, exactly as the units are defined.

A pound is 0.45359237 kg and a mile 1609.344 m, exactly (the international yard and pound agreement of 1959); an inch
is 2.54 cm, a stone 14 pounds. Decimals hold a conversion to 28 digits; only showing rounds.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

Quantity = Literal["mass", "length"]

PER: Final[dict[Quantity, dict[str, Decimal]]] = {
    "mass": {
        "kg": Decimal(1),
        "g": Decimal("0.001"),
        "lb": Decimal("0.45359237"),
        "oz": Decimal("0.45359237") / 16,
        "st": Decimal("0.45359237") * 14,
    },
    "length": {
        "m": Decimal(1),
        "km": Decimal(1000),
        "cm": Decimal("0.01"),
        "mm": Decimal("0.001"),
        "mi": Decimal("1609.344"),
        "yd": Decimal("0.9144"),
        "ft": Decimal("0.3048"),
        "in": Decimal("0.0254"),
    },
}
# What one wants to know of an amount in a unit.
OTHERS: Final = dict(
    pair.split(":")
    for pair in (
        *("kg:lb", "lb:kg", "g:oz", "oz:g", "st:kg", "km:mi", "mi:km"),
        *("m:ft", "ft:m", "yd:m", "cm:in", "mm:in", "in:cm"),
    )
)
QUANTITIES: Final = {unit: quantity for quantity, units in PER.items() for unit in units}
HUNDREDTH: Final = Decimal("0.01")


def converted(value: Decimal, unit: str, to: str) -> Decimal | None:
    """A value in another unit; None where the two measure different things, or are unknown."""
    quantity = QUANTITIES.get(unit)
    if quantity is None or QUANTITIES.get(to) != quantity:
        return None
    units = PER[quantity]
    return value * units[unit] / units[to]


def meet_pounds(kilograms: Decimal) -> Decimal:
    """Kilograms in pounds as lists of results show them: to 0.01, and what ends in 9 one hundredth more.

    So 340.19 kg, which were 750 lb, read 750 and not 749.99 (OpenPowerlifting). For showing only.
    """
    pounds = (kilograms / PER["mass"]["lb"]).quantize(HUNDREDTH, ROUND_HALF_UP)
    return pounds + HUNDREDTH if int(pounds * 100) % 10 == 9 else pounds
