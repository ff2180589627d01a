"""Times with an offset, as programs write them: `2025-06-02T17:00:00Z`, `2022-01-05 22:06:49 +0000`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

from workout_core.transfer.text import local_time, quoted

_OFFSET: Final = re.compile(
    r"(?P<wall>.+[0-9MmZ.])\s?(?:(?P<utc>Z|UTC|GMT)|(?P<sign>[+-])(?P<hours>[01][0-9]):?(?P<minutes>[0-5][0-9]))",
    re.ASCII | re.IGNORECASE,
)


class Offsets:
    """Sees that all times of a file have an offset, or none has: others can't be told apart in one history."""

    def __init__(self) -> None:
        self._aware: bool | None = None

    def check(self, at: datetime, written: str) -> None:
        """ValueError where a time is not like the first one."""
        aware = at.tzinfo is not None
        if self._aware is None:
            self._aware = aware
        if aware != self._aware:
            has, others = ("an", "without") if aware else ("no", "with")
            raise ValueError(f"{quoted(written)} has {has} offset, among dates {others} one")


@lru_cache(4096)
def moment(text: str) -> datetime:
    """A time with its offset; a wall time where none is written. ValueError where it is none."""
    text = text.strip()
    found = _OFFSET.fullmatch(text) if len(text) <= 60 else None
    if found is None or ":" not in found["wall"]:
        return local_time(text)
    try:
        wall = local_time(found["wall"])
    except ValueError:
        raise ValueError(f"{quoted(text)} is no date and time with an offset") from None
    if found["utc"]:
        return wall.replace(tzinfo=UTC)
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return wall.replace(tzinfo=timezone(-ahead if found["sign"] == "-" else ahead))
