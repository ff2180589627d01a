"""What stands in a gym, as people write it, and the nearest of it to a load.

    25x4 20x2 15 10 kg    plates: masses, and how many there are where that is limited
    20 15 kg              bars: the usual one first
    2.5..40/2.5 45 50     dumbbells and stacks: masses, and runs of them (from, to, the step)

A unit at the end is of all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.training.plates import parse_kit
from workout_core.units import EXACT_PER, UNITS, parse_decimal, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from workout_core.training.plates import Kit
    from workout_core.vocabulary import MassUnit

MASS: Final = r"\d{1,4}(?:[.,]\d{1,3})?"
WORD: Final = rf"(?a)({MASS})(?:\.\.({MASS})/({MASS}))?"
WITH_UNIT: Final = r"(?ais)(.*?)\s*(kgs?|lbs?)?\s*"
MOST: Final = 500
EXAMPLE: Final = "2.5..40/2.5 kg"


class Masses(NamedTuple):
    """Masses in a unit."""

    unit: MassUnit
    masses: tuple[Decimal, ...]


class Plates(NamedTuple):
    """A kit of plates in a unit."""

    unit: MassUnit
    kit: Kit


def split_unit(text: str, usual: MassUnit) -> tuple[str, MassUnit]:
    """A text without the unit at its end, and that unit."""
    found = re.fullmatch(WITH_UNIT, text.strip())
    assert found is not None
    return found[1], UNITS[found[2].lower()] if found[2] else usual


def unit_of(*texts: str | None) -> MassUnit | None:
    """The unit at the end of the first text that has one."""
    for text in filter(None, texts):
        found = re.fullmatch(WITH_UNIT, text.strip())
        if found and found[2]:
            return UNITS[found[2].lower()]
    return None


def parse_plates(text: str, usual: MassUnit = "kg") -> Plates:
    """The plates of a text such as `25x4 20 15 10 kg`."""
    words, unit = split_unit(text, usual)
    return Plates(unit, parse_kit(words))


def parse_masses(text: str, usual: MassUnit = "kg") -> Masses:
    """The masses of a text such as `2.5..40/2.5 45 50 kg`, in the order in which they are written."""
    words, unit = split_unit(text, usual)
    masses = [mass for word in words.split() for mass in _run(word)]
    if not 1 <= len(masses) <= MOST:
        raise InvalidError(
            f"There can be 1 to {MOST} masses, and here are {len(masses)}", hints=[EXAMPLE]
        )
    return Masses(unit, tuple(dict.fromkeys(masses)))


def nearest(masses: Sequence[Decimal], target: Decimal) -> Decimal:
    """The mass that comes nearest to a target; of two as near, the lighter."""
    return min(masses, key=lambda mass: (abs(mass - target), mass))


def bar_for(bars: Sequence[Decimal], load: Decimal) -> Decimal:
    """The first bar that is no heavier than the load; where all are, the lightest."""
    return next((bar for bar in bars if bar <= load), min(bars))


def converted(value: Decimal, unit: MassUnit, into: MassUnit) -> Decimal:
    """A mass in another unit, as exactly as decimals are."""
    return value if unit == into else value * EXACT_PER[unit] / EXACT_PER[into]


def _run(word: str) -> Iterator[Decimal]:
    found = re.fullmatch(WORD, word)
    first, last, step = map(_decimal, found.groups()) if found else (None, None, None)
    if first is None or (first == 0 and last is None):
        raise InvalidError(f"{word[:40]!r} is no mass, and no run of masses", hints=[EXAMPLE])
    if last is None or step is None:
        yield plain(first)
        return
    if not step or not 0 <= (last - first) / step < MOST:
        raise InvalidError(f"{word[:40]!r} is no run of masses", hints=[EXAMPLE])
    for count in range(int((last - first) / step) + 1):
        yield plain(first + count * step)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else parse_decimal(text)
