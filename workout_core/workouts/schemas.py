"""Workouts, the executions of exercises in them, and their sets, as they are read."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.exercises.reference import ExerciseRef
from workout_core.paging import PageParams
from workout_core.schemas import Day, Line, Name, Number, ReadSchema, Schema
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    LoadMode,
    MassUnit,
    SetKind,
    Side,
    WorkoutStatus,
)


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


class WorkoutFilters(PageParams):
    """Which workouts, the newest first."""

    since: Annotated[Day | None, Field(description="The first day.")] = None
    until: Annotated[Day | None, Field(description="The last day.")] = None
    search: Annotated[
        Line | None, Field(description="In the name, an exercise's name or any note.")
    ] = None
    exercise: Annotated[
        Name | None, Field(description="Done in it: a name, an alias, a slug or an id.")
    ] = None
    tags: Annotated[list[Line], Field(max_length=20, description="All of these, exactly.")] = []

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until})")
        return self


class WorkoutReference(Schema):
    """How a person names a workout."""

    text: Annotated[Name, Field(description="`last`, `open`, or the beginning of an id.")]


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
    volume_kg: Annotated[
        Number,
        Field(
            description="Load x implements x repetitions; warm-ups, help and the body do not count."
        ),
    ]


class WorkoutSummary(WorkoutHead):
    """A workout in a list."""

    exercises: list[str]
    distance_m: Annotated[Number, Field(description="Of all its sets together.")] = Decimal(0)


class WorkoutRead(WorkoutHead):
    """A workout with everything that was done in it."""

    bodyweight_value: Number | None
    bodyweight_unit: MassUnit | None
    external_id: str | None
    extras: Annotated[
        dict[str, Any],
        Field(description="What has no field of its own: of an import, or when it was resumed."),
    ]
    created_at: datetime
    updated_at: datetime
    exercise_executions: list[ExecutionRead]


class DayRead(ReadSchema):
    """The workouts of a day."""

    local_date: date
    workouts: list[WorkoutRead]
    sets: int
    volume_kg: Number
