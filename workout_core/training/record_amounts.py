"""The values of records as they are told: exact masses in a unit of people's own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from workout_core.training.one_rep_max import THIRTY
from workout_core.units import EXACT_PER, plain, round_half_up

if TYPE_CHECKING:
    from workout_core.training.records import Record
    from workout_core.vocabulary import MassUnit

RecordUnit = Literal["kg", "lb", "s", "m"]
DIGITS: Final = 2
MOST_DIGITS: Final = 12
VOLUMES: Final = ("set_volume", "session_volume")
MASSES: Final = ("max_weight", "rep_pr", "e1rm", *VOLUMES)


def unit_of(record: Record, unit: MassUnit) -> RecordUnit:
    """The unit in which a record is told, where masses are told in this one."""
    if record.kind in MASSES:
        return unit
    return "s" if record.kind in ("fastest", "longest_duration") else "m"


def amounts(record: Record, unit: MassUnit, implements: int = 1) -> tuple[Decimal, Decimal | None]:
    """The value of a record and the one before it, where masses are told in a unit: in as many digits as part them.

    Volumes are of all implements, as statistics have them: of both dumbbells, where each hand has one.
    """
    times = implements if record.kind in VOLUMES else 1
    value, previous = _amount(record, record.value * times, unit), None
    if record.previous is not None:
        for digits in range(DIGITS, MOST_DIGITS):
            value = _amount(record, record.value * times, unit, digits)
            previous = _amount(record, record.previous * times, unit, digits)
            if value != previous:
                break
    return value, previous


def _amount(record: Record, value: Decimal | int, unit: MassUnit, digits: int = DIGITS) -> Decimal:
    if record.kind == "e1rm":
        return estimated(value, unit, digits)
    return mass(value, unit, digits) if record.kind in MASSES else Decimal(value)


def estimated(thirtieths: Decimal | int, unit: MassUnit, digits: int = DIGITS) -> Decimal:
    """An e1RM (`workout_core.training.one_rep_max.thirtieths`) in a unit."""
    return mass(Decimal(thirtieths) / THIRTY, unit, digits)


def mass(exact: Decimal | int, unit: MassUnit, digits: int = DIGITS) -> Decimal:
    """An exact mass in a unit, to so many digits where it is no round number in it."""
    finer = plain(Decimal(exact) / EXACT_PER[unit])
    if finer == round(finer, digits + 1):
        return finer
    return round_half_up(finer, Decimal(1).scaleb(-digits))
