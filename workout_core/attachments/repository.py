"""The user's attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from workout_core.db.executor import Row


class AttachmentRepository(Repository):
    @property
    def user(self) -> int:
        """Whose files they are."""
        return self._user

    async def all(self) -> list[Row]:
        """All attachments, the oldest first."""
        return await self._all("attachments.every")

    async def of_workout(self, workout_id: UUID) -> list[Row]:
        return await self._all("attachments.of_workout", workout_id=workout_id)

    async def of_exercise(self, exercise_id: UUID) -> list[Row]:
        return await self._all("attachments.of_exercise", exercise_id=exercise_id)

    async def by_id(self, attachment_id: UUID) -> Row | None:
        return await self._one("attachments.by_id", id=attachment_id)

    async def with_id(self, attachment_id: UUID) -> Row | None:
        """The attachment of an id, also where it is deleted."""
        return await self._one("attachments.kept", ids=[attachment_id])

    async def stored_besides(self, sha256: str) -> int:
        """How many bytes the user's files have, each counted once, the removed ones too; without one of them."""
        row = await self._one("attachments.stored_besides", sha256=sha256)
        return int(row["bytes"]) if row else 0

    async def add(self, values: Mapping[str, Any]) -> Row:
        row = self._new(**{"version": 1, "deleted_at": None, **values})
        await self._add("attachments.add", "attachment", row)
        return row

    async def move(self, exercise_id: UUID, other_id: UUID) -> None:
        """Make the files of an exercise those of another."""
        for row in await self.of_exercise(exercise_id):
            values = {"exercise_id": other_id}
            await self._change("attachments.change", "attachment", row, values)

    async def delete(self, row: Row) -> None:
        """Delete an attachment softly; its bytes stay for as long as it may come back."""
        await self._change("attachments.change", "attachment", row, {"deleted_at": self.now})

    async def removed(self, before: datetime) -> str | None:
        """The SHA-256 of bytes that only files have which were removed before then; None where there are no more."""
        row = await self._one("attachments.removed", removed_before=before)
        return row["sha256"] if row else None

    async def forget(self, sha256: str) -> None:
        """Note of removed files that their bytes are gone; that is no change to be undone."""
        await self._executor.execute(
            "attachments.forget", owner=self._user, of_sha256=sha256, updated_at=self.now
        )

    async def gone(self) -> int:
        """How many removed files have no bytes any more."""
        row = await self._one("attachments.gone")
        return int(row["total"]) if row else 0
