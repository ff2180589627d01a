"""Workouts, the executions of exercises in them, and their sets, as they cross every border."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from workout_core.schemas import Line, Name, Number, ReadSchema, Schema, Text
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
Tags = Annotated[list[Name], Field(max_length=50)]
Position = Annotated[int, Field(ge=0, le=100_000)]


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


class SetUpdate(Schema):
    """What changes of a set; a field that is not given stays."""

    kind: SetKind = "working"
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
    amrap: bool = False
    failed: bool = False
    hr_avg: HeartRate | None = None
    hr_max: HeartRate | None = None
    calories: Annotated[int | None, Field(ge=0, le=100_000)] = None
    note: Text | None = None
    position: Position = 0


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
