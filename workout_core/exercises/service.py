"""The exercises that a user can log."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import ConflictError, DuplicateError, NotFoundError
from workout_core.exercises.merged import Merged
from workout_core.exercises.schemas import (
    ExerciseCreate,
    ExerciseFilters,
    ExerciseRead,
    ExerciseReference,
    ExerciseUpdate,
)
from workout_core.ids import new_id
from workout_core.paging import Page

if TYPE_CHECKING:
    from workout_core.exercises.names import KnownExercise
    from workout_core.exercises.repository import ExerciseRepository

_APART = {"id", "aliases", "primary_muscles", "secondary_muscles"}


class ExerciseService:
    def __init__(self, repository: ExerciseRepository) -> None:
        self._repository = repository

    async def list(self, filters: ExerciseFilters) -> Page[ExerciseRead]:
        """Exercises of the catalogue and of the user's own that match the filters, by name."""
        found = (await self._merged()).matching(filters)
        shown = found[filters.offset : filters.offset + filters.size]
        return Page[ExerciseRead](
            items=[ExerciseRead.model_validate(values) for values in shown],
            total=len(found),
            page=filters.page,
            size=filters.size,
        )

    async def find(self, reference: ExerciseReference) -> ExerciseRead:
        """The exercise that a name, an alias, a slug or an id means."""
        return await self.get((await self._repository.called(reference.name)).id)

    async def get(self, exercise_id: UUID) -> ExerciseRead:
        """One exercise."""
        if found := (await self._merged()).get(exercise_id):
            return found
        raise NotFoundError(f"There is no exercise {exercise_id}")

    async def create(self, data: ExerciseCreate) -> ExerciseRead:
        """Add an exercise of the user's own; its name and aliases must be new."""
        index = await self._repository.index()
        for name in (data.name, *data.aliases):
            _refuse_known(name, index.find(name))
        exercise_id = data.id or new_id()
        _refuse_known(data.name, index.get(exercise_id))
        slug = _slug(data.name)
        if slug and index.find(slug):
            slug = None
        values = data.model_dump(exclude=_APART)
        await self._repository.add({**values, "id": exercise_id, "slug": slug})
        await self._repository.add_aliases(exercise_id, data.aliases)
        await self._repository.add_muscles(exercise_id, "primary", data.primary_muscles)
        secondary = [m for m in data.secondary_muscles if m not in data.primary_muscles]
        await self._repository.add_muscles(exercise_id, "secondary", secondary)
        return await self.get(exercise_id)

    async def update(self, exercise_id: UUID, data: ExerciseUpdate) -> ExerciseRead:
        """Change what is given of an exercise, for this user; the catalogue stays as it is."""
        row = await self._repository.require(exercise_id)
        changes = data.changes()
        if name := changes.get("name"):
            known = (await self._repository.index()).find(name)
            _refuse_known(name, known if known and known.id != exercise_id else None)
        await self._repository.change(row, changes)
        return await self.get(exercise_id)

    async def delete(self, exercise_id: UUID) -> None:
        """Remove an exercise of the user's own that no workout holds."""
        row = await self._repository.require(exercise_id)
        if not row["is_user_created"]:
            raise ConflictError(
                f"{row['name']} is of the catalogue, which nobody can delete from",
                hints=["hide it instead"],
            )
        if await self._repository.is_used(exercise_id):
            raise ConflictError(
                f"{row['name']} stands in workouts, so it cannot be deleted",
                hints=["hide it instead, or merge it into another"],
            )
        await self._repository.delete(row)

    async def _merged(self) -> Merged:
        repository = self._repository
        return Merged(
            await repository.own(), await repository.aliases(), await repository.muscles()
        )


def _refuse_known(name: str, known: KnownExercise | None) -> None:
    if known:
        raise DuplicateError(
            f"{name!r} is already a name of {known.name}",
            hints=[f"workout exercise show {known.slug or known.name}"],
        )


def _slug(name: str) -> str | None:
    """The name in lower-case letters, digits and hyphens; None where nothing of it can be written so."""
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split()) or None
