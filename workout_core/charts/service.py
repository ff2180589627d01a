"""Series: what of an exercise, or of the body, is drawn as a chart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.body.amounts import LENGTHS_BESIDE, kind_of
from workout_core.body.trend import HALF_LIFE, RULE, smoothed
from workout_core.body.types import BY_SLUG, require_type
from workout_core.charts.measures import (
    EFFORTS,
    MASSES,
    OF_TRACKING,
    RULES,
    UNITS,
    beats,
    goes_by_effort,
)
from workout_core.charts.schemas import (
    ChartTrendFilters,
    ChartTrendPoint,
    ChartTrendRead,
    Measure,
    SeriesFilters,
    SeriesPoint,
    SeriesRead,
)
from workout_core.errors import InvalidError, NotFoundError
from workout_core.statistics.moves import moves_of
from workout_core.training.one_rep_max import SOURCES, THIRTY
from workout_core.units import EXACT_PER, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.body.types import MeasurementKind
    from workout_core.charts.repository import SeriesRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.moves import Moves
    from workout_core.vocabulary import MassUnit

WEIGHT: Final = "weight"
FIRST: Final = "workout body log weight 80kg"
MOST_HINTS: Final = 3
HUNDREDTH: Final = Decimal("0.01")
TREND: Final = (
    f"Exponential smoothing: {RULE.format(HALF_LIFE)}. It begins at the first value ever."
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
        measure, rows = await self._measured(moves, filters)
        deloads = await self._repository.deloads(filters.since, filters.until)
        unit = await self._unit(filters.unit)
        days = [each for each in _values(rows, measure) if not _is_before(each.day, filters.since)]
        items = [_point(each, measure, unit, deloads) for each in days if each.known]
        counted = sum(each.known for each in days)
        return SeriesRead(
            exercise=moves.reference,
            measure=measure,
            unit=UNITS.get(measure, unit),
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
        """What was measured of the body day by day, and its trend: the same as of the body's trends."""
        type_ = await self._type(filters.type)
        unit = _body_unit(type_, await self._unit(filters.unit))
        rows = await self._repository.measured(type_.slug, filters.until)
        fitting = (row for row in rows if kind_of(row["unit"]) == kind_of(unit))
        items = [
            ChartTrendPoint(
                local_date=each.day, value=_rounded(each.value), trend=_rounded(each.trend)
            )
            for each in smoothed(fitting, unit)
            if not _is_before(each.day, filters.since)
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

    async def _measured(self, moves: Moves, filters: SeriesFilters) -> tuple[Measure, list[Row]]:
        """What is drawn, and its days: what was asked, else the first that the exercise has of what its kind may have.

        InvalidError where neither the kind of the exercise nor any set of it has what was asked.
        """
        own = OF_TRACKING[moves.reference.tracking]
        if filters.measure is None:
            rows = await self._rows(moves, own[0], filters)
            found = [each for each in own if rows and _is_in(rows, each)]
            return (found or own)[0], rows
        rows = await self._rows(moves, filters.measure, filters)
        if filters.measure not in own and not _is_in(rows, filters.measure):
            names = " or ".join(filter(None, (", ".join(own[:-1]), own[-1])))
            raise InvalidError(
                f"{moves.reference.name} has no {filters.measure}: draw its {names}", hints=[*own]
            )
        return filters.measure, rows

    async def _rows(self, moves: Moves, measure: Measure, filters: SeriesFilters) -> list[Row]:
        """The days of an exercise, their volume with both of its dumbbells."""
        key = moves.exercise_id
        if goes_by_effort(moves.reference.tracking, measure):
            return await self._repository.efforts(key, filters.until)
        if measure != "volume":
            share = moves.share if measure == "e1rm" else None
            return await self._repository.bests(key, filters.until, filters.formula, share)
        rows = await self._repository.volumes(key, filters.until, moves.share)
        return [{**row, "volume": (row["volume"] or 0) * moves.implements} for row in rows]

    async def _type(self, name: str | None) -> MeasurementKind:
        """The type of a name; without one that of the weight, if it was ever measured."""
        own = await self._measurements.own_types()
        if name is not None:
            return require_type(name, own)
        known = [*BY_SLUG, *(row["key"] for row in own)]
        found = {row["type"] for row in await self._measurements.latest(known)}
        if WEIGHT in found:
            return require_type(WEIGHT, own)
        types = [each for each in known if each in found]
        if not types:
            raise NotFoundError("Nothing of the body was measured yet", hints=[FIRST])
        raise NotFoundError(
            f"No weight was measured: draw {' or '.join(types)}",
            hints=[f"workout chart body {each}" for each in types[:MOST_HINTS]],
        )

    async def _unit(self, given: MassUnit | None) -> MassUnit:
        if given:
            return given
        unit: MassUnit = (await self._accounts.profile())["unit"]
        return unit


def _is_in(rows: Sequence[Row], measure: Measure) -> bool:
    """Whether some day has it."""
    return any(_known(row, measure) for row in rows)


def _known(row: Row, measure: Measure) -> int:
    """Of how many sets of a day it is known."""
    sets: int = row["sets"] if measure == "reps" else row.get(f"{measure}_sets", 0)
    return sets


def _is_before(day: date, since: date | None) -> bool:
    return since is not None and day < since


def _values(rows: Sequence[Row], measure: Measure) -> Iterator[_Day]:
    """What is counted of each day; a record is better than every day before it, so the first is none."""
    best: Decimal | None = None
    for row in rows:
        known = _known(row, measure)
        value = _exact(row[measure], measure) if known else Decimal(0)
        record = bool(known) and best is not None and beats(measure, value, best)
        yield _Day(row["local_date"], value, record, row["sets"], known)
        if known and (best is None or beats(measure, value, best)):
            best = value


def _exact(value: float, measure: Measure) -> Decimal:
    """A value as it is compared: sums of floating point are told apart to 0.01 mg or a hundredth, and no finer."""
    return Decimal(round(value)) if measure not in EFFORTS else _rounded(Decimal(value))


def _point(each: _Day, measure: Measure, unit: MassUnit, deloads: set[date]) -> SeriesPoint:
    value = each.value
    if measure in MASSES:
        exact = EXACT_PER[unit]
        value = _rounded(value / (THIRTY * exact if measure == "e1rm" else exact))
    return SeriesPoint(
        local_date=each.day, value=value, record=each.record, deload=each.day in deloads
    )


def _body_unit(type_: MeasurementKind, system: MassUnit) -> str:
    """In what a type is told to somebody who counts in kilograms or in pounds."""
    if type_.kind == "mass":
        return system
    return LENGTHS_BESIDE[system] if type_.kind == "length" else type_.unit


def _rounded(value: Decimal) -> Decimal:
    return round_half_up(value, HUNDREDTH)
