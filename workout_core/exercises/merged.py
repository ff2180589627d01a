"""The exercises as a user sees them: the catalogue, with the user's own rows laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.exercises import catalogue
from workout_core.exercises.compiled import KEYS
from workout_core.exercises.keys import normalise
from workout_core.exercises.schemas import ExerciseFilters, ExerciseRead
from workout_core.ids import catalogue_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.catalogue import CatalogueExercise

_OVERRIDES = (
    "name",
    "category",
    "modality",
    "tracking",
    "mechanic",
    "force",
    "laterality",
    "implements",
    "bodyweight_factor",
    "instructions",
    "unit",
    "increment",
    "default_rest_s",
    "note",
    "bar_value",
    "bar_unit",
)
_LOAD_MODES = {
    "weight_reps": "absolute",
    "weight_duration": "absolute",
    "weight_distance": "absolute",
    "bodyweight_reps": "added",
}
_PREFERENCES = ("unit", "increment", "default_rest_s", "note", "bar_value", "bar_unit")


class Merged:
    """The catalogue and one user's rows, as plain values; schemas are made of those that are shown."""

    def __init__(self, own: Iterable[Row], aliases: Iterable[Row], muscles: Iterable[Row]) -> None:
        self._own = {row["id"]: row for row in own}
        self._aliases: dict[UUID, list[str]] = {}
        self._given: dict[str, set[str]] = {}  # of a slug: names that the user gave to another
        for row in aliases:
            self._aliases.setdefault(row["exercise_id"], []).append(row["alias"])
            if (slug := KEYS.get(row["key"])) and catalogue_id(slug) != row["exercise_id"]:
                self._given.setdefault(slug, set()).add(row["key"])
        self._muscles: dict[UUID, dict[str, list[str]]] = {}
        for row in muscles:
            of_exercise = self._muscles.setdefault(row["exercise_id"], {})
            of_exercise.setdefault(row["role"], []).append(row["muscle"])

    def get(self, exercise_id: UUID) -> ExerciseRead | None:
        """One exercise, or None where the user has none of that id."""
        values = self.values(exercise_id)
        return ExerciseRead.model_validate(values) if values else None

    def values(self, exercise_id: UUID) -> dict[str, Any] | None:
        """The values of one exercise, for a schema of more than them."""
        entry, row = catalogue.by_id(exercise_id), self._own.get(exercise_id)
        return None if entry is None and row is None else self._values(entry, row)

    def matching(
        self, filters: ExerciseFilters, used: Container[UUID] | None = None
    ) -> list[dict[str, Any]]:
        """The values of every exercise that the filters let through, by name; of the used ones where those are told."""
        found = [
            values
            for values in self._every()
            if _passes(values, filters) and (used is None or values["id"] in used)
        ]
        return sorted(found, key=lambda values: (values["name"].casefold(), str(values["id"])))

    def names(self) -> list[dict[str, Any]]:
        """The values of every exercise that is not hidden: the starred first, then the user's, then the others."""
        shown = [
            {**values, "own": values["id"] in self._own}
            for values in self._every()
            if not values["hidden"]
        ]
        return sorted(shown, key=lambda each: (not each["starred"], not each["own"]))

    def _every(self) -> Iterator[dict[str, Any]]:
        for entry in catalogue.exercises():
            yield self._values(entry, self._own.get(entry.id))
        for row in self._own.values():
            if catalogue.by_id(row["id"]) is None:
                yield self._values(None, row)

    def _values(self, entry: CatalogueExercise | None, row: Row | None) -> dict[str, Any]:
        values = _of_catalogue(entry) if entry else _of_nothing()
        if entry and row and row["name"] != entry.name:
            values["aliases"].insert(0, entry.name)
        if entry and (given := self._given.get(entry.slug)):
            values["aliases"] = [n for n in values["aliases"] if normalise(n) not in given]
        if row:
            values |= {name: row[name] for name in _OVERRIDES if row[name] is not None}
            values |= {name: row[name] for name in ("id", "slug", "hidden", "starred")}
            values["is_user_created"] = row["is_user_created"]
            values["load_mode"] = values["load_mode"] or _LOAD_MODES.get(row["tracking"])
        own = self._aliases.get(values["id"], [])
        values["aliases"] = [*values["aliases"], *own]
        if muscles := self._muscles.get(values["id"]):
            values["primary_muscles"] = muscles.get("primary", [])
            values["secondary_muscles"] = muscles.get("secondary", [])
        return values


def _of_catalogue(entry: CatalogueExercise) -> dict[str, Any]:
    return {
        **dict.fromkeys(_PREFERENCES),
        "id": entry.id,
        "slug": entry.slug,
        "name": entry.name,
        "aliases": list(entry.aliases),
        "category": entry.category,
        "modality": entry.modality,
        "tracking": entry.tracking,
        "load_mode": entry.load_mode,
        "mechanic": entry.mechanic,
        "force": entry.force,
        "laterality": entry.laterality,
        "implements": entry.implements,
        "bodyweight_factor": entry.bodyweight_factor,
        "primary_muscles": list(entry.primary),
        "secondary_muscles": list(entry.secondary),
        "instructions": entry.instructions,
        "hidden": False,
        "starred": False,
        "is_user_created": False,
    }


def _of_nothing() -> dict[str, Any]:
    return {
        **dict.fromkeys(_OVERRIDES),
        "category": "strength",
        "modality": "other",
        "laterality": "bilateral",
        "implements": 1,
        "aliases": [],
        "load_mode": None,
        "primary_muscles": [],
        "secondary_muscles": [],
        "id": None,
    }


def _passes(values: dict[str, Any], filters: ExerciseFilters) -> bool:
    wanted = {
        "category": filters.category,
        "modality": filters.modality,
        "is_user_created": filters.is_user_created,
        "starred": filters.starred,
        "hidden": {"shown": False, "hidden": True, "all": None}[filters.visibility],
    }
    if any(want is not None and values[name] != want for name, want in wanted.items()):
        return False
    muscles = (*values["primary_muscles"], *values["secondary_muscles"])
    if filters.muscle and filters.muscle not in muscles:
        return False
    return not filters.search or _names(filters.search, values)


def _names(search: str, values: dict[str, Any]) -> bool:
    text, key = search.casefold(), normalise(search)
    names = (values["name"], *values["aliases"])
    return any(text in name.casefold() for name in names) or any(
        key == normalise(name) for name in names
    )
