"""How a file was read, and what became of it."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from workout_core.schemas import Number, ReadSchema
from workout_core.transfer.schemas import Duplicate, Unmatched
from workout_core.vocabulary import MassUnit


class RejectedRow(ReadSchema):
    """A row of the file that was left out; the first line of a file is 1."""

    line: int
    reason: str


class ImportReport(ReadSchema):
    """How a file was read, and what became of it."""

    schema_: Annotated[Literal["workout.import/1"], Field(alias="schema")] = "workout.import/1"
    id: UUID | None
    format: str
    dialect: str
    dry_run: bool
    workouts: Annotated[int, Field(description="In the file, as are all counts up to `last`.")]
    executions: int
    sets: int
    exercises: int
    measurements: int
    volume_kg: Annotated[Number, Field(description="Weight x repetitions over all rows.")]
    first: Annotated[
        str | None, Field(description="The start of the first workout, as it stands in the file.")
    ]
    last: str | None
    rows: Annotated[int, Field(description="Rows of data, the rejected ones too.")]
    rows_not_sets: Annotated[
        dict[str, int], Field(description="Rows that are no sets, by what they are.")
    ]
    rows_repeated: int
    unit: MassUnit | None
    unit_reason: str
    unit_certain: bool
    date_order: str | None
    date_reason: str
    date_certain: bool
    timezone: str
    new: int
    unchanged: int
    changed: int
    updated: int
    conflicting: int
    deleted: int
    measurements_new: int
    measurements_known: int
    unmatched: list[Unmatched]
    duplicates: list[Duplicate]
    rejected: list[RejectedRow]
    unknown_columns: list[str]
    warnings: list[str]


class ImportReports(ReadSchema):
    """The reports of several files, which were imported together."""

    schema_: Annotated[Literal["workout.imports/1"], Field(alias="schema")] = "workout.imports/1"
    items: list[ImportReport]
    total: int
