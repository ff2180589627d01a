"""Maxima and shares of them, from sets with and without an effort."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.calculators.schemas import OneRepMaxRead, RepsAt, RpeRead
from workout_core.errors import InvalidError
from workout_core.training.one_rep_max import (
    MOST_REPS,
    SOURCES,
    effective_reps,
    fraction,
)
from workout_core.training.rounding import rounded
from workout_core.training.rpe import share
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.calculators.schemas import OneRepMaxQuery, RpeQuery
    from workout_core.training.one_rep_max import Formula
    from workout_core.training.rpe import Chart

HUNDREDTH: Final = Decimal("0.01")
TENTH: Final = Decimal("0.1")
RELIABLE_REPS: Final = 10
CHARTS: Final[dict[Chart, str]] = {
    "rts": "Tuchscherer, The Reactive Training Manual, 2008: the chart",
    "polynomial": "a curve along Tuchscherer's chart",
}


def maximum(data: OneRepMaxQuery) -> OneRepMaxRead:
    """The maximum of a set, or the weight of a set for a maximum; InvalidError beyond twelve repetitions."""
    total = effective_reps(data.reps, data.rpe)
    if total is None:
        left = "" if data.rpe is None else ", those that were left included"
        raise InvalidError(
            f"A maximum is estimated from at most {MOST_REPS} repetitions{left}",
            hints=["a set of five says most"],
        )
    weight, most = _pair(data, total)
    return OneRepMaxRead(
        formula=data.formula,
        source=SOURCES[data.formula],
        weight=weight,
        one_rep_max=most,
        unit=data.unit,
        one_rep_max_kg=rounded(kilograms(exact_mass(most, data.unit)), HUNDREDTH),
        reps=data.reps,
        rpe=data.rpe,
        effective_reps=total,
        items=[*_others(most, data.formula)],
        notes=[*_notes(total, data.formula)],
    )


def rated(data: RpeQuery) -> RpeRead:
    """The share of the maximum by a chart, and what it makes of a weight or a maximum."""
    found = share(data.reps, data.rpe, data.chart)
    if found is None:
        raise InvalidError(
            "The chart is for 1 to 12 repetitions at RPE 6 to 10, in half steps",
            hints=["--chart polynomial goes beyond it"] if data.chart == "rts" else [],
        )
    part = Decimal(repr(found))
    most = data.max if data.weight is None else rounded(data.weight / part, HUNDREDTH)
    weight = data.weight if data.max is None else rounded(data.max * part, HUNDREDTH)
    return RpeRead(
        chart=data.chart,
        source=CHARTS[data.chart],
        reps=data.reps,
        rpe=data.rpe,
        percent=rounded(part * 100, HUNDREDTH),
        weight=weight,
        one_rep_max=most,
        unit=data.unit,
    )


def _pair(data: OneRepMaxQuery, total: Decimal) -> tuple[Decimal, Decimal]:
    """The weight and the maximum, the one that was asked to 0.01."""
    times, over = fraction(total, data.formula)
    if data.weight is not None:
        return data.weight, rounded(data.weight * times / over, HUNDREDTH)
    assert data.max is not None
    return rounded(data.max * over / times, HUNDREDTH), data.max


def _others(most: Decimal, formula: Formula) -> Iterator[RepsAt]:
    for reps in range(1, MOST_REPS + 1):
        times, over = fraction(Decimal(reps), formula)
        yield RepsAt(
            reps=reps,
            percent=rounded(100 * over / times, TENTH),
            weight=rounded(most * over / times, HUNDREDTH),
        )


def _notes(total: Decimal, formula: Formula) -> Iterator[str]:
    if total == 1:
        yield "a single to failure is the maximum itself"
    if total > RELIABLE_REPS:
        yield f"above {RELIABLE_REPS} repetitions an estimate is loose"
    if formula == "mayhew" and 1 < total <= 3:
        yield "Mayhew's says little of less than four repetitions"
