"""How many hard sets a week a muscle is aimed at: a band that is anybody's to change, and no promise.

The usual ones are opinion, with a wide spread from person to person (landmarks as of Israetel, Renaissance
Periodization, 2017; the numbers are those that programs for people past their first year go by). A muscle without one
has none until its owner says so. What is said of the back holds for lats and upper back, and of the shoulders for each
head of the deltoid.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

Standing = Literal["below", "inside", "above"]
RANGE: Final = r"(?a)\s*(\d{1,3})\s*(?:\.\.|-|–)\s*(\d{1,3})\s*"
MOST: Final = 100


class Band(NamedTuple):
    """Hard sets a week, both ends within."""

    low: int
    high: int

    def place(self, sets: Decimal) -> Standing:
        """Where so many sets a week are."""
        return "below" if sets < self.low else "above" if sets > self.high else "inside"


USUAL: Final[Mapping[str, Band]] = {
    "chest": Band(10, 20),
    "lats": Band(10, 22),
    "upper_back": Band(10, 22),
    "front_delts": Band(8, 18),
    "side_delts": Band(8, 18),
    "rear_delts": Band(8, 18),
    "biceps": Band(6, 14),
    "triceps": Band(6, 14),
    "quads": Band(8, 18),
    "hamstrings": Band(6, 14),
    "glutes": Band(6, 16),
    "calves": Band(6, 12),
    "abdominals": Band(4, 10),
    "obliques": Band(4, 10),
}


def parse_band(text: str) -> Band:
    """A band as people type it: `10..20`, `10-20`."""
    found = re.fullmatch(RANGE, text)
    if found is None or not int(found[1]) <= int(found[2]) <= MOST:
        raise InvalidError(f"{text[:40]!r} is no band of sets a week", hints=["10..20"])
    return Band(int(found[1]), int(found[2]))


def bands(own: Mapping[str, Any]) -> dict[str, Band]:
    """The bands of a user, by muscle: their own (low and high, as a profile keeps them) instead of the usual ones."""
    return {**USUAL, **{muscle: Band(*band) for muscle, band in own.items()}}
