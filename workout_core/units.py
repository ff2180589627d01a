"""Masses and distances: kept as typed, compared as exact integers.

A mass is compared and summed in units of 0.01 mg, in which a kilogram and a pound (0.45359237 kg, exactly,
since the international yard and pound agreement of 1959) are both whole numbers. What a person typed is never
converted on the way in, so nothing is lost by rounding there and back.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from workout_core.vocabulary import DistanceUnit, MassUnit

EXACT_PER: Final[dict[MassUnit, int]] = {"kg": 100_000_000, "lb": 45_359_237}
METRES_PER: Final[dict[DistanceUnit, Decimal]] = {
    "m": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
    "yd": Decimal("0.9144"),
    "ft": Decimal("0.3048"),
}
NUMBER: Final = r"(?a)\d{1,9}(?:[.,]\d{1,9})?"
MASS: Final = r"(?a)(\d{1,6}(?:[.,]\d{1,3})?) ?(kgs?|lbs?)?"
UNITS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
MILLIMETRE: Final = Decimal("0.001")


class Mass(NamedTuple):
    """A mass as it was typed; without a unit where none was."""

    value: Decimal
    unit: MassUnit | None


def parse_mass(text: str) -> Mass:
    """A mass as people type it: `80`, `80.5 kg`, `180lb`."""
    found = re.fullmatch(MASS, text.strip().lower())
    if found is None:
        raise InvalidError(f"{text[:40]!r} is not a mass", hints=["80kg", "180lb"])
    return Mass(parse_decimal(found[1]), UNITS.get(found[2] or ""))


def parse_decimal(text: str) -> Decimal:
    """A number as people type it, with a point or a comma before its decimals."""
    if re.fullmatch(NUMBER, text.strip()) is None:
        raise InvalidError(f"{text[:40]!r} is not a number", hints=["2.5"])
    return Decimal(text.strip().replace(",", "."))


def exact_mass(value: Decimal, unit: MassUnit) -> int:
    """A mass in units of 0.01 mg; a finer value is rounded half away from zero."""
    return int((value * EXACT_PER[unit]).to_integral_value(ROUND_HALF_UP))


def kilograms(exact: int) -> Decimal:
    """An exact mass (0.01 mg) in kilograms."""
    return Decimal(exact).scaleb(-8)


def metres(value: Decimal, unit: DistanceUnit) -> Decimal:
    """A distance in metres, to the millimetre, rounded half away from zero."""
    return plain((value * METRES_PER[unit]).quantize(MILLIMETRE, ROUND_HALF_UP))


def round_half_up(value: Decimal, step: Decimal) -> Decimal:
    """The nearest multiple of a step; a tie goes away from zero (92.5 to the nearest 5 is 95)."""
    return plain((value / step).to_integral_value(ROUND_HALF_UP) * step)


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 100.50 is 100.5, 1E+2 is 100."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
