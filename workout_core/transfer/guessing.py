"""Which unit the loads of a file are in that names none, and how the loads tell."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.units import EXACT_PER, plain, round_half_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.vocabulary import MassUnit

ENOUGH: Final = 20  # telling loads that make a guessed unit certain,
AGAINST: Final = 9  # if there are so many of them for each one that tells otherwise
WEIGHT: Final = 5  # a telling load counts as many that merely lean to a unit
HALF, CENT, NEAR = Decimal("0.5"), Decimal("0.01"), Decimal("0.000001")
# A bar of 45 lb with pairs of plates of 45 and 25 lb: hardly anyone makes these of kilograms.
PLATES_LB: Final = frozenset(map(Decimal, (135, 185, 225, 275, 315, 365, 405, 455, 495)))


def guess_unit(loads: Mapping[tuple[bool, Decimal], int]) -> tuple[MassUnit, str, bool]:
    """The unit of loads that have none, the evidence for it, and whether that is strong.

    `loads` counts the loads as the file writes them, each with whether a barbell was lifted. Some tell the unit
    (14 and 62.5 are kilograms, 135 pounds), others lean to one: on a bar of 20 kg most loads end in 0, on one of
    45 lb in 5.
    """
    telling: dict[MassUnit, Counter[Decimal]] = {"kg": Counter(), "lb": Counter()}
    leaning: dict[MassUnit, int] = {"kg": 0, "lb": 0}
    for (barbell, load), count in loads.items():
        tells = _tells(load, barbell=barbell)
        if tells:
            telling[tells][plain(round_half_up(load, CENT))] += count
        elif barbell and load >= 20 and load % 5 == 0:
            leaning["kg" if load % 10 == 0 else "lb"] += count
    told = {unit: counter.total() for unit, counter in telling.items()}
    score = {unit: WEIGHT * told[unit] + leaning[unit] for unit in told}
    unit: MassUnit = "lb" if score["lb"] > score["kg"] else "kg"
    against = sum(told.values()) - told[unit]
    examples = ", ".join(f"{load:f}" for load, _ in telling[unit].most_common(3))
    reason = f"guessed: {told[unit]:,} loads tell {unit}" + (
        f" (such as {examples})" if examples else ""
    )
    reason += f", {against:,} the other unit; {leaning['kg']:,} lean to kg, {leaning['lb']:,} to lb"
    leant = leaning[unit] * 2 >= sum(leaning.values()) - leaning[unit]
    return unit, reason, leant and told[unit] >= max(ENOUGH, AGAINST * against)


def _tells(load: Decimal, *, barbell: bool) -> MassUnit | None:
    """The unit that a load tells by itself."""
    shown = round_half_up(load, CENT)
    if load != shown:
        return _converted(load)
    if barbell and load in PLATES_LB:
        return "lb"
    whole = load % 1 == 0
    if (whole and load >= 13 and load % 5) or (
        barbell and load > 20 and load % 5 == Decimal("2.5")
    ):
        return "kg"
    return None


def _converted(load: Decimal) -> MassUnit | None:
    """The unit in which a long fraction is shown: apps that store kilograms leave noise in pounds."""
    if abs(load - round_half_up(load, HALF)) < NEAR:
        return "lb"
    pairs: tuple[tuple[MassUnit, MassUnit], ...] = (("lb", "kg"), ("kg", "lb"))
    for shown, stored in pairs:
        value = load * EXACT_PER[shown] / EXACT_PER[stored]
        if abs(value - round_half_up(value, HALF)) < NEAR:
            return shown
    return None
