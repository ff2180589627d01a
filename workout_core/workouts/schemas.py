"""Workouts, the executions of exercises in them, and their sets, as they cross every border."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from workout_core.exercises.schemas import ExerciseRef
from workout_core.schemas import Line, Name, Number, PageParams, Patch, ReadSchema, Schema, Text
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    LoadMode,
    MassUnit,
    SetKind,
    Side,
    WorkoutStatus,
)

LoadValue = Annotated[Number, Field(ge=0, lt=100_000, decimal_places=6)]
Reps = Annotated[int, Field(ge=0, le=10_000)]
Seconds = Annotated[Number, Field(ge=0, le=1_000_000, decimal_places=3)]
Metres = Annotated[Number, Field(ge=0, le=10_000_000, decimal_places=3)]
Effort = Annotated[Number, Field(ge=0, le=10, decimal_places=2)]
HeartRate = Annotated[int, Field(ge=20, le=300)]
Tags = Annotated[list[Name], Field(max_length=50)]
Position = Annotated[int, Field(ge=0, le=100_000)]
Zone = Annotated[Line, Field(min_length=1, description="An IANA time zone, as in Europe/Paris.")]


class SetCreate(Schema):
    """A set as it was done. Load, repetitions, time and distance are separate quantities; each may be absent."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    kind: SetKind = "working"
    parent_set_id: Annotated[
        UUID | None, Field(description="The set that a drop or rest-pause set follows.")
    ] = None
    side: Side | None = None
    load_value: Annotated[LoadValue | None, Field(description="As typed, in `load_unit`.")] = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: Reps | None = None
    duration_s: Seconds | None = None
    distance_m: Metres | None = None
    distance_value: Annotated[Metres | None, Field(description="As typed, in `distance_unit`.")] = (
        None
    )
    distance_unit: DistanceUnit | None = None
    elevation_m: Annotated[Number | None, Field(ge=-10_000, le=100_000, decimal_places=3)] = None
    rpe: Annotated[
        Effort | None,
        Field(description="Rating of perceived exertion; 10 - RIR where RIR was typed."),
    ] = None
    effort_scale: EffortScale | None = None
    tempo: Annotated[
        Line | None, Field(description="Four places: down, pause, up, pause; X is explosive.")
    ] = None
    rest_s: Seconds | None = None
    amrap: bool = False
    failed: bool = False
    hr_avg: HeartRate | None = None
    hr_max: HeartRate | None = None
    calories: Annotated[int | None, Field(ge=0, le=100_000)] = None
    performed_at: AwareDatetime | None = None
    note: Text | None = None
    raw: Annotated[Text | None, Field(description="What was typed or imported.")] = None

    @model_validator(mode="after")
    def _load_is_whole(self) -> Self:
        if (self.load_value is None) != (self.load_unit is None):
            raise ValueError("load_value and load_unit go together")
        if self.load_value is not None and self.load_mode in (None, "bodyweight"):
            raise ValueError("a load needs its load_mode: absolute, added or assisted")
        return self


class SetUpdate(Patch):
    """What changes of a set; a field that is not given stays."""

    never_null = frozenset({"kind", "amrap", "failed", "position"})

    kind: SetKind | None = None
    side: Side | None = None
    load_value: LoadValue | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: Reps | None = None
    duration_s: Seconds | None = None
    distance_m: Metres | None = None
    rpe: Effort | None = None
    effort_scale: EffortScale | None = None
    tempo: Line | None = None
    rest_s: Seconds | None = None
    amrap: bool | None = None
    failed: bool | None = None
    hr_avg: HeartRate | None = None
    hr_max: HeartRate | None = None
    calories: Annotated[int | None, Field(ge=0, le=100_000)] = None
    note: Text | None = None
    position: Position | None = None


class SetRead(ReadSchema):
    """A set, with the load as typed and in kilograms."""

    id: UUID
    position: int
    kind: SetKind
    parent_set_id: UUID | None
    side: Side | None
    load_value: Number | None
    load_unit: MassUnit | None
    load_kg: Number | None
    load_mode: LoadMode | None
    reps: int | None
    duration_s: Number | None
    distance_m: Number | None
    distance_value: Number | None
    distance_unit: DistanceUnit | None
    elevation_m: Number | None
    rpe: Number | None
    effort_scale: EffortScale | None
    tempo: str | None
    rest_s: Number | None
    amrap: bool
    failed: bool
    hr_avg: int | None
    hr_max: int | None
    calories: int | None
    performed_at: datetime | None
    note: str | None
    raw: str | None
    target_load_value: Number | None
    target_load_unit: MassUnit | None
    target_reps: int | None
    target_reps_max: int | None
    target_rpe: Number | None
    target_duration_s: Number | None
    target_distance_m: Number | None
    created_at: datetime
    updated_at: datetime


class ExecutionCreate(Schema):
    """An exercise done in a workout, with its sets in order."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    exercise_id: UUID
    superset_group: Annotated[int | None, Field(ge=1, le=1000)] = None
    note: Text | None = None
    sets: Annotated[list[SetCreate], Field(max_length=500)] = []


class ExecutionUpdate(Patch):
    """What changes of an execution; a field that is not given stays."""

    never_null = frozenset({"exercise_id", "position"})

    exercise_id: UUID | None = None
    position: Position | None = None
    superset_group: Annotated[int | None, Field(ge=1, le=1000)] = None
    note: Text | None = None


class ExecutionRead(ReadSchema):
    """An exercise done in a workout, with its sets in order."""

    id: UUID
    exercise: ExerciseRef
    position: int
    superset_group: int | None
    note: str | None
    raw: str | None
    created_at: datetime
    updated_at: datetime
    sets: list[SetRead]


class WorkoutCreate(Schema):
    """A workout, with what was done in it."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    name: Name | None = None
    status: Annotated[
        WorkoutStatus, Field(description="`active` is the open workout, of which there is one.")
    ] = "done"
    started_at: Annotated[AwareDatetime | None, Field(description="Now, unless given.")] = None
    ended_at: AwareDatetime | None = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    bodyweight_value: LoadValue | None = None
    bodyweight_unit: MassUnit | None = None
    note: Text | None = None
    tags: Tags = []
    exercise_executions: Annotated[list[ExecutionCreate], Field(max_length=100)] = []


class WorkoutUpdate(Patch):
    """What changes of a workout; a field that is not given stays."""

    never_null = frozenset({"status", "started_at", "timezone", "tags"})

    name: Name | None = None
    status: WorkoutStatus | None = None
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    timezone: Zone | None = None
    bodyweight_value: LoadValue | None = None
    bodyweight_unit: MassUnit | None = None
    note: Text | None = None
    tags: Tags | None = None


class WorkoutFilters(PageParams):
    """Which workouts, the newest first."""

    since: Annotated[date | None, Field(description="The first day.")] = None
    until: Annotated[date | None, Field(description="The last day.")] = None
    search: Annotated[
        Line | None, Field(description="In the name, the note or an exercise's name.")
    ] = None


class WorkoutReference(Schema):
    """How a person names a workout."""

    text: Annotated[Name, Field(description="`last`, or the beginning of an id.")]


class WorkoutHead(ReadSchema):
    """What a workout is, apart from what was done in it."""

    id: UUID
    name: str | None
    status: WorkoutStatus
    started_at: datetime
    ended_at: datetime | None
    timezone: str
    local_date: date
    note: str | None
    tags: list[str]
    source: str | None
    sets: int
    volume_kg: Annotated[Number, Field(description="Load x repetitions, where there is a load.")]


class WorkoutSummary(WorkoutHead):
    """A workout in a list."""

    exercises: list[str]


class WorkoutRead(WorkoutHead):
    """A workout with everything that was done in it."""

    bodyweight_value: Number | None
    bodyweight_unit: MassUnit | None
    external_id: str | None
    created_at: datetime
    updated_at: datetime
    exercise_executions: list[ExecutionRead]


class DayRead(ReadSchema):
    """The workouts of a day."""

    local_date: date
    workouts: list[WorkoutRead]
    sets: int
    volume_kg: Number


class WorkoutLog(Schema):
    """A line of the set notation, and where and when it was done."""

    text: Annotated[str, Field(max_length=100_000, description="As in `bench 5x5@100kg rpe8`.")]
    at: Annotated[AwareDatetime | None, Field(description="Now, unless given.")] = None
    day: Annotated[date | None, Field(description="A day whose hour nobody remembers.")] = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    unit: Annotated[
        MassUnit | None, Field(description="Of loads without one; the profile's, unless given.")
    ] = None
    dry_run: Annotated[bool, Field(description="Read the line, write nothing.")] = False


class LoggedSet(ReadSchema):
    """A set as it was read from a line."""

    kind: SetKind
    side: Side | None
    load_value: Number | None
    load_unit: MassUnit | None
    load_mode: Annotated[str | None, Field(description="In a dry run also last, top or percent.")]
    reps: int | None
    duration_s: Number | None
    distance_m: Number | None
    distance_value: Number | None
    distance_unit: DistanceUnit | None
    elevation_m: Number | None
    rpe: Number | None
    effort_scale: EffortScale | None
    tempo: str | None
    rest_s: Number | None
    amrap: bool
    failed: bool
    hr_avg: int | None
    hr_max: int | None
    calories: int | None


class LoggedEntry(ReadSchema):
    """An exercise of a line, with its sets, and how the program spells what it read."""

    exercise: str
    exercise_id: UUID
    reading: str
    sets: list[LoggedSet]


class LogRead(ReadSchema):
    """What a line was read as, and the workout that it went into."""

    entries: list[LoggedEntry]
    superset: bool
    note: str | None
    workout: Annotated[WorkoutHead | None, Field(description="None in a dry run.")]
