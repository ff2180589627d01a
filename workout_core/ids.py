"""Identifiers made by whoever creates the row: UUIDs of version 7 (RFC 9562), which sort by time."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

_BYTES: ContextVar[Callable[[int], bytes]] = ContextVar("bytes", default=os.urandom)
_CATALOGUE = UUID("5b0c6f6e-6f4b-5f0a-9c59-2f3f3a1f7c11")


def new_id(at: datetime | None = None) -> UUID:
    """A new id that sorts at a moment, now by default; moments before 1970 sort as 1970."""
    milliseconds = time.time_ns() // 1_000_000 if at is None else max(0, int(at.timestamp() * 1000))
    random = int.from_bytes(_BYTES.get()(10), "big")
    return UUID(
        int=(milliseconds & 0xFFFF_FFFF_FFFF) << 80
        | 7 << 76
        | (random >> 62 & 0xFFF) << 64
        | 2 << 62
        | random & (1 << 62) - 1
    )


def new_ids(count: int, after: UUID | None = None) -> list[UUID]:
    """New ids that sort in the order in which they stand, and after another, whatever the clock says."""
    first = new_id().int & ~0xFFFF_FFFF
    if after:
        first = max(first, after.int + 1)
    return [UUID(int=first + place) for place in range(count)]


@contextmanager
def repeatable(random_bytes: Callable[[int], bytes]) -> Iterator[None]:
    """Make the ids of what nobody did, the same each time: only those of now differ with the clock."""
    before = _BYTES.set(random_bytes)
    try:
        yield
    finally:
        _BYTES.reset(before)


def catalogue_id(slug: str) -> UUID:
    """The id of a movement of the catalogue: the same for everyone, made from its slug."""
    return uuid5(_CATALOGUE, slug)
