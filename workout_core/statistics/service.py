"""Statistics: what was done, over time, by muscle, by year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.history.streaks import monday, weeks_in_a_row
from workout_core.statistics import explaining, periods
from workout_core.statistics.explaining import e1rm_rule, explained
from workout_core.statistics.loads import lead_in, load_weeks, session_load
from workout_core.statistics.moves import all_moves, moves_of
from workout_core.statistics.muscles import by_muscle
from workout_core.statistics.recording import SIGNS
from workout_core.statistics.schemas import (
    BestSetRead,
    BestTimeRead,
    ComparedRead,
    CompareFilters,
    ComparisonRead,
    ExerciseStatsRead,
    ExerciseTotalsRead,
    IntensityRead,
    LoadRead,
    PeriodFilters,
    SpanFilters,
    StatsTrendFilters,
    StreakFilters,
    StreaksRead,
    TotalsRead,
    WeekFilters,
    WeekStatsRead,
    YearFilters,
    YearStatsRead,
)
from workout_core.training.bands import bands
from workout_core.units import kilograms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.moves import Moves
    from workout_core.statistics.repository import StatisticsRepository
    from workout_core.training.one_rep_max import Formula

SUNDAY: Final = timedelta(days=6)
EVER: Final = date(1, 1, 1)
LIFTED: Final = (explaining.HARD, explaining.VOLUME, explaining.BODY)


class StatisticsService:
    def __init__(
        self,
        repository: StatisticsRepository,
        exercises: ExerciseRepository,
        accounts: AccountRepository,
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._accounts = accounts

    async def exercise(self, filters: StatsTrendFilters) -> ExerciseStatsRead:
        """An exercise over time: e1RM, volume, how often; its best sets by repetitions, its best times."""
        moves = await moves_of(self._exercises, filters.exercise)
        span = (filters.since, filters.until)
        days = await self._repository.exercise_days(moves, *span, filters.formula)
        items = periods.trend(days, filters.by, moves.implements)
        lifts = await self._repository.first_lifts(moves.exercise_id, *span)
        runs = any(row["metres"] for row in days)
        times = await self._repository.best_times(moves.exercise_id, *span) if runs else []
        return ExerciseStatsRead(
            exercise=moves.reference,
            since=filters.since,
            until=filters.until,
            by=filters.by,
            items=items,
            total=len(items),
            workouts=periods.total(days, "workouts"),
            hard_sets=periods.total(days, "hard_sets"),
            volume_kg=periods.volume_kg(days, moves.implements),
            e1rm_kg=periods.e1rm_kg(days),
            e1rm_formula=filters.formula,
            workouts_per_week=_per_week(days),
            best_sets=_best_sets(lifts),
            best_times=[_best_time(row) for row in times],
            explain=explained(_rule(moves, filters), days),
        )

    async def intensity(self, filters: SpanFilters) -> IntensityRead:
        """How many sets of an exercise were how heavy for their time, and how many repetitions they had."""
        moves = await moves_of(self._exercises, filters.exercise)
        rows = await self._repository.intensities(
            moves, filters.since, filters.until, filters.formula
        )
        items = periods.buckets(rows)
        unknown = sum(row["sets"] for row in rows if row["share"] is None)
        counted = sum(row["sets"] for row in rows) - unknown
        return IntensityRead(
            exercise=moves.reference,
            since=filters.since,
            until=filters.until,
            items=items,
            total=len(items),
            e1rm_formula=filters.formula,
            explain=explained(
                (explaining.INTENSITY, e1rm_rule(filters.formula), explaining.BODY),
                [{"sets": counted, "unknown": unknown}],
            ),
        )

    async def week(self, filters: WeekFilters) -> WeekStatsRead:
        """The hard sets of a week by muscle, against the band that the user aims at, or the usual one."""
        since = monday(filters.day)
        moves = await all_moves(self._exercises)
        days = await self._repository.hard_days([*moves], since, since + SUNDAY)
        person = await self._accounts.person()
        items = by_muscle(days, moves, bands(person["bands"]))
        return WeekStatsRead(
            since=since,
            until=since + SUNDAY,
            items=items,
            total=len(items),
            hard_sets=periods.total(days, "hard_sets"),
            explain=explained(
                (explaining.HARD, explaining.MUSCLES, explaining.BANDS, explaining.WEEK),
                days,
                counted="hard_sets",
            ),
        )

    async def year(self, filters: YearFilters) -> YearStatsRead:
        """What a year came to, and each of its exercises."""
        since, until = date(filters.year, 1, 1), date(filters.year, 12, 31)
        moves = await all_moves(self._exercises)
        days = await self._repository.training_days(since, until)
        rows = await self._totals(moves, since, until, filters.formula)
        items = _exercise_totals(rows, moves)
        return YearStatsRead(
            year=filters.year,
            totals=periods.totals(since, until, days, rows),
            most_weeks_in_a_row=weeks_in_a_row((row["local_date"] for row in days), until)[1],
            workouts_per_week=_per_week(days),
            items=items,
            total=len(items),
            e1rm_formula=filters.formula,
            explain=explained(
                (*LIFTED, e1rm_rule(filters.formula), explaining.STREAK, explaining.WEEK), rows
            ),
        )

    async def compare(self, filters: CompareFilters) -> ComparisonRead:
        """Two periods beside each other: what each came to, and each exercise in both."""
        spans = ((filters.since, filters.until), (filters.other_since, filters.other_until))
        moves = await all_moves(self._exercises)
        both: list[tuple[TotalsRead, Sequence[Row]]] = []
        for since, until in spans:
            rows = await self._totals(moves, since, until, filters.formula)
            days = await self._repository.training_days(since, until)
            both.append((periods.totals(since, until, days, rows), rows))
        (first, earlier), (second, later) = both
        items = _compared(_exercise_totals(earlier, moves), _exercise_totals(later, moves))
        return ComparisonRead(
            first=first,
            second=second,
            items=items,
            total=len(items),
            e1rm_formula=filters.formula,
            explain=explained((*LIFTED, e1rm_rule(filters.formula)), [*earlier, *later]),
        )

    async def streaks(self, filters: StreakFilters) -> StreaksRead:
        """Weeks in a row with a workout each, the longest first."""
        rows = await self._repository.training_days(EVER, filters.until)
        days = [row["local_date"] for row in rows]
        now, most = weeks_in_a_row(days, filters.until)
        items = sorted(periods.streaks(days), key=lambda each: (-each.weeks, each.first_week))
        return StreaksRead(
            until=filters.until,
            weeks_in_a_row=now,
            most_weeks_in_a_row=most,
            items=items,
            total=len(items),
            explain=explained(
                (explaining.STREAK, explaining.WEEK),
                [{"workouts": periods.total(rows, "workouts")}],
                counted="workouts",
            ),
        )

    async def load(self, filters: PeriodFilters) -> LoadRead:
        """Session-RPE load by the week, of the workouts that have RPE and a length."""
        since, until = filters.since, filters.until
        rows = await self._repository.session_efforts(lead_in(since), until)
        items = list(load_weeks(rows, since, until))
        asked = [row for row in rows if row["local_date"] >= since]
        unrated = sum(session_load(row) is None for row in asked)
        return LoadRead(
            since=since,
            until=until,
            items=items,
            total=len(items),
            explain=explained(
                (explaining.LOAD, explaining.MONOTONY, explaining.FORM, explaining.WEEK),
                [{"sessions": len(asked) - unrated, "unrated": unrated}],
                counted="sessions",
            ),
        )

    async def _totals(
        self, moves: Mapping[UUID, Moves], since: date, until: date, formula: Formula
    ) -> list[Row]:
        """What each exercise came to, its volume with both of its dumbbells, or with the body's share."""
        rows = await self._repository.exercise_totals([*moves], since, until, formula)
        for at, row in enumerate(rows):
            known = moves[row["exercise_id"]]
            if known.share is not None:
                row = await self._repository.body_totals(known, since, until, formula)
            rows[at] = {**row, "volume": row["volume"] and row["volume"] * known.implements}
        return rows


def _rule(moves: Moves, filters: StatsTrendFilters) -> list[str]:
    rule = [*LIFTED, e1rm_rule(filters.formula)]
    if moves.share is not None:
        rule.append(f"this move lifts {100 * moves.share:g} % of the body")
    return [*rule, explaining.WEEK] if filters.by == "week" else rule


def _per_week(days: Sequence[Row]) -> Decimal:
    if not days:
        return Decimal(0)
    weeks = periods.weeks_between(days[0]["local_date"], days[-1]["local_date"])
    return periods.tidy(Decimal(periods.total(days, "workouts")) / weeks)


def _best_sets(lifts: Iterable[Row]) -> list[BestSetRead]:
    """The heaviest of each number of repetitions, and the first day of it."""
    best: dict[int, tuple[int, Any]] = {}
    for row in lifts:
        if row["load_mode"] is not None:
            weight = SIGNS[row["load_mode"]] * (row["load_exact"] or 0)
            found = (weight, row["first_day"])
            known = best.setdefault(row["reps"], found)
            if (-weight, row["first_day"]) < (-known[0], known[1]):
                best[row["reps"]] = found
    return [
        BestSetRead(reps=reps, weight_kg=periods.tidy(kilograms(weight)), local_date=day)
        for reps, (weight, day) in sorted(best.items())
    ]


def _best_time(row: Row) -> BestTimeRead:
    seconds, metres = row["duration_s"], row["distance_m"]
    return BestTimeRead(
        distance=row["band"],
        distance_m=metres,
        duration_s=seconds,
        pace_s_per_km=periods.tidy(seconds * 1000 / metres),
        local_date=row["local_date"],
        workout_id=row["workout_id"],
    )


def _exercise_totals(rows: Iterable[Row], moves: Mapping[UUID, Moves]) -> list[ExerciseTotalsRead]:
    """Each exercise, those with the most sets first; their names are joined here, after all is summed up."""
    found = [
        ExerciseTotalsRead(
            exercise=moves[row["exercise_id"]].reference,
            **{name: row[name] for name in ("workouts", "sets", "hard_sets", "reps")},
            volume_kg=periods.volume_kg([row]),
            e1rm_kg=periods.e1rm_kg([row]),
            distance_m=periods.tidy(row["metres"] or 0),
        )
        for row in rows
        if row["exercise_id"] in moves
    ]
    return sorted(found, key=lambda each: (-each.sets, each.exercise.name))


def _compared(
    first: Sequence[ExerciseTotalsRead], second: Sequence[ExerciseTotalsRead]
) -> list[ComparedRead]:
    earlier = {each.exercise.id: each for each in first}
    later = {each.exercise.id: each for each in second}
    return [
        ComparedRead(
            exercise=(earlier | later)[key].exercise, first=earlier.get(key), second=later.get(key)
        )
        for key in {**later, **earlier}
    ]
