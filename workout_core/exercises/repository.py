"""The user's rows of exercises, laid over the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.errors import NotFoundError
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import KnownExercise, NameIndex, implements_of
from workout_core.ids import new_id, new_ids
from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from workout_core.db.executor import Row
    from workout_core.vocabulary import MuscleRole

DIFFERENCES: Final[Mapping[str, Any]] = {
    "category": None,
    "modality": None,
    "mechanic": None,
    "force": None,
    "laterality": None,
    "implements": None,
    "bodyweight_factor": None,
    "instructions": None,
    "unit": None,
    "increment": None,
    "default_rest_s": None,
    "note": None,
    "bar_value": None,
    "bar_unit": None,
    "hidden": False,
    "starred": False,
    "version": 1,
    "deleted_at": None,
}


class ExerciseRepository(Repository):
    async def index(self, *also: KnownExercise) -> NameIndex:
        """Every name by which the user may call an exercise, and those of exercises that are yet to be added."""
        known = [KnownExercise(**row) for row in await self._all("exercises.known")]
        aliases = await self.aliases()
        return NameIndex([*known, *also], ((row["key"], row["exercise_id"]) for row in aliases))

    async def called(self, text: str) -> KnownExercise:
        """The exercise of a name, an alias, a slug or an id; NotFoundError with the nearest where there is none."""
        index = await self.index()
        if known := index.find(text) or _of_id(text, index):
            return known
        near = [each.name for each in index.nearest(text)]
        raise NotFoundError(f"No exercise is called {text!r}", hints=near)

    async def two_handed(self) -> list[UUID]:
        """The user's exercises of which each hand holds the load."""
        rows = await self._all("exercises.known")
        return [row["id"] for row in rows if implements_of(row["id"], row["implements"]) == 2]

    async def own(self) -> list[Row]:
        return await self._all("exercises.own")

    async def by_id(self, exercise_id: UUID) -> Row | None:
        return await self._one("exercises.by_id", id=exercise_id)

    async def of_ids(self, exercise_ids: Sequence[UUID]) -> list[Row]:
        """The user's rows of some exercises, the deleted ones too."""
        return await self._all("exercises.kept", ids=exercise_ids)

    async def aliases(self) -> list[Row]:
        """What the user calls exercises, wherever it is said."""
        return [row for row in await self._all("exercises.aliases") if not row["source"]]

    async def mappings(self, source: str | None = None) -> list[Row]:
        """What exercises are called in another app, or in all of them; only its imports heed that."""
        rows = await self._all("exercises.aliases")
        return [row for row in rows if row["source"] and source in (None, row["source"])]

    async def muscles(self) -> list[Row]:
        return await self._all("exercises.muscles")

    async def use(self, *exercises: KnownExercise) -> None:
        """See to it that exercises of the catalogue have a row of the user's, for others to refer to."""
        rows = [
            self._new(
                **DIFFERENCES,
                id=exercise.id,
                slug=exercise.slug,
                name=exercise.name,
                tracking=exercise.tracking,
                is_user_created=False,
            )
            for exercise in exercises
        ]
        await self._executor.many("exercises.use", rows)

    async def require(self, exercise_id: UUID) -> Row:
        """The user's row of an exercise, made if it is of the catalogue; NotFoundError where there is none."""
        if row := await self.by_id(exercise_id):
            return row
        if known := NameIndex().get(exercise_id):
            await self.use(known)
        if row := await self.by_id(exercise_id):
            return row
        raise NotFoundError(f"There is no exercise {exercise_id}")

    async def add(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{**DIFFERENCES, **values}, is_user_created=True)
        await self._add("exercises.add", "exercise", row)
        return row

    async def add_known(self, exercise: KnownExercise) -> None:
        """Add an exercise of which nothing is known but its name and how it is tracked."""
        names = ("id", "slug", "name", "tracking")
        await self.add({name: getattr(exercise, name) for name in names})

    async def change(self, row: Row, values: Mapping[str, Any]) -> Row:
        return await self._change("exercises.change", "exercise", row, values)

    async def delete(self, row: Row) -> None:
        """Delete an exercise softly; its names are free again."""
        names = [*await self.aliases(), *await self.mappings()]
        await self.remove_aliases(each for each in names if each["exercise_id"] == row["id"])
        await self.change(row, {"deleted_at": self.now, "slug": None})

    async def is_used(self, exercise_id: UUID) -> bool:
        row = await self._one("workouts.uses_exercise", exercise_id=exercise_id)
        return bool(row and row["used"])

    async def uses(self, exercise_ids: Sequence[UUID]) -> dict[UUID, Row]:
        """In how many workouts and sets each exercise was done, and on which day last; none for the others."""
        rows = await self._all("workouts.uses", exercise_ids=exercise_ids)
        return {row["exercise_id"]: row for row in rows}

    async def add_aliases(self, exercise_id: UUID, names: Iterable[str]) -> None:
        """Names that the user has for an exercise; two that read alike are one."""
        keys = {normalise(name): name for name in names}
        rows = [
            self._new(
                id=alias_id, exercise_id=exercise_id, alias=name, key=key, kind="user", source=""
            )
            for alias_id, (key, name) in zip(new_ids(len(keys)), keys.items(), strict=True)
        ]
        await self._add("exercises.add_alias", "alias", *rows)

    async def map_names(self, source: str, names: Mapping[str, UUID]) -> None:
        """Remember which exercises names of an app mean; what was remembered of them before gives way."""
        wanted = {normalise(name): (name, exercise_id) for name, exercise_id in names.items()}
        there = {row["key"]: row for row in await self.mappings(source)}
        for key, (name, exercise_id) in wanted.items():
            if key in there and there[key]["exercise_id"] == exercise_id:
                continue
            await self.remove_aliases([there[key]] if key in there else [])
            place = {"exercise_id": exercise_id, "kind": "import", "source": source}
            row = self._new(id=new_id(), alias=name, key=key, **place)
            await self._add("exercises.add_alias", "alias", row)

    async def remove_aliases(self, rows: Iterable[Row]) -> None:
        for row in rows:
            await self._remove("exercises.remove_alias", "alias", row)

    async def set_muscles(self, exercise_id: UUID, wanted: Mapping[str, MuscleRole]) -> None:
        """Let an exercise work these muscles and no others; without any it is as in the catalogue."""
        rows = await self._all("exercises.muscles_of", exercise_id=exercise_id)
        if [(row["muscle"], row["role"]) for row in rows] == list(wanted.items()):
            return
        for row in rows:
            await self._remove("exercises.remove_muscle", "muscle", row)
        for role in dict.fromkeys(wanted.values()):
            of_role = [muscle for muscle, each in wanted.items() if each == role]
            await self.add_muscles(exercise_id, role, of_role)

    async def add_muscles(
        self, exercise_id: UUID, role: MuscleRole, muscles: Sequence[str]
    ) -> None:
        rows = [
            self._new(id=row_id, exercise_id=exercise_id, muscle=muscle, role=role)
            for row_id, muscle in zip(new_ids(len(muscles)), muscles, strict=True)
        ]
        await self._add("exercises.add_muscle", "muscle", *rows)

    async def training_max(self, exercise_id: UUID, day: date) -> Row | None:
        """The training max of an exercise on a day."""
        return await self._one("exercises.training_max", exercise_id=exercise_id, day=day)

    async def training_maxes(self, exercise_id: UUID) -> list[Row]:
        """The training maxes of an exercise, the oldest first."""
        return await self._all("exercises.training_maxes", exercise_id=exercise_id)

    async def all_training_maxes(self) -> list[Row]:
        """The training maxes of all exercises, the oldest of each first."""
        return await self._all("exercises.all_training_maxes")

    async def put_training_max(self, exercise_id: UUID, values: Mapping[str, Any]) -> Row:
        """A training max from a day on; another one of the same day gives way."""
        for row in await self.training_maxes(exercise_id):
            if row["since"] == values["since"]:
                return await self.change_training_max(row, values)
        return await self.add_training_max({"exercise_id": exercise_id, **values})

    async def add_training_max(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{"id": new_id(), "version": 1, "deleted_at": None, **values})
        await self._add("exercises.add_training_max", "training_max", row)
        return row

    async def change_training_max(self, row: Row, values: Mapping[str, Any]) -> Row:
        return await self._change("exercises.change_training_max", "training_max", row, values)

    async def remove_training_max(self, row: Row) -> None:
        await self.change_training_max(row, {"deleted_at": self.now})


def _of_id(text: str, index: NameIndex) -> KnownExercise | None:
    try:
        return index.get(UUID(text))
    except ValueError:
        return None
