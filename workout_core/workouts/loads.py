"""Loads that a line gives by another: `last+2.5`, `top-10%`, `85%` of the training max.

What comes of a step or a share is rounded to what the gym in use can load; what was wanted is told beside it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError, NotationError
from workout_core.units import exact_mass, round_half_up
from workout_core.workouts.notation.model import Load, NotatedSet, RelativeLoad

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.vocabulary import LoadMode
    from workout_core.workouts.loading import PlateFinder
    from workout_core.workouts.notation.model import Entry
    from workout_core.workouts.repository import WorkoutRepository

HUNDREDTH: Final = Decimal("0.01")
BODILY: Final = ("bodyweight_reps", "reps")


class LoadResolver:
    """Works out the loads of a line, entry after entry; `wanted` are those that could not be loaded, set by set."""

    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        own: Mapping[UUID, Row | None],
        day: date,
        plates: PlateFinder,
    ) -> None:
        self.wanted: list[list[Load | None]] = []
        self._repository = repository
        self._exercises = exercises
        self._own = own
        self._day = day
        self._plates = plates

    async def of(self, entry: Entry[KnownExercise], *, strict: bool) -> Entry[KnownExercise]:
        """The entry with its loads; one that refers to nothing stays as it is, or is refused where that is strict."""
        sets: list[NotatedSet] = []
        wanted: list[Load | None] = []
        for each in entry.sets:
            load, asked = each.load, None
            if isinstance(load, RelativeLoad):
                load, asked = await self._resolved(load, entry.exercise, sets)
                if load is None and strict:
                    assert isinstance(each.load, RelativeLoad)
                    raise no_base(each.load, entry.exercise.name)
            sets.append(each._replace(load=load or each.load))
            wanted.append(asked)
        self.wanted.append(wanted)
        return replace(entry, sets=tuple(sets))

    async def _resolved(
        self, load: RelativeLoad, exercise: KnownExercise, before: Sequence[NotatedSet]
    ) -> tuple[Load | None, Load | None]:
        """The load, and the one that was wanted where it is another."""
        found = await self._load(load, exercise, before)
        if found is None or (load.value is None and load.base != "percent"):
            return found, None
        nearest = self._plates.nearest(found, exercise, self._own[exercise.id])
        return nearest, None if nearest == found else found

    async def _load(
        self, load: RelativeLoad, exercise: KnownExercise, before: Sequence[NotatedSet]
    ) -> Load | None:
        if load.base == "top":
            base = heaviest(before)
        elif load.base == "last":
            row = await self._repository.last_working(exercise.id)
            base = Load(row["load_mode"], row["load_value"], row["load_unit"]) if row else None
        else:
            row = await self._exercises.training_max(exercise.id, self._day)
            mine = self._own[exercise.id]
            increment = mine["increment"] if mine else None
            return share(load.value or Decimal(100), row, exercise, increment) if row else None
        return moved(base, load) if base else None


def heaviest(sets: Sequence[NotatedSet]) -> Load | None:
    """The heaviest load of some sets; help counts as less than nothing."""
    loads = [each.load for each in sets if isinstance(each.load, Load) and each.load.value]
    return max(loads, key=_heft, default=None)


def moved(base: Load, by: RelativeLoad) -> Load:
    """A load changed by an amount or a share, in the unit of the base."""
    if by.value is None or base.value is None:
        return base
    if by.unit == "%":
        value = round_half_up(base.value * (100 + by.value) / 100, HUNDREDTH)
    elif by.unit == base.unit:
        value = base.value + by.value
    else:
        raise InvalidError(
            f"That load is in {base.unit}, so {by.unit} cannot be added to it",
            hints=[f"write the step in {base.unit}"],
        )
    if value < 0:
        raise InvalidError("That load would be below nothing")
    return base._replace(value=value)


def share(
    percent: Decimal, training_max: Row, exercise: KnownExercise, increment: Decimal | None
) -> Load:
    """A share of a training max in its unit, to the nearest increment of the exercise, else to 0.01.

    A tie goes away from zero, as in spreadsheets (MROUND): 92.5 to the nearest 5 is 95.
    """
    value = round_half_up(training_max["value"] * percent / 100, increment or HUNDREDTH)
    mode: LoadMode = "added" if exercise.tracking in BODILY else "absolute"
    return Load(mode, value, training_max["unit"])


def no_base(load: RelativeLoad, name: str) -> NotationError:
    """What to raise for a load that refers to something that is not there."""
    reason = {
        "last": f"{name} has no earlier set to take the load from",
        "top": f"No set of {name} stands before it in this line to take the load from",
        "percent": f"{name} has no training max to take a share of",
    }[load.base]
    hint = "write the load itself"
    if load.base == "percent":
        spoken = f"'{name}'" if not name.isalnum() else name
        hint = f"workout exercise edit {spoken} --training-max 140kg"
    return NotationError(reason, code="E_NO_BASE", column=1, hints=[hint])


def _heft(load: Load) -> int:
    """A load in units of 0.01 mg, help counted as less than nothing."""
    exact = exact_mass(load.value or Decimal(0), load.unit or "kg")
    return -exact if load.mode == "assisted" else exact
