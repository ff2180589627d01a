"""An SQLite database that somebody else made: opened to be read only, and trusted in nothing.

It is opened as immutable, so nothing is written beside it. Its views, triggers and functions are not run: only
tables are read. Text that is no UTF-8 is shown as such, long values and endless queries are refused.
"""

from __future__ import annotations

import sqlite3
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self

from workout_core.errors import InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.transfer.source import Source

MAGIC: Final = b"SQLite format 3\0"
MAX_BYTES: Final = 1024 * 1024 * 1024
MAX_VALUE: Final = 1_000_000
MAX_ROWS: Final = 2_000_000
SECONDS: Final = 60  # that one opened file may be worked on before it is taken for a trap
STEPS: Final = 100_000

Row = tuple[Any, ...]


class SqliteFile:
    """The tables of a file and what is in them. InvalidError where the file is none, or damaged."""

    def __init__(self, source: Source) -> None:
        if not source.head.startswith(MAGIC):
            raise InvalidError(f"{source.name} is no SQLite database")
        if source.size > MAX_BYTES:
            raise InvalidError(
                f"{source.name} has {source.size:,} bytes; a database that is read here has at most {MAX_BYTES:,}"
            )
        self.name = source.name
        self._deadline = monotonic() + SECONDS
        uri = f"{source.path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            self._guard()
            self.version = int(self._run("PRAGMA user_version")[0][0])
            self.tables = self._tables()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, table: str, columns: Sequence[str], order: Sequence[str] = ()) -> Iterator[Row]:
        """The rows of a table, None for columns that it has not; no rows where there is no such table."""
        there = self.tables.get(table)
        if there is None:
            return
        names = [name if name in there else "NULL" for name in columns]
        words = ["SELECT", ", ".join(names), "FROM", table]
        if sorting := [name for name in order if name in there]:
            words += ["ORDER BY", ", ".join(sorting)]
        try:
            for count, row in enumerate(self._connection.execute(" ".join(words))):
                if count >= MAX_ROWS:
                    raise InvalidError(f"{self.name} has more than {MAX_ROWS:,} rows in a table")
                yield row
        except (sqlite3.Error, UnicodeError) as error:
            raise self._broken(error) from error

    def count(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""
        return sum(1 for _ in self.rows(table, ("1",)))

    def _guard(self) -> None:
        connection = self._connection
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
        connection.set_progress_handler(lambda: monotonic() > self._deadline, STEPS)
        connection.text_factory = lambda value: value.decode(errors="replace")
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
            self._run(f"PRAGMA {pragma}")

    def _tables(self) -> dict[str, frozenset[str]]:
        """The real tables with their columns; a view could be a trap."""
        names = self._run(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
            " AND lower(sql) NOT LIKE '%virtual%' LIMIT 1000"
        )
        return {
            str(name): frozenset(
                str(row[0])
                for row in self._run("SELECT name FROM pragma_table_info(?)", (str(name),))
            )
            for (name,) in names
        }

    def _run(self, query: str, values: tuple[str, ...] = ()) -> list[Row]:
        try:
            return self._connection.execute(query, values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise self._broken(error) from error

    def _broken(self, error: sqlite3.Error | UnicodeError) -> InvalidError:
        said = clean(str(error)[:200])  # it may repeat names of the file
        return InvalidError(
            f"{self.name} can't be read as an SQLite database: {said}",
            hints=["make the backup again; a copy that was cut short is of no use"],
        )
