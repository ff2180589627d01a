"""Personal tokens, as they cross every border; a secret does so once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from workout_core.auth.scopes import Grantable
from workout_core.schemas import Name, ReadSchema, Schema

USUAL_DAYS: Final = 90
MOST_DAYS: Final = 366


class AccessTokenCreate(Schema):
    """A token for a script or a machine, which cannot log in."""

    name: Annotated[Name, Field(description="What it is for; no other of your tokens has it.")]
    scopes: Annotated[
        Sequence[Grantable],
        Field(min_length=1, max_length=20, description="How far it reaches; no further than you."),
    ] = ("profile:read", "workouts:read")
    days: Annotated[int, Field(ge=1, le=MOST_DAYS, description="For how many days it is good.")] = (
        USUAL_DAYS
    )


class AccessTokenRead(ReadSchema):
    """A token, without its secret, which nobody has but its holder."""

    id: UUID
    name: str
    scopes: Annotated[
        list[str] | None, Field(description="How far it reaches; null reaches everything.")
    ]
    created_at: datetime
    expires_at: Annotated[datetime | None, Field(description="null is never.")]
    used_at: Annotated[
        datetime | None, Field(description="When it was used last, to within five minutes.")
    ]
    is_current: Annotated[bool, Field(description="Whether it is the one that asks.")]


class AccessTokenList(ReadSchema):
    """Every token that is not revoked, the oldest first."""

    items: list[AccessTokenRead]


class AccessTokenMade(AccessTokenRead):
    """A new token with its secret, which is told this once."""

    secret: Annotated[str, Field(repr=False)]
