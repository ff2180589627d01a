"""How the loads of a line are made: the plates of a bar, and the nearest that the gym in use has.

What stands in a gym comes first; what it doesn't say is as the settings say, else as in any gym. An exercise whose bar
the user named is loaded on that bar, one with a barbell on the first bar of the gym that is no heavier than the load.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from workout_core.exercises.compiled import BASICS, SHARES
from workout_core.training.gear import converted, nearest, parse_masses
from workout_core.training.plates import MOST
from workout_core.training.rack import Bar, Rack, bar_there, plates_there, unit_there
from workout_core.units import round_half_up
from workout_core.workouts.log_schemas import LoggedPlates
from workout_core.workouts.notation.model import Load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.training.gear import Masses, Plates
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts import log_schemas
    from workout_core.workouts.notation.model import RelativeLoad

HUNDREDTH: Final = Decimal("0.01")
# What stands in a gym ready to be lifted, by what exercises are done with.
FIXED: Final[Mapping[str, str]] = {"dumbbell": "dumbbells", "machine": "stack", "cable": "stack"}


class PlateFinder:
    """Finds the plates of loads, each load once; a kit that cannot be read is refused when it is first needed."""

    def __init__(self, kit: log_schemas.Kit | None, gym: Row | None = None) -> None:
        self._given: dict[MassUnit, str | None] = {
            "kg": kit.plates_kg if kit else None,
            "lb": kit.plates_lb if kit else None,
        }
        self._gym = gym or {}
        self._kits: dict[MassUnit, Plates] = {}
        self._found: dict[tuple[Decimal, MassUnit, Bar], LoggedPlates] = {}

    def of(
        self, load: Load | RelativeLoad | None, exercise: KnownExercise, own: Row | None
    ) -> LoggedPlates | None:
        """The plates of a load; None where the bar or the plates are unknown, or the bar is heavier than the load."""
        if not isinstance(load, Load) or load.mode != "absolute" or load.value is None:
            return None
        unit = load.unit or "kg"
        rack = self._rack(load.value, unit, exercise, own)
        if rack is None or not rack.bears(load.value, unit):
            return None
        key = (load.value, unit, rack.bar)
        if key not in self._found:
            self._found[key] = _logged(load.value, unit, rack)
        return self._found[key]

    def nearest(self, load: Load, exercise: KnownExercise, own: Row | None) -> Load:
        """The load that can be made in the gym in use and comes nearest; the load itself where nobody knows.

        It is in the unit in which things stand there, whatever that of the load is; only where a bar and its plates
        are in two units it stays in its own, to 0.01.
        """
        if load.mode != "absolute" or load.value is None or not self._gym:
            return load
        fixed = FIXED.get(modality_of(exercise, own) or "")
        if fixed and self._gym[fixed]:
            return _nearest(load, load.value, parse_masses(self._gym[fixed]))
        unit = load.unit or "kg"
        rack = self._rack(load.value, unit, exercise, own)
        if rack is None or load.value > MOST[unit]:
            return load
        made = rack.load(load.value, unit)
        if rack.bar.unit == rack.plates.unit:
            return load._replace(value=made.there, unit=rack.plates.unit)
        return load._replace(value=round_half_up(made.total, HUNDREDTH))

    def step(self, exercise: KnownExercise, own: Row | None, unit: MassUnit) -> Decimal | None:
        """The least by which a load in a unit can change in the gym in use; None where nobody knows."""
        fixed = self._gym.get(FIXED.get(modality_of(exercise, own) or "", ""))
        if fixed:
            there = parse_masses(fixed)
            steps = [after - before for before, after in pairwise(sorted(there.masses))]
            return min(steps, default=None) if there.unit == unit else None
        rack = self._rack(MOST[unit], unit, exercise, own)
        if rack is None or rack.plates.unit != unit:
            return None
        pairs = [mass for mass, count in rack.plates.kit.items() if count is None or count > 1]
        return 2 * min(pairs) if pairs else None

    def _rack(
        self, load: Decimal, unit: MassUnit, exercise: KnownExercise, own: Row | None
    ) -> Rack | None:
        there = unit_there(self._gym)
        bar = self._bar(load, unit, exercise, own)
        if bar is None or (there is None and bar.unit != unit):
            return None
        plates = self._plates(there or unit)
        return Rack(bar, plates) if plates else None

    def _bar(
        self, load: Decimal, unit: MassUnit, exercise: KnownExercise, own: Row | None
    ) -> Bar | None:
        """The bar of an exercise: the one that the user named, else the gym's where it is a barbell's."""
        if own and own["bar_value"] is not None:
            return Bar(own["bar_value"], own["bar_unit"])
        barbell = modality_of(exercise, own) == "barbell"
        return bar_there(self._gym, load, unit) if barbell else None

    def _plates(self, unit: MassUnit) -> Plates | None:
        """The plates in a unit; None where the user said that there are none."""
        if not self._gym.get("plates") and self._given[unit] == "":
            return None
        if unit not in self._kits:
            self._kits[unit] = plates_there(self._gym, unit, self._given)
        return self._kits[unit]


def _logged(load: Decimal, unit: MassUnit, rack: Rack) -> LoggedPlates:
    made = rack.load(load, unit)
    return LoggedPlates.model_construct(
        bar=rack.bar.mass,
        bar_unit=rack.bar.unit,
        plates_unit=rack.plates.unit,
        per_side=list(made.per_side),
        unit=unit,
        total=made.total,
        total_there=made.there,
        shortfall=made.shortfall,
    )


def modality_of(exercise: KnownExercise, own: Row | None) -> str | None:
    """With what an exercise is done: as the user said, else as in the catalogue."""
    modality: str | None = own["modality"] if own else None
    if modality is None and exercise.slug in BASICS:
        modality = BASICS[exercise.slug][4]
    return modality


def share_of(exercise: KnownExercise, own: Row | None) -> Decimal:
    """The part of the body's weight that an exercise moves: as the user said, else as in the catalogue, else none."""
    if own and own["bodyweight_factor"] is not None:
        return Decimal(own["bodyweight_factor"])
    return Decimal(SHARES.get(exercise.slug or "", 0))


def _nearest(load: Load, value: Decimal, there: Masses) -> Load:
    target = converted(value, load.unit or "kg", there.unit)
    return load._replace(value=nearest(there.masses, target), unit=there.unit)
