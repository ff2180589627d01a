"""A line of the set notation on its way in, and what was read of it on its way out.

They stand apart from the other schemas of workouts because logging a set, which is done most, should load little.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Final, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.schemas import Day, Line, Moment, Name, Number, ReadSchema, Schema, Zone
from workout_core.training.one_rep_max import DEFAULT, Formula
from workout_core.training.records import RecordKind
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    MassUnit,
    SetKind,
    Side,
    Tracking,
    WorkoutStatus,
)

LONGEST_LINE: Final = 100_000
MOST_LINES: Final = 10_000

UsualUnit = Annotated[
    MassUnit | None,
    Field(description="Of loads of an exercise that has none; the profile's, unless given."),
]
LogLine = Annotated[str, Field(max_length=LONGEST_LINE, description="As in `bench 5x5@100kg`.")]


class Kit(Schema):
    """The plates that are there: masses, each with how many there are unless it is enough, as in `25x4 20 15`.

    Null is what any gym has; an empty text means that nobody knows, so that no plates are told.
    """

    plates_kg: Line | None = None
    plates_lb: Line | None = None


class LogContext(Schema):
    """When and where a line was done, and how it is read."""

    at: Annotated[Moment | None, Field(description="Now, unless given.")] = None
    day: Annotated[Day | None, Field(description="A day whose hour nobody remembers.")] = None
    timezone: Annotated[Zone | None, Field(description="The profile's, unless given.")] = None
    unit: Annotated[
        MassUnit | None, Field(description="Of loads without one; the exercise's, unless given.")
    ] = None
    usual_unit: UsualUnit = None
    new: Annotated[
        Name | None,
        Field(description="The exercise of which `text` is the sets, added if nobody knows it."),
    ] = None
    tracking: Annotated[
        Tracking, Field(description="What is counted of an exercise that is added.")
    ] = "weight_reps"
    formula: Annotated[Formula, Field(description="By which an e1RM is estimated.")] = DEFAULT
    dry_run: Annotated[bool, Field(description="Read the line, write nothing.")] = False
    kit: Annotated[
        Kit | None,
        Field(description="Of which the loads are made where no gym in use says what it has."),
    ] = None

    @model_validator(mode="after")
    def _says_when_once(self) -> Self:
        if self.at is not None and self.day is not None:
            raise ValueError("at and day say the same; give one of them")
        return self


class WorkoutLog(LogContext):
    """A line of the set notation, and where and when it was done."""

    text: LogLine


class WorkoutLogLines(LogContext):
    """Lines of the set notation, all of them or none; empty ones and those that begin with # are skipped."""

    lines: Annotated[list[LogLine], Field(max_length=MOST_LINES)]


class LoggedPlates(ReadSchema):
    """How a bar is loaded; `unit` is the load's."""

    bar: Number
    bar_unit: MassUnit
    plates_unit: MassUnit
    per_side: Annotated[list[Number], Field(description="In the plates' unit, the heaviest first.")]
    unit: MassUnit
    total: Number
    total_there: Annotated[Number, Field(description="The total in the plates' unit.")]
    shortfall: Annotated[
        Number, Field(description="What the load has over the total; below 0 where it has less.")
    ]


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
    plates: Annotated[LoggedPlates | None, Field(description="None where the bar is unknown.")]
    wanted_value: Annotated[
        Number | None,
        Field(description="What the load would be if the gym in use had it; null where it has it."),
    ] = None
    wanted_unit: MassUnit | None = None


class LoggedRecord(ReadSchema):
    """Something that was never done before; `previous` is null where nothing stood before it."""

    kind: RecordKind
    value: Annotated[Number, Field(description="Of a volume, load x repetitions.")]
    unit: Literal["kg", "lb", "s", "m"]
    reps: int | None
    distance: Annotated[str | None, Field(description="The standard one of a fastest time.")]
    previous: Annotated[
        Number | None,
        Field(description="Of a rep_pr, the most weight for as many repetitions."),
    ]
    previous_reps: Annotated[
        int | None, Field(description="Of a rep_pr, the most repetitions with as much weight.")
    ]


class LastTime(ReadSchema):
    """What was done of an exercise in the workout before; warm-ups only where there was nothing else."""

    workout_id: UUID
    local_date: date
    reading: str


class LoggedEntry(ReadSchema):
    """An exercise of a line, with its sets, and how the program spells what it read."""

    exercise: str
    exercise_id: UUID
    reading: str
    sets: list[LoggedSet]
    e1rm_kg: Annotated[
        Number | None, Field(description="The best of the line, estimated; to 0.01 kg.")
    ]
    e1rm_formula: Formula
    e1rm_change_kg: Annotated[
        Number | None, Field(description="Against the best of all that was done before the line.")
    ]
    records: list[LoggedRecord]
    last_time: LastTime | None


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
    forgotten: Annotated[
        LoggedWorkout | None,
        Field(description="A workout left open so long ago that the line did not go into it."),
    ]
    undo: Annotated[str | None, Field(description="The command that takes it back.")]


class LoggedLine(LogRead):
    """One of several lines, by its number from 1."""

    line: int


class RefusedLine(ReadSchema):
    """A line that was refused, and why, as an error says it."""

    line: int
    text: str
    error: str
    type: str
    details: dict[str, Any] | None


class LogLinesRead(ReadSchema):
    """What lines were read as, in their order, and those that were refused."""

    schema_: Annotated[Literal["workout.LogRead/1"], Field(alias="schema")] = "workout.LogRead/1"
    items: list[LoggedLine]
    total: int
    errors: list[RefusedLine]
