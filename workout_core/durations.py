"""Spans of time as people type them: `90`, `90s`, `3m`, `1:30`, `1m30s`, `2 min`; and of days: `30d`, `2w`, `1y`."""

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

DAY_HINTS: Final = ["30d", "12w", "6mo", "1y"]
DAYS: Final = {"d": 1, "w": 7, "mo": 30, "y": 365}
DAY_PARTS: Final = r"(?a)(\d{1,4}) ?(?:(d)(?:ays?)?|(w)(?:eeks?)?|(mo)(?:nths?)?|(y)(?:ears?)?)"


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


def parse_days(text: str) -> int:
    """A span in whole days, at least one; a month is 30 of them, a year 365."""
    found = re.fullmatch(DAY_PARTS, " ".join(text.lower().split()))
    if found is None or not int(found[1]):
        raise InvalidError(f"{text[:40]!r} is not a span of days", hints=DAY_HINTS)
    unit = next(filter(None, found.groups()[1:]))
    return int(found[1]) * DAYS[unit]
