"""A dump as it crosses every border: the rows of tables, each value as JSON has it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from workout_core.schemas import Line, ReadSchema, Schema

DumpedRow = dict[str, Any]
Rows = Annotated[list[DumpedRow], Field(max_length=20_000)]


class DumpedColumn(ReadSchema):
    """A column, and what its values are: uuid, instant, day, decimal, json, bool, int or text."""

    name: str
    kind: str
    nullable: bool


class DumpedTable(ReadSchema):
    """A table of a dump."""

    name: str
    columns: list[DumpedColumn]
    reference: Annotated[
        str | None, Field(description="The column that names another row of the same table.")
    ]


class DumpTables(ReadSchema):
    """What a dump consists of."""

    revision: Annotated[str, Field(description="Which tables these are, as migrations count.")]
    empty: Annotated[bool, Field(description="Whether nothing is there but the profile.")]
    tables: Annotated[list[DumpedTable], Field(description="Each behind those that it refers to.")]


class DumpParams(Schema):
    """Which part of a table: so many rows behind an id."""

    after: Annotated[UUID, Field(description="The last id that is known already.")] = UUID(int=0)
    size: Annotated[int, Field(ge=1, le=5_000)] = 1_000


class DumpRows(ReadSchema):
    """Rows of a table by their ids, the deleted ones too; fewer than were asked for are the last."""

    rows: list[DumpedRow]


class DumpWorkouts(ReadSchema):
    """Workouts by their ids with all that is in them, the deleted ones too."""

    workouts: list[DumpedRow]
    exercise_executions: list[DumpedRow]
    sets: list[DumpedRow]


class DumpPart(Schema):
    """Rows to be loaded, by the names of their tables, in whatever order."""

    begins: Annotated[bool, Field(description="The first part: nothing may be there yet.")] = False
    rows: dict[Line, Rows] = Field(default_factory=dict)
    links: dict[Line, Rows] = Field(
        default_factory=dict,
        description="Of rows that are there: id, and the row of their table that they name.",
    )
    dry_run: Annotated[bool, Field(description="Look whether they are rows, write none.")] = False


class DumpPartRead(ReadSchema):
    """How many rows of a part were loaded, or would be."""

    rows: int


class DumpLoadRead(ReadSchema):
    """What was loaded of a dump, or would be."""

    rows: Annotated[dict[str, int], Field(description="How many rows, by their tables.")]
    files: Annotated[int, Field(description="Of how many files the bytes came along.")] = 0
    left: Annotated[list[str], Field(description="The files that did not, and why.")] = Field(
        default_factory=list
    )
    dry_run: bool
