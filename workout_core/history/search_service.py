"""Searching everything that has a name or a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.exercises.merged import Merged
from workout_core.exercises.schemas import ExerciseFilters
from workout_core.history.schemas import FoundRead, SearchFilters, SearchRead

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.history.repository import HistoryRepository


class SearchService:
    def __init__(self, repository: HistoryRepository, exercises: ExerciseRepository) -> None:
        self._repository = repository
        self._exercises = exercises

    async def find(self, filters: SearchFilters) -> SearchRead:
        """Names, notes and tags that hold a text: of workouts the newest first, then of exercises.

        The catalogue's names that the user has nothing to do with are only counted, unless nothing else was found.
        """
        rows, total = await self._repository.found(filters.text, filters.size, filters.offset)
        exercises, unused = await self._named(filters.text)
        if not total and not exercises:
            exercises, unused = unused, []
        first = max(0, filters.offset - total)
        items = [FoundRead.model_validate({"exercise_id": None, **row}) for row in rows]
        if filters.offset + filters.size > total:
            items += exercises[first : first + filters.size - len(items)]
        return SearchRead(
            text=filters.text,
            items=items,
            total=total + len(exercises),
            unused=len(unused),
            page=filters.page,
            size=filters.size,
        )

    async def _named(self, text: str) -> tuple[list[FoundRead], list[FoundRead]]:
        """The exercises by name: those that the user did or changed, and those of the catalogue alone."""
        repository = self._exercises
        own = await repository.own()
        merged = Merged(own, await repository.aliases(), await repository.muscles())
        named = [_exercise(each, text) for each in merged.matching(ExerciseFilters(search=text))]
        known = {row["id"] for row in own}
        return (
            [each for each in named if each.exercise_id in known],
            [each for each in named if each.exercise_id not in known],
        )


def _exercise(values: Mapping[str, Any], text: str) -> FoundRead:
    """An exercise by its name if that holds the text, else by its first alias that does."""
    folded = text.casefold()
    aliases = [each for each in values["aliases"] if folded in each.casefold()]
    is_alias = bool(aliases) and folded not in values["name"].casefold()
    return FoundRead(
        place="alias" if is_alias else "exercise",
        local_date=None,
        workout_id=None,
        exercise_id=values["id"],
        exercise=values["name"],
        text=aliases[0] if is_alias else values["name"],
    )
