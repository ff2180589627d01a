"""Distances, race times and paces as runners type them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, get_args

from workout_core.calculators.schemas import ConvertedUnit
from workout_core.durations import parse_duration
from workout_core.errors import InvalidError
from workout_core.training.records import STANDARD_DISTANCES
from workout_core.units import METRES_PER, parse_decimal

NAMED: Final = {
    "mile": STANDARD_DISTANCES["1 mile"],
    "half": STANDARD_DISTANCES["half marathon"],
    "half marathon": STANDARD_DISTANCES["half marathon"],
    "marathon": STANDARD_DISTANCES["marathon"],
}
DISTANCE: Final = r"(?a)(\d{1,6}(?:[.,]\d{1,4})?) ?(km|k|mi|miles?|m|yd|ft)"
CLOCK: Final = r"(?a)(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,3})?)"
PACE: Final = r"(?a)(.+?) ?(?:/|per) ?(km|k|mi|mile)"
UNITS: Final[dict[str, Decimal]] = {
    **{str(unit): metres for unit, metres in METRES_PER.items()},
    "k": METRES_PER["km"],
    "mile": METRES_PER["mi"],
    "miles": METRES_PER["mi"],
}
CONVERSION: Final = (
    r"(?as)(\d{1,9}(?:[.,]\d{1,9})?) ?([^\W\d_]{1,12}|[\"'])(?: +(?:to +)?([^\W\d_]{1,12}))?"
)
SPELLINGS: Final = {
    **dict.fromkeys(("kgs", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("lbs", "pound", "pounds"), "lb"),
    **dict.fromkeys(("stone", "stones"), "st"),
    **dict.fromkeys(("mile", "miles"), "mi"),
    **dict.fromkeys(("inch", "inches", '"'), "in"),
    **dict.fromkeys(("foot", "feet", "'"), "ft"),
}
HINTS: Final = ["5km", "3mi", "half", "marathon"]


def parse_conversion(text: str) -> tuple[Decimal, ConvertedUnit, ConvertedUnit | None]:
    """An amount, its unit and the unit that is wanted, if one is said: `225lb`, `10 mi to km`, `1.5 stone kg`."""
    found = re.fullmatch(CONVERSION, text.strip())
    if found is None:
        raise InvalidError(f"{text[:40]!r} is not an amount", hints=["225lb", "10mi to km"])
    unit, to = _unit(found[2]), _unit(found[3]) if found[3] else None
    return parse_decimal(found[1]), unit, to


def _unit(text: str) -> ConvertedUnit:
    plain = text.lower()
    known = {str(unit): unit for unit in get_args(ConvertedUnit)}
    unit = known.get(SPELLINGS.get(plain, plain))
    if unit is None:
        raise InvalidError(f"{text[:40]!r} is not a unit that is known here", hints=[*known])
    found: ConvertedUnit = unit
    return found


def parse_distance(text: str) -> Decimal:
    """A distance in metres: `10km`, `5k`, `800m`, `3 miles`, `half`, `marathon`."""
    plain = " ".join(text.lower().split())
    if plain in NAMED:
        return NAMED[plain]
    found = re.fullmatch(DISTANCE, plain)
    if found is None:
        raise InvalidError(f"{text[:40]!r} is not a distance", hints=HINTS)
    return parse_decimal(found[1]) * UNITS[found[2]]


def parse_time(text: str) -> Decimal:
    """A time in seconds, to the thousandth: `20:00`, `1:07:48`, `44:03.9`, `27m`."""
    found = re.fullmatch(CLOCK, text.strip())
    if found is None:
        return Decimal(parse_duration(text))
    hours, minutes, seconds = (parse_decimal(each or "0") for each in found.groups())
    if seconds >= 60 or (found[1] and minutes >= 60):
        raise InvalidError(f"{text[:40]!r} is not a time", hints=["20:00", "1:07:48"])
    return (hours * 60 + minutes) * 60 + seconds


def parse_pace(text: str) -> Decimal | None:
    """A pace in seconds a kilometre: `4:30/km`, `7:15 per mile`; None where the text is no pace."""
    found = re.fullmatch(PACE, text.strip().lower())
    if found is None:
        return None
    return parse_time(found[1]) * 1000 / UNITS[found[2]]
