"""The catalogue of common movements: package data, read-only, the same for everyone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from workout_core.ids import catalogue_id

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.vocabulary import (
        Category,
        Force,
        Laterality,
        LoadMode,
        Mechanic,
        Modality,
        Muscle,
        Tracking,
    )


@dataclass(frozen=True, slots=True)
class CatalogueExercise:
    """A movement; `bodyweight_factor` is the share of the body's weight that it moves."""

    id: UUID
    slug: str
    name: str
    aliases: tuple[str, ...]
    category: Category
    modality: Modality
    tracking: Tracking
    load_mode: LoadMode | None
    mechanic: Mechanic
    force: Force | None
    laterality: Laterality
    implements: int
    bodyweight_factor: float | None
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    instructions: str


@cache
def exercises() -> tuple[CatalogueExercise, ...]:
    """Every movement, by slug."""
    text = files(__package__).joinpath("catalogue.json").read_text(encoding="utf-8")
    return tuple(map(_exercise, json.loads(text)["exercises"]))


def by_id(exercise_id: UUID) -> CatalogueExercise | None:
    """The movement of an id."""
    return _by_id().get(exercise_id)


def _exercise(entry: dict[str, Any]) -> CatalogueExercise:
    lists = {name: tuple(entry[name]) for name in ("aliases", "primary", "secondary")}
    return CatalogueExercise(id=catalogue_id(entry["slug"]), **{**entry, **lists})


@cache
def _by_id() -> dict[UUID, CatalogueExercise]:
    return {exercise.id: exercise for exercise in exercises()}
