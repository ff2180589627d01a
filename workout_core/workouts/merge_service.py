"""Merges exercises: what was done of one becomes what was done of another."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from workout_core.errors import ConflictError, InvalidError, NotFoundError
from workout_core.exercises import catalogue
from workout_core.exercises.keys import normalise
from workout_core.workouts.merge_schemas import MergeInto, MergeRead

if TYPE_CHECKING:
    from workout_core.attachments.repository import AttachmentRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.names import KnownExercise, NameIndex
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.repository import WorkoutRepository


class MergeService:
    def __init__(
        self,
        repository: WorkoutRepository,
        exercises: ExerciseRepository,
        attachments: AttachmentRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._attachments = attachments

    async def merge(self, exercise_id: UUID, data: MergeInto) -> MergeRead:
        """Make all that was done of an exercise part of another, which takes its names over.

        The first is deleted if it was the user's own, and hidden if it is of the catalogue. Nothing of the sets
        changes but the exercise that they are of; a dry run only says how much would move.
        """
        index = await self._exercises.index()
        one, other = (_known(index, each) for each in (exercise_id, data.into))
        _refuse_unlike(one, other)
        uses = (await self._exercises.uses([one.id])).get(one.id)
        names = await self._names(one, other)
        result = MergeRead(
            exercise=one.name,
            into=other.name,
            into_id=other.id,
            workouts=uses["workouts"] if uses else 0,
            sets=uses["sets"] if uses else 0,
            names=names,
            dry_run=data.dry_run,
        )
        if not data.dry_run:
            await self._merge(
                await self._exercises.require(one.id),
                await self._exercises.require(other.id),
                names,
            )
        return result

    async def _merge(self, one: Row, other: Row, names: list[str]) -> None:
        await self._repository.move_to_exercise(one["id"], other["id"])
        await self._attachments.move(one["id"], other["id"])
        await self._move_training_maxes(one["id"], other["id"])
        await self._move_mappings(one["id"], other["id"])
        aliases = await self._exercises.aliases()
        await self._exercises.remove_aliases(
            each for each in aliases if each["exercise_id"] == one["id"]
        )
        if one["is_user_created"]:
            await self._exercises.delete(one)
        else:
            await self._exercises.change(one, {"hidden": True})
        await self._exercises.add_aliases(other["id"], names)

    async def _move_mappings(self, one: UUID, other: UUID) -> None:
        """What imports took for the one they take for the other from now on."""
        for row in await self._exercises.mappings():
            if row["exercise_id"] == one:
                await self._exercises.map_names(row["source"], {row["alias"]: other})

    async def _names(self, one: KnownExercise, other: KnownExercise) -> list[str]:
        """What the first is called and the other is not: its name, its aliases, those of the catalogue too."""
        entry = catalogue.by_id(one.id)
        aliases = await self._exercises.aliases()
        names = [one.name, *((entry.name, *entry.aliases) if entry else ())]
        names += [row["alias"] for row in aliases if row["exercise_id"] == one.id]
        taken = {row["key"] for row in aliases if row["exercise_id"] != one.id}
        taken.add(normalise(other.name))
        unlike = {normalise(name): name for name in reversed(names)}
        return [unlike[key] for key in dict.fromkeys(map(normalise, names)) if key not in taken]

    async def _move_training_maxes(self, one: UUID, other: UUID) -> None:
        """The history of training maxes goes along where the other exercise has none of its own."""
        if not await self._exercises.training_maxes(other):
            for row in await self._exercises.training_maxes(one):
                await self._exercises.change_training_max(row, {"exercise_id": other})


def _known(index: NameIndex, exercise_id: UUID) -> KnownExercise:
    if known := index.get(exercise_id):
        return known
    raise NotFoundError(f"There is no exercise {exercise_id}")


def _refuse_unlike(one: KnownExercise, other: KnownExercise) -> None:
    if one.id == other.id:
        raise InvalidError(
            f"{one.name} cannot be merged into itself", hints=["name the exercise that is to stay"]
        )
    if one.tracking != other.tracking:
        first, second = (each.tracking.replace("_", " and ") for each in (one, other))
        raise ConflictError(
            f"{one.name} is tracked by {first}, {other.name} by {second}, "
            "so their sets do not go together",
            hints=["hide it instead"],
        )
