"""What was done, looked back at: by exercise, by day, by a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.exercises.reference import ExerciseRef
from workout_core.paging import PageParams
from workout_core.schemas import Day, Line, Name, Number, ReadSchema, Schema
from workout_core.workouts.schemas import SetRead

Place = Literal["workout", "note", "tag", "exercise note", "set note", "exercise", "alias"]


class SessionFilters(PageParams):
    """Which sessions, the newest first."""

    exercise: Annotated[Name, Field(description="A name, an alias, a slug or an id.")]


class ExerciseSessionRead(ReadSchema):
    """An exercise as it was done in one workout, with all its sets there."""

    workout_id: UUID
    name: Annotated[str | None, Field(description="The workout's.")]
    local_date: date
    started_at: datetime
    timezone: str
    note: Annotated[str | None, Field(description="What was noted of the exercise.")]
    volume_kg: Number
    sets: list[SetRead]


class ExerciseSessionsRead(ReadSchema):
    """One page of the sessions of an exercise, and how many there are in all."""

    exercise: ExerciseRef
    items: Sequence[ExerciseSessionRead]
    total: int
    page: int
    size: int


class DaysFilters(Schema):
    """Which days."""

    since: Annotated[Day, Field(description="The first day.")]
    until: Annotated[Day, Field(description="The last day.")]

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until})")
        return self


class DayTotals(ReadSchema):
    """What a day came to."""

    local_date: date
    workouts: int
    sets: int
    volume_kg: Number
    minutes: Annotated[int, Field(description="Of workouts whose end is known.")]


class DaysRead(ReadSchema):
    """The days on which something was done, in order, and what they come to together."""

    since: date
    until: date
    items: Sequence[DayTotals]
    total: int
    workouts: int
    sets: int
    volume_kg: Number
    minutes: int
    weeks_in_a_row: Annotated[
        int, Field(description="Up to the last week, which may be without a workout yet.")
    ]
    most_weeks_in_a_row: int


class SearchFilters(PageParams):
    """What is searched for; upper and lower case are alike."""

    text: Annotated[Line, Field(min_length=1, description="As it stands in a name or a note.")]


class FoundRead(ReadSchema):
    """Where the text stands."""

    place: Place
    local_date: date | None
    workout_id: UUID | None
    exercise_id: UUID | None
    exercise: str | None
    text: str


class SearchRead(ReadSchema):
    """One page of what was found, the newest first and exercises last, and how much there is in all."""

    text: str
    items: Sequence[FoundRead]
    total: int
    unused: Annotated[
        int, Field(description="How many names of exercises that were never used hold it besides.")
    ]
    page: int
    size: int
