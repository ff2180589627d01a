"""What a set that is logged says: as planned, as planned but for something, or as a text says."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.live.plans import as_done
from workout_core.live.schemas import PlannedSet
from workout_core.units import exact_mass
from workout_core.workouts.inputs import SetCreate
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, NotatedSet
from workout_core.workouts.notation.tracked import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise
    from workout_core.live.plans import Left
    from workout_core.live.schemas import LiveLog
    from workout_core.vocabulary import LoadMode, MassUnit

BARE_REPS: Final = r"(?a)\d{1,3}(\s.*)?"
BODILY: Final = ("bodyweight_reps", "reps")


def next_set(slot: Left) -> PlannedSet | None:
    """The set that is to be done next: the planned one, else the last once more."""
    if slot.planned:
        return slot.planned[0]
    return as_done(slot.done[-1:])[0] if slot.done else None


def as_planned(
    slot: Left, data: LiveLog, exercise: KnownExercise, unit: MassUnit
) -> dict[str, Any]:
    """The columns of the next set, with what is given of it instead of what is planned."""
    base = next_set(slot) or PlannedSet()
    values = base.model_dump(exclude={"reps_max", "rpe"})
    values |= data.model_dump(include={"reps", "rpe"}, exclude_none=True)
    if data.load_value is not None:
        values["load_value"] = data.load_value
        values["load_unit"] = data.load_unit or base.load_unit or unit
        values["load_mode"] = _mode(base.load_mode, exercise)
    nothing = all(values[name] is None for name in ("reps", "duration_s", "distance_m"))
    if nothing or (exercise.tracking == "weight_reps" and values["load_mode"] is None):
        raise InvalidError(
            f"Nobody knows yet how {exercise.name} is done, so it takes saying",
            hints=[EXAMPLES[exercise.tracking]],
        )
    if data.rpe is not None:
        values["effort_scale"] = "rpe"
    return SetCreate(**values).model_dump()


def completed(text: str, slot: Left, exercise: KnownExercise) -> str:
    """A text with what goes without saying: `8` is repetitions with the planned load, `@8` all but the effort."""
    base = next_set(slot)
    if base is None:
        return text
    load = Load(base.load_mode, base.load_value, base.load_unit) if base.load_mode else None
    if text.startswith("@"):
        whole = NotatedSet(
            side=base.side,
            load=load,
            reps=base.reps,
            duration_s=base.duration_s,
            distance_m=base.distance_m,
        )
        return f"{format_sets([whole], exercise.tracking)} {text}"
    is_lift = exercise.tracking == "weight_reps" and load is not None
    if is_lift and re.fullmatch(BARE_REPS, text):
        return f"{base.load_value:f}{base.load_unit}x{text}"
    return text


def in_place(sets: Sequence[Row], planned: Sequence[PlannedSet]) -> list[Row]:
    """Sets as they were typed; a warm-up where one is planned, unless it says otherwise or is as heavy as the work."""
    work = [_heaviness(each.load_value, each.load_unit) for each in planned if not _warms(each)]
    least = min(filter(None, work), default=None)
    found = []
    for row, meant in zip_longest(sets, planned[: len(sets)]):
        heavy = _heaviness(row["load_value"], row["load_unit"])
        is_work = least is not None and heavy is not None and heavy >= least
        if meant and _warms(meant) and row["kind"] == "working" and not is_work:
            row = {**row, "kind": "warmup"}
        found.append(row)
    return found


def _warms(planned: PlannedSet) -> bool:
    return planned.kind == "warmup"


def _heaviness(value: Decimal | None, unit: MassUnit | None) -> int | None:
    return exact_mass(value, unit) if value is not None and unit else None


def _mode(planned: LoadMode | None, exercise: KnownExercise) -> LoadMode:
    if planned not in (None, "bodyweight"):
        return planned
    return "added" if exercise.tracking in BODILY else "absolute"
