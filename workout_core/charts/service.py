"""Series: what of an exercise, or of the body, is drawn as a chart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.body.amounts import LENGTHS_BESIDE, comparable, kind_of
from workout_core.body.types import require_type
from workout_core.charts.schemas import (
    ChartTrendFilters,
    ChartTrendPoint,
    ChartTrendRead,
    Measure,
    SeriesFilters,
    SeriesPoint,
    SeriesRead,
)
from workout_core.statistics.moves import moves_of
from workout_core.training.one_rep_max import SOURCES, THIRTY
from workout_core.training.smoothing import smoothed
from workout_core.units import EXACT_PER, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.body.types import MeasurementKind
    from workout_core.charts.repository import SeriesRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.reference import ExerciseRef
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.moves import Moves
    from workout_core.vocabulary import MassUnit

HUNDREDTH: Final = Decimal("0.01")
WITH_LOAD: Final = ("weight_reps", "weight_duration", "weight_distance")
RULES: Final[dict[Measure, str]] = {
    "e1rm": (
        "The best estimate of a day, by {formula}, with repetitions in reserve (10 - RPE) counted as"
        " repetitions; a single to failure is the weight itself, and above twelve repetitions nothing"
        " is estimated. Moves of the body lift its share of the body weight, and what was added."
        " Warm-ups don't count."
    ),
    "volume": (
        "Weight x repetitions of a day's sets, of both sides where each side did them, times 2 where each hand has a"
        " weight. Moves of the body lift its share of the body weight, and what was added. Warm-ups don't count."
    ),
    "reps": "The most repetitions of a day in one set. Warm-ups don't count.",
    "weight": (
        "The heaviest load of a day that was lifted at least once, as it was typed: of moves of the body what was"
        " added, help below 0. Warm-ups don't count."
    ),
}
TREND: Final = (
    "Exponential smoothing: trend + (1 - 0.9^days) x (value - trend), days being those since the value before, so"
    " that a day weighs a tenth (Walker, The Hacker's Diet, 1991). It begins at the first value ever."
)


class _Day(NamedTuple):
    """A day's value (exact masses, e1RM in thirtieths), and of how many of its sets one is known."""

    day: date
    value: Decimal
    record: bool
    sets: int
    known: int


class SeriesService:
    def __init__(
        self,
        repository: SeriesRepository,
        exercises: ExerciseRepository,
        measurements: MeasurementRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._measurements = measurements
        self._accounts = accounts

    async def series(self, filters: SeriesFilters) -> SeriesRead:
        """What each day came to of an exercise: the best e1RM, the volume, the most repetitions or the top weight."""
        moves = await moves_of(self._exercises, filters.exercise)
        measure = filters.measure or _usual_measure(moves.reference)
        rows = await self._rows(moves, measure, filters)
        deloads = await self._repository.deloads(filters.since, filters.until)
        unit = await self._unit(filters.unit)
        days = [each for each in _values(rows, measure) if not _is_before(each.day, filters.since)]
        items = [_point(each, measure, unit, deloads) for each in days if each.known]
        counted = sum(each.known for each in days)
        return SeriesRead(
            exercise=moves.reference,
            measure=measure,
            unit="reps" if measure == "reps" else unit,
            since=filters.since,
            until=filters.until,
            items=items,
            total=len(items),
            rule=RULES[measure].format(formula=SOURCES[filters.formula]),
            e1rm_formula=filters.formula if measure == "e1rm" else None,
            counted=counted,
            left_out=sum(each.sets for each in days) - counted,
        )

    async def trend(self, filters: ChartTrendFilters) -> ChartTrendRead:
        """What was measured of the body day by day, and its trend: exponential smoothing, a tenth a day."""
        type_ = require_type(filters.type, await self._measurements.own_types())
        unit = _body_unit(type_, await self._unit(filters.unit))
        rows = await self._repository.measured(type_.slug, filters.until)
        days = list(_daily(rows, unit))
        trends = smoothed((day, float(value)) for day, value in days)
        items = [
            ChartTrendPoint(local_date=day, value=_rounded(value), trend=_rounded(Decimal(trend)))
            for (day, value), trend in zip(days, trends, strict=True)
            if not _is_before(day, filters.since)
        ]
        return ChartTrendRead(
            type=type_.slug,
            name=type_.name,
            unit=unit,
            since=filters.since,
            until=filters.until,
            items=items,
            total=len(items),
            rule=TREND,
        )

    async def _rows(self, moves: Moves, measure: Measure, filters: SeriesFilters) -> list[Row]:
        """The days of an exercise, their volume with both of its dumbbells."""
        key = moves.exercise_id
        if measure != "volume":
            share = moves.share if measure == "e1rm" else None
            return await self._repository.bests(key, filters.until, filters.formula, share)
        rows = await self._repository.volumes(key, filters.until, moves.share)
        return [{**row, "volume": (row["volume"] or 0) * moves.implements} for row in rows]

    async def _unit(self, given: MassUnit | None) -> MassUnit:
        if given:
            return given
        unit: MassUnit = (await self._accounts.profile())["unit"]
        return unit


def _usual_measure(exercise: ExerciseRef) -> Measure:
    return "e1rm" if exercise.tracking in WITH_LOAD else "reps"


def _is_before(day: date, since: date | None) -> bool:
    return since is not None and day < since


def _values(rows: Sequence[Row], measure: Measure) -> Iterator[_Day]:
    """What is counted of each day; a record is more than on every day before it, so the first is none."""
    most: Decimal | None = None
    for row in rows:
        known = row["sets"] if measure == "reps" else row[f"{measure}_sets"]
        # Sums of floating point are told apart to 0.01 mg, and no finer.
        value = Decimal(round(row[measure])) if known else Decimal(0)
        record = bool(known) and most is not None and value > most
        yield _Day(row["local_date"], value, record, row["sets"], known)
        if known:
            most = value if most is None else max(most, value)


def _point(each: _Day, measure: Measure, unit: MassUnit, deloads: set[date]) -> SeriesPoint:
    value = each.value / THIRTY if measure == "e1rm" else each.value
    if measure != "reps":
        value = _rounded(value / EXACT_PER[unit])
    return SeriesPoint.model_construct(
        local_date=each.day, value=value, record=each.record, deload=each.day in deloads
    )


def _body_unit(type_: MeasurementKind, system: MassUnit) -> str:
    """In what a type is told to somebody who counts in kilograms or in pounds."""
    if type_.kind == "mass":
        return system
    return LENGTHS_BESIDE[system] if type_.kind == "length" else type_.unit


def _daily(rows: Sequence[Row], unit: str) -> Iterator[tuple[date, Decimal]]:
    """The mean of each day in a unit; what was measured in another kind of unit is left out."""
    kind, per = kind_of(unit), comparable(Decimal(1), unit)
    fitting = (row for row in rows if kind_of(row["unit"]) == kind)
    for day, same in groupby(fitting, key=lambda row: row["local_date"]):
        values = [comparable(row["value"], row["unit"]) / per for row in same]
        yield day, sum(values, Decimal(0)) / len(values)


def _rounded(value: Decimal) -> Decimal:
    return round_half_up(value, HUNDREDTH)
