"""A line of the set notation on its way in, and what was read of it on its way out.

They stand apart from the other schemas of workouts because logging a set, which is done most, should load little.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.schemas import Day, Moment, Name, Number, ReadSchema, Schema, Zone
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    MassUnit,
    SetKind,
    Side,
    Tracking,
    WorkoutStatus,
)


class WorkoutLog(Schema):
    """A line of the set notation, and where and when it was done."""

    text: Annotated[str, Field(max_length=100_000, description="As in `bench 5x5@100kg rpe8`.")]
    at: Annotated[Moment | None, Field(description="Now, unless given.")] = None
    day: Annotated[Day | None, Field(description="A day whose hour nobody remembers.")] = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    unit: Annotated[
        MassUnit | None, Field(description="Of loads without one; the profile's, unless given.")
    ] = None
    new: Annotated[
        Name | None,
        Field(description="The exercise of which `text` is the sets, added if nobody knows it."),
    ] = None
    tracking: Annotated[
        Tracking, Field(description="What is counted of an exercise that is added.")
    ] = "weight_reps"
    dry_run: Annotated[bool, Field(description="Read the line, write nothing.")] = False

    @model_validator(mode="after")
    def _says_when_once(self) -> Self:
        if self.at is not None and self.day is not None:
            raise ValueError("at and day say the same; give one of them")
        return self


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


class LoggedWorkout(ReadSchema):
    """The workout that a line went into, and what it comes to now."""

    id: UUID
    name: str | None
    status: WorkoutStatus
    started_at: datetime
    ended_at: datetime | None
    timezone: str
    local_date: date
    sets: int
    volume_kg: Number


class LogRead(ReadSchema):
    """What a line was read as, and the workout that it went into."""

    entries: list[LoggedEntry]
    superset: bool
    note: str | None
    added: Annotated[str | None, Field(description="The exercise that is new.")] = None
    workout: Annotated[LoggedWorkout | None, Field(description="None in a dry run.")]
