"""Lists of any length: the services give them by the page, a hundred items at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, Self, TypeVar

from workout_cli.console import say, width
from workout_cli.widths import wrapped

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

MOST: Final = 100


class Paged(Protocol):
    """A page of a list."""

    @property
    def items(self) -> Sequence[Any]: ...
    @property
    def total(self) -> int: ...
    @property
    def page(self) -> int: ...
    @property
    def size(self) -> int: ...
    def model_copy(self, *, update: Mapping[str, Any]) -> Self: ...


P = TypeVar("P", bound=Paged)


async def gathered(
    ask: Callable[[int, int], Awaitable[P]], *, page: int = 1, limit: int | None
) -> P:
    """One page of so many items, or of all (None), from as many pages of the service as that takes."""
    if limit is not None and limit <= MOST:
        return await ask(page, limit)
    start = (page - 1) * limit if limit else 0
    end = start + limit if limit else None
    at = start // MOST + 1
    first = found = await ask(at, MOST)
    items = list(found.items)[start % MOST :]
    while found.items and at * MOST < min(found.total, end or found.total):
        at += 1
        found = await ask(at, MOST)
        known = {each.model_dump_json() for each in items[-MOST:]}
        items += [each for each in found.items if each.model_dump_json() not in known]
    shown = items[: limit or len(items)]
    changes = {"items": shown, "page": page, "size": limit or max(1, len(shown))}
    return first.model_copy(update=changes)


def tell_of_more(found: Paged, noun: str) -> None:
    """Say when a limit cut something."""
    if found.total > (found.page - 1) * found.size + len(found.items):
        more = f"--page {found.page + 1} shows the next, --all all of them"
        told = f"{len(found.items)} of {found.total} {noun}; {more}"
        say("\n".join(wrapped(told, width())))
