"""Exercises by what somebody remembers of a name, those first that are meant most probably."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.exercises.keys import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from workout_core.exercises.names import Closeness, KnownExercise, NameIndex
    from workout_core.exercises.schemas import Match

_MATCHES: Final[tuple[Match, ...]] = ("alias", "beginning", "words", "alike")
_ALIKE: Final = 3


class Hit(NamedTuple):
    """An exercise and by what it was found."""

    exercise: KnownExercise
    match: Match


def hits(
    index: NameIndex, text: str, workouts: Mapping[UUID, int], *, hidden: bool = False
) -> list[Hit]:
    """The exercises that a text may mean: by name, by alias, by the beginning of a name or of its words.

    Of the last two those come first that were done in more `workouts`. What is only alike counts where nothing is
    nearer; then what is done often comes before others that are about as much alike.
    """
    found = [each for each in index.ranked(text) if hidden or not each[0].hidden]
    nearer = [each for each in found if each[1][0] < _ALIKE]
    ordered = sorted(
        (
            (_weight(text, *each, workouts), place, each)
            for place, each in enumerate(nearer or found)
        ),
        key=lambda each: each[:2],
    )
    return [Hit(exercise, _match(text, exercise, rank)) for _, _, (exercise, (rank, _)) in ordered]


def _weight(
    text: str, exercise: KnownExercise, closeness: Closeness, workouts: Mapping[UUID, int]
) -> tuple[bool, bool, float, int, int]:
    rank, cost = closeness
    named = _match(text, exercise, rank) == "name"
    return not named, rank > 0, round(cost, 1), -workouts.get(exercise.id, 0), rank


def _match(text: str, exercise: KnownExercise, rank: int) -> Match:
    if rank == 0 and normalise(text) in (normalise(exercise.name), normalise(exercise.slug or "")):
        return "name"
    return _MATCHES[rank]
