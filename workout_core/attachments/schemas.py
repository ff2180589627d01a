"""Attachments as they cross every border."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from workout_core.paging import PageParams
from workout_core.schemas import Name, ReadSchema, Schema

SHA256: Final = "^[0-9a-f]{64}$"
LARGEST: Final = 1 << 40  # the most that attachment_mib lets in; millions of them can be summed


def _no_path(name: str) -> str:
    if "/" in name or "\\" in name:
        raise ValueError("must be the name of a file, and not a path")
    return name


FileName = Annotated[Name, AfterValidator(_no_path)]
OfWorkout = Annotated[UUID | None, Field(description="The workout that it is of.")]
OfExercise = Annotated[UUID | None, Field(description="The exercise that it is of.")]


class AttachmentCreate(Schema):
    """What a file is called, and what it is of: a workout or an exercise."""

    id: Annotated[UUID, Field(description="Made by who sends it; sent again, nothing is doubled.")]
    name: FileName
    workout_id: OfWorkout = None
    exercise_id: OfExercise = None

    @model_validator(mode="after")
    def _is_of_one(self) -> Self:
        if (self.workout_id is None) == (self.exercise_id is None):
            raise ValueError("a file is of a workout or of an exercise")
        return self


class AttachmentFacts(Schema):
    """What is told of a file that was attached elsewhere, and that it could have been told here.

    It has no `sha256` where its bytes are gone for ever.
    """

    name: FileName
    media_type: Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$", max_length=100)]
    size: Annotated[int, Field(ge=1, le=LARGEST)]
    sha256: Annotated[str, Field(pattern=rf"{SHA256}|^$")]


class AttachmentFilters(PageParams):
    """Of what the files are; of anything, unless said."""

    workout_id: OfWorkout = None
    exercise_id: OfExercise = None


class AttachmentReference(Schema):
    """How a person names a file."""

    text: Annotated[Name, Field(description="Its name, or the beginning of its id.")]


class AttachmentRead(ReadSchema):
    """A file of a workout or of an exercise."""

    id: UUID
    workout_id: UUID | None
    exercise_id: UUID | None
    name: str
    media_type: Annotated[str, Field(description="Told by its bytes, never by its name.")]
    size: Annotated[int, Field(description="In bytes.")]
    sha256: str
    created_at: datetime
