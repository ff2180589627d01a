"""An exercise as others refer to it; apart from the other schemas of exercises, which whoever shows a set can spare."""

from __future__ import annotations

from uuid import UUID

from workout_core.schemas import ReadSchema
from workout_core.vocabulary import Tracking


class ExerciseRef(ReadSchema):
    """An exercise, as what refers to it shows it."""

    id: UUID
    slug: str | None
    name: str
    tracking: Tracking
