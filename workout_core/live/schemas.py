"""The live session: the open workout as whoever is in it needs it, set by set."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.exercises.reference import ExerciseRef
from workout_core.schemas import Line, Name, Number, ReadSchema, Schema, Zone
from workout_core.training.one_rep_max import DEFAULT, Formula
from workout_core.training.records import RecordKind
from workout_core.vocabulary import LoadMode, MassUnit, Modality, Muscle, SetKind, Side
from workout_core.workouts.inputs import Effort, LoadValue, Metres, Place, Reps, Seconds
from workout_core.workouts.log_schemas import LoggedPlates, LoggedRecord, UsualUnit
from workout_core.workouts.schemas import SetRead
from workout_core.workouts.session_schemas import RestRead

Source = Literal["plan", "last", "none"]
ClientId = Annotated[
    UUID, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
]
Kinds = Annotated[list[RecordKind], Field(description="Of the records that it made when done.")]
ExerciseName = Annotated[Name, Field(description="A name, an alias, a slug or an id.")]


class PlannedSet(Schema):
    """A set as it is meant to be done; `reps` is the least, where `reps_max` is given too."""

    kind: SetKind = "working"
    side: Side | None = None
    load_value: LoadValue | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: Reps | None = None
    reps_max: Reps | None = None
    rpe: Effort | None = None
    duration_s: Seconds | None = None
    distance_m: Metres | None = None

    @model_validator(mode="after")
    def _load_is_whole(self) -> Self:
        if (self.load_value is None) != (self.load_unit is None):
            raise ValueError("load_value and load_unit go together")
        if self.load_value is not None and self.load_mode in (None, "bodyweight"):
            raise ValueError("a load needs its load_mode: absolute, added or assisted")
        return self


class LivePastFilters(Schema):
    """By which formula an e1RM is estimated."""

    formula: Formula = DEFAULT


class LiveFilters(LivePastFilters):
    """What a person's settings say, where their gym and their exercises say nothing."""

    usual_unit: UsualUnit = None
    plates_kg: Annotated[Line | None, Field(description="As in a log's kit.")] = None
    plates_lb: Line | None = None


class LiveHead(ReadSchema):
    """The open workout."""

    id: UUID
    name: str | None
    started_at: datetime
    timezone: str
    local_date: date
    elapsed_s: Annotated[int, Field(description="Seconds since it began.")]
    forgotten: Annotated[bool, Field(description="Nothing was done in it for twelve hours.")]
    note: str | None


class LiveTotals(ReadSchema):
    """What the workout comes to so far."""

    sets: int
    sets_planned: Annotated[int, Field(description="Those that are done and those that are left.")]
    reps: int
    volume_kg: Number
    previous_volume_kg: Annotated[
        Number | None, Field(description="Of the last workout of the same name, of a year.")
    ]


class LiveRecord(LoggedRecord):
    """A record that fell in this workout; with nothing in `previous` and `previous_reps` the first of its kind."""

    exercise: str
    execution_id: UUID


class LiveSet(SetRead):
    """A set that is done, and the kinds of the records that it made."""

    records: Kinds


class LiveSlot(ReadSchema):
    """An exercise of the open workout: what is done of it, and what is left.

    `planned` is what is left of the plan, or else of what was done the last time, as `source` tells.
    """

    execution_id: UUID
    exercise: ExerciseRef
    modality: Modality
    primary_muscles: list[Muscle]
    secondary_muscles: list[Muscle]
    superset_group: int | None
    note: Annotated[str | None, Field(description="On the exercise in this workout.")]
    cue: Annotated[
        str | None,
        Field(description="The user's note on the exercise, else how its instructions begin."),
    ]
    rest_s: Annotated[Number | None, Field(description="The exercise's own rest.")]
    step_value: Annotated[Number, Field(description="By how much its load goes up and down.")]
    step_unit: MassUnit
    gym_step_value: Annotated[
        Number | None,
        Field(description="The least step that can be loaded, in `step_unit`; null if not known."),
    ]
    done: list[LiveSet]
    planned: list[PlannedSet]
    source: Source
    plates: Annotated[
        LoggedPlates | None, Field(description="Of the next set that is planned, else of the last.")
    ]


class LiveBoard(ReadSchema):
    """The open workout, exercise by exercise; without one, `workout` is null and nothing else is in it."""

    workout: LiveHead | None
    rest: RestRead
    totals: LiveTotals
    records: list[LiveRecord]
    slots: list[LiveSlot]
    current_execution_id: Annotated[
        UUID | None, Field(description="Where the next set belongs; null where all is done.")
    ]


class LiveGroup(ReadSchema):
    """Sets in a row with one load."""

    load_value: Number | None
    load_unit: MassUnit | None
    load_mode: LoadMode | None
    reps: list[int | None]


class LiveSession(ReadSchema):
    """An exercise as it was done in an earlier workout, without warm-ups where there was more."""

    workout_id: UUID
    local_date: date
    reading: Annotated[str, Field(description="In the set notation.")]
    groups: list[LiveGroup]


class LivePast(ReadSchema):
    """What was done of an exercise before the open workout, and its bests up to now."""

    exercise: ExerciseRef
    sessions: Annotated[list[LiveSession], Field(description="Four at most, the newest first.")]
    best: Annotated[LiveGroup | None, Field(description="The heaviest set.")]
    e1rm_value: Annotated[Number | None, Field(description="The best, estimated.")]
    e1rm_unit: MassUnit


class LiveLog(Schema):
    """A set as planned, or as a text says, or as planned but for what is given.

    With no plan left, the last set that was done is done again.
    """

    id: ClientId
    text: Annotated[
        Line | None,
        Field(
            description="Sets in the notation, as in `55x8 @8`; `8` is the reps. In the place of a warm-up "
            "that is planned they are one, unless they say otherwise or are as heavy as the work."
        ),
    ] = None
    load_value: LoadValue | None = None
    load_unit: MassUnit | None = None
    reps: Reps | None = None
    rpe: Effort | None = None
    rest: Annotated[bool, Field(description="Begin the rest of the exercise.")] = True
    usual_unit: UsualUnit = None
    formula: Formula = DEFAULT

    @model_validator(mode="after")
    def _says_it_once(self) -> Self:
        if self.load_unit is not None and self.load_value is None:
            raise ValueError("load_unit is the unit of load_value; give both")
        given = (self.load_value, self.load_unit, self.reps, self.rpe)
        if self.text is not None and any(each is not None for each in given):
            raise ValueError("text says the set already; give it, or load, reps and rpe")
        return self


class LiveLogged(ReadSchema):
    """What was logged, what it comes to, and where the next set belongs."""

    execution_id: UUID
    exercise: ExerciseRef
    sets: list[SetRead]
    records: list[LiveRecord]
    e1rm_kg: Annotated[Number | None, Field(description="The best of these sets, estimated.")]
    rest: RestRead
    next_execution_id: Annotated[
        UUID | None, Field(description="In a superset the next one; null where all is done.")
    ]


class LiveAdd(Schema):
    """An exercise that is to be done; without a text as the last time."""

    id: ClientId
    exercise: ExerciseName
    text: Annotated[Line | None, Field(description="The plan, as in `3x8@50kg`.")] = None
    position: Place | None = None
    usual_unit: UsualUnit = None
    timezone: Annotated[
        Zone | None, Field(description="Of a workout that begins; the profile's, unless given.")
    ] = None


class LiveSwap(Schema):
    """The exercise that is done instead."""

    exercise: ExerciseName
    id: Annotated[
        UUID | None, Field(description="Of the execution that is new where sets are done already.")
    ] = None


class LivePlan(Schema):
    """What is left to be done of an exercise; what is done stays as it is."""

    sets: Annotated[list[PlannedSet], Field(max_length=100)]


class LivePlanned(ReadSchema):
    """An exercise of the open workout, and what is left of it."""

    workout_id: UUID
    execution_id: UUID
    exercise: ExerciseRef
    planned: list[PlannedSet]
    source: Source


class LiveRepeat(Schema):
    """The workout that is done once more."""

    id: ClientId
    workout_id: UUID
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
