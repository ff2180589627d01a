"""The exercises of a dump by their names, as its lines speak of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.errors import InvalidError
from workout_core.exercises.names import KnownExercise
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.db.executor import Row

LONGEST_NAME: Final = 40
ID_LENGTH: Final = 36


class DumpedExercises:
    """The exercises so far; of two with one name it means the first."""

    def __init__(self) -> None:
        self._by_id: dict[UUID, KnownExercise] = {}
        self._by_name: dict[str, KnownExercise] = {}

    def add(self, row: Row) -> None:
        """Take note of an exercise."""
        known = KnownExercise(row["id"], row["slug"], row["name"], row["tracking"], row["unit"])
        self._by_id[known.id] = known
        self._by_name.setdefault(known.name, known)

    def get(self, exercise_id: Any) -> KnownExercise:
        """The exercise of an id, which may stand as JSON has it."""
        with suppress(ValueError):
            found = exercise_id if isinstance(exercise_id, UUID) else UUID(str(exercise_id))
            if found in self._by_id:
                return self._by_id[found]
        raise InvalidError(f"no line above is of an exercise {clean(str(exercise_id)[:ID_LENGTH])}")

    def split(self, text: str) -> tuple[KnownExercise, str]:
        """The exercise with which a text begins, by the longest name or else its id, and the rest."""
        words = text.split(" ")
        for count in range(min(len(words), LONGEST_NAME), 0, -1):
            if found := self._by_name.get(" ".join(words[:count])):
                return found, " ".join(words[count:])
        if len(words[0]) == ID_LENGTH:
            return self.get(words[0]), " ".join(words[1:])
        raise InvalidError(f"no line above is of an exercise {clean(text[:60])!r}")
