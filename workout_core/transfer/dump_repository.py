"""Whole tables of a user's, page by page, and their rows as they once were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from workout_core.ids import new_id
from workout_core.repository import Repository
from workout_core.training.one_rep_max import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Executor, Row
    from workout_core.operations.journal import Journal
    from workout_core.transfer.dump_rows import TableForm

OWNERS: Final = "users"


class DumpRepository(Repository):
    def __init__(
        self,
        executor: Executor,
        user: int,
        journal: Journal,
        forms: Mapping[str, TableForm],
        revision: str,
    ) -> None:
        super().__init__(executor, user, journal)
        self.forms = forms
        self.revision = revision

    async def page(self, form: TableForm, after: UUID, size: int) -> list[Row]:
        """So many rows of a table behind an id; the user's own row by itself."""
        place: dict[str, Any] = {} if form.name == OWNERS else {"after": after, "size": size}
        return _without_owner(await self._all(_named("dump", form), **place))

    async def is_empty(self, first: UUID) -> bool:
        """Whether the user has nothing but a profile."""
        owned = [form for form in self.forms.values() if form.name != OWNERS]
        return not any([await self.page(form, first, 1) for form in owned])

    async def executions(self, workout_ids: Sequence[UUID]) -> list[Row]:
        return _without_owner(
            await self._all("transfer.dumped_executions", workout_ids=workout_ids)
        )

    async def sets(self, execution_ids: Sequence[UUID]) -> list[Row]:
        return _without_owner(await self._all("transfer.dumped_sets", execution_ids=execution_ids))

    async def load(self, form: TableForm, rows: Sequence[Row]) -> None:
        """Add rows as they once were; the user's own row is there, and becomes as it was."""
        owner = "owner" if form.name == OWNERS else "user_id"
        await self._executor.many(
            _named("load", form), [{owner: self._user, **row} for row in rows]
        )

    async def spoil_records(self) -> None:
        """See to it that no records are told which were worked out before: what is loaded is in no entry of the log."""
        holds = {"made_by": "", "seen": None, "undone": 0, "imported": 0, "version": 1}
        books = [self._new(id=new_id(), formula=each, **holds) for each in FORMULAS]
        await self._executor.many("statistics.add_book", books)
        await self._executor.execute(
            "statistics.spoil_books", owner=self._user, updated_at=self.now
        )

    async def link(self, form: TableForm, links: Iterable[tuple[UUID, UUID]]) -> None:
        """Let rows that are there name others of their table."""
        assert form.reference
        rows = [
            {"owner": self._user, "row_id": row_id, form.reference: other}
            for row_id, other in links
        ]
        await self._executor.many(_named("link", form), rows)


def _named(what: str, form: TableForm) -> StatementName:
    """The compiled statement of a table."""
    return cast("StatementName", f"{what}.{form.name}")


def _without_owner(rows: list[Row]) -> list[Row]:
    for row in rows:
        if row.pop("user_id", None) is None:
            del row["id"]  # the owner's own row
    return rows
