"""Dates and times with the month in words, as apps write them in the language of the phone.

`22 Dec 2025, 08:00`, `Jun 11, 2026, 1:01 PM`, `22 de dez. de 2025 08:00`, `22 дек. 2025 г., 08:00`,
`2025年12月22日 8:00`: a day, a year of four digits and a month's name in whatever order, then the time of day.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Final

from workout_core.errors import InvalidError
from workout_core.transfer.month_names import folded, month
from workout_core.transfer.text import check_year, hour_of, local_time, quoted

MAX_LENGTH: Final = 60
# Words beside day, month and year: of, at, o'clock, year.
FILLERS: Final = frozenset(
    (
        *(
            "de",
            "del",
            "do",
            "di",
            "d",
            "of",
            "the",
            "a",
            "à",
            "às",
            "as",
            "las",
            "alle",
            "ore",
            "um",
        ),
        *("at", "om", "o", "la", "den", "kl", "klo", "saat", "г", "р"),
    )
)
PM: Final = frozenset(("pm", "p m", "ös", "午後", "下午", "오후"))
_HALF: Final = r"[ap]\.?\s?m\.?|öö|ös|午前|上午|오전|午後|下午|오후"
_TIME: Final = re.compile(
    rf"(?ai:(?P<before>{_HALF})\s*)?(?P<hour>[0-9]{{1,2}})\s?[:.h]\s?(?P<minute>[0-9]{{2}})"
    rf"(?::(?P<second>[0-9]{{2}}))?\s*(?i:(?P<after>{_HALF}))?\s*$",
)
_NUMBERED: Final = re.compile(
    r"([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]"
)
_PART: Final = re.compile(r"[0-9]+|[^\W\d_]+")


@lru_cache(4096)
def named_time(text: str) -> datetime:
    """The wall time that a text names. ValueError where it is none, InvalidError where its month is not known."""
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise ValueError(f"{quoted(text)} is no date and time")
    found = _TIME.search(text)
    if found is None or text[:5].strip("0123456789") == "-":
        return local_time(text)
    year, month_, day = _day(text[: found.start()], text)
    hour = _hour(found)
    try:
        time = datetime(year, month_, day, hour, int(found["minute"]), _second(found))  # noqa: DTZ001
    except ValueError:
        raise ValueError(f"{quoted(text)} is no day or time that exists") from None
    check_year(year, text)
    return time


def _hour(found: re.Match[str]) -> int:
    half = re.sub(r"[.\s]+", " ", (found["before"] or found["after"] or "").casefold()).strip()
    return hour_of(found["hour"], half and ("P" if half in PM else "A"), found[0].strip())


def _second(found: re.Match[str]) -> int:
    return int(found["second"] or 0)


def _day(date: str, text: str) -> tuple[int, int, int]:
    """Year, month and day of what stands before the time."""
    if numbered := _NUMBERED.search(date):
        return int(numbered[1]), int(numbered[2]), int(numbered[3])
    parts = _PART.findall(date)
    numbers = [part for part in parts if part.isdecimal()]
    words = [part for part in parts if not part.isdecimal() and folded(part) not in FILLERS]
    years = [int(part) for part in numbers if len(part) == 4]
    days = [int(part) for part in numbers if len(part) < 3]
    if len(years) != 1 or len(days) != 1 or len(numbers) != 2 or not words:
        raise ValueError(f"{quoted(text)} is no date and time like 22 Dec 2025, 08:00")
    months = {number for word in words if (number := month(word))}
    if not months and len(words) <= 3:
        raise _unknown(max(words, key=len), text)
    if len(months) != 1:
        raise ValueError(f"{quoted(text)} is no date and time like 22 Dec 2025, 08:00")
    return years[0], months.pop(), days[0]


def _unknown(word: str, text: str) -> InvalidError:
    return InvalidError(
        f"No month is known here as {quoted(word)}, in {quoted(text)}",
        hints=[
            "set the language of the app to English and export again",
            f"or replace {quoted(word)} in the file by the English month, as in Jan",
        ],
    )
