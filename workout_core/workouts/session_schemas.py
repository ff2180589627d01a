"""The open workout on its way in and out, and the rest between two sets."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.schemas import Moment, Name, Number, ReadSchema, Schema, Text, Zone
from workout_core.vocabulary import MassUnit
from workout_core.workouts.schemas import WorkoutRead

Bodyweight = Annotated[Number, Field(gt=0, lt=1000, decimal_places=6)]
RestSeconds = Annotated[Number, Field(gt=0, le=86_400, decimal_places=3)]


class SessionStart(Schema):
    """A workout that begins."""

    name: Name | None = None
    at: Annotated[Moment | None, Field(description="Now, unless given.")] = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    note: Text | None = None
    tags: Annotated[list[Name], Field(max_length=50)] = []
    bodyweight_value: Bodyweight | None = None
    bodyweight_unit: MassUnit | None = None
    close_forgotten: Annotated[
        bool,
        Field(
            description="End a forgotten one at its last set first; discard it if it has no sets."
        ),
    ] = False


class SessionFinish(Schema):
    """How the open workout ends."""

    at: Annotated[
        Moment | None,
        Field(description="Now, unless given; of a forgotten one, when its last set was done."),
    ] = None
    name: Name | None = None
    note: Annotated[Text | None, Field(description="Added to the note that is there.")] = None


class SessionResume(Schema):
    """Which workout goes on."""

    workout_id: Annotated[UUID | None, Field(description="The last one, unless given.")] = None


class RestStart(Schema):
    """How long to rest."""

    seconds: Annotated[
        RestSeconds | None,
        Field(description="What the last set's exercise or the set itself says, else two minutes."),
    ] = None


class RestRead(ReadSchema):
    """The rest that runs; nothing in it where none does."""

    until: datetime | None
    seconds: Annotated[Number | None, Field(description="How long it takes in all.")]
    left_s: Annotated[Number, Field(description="How many seconds are left of it.")]


class SessionRead(ReadSchema):
    """The open workout, None where none is, and the rest that runs."""

    workout: WorkoutRead | None
    elapsed_s: Annotated[int | None, Field(description="Seconds since it began.")]
    last_set_at: datetime | None
    forgotten: Annotated[bool, Field(description="Nothing was done in it for twelve hours.")]
    rest: RestRead
