"""Amounts from unit to unit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.calculators.schemas import ConversionRead
from workout_core.errors import InvalidError
from workout_core.training.conversion import OTHERS, PER, converted, meet_pounds
from workout_core.training.rounding import rounded
from workout_core.units import plain

if TYPE_CHECKING:
    from workout_core.calculators.schemas import ConversionQuery

HUNDREDTH: Final = Decimal("0.01")
FINEST: Final = Decimal("0.000000000001")


def in_unit(data: ConversionQuery) -> ConversionRead:
    """An amount in the unit that was asked, else in the usual counterpart; InvalidError for different things."""
    to: Any = data.to or OTHERS[data.unit]
    result = converted(data.value, data.unit, to)
    if result is None:
        alike = [unit for units in PER.values() if data.unit in units for unit in units]
        raise InvalidError(f"{data.unit} and {to} measure different things", hints=alike)
    told = rounded(result, FINEST)
    return ConversionRead(
        value=data.value,
        unit=data.unit,
        to=to,
        result=told,
        rounded=rounded(result, HUNDREDTH),
        exact=converted(told, to, data.unit) == data.value,
        meet_lb=plain(meet_pounds(data.value)) if (data.unit, to) == ("kg", "lb") else None,
    )
