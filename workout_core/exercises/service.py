"""The exercises that a user can log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.errors import ConflictError, NotFoundError
from workout_core.exercises.merged import Merged
from workout_core.exercises.naming import Naming, own_slug, refuse_taken, refuse_unfit
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseBrowse,
    ExerciseCreate,
    ExerciseDetails,
    ExerciseFilters,
    ExerciseFound,
    ExerciseListed,
    ExerciseNames,
    ExerciseRead,
    ExerciseReference,
    ExerciseSearch,
    ExerciseUpdate,
    NameList,
)
from workout_core.exercises.search import hits
from workout_core.exercises.training_max_service import training_max_values
from workout_core.ids import new_id
from workout_core.paging import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.vocabulary import MuscleRole

_APART: Final = {"id", "aliases", "primary_muscles", "secondary_muscles"}
PRIMARY: Final[MuscleRole] = "primary"
SECONDARY: Final[MuscleRole] = "secondary"
_NEVER_DONE: Final = {"workouts": 0, "sets": 0, "last_date": None}


class ExerciseService:
    def __init__(self, repository: ExerciseRepository, accounts: AccountRepository) -> None:
        self._repository = repository
        self._accounts = accounts
        self._naming = Naming(repository)

    async def list(self, filters: ExerciseFilters) -> Page[ExerciseRead]:
        """Exercises of the catalogue and of the user's own that match the filters, by name or by use."""
        by_use = filters.order == "use"
        uses = await self._uses() if filters.used or by_use else {}
        found = (await self._merged()).matching(filters, uses if filters.used else None)
        if by_use:
            found.sort(key=lambda each: -uses[each["id"]]["workouts"] if each["id"] in uses else 0)
        shown = found[filters.offset : filters.offset + filters.size]
        return Page[ExerciseRead](
            items=[ExerciseRead.model_validate(values) for values in shown],
            total=len(found),
            page=filters.page,
            size=filters.size,
        )

    async def search(self, wanted: ExerciseSearch) -> Page[ExerciseFound]:
        """Exercises that a text may mean, the most probable and the most used first."""
        workouts = {each: row["workouts"] for each, row in (await self._uses()).items()}
        index = await self._repository.index()
        found = hits(index, wanted.text, workouts, hidden=wanted.hidden)
        merged = await self._merged()
        items = [
            ExerciseFound.model_validate(
                {
                    **(merged.values(each.exercise.id) or {}),
                    "match": each.match,
                    "workouts": workouts.get(each.exercise.id, 0),
                }
            )
            for each in found[wanted.offset : wanted.offset + wanted.size]
        ]
        return Page[ExerciseFound](
            items=items, total=len(found), page=wanted.page, size=wanted.size
        )

    async def browse(self, wanted: ExerciseBrowse) -> Page[ExerciseListed]:
        """Exercises with what was done of them: of a text the most probable first, else the starred and the used."""
        uses = await self._uses()
        kinds = ExerciseFilters(**wanted.model_dump(exclude={"text"}))
        found = (await self._merged()).matching(kinds, uses if wanted.used else None)
        if wanted.text:
            places = await self._places(wanted, uses)
            found = [values for values in found if values["id"] in places]
            found.sort(key=lambda values: places[values["id"]])
        else:
            found.sort(key=lambda values: _rank(values, uses))
        items = [
            ExerciseListed.model_validate({**values, **uses.get(values["id"], _NEVER_DONE)})
            for values in found[wanted.offset : wanted.offset + wanted.size]
        ]
        return Page[ExerciseListed](
            items=items, total=len(found), page=wanted.page, size=wanted.size
        )

    async def find(self, reference: ExerciseReference) -> ExerciseRead:
        """The exercise that a name, an alias, a slug or an id means."""
        return await self.get((await self._repository.called(reference.name)).id)

    async def details(self, reference: ExerciseReference) -> ExerciseDetails:
        """The exercise that a name, an alias, a slug or an id means, with what was done of it."""
        return await self._details((await self._repository.called(reference.name)).id)

    async def names(self) -> NameList:
        """What the exercises go by that are not hidden: the starred first, then those used or made."""
        known = (await self._merged()).names()
        return NameList(items=[ExerciseNames.model_validate(values) for values in known])

    async def get(self, exercise_id: UUID) -> ExerciseRead:
        """One exercise."""
        if found := (await self._merged()).get(exercise_id):
            return found
        raise NotFoundError(f"There is no exercise {exercise_id}")

    async def create(self, data: ExerciseCreate) -> ExerciseRead:
        """Add an exercise of the user's own; its name and aliases must be new."""
        index = await self._repository.index()
        for name in (data.name, *data.aliases):
            refuse_unfit(name)
            refuse_taken(name, index.find(name))
        exercise_id = data.id or new_id()
        refuse_taken(data.name, index.get(exercise_id))
        values = data.model_dump(exclude=_APART)
        slug = own_slug(data.name, index)
        await self._repository.add({**values, "id": exercise_id, "slug": slug})
        await self._repository.add_aliases(exercise_id, data.aliases)
        await self._repository.set_muscles(
            exercise_id, _roles(data.primary_muscles, data.secondary_muscles)
        )
        return await self.get(exercise_id)

    async def update(self, exercise_id: UUID, data: ExerciseUpdate) -> ExerciseDetails:
        """Change what is given of an exercise, for this user; the catalogue stays as it is."""
        row = await self._repository.require(exercise_id)
        changes = data.changes()
        if (tracking := changes.get("tracking")) and tracking != row["tracking"]:
            await self._refuse_tracking(row)
        muscles = {role: changes.pop(f"{role}_muscles", None) for role in ("primary", "secondary")}
        name = changes.pop("name", None)
        has_training_max = "training_max" in changes
        changes.pop("training_max", None)
        if "bar_value" in changes:
            changes["bar_unit"] = await self._bar_unit(row, data)
        row = await self._repository.change(row, changes)
        if has_training_max:
            await self._change_training_max(row, data)
        if name:
            await self._naming.rename(row, name)
        if any(each is not None for each in muscles.values()):
            await self._change_muscles(exercise_id, muscles["primary"], muscles["secondary"])
        return await self._details(exercise_id)

    async def change_aliases(self, exercise_id: UUID, data: AliasChange) -> ExerciseDetails:
        """Give an exercise more names, and take others back."""
        row = await self._repository.require(exercise_id)
        await self._naming.remove(row, data.remove)
        await self._naming.add(row, data.add, move=data.move)
        return await self._details(exercise_id)

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

    async def _details(self, exercise_id: UUID) -> ExerciseDetails:
        values = (await self._merged()).values(exercise_id)
        if values is None:
            raise NotFoundError(f"There is no exercise {exercise_id}")
        uses = await self._repository.uses([exercise_id])
        return ExerciseDetails.model_validate(
            {
                **values,
                **uses.get(exercise_id, _NEVER_DONE),
                "training_maxes": (await self._repository.training_maxes(exercise_id))[::-1],
            }
        )

    async def _uses(self) -> dict[UUID, Row]:
        """In how many workouts each exercise was done that was done at all; what was done has a row."""
        rows = await self._repository.own()
        return await self._repository.uses([row["id"] for row in rows])

    async def _places(self, wanted: ExerciseBrowse, uses: dict[UUID, Row]) -> dict[UUID, int]:
        """Where each exercise stands that a text may mean."""
        workouts = {each: row["workouts"] for each, row in uses.items()}
        hidden = wanted.visibility != "shown"
        found = hits(await self._repository.index(), wanted.text, workouts, hidden=hidden)
        return {each.exercise.id: place for place, each in enumerate(found)}

    async def _merged(self) -> Merged:
        repository = self._repository
        return Merged(
            await repository.own(), await repository.aliases(), await repository.muscles()
        )

    async def _refuse_tracking(self, row: Row) -> None:
        if not row["is_user_created"]:
            raise ConflictError(
                f"{row['name']} is of the catalogue, which says how it is tracked",
                hints=["add an exercise of your own that is tracked otherwise"],
            )
        if await self._repository.is_used(row["id"]):
            raise ConflictError(
                f"{row['name']} stands in workouts, whose sets would mean something else",
                hints=["add another exercise that is tracked so"],
            )

    async def _change_training_max(self, row: Row, data: ExerciseUpdate) -> None:
        if data.training_max:
            values = await training_max_values(
                data.training_max, row, self._repository, self._accounts
            )
            await self._repository.put_training_max(row["id"], values)
        elif rows := await self._repository.training_maxes(row["id"]):
            await self._repository.remove_training_max(rows[-1])

    async def _bar_unit(self, row: Row, data: ExerciseUpdate) -> str | None:
        if data.bar_value is None:
            return None
        profile = await self._accounts.profile()
        unit: str = data.bar_unit or data.unit or row["unit"] or profile["unit"]
        return unit

    async def _change_muscles(
        self,
        exercise_id: UUID,
        primary: Sequence[str] | None,
        secondary: Sequence[str] | None,
    ) -> None:
        now = await self.get(exercise_id)
        primary = now.primary_muscles if primary is None else primary
        secondary = now.secondary_muscles if secondary is None else secondary
        await self._repository.set_muscles(exercise_id, _roles(primary, secondary))


def _rank(values: Mapping[str, Any], uses: Mapping[UUID, Row]) -> tuple[bool, int]:
    """The starred first, then those that were done in more workouts."""
    use = uses.get(values["id"])
    return not values["starred"], -use["workouts"] if use else 0


def _roles(primary: Sequence[str], secondary: Sequence[str]) -> dict[str, MuscleRole]:
    """What each muscle does; one that works most does not also help."""
    roles: dict[str, MuscleRole] = {}
    for muscles, role in ((primary, PRIMARY), (secondary, SECONDARY)):
        for muscle in muscles:
            roles.setdefault(muscle, role)
    return roles
