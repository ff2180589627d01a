"""What could be lifted once, estimated from what was lifted more often (e1RM).

Linear equations hold to about ten repetitions (Reynolds et al., JSCR 20:584-592, 2006) and less with each more
(Whisenant et al., JSCR 17:221-227, 2003), so an estimate is shown for twelve at most, and one chart never mixes two
formulas. Published constants differ in the last digit; these are the ones that reproduce the published examples.
"""

from __future__ import annotations

from decimal import Decimal
from math import exp
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Formula = Literal[
    "epley",
    "epley333",
    "brzycki",
    "brzycki278",
    "lander",
    "lombardi",
    "mayhew",
    "oconner",
    "wathen",
]
DEFAULT: Final[Formula] = "epley"
MOST_REPS: Final = 12
THIRTY: Final = 30
TEN: Final = Decimal(10)


def epley(reps: float) -> float:
    """1 + r/30 (Epley, Poundage Chart, 1985). One repetition gives 1.033: it is no measure of a single."""
    return 1 + reps / 30


def epley333(reps: float) -> float:
    """1 + 0.0333 r: Epley as Wendler prints it (5/3/1, 2009)."""
    return 1 + 0.0333 * reps


def brzycki(reps: float) -> float:
    """36 / (37 - r) (Brzycki, JOPERD 64(1):88-90, 1993). It has no value from 37 repetitions on."""
    return 36 / (37 - reps)


def brzycki278(reps: float) -> float:
    """1 / (1.0278 - 0.0278 r): Brzycki as first printed, with rounded constants."""
    return 1 / (1.0278 - 0.0278 * reps)


def lander(reps: float) -> float:
    """100 / (101.3 - 2.67123 r) (Lander, NSCA Journal 6(6):60-61, 1985). It has no value from 38 repetitions on."""
    return 100 / (101.3 - 2.67123 * reps)


def lombardi(reps: float) -> float:
    """r^0.10 (Lombardi, Beginning Weight Training, 1989). Low at high repetitions."""
    return float(reps**0.10)


def mayhew(reps: float) -> float:
    """100 / (52.2 + 41.9 e^(-0.055 r)) (Mayhew et al., J Appl Sport Sci Res 6:200-206, 1992), of a bench press test.

    One repetition gives 1.089: it says nothing of singles and doubles.
    """
    return 100 / (52.2 + 41.9 * exp(-0.055 * reps))


def oconner(reps: float) -> float:
    """1 + 0.025 r (O'Conner et al., Weight Training Today, 1989)."""
    return 1 + 0.025 * reps


def wathen(reps: float) -> float:
    """100 / (48.8 + 53.8 e^(-0.075 r)) (Wathen, Essentials of Strength Training and Conditioning, NSCA, 1994)."""
    return 100 / (48.8 + 53.8 * exp(-0.075 * reps))


FORMULAS: Final[dict[Formula, Callable[[float], float]]] = {
    "epley": epley,
    "epley333": epley333,
    "brzycki": brzycki,
    "brzycki278": brzycki278,
    "lander": lander,
    "lombardi": lombardi,
    "mayhew": mayhew,
    "oconner": oconner,
    "wathen": wathen,
}

NAMES: Final[dict[Formula, str]] = {
    "epley": "Epley",
    "epley333": "Epley (Wendler)",
    "brzycki": "Brzycki",
    "brzycki278": "Brzycki (1.0278)",
    "lander": "Lander",
    "lombardi": "Lombardi",
    "mayhew": "Mayhew",
    "oconner": "O'Conner",
    "wathen": "Wathen",
}
SOURCES: Final[dict[Formula, str]] = {
    "epley": "Epley, 1985: w (1 + r/30)",
    "epley333": "Epley as Wendler prints it, 2009: w (1 + 0.0333 r)",
    "brzycki": "Brzycki, JOPERD 64(1), 1993: 36 w / (37 - r)",
    "brzycki278": "Brzycki as first printed: w / (1.0278 - 0.0278 r)",
    "lander": "Lander, NSCA Journal 6(6), 1985: 100 w / (101.3 - 2.67123 r)",
    "lombardi": "Lombardi, 1989: w r^0.10",
    "mayhew": "Mayhew et al., 1992: 100 w / (52.2 + 41.9 e^(-0.055 r))",
    "oconner": "O'Conner et al., 1989: w (1 + 0.025 r)",
    "wathen": "Wathen, NSCA, 1994: 100 w / (48.8 + 53.8 e^(-0.075 r))",
}

# Where a formula is a fraction: the maximum is the weight times the first over the second, exactly.
FRACTIONS: Final[dict[Formula, Callable[[Decimal], tuple[Decimal, Decimal]]]] = {
    "epley": lambda reps: (30 + reps, Decimal(30)),
    "epley333": lambda reps: (1 + Decimal("0.0333") * reps, Decimal(1)),
    "brzycki": lambda reps: (Decimal(36), 37 - reps),
    "brzycki278": lambda reps: (Decimal(1), Decimal("1.0278") - Decimal("0.0278") * reps),
    "lander": lambda reps: (Decimal(100), Decimal("101.3") - Decimal("2.67123") * reps),
    "oconner": lambda reps: (40 + reps, Decimal(40)),
}


def fraction(total: Decimal, formula: Formula = DEFAULT) -> tuple[Decimal, Decimal]:
    """What a weight is multiplied with and divided by for its maximum, at so many repetitions to failure (1 to 12).

    So that what lies between two hundredths is rounded by what it is, and not by what a float makes of it. A single
    to failure is the maximum itself.
    """
    if total == 1:
        return Decimal(1), Decimal(1)
    if formula in FRACTIONS:
        return FRACTIONS[formula](total)
    return Decimal(repr(FORMULAS[formula](float(total)))), Decimal(1)


def multiplier(reps: float, formula: Formula = DEFAULT) -> float | None:
    """The one-rep maximum over the weight that was lifted so often; None where the formula has no value."""
    if reps < 0 or (reps == 0 and formula == "lombardi"):
        return None
    try:
        value = FORMULAS[formula](reps)
    except ZeroDivisionError:
        return None
    return value if value > 0 else None


def formula_max(weight: float, reps: float, formula: Formula = DEFAULT) -> float | None:
    """A formula as it was published, in the unit of the weight, with no rule of ours about singles or limits."""
    times = multiplier(reps, formula)
    return None if times is None else weight * times


def effective_reps(reps: int | None, rpe: Decimal | None = None) -> Decimal | None:
    """Repetitions to failure: those done and those left (10 - RPE, Zourdos et al., JSCR 30:267-275, 2016).

    None where nothing is estimated: below one repetition done, or above twelve to failure.
    """
    if reps is None or reps < 1:
        return None
    total = reps + (TEN - rpe if rpe is not None else 0)
    return Decimal(total) if total <= MOST_REPS else None


def estimate(
    weight: float, reps: int | None, rpe: Decimal | None = None, formula: Formula = DEFAULT
) -> float | None:
    """The e1RM that is shown, in the unit of the weight: a single to failure is the weight itself."""
    total = effective_reps(reps, rpe)
    if total is None or weight <= 0:
        return None
    return weight if total == 1 else formula_max(weight, float(total), formula)


def thirtieths(
    load: int, reps: int | None, rpe: Decimal | None = None, formula: Formula = DEFAULT
) -> Decimal | None:
    """The e1RM in thirtieths of the unit of the load: exact by Epley, so that no two are mistaken for one another."""
    total = effective_reps(reps, rpe)
    if total is None or load <= 0:
        return None
    times, over = fraction(total, formula)
    return load * times * THIRTY / over
