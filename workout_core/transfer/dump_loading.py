"""Brings the rows of a dump back, some thousands at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final

from workout_core.errors import InvalidError, WorkoutError
from workout_core.transfer.dump_reading import CUT_OFF, DumpReader
from workout_core.transfer.dump_rows import forms_of
from workout_core.transfer.dump_schemas import DumpLoadRead, DumpPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_reading import DumpedLine
    from workout_core.transfer.dump_rows import TableForm
    from workout_core.transfer.dump_schemas import DumpedRow
    from workout_core.transfer.dump_service import DumpService

PART: Final = 2_000


async def load_dump(
    service: DumpService,
    file: BinaryIO,
    *,
    dry_run: bool = False,
    told: Callable[[int], None] = lambda _: None,
    seen: Callable[[str, Row], None] = lambda _table, _row: None,
) -> DumpLoadRead:
    """Load a dump into an account that has nothing yet; `told` hears how many rows are there, `seen` each of them.

    Within one transaction an error leaves nothing behind. A server makes one of each part.
    """
    tables = await service.tables()
    forms = forms_of(tables)
    reader = DumpReader(file, forms, tables.revision)
    loading = _Loading(service, forms, dry_run=dry_run)
    await loading.send()
    for each in reader.rows():
        seen(each.table, each.row)
        if loading.add(each):
            await loading.send()
            told(reader.counts.total())
    await loading.finish()
    return DumpLoadRead(rows=dict(reader.counts), dry_run=dry_run)


class _Loading:
    """Rows that are on their way, and links between rows of one table that wait until all are there."""

    def __init__(
        self, service: DumpService, forms: Mapping[str, TableForm], *, dry_run: bool
    ) -> None:
        self._service = service
        self._forms = forms
        self._dry_run = dry_run
        self._begins = True
        self._rows: dict[str, list[DumpedRow]] = {}
        self._numbers: dict[str, list[int]] = {}
        self._ids: dict[str, set[str]] = {}
        self._links: dict[str, list[DumpedRow]] = {}
        self._count = 0

    def add(self, line: DumpedLine) -> bool:
        """Take a row; whether there are enough for a part."""
        row = self._unlinked(line.table, line.row)
        self._rows.setdefault(line.table, []).append(row)
        self._numbers.setdefault(line.table, []).append(line.number)
        self._count += 1
        return self._count >= PART

    def _unlinked(self, table: str, row: DumpedRow) -> DumpedRow:
        """The row without what it refers to in its own table, unless that comes before it in this part."""
        reference = self._forms[table].reference
        if reference is None:
            return row
        ids, other = self._ids.setdefault(table, set()), row.get(reference)
        ids.add(str(row.get("id")))
        if other is None or (str(other) in ids and other != row.get("id")):
            return row
        self._links.setdefault(table, []).append({"id": row.get("id"), reference: other})
        return {**row, reference: None}

    async def send(self) -> None:
        """Load what was taken so far; the first part is refused where anything is there already."""
        part = DumpPart.model_construct(
            begins=self._begins, rows=self._rows, links={}, dry_run=self._dry_run
        )
        try:
            await self._service.load(part)
        except WorkoutError as error:
            raise self._placed(error) from error
        self._begins, self._count = False, 0
        self._rows, self._numbers, self._ids = {}, {}, {}

    async def finish(self) -> None:
        """Load the rest, and link what waited."""
        await self.send()
        for table, links in self._links.items():
            for first in range(0, len(links), PART):
                part: dict[str, Any] = {"links": {table: links[first : first + PART]}}
                await self._service.load(DumpPart(**part, dry_run=self._dry_run))

    def _placed(self, error: WorkoutError) -> WorkoutError:
        """The error with the line of its row, or else the lines among which it is."""
        numbers = [each for some in self._numbers.values() for each in some]
        if not numbers:
            return error
        place = f"lines {min(numbers)} to {max(numbers)}"
        table, row = error.details.get("table"), error.details.get("row")
        if isinstance(error, InvalidError) and table in self._numbers and isinstance(row, int):
            place = f"line {self._numbers[table][row]}"
        return type(error)(f"{place}: {error.message}", hints=error.hints or CUT_OFF)
