"""What is told of a database: of which version its tables are, and which migrations are due or were made."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workout_core.schemas import ReadSchema

Kind = Literal["sqlite", "postgresql"]


class MigrationRead(ReadSchema):
    """One step from a version to the next."""

    version: str
    name: str


class DatabaseStatusRead(ReadSchema):
    """Of which version a database is, and what is to be done about it."""

    database: Annotated[str, Field(description="Its file, or its URL without the password.")]
    kind: Kind
    version: Annotated[str | None, Field(description="None where it has no tables yet.")]
    needed: Annotated[str, Field(description="The version of this program.")]
    state: Literal["current", "due", "newer", "foreign"]
    due: Annotated[list[MigrationRead], Field(description="In the order in which they are made.")]
    migrating: Annotated[
        bool | None, Field(description="Whether one runs just now; a file cannot tell.")
    ]


class MigratedRead(ReadSchema):
    """What a migration did."""

    database: str
    kind: Kind
    before: Annotated[str | None, Field(description="None where it had no tables yet.")]
    version: str
    made: list[MigrationRead]


class SweptRead(ReadSchema):
    """How much was swept away that nobody needs any more."""

    tokens: Annotated[int, Field(description="Revoked or expired, thirty days ago.")] = 0
    logins: Annotated[
        int, Field(description="Ended, or dead for want of use, thirty days ago.")
    ] = 0
    codes: Annotated[int, Field(description="With what renews a login; expired a day ago.")] = 0
    answers: Annotated[int, Field(description="To requests of thirty days ago.")] = 0
    files: Annotated[int, Field(description="The bytes of what was removed thirty days ago.")] = 0
    drafts: Annotated[int, Field(description="Files that a killed program left halfway.")] = 0
