"""Runs entries of the operation log backwards, and forwards again.

Each entry is replayed on its own, in the opposite order when undoing, so that every state on the way has been there
before. A row that is not as the log left it is refused: somebody changed it otherwise, and that is not to be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import ConflictError
from workout_core.operations.repository import BARE, KEPT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.operations.repository import OperationRepository

# They tell of the writing of a row and not of what it holds.
STAMPS: Final = frozenset({"user_id", "version", "created_at", "updated_at"})


class Replay:
    """Undoes the entries of a batch, or makes them again; `at` is the moment of the undoing in both cases."""

    def __init__(self, repository: OperationRepository, at: datetime) -> None:
        self._repository = repository
        self._at = at
        self._rows: dict[tuple[str, UUID], Row] = {}

    async def undo(self, entries: Sequence[Row]) -> None:
        await self._load(entries)
        for entry in reversed(entries):
            if entry["entity"] == "import":
                await self._withdraw(entry)
            elif entry["entity"] in BARE:
                await self._replace(entry, old=entry["after"], new=entry["before"])
            elif entry["action"] == "create":
                row, gone = self._row(entry), self._gone(entry)
                await self._change(entry, {**dict.fromkeys(row), **entry["after"]}, gone)
            else:
                await self._change(entry, entry["after"], entry["before"])

    async def redo(self, entries: Sequence[Row]) -> None:
        await self._load(entries)
        for entry in entries:
            if entry["entity"] == "import":
                await self._revive(entry)
            elif entry["entity"] in BARE:
                await self._replace(entry, old=entry["before"], new=entry["after"])
            elif entry["action"] == "create":
                row, gone = self._row(entry), self._gone(entry)
                there = {**dict.fromkeys(row), **entry["after"]}
                back = {name: there[name] for name in gone}
                await self._change(entry, {**there, **gone}, back)
            else:
                await self._change(entry, entry["before"], entry["after"])

    async def _load(self, entries: Sequence[Row]) -> None:
        for entity in KEPT:
            ids = [each["entity_id"] for each in entries if each["entity"] == entity]
            found = await self._repository.rows(entity, list(dict.fromkeys(ids)))
            self._rows |= {(entity, row_id): row for row_id, row in found.items()}

    def _row(self, entry: Row) -> Row:
        try:
            return self._rows[entry["entity"], entry["entity_id"]]
        except KeyError:
            raise _otherwise() from None

    def _gone(self, entry: Row) -> Row:
        """What is set in a row to delete it; the slug of an exercise is free then."""
        return {"deleted_at": self._at, **({"slug": None} if entry["entity"] == "exercise" else {})}

    async def _change(self, entry: Row, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Make a row that is as the old values say as the new ones say."""
        row = self._row(entry)
        if not _has_bytes(entry, row):
            return
        if any(row[name] != value for name, value in old.items() if name not in STAMPS):
            raise _otherwise()
        values = {name: value for name, value in new.items() if name not in STAMPS}
        changed = await self._repository.write(entry["entity"], row, values)
        self._rows[entry["entity"], row["id"]] = changed
        if entry["entity"] == "workout":
            self._move(changed)

    def _move(self, workout: Row) -> None:
        """The sets that are at hand follow their workout to its day, as those in the database do."""
        for (entity, _), row in self._rows.items():
            if entity == "set" and row["workout_id"] == workout["id"]:
                row["local_date"] = workout["local_date"]

    async def _replace(self, entry: Row, old: Row, new: Row) -> None:
        entity, row_id = entry["entity"], entry["entity_id"]
        if old and not await self._repository.remove_bare(entity, row_id):
            raise _otherwise()
        if new:
            await self._repository.add_bare(entity, new)

    async def _withdraw(self, entry: Row) -> None:
        brought = entry["after"]
        count = await self._repository.withdraw(entry["entity_id"], brought["source"], self._at)
        if count != _brought(brought["result"]):
            raise _otherwise()

    async def _revive(self, entry: Row) -> None:
        brought = entry["after"]
        count = await self._repository.revive(entry["entity_id"], brought["source"], self._at)
        if count != _brought(brought["result"]):
            raise _otherwise()


def _has_bytes(entry: Row, row: Row) -> bool:
    """Whether there is something to bring back: a file that was removed long ago has no bytes, and stays so."""
    return entry["entity"] != "attachment" or row.get("sha256") != ""


def _brought(result: Row) -> int:
    """How many workouts and measurements an import added."""
    return int(result["new"]) + int(result.get("measurements_new", 0))


def _otherwise() -> ConflictError:
    return ConflictError(
        "Something was changed past the operation log, so nothing is undone or made again",
        hints=["workout undo --list shows what the log knows"],
    )
