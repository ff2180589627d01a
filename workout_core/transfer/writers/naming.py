"""What other apps call an exercise.

Strong and Hevy name a movement and, in brackets, its equipment: Bench Press (Barbell). What was imported keeps the
name that it has there, as long as that still means the exercise; of the catalogue's exercises the name of that form is
taken, else one is made that is read as the same exercise; any other exercise keeps its own name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.exercises.catalogue import by_id
from workout_core.exercises.compiled import BASICS
from workout_core.exercises.names import NameIndex

if TYPE_CHECKING:
    from workout_core.exercises.catalogue import CatalogueExercise
    from workout_core.vocabulary import Modality
    from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

EQUIPMENT: Final[dict[Modality, str]] = {
    "barbell": "Barbell",
    "dumbbell": "Dumbbell",
    "kettlebell": "Kettlebell",
    "cable": "Cable",
    "machine": "Machine",
    "smith_machine": "Smith Machine",
    "band": "Band",
}
ASSISTED: Final = "(Assisted)"


def name_in(app: str, workout: WorkoutRead, execution: ExecutionRead) -> str:
    """The name that an app has for what was done."""
    exercise = execution.exercise
    if workout.source == app and execution.raw and _means(execution.raw, exercise.id):
        return execution.raw
    return _known_as(exercise.slug or "") or exercise.name


def name_of_set(name: str, each: SetRead) -> str:
    """The name under which an app keeps a set: a load is help only where the exercise is named so."""
    if each.load_mode != "assisted" or ASSISTED.casefold() in name.casefold():
        return name
    return f"{name} {ASSISTED}"


def _means(raw: str, exercise_id: UUID) -> bool:
    found = _catalogue().find(raw)
    return found is None or found.id == exercise_id


@cache
def _catalogue() -> NameIndex:
    return NameIndex()


@cache
def _known_as(slug: str) -> str | None:
    """What the apps call an exercise of the catalogue, with its equipment in brackets where that can be said."""
    known = by_id(UUID(BASICS[slug][0])) if slug in BASICS else None
    if known is None:
        return None
    if known.modality not in EQUIPMENT:
        return re.sub(r"-up\b", " Up", known.name)
    equipment = EQUIPMENT[known.modality]
    given = (each for each in known.aliases if each.endswith(f" ({equipment})"))
    return next(given, None) or _made(known, equipment) or known.name


def _made(known: CatalogueExercise, equipment: str) -> str | None:
    bare = known.name.removeprefix(f"{equipment} ")
    made = f"{bare} ({equipment})"
    found = _catalogue().find(made)
    fits = equipment not in bare and found is not None and found.id == known.id
    return made if fits else None
