"""Finds what people call by a name of theirs, or by the beginning of an id: tokens, and logins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from workout_core.errors import AmbiguousError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

SHORTEST_ID: Final = 4


class Known(Protocol):
    """What has an id."""

    @property
    def id(self) -> UUID: ...


T = TypeVar("T", bound=Known)


class Kind(NamedTuple):
    """What it is, the command that lists it, and that which wants one of it."""

    noun: str
    lists: str
    wants: str


def one_called(text: str, items: Sequence[T], name: Callable[[T], str], kind: Kind) -> T:
    """The one of a name, else of an id."""
    found = [each for each in items if name(each) == text]
    if not found and len(text) >= SHORTEST_ID:
        found = [each for each in items if str(each.id).startswith(text.lower())]
    if not found:
        raise NotFoundError(f"There is no {kind.noun} {text[:60]!r}", hints=[kind.lists])
    if len(found) > 1:
        raise AmbiguousError(
            f"{len(found)} {kind.noun}s are called {text[:60]!r}",
            hints=[f"{kind.wants} {each.id}" for each in found],
        )
    return found[0]
