"""The user to whom a database without logins belongs, and whoever acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

OWNER: Final = 1


@dataclass(frozen=True, slots=True)
class ShownToken:
    """A personal token that somebody showed: its hash, and when that was last written down."""

    key: str
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by which device or token, and how far that reaches; no scopes reach everything."""

    user: int
    device: str
    scopes: frozenset[str] | None = None
    login: UUID | None = None
    token: ShownToken | None = None
