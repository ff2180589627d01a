"""Imports and exports as they cross every border."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, NaiveDatetime, model_validator

from workout_core.accounts.schemas import ProfileRead
from workout_core.body.progress_schemas import GoalKept
from workout_core.body.schemas import MeasurementRead, MeasurementTypeRead
from workout_core.exercises.schemas import ExerciseRead, TrainingMaxRead
from workout_core.gyms.schemas import GymRead
from workout_core.schemas import Day, Line, Name, Number, ReadSchema, Schema, Zone, clean
from workout_core.vocabulary import (
    DistanceUnit,
    EffortScale,
    LoadMode,
    MassUnit,
    SetKind,
    Side,
    Tracking,
)
from workout_core.workouts.schemas import WorkoutRead

Foreign = Annotated[str, AfterValidator(partial(clean, lines=True)), Field(max_length=20_000)]
Load = Annotated[Number, Field(ge=0, le=1_000_000, decimal_places=6)]
Seconds = Annotated[Number, Field(ge=0, le=10_000_000, decimal_places=3)]
Distance = Annotated[Number, Field(ge=0, le=100_000_000, decimal_places=6)]
Effort = Annotated[Number, Field(ge=0, le=10, decimal_places=2)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
WallTime = Annotated[
    NaiveDatetime, Field(ge=datetime(1900, 1, 1), lt=datetime(2200, 1, 1))  # noqa: DTZ001
]
NameMap = Annotated[
    dict[Name, Name],
    Field(description="Exercises of the app to one's own; remembered for the next import."),
]
Offset = Annotated[
    AwareDatetime,
    Field(ge=datetime(1900, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC)),
]
Time = Annotated[
    WallTime | Offset,
    Field(description="With an offset, or as clocks showed it in the zone of the import."),
]


class ImportedSet(Schema):
    """A set as another app kept it."""

    kind: SetKind = "working"
    side: Side | None = None
    load_value: Load | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: Count | None = None
    duration_s: Seconds | None = None
    distance_m: Distance | None = None
    distance_value: Distance | None = None
    distance_unit: DistanceUnit | None = None
    elevation_m: Annotated[Number | None, Field(ge=-20_000, le=1_000_000)] = None
    rpe: Effort | None = None
    effort_scale: EffortScale | None = None
    tempo: Annotated[Line | None, Field(max_length=20)] = None
    rest_s: Seconds | None = None
    amrap: bool = False
    failed: bool = False
    hr_avg: Count | None = None
    hr_max: Count | None = None
    calories: Count | None = None
    performed_at: Time | None = None
    note: Foreign | None = None
    target_load_value: Load | None = None
    target_load_unit: MassUnit | None = None
    target_reps: Count | None = None
    target_reps_max: Count | None = None
    target_rpe: Effort | None = None
    target_duration_s: Seconds | None = None
    target_distance_m: Distance | None = None
    raw: Foreign | None = None

    @model_validator(mode="after")
    def _load_is_whole(self) -> Self:
        if (self.load_value is None) != (self.load_unit is None):
            raise ValueError("load_value and load_unit go together")
        if self.load_value is not None and self.load_mode in (None, "bodyweight"):
            raise ValueError("a load needs its load_mode: absolute, added or assisted")
        return self


class ImportedExecution(Schema):
    """An exercise in a workout of another app, by the name that it has there."""

    exercise: Name
    note: Foreign | None = None
    superset: Annotated[int | None, Field(description="The same for what was done in turns.")] = (
        None
    )
    sets: Annotated[list[ImportedSet], Field(max_length=10_000)]


class ImportedWorkout(Schema):
    """A workout of another app; its key there is what an import knows it by again."""

    source_key: Name
    name: Name | None = None
    started_at: Time
    ended_at: Time | None = None
    note: Foreign | None = None
    tags: Annotated[list[Line], Field(max_length=20)] = []
    bodyweight_value: Load | None = None
    bodyweight_unit: MassUnit | None = None
    extras: dict[str, Any] = {}
    executions: Annotated[list[ImportedExecution], Field(max_length=10_000)]


class ImportedMeasurement(Schema):
    """Something of the body that another app kept."""

    source_key: Name
    type: Annotated[Name, Field(description="A slug as in `weight`, or a name of its own.")]
    value: Annotated[Number, Field(ge=-1_000_000, le=1_000_000, decimal_places=6)]
    unit: Annotated[Line, Field(max_length=20)] = ""
    measured_at: Time
    note: Foreign | None = None


class ImportData(Schema):
    """What was read of a file, to be planned or applied. A long file comes in parts, which share the import's id."""

    id: Annotated[
        UUID, Field(description="Made by whoever imports, so that a part can be sent again.")
    ]
    source: Annotated[Name, Field(description="The app, as in strong.")]
    dialect: Line = ""
    file_name: Line = ""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    timezone: Zone
    options: dict[str, Any] = {}
    dry_run: bool = False
    update: Annotated[
        bool, Field(description="Replace what differs in the file, unless it was edited here.")
    ] = False
    mapping: NameMap = {}
    tracking: Annotated[
        dict[Name, Tracking], Field(description="Of exercises that would have to be added.")
    ] = {}
    workouts: Annotated[list[ImportedWorkout], Field(max_length=10_000)] = []
    measurements: Annotated[list[ImportedMeasurement], Field(max_length=100_000)] = []

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        for each in (self.workouts, self.measurements):
            if len({one.source_key for one in each}) < len(each):
                raise ValueError("two of them have the same source_key")
        return self


class Unmatched(ReadSchema):
    """An exercise that the catalogue and the user don't have; applying the import adds it to the user's own."""

    name: str
    sets: int
    suggestions: list[str]


class Duplicate(ReadSchema):
    """A workout of the file that is probably here already, from another source; nothing is done about it."""

    source_key: str
    id: Annotated[UUID, Field(description="The workout that is here.")]
    name: str | None
    source: Annotated[str | None, Field(description="Where it came from; null if it was logged.")]
    started_at: datetime


class ImportRead(ReadSchema):
    """What an import does, or would do, to what is there already."""

    id: Annotated[UUID | None, Field(description="None where nothing was written.")]
    source: str
    new: Annotated[int, Field(description="Workouts that are not here yet.")]
    unchanged: Annotated[
        int, Field(description="Workouts that are here as they stand in the file.")
    ]
    changed: Annotated[
        int,
        Field(description="Workouts that differ in the file from when they were imported."),
    ]
    updated: Annotated[
        int,
        Field(
            description="Those of the changed that are as in the file now, or would be: a workout of which the file "
            "was cut short is completed, others only with `update`."
        ),
    ]
    conflicting: Annotated[
        int, Field(description="Those of the changed that were edited here; they stay as they are.")
    ]
    deleted: Annotated[
        int, Field(description="Deleted here since they were imported; they stay so.")
    ]
    measurements_new: int
    measurements_known: int
    duplicates: list[Duplicate]


class ImportNames(Schema):
    """The exercises of a file, to be told which of them nobody knows."""

    source: Annotated[Name, Field(description="The app, as in strong.")]
    mapping: NameMap = {}
    names: Annotated[
        dict[Name, Count], Field(max_length=100_000, description="How many sets each has.")
    ]


class UnmatchedNames(ReadSchema):
    items: Annotated[list[Unmatched], Field(description="Those with the most sets first.")]


class ImportRecord(ReadSchema):
    """An import that was applied."""

    id: UUID
    source: str
    dialect: str
    file_name: str
    sha256: str
    options: dict[str, Any]
    result: dict[str, Any]
    created_at: datetime


class ExportedExercise(ExerciseRead):
    """An exercise with every training max that it has had."""

    training_maxes: Annotated[list[TrainingMaxRead], Field(description="The oldest first.")]


class ExportRead(ReadSchema):
    """Everything that a user has, in one document."""

    schema_: Annotated[Literal["workout.export/1"], Field(alias="schema")] = "workout.export/1"
    exported_at: datetime
    unit: MassUnit
    timezone: str | None
    exercises: Annotated[
        list[ExportedExercise], Field(description="Those that the user used, changed or made.")
    ]
    workouts: Annotated[list[WorkoutRead], Field(description="The oldest first.")]
    imports: list[ImportRecord]
    measurements: Annotated[list[MeasurementRead], Field(description="The oldest first.")]
    measurement_types: Annotated[
        list[MeasurementTypeRead], Field(description="Those that the user made up.")
    ]
    goals: Annotated[list[GoalKept], Field(description="What measurements should come to.")]
    profile: ProfileRead
    gyms: list[GymRead]
    first: date | None
    last: date | None
    sets: int
    volume_kg: Number


class WorkoutPageParams(Schema):
    """Which whole workouts, the oldest first, and after which one they go on."""

    since: Annotated[Day | None, Field(description="The first day.")] = None
    until: Annotated[Day | None, Field(description="The last day.")] = None
    after: Annotated[UUID | None, Field(description="The `next` of the page before.")] = None
    size: Annotated[int, Field(ge=1, le=200, description="Workouts a page.")] = 100


class WorkoutPage(ReadSchema):
    """Some whole workouts, the oldest first."""

    workouts: list[WorkoutRead]
    next: Annotated[UUID | None, Field(description="What to go on after; null at the end.")]
