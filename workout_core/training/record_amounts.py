"""The values of records as they are told: exact masses in a unit of people's own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from workout_core.training.one_rep_max import THIRTY
from workout_core.units import EXACT_PER, kilograms, plain, round_half_up

if TYPE_CHECKING:
    from workout_core.training.records import Record
    from workout_core.vocabulary import MassUnit

RecordUnit = Literal["kg", "lb", "s", "m"]
HUNDREDTH: Final = Decimal("0.01")
MASSES: Final = ("max_weight", "rep_pr", "e1rm", "set_volume", "session_volume")


def unit_of(record: Record, unit: MassUnit) -> RecordUnit:
    """The unit in which a record is told, where masses are told in this one."""
    if record.kind in MASSES:
        return unit
    return "s" if record.kind in ("fastest", "longest_duration") else "m"


def amount(record: Record, value: Decimal | int, unit: MassUnit) -> Decimal:
    """A value of a record in its unit, where masses are told in this one."""
    if record.kind == "e1rm":
        return estimated(value, unit)
    return mass(value, unit) if record.kind in MASSES else Decimal(value)


def estimated(thirtieths: Decimal | int, unit: MassUnit) -> Decimal:
    """An e1RM (`workout_core.training.one_rep_max.thirtieths`) in a unit."""
    return mass(Decimal(thirtieths) / THIRTY, unit)


def mass(exact: Decimal | int, unit: MassUnit) -> Decimal:
    """An exact mass in a unit, to 0.01 where it is no round number in it."""
    value = kilograms(int(exact)) if unit == "kg" else Decimal(exact) / EXACT_PER[unit]
    finer = plain(value)
    return finer if finer == round(finer, 3) else round_half_up(value, HUNDREDTH)
