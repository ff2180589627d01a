"""Files of workouts and exercises: what is there, and removing it.

Bytes are no operation: they come and go by `workout_core.attachments.files`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core.attachments.schemas import (
    AttachmentFilters,
    AttachmentRead,
    AttachmentReference,
)
from workout_core.errors import AmbiguousError, NotFoundError
from workout_core.paging import Page

if TYPE_CHECKING:
    from workout_core.attachments.repository import AttachmentRepository
    from workout_core.db.executor import Row

LIST: Final = "workout attach --list shows your files"
SHORTEST: Final = 4


class AttachmentService:
    def __init__(self, repository: AttachmentRepository) -> None:
        self._repository = repository

    async def list(self, filters: AttachmentFilters) -> Page[AttachmentRead]:
        """Files, the oldest first: those of a workout, of an exercise, or all."""
        if filters.workout_id:
            rows = await self._repository.of_workout(filters.workout_id)
        elif filters.exercise_id:
            rows = await self._repository.of_exercise(filters.exercise_id)
        else:
            rows = await self._repository.all()
        return Page[AttachmentRead].of(
            [AttachmentRead.model_validate(row) for row in rows], filters
        )

    async def find(self, reference: AttachmentReference) -> AttachmentRead:
        """The file of a name, or of the beginning of an id."""
        rows = await self._repository.all()
        found = [row for row in rows if row["name"] == reference.text]
        found = found or [row for row in rows if _begins(row, reference.text)]
        if len(found) == 1:
            return AttachmentRead.model_validate(found[0])
        if found:
            raise AmbiguousError(
                f"More than one file is called {reference.text!r}",
                hints=[str(row["id"]) for row in found],
            )
        raise NotFoundError(f"There is no file {reference.text!r}", hints=[LIST])

    async def get(self, attachment_id: UUID) -> AttachmentRead:
        """What is known of a file; its bytes are at `/content`."""
        return AttachmentRead.model_validate(await self._row(attachment_id))

    async def delete(self, attachment_id: UUID) -> None:
        """Remove a file; undoing that brings it back."""
        await self._repository.delete(await self._row(attachment_id))

    async def _row(self, attachment_id: UUID) -> Row:
        if row := await self._repository.by_id(attachment_id):
            return row
        raise NotFoundError(f"There is no file {attachment_id}", hints=[LIST])


def _begins(row: Row, text: str) -> bool:
    digits = text.replace("-", "").casefold()
    return len(digits) >= SHORTEST and row["id"].hex.startswith(digits)
