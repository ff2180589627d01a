"""Enters a file whose bytes were received; no operation, as it believes what it is told of them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from workout_core.attachments.schemas import SHA256, AttachmentCreate, AttachmentRead
from workout_core.errors import (
    ConflictError,
    DuplicateError,
    NotFoundError,
    StorageError,
    UnreachableError,
)
from workout_core.exercises.names import NameIndex

if TYPE_CHECKING:
    from uuid import UUID

    from workout_core.attachments.draft import Content
    from workout_core.attachments.repository import AttachmentRepository
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.workouts.repository import WorkoutRepository

KEPT: Final = timedelta(days=30)


class Filing:
    def __init__(
        self,
        repository: AttachmentRepository,
        workouts: WorkoutRepository,
        exercises: ExerciseRepository,
    ) -> None:
        self._repository = repository
        self._workouts = workouts
        self._exercises = exercises

    def key(self, sha256: str) -> str:
        """Where the bytes of the user's file lie in a storage: the same bytes of theirs, once.

        A row may have been loaded, or brought back by a log that was: StorageError where it names no file.
        """
        if not _names_bytes(sha256):
            raise StorageError("What is known of this file names no place", hints=["workout undo"])
        return f"u/{self._repository.user}/{sha256}"

    async def there(self, data: AttachmentCreate) -> AttachmentRead | None:
        """The file, if it came before; NotFoundError where nothing is there that it could be of."""
        if row := await self._repository.with_id(data.id):
            if row["deleted_at"] or row["name"] != data.name:
                raise DuplicateError(f"Another file has the id {data.id}")
            return AttachmentRead.model_validate(row)
        if data.workout_id and not await self._workouts.by_id(data.workout_id):
            raise NotFoundError(f"There is no workout {data.workout_id}")
        if data.exercise_id and not await self._has_exercise(data.exercise_id):
            raise NotFoundError(f"There is no exercise {data.exercise_id}")
        return None

    async def check_room(self, content: Content, most: int) -> None:
        """Refuse what would be more than a user may keep."""
        others = await self._repository.stored_besides(content.sha256)
        if others + content.size > most:
            raise ConflictError(
                f"All files together would be larger than {most >> 20:,} MiB",
                hints=["set attachments_mib where the files are kept"],
            )

    async def gone(self) -> int:
        """How many removed files' bytes were taken away until now."""
        return await self._repository.gone()

    async def forget_removed(self) -> str | None:
        """Note that the bytes of files which were removed long ago are gone; where they lie, to be taken away now.

        Until the transaction ends nobody brings one back, or attaches the same. What never named a place is passed.
        """
        before = self._repository.now - KEPT
        while (sha256 := await self._repository.removed(before)) is not None:
            await self._repository.forget(sha256)
            if _names_bytes(sha256):
                return self.key(sha256)
        return None

    async def enter(
        self, data: AttachmentCreate, content: Content, most: int, gone: int
    ) -> AttachmentRead:
        """Enter a file whose bytes were stored, since when no others may have gone: they might have been the same."""
        if there := await self.there(data):
            return there
        if gone != await self.gone():
            raise UnreachableError(
                "Files that were removed long ago were swept away just now",
                hints=["attach it again"],
            )
        await self.check_room(content, most)
        if data.exercise_id:
            await self._exercises.require(data.exercise_id)
        row = await self._repository.add({**data.model_dump(), **content._asdict()})
        return AttachmentRead.model_validate(row)

    async def _has_exercise(self, exercise_id: UUID) -> bool:
        """Whether the user has an exercise, or could: of the catalogue everyone has all."""
        return bool(NameIndex().get(exercise_id) or await self._exercises.by_id(exercise_id))


def _names_bytes(sha256: str) -> bool:
    return re.fullmatch(SHA256, sha256) is not None
