"""What exercises may be called, and how a user gives names, moves them and takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.errors import ConflictError, DuplicateError, InvalidError, NotFoundError
from workout_core.exercises.compiled import KEYS
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import KnownExercise
from workout_core.exercises.spelling import why_untypeable
from workout_core.ids import catalogue_id, new_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.names import NameIndex
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.vocabulary import Tracking


class Naming:
    """The names of a user's exercises, on one transaction."""

    def __init__(self, repository: ExerciseRepository) -> None:
        self._repository = repository

    async def rename(self, row: Row, name: str) -> Row:
        """Give an exercise another name; the old one stays an alias of it."""
        refuse_unfit(name)
        index = await self._repository.index()
        known = index.find(name)
        if known and known.id != row["id"]:
            refuse_taken(name, known)
        old, new = normalise(row["name"]), normalise(name)
        if old != new:
            await self._drop(row["id"], new)
            if _of_catalogue(old) != row["id"]:
                await self._repository.add_aliases(row["id"], [row["name"]])
        return await self._repository.change(row, {"name": name})

    async def add(self, exercise: Row, names: Iterable[str], *, move: bool) -> None:
        """Give an exercise more names; those of another only where `move` says so."""
        index = await self._repository.index()
        given: list[str] = []
        for key, name in _by_key(names).items():
            refuse_unfit(name)
            known = index.find(name)
            if known and known.id != exercise["id"]:
                await self._take(name, known, exercise, move=move)
            if known is None or exercise["id"] not in (known.id, _of_catalogue(key)):
                given.append(name)
        await self._repository.add_aliases(exercise["id"], given)

    async def remove(self, exercise: Row, names: Iterable[str]) -> None:
        """Take aliases back from an exercise."""
        index = await self._repository.index()
        for key, name in _by_key(names).items():
            if not await self._drop(exercise["id"], key):
                raise _not_removable(name, index.find(name), exercise)

    async def _take(self, name: str, known: KnownExercise, exercise: Row, *, move: bool) -> None:
        if normalise(name) == normalise(known.name) or name.strip().lower() == known.slug:
            raise DuplicateError(
                f"{name!r} is the name of {known.name}, not an alias",
                hints=[f"workout exercise merge {_quoted(known)} {_quoted_text(exercise['name'])}"],
            )
        if not move:
            raise DuplicateError(
                f"{name!r} is already a name of {known.name}",
                hints=["--move gives it to this exercise"],
            )
        await self._drop(known.id, normalise(name))

    async def _drop(self, exercise_id: UUID, key: str) -> bool:
        """Remove the user's aliases of an exercise that read so; whether there was one."""
        found = [
            row
            for row in await self._repository.aliases()
            if row["exercise_id"] == exercise_id and row["key"] == key
        ]
        await self._repository.remove_aliases(found)
        return bool(found)


def refuse_unfit(name: str) -> None:
    """InvalidError for a name that could not be typed into a line of sets."""
    if why := why_untypeable(name):
        raise InvalidError(
            f"{name!r} cannot be the name of an exercise: {why}",
            hints=["begin and end it with plain words, as in 21s Curl"],
        )


def refuse_taken(name: str, known: KnownExercise | None) -> None:
    """DuplicateError for a name that an exercise has."""
    if known:
        raise DuplicateError(
            f"{name!r} is already a name of {known.name}",
            hints=[f"workout exercise show {known.slug or known.name}"],
        )


def own_slug(name: str, index: NameIndex) -> str | None:
    """The name in lower-case letters, digits and hyphens; None where that is taken or nothing is left of it."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in name.casefold())
    slug = "-".join(kept.split())
    return None if not slug or index.find(slug) else slug


def _by_key(names: Iterable[str]) -> dict[str, str]:
    """Names by their keys; of those that read alike the first."""
    keys: dict[str, str] = {}
    for name in names:
        keys.setdefault(normalise(name), name)
    return keys


def _of_catalogue(key: str) -> UUID | None:
    """The exercise that has such a name in the catalogue."""
    return catalogue_id(KEYS[key]) if key in KEYS else None


def new_exercise(name: str, tracking: Tracking, index: NameIndex) -> KnownExercise | None:
    """An exercise of that name to be added; None where there is one. InvalidError where none can be called so."""
    if index.find(name):
        return None
    refuse_unfit(name)
    return KnownExercise(new_id(), own_slug(name, index), name, tracking)


def _not_removable(name: str, known: KnownExercise | None, exercise: Row) -> Exception:
    if known is None or known.id != exercise["id"]:
        return NotFoundError(
            f"{name!r} is no alias of {exercise['name']}",
            hints=[f"workout exercise show {_quoted_text(exercise['name'])}"],
        )
    if normalise(name) == normalise(known.name):
        return ConflictError(
            f"{name!r} is its name, not an alias", hints=["--name gives it another one"]
        )
    return ConflictError(
        f"{name!r} is an alias of the catalogue, which cannot be removed",
        hints=["it can be given to another exercise: workout exercise alias OTHER ALIAS --move"],
    )


def _quoted(known: KnownExercise) -> str:
    return known.slug or _quoted_text(known.name)


def _quoted_text(name: str) -> str:
    return f"'{name}'" if " " in name else name
