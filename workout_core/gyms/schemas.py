"""Gyms as they cross every border."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.paging import Patch
from workout_core.schemas import Line, Name, ReadSchema, Schema
from workout_core.vocabulary import MassUnit

Plates = Annotated[
    Line,
    Field(description="As in `25x4 20x2 15 10 kg`: masses, and how many where that is limited."),
]
Bars = Annotated[Line, Field(description="As in `20 15 kg`, the usual one first.")]
Run = Annotated[Line, Field(description="As in `2.5..40/2.5 45 50 kg`: masses, and runs of them.")]
UsualUnit = Annotated[
    MassUnit | None,
    Field(description="Of masses, where no bars or plates have one; the profile's, unless given."),
]


class GymCreate(Schema):
    """A gym, and what stands there; what is not said is not known."""

    name: Name
    plates: Plates | None = None
    bars: Bars | None = None
    dumbbells: Run | None = None
    stack: Run | None = None
    unit: UsualUnit = None


class GymUpdate(Patch):
    """What changes of a gym; a field that is not given stays, and null means that it is not known."""

    never_null = frozenset({"name"})

    name: Name | None = None
    plates: Plates | None = None
    bars: Bars | None = None
    dumbbells: Run | None = None
    stack: Run | None = None
    unit: UsualUnit = None


class GymReference(Schema):
    """How a person names a gym."""

    text: Annotated[Name, Field(description="Its name, or the beginning of it.")]


class GymRead(ReadSchema):
    """A gym, and what stands there."""

    id: UUID
    name: str
    in_use: Annotated[
        bool, Field(description="Whether what is logged is loaded with what stands there.")
    ]
    plates: Annotated[str | None, Field(description="As in `25x4 20 15 kg`; null if not known.")]
    bars: Annotated[str | None, Field(description="The usual one first.")]
    dumbbells: str | None
    stack: str | None


class GymList(ReadSchema):
    """All gyms of a user, by their names."""

    items: Sequence[GymRead]
