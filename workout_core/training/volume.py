"""How much was lifted, and how many hard sets each muscle had.

Volume compares an exercise with itself over time, never two exercises. A set whose load is unknown has none, which is
not 0: it is told as such.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HALF: Final = Decimal("0.5")
LEAST_HARD_RPE: Final = Decimal(5)


class SetCount(NamedTuple):
    """Sets of an exercise, with the muscles that it works."""

    sets: int
    primary: frozenset[str]
    secondary: frozenset[str]


def set_volume(load: Decimal | None, reps: Iterable[int], implements: int = 1) -> Decimal | None:
    """Load x implements x repetitions, those of each side added up; None where the load is unknown."""
    return None if load is None else load * implements * sum(reps)


def is_hard(kind: str, reps: int | None, rpe: Decimal | None) -> bool:
    """Whether a set counts as hard: no warm-up, something done, and an effort that is unknown or RPE 5 and more."""
    if kind == "warmup" or not reps or reps < 1:
        return False
    return rpe is None or rpe >= LEAST_HARD_RPE


def sets_by_muscle(counts: Iterable[SetCount], secondary: Decimal = HALF) -> Mapping[str, Decimal]:
    """Sets for each muscle: 1 where it is a primary one, a half where it only helps.

    Fractional counting fits growth and strength best (Pelland et al., SportRxiv 2024, 67 studies); 0 counts direct
    sets only, 1 all of them. A muscle that is both counts 1.
    """
    found: dict[str, Decimal] = {}
    for each in counts:
        helping = each.secondary - each.primary if secondary else frozenset[str]()
        for muscle in each.primary | helping:
            weight = Decimal(1) if muscle in each.primary else secondary
            found[muscle] = found.get(muscle, Decimal(0)) + weight * each.sets
    return found
