"""How hard training was as a whole, by the session and over weeks.

The load of a session is its effort times its length, which counts for lifters and runners alike. Days without
training count as 0. None of these foretells an injury, and none says how much is right.
"""

from __future__ import annotations

from math import exp
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FITNESS_DAYS: Final = 42
FATIGUE_DAYS: Final = 7


class Week(NamedTuple):
    """What seven days came to; monotony and strain are None where every day was the same."""

    load: float
    monotony: float | None
    strain: float | None


class Form(NamedTuple):
    """Fitness (CTL) and fatigue (ATL) after a day."""

    fitness: float
    fatigue: float

    @property
    def form(self) -> float:
        """With which the next day begins (TSB)."""
        return self.fitness - self.fatigue


def session_load(rpe: float, minutes: float) -> float:
    """Session RPE (0 to 10) times minutes, in arbitrary units (Foster et al., JSCR 15:109-115, 2001)."""
    return rpe * minutes


def week_of(loads: Sequence[float]) -> Week:
    """Load, monotony (mean over deviation) and strain (load x monotony) of the days of a week (Foster, MSSE 30, 1998).

    The paper leaves open which deviation it means; programs differ by 8 %. Here it is that of the population.
    """
    load, spread = sum(loads), pstdev(loads)
    monotony = fmean(loads) / spread if spread else None
    return Week(load, monotony, None if monotony is None else load * monotony)


def forms(loads: Iterable[float]) -> Iterator[Form]:
    """Fitness and fatigue of each day, from 0 on: y += (x - y) (1 - e^(-1/tau)), tau of 42 and of 7 days.

    Banister's impulse and response as GoldenCheetah counts it; Coggan's (x - y) / tau is 1.2 % more for fitness and
    7 % more for fatigue.
    """
    fitness = fatigue = 0.0
    for load in loads:
        fitness += (load - fitness) * (1 - exp(-1 / FITNESS_DAYS))
        fatigue += (load - fatigue) * (1 - exp(-1 / FATIGUE_DAYS))
        yield Form(fitness, fatigue)
