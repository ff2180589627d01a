"""Workouts, executions and sets on their way in; apart from `schemas`, so that who only reads loads less."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.paging import Patch
from workout_core.schemas import Day, Line, Moment, Name, Number, Schema, Text, Zone
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    LoadMode,
    MassUnit,
    SetKind,
    Side,
)

LoadValue = Annotated[Number, Field(ge=0, lt=100_000, decimal_places=6)]
Reps = Annotated[int, Field(ge=0, le=10_000)]
Seconds = Annotated[Number, Field(ge=0, le=1_000_000, decimal_places=3)]
Metres = Annotated[Number, Field(ge=0, le=10_000_000, decimal_places=3)]
Effort = Annotated[Number, Field(ge=0, le=10, decimal_places=2)]
HeartRate = Annotated[int, Field(ge=20, le=300)]
KeptStatus = Literal["active", "done"]
Place = Annotated[
    int, Field(ge=0, le=10_000, description="The place in the order, from 0; the others make room.")
]
Tags = Annotated[list[Name], Field(max_length=50)]


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
    performed_at: Moment | None = None
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

    never_null = frozenset({"position", "kind", "amrap", "failed"})

    position: Place | None = None
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

    never_null = frozenset({"position", "exercise_id"})

    position: Place | None = None
    exercise_id: UUID | None = None
    superset_group: Annotated[int | None, Field(ge=1, le=1000)] = None
    note: Text | None = None


class ExecutionMove(Schema):
    """Where an exercise goes, with its sets."""

    workout_id: UUID
    position: Place | None = None


class Superset(Schema):
    """Exercises of a workout that are done in turn, or no longer."""

    execution_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]
    split: Annotated[bool, Field(description="Each by itself again.")] = False


class Removal(Schema):
    """What is taken out of a workout at once."""

    execution_ids: Annotated[list[UUID], Field(max_length=100)] = []
    set_ids: Annotated[list[UUID], Field(max_length=5000)] = []


class WorkoutCopy(Schema):
    """When the copy of a workout was done: now, unless given; on a day, at the time of day of the first."""

    at: Moment | None = None
    day: Day | None = None
    timezone: Annotated[Zone | None, Field(description="That of the first, unless given.")] = None


class WorkoutCreate(Schema):
    """A workout, with what was done in it."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    name: Name | None = None
    status: Annotated[
        KeptStatus, Field(description="`active` is the open workout, of which there is one.")
    ] = "done"
    started_at: Annotated[Moment | None, Field(description="Now, unless given.")] = None
    ended_at: Moment | None = None
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
    status: KeptStatus | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    timezone: Zone | None = None
    bodyweight_value: LoadValue | None = None
    bodyweight_unit: MassUnit | None = None
    note: Text | None = None
    tags: Tags | None = None
