"""The sets that lead up to a working weight.

A scheme is steps of the bar or a share of the working weight. A share is rounded to what can be loaded and never below
the bar; a step that comes to the working weight or more is left out, and of two steps
that come to the same weight the first stays. A step may be for working weights above some mass only. A working weight
that is the bar needs no warm-up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.vocabulary import MassUnit

WarmupScheme = Literal["starting_strength", "single", "five_three_one", "by_weight"]


class Step(NamedTuple):
    """So many sets of so many repetitions with a share of the working weight; None is the empty bar.

    It is done where the working weight is more than `above`, in the unit of that.
    """

    share: Decimal | None
    reps: int
    sets: int = 1
    above: Decimal = Decimal(0)


class WarmupSet(NamedTuple):
    """`wanted` is what the weight would be if everything could be loaded."""

    weight: Decimal
    wanted: Decimal
    reps: int
    share: Decimal | None


SCHEMES: Final[dict[str, tuple[Step, ...]]] = {
    # Rippetoe & Kilgore, Starting Strength, 2nd ed., 2007: the bar twice, then three steps up.
    "starting_strength": (
        Step(None, 5, 2),
        Step(Decimal("0.4"), 5),
        Step(Decimal("0.6"), 3),
        Step(Decimal("0.8"), 2),
    ),
    # The same steps, which begin with ten of the bar and end in a single.
    "single": (
        Step(None, 10),
        Step(Decimal("0.4"), 5),
        Step(Decimal("0.6"), 3),
        Step(Decimal("0.8"), 1),
    ),
    # Wendler, 5/3/1, 2009: of the training max.
    "five_three_one": (
        Step(Decimal("0.4"), 5),
        Step(Decimal("0.5"), 5),
        Step(Decimal("0.6"), 3),
    ),
}
# The more, the heavier it gets, as Liftosaur does for barbells.
THRESHOLDS: Final[dict[MassUnit, tuple[int, int, int]]] = {"kg": (60, 40, 20), "lb": (120, 90, 45)}
SHARES: Final = (Decimal("0.3"), Decimal("0.5"), Decimal("0.8"))


def steps_of(scheme: WarmupScheme, unit: MassUnit) -> tuple[Step, ...]:
    """The steps of a scheme for working weights in a unit."""
    if scheme != "by_weight":
        return SCHEMES[scheme]
    pairs = zip(SHARES, THRESHOLDS[unit], strict=True)
    return tuple(Step(share, 5, above=Decimal(above)) for share, above in pairs)


def warmup(
    work: Decimal,
    bar: Decimal,
    loadable: Callable[[Decimal], Decimal],
    steps: tuple[Step, ...],
) -> list[WarmupSet]:
    """The warm-up sets for a working weight, the lightest first; all masses are in one unit.

    `loadable` tells the nearest weight that can be loaded.
    """
    if work <= bar:
        return []
    done: list[WarmupSet] = []
    weights: set[Decimal] = set()
    for step in steps:
        wanted = bar if step.share is None else max(bar, step.share * work)
        weight = bar if wanted == bar else max(bar, loadable(wanted))
        if step.above < work and weight < work and weight not in weights:
            weights.add(weight)
            done += [WarmupSet(weight, wanted, step.reps, step.share)] * step.sets
    return done
