"""Heart rates, in beats a minute, and what they say of effort and energy.

A maximum from age is off by ten beats for one in three people: zones need a measured one.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workout_core.training.score_tables import ScoreSex

BANISTER: Final[dict[ScoreSex, tuple[float, float]]] = {"m": (0.64, 1.92), "f": (0.86, 1.67)}
GOLDEN_CHEETAH: Final[dict[ScoreSex, tuple[float, float]]] = {**BANISTER, "f": (0.64, 1.67)}


def trimp(
    minutes: float,
    rate: float,
    rest: float,
    most: float,
    sex: ScoreSex,
    numbers: dict[ScoreSex, tuple[float, float]] = BANISTER,
) -> float:
    """minutes x h x a e^(b h), h the share of the heart rate's reserve (Banister, 1991; a and b by sex: Morton, 1990).

    Men 0.64 and 1.92, women 0.86 and 1.67; GoldenCheetah keeps 0.64 for women, which gives a quarter less.
    """
    share = reserve_share(rate, rest, most)
    a, b = numbers[sex]
    return minutes * share * a * exp(b * share)


def reserve_share(rate: float, rest: float, most: float) -> float:
    """Which share of the way from rest to the maximum a heart rate is."""
    return (rate - rest) / (most - rest)


def at_reserve(share: float, rest: float, most: float) -> float:
    """The heart rate at a share of the reserve (Karvonen et al., Ann Med Exp Biol Fenn 35:307-315, 1957)."""
    return rest + share * (most - rest)


def highest_by_age(age: float, *, tanaka: bool = True) -> float:
    """208 - 0.7 age (Tanaka et al., JACC 37:153-156, 2001), or the older 220 - age."""
    return 208 - 0.7 * age if tanaka else 220.0 - age


def kilocalories(met: float, kilograms: float, minutes: float, *, by_oxygen: bool = False) -> float:
    """Energy of an effort in METs: a kcal a kilogram and hour, or 3.5 ml of oxygen (5 % more) at 5 kcal a litre.

    Ainsworth et al., MSSE 43:1575-1581, 2011. Of lifting it says next to nothing.
    """
    if by_oxygen:
        return met * 3.5 * kilograms / 200 * minutes
    return met * kilograms * minutes / 60
