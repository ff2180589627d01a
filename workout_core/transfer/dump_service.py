"""Takes a whole account out, and brings one back: every row of every table, as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from pydantic import ValidationError

from workout_core.attachments.schemas import AttachmentFacts
from workout_core.errors import ConflictError, InvalidError, NotFoundError
from workout_core.live.schemas import PlannedSet
from workout_core.transfer.dump_rows import as_id, checked
from workout_core.transfer.dump_schemas import (
    DumpedTable,
    DumpPartRead,
    DumpRows,
    DumpTables,
    DumpWorkouts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_repository import DumpRepository
    from workout_core.transfer.dump_rows import TableForm
    from workout_core.transfer.dump_schemas import DumpedRow, DumpParams, DumpPart

FIRST: Final = UUID(int=0)
LOOKUP: Final = 500
WORKOUTS: Final = "workouts"
ATTACHMENTS: Final = "attachments"
FACTS: Final = tuple(AttachmentFacts.model_fields)
MOST_WORKOUTS: Final = 200


class DumpService:
    """In process all of it is one transaction, and a dump one moment; remotely each part is a transaction of its own.

    So a dump from a server on which somebody logs meanwhile may have a part of a change, and a load into a server
    that breaks off leaves what it has loaded.
    """

    def __init__(self, repository: DumpRepository) -> None:
        self._repository = repository

    async def tables(self) -> DumpTables:
        """What a dump consists of, and whether there is anything yet.

        Access tokens are secrets of this database and in no dump.
        """
        return DumpTables(
            revision=self._repository.revision,
            empty=await self._repository.is_empty(FIRST),
            tables=[_told(each) for each in self._repository.forms.values()],
        )

    async def page(self, table: str, data: DumpParams) -> DumpRows:
        """Some rows of a table, the deleted ones too."""
        rows = await self._repository.page(self._form(table), data.after, data.size)
        return DumpRows.model_construct(rows=rows)

    async def workouts(self, data: DumpParams) -> DumpWorkouts:
        """Some workouts with all that is in them, the deleted ones too; at most 200."""
        size = min(data.size, MOST_WORKOUTS)
        workouts = await self._repository.page(self._form(WORKOUTS), data.after, size)
        executions = await self._repository.executions([row["id"] for row in workouts])
        ids = [row["id"] for row in executions]
        sets: list[Row] = []
        for first in range(0, len(ids), LOOKUP):
            sets += await self._repository.sets(ids[first : first + LOOKUP])
        return DumpWorkouts.model_construct(
            workouts=workouts, exercise_executions=executions, sets=sets
        )

    async def load(self, data: DumpPart) -> DumpPartRead:
        """Add rows of a dump as they once were; the first part is refused where anything is there already."""
        if data.begins and not await self._repository.is_empty(FIRST):
            raise ConflictError(
                "There are records already, and a dump is loaded into an empty database",
                hints=[
                    "WORKOUT_DATABASE_URL=sqlite:////home/me/another.db workout load FILE",
                    "workout load FILE --files brings only the files of an archive",
                    "workout restore takes a copy of the database back",
                ],
            )
        for name in (*data.rows, *data.links):
            self._form(name)
        for name, form in self._repository.forms.items():
            rows = _all_checked(form, data.rows.get(name, ()))
            if rows and not data.dry_run:
                await self._repository.load(form, rows)
        if not data.dry_run:
            await self._repository.spoil_records()
        for name, links in data.links.items():
            found = _all_linked(self._form(name), links)
            if not data.dry_run:
                await self._repository.link(self._form(name), found)
        return DumpPartRead(rows=sum(map(len, data.rows.values())))

    def _form(self, table: str) -> TableForm:
        try:
            return self._repository.forms[table]
        except KeyError:
            raise NotFoundError(
                f"A dump has no table {table!r}", hints=list(self._repository.forms)
            ) from None


def _told(form: TableForm) -> DumpedTable:
    columns = [each._asdict() for each in form.columns]
    return DumpedTable.model_validate(
        {"name": form.name, "columns": columns, "reference": form.reference}
    )


def _all_checked(form: TableForm, rows: Sequence[DumpedRow]) -> list[Row]:
    """The values of rows; an error tells in its details of which it is."""
    found: list[Row] = []
    for row in rows:
        try:
            whole = checked(form, row)
            _look_into(form, whole)
            found.append(whole)
        except InvalidError as error:
            error.details |= {"table": form.name, "row": len(found)}
            raise
    return found


def _look_into(form: TableForm, row: Row) -> None:
    """Refuse what no column forbids, but nothing here would have written."""
    try:
        for each in row.get("plan") or ():
            PlannedSet.model_validate(each)
        if form.name == ATTACHMENTS:  # whose bytes are found by what it says
            AttachmentFacts.model_validate({each: row[each] for each in FACTS})
    except ValidationError as error:
        raise InvalidError.from_pydantic(error) from error


def _all_linked(form: TableForm, rows: Sequence[DumpedRow]) -> list[tuple[UUID, UUID]]:
    try:
        return [(as_id(row["id"]), as_id(row[form.reference])) for row in rows if form.reference]
    except (KeyError, TypeError, ValueError):
        raise InvalidError(f"A link of {form.name} is none") from None
