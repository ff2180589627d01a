"""Series of days, as they cross every border."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from workout_core.exercises.reference import ExerciseRef
from workout_core.schemas import Day, Name, Number, ReadSchema, Schema
from workout_core.statistics.schemas import Estimate
from workout_core.training.one_rep_max import DEFAULT, Formula
from workout_core.vocabulary import MassUnit

Measure = Literal["e1rm", "volume", "reps", "weight", "pace", "distance", "duration"]
Told = Annotated[MassUnit | None, Field(description="In what masses are told; the profile's.")]


class _Days(Schema):
    since: Annotated[Day | None, Field(description="The first day.")] = None
    until: Annotated[Day | None, Field(description="The last day.")] = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until})")
        return self


class SeriesFilters(_Days):
    """What of an exercise, and of which days."""

    exercise: Annotated[Name, Field(description="A name, an alias, a slug or an id.")]
    measure: Annotated[
        Measure | None,
        Field(
            description="What the exercise has, unless given: e1rm, reps, pace, distance, duration."
        ),
    ] = None
    unit: Told = None
    formula: Estimate = DEFAULT


class SeriesPoint(ReadSchema):
    """What a day came to."""

    local_date: date
    value: Number
    record: Annotated[bool, Field(description="More than on every day before it; of a pace less.")]
    deload: Annotated[bool, Field(description="A workout of the day has the tag `deload`.")]


class SeriesRead(ReadSchema):
    """A value a day for the days on which an exercise was done, in order."""

    exercise: ExerciseRef
    measure: Measure
    e1rm_formula: Annotated[Formula | None, Field(description="Of an e1RM; one throughout.")]
    unit: Annotated[str, Field(description="kg or lb; reps, s/km, m or s.")]
    since: date | None
    until: date | None
    items: Sequence[SeriesPoint]
    total: int
    rule: Annotated[str, Field(description="What the value of a day is.")]
    counted: Annotated[int, Field(description="Sets of these days that count.")]
    left_out: Annotated[
        int, Field(description="Sets of these days, warm-ups aside, of which no value is known.")
    ]


class ChartTrendFilters(_Days):
    """What is measured, and of which days."""

    type: Annotated[
        Name | None,
        Field(description="A slug, a name or an alias, as in bw; weight, unless given."),
    ] = None
    unit: Annotated[
        MassUnit | None, Field(description="With kg in kg and cm, with lb in lb and in.")
    ] = None


class ChartTrendPoint(ReadSchema):
    """What was measured on a day (the mean, if it was more than once), and the trend up to then."""

    local_date: date
    value: Number
    trend: Number


class ChartTrendRead(ReadSchema):
    """What was measured day by day, in order, with its trend."""

    type: str
    name: str
    unit: str
    since: date | None
    until: date | None
    items: Sequence[ChartTrendPoint]
    total: int
    rule: Annotated[str, Field(description="How the trend is made.")]
