"""The last listing that a person saw, so that `workout show 3` means its third line.

It is a note beside the cache: losing it loses nothing, so neither writing nor reading it ever fails a command.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def listing_path() -> Path:
    """Where the ids of the last listing are."""
    return user_cache_path("workout") / "listing.txt"


def remember(ids: Iterable[UUID]) -> None:
    """Keep the ids of a listing, in its order."""
    path = listing_path()
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text("".join(f"{each}\n" for each in ids), encoding="ascii")
        draft.replace(path)


def recall(position: int) -> UUID | None:
    """The id at a position, from 1, of the last listing; None where there is none."""
    try:
        lines = listing_path().read_text(encoding="ascii").splitlines()
        return UUID(lines[position - 1]) if position >= 1 else None
    except (OSError, ValueError, IndexError):
        return None
