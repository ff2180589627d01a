"""What repositories run their statements on, whichever database is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from workout_core.db.compiled import StatementName

T = TypeVar("T")
Row = dict[str, Any]


class Executor(Protocol):
    """One transaction. Statements are named (`domain.name`), rows are dicts with Python's own values."""

    async def act_for(self, user: int) -> None:
        """From here on the transaction sees and writes this user's rows alone, where the database can see to it."""

    async def one(self, statement: StatementName, **binds: Any) -> Row | None:
        """The first row, or None."""

    async def all(self, statement: StatementName, **binds: Any) -> list[Row]:
        """Every row."""

    async def execute(self, statement: StatementName, **binds: Any) -> int:
        """How many rows were written."""

    async def many(self, statement: StatementName, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write once for each row."""


class Database(Protocol):
    """A place for transactions. Where `blocks` is true they never wait on an event loop, but on the disk."""

    blocks: bool

    def transaction(
        self, *, readonly: bool = False, waits: bool = True
    ) -> AbstractAsyncContextManager[Executor]:
        """One transaction: committed on leaving, rolled back by an error.

        What is only read is one moment. One that does not wait is refused where another holds what it wants.
        """

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """What the work on this database returns, for a caller without an event loop."""

    async def close(self) -> None:
        """Give back what is held open."""
