"""Statistics: what was asked, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.exercises.reference import ExerciseRef
from workout_core.paging import PageParams
from workout_core.schemas import Day, Name, Number, ReadSchema, Schema
from workout_core.training.bands import Standing
from workout_core.training.one_rep_max import DEFAULT, Formula
from workout_core.training.records import RecordKind
from workout_core.vocabulary import Muscle

By = Literal["week", "month"]
ExerciseName = Annotated[Name, Field(description="A name, an alias, a slug or an id.")]
Estimate = Annotated[
    Formula, Field(description="By which what could be lifted once (e1RM) is estimated.")
]
Kilograms = Annotated[Number | None, Field(description="Nothing where none is known.")]


class Excluded(ReadSchema):
    """Sets that do not count, and why."""

    reason: str
    sets: int


class Explanation(ReadSchema):
    """How a statistic is made: its rule, how many sets counted, and which did not."""

    rule: list[str]
    counted: int
    excluded: list[Excluded]


class RecordFilters(PageParams):
    """Which records, the newest first."""

    exercise: ExerciseName | None = None
    kind: RecordKind | None = None
    since: Annotated[Day | None, Field(description="Only those made on this day or later.")] = None
    at: Annotated[Day | None, Field(description="As if this day were the last one.")] = None
    standing: Annotated[bool, Field(description="Only those that nothing has beaten since.")] = (
        False
    )
    formula: Estimate = DEFAULT


class RecordRead(ReadSchema):
    """Something that was never done before it; without `previous` it is the first of its kind.

    Masses are in the unit in which the load was typed, and once more in kilograms. Of a `rep_pr` `previous` is the
    most weight for as many repetitions, and `previous_reps` the most repetitions with as much weight.
    """

    exercise: ExerciseRef
    kind: RecordKind
    value: Number
    unit: Annotated[str, Field(description="kg or lb, s, m.")]
    value_kg: Annotated[Number | None, Field(description="Of masses.")]
    reps: int | None
    distance: Annotated[str | None, Field(description="The standard distance of a fastest time.")]
    previous: Number | None
    previous_reps: int | None
    first: bool
    standing: Annotated[bool, Field(description="Whether nothing has beaten it since.")]
    local_date: date
    started_at: datetime
    workout_id: UUID
    set_id: Annotated[UUID | None, Field(description="Nothing for the volume of a workout.")]


class RecordsRead(ReadSchema):
    """One page of records, and how many there are in all."""

    items: Sequence[RecordRead]
    total: int
    page: int
    size: int
    e1rm_formula: Formula
    explain: Explanation


class PeriodFilters(Schema):
    """Which days."""

    since: Annotated[Day, Field(description="The first day.")]
    until: Annotated[Day, Field(description="The last day.")]

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.since > self.until:
            raise ValueError(f"since ({self.since}) is after until ({self.until})")
        return self


class PeriodRecordsRead(ReadSchema):
    """The records that some days brought."""

    since: date
    until: date
    items: Sequence[RecordRead]
    total: int


class SpanFilters(PeriodFilters):
    """Which exercise, on which days."""

    exercise: ExerciseName
    formula: Estimate = DEFAULT


class StatsTrendFilters(SpanFilters):
    """Which exercise, on which days, by the week or the month."""

    by: By = "week"


class StatsTrendRead(ReadSchema):
    """What was done of an exercise in a week or a month."""

    first_day: date
    workouts: int
    sets: int
    hard_sets: int
    reps: int
    volume_kg: Kilograms
    weight_kg: Annotated[Number | None, Field(description="The heaviest, as it was typed.")]
    e1rm_kg: Annotated[Number | None, Field(description="The highest estimate.")]
    duration_s: Number
    distance_m: Number
    pace_s_per_km: Number | None


class BestSetRead(ReadSchema):
    """The most weight with a number of repetitions, and the day on which it was first lifted."""

    reps: int
    weight_kg: Annotated[Number, Field(description="The load added, on moves of the body.")]
    local_date: date


class BestTimeRead(ReadSchema):
    """The least time over a standard distance."""

    distance: str
    distance_m: Number
    duration_s: Number
    pace_s_per_km: Number
    local_date: date
    workout_id: UUID


class ExerciseStatsRead(ReadSchema):
    """An exercise over time: its trend, its best sets and times, how often it was done."""

    exercise: ExerciseRef
    since: date
    until: date
    by: By
    items: Sequence[StatsTrendRead]
    total: int
    workouts: int
    hard_sets: int
    volume_kg: Kilograms
    e1rm_kg: Kilograms
    e1rm_formula: Formula
    workouts_per_week: Annotated[Number, Field(description="From the first day to the last.")]
    best_sets: list[BestSetRead]
    best_times: list[BestTimeRead]
    explain: Explanation


class WeekFilters(Schema):
    """Which week: that of a day, from Monday on."""

    day: Day


class MuscleSetsRead(ReadSchema):
    """How many hard sets a muscle had; half of one where it only helps."""

    muscle: Muscle
    sets: Number
    direct_sets: int
    band_low: int | None
    band_high: int | None
    place: Annotated[Standing | None, Field(description="Below, inside or above the band.")]


class WeekStatsRead(ReadSchema):
    """The hard sets of a week, by muscle."""

    since: date
    until: date
    items: Sequence[MuscleSetsRead]
    total: int
    hard_sets: int
    explain: Explanation


class TotalsRead(ReadSchema):
    """What some days came to."""

    since: date
    until: date
    workouts: int
    days: int
    minutes: Annotated[int, Field(description="Of workouts whose end is known.")]
    sets: int
    hard_sets: int
    reps: int
    volume_kg: Number
    distance_m: Number


class ExerciseTotalsRead(ReadSchema):
    """What was done of an exercise."""

    exercise: ExerciseRef
    workouts: int
    sets: int
    hard_sets: int
    reps: int
    volume_kg: Kilograms
    e1rm_kg: Kilograms
    distance_m: Number


class YearFilters(Schema):
    """Which year."""

    year: Annotated[int, Field(ge=1900, lt=2200)]
    formula: Estimate = DEFAULT


class YearStatsRead(ReadSchema):
    """A year, and its exercises, those with the most sets first."""

    year: int
    totals: TotalsRead
    most_weeks_in_a_row: int
    workouts_per_week: Number
    items: Sequence[ExerciseTotalsRead]
    total: int
    e1rm_formula: Formula
    explain: Explanation


class CompareFilters(PeriodFilters):
    """Which days are compared with which others."""

    other_since: Annotated[Day, Field(description="The first day of the others.")]
    other_until: Annotated[Day, Field(description="The last day of the others.")]
    formula: Estimate = DEFAULT

    @model_validator(mode="after")
    def _others_run_forward(self) -> Self:
        if self.other_since > self.other_until:
            raise ValueError(
                f"other_since ({self.other_since}) is after other_until ({self.other_until})"
            )
        return self


class ComparedRead(ReadSchema):
    """An exercise in both periods; nothing of one in which it was not done."""

    exercise: ExerciseRef
    first: ExerciseTotalsRead | None
    second: ExerciseTotalsRead | None


class ComparisonRead(ReadSchema):
    """Two periods beside each other."""

    first: TotalsRead
    second: TotalsRead
    items: Sequence[ComparedRead]
    total: int
    e1rm_formula: Formula
    explain: Explanation


class StreakFilters(Schema):
    """Streaks as of a day."""

    until: Day


class StreakRead(ReadSchema):
    """Weeks in a row with a workout each."""

    first_week: date
    last_week: date
    weeks: int


class StreaksRead(ReadSchema):
    """The streaks, the longest first; the last one may go on."""

    until: date
    weeks_in_a_row: int
    most_weeks_in_a_row: int
    items: Sequence[StreakRead]
    total: int
    explain: Explanation


class BucketRead(ReadSchema):
    """How many sets were in a range, of each range of repetitions."""

    range: Annotated[str, Field(description="Of percents of the e1RM; nothing known is `unknown`.")]
    sets: int
    share: Annotated[Number, Field(description="In percent of all.")]
    reps_1_5: int
    reps_6_12: int
    reps_13_up: int


class IntensityRead(ReadSchema):
    """How heavy the sets of an exercise were for that time."""

    exercise: ExerciseRef
    since: date
    until: date
    items: Sequence[BucketRead]
    total: int
    e1rm_formula: Formula
    explain: Explanation


class LoadWeekRead(ReadSchema):
    """The load of a week: RPE x minutes of its sessions."""

    first_day: date
    sessions: int
    load: Number
    monotony: Annotated[Number | None, Field(description="Nothing where every day was alike.")]
    strain: Number | None
    fitness: Annotated[Number, Field(description="CTL, as of the last day of the week.")]
    fatigue: Annotated[Number, Field(description="ATL, as of the last day of the week.")]
    form: Annotated[Number, Field(description="TSB, after the last day of the week.")]


class LoadRead(ReadSchema):
    """Session-RPE load by the week."""

    since: date
    until: date
    items: Sequence[LoadWeekRead]
    total: int
    explain: Explanation
