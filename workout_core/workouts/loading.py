"""How the loads of a line are made: the plates of a bar, and the nearest that the gym in use has.

What stands in a gym comes first; what it doesn't say is as the settings say, else as in any gym. An exercise whose bar
the user named is loaded on that bar, one with a barbell on the first bar of the gym that is no heavier than the load.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from workout_core.exercises.compiled import BASICS, SHARES
from workout_core.training.gear import (
    Plates,
    bar_for,
    converted,
    nearest,
    parse_masses,
    parse_plates,
)
from workout_core.training.plates import BARS, KITS, MOST, load_bar, parse_kit
from workout_core.workouts.log_schemas import LoggedPlates
from workout_core.workouts.notation.model import Load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.training.gear import Masses
    from workout_core.training.plates import Kit
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts import log_schemas
    from workout_core.workouts.notation.model import RelativeLoad

# What stands in a gym ready to be lifted, by what exercises are done with.
FIXED: Final[Mapping[str, str]] = {"dumbbell": "dumbbells", "machine": "stack", "cable": "stack"}


class PlateFinder:
    """Finds the plates of loads, each load once; a kit that cannot be read is refused when it is first needed."""

    def __init__(self, kit: log_schemas.Kit | None, gym: Row | None = None) -> None:
        self._given = {
            "kg": kit.plates_kg if kit else None,
            "lb": kit.plates_lb if kit else None,
        }
        self._gym = gym or {}
        self._kits: dict[MassUnit, Kit] = {}
        self._found: dict[tuple[Decimal, Decimal, MassUnit], LoggedPlates] = {}

    def of(
        self, load: Load | RelativeLoad | None, exercise: KnownExercise, own: Row | None
    ) -> LoggedPlates | None:
        """The plates of a load; None where the bar or the plates are unknown, or the bar is heavier than the load."""
        if not isinstance(load, Load) or load.mode != "absolute" or load.value is None:
            return None
        unit = load.unit or "kg"
        bar = self._bar(load.value, unit, exercise, own)
        if bar is None or not bar <= load.value <= MOST[unit] or not self._has_plates(unit):
            return None
        key = (load.value, bar, unit)
        if key not in self._found:
            self._found[key] = self._loaded(*key)
        return self._found[key]

    def nearest(self, load: Load, exercise: KnownExercise, own: Row | None) -> Load:
        """The load that can be made in the gym in use and comes nearest; the load itself where nobody knows.

        Dumbbells and stacks are in the unit in which they stand there, whatever that of the load is.
        """
        if load.mode != "absolute" or load.value is None or not self._gym:
            return load
        fixed = FIXED.get(modality_of(exercise, own) or "")
        if fixed and self._gym[fixed]:
            return _nearest(load, load.value, parse_masses(self._gym[fixed]))
        unit = load.unit or "kg"
        bar = self._bar(load.value, unit, exercise, own)
        if bar is None or load.value > MOST[unit] or not self._has_plates(unit):
            return load
        return load._replace(value=self._loaded(load.value, bar, unit).total)

    def step(self, exercise: KnownExercise, own: Row | None, unit: MassUnit) -> Decimal | None:
        """The least by which a load can change in the gym in use; None where nobody knows."""
        fixed = self._gym.get(FIXED.get(modality_of(exercise, own) or "", ""))
        if fixed:
            there = parse_masses(fixed)
            steps = [after - before for before, after in pairwise(sorted(there.masses))]
            return min(steps, default=None) if there.unit == unit else None
        if self._bar(MOST[unit], unit, exercise, own) is None or not self._has_plates(unit):
            return None
        pairs = [mass for mass, count in self._kit(unit).items() if count is None or count > 1]
        return min(pairs, default=None) and 2 * min(pairs)

    def _has_plates(self, unit: MassUnit) -> bool:
        """Whether there are plates in a unit, as far as is known."""
        plates = self._plates()
        return plates.unit == unit if plates else self._given[unit] != ""

    def _plates(self) -> Plates | None:
        plates = self._gym.get("plates")
        return parse_plates(plates) if plates else None

    def _bar(
        self, load: Decimal, unit: MassUnit, exercise: KnownExercise, own: Row | None
    ) -> Decimal | None:
        bars = self._gym.get("bars")
        named = own and own["bar_value"] is not None
        if not bars or named or modality_of(exercise, own) != "barbell":
            return bar_of(exercise, own, unit)
        found = parse_masses(bars)
        return bar_for(found.masses, load) if found.unit == unit else None

    def _kit(self, unit: MassUnit) -> Kit:
        if unit not in self._kits:
            plates = self._plates()
            self._kits[unit] = plates.kit if plates else parse_kit(self._given[unit] or KITS[unit])
        return self._kits[unit]

    def _loaded(self, target: Decimal, bar: Decimal, unit: MassUnit) -> LoggedPlates:
        loaded = load_bar(target, bar, self._kit(unit))
        return LoggedPlates.model_construct(
            bar=bar,
            unit=unit,
            per_side=list(loaded.per_side),
            total=loaded.total,
            shortfall=loaded.shortfall,
        )


def bar_of(exercise: KnownExercise, own: Row | None, unit: MassUnit) -> Decimal | None:
    """The bar of an exercise in a unit: the one that the user named, else the usual one where it is a barbell's."""
    if own and own["bar_value"] is not None:
        bar: Decimal = own["bar_value"]
        return bar if own["bar_unit"] == unit else None
    return BARS[unit] if modality_of(exercise, own) == "barbell" else None


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
