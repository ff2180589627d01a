"""What stands in the cells that others wrote: names, notes, numbers, units, durations and times.

A cell that cannot be read raises ValueError, whose message is the reason to show.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from workout_core.schemas import clean
from workout_core.units import plain

if TYPE_CHECKING:
    from workout_core.vocabulary import DistanceUnit, MassUnit

MAX_NUMBER: Final = 40
MASS_UNITS: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
DISTANCE_UNITS: Final[dict[str, DistanceUnit]] = {
    "m": "m",
    "meter": "m",
    "meters": "m",
    "metres": "m",
    "km": "km",
    "kilometers": "km",
    "mi": "mi",
    "mile": "mi",
    "miles": "mi",
    "yd": "yd",
    "yards": "yd",
    "ft": "ft",
    "feet": "ft",
}
HUNDREDTH, THOUSANDTH, MILLIONTH = Decimal("0.01"), Decimal("0.001"), Decimal("0.000001")
FIRST_YEAR, LAST_YEAR = 1900, 2199

U = TypeVar("U")

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{0,30})?([eE][+-]?[0-9]{1,2})?")
_PART: Final = re.compile(r"([0-9]{1,9})\s{0,3}([a-z]{1,7})\.?\s{0,3}")
_CLOCK: Final = re.compile(r"([0-9]{1,5}):([0-5][0-9]):([0-5][0-9])")
_TIME: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.([0-9]{1,6}))?"
    r"\s?(?:([AaPp])\.?[Mm]\.?)?"  # the blank before AM may be U+202F or U+00A0: both are \s
)
_SECONDS: Final = {
    **dict.fromkeys(("d", "day", "days"), 86_400),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
}


def quoted(text: str) -> str:
    """A piece of a file in a message: harmless, and not longer than a message may be."""
    return f"'{clean(text[:41])[:40]}{'…' if len(text) > 40 else ''}'"


def fold(name: str) -> str:
    """A column's name for comparing: without case, marks and needless blanks."""
    return " ".join(name.replace("\ufeff", "").casefold().split())


def number(text: str) -> Decimal | None:
    """A number as programs and people write it, None where nothing stands.

    `1,5` is one and a half; `1.234,5`, `1,234.5` and `1,234` are refused, since each could be meant two ways.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > MAX_NUMBER or not _NUMBER.fullmatch(text):
        if "," in text and "." in text and text.strip("+-0123456789.,") == "":
            raise ValueError(
                f"{quoted(text)} has a comma and a point: which one marks the decimals?"
            )
        raise ValueError(f"{quoted(text)} is no number")
    whole, comma, decimals = text.lstrip("+-").partition(",")
    if comma and len(decimals) == 3 and whole.strip("0"):
        raise ValueError(f"{quoted(text)} could be {whole}.{decimals} or {whole}{decimals}")
    value = Decimal(text.replace(",", "."))
    if value.adjusted() > 14:
        raise ValueError(f"{quoted(text)} is too large")
    return value


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """To a power of ten, half away from zero: the noise that binary fractions leave in files goes."""
    return plain(value.quantize(step, ROUND_HALF_UP))


def duration(text: str) -> Decimal | None:
    """Seconds from `2h 38m`, `1h 2min`, `45s`, `1:02:03` or bare seconds; None where nothing stands."""
    text = text.strip().casefold()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = map(int, clock.groups())
        return Decimal(hours * 3600 + minutes * 60 + seconds)
    if not text or text[-1].isdecimal():
        value = number(text)
        if value is not None and value < 0:
            raise ValueError(f"{quoted(text)} is below zero")
        return value
    return Decimal(_parts(text))


def _parts(text: str) -> int:
    """`2h 38m` in seconds: numbers with units that get smaller."""
    total, at, smallest = 0, 0, 1_000_000
    while at < len(text):
        part = _PART.match(text, at)
        unit = _SECONDS.get(part[2], smallest) if part else smallest
        if part is None or unit >= smallest:
            raise ValueError(f"{quoted(text)} is no duration")
        total, at, smallest = total + int(part[1]) * unit, part.end(), unit
    return total


def local_time(text: str) -> datetime:
    """A wall time: `2024-05-31 18:00:00`, with `T`, or in twelve hours with AM and PM."""
    text = text.strip()
    if not (found := _TIME.fullmatch(text)):
        raise ValueError(f"{quoted(text)} is no date and time like 2024-05-31 18:00:00")
    day, hour, minute, second, fraction, half = found.groups()
    hours = hour_of(hour, half, text)
    try:
        time = datetime.fromisoformat(
            f"{day} {hours:02}:{minute}:{second or '00'}.{(fraction or '').ljust(6, '0')}"
        )
    except ValueError:
        raise ValueError(f"{quoted(text)} is no day or time that exists") from None
    check_year(time.year, text)
    return time


def hour_of(hour: str, half: str | None, written: str) -> int:
    """An hour of the day, from a clock of twelve where a half of the day is given: A or P."""
    hours = int(hour)
    if not half:
        return hours
    if not 1 <= hours <= 12:
        raise ValueError(f"{quoted(written)} has no hour of a clock of twelve")
    return hours % 12 + (12 if half in "Pp" else 0)


def check_year(year: int, written: str) -> None:
    """ValueError where nobody who is asked here trained in that year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{quoted(written)} is not in the years {FIRST_YEAR} to {LAST_YEAR}")


def _number_of(cell: str, name: str) -> Decimal | None:
    try:
        return number(cell)
    except ValueError as error:
        raise ValueError(f"{name} {error}") from None


@lru_cache(4096)
def quantity(cell: str, name: str, step: Decimal, most: int) -> tuple[Decimal | None, str | None]:
    """A quantity that is above 0, else None; and what was written, where rounding to the step changed it."""
    exact = _number_of(cell, name)
    if not exact:
        return None, None
    if not 0 < exact <= most:
        raise ValueError(f"{name} {quoted(cell)} is not between 0 and {most:,}")
    value = rounded(exact, step)
    return value or None, None if value == exact else f"{name} {cell.strip()}"


@lru_cache(4096)
def count(cell: str, name: str, most: int) -> int | None:
    """A whole number, which may be written as `10.0`; None where nothing stands."""
    value = _number_of(cell, name)
    if value is None:
        return None
    value = rounded(value, HUNDREDTH)
    if value != int(value) or not 0 <= value <= most:
        raise ValueError(f"{name} {quoted(cell)} is no whole number from 0 to {most:,}")
    return int(value)


@lru_cache(4096)
def label(cell: str, what: str) -> str:
    """A name on one line, harmless and of at most 200 characters."""
    cell = cell.strip()
    if len(cell) > 1000 or len(name := clean(cell)) > 200:
        raise ValueError(f"the {what} is longer than 200 characters: {quoted(cell)}")
    if "\n" in cell:
        raise ValueError(f"the {what} goes over several lines: is a quotation mark not closed?")
    return name


def exercise_name(cell: str) -> str:
    """The name of an exercise, without which there is no set."""
    if name := label(cell, "exercise's name"):
        return name
    raise ValueError("no exercise's name")


def note(cell: str) -> str | None:
    r"""A note, in which `\n` may stand for a new line; None where nothing stands."""
    if not cell:
        return None
    text = clean(cell[:20_000].replace("\\n", "\n"), lines=True).strip()
    if len(text) > 10_000 or len(cell) > 20_000:
        raise ValueError("the note is longer than 10,000 characters")
    return text or None


def unit_of(cell: str, units: dict[str, U]) -> U | None:
    """The unit that a cell names; None where nothing stands."""
    word = cell.strip().casefold()
    if word and word not in units:
        raise ValueError(f"the unit {quoted(cell)} is not known: {', '.join(units)}")
    return units.get(word)
