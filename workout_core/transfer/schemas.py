"""Imports and exports as they cross every border."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, NaiveDatetime, model_validator

from workout_core.exercises.schemas import ExerciseRead, TrainingMaxRead
from workout_core.schemas import Line, Name, Number, ReadSchema, Schema, Zone, clean
from workout_core.vocabulary import DistanceUnit, EffortScale, LoadMode, MassUnit, SetKind
from workout_core.workouts.schemas import WorkoutRead

Foreign = Annotated[str, AfterValidator(partial(clean, lines=True)), Field(max_length=20_000)]


Load = Annotated[Number, Field(ge=0, le=1_000_000, decimal_places=6)]
Seconds = Annotated[Number, Field(ge=0, le=10_000_000, decimal_places=3)]
Distance = Annotated[Number, Field(ge=0, le=100_000_000, decimal_places=6)]
WallTime = Annotated[
    NaiveDatetime, Field(ge=datetime(1900, 1, 1), lt=datetime(2200, 1, 1))  # noqa: DTZ001
]


class ImportedSet(Schema):
    """A set as another app kept it."""

    kind: SetKind = "working"
    load_value: Load | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: Annotated[int | None, Field(ge=0, le=1_000_000)] = None
    duration_s: Seconds | None = None
    distance_m: Distance | None = None
    distance_value: Distance | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Annotated[Number | None, Field(ge=0, le=10, decimal_places=2)] = None
    effort_scale: EffortScale | None = None
    rest_s: Seconds | None = None
    failed: bool = False
    note: Foreign | None = None
    raw: Foreign | None = None

    @model_validator(mode="after")
    def _load_is_whole(self) -> Self:
        if (self.load_value is None) != (self.load_unit is None):
            raise ValueError("load_value and load_unit go together")
        if self.load_value is not None and self.load_mode in (None, "bodyweight"):
            raise ValueError("a load needs its load_mode: absolute, added or assisted")
        return self


class ImportedExecution(Schema):
    """An exercise in a workout of another app, by the name that it has there."""

    exercise: Name
    note: Foreign | None = None
    sets: Annotated[list[ImportedSet], Field(max_length=10_000)]


class ImportedWorkout(Schema):
    """A workout of another app; its key there is what an import knows it by again."""

    source_key: Name
    name: Name | None = None
    started_at: Annotated[WallTime, Field(description="Wall time, in the zone of the import.")]
    ended_at: WallTime | None = None
    note: Foreign | None = None
    extras: dict[str, Any] = {}
    executions: Annotated[list[ImportedExecution], Field(max_length=10_000)]


class ImportData(Schema):
    """What was read of a file, to be planned or applied."""

    source: Annotated[Name, Field(description="The app, as in strong.")]
    dialect: Line = ""
    file_name: Line = ""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    timezone: Zone
    options: dict[str, Any] = {}
    dry_run: bool = False
    workouts: Annotated[list[ImportedWorkout], Field(max_length=1_000_000)]

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        if len({each.source_key for each in self.workouts}) < len(self.workouts):
            raise ValueError("two workouts have the same source_key")
        return self


class Unmatched(ReadSchema):
    """An exercise that the catalogue and the user don't have; applying the import adds it to the user's own."""

    name: str
    sets: int
    suggestions: list[str]


class ImportRead(ReadSchema):
    """What an import does, or would do, to the workouts that are there already."""

    id: UUID | None
    source: str
    new: Annotated[int, Field(description="Workouts that are not here yet.")]
    unchanged: Annotated[
        int, Field(description="Workouts that are here as they stand in the file.")
    ]
    changed: Annotated[
        int,
        Field(
            description="Workouts that differ in the file from when they were imported; they stay as they are here."
        ),
    ]
    deleted: Annotated[
        int, Field(description="Deleted here since they were imported; they stay so.")
    ]
    unmatched: list[Unmatched]


class ImportRecord(ReadSchema):
    """An import that was applied."""

    id: UUID
    source: str
    dialect: str
    file_name: str
    sha256: str
    options: dict[str, Any]
    result: dict[str, Any]
    created_at: datetime


class ExportedExercise(ExerciseRead):
    """An exercise with every training max that it has had."""

    training_maxes: Annotated[list[TrainingMaxRead], Field(description="The oldest first.")]


class ExportRead(ReadSchema):
    """Everything that a user has, in one document."""

    schema_: Annotated[Literal["workout.export/1"], Field(alias="schema")] = "workout.export/1"
    exported_at: datetime
    unit: MassUnit
    timezone: str | None
    exercises: Annotated[
        list[ExportedExercise], Field(description="Those that the user used, changed or made.")
    ]
    workouts: Annotated[list[WorkoutRead], Field(description="The oldest first.")]
    imports: list[ImportRecord]
    first: date | None
    last: date | None
    sets: int
    volume_kg: Number


class RejectedRow(ReadSchema):
    """A row of the file that was left out; the first line of a file is 1."""

    line: int
    reason: str


class ImportReport(ReadSchema):
    """How a file was read, and what became of it."""

    id: UUID | None
    format: str
    dialect: str
    dry_run: bool
    workouts: Annotated[int, Field(description="In the file, as are all counts up to `last`.")]
    executions: int
    sets: int
    exercises: int
    volume_kg: Annotated[Number, Field(description="Weight x repetitions over all rows.")]
    first: Annotated[
        str | None, Field(description="The start of the first workout, as it stands in the file.")
    ]
    last: str | None
    unit: MassUnit | None
    unit_reason: str
    unit_certain: bool
    timezone: str
    new: int
    unchanged: int
    changed: int
    deleted: int
    unmatched: list[Unmatched]
    rejected: list[RejectedRow]
    unknown_columns: list[str]
    warnings: list[str]
