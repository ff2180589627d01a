"""Spans of time as people type them: `90`, `90s`, `3m`, `1:30`, `1m30s`, `2 min`."""

from __future__ import annotations

import re
from typing import Final

from workout_core.errors import InvalidError

HINTS: Final = ["90", "3m", "1:30"]
LONGEST_S: Final = 86_400
CLOCK: Final = r"(?a)(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)"
PARTS: Final = (
    r"(?a)(?:(\d{1,2}) ?h(?:ours?|r)?)? ?(?:(\d{1,4}) ?m(?:in(?:ute)?s?)?)? ?"
    r"(?:(\d{1,5}) ?(?:s(?:ec(?:ond)?s?)?)?)?"
)


def parse_duration(text: str) -> int:
    """A span in whole seconds, from one second to a day; a bare number is seconds."""
    plain = " ".join(text.lower().split())
    found = re.fullmatch(CLOCK, plain) or re.fullmatch(PARTS, plain)
    if found is None or not any(found.groups()):
        raise InvalidError(f"{text[:40]!r} is not a span of time", hints=HINTS)
    hours, minutes, seconds = (int(each or 0) for each in found.groups())
    span = (hours * 60 + minutes) * 60 + seconds
    if not 0 < span <= LONGEST_S:
        raise InvalidError(f"{text[:40]!r} is not between a second and a day", hints=HINTS)
    return span
