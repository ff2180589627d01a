"""A bar and the plates for it, each in the unit that stands on them, and loads in either unit.

A thousandth of a kilogram and of a pound are whole numbers of 10 ng, so plates are found in exact integers whatever the
units are. Only what is told in another unit is rounded, to eight decimals, as a kilogram has no end in pounds.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.training.gear import (
    Plates,
    bar_for,
    converted,
    parse_masses,
    parse_plates,
    split_unit,
)
from workout_core.training.plates import BARS, KITS, MOST, load_bar, parse_kit
from workout_core.units import EXACT_PER, round_half_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.training.plates import Kit, Mode
    from workout_core.vocabulary import MassUnit

    Gym = Mapping[str, Any]

FINEST: Final = Decimal("1e-8")


class Bar(NamedTuple):
    """A bar in the unit in which it is made."""

    mass: Decimal
    unit: MassUnit


class Made(NamedTuple):
    """A load as it can be made: total and shortfall in its unit, `there` the total in that of the plates."""

    total: Decimal
    there: Decimal
    shortfall: Decimal
    per_side: tuple[Decimal, ...]


class Rack(NamedTuple):
    """A bar and the plates for it."""

    bar: Bar
    plates: Plates

    @property
    def empty(self) -> Decimal:
        """The bar, exactly."""
        return exactly(*self.bar)

    @property
    def kit(self) -> Kit:
        """The plates, exactly."""
        unit, kit = self.plates
        return {exactly(plate, unit): count for plate, count in kit.items()}

    def bears(self, load: Decimal, unit: MassUnit) -> bool:
        """Whether a load is no less than the bar, and no more than any bar carries."""
        return self.empty <= exactly(load, unit) and load <= MOST[unit]

    def load(self, target: Decimal, unit: MassUnit, mode: Mode = "nearest") -> Made:
        """The best way to make a load; `load_bar` says which that is."""
        found = load_bar(exactly(target, unit), self.empty, self.kit, mode=mode)
        return Made(
            total=told(found.total, unit),
            there=told(found.total, self.plates.unit),
            shortfall=told(found.shortfall, unit),
            per_side=tuple(told(each, self.plates.unit) for each in found.per_side),
        )


def exactly(mass: Decimal, unit: MassUnit) -> Decimal:
    """A mass in units of 0.01 mg, in which the masses of a rack are added up."""
    return mass * EXACT_PER[unit]


def told(exact: Decimal, unit: MassUnit) -> Decimal:
    """An exact mass in a unit, to eight decimals."""
    return round_half_up(exact / EXACT_PER[unit], FINEST)


def unit_there(gym: Gym) -> MassUnit | None:
    """The unit of what is loaded in a gym: of its plates, else of its bars; None where neither is known."""
    for name in ("plates", "bars"):
        if gym.get(name):
            return split_unit(gym[name], "kg")[1]
    return None


def bar_there(gym: Gym, load: Decimal, unit: MassUnit) -> Bar:
    """The first bar of a gym that is no heavier than a load; where none is known, the usual one of its unit."""
    if gym.get("bars"):
        found = parse_masses(gym["bars"])
        return Bar(bar_for(found.masses, converted(load, unit, found.unit)), found.unit)
    there = unit_there(gym) or unit
    return Bar(BARS[there], there)


def plates_there(gym: Gym, unit: MassUnit, usual: Mapping[MassUnit, str | None]) -> Plates:
    """The plates of a gym; where they are not known, the user's usual ones of its unit, else anybody's."""
    if gym.get("plates"):
        return parse_plates(gym["plates"])
    there = unit_there(gym) or unit
    return Plates(there, parse_kit(usual.get(there) or KITS[there]))
