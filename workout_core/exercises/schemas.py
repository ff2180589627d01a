"""Exercises as they cross every border."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from workout_core.paging import PageParams, Patch
from workout_core.schemas import Day, Line, Name, Number, ReadSchema, Schema, Text
from workout_core.vocabulary import (
    Category,
    Force,
    Laterality,
    LoadMode,
    MassUnit,
    Mechanic,
    Modality,
    Muscle,
    Tracking,
)

Muscles = Annotated[list[Muscle], Field(max_length=22)]
Implements = Annotated[int, Field(ge=1, le=2, description="2 when each hand holds the load.")]
Share = Annotated[Number, Field(ge=0, le=1, decimal_places=3, description="Of body weight moved.")]
Increment = Annotated[Number, Field(gt=0, le=1000, decimal_places=3)]
Load = Annotated[Number, Field(gt=0, le=100_000, decimal_places=3)]
Names = Annotated[list[Name], Field(max_length=50)]
Match = Literal["name", "alias", "beginning", "words", "alike"]
Rest = Annotated[Number, Field(ge=0, le=86_400, decimal_places=3, description="Seconds.")]


class ExerciseCreate(Schema):
    """An exercise of the user's own."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    name: Name
    aliases: Names = []
    category: Category = "strength"
    modality: Modality = "other"
    tracking: Tracking = "weight_reps"
    mechanic: Mechanic | None = None
    force: Force | None = None
    laterality: Laterality = "bilateral"
    implements: Implements = 1
    bodyweight_factor: Share | None = None
    primary_muscles: Muscles = []
    secondary_muscles: Muscles = []
    instructions: Text | None = None
    unit: MassUnit | None = None
    increment: Increment | None = None
    default_rest_s: Rest | None = None
    note: Text | None = None


class TrainingMaxSet(Schema):
    """The load that shares (`85%`) are taken of."""

    value: Load
    unit: Annotated[MassUnit | None, Field(description="The exercise's, unless given.")] = None
    since: Annotated[Day | None, Field(description="Today, unless given.")] = None


class ExerciseUpdate(Patch):
    """What changes of an exercise, for this user; a field that is not given stays."""

    never_null = frozenset(
        {"name", "tracking", "hidden", "starred", "primary_muscles", "secondary_muscles"}
    )

    name: Annotated[Name | None, Field(description="The old name stays an alias.")] = None
    tracking: Annotated[
        Tracking | None, Field(description="Only of an exercise of your own that no workout holds.")
    ] = None
    primary_muscles: Annotated[
        Muscles | None, Field(description="Instead of those it has; none: as in the catalogue.")
    ] = None
    secondary_muscles: Muscles | None = None
    unit: MassUnit | None = None
    increment: Increment | None = None
    default_rest_s: Rest | None = None
    bar_value: Annotated[Load | None, Field(description="What the bar weighs.")] = None
    bar_unit: Annotated[MassUnit | None, Field(description="The exercise's, unless given.")] = None
    training_max: Annotated[
        TrainingMaxSet | None, Field(description="Null takes the last one back.")
    ] = None
    instructions: Text | None = None
    note: Text | None = None
    hidden: bool | None = None
    starred: bool | None = None

    @model_validator(mode="after")
    def _has_a_bar_for_its_unit(self) -> Self:
        if self.bar_unit and self.bar_value is None:
            raise ValueError("bar_unit is the unit of bar_value; give both")
        return self


class AliasChange(Schema):
    """Names that an exercise gets, and others that it loses."""

    add: Names = []
    remove: Names = []
    move: Annotated[
        bool, Field(description="Take what is added from the exercise that has it as an alias.")
    ] = False


class _Kinds(PageParams):
    """Which exercises."""

    category: Category | None = None
    modality: Modality | None = None
    muscle: Annotated[Muscle | None, Field(description="Worked first or second.")] = None
    is_user_created: bool | None = None
    starred: bool | None = None
    used: Annotated[bool, Field(description="Only those of which sets were logged.")] = False
    visibility: Literal["shown", "hidden", "all"] = "shown"


class ExerciseFilters(_Kinds):
    """Which exercises."""

    search: Annotated[Line | None, Field(description="In the name or an alias.")] = None
    order: Annotated[
        Literal["name", "use"], Field(description="By name, or those of the most workouts first.")
    ] = "name"


class ExerciseBrowse(_Kinds):
    """Which exercises, and what somebody remembers of a name."""

    text: Annotated[Line, Field(description="As for a search; all, unless given.")] = ""


class ExerciseSearch(PageParams):
    """What somebody remembers of an exercise's name."""

    text: Annotated[Line, Field(min_length=1)]
    hidden: Annotated[bool, Field(description="Find hidden exercises too.")] = False


class ExerciseReference(Schema):
    """How a person names an exercise."""

    name: Annotated[Name, Field(description="A name, an alias, a slug or an id.")]


class ExerciseRead(ReadSchema):
    """An exercise of the catalogue or of the user's own, with what the user changed of it."""

    id: UUID
    slug: str | None
    name: str
    aliases: list[str]
    category: Category
    modality: Modality
    tracking: Tracking
    load_mode: Annotated[
        LoadMode | None, Field(description="How a load of it counts; null where it has none.")
    ]
    mechanic: Mechanic | None
    force: Force | None
    laterality: Laterality
    implements: int
    bodyweight_factor: Number | None
    primary_muscles: list[Muscle]
    secondary_muscles: list[Muscle]
    instructions: str | None
    unit: MassUnit | None
    increment: Number | None
    default_rest_s: Number | None
    note: str | None
    bar_value: Number | None
    bar_unit: MassUnit | None
    hidden: bool
    starred: bool
    is_user_created: bool


class ExerciseFound(ExerciseRead):
    """An exercise that was searched for, by what it was found, and in how many workouts it was done."""

    match: Match
    workouts: int


class ExerciseListed(ExerciseRead):
    """An exercise with how often it was done, and when last."""

    workouts: int
    sets: int
    last_date: date | None


class TrainingMaxRead(ReadSchema):
    """A training max: in force from its day until that of the next."""

    id: UUID
    since: date
    value: Number
    unit: MassUnit


class ExerciseDetails(ExerciseListed):
    """An exercise with what the user did with it."""

    training_maxes: Annotated[list[TrainingMaxRead], Field(description="The newest first.")]


class ExerciseNames(ReadSchema):
    """What one exercise goes by, and whether the user made it, did it or changed something of it."""

    name: str
    slug: str | None
    aliases: list[str]
    own: bool


class NameList(ReadSchema):
    """The names of all exercises: of the starred first, then of those used or made, then of the others."""

    items: list[ExerciseNames]
