"""Personal records, derived from what was done each time that they are asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from workout_core.statistics.explaining import explained, records_rule
from workout_core.statistics.moves import all_moves, moves_of
from workout_core.statistics.recording import (
    counted,
    days_to_look_at,
    events,
    lifts_among,
    newest_first,
)
from workout_core.statistics.schemas import (
    PeriodFilters,
    PeriodRecordsRead,
    RecordFilters,
    RecordRead,
    RecordsRead,
)
from workout_core.training.one_rep_max import DEFAULT
from workout_core.training.record_amounts import MASSES, amounts, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.moves import Moves
    from workout_core.statistics.recording import Event
    from workout_core.statistics.repository import StatisticsRepository
    from workout_core.vocabulary import MassUnit

FAR: Final = date(9999, 12, 31)
# What the first days of loads, times and distances tell, without working out what every workout came to.
QUICK: Final = ("max_weight", "rep_pr", "longest_duration", "longest_distance", "fastest")


class RecordService:
    def __init__(self, repository: StatisticsRepository, exercises: ExerciseRepository) -> None:
        self._repository = repository
        self._exercises = exercises

    async def list(self, filters: RecordFilters) -> RecordsRead:
        """The records of an exercise, or of all of them, the newest first.

        They are worked out from the sets that are there, so what is edited, deleted or logged for an earlier day
        changes them at once.
        """
        made: list[tuple[Moves, Event]] = []
        counts: list[Row] = []
        for moves in await self._wanted(filters):
            alike = await self._repository.alike(moves.exercise_id, filters.at or FAR)
            found = counted(alike, weighted=moves.weighted)
            if found["sets"]:
                counts.append(found)
                made += [(moves, each) for each in await self._of(moves, alike, filters)]
        made.sort(key=lambda each: each[1].row["started_at"], reverse=True)
        shown = made[filters.offset : filters.offset + filters.size]
        return RecordsRead(
            items=[_record(*each) for each in shown],
            total=len(made),
            page=filters.page,
            size=filters.size,
            e1rm_formula=filters.formula,
            explain=explained(records_rule(filters.formula), counts),
        )

    async def between(self, filters: PeriodFilters) -> PeriodRecordsRead:
        """The records of weights, repetitions, times and distances that some days brought, the newest first.

        What was done for the first time is none of them.
        """
        moves = await all_moves(self._exercises)
        done = await self._repository.exercise_totals(
            list(moves), filters.since, filters.until, DEFAULT
        )
        made: list[tuple[Moves, Event]] = []
        for each in (moves[row["exercise_id"]] for row in done):
            made += [(each, event) for event in await self._quick(each, filters)]
        made.sort(key=lambda each: each[1].row["started_at"], reverse=True)
        items = [_record(*each) for each in made]
        return PeriodRecordsRead(
            since=filters.since, until=filters.until, items=items, total=len(items)
        )

    async def _quick(self, moves: Moves, filters: PeriodFilters) -> Sequence[Event]:
        until = filters.until
        lifts = lifts_among(await self._repository.alike(moves.exercise_id, until))
        efforts: list[Row] = []
        if not moves.reference.tracking.endswith("reps"):
            efforts = await self._repository.record_efforts(moves.exercise_id, until)
        days = [
            day for day in days_to_look_at(lifts, efforts, moves.share, DEFAULT) if day <= until
        ]
        if not days or days[-1] < filters.since:
            return []
        rows = await self._repository.sets_of_days(moves, days)
        found = events(rows, (), moves.share, DEFAULT, weighted=moves.weighted)
        return newest_first(
            each
            for each in found
            if each.record.kind in QUICK
            and not each.record.first
            and each.row["local_date"] >= filters.since
        )

    async def _wanted(self, filters: RecordFilters) -> Iterable[Moves]:
        if filters.exercise is None:
            return (await all_moves(self._exercises)).values()
        return [await moves_of(self._exercises, filters.exercise)]

    async def _of(
        self, moves: Moves, alike: Sequence[Row], filters: RecordFilters
    ) -> Sequence[Event]:
        until = filters.at or FAR
        lifts = lifts_among(alike)
        workouts, efforts = [], []
        if lifts:
            workouts = await self._repository.record_workouts(moves, until, filters.formula)
        if any(row["reps"] is None and not row["warmup"] for row in alike):
            efforts = await self._repository.record_efforts(moves.exercise_id, until)
        days = days_to_look_at(lifts, (*workouts, *efforts), moves.share, filters.formula)
        rows = await self._repository.sets_of_days(moves, [day for day in days if day <= until])
        found = events(rows, workouts, moves.share, filters.formula, weighted=moves.weighted)
        return newest_first(each for each in found if _passes(each, filters))


def _passes(event: Event, filters: RecordFilters) -> bool:
    if filters.kind is not None and event.record.kind != filters.kind:
        return False
    if filters.since is not None and event.row["local_date"] < filters.since:
        return False
    return event.standing or not filters.standing


def _record(moves: Moves, event: Event) -> RecordRead:
    record, row = event.record, event.row
    unit: MassUnit = row.get("load_unit") or "kg"
    is_mass = record.kind in MASSES
    value, previous = amounts(record, unit, moves.implements)
    return RecordRead(
        exercise=moves.reference,
        kind=record.kind,
        value=value,
        unit=unit_of(record, unit),
        value_kg=amounts(record, "kg", moves.implements)[0] if is_mass else None,
        reps=record.reps,
        distance=record.distance,
        previous=previous,
        previous_reps=record.previous_reps,
        first=record.first,
        standing=event.standing,
        local_date=row["local_date"],
        started_at=row["started_at"],
        workout_id=row["workout_id"],
        set_id=row.get("id"),
    )
