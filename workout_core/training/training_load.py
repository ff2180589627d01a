"""How hard training was as a whole, by the session and over weeks.

The load of a session is its effort times its length, which counts for lifters and runners alike. Days without
training count as 0. None of these foretells an injury, and none says how much is right.
"""

from __future__ import annotations

from math import exp
from statistics import fmean, pstdev, stdev
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kernel = Literal["exponential", "inverse"]
Deviation = Literal["population", "sample"]

FITNESS_DAYS: Final = 42
FATIGUE_DAYS: Final = 7
ACUTE_DAYS: Final = 7
CHRONIC_DAYS: Final = 28


class Week(NamedTuple):
    """What seven days came to; monotony and strain are None where every day was the same."""

    load: float
    mean: float
    monotony: float | None
    strain: float | None


class Form(NamedTuple):
    """Fitness (CTL) and fatigue (ATL) after a day, and form (TSB): fitness less fatigue of the day before."""

    fitness: float
    fatigue: float
    form: float


class LoadRatios(NamedTuple):
    """The load of 7 days over that of 28, in the three ways in which it is counted."""

    coupled: float
    uncoupled: float
    weighted: float


def session_load(rpe: float, minutes: float) -> float:
    """Session RPE (0 to 10) times minutes, in arbitrary units (Foster et al., JSCR 15:109-115, 2001)."""
    return rpe * minutes


def week_of(loads: Sequence[float], deviation: Deviation = "population") -> Week:
    """Load, monotony (mean over deviation) and strain (load x monotony) of the days of a week (Foster, MSSE 30, 1998).

    The paper leaves open which deviation it means; programs differ by 8 %. Here it is that of the population.
    """
    mean, load = fmean(loads), sum(loads)
    spread = pstdev(loads) if deviation == "population" else stdev(loads)
    monotony = mean / spread if spread else None
    return Week(load, mean, monotony, None if monotony is None else load * monotony)


def form(loads: Iterable[float], kernel: Kernel = "exponential") -> list[Form]:
    """Fitness, fatigue and form of each day, from 0 on: y += (x - y) (1 - e^(-1/tau)), tau of 42 and of 7 days.

    Banister's impulse and response as GoldenCheetah counts it; with `inverse` (x - y) / tau, as Coggan does, which
    is 1.2 % more for fitness and 7 % more for fatigue.
    """
    fitness = fatigue = 0.0
    days = []
    for load in loads:
        before = fitness - fatigue
        fitness += (load - fitness) * _gain(FITNESS_DAYS, kernel)
        fatigue += (load - fatigue) * _gain(FATIGUE_DAYS, kernel)
        days.append(Form(fitness, fatigue, before))
    return days


def load_ratios(loads: Sequence[float]) -> LoadRatios | None:
    """The load of the last 7 days over the last 28 (the same 28 days give 1.41, 1.63 and 1.38).

    Coupled and uncoupled by means, weighted by exponential averages with 2 / (n + 1) (Williams et al., BJSM
    51:209-210, 2017). It predicts no injuries (Impellizzeri et al., Sports Med 50, 2020). None with less than 28
    days, or where they were empty.
    """
    if len(loads) < CHRONIC_DAYS:
        return None
    acute, chronic = fmean(loads[-ACUTE_DAYS:]), fmean(loads[-CHRONIC_DAYS:])
    earlier = fmean(loads[-CHRONIC_DAYS:-ACUTE_DAYS])
    weighted = _average(loads, CHRONIC_DAYS)
    if not (chronic and earlier and weighted):
        return None
    return LoadRatios(acute / chronic, acute / earlier, _average(loads, ACUTE_DAYS) / weighted)


def inol(reps: int, percent: float) -> float | None:
    """Repetitions over what is missing to 100 % of the maximum (Hristov, 2005); None at 100 % and above."""
    return reps / (100 - percent) if percent < 100 else None


def _gain(days: int, kernel: Kernel) -> float:
    return 1 / days if kernel == "inverse" else 1 - exp(-1 / days)


def _average(loads: Sequence[float], days: int) -> float:
    value = loads[0]
    for load in loads[1:]:
        value += (load - value) * 2 / (days + 1)
    return value
