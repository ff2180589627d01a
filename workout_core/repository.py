"""What the domains' repositories share: whose rows they are, and where changes are noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Executor, Row
    from workout_core.operations.journal import Journal
    from workout_core.vocabulary import Entity

KEY: Final = ("user_id", "id", "created_at")


class Repository:
    """Runs the statements of a domain for one user, in one transaction; never commits."""

    def __init__(self, executor: Executor, user: int, journal: Journal) -> None:
        self._executor = executor
        self._user = user
        self._journal = journal

    @property
    def now(self) -> datetime:
        """The moment of this transaction."""
        return self._journal.now

    async def _one(self, statement: StatementName, **binds: Any) -> Row | None:
        return await self._executor.one(statement, user_id=self._user, **binds)

    async def _all(self, statement: StatementName, **binds: Any) -> list[Row]:
        return await self._executor.all(statement, user_id=self._user, **binds)

    def _new(self, **values: Any) -> Row:
        stamps = {"created_at": self.now, "updated_at": self.now}
        return {"user_id": self._user, **stamps, **values}

    async def _add(self, statement: StatementName, entity: Entity, *rows: Row) -> None:
        await self._executor.many(statement, rows)
        for row in rows:
            self._journal.created(entity, row)

    async def _change(
        self, statement: StatementName, entity: Entity, row: Row, values: Mapping[str, Any]
    ) -> Row:
        if all(row[name] == value for name, value in values.items()):
            return row
        stamps = {"updated_at": self.now, "version": row["version"] + 1}
        changed = {**row, **values, **stamps}
        columns = {name: value for name, value in changed.items() if name not in KEY}
        place = {"owner": self._user, "row_id": row["id"], "was_version": row["version"]}
        if not await self._executor.execute(statement, **place, **columns):
            raise ConflictError("It was changed meanwhile, so this change was not made")
        self._journal.changed(entity, row, changed)
        return changed

    async def _remove(self, statement: StatementName, entity: Entity, row: Row) -> None:
        await self._executor.execute(statement, owner=self._user, row_id=row["id"])
        self._journal.removed(entity, row)
