"""The merging of exercises, as it crosses every border."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.schemas import ReadSchema, Schema


class MergeInto(Schema):
    """The exercise that is to stay."""

    into: UUID
    dry_run: Annotated[bool, Field(description="Say how much would move, and move nothing.")] = (
        False
    )


class MergeRead(ReadSchema):
    """What went from an exercise into another."""

    exercise: str
    into: str
    into_id: UUID
    workouts: int
    sets: int
    names: Annotated[list[str], Field(description="What the other is called from now on, too.")]
    dry_run: bool
