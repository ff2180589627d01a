"""Stored sets in the set notation, and what of a set a change of its spelling changes.

Context: a set may hold what the notation cannot say (repetitions and a time, an effort of 8.3, a note of its own).
Decision: a set is spelled as well as it can be and its spelling read again; what is typed is compared with that
reading, not with the set. Consequences: what was not shown is not changed, and what was changed is what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import NotationError
from workout_core.workouts.columns import with_exact_load
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet, RelativeLoad
from workout_core.workouts.notation.parser import parse_sets
from workout_core.workouts.notation.tracked import BODILY, COUNTED, WEIGHTED

if TYPE_CHECKING:
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise

PLAIN: Final = tuple(name for name in NotatedSet._fields if name != "load")
TRIMMED: Final = ("tempo", "rest_s", "hr_avg", "hr_max", "calories", "elevation_m", "rpe")
TOGETHER: Final = (
    frozenset({"load_mode", "load_value", "load_unit"}),
    frozenset({"distance_m", "distance_value", "distance_unit"}),
    frozenset({"rpe", "effort_scale"}),
    frozenset({"reps", "failed"}),
)
NO_LOAD: Final = Load("absolute", Decimal(0), "kg")


@dataclass(frozen=True, slots=True)
class SpelledSet:
    """A stored set, what is spelled of it, and how that is read; None where it cannot be read."""

    row: Row
    shown: NotatedSet
    read: NotatedSet | None


def spelled(row: Row, exercise: KnownExercise) -> SpelledSet:
    """A stored set as the notation says it, less what it cannot say."""
    whole = notated(row)
    for shown in (whole, _adjusted(whole, exercise)):
        if read := _reading(shown, exercise):
            return SpelledSet(row, shown, read)
    return SpelledSet(row, whole, None)


def notated(row: Row) -> NotatedSet:
    """What the columns of a set say in terms of the notation."""
    mode = row["load_mode"]
    load = Load(mode, row["load_value"], row["load_unit"]) if mode else None
    return NotatedSet(load=load, **{name: row[name] for name in PLAIN})


def columns(each: NotatedSet) -> dict[str, Any]:
    """The columns of a set that the notation speaks of."""
    load = each.load
    assert not isinstance(load, RelativeLoad)
    return {
        **{name: getattr(each, name) for name in PLAIN},
        "load_mode": load and load.mode,
        "load_value": load and load.value,
        "load_unit": load and load.unit,
    }


def changes(old: SpelledSet, new: NotatedSet, exercise: KnownExercise) -> dict[str, Any]:
    """What changes of a stored set so that it says something else; no more than that."""
    if old.read == new:
        return {}
    wanted, before = columns(new), columns(old.read or old.shown)
    differing = {name for name, value in wanted.items() if before[name] != value}
    for together in TOGETHER:
        if differing & together:
            differing |= together
    found = {name: wanted[name] for name in differing}
    if spelled({**old.row, **found}, exercise).read != new:
        found = wanted
    return {**found, "load_exact": with_exact_load({**old.row, **found})["load_exact"]}


@lru_cache(maxsize=1024)
def _reading(each: NotatedSet, exercise: KnownExercise) -> NotatedSet | None:
    if each.reps is None and each.duration_s is None and each.distance_m is None:
        return None
    try:
        sets = parse_sets(format_sets([each], exercise.tracking), exercise)
    except NotationError:
        return None
    return sets[0] if len(sets) == 1 else None


def _adjusted(each: NotatedSet, exercise: KnownExercise) -> NotatedSet:
    """The set without what its exercise has no spelling for; a lift without a load has one of nothing."""
    kept = each._replace(load=_adjusted_load(each.load, exercise))
    for name in TRIMMED:
        alone = NotatedSet(load=kept.load, reps=kept.reps, duration_s=kept.duration_s)
        alone = alone._replace(distance_m=kept.distance_m, **{name: getattr(kept, name)})
        if name == "hr_max":
            alone = alone._replace(hr_avg=kept.hr_avg)
        elif name == "rpe":
            alone = alone._replace(effort_scale=kept.effort_scale)
        read = _reading(alone, exercise)
        if read is None or getattr(read, name) != getattr(kept, name):
            kept = NotatedSet(**{**kept._asdict(), name: None})
    return kept


def _adjusted_load(load: Load | RelativeLoad | None, exercise: KnownExercise) -> Load | None:
    tracking = exercise.tracking
    if isinstance(load, RelativeLoad):
        return None
    if tracking in WEIGHTED:
        if load is None or load.value is None:
            return NO_LOAD if tracking in COUNTED else None
        return None if load.mode == "assisted" else load._replace(mode="absolute")
    if tracking in BODILY:
        return load._replace(mode="added") if load and load.mode == "absolute" else load
    return None
