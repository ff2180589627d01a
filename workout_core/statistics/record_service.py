"""Personal records, derived from what was done each time that they are asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from workout_core.statistics.explaining import explained, records_rule
from workout_core.statistics.moves import all_moves, moves_of
from workout_core.statistics.recording import days_to_look_at, events
from workout_core.statistics.schemas import RecordFilters, RecordRead, RecordsRead
from workout_core.training.record_amounts import MASSES, amounts, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.moves import Moves
    from workout_core.statistics.recording import Event
    from workout_core.statistics.repository import StatisticsRepository
    from workout_core.vocabulary import MassUnit

EVER: Final = date(1, 1, 1)
FAR: Final = date(9999, 12, 31)


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
            found = await self._repository.set_counts(moves.exercise_id, EVER, filters.at or FAR)
            if found["sets"]:
                counts.append(_counted(found, moves))
                made += [(moves, each) for each in await self._of(moves, found, filters)]
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

    async def _wanted(self, filters: RecordFilters) -> Iterable[Moves]:
        if filters.exercise is None:
            return (await all_moves(self._exercises)).values()
        return [await moves_of(self._exercises, filters.exercise)]

    async def _of(self, moves: Moves, counts: Row, filters: RecordFilters) -> Sequence[Event]:
        until = filters.at or FAR
        lifts, workouts, efforts = [], [], []
        if counts["lifts"]:
            lifts = await self._repository.first_lifts(moves.exercise_id, EVER, until)
            workouts = await self._repository.record_workouts(moves, until, filters.formula)
        if counts["lifts"] < counts["sets"]:
            efforts = await self._repository.record_efforts(moves.exercise_id, until)
        days = days_to_look_at(lifts, workouts, efforts)
        rows = await self._repository.sets_of_days(moves, days, until)
        found = events(rows, workouts, moves.share, filters.formula, weighted=moves.weighted)
        return [each for each in found if _passes(each, filters)]


def _passes(event: Event, filters: RecordFilters) -> bool:
    if filters.kind is not None and event.record.kind != filters.kind:
        return False
    if filters.since is not None and event.row["local_date"] < filters.since:
        return False
    return event.standing or not filters.standing


def _counted(row: Row, moves: Moves) -> Row:
    """The counts of an exercise, with those sets left out that do not count."""
    return {**row, "unknown": row["loadless"] if moves.weighted else 0}


def _record(moves: Moves, event: Event) -> RecordRead:
    record, row = event.record, event.row
    unit: MassUnit = row.get("load_unit") or "kg"
    is_mass = record.kind in MASSES
    value, previous = amounts(record, unit)
    return RecordRead(
        exercise=moves.reference,
        kind=record.kind,
        value=value,
        unit=unit_of(record, unit),
        value_kg=amounts(record, "kg")[0] if is_mass else None,
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
