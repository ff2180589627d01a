"""Changes that were made, undone and made again, as they cross every border."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from workout_core.schemas import ReadSchema, Schema
from workout_core.vocabulary import Action, Entity


class UndoRequest(Schema):
    """How many changes, the newest first."""

    count: Annotated[int, Field(ge=1, le=1000, description="What was done together is one.")] = 1


class ChangeCount(ReadSchema):
    """How many rows of a kind were created, updated or deleted."""

    entity: Entity
    action: Action
    count: int


class OperationRead(ReadSchema):
    """What was changed together."""

    id: UUID
    at: datetime
    device: Annotated[str, Field(description="On which it was changed.")]
    undone_at: datetime | None
    summary: Annotated[str, Field(description="What it did, as in: deleted 2 sets of Squat.")]
    changes: list[ChangeCount]


class ReplayRead(ReadSchema):
    """What was undone or made again, in the order in which that happened."""

    items: list[OperationRead]
    requested: Annotated[int, Field(description="How many were asked for; there may be fewer.")]
