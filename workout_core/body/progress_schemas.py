"""Trends of measurements, and what they should come to, as they cross every border."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.body.schemas import TypeName, Unit, Value
from workout_core.body.trend import HALF_LIFE
from workout_core.schemas import Day, Number, ReadSchema, Schema
from workout_core.vocabulary import MassUnit

HalfLife = Annotated[Number, Field(ge=1, le=365, decimal_places=2)]


class TrendFilters(Schema):
    """The trend of what, on which days, and how slowly it follows."""

    type: TypeName
    since: Day | None = None
    until: Day | None = None
    half_life_days: Annotated[
        HalfLife, Field(description="After so many days a measurement counts half.")
    ] = HALF_LIFE


class TrendPoint(ReadSchema):
    """A day on which something was measured."""

    date: date
    value: Annotated[Number, Field(description="The mean of the day, to 0.01.")]
    trend: Annotated[Number, Field(description="To 0.01.")]


class TrendRead(ReadSchema):
    """The trend of a measurement, in the unit in which it was measured last."""

    type: str
    name: str
    unit: str
    half_life_days: Number
    rule: Annotated[str, Field(description="How it is computed.")]
    per_week: Annotated[
        Number | None,
        Field(description="How the trend changes; null where it spans less than a week."),
    ]
    items: Sequence[TrendPoint]


class MeasuredRead(ReadSchema):
    """What is measured of the body: the last measurement, and where it has been going."""

    type: str
    name: str
    unit: str
    value: Annotated[Number, Field(description="What was measured last.")]
    local_date: date
    change: Annotated[
        Number | None,
        Field(description="Of the trend in the last thirty days; null where it is younger."),
    ]
    trend: Annotated[Sequence[Number], Field(description="Day by day, of the last ninety days.")]


class MeasuredList(ReadSchema):
    """All that has been measured, by what it is."""

    items: Sequence[MeasuredRead]


class GoalSet(Schema):
    """What a measurement should come to; another goal of the same type gives way."""

    type: TypeName
    value: Value
    unit: Annotated[Unit | None, Field(description="The type's for this user, unless given.")] = (
        None
    )
    system: Annotated[
        MassUnit | None, Field(description="In what a value without a unit is; the profile's.")
    ] = None
    since: Annotated[Day | None, Field(description="Where it begins; today, unless given.")] = None
    until: Annotated[Day | None, Field(description="By when.")] = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.since and self.until and self.until <= self.since:
            raise ValueError("a goal is for a day after the one on which it begins")
        return self


class GoalKept(ReadSchema):
    """A goal, as it was set."""

    id: UUID
    type: str
    name: str
    value: Number
    unit: str
    since: date
    until: date | None


class GoalRead(GoalKept):
    """A goal and how far it is; all values are in its unit, and null where nothing was measured."""

    start: Annotated[
        Number | None,
        Field(description="Measured last by the day on which it began, else first after it."),
    ]
    current: Annotated[Number | None, Field(description="The trend now, to 0.01.")]
    measured: Annotated[date | None, Field(description="When it was measured last.")]
    progress_percent: Annotated[
        Number | None, Field(description="Of the way from the start to the goal, to 0.1.")
    ]
    per_week: Annotated[Number | None, Field(description="How the trend changes.")]
    needed_per_week: Annotated[
        Number | None, Field(description="What brings it there by the day that was set.")
    ]
    expected: Annotated[
        date | None, Field(description="When the trend gets there if it goes on; null if never.")
    ]
    reached: bool


class GoalList(ReadSchema):
    """What the user aims at, by what is measured."""

    items: Sequence[GoalRead]
    rule: Annotated[str, Field(description="How the trend is computed.")]
