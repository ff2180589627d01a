"""How the bar of a logged set is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.exercises.compiled import BASICS
from workout_core.training.plates import BARS, KITS, MOST, load_bar, parse_kit
from workout_core.workouts.log_schemas import LoggedPlates
from workout_core.workouts.notation.model import Load

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.training.plates import Kit
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts import log_schemas
    from workout_core.workouts.notation.model import RelativeLoad


class PlateFinder:
    """Finds the plates of loads, each load once; a kit that cannot be read is refused when it is first needed."""

    def __init__(self, kit: log_schemas.Kit | None) -> None:
        self._given = {
            "kg": kit.plates_kg if kit else None,
            "lb": kit.plates_lb if kit else None,
        }
        self._kits: dict[MassUnit, Kit] = {}
        self._found: dict[tuple[Decimal, Decimal, MassUnit], LoggedPlates] = {}

    def of(
        self, load: Load | RelativeLoad | None, exercise: KnownExercise, own: Row | None
    ) -> LoggedPlates | None:
        """The plates of a load; None where the bar is unknown, or heavier than the load."""
        if not isinstance(load, Load) or load.mode != "absolute" or load.value is None:
            return None
        unit = load.unit or "kg"
        bar = bar_of(exercise, own, unit)
        if self._given[unit] == "" or bar is None or not bar <= load.value <= MOST[unit]:
            return None
        key = (load.value, bar, unit)
        if key not in self._found:
            self._found[key] = self._loaded(*key)
        return self._found[key]

    def _loaded(self, target: Decimal, bar: Decimal, unit: MassUnit) -> LoggedPlates:
        if unit not in self._kits:
            self._kits[unit] = parse_kit(self._given[unit] or KITS[unit])
        loaded = load_bar(target, bar, self._kits[unit])
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
    modality = own and own["modality"]
    if modality is None and exercise.slug in BASICS:
        modality = BASICS[exercise.slug][4]
    return BARS[unit] if modality == "barbell" else None
