"""The operation log: what was changed, undoing it, and making it again.

A batch is what one transaction changed; the newest that is not undone is undone first. What was undone can be made
again until something else is changed. Undoing is no change of its own: it only marks the batch.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from workout_core.errors import ConflictError
from workout_core.operations.batch import Known
from workout_core.operations.replay import Replay
from workout_core.operations.schemas import ChangeCount, OperationRead, ReplayRead, UndoRequest
from workout_core.operations.summary import summary
from workout_core.paging import Page, PageParams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.operations.repository import OperationRepository

LIST: Final = "workout undo --list shows what was changed"
# What sentences tell of beside exercises and workouts.
TOLD_OF: Final = (
    *("set", "exercise_execution", "training_max", "measurement"),
    *("goal", "profile", "gym", "attachment"),
)


class OperationService:
    def __init__(self, repository: OperationRepository) -> None:
        self._repository = repository

    async def list(self, params: PageParams) -> Page[OperationRead]:
        """What was changed, the newest first; what was changed together is one."""
        ids, total = await self._repository.page(params)
        items = await self._read(await self._repository.entries(ids))
        return Page[OperationRead](items=items, total=total, page=params.page, size=params.size)

    async def undo(self, data: UndoRequest) -> ReplayRead:
        """Take back the newest changes; fewer than asked for where there are no more."""
        done: list[OperationRead] = []
        while len(done) < data.count and (batch := await self._repository.newest()):
            entries = (await self._repository.entries([batch]))[batch]
            told = (await self._read({batch: entries}))[0]
            at = await self._repository.mark_undone(batch)
            await Replay(self._repository, at).undo(entries)
            done.append(told.model_copy(update={"undone_at": at}))
        if not done:
            raise ConflictError("Nothing is left to undo", hints=[LIST])
        return ReplayRead(items=done, requested=data.count)

    async def redo(self, data: UndoRequest) -> ReplayRead:
        """Make changes again that were undone, the last undone first, unless something was changed since."""
        done: list[OperationRead] = []
        while len(done) < data.count and (last := await self._repository.last_undone()):
            batch: UUID = last["batch_id"]
            entries = (await self._repository.entries([batch]))[batch]
            await Replay(self._repository, last["undone_at"]).redo(entries)
            await self._repository.mark(batch, None)
            done += await self._read({batch: [{**each, "undone_at": None} for each in entries]})
        if not done:
            raise ConflictError(
                "Nothing is left to redo", hints=[LIST, "a change ends what could be redone before"]
            )
        return ReplayRead(items=done, requested=data.count)

    async def _read(self, batches: Mapping[UUID, Sequence[Row]]) -> Sequence[OperationRead]:
        known = await self._known([each for entries in batches.values() for each in entries])
        return [
            OperationRead(
                id=batch,
                at=entries[0]["at"],
                device=entries[0]["device"],
                undone_at=entries[0]["undone_at"],
                summary=summary(entries, known),
                changes=_counts(entries),
            )
            for batch, entries in batches.items()
        ]

    async def _known(self, entries: Sequence[Row]) -> Known:
        """The rows that sentences about the entries need for their names."""
        ids: dict[str, dict[UUID, None]] = {}
        for each in entries:
            if each["action"] != "create" or each["entity"] == "attachment":  # it may be gone
                ids.setdefault(each["entity"], {})[each["entity_id"]] = None
        others = {
            each: await self._repository.rows(each, list(ids.get(each, ()))) for each in TOLD_OF
        }
        documents = [
            document for each in entries for document in (each["before"], each["after"]) if document
        ]
        rows = [*documents, *(row for each in others.values() for row in each.values())]
        found: dict[str, Mapping[UUID, Row]] = {}
        for entity, reference in (("exercise", "exercise_id"), ("workout", "workout_id")):
            wanted = {row[reference]: None for row in rows if row.get(reference)}
            found[entity] = await self._repository.rows(entity, list(ids.get(entity, {}) | wanted))
        return Known(found["exercise"], found["workout"], others)


def _counts(entries: Sequence[Row]) -> Sequence[ChangeCount]:
    counts = Counter((each["entity"], each["action"]) for each in entries)
    return [
        ChangeCount(entity=entity, action=action, count=count)
        for (entity, action), count in counts.items()
    ]
