"""Which exercises the names of another app mean."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from workout_core.errors import NotFoundError
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import KnownExercise
from workout_core.ids import new_id
from workout_core.transfer.schemas import ImportData, ImportNames, Unmatched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from workout_core.exercises.names import NameIndex
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.transfer.schemas import ImportedWorkout

SUGGESTIONS: Final = 3
LIKE: Final = 3  # the rank of what is only alike, of which the cost tells how much
MUCH: Final = 0.6


class Names:
    """A name means what the user said for this app, else what the user or the catalogue calls so."""

    def __init__(
        self, exercises: ExerciseRepository, index: NameIndex, mapped: Mapping[str, UUID]
    ) -> None:
        self._exercises = exercises
        self._index = index
        self._mapped = mapped  # by key
        self._found: dict[str, KnownExercise | None] = {}

    @classmethod
    async def of(cls, exercises: ExerciseRepository, data: ImportData | ImportNames) -> Names:
        """What names mean for this import; NotFoundError where its mapping leads to no exercise."""
        index = await exercises.index()
        mapped = {row["key"]: row["exercise_id"] for row in await exercises.mappings(data.source)}
        mapped |= {normalise(name): _known(index, to).id for name, to in data.mapping.items()}
        return cls(exercises, index, mapped)

    def find(self, name: str) -> KnownExercise | None:
        if name not in self._found:
            mapped = self._mapped.get(normalise(name))
            said = self._index.get(mapped) if mapped else None
            self._found[name] = said or self._index.find(name)
        return self._found[name]

    async def remember(self, data: ImportData) -> None:
        """Keep what the import says of names, for the next one of the same app."""
        if data.mapping:
            said = {name: _known(self._index, to) for name, to in data.mapping.items()}
            await self._exercises.use(*{each.id: each for each in said.values()}.values())
            await self._exercises.map_names(
                data.source, {name: each.id for name, each in said.items()}
            )

    async def exercises_of(
        self, workouts: Iterable[ImportedWorkout], data: ImportData
    ) -> dict[str, KnownExercise]:
        """Every exercise of the workouts by its name there; those that nobody knows are added."""
        names = dict.fromkeys(each.exercise for one in workouts for each in one.executions)
        found: dict[str, KnownExercise] = {}
        made: dict[str, KnownExercise] = {}  # by key, as a file may spell one name in several ways
        for name in names:
            if known := self.find(name):
                found[name] = known
                continue
            key = normalise(name)
            if key not in made:
                tracking = data.tracking.get(name, "weight_reps")
                made[key] = KnownExercise(new_id(), None, name, tracking)
                await self._exercises.add_known(made[key])
            found[name] = made[key]
        await self._exercises.use(*{each.id: each for each in found.values()}.values())
        return found

    def unmatched(self, names: Mapping[str, int]) -> list[Unmatched]:
        """The exercises that nobody knows, those with the most sets first; spellings of one name are one."""
        sets: Counter[str] = Counter()
        spelt: dict[str, str] = {}
        for name, count in names.items():
            if self.find(name) is None:
                key = normalise(name)
                spelt.setdefault(key, name)
                sets[key] += count
        return [
            Unmatched(name=spelt[key], sets=count, suggestions=self._suggestions(spelt[key]))
            for key, count in sets.most_common()
        ]

    def _suggestions(self, name: str) -> list[str]:
        """What is called much like it; a likeness that is hardly one helps nobody."""
        near = [
            exercise.name
            for exercise, (rank, cost) in self._index.ranked(name)
            if not exercise.hidden and (rank < LIKE or -cost >= MUCH)
        ]
        return near[:SUGGESTIONS]


def _known(index: NameIndex, name: str) -> KnownExercise:
    if found := index.find(name):
        return found
    near = [each.name for each in index.nearest(name)]
    raise NotFoundError(f"No exercise is called {name!r}", hints=near)
