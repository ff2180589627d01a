"""The operation log, and the rows that it tells of: the deleted ones too, and written without another entry."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from workout_core.errors import ConflictError
from workout_core.repository import KEY, Repository

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Executor, Row
    from workout_core.operations.journal import Journal
    from workout_core.paging import PageParams

    FromDocument = Callable[[StatementName, Mapping[str, Any]], Row]

LOOKUP: Final = 500
FIRST: Final = UUID(int=0)
STEP: Final = timedelta(microseconds=1)


class Kept(NamedTuple):
    """The statements for rows that are deleted softly."""

    add: StatementName
    find: StatementName
    change: StatementName


class Bare(NamedTuple):
    """The statements for rows that come and go as they are."""

    add: StatementName
    remove: StatementName


KEPT: Final[Mapping[str, Kept]] = {
    "workout": Kept("workouts.add", "workouts.kept", "workouts.change"),
    "exercise_execution": Kept(
        "workouts.add_execution", "workouts.kept_executions", "workouts.change_execution"
    ),
    "set": Kept("workouts.add_set", "workouts.kept_sets", "workouts.change_set"),
    "exercise": Kept("exercises.add", "exercises.kept", "exercises.change"),
    "training_max": Kept(
        "exercises.add_training_max",
        "exercises.kept_training_maxes",
        "exercises.change_training_max",
    ),
    "measurement": Kept("body.add", "body.kept", "body.change"),
    "measurement_type": Kept("body.add_type", "body.kept_types", "body.change_type"),
    "goal": Kept("body.add_goal", "body.kept_goals", "body.change_goal"),
    "profile": Kept("accounts.add_profile", "accounts.kept_profiles", "accounts.change_profile"),
    "attachment": Kept("attachments.add", "attachments.kept", "attachments.change"),
    "gym": Kept("gyms.add", "gyms.kept", "gyms.change"),
}
BARE: Final[Mapping[str, Bare]] = {
    "alias": Bare("exercises.add_alias", "exercises.remove_alias"),
    "muscle": Bare("exercises.add_muscle", "exercises.remove_muscle"),
}


class OperationRepository(Repository):
    def __init__(
        self, executor: Executor, user: int, journal: Journal, from_document: FromDocument
    ) -> None:
        super().__init__(executor, user, journal)
        self._from_document = from_document

    async def page(self, params: PageParams) -> tuple[list[UUID], int]:
        """A page of batches, the newest first, and how many there are in all."""
        rows = await self._all("operations.page", size=params.size, offset=params.offset)
        count = await self._one("operations.count")
        return [row["batch_id"] for row in rows], count["total"] if count else 0

    async def entries(self, batch_ids: Sequence[UUID]) -> dict[UUID, list[Row]]:
        """The entries of some batches in the order in which they were made, with values for their documents."""
        found: dict[UUID, list[Row]] = {each: [] for each in batch_ids}
        for row in await self._all("operations.of_batches", batch_ids=batch_ids):
            entry = self._with_values(row)
            if entry["entity"] == "import":  # its later parts have no entries of their own
                whole = await self._one("transfer.by_id", id=entry["entity_id"])
                entry = {**entry, "after": {**entry["after"], **(whole or {})}}
            found[row["batch_id"]].append(entry)
        return found

    async def newest(self) -> UUID | None:
        """The last batch that is not undone."""
        await self._journal.flush()
        row = await self._one("operations.newest")
        return row["batch_id"] if row else None

    async def last_undone(self) -> Row | None:
        """The batch that was undone last, with its moment; none where something was changed since.

        What is undone is always the newest, so it lies after all that is not. What was undone before a later
        change lies there too once that is undone as well, but its moment is always the earlier one.
        """
        await self._journal.flush()
        row = await self._one("operations.newest")
        return await self._one("operations.undone_after", after=row["id"] if row else FIRST)

    async def mark_undone(self, batch_id: UUID) -> datetime:
        """Note that a batch is undone; the moment, which is after that of any undoing before."""
        await self.mark(batch_id, self.now)
        last = await self.last_undone()
        at: datetime = (last["undone_at"] if last else self.now) + STEP
        await self.mark(batch_id, at)
        return at

    async def mark(self, batch_id: UUID, undone_at: datetime | None) -> None:
        """Note that a batch is undone, or that it no longer is."""
        await self._executor.execute(
            "operations.mark",
            owner=self._user,
            of_batch=batch_id,
            undone_at=undone_at,
            updated_at=self.now,
        )

    async def rows(self, entity: str, ids: Sequence[UUID]) -> dict[UUID, Row]:
        """Rows of a kind that is deleted softly, the deleted ones too."""
        return {
            row["id"]: row
            for some in _parts(ids)
            for row in await self._all(KEPT[entity].find, ids=some)
        }

    async def write(self, entity: str, row: Row, values: Mapping[str, Any]) -> Row:
        """Change a row, and what its workout's day is copied onto."""
        stamps = {"updated_at": self.now, "version": row["version"] + 1}
        changed = {**row, **values, **stamps}
        columns = {name: value for name, value in changed.items() if name not in KEY}
        place = {"owner": self._user, "row_id": row["id"], "was_version": row["version"]}
        if not await self._executor.execute(KEPT[entity].change, **place, **columns):
            raise ConflictError("It was changed meanwhile, so nothing was undone")
        if entity == "workout" and changed["local_date"] != row["local_date"]:
            await self._executor.execute(
                "workouts.move_sets",
                owner=self._user,
                of_workout=row["id"],
                local_date=changed["local_date"],
                updated_at=self.now,
            )
        return changed

    async def add_bare(self, entity: str, values: Mapping[str, Any]) -> None:
        """Add a row as it once was."""
        await self._executor.execute(BARE[entity].add, **values, user_id=self._user)

    async def remove_bare(self, entity: str, row_id: UUID) -> bool:
        """Remove a row for good; whether it was there."""
        return bool(
            await self._executor.execute(BARE[entity].remove, owner=self._user, row_id=row_id)
        )

    async def withdraw(self, import_id: UUID, source: str, at: datetime) -> int:
        """Softly delete what an import brought; how many workouts and measurements that are.

        Their source becomes the import's id until they are brought back, so that the keys which they have there
        are free for another import.
        """
        ids = await self._of_import(import_id, source)
        place = {"owner": self._user, "deleted_at": at, "updated_at": self.now}
        for some in _parts(ids):
            await self._executor.execute("workouts.withdraw_sets", of_workouts=some, **place)
            await self._executor.execute("workouts.withdraw_executions", of_workouts=some, **place)
        counts = [
            await self._executor.execute(
                "workouts.withdraw", row_ids=some, source=str(import_id), **place
            )
            for some in _parts(ids)
        ]
        measurements = await self._executor.execute(
            "body.withdraw",
            of_import=import_id,
            of_source=source,
            source=str(import_id),
            **place,
        )
        return sum(counts) + measurements

    async def revive(self, import_id: UUID, source: str, at: datetime) -> int:
        """Bring back what was withdrawn of an import at a moment; how many workouts and measurements."""
        ids = await self._of_import(import_id, str(import_id))
        place = {"owner": self._user, "was_deleted_at": at, "updated_at": self.now}
        for some in _parts(ids):
            await self._executor.execute("workouts.revive_sets", of_workouts=some, **place)
            await self._executor.execute("workouts.revive_executions", of_workouts=some, **place)
        counts = [
            await self._executor.execute("workouts.revive", row_ids=some, source=source, **place)
            for some in _parts(ids)
        ]
        measurements = await self._executor.execute(
            "body.revive", of_import=import_id, of_source=str(import_id), source=source, **place
        )
        return sum(counts) + measurements

    async def _of_import(self, import_id: UUID, source: str) -> list[UUID]:
        rows = await self._all("workouts.of_import", source=source, import_id=import_id)
        return [row["id"] for row in rows]

    def _with_values(self, entry: Row) -> Row:
        kind = KEPT.get(entry["entity"]) or BARE.get(entry["entity"])
        if kind is None:
            return entry
        documents = {
            name: self._from_document(kind.add, entry[name] or {}) for name in ("before", "after")
        }
        return {**entry, **documents}


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[first : first + LOOKUP] for first in range(0, len(ids), LOOKUP))
