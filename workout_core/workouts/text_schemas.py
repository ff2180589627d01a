"""A workout as text on its way in and out."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.schemas import ReadSchema, Schema
from workout_core.vocabulary import MassUnit
from workout_core.workouts.log_schemas import UsualUnit
from workout_core.workouts.schemas import WorkoutRead

Unit = Annotated[
    MassUnit | None, Field(description="Of loads without one; the exercise's, unless given.")
]


class WorkoutText(ReadSchema):
    """A workout in the set notation: lines of `key: value`, then one line an exercise or superset."""

    workout_id: UUID
    text: str
    version: Annotated[str, Field(description="Changes whenever the workout does.")]


class WorkoutTextUpdate(Schema):
    """What a workout should say."""

    text: Annotated[str, Field(max_length=1_000_000)]
    version: Annotated[
        str | None,
        Field(max_length=64, description="That of the text that was edited; it must still hold."),
    ] = None
    unit: Unit = None
    usual_unit: UsualUnit = None


class WorkoutTextEdit(Schema):
    """What one of several workouts should say."""

    workout_id: UUID
    text: Annotated[str, Field(max_length=1_000_000)]
    version: Annotated[str | None, Field(max_length=64)] = None


class WorkoutTextsUpdate(Schema):
    """What several workouts should say: all of it is applied, or nothing."""

    texts: Annotated[list[WorkoutTextEdit], Field(min_length=1, max_length=100)]
    unit: Unit = None
    usual_unit: UsualUnit = None


class WorkoutsRead(ReadSchema):
    """Some workouts, in the order in which they were asked for."""

    workouts: list[WorkoutRead]


class SetText(Schema):
    """What one set should say."""

    text: Annotated[str, Field(max_length=1_000, description="As in `102.5x5 rpe9`.")]
    unit: Unit = None
    usual_unit: UsualUnit = None
