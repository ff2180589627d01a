"""The user to whom a database without logins belongs, and whoever acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from uuid import UUID

OWNER: Final = 1


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by which device or token, and how far that reaches; a personal token is of no login."""

    user: int
    device: str
    scopes: frozenset[str] | None = None
    login: UUID | None = None
    is_token: bool = False
