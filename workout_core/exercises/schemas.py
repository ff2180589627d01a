"""Exercises as they cross every border."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.paging import PageParams, Patch
from workout_core.schemas import Line, Name, Number, ReadSchema, Schema, Text
from workout_core.vocabulary import (
    Category,
    Force,
    Laterality,
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
Rest = Annotated[Number, Field(ge=0, le=86_400, decimal_places=3, description="Seconds.")]


class ExerciseCreate(Schema):
    """An exercise of the user's own."""

    id: Annotated[
        UUID | None, Field(description="Made by the client (UUIDv7), so that a retry adds nothing.")
    ] = None
    name: Name
    aliases: Annotated[list[Name], Field(max_length=50)] = []
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


class ExerciseUpdate(Patch):
    """What changes of an exercise, for this user; a field that is not given stays."""

    never_null = frozenset({"name", "hidden", "starred"})

    name: Name | None = None
    unit: MassUnit | None = None
    increment: Increment | None = None
    default_rest_s: Rest | None = None
    instructions: Text | None = None
    note: Text | None = None
    hidden: bool | None = None
    starred: bool | None = None


class ExerciseFilters(PageParams):
    """Which exercises."""

    category: Category | None = None
    modality: Modality | None = None
    muscle: Annotated[Muscle | None, Field(description="Worked first or second.")] = None
    is_user_created: bool | None = None
    search: Annotated[Line | None, Field(description="In the name or an alias.")] = None


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
    hidden: bool
    starred: bool
    is_user_created: bool
