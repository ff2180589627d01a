"""Personal records: worked out from what was done, and kept until something of that changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from workout_core.statistics.book import REASONS, Change, Redone
from workout_core.statistics.explaining import explained, records_rule
from workout_core.statistics.moves import all_moves, moves_of
from workout_core.statistics.recording import (
    counted,
    days_to_look_at,
    event_rows,
    events,
    lifts_among,
    record_of,
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
from workout_core.training.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any
    from uuid import UUID

    from workout_core.db.executor import Row
    from workout_core.exercises.repository import ExerciseRepository
    from workout_core.statistics.book import Book
    from workout_core.statistics.book_repository import BookRepository
    from workout_core.statistics.moves import Moves
    from workout_core.statistics.repository import StatisticsRepository
    from workout_core.training.one_rep_max import Formula
    from workout_core.vocabulary import MassUnit

FAR: Final = date(9999, 12, 31)
NONE: Final = dict.fromkeys(REASONS, 0)
# What the first days of loads, times and distances tell, without working out what every workout came to.
QUICK: Final = ("max_weight", "rep_pr", "longest_duration", "longest_distance", "fastest")


class RecordService:
    def __init__(
        self,
        repository: StatisticsRepository,
        exercises: ExerciseRepository,
        books: BookRepository,
        keep: Callable[[Change], None],
    ) -> None:
        self._repository = repository
        self._exercises = exercises
        self._books = books
        self._keep = keep

    async def list(self, filters: RecordFilters) -> RecordsRead:
        """The records of an exercise, or of all of them, the newest first.

        What is edited, deleted or logged for an earlier day changes them at once: of what is kept of them only that
        is told which nothing has changed since.
        """
        wanted = {each.exercise_id: each for each in await self._wanted(filters)}
        at = filters.at
        if self._books.is_behind or not (at is None or await self._books.in_order(at)):
            every = [
                await self._of(each, filters.formula, until=at or FAR) for each in wanted.values()
            ]
            rows = _newest(every, filters, FAR)
            shown = rows[filters.offset : filters.offset + filters.size]
            return _page(filters, wanted, shown, len(rows), [each.counts for each in every])
        book = await self._books.open(filters.formula)
        made = await self._redone(book, [each for each in wanted.values() if not book.holds(each)])
        if made or not book.is_current:
            self._keep(Change(book, made))
        found = await self._shown(filters, wanted, made)
        return _page(filters, wanted, *found, await self._counts(book, wanted, made, at))

    async def _shown(
        self, filters: RecordFilters, wanted: Mapping[UUID, Moves], made: Sequence[Redone]
    ) -> tuple[Sequence[Row], int]:
        """A page of those that are kept and those just made, and how many there are in all."""
        until = filters.at or FAR
        redone = {each.moves.exercise_id for each in made}
        which: dict[str, Any] = {
            "exercise_ids": [each for each in wanted if each not in redone],
            "kinds": [filters.kind] if filters.kind else list(get_args(RecordKind)),
            "since": filters.since or date.min,
            "until": until,
            "beaten": not filters.standing,
        }
        total = await self._books.total(filters.formula, **which)
        begin, end = filters.offset, filters.offset + filters.size
        if not (rows := _newest(made, filters, until)):
            place = {"size": filters.size, "offset": begin}
            return await self._books.events(filters.formula, **place, **which), total
        kept = await self._books.events(filters.formula, size=end, offset=0, **which)
        return _turned([*kept, *rows])[begin:end], total + len(rows)

    async def _counts(
        self, book: Book, wanted: Mapping[UUID, Moves], made: Sequence[Redone], at: date | None
    ) -> Sequence[Row]:
        """How many sets of each exercise counted, and how many did not for which reason."""
        if at is None:
            redone = {each.moves.exercise_id: each.counts for each in made}
            return [redone.get(each) or book.tallies[each] for each in wanted]
        return await self._counted(wanted, at)

    async def _counted(self, wanted: Mapping[UUID, Moves], until: date) -> Sequence[Row]:
        rows = await self._books.counts([*wanted], until)
        return [
            row if wanted[row["exercise_id"]].weighted else {**row, "unknown": 0} for row in rows
        ]

    async def between(self, filters: PeriodFilters) -> PeriodRecordsRead:
        """The records of weights, repetitions, times and distances that some days brought, the newest first.

        What was done for the first time is none of them.
        """
        moves = await all_moves(self._exercises)
        done = await self._repository.exercise_totals(
            list(moves), filters.since, filters.until, DEFAULT
        )
        made = [
            row for each in done for row in await self._quick(moves[each["exercise_id"]], filters)
        ]
        items = [_record(moves[row["exercise_id"]], row) for row in _turned(made)]
        return PeriodRecordsRead(
            since=filters.since, until=filters.until, items=items, total=len(items)
        )

    async def _quick(self, moves: Moves, filters: PeriodFilters) -> Sequence[Row]:
        until = filters.until
        lifts = lifts_among(await self._repository.alike(moves.exercise_id, date.min, until))
        efforts: list[Row] = []
        if not moves.reference.tracking.endswith("reps"):
            efforts = await self._repository.record_efforts(moves.exercise_id, date.min, until)
        days = [
            day for day in days_to_look_at(lifts, efforts, moves.share, DEFAULT) if day <= until
        ]
        if not days or days[-1] < filters.since:
            return []
        rows = await self._repository.sets_of_days(moves, days)
        found = events(rows, (), moves.share, DEFAULT, weighted=moves.weighted)
        return [
            row
            for row in event_rows(moves.exercise_id, found)
            if row["kind"] in QUICK
            and not (row["previous"] is None and row["previous_reps"] is None)
            and row["local_date"] >= filters.since
        ]

    async def _wanted(self, filters: RecordFilters) -> Iterable[Moves]:
        if filters.exercise is None:
            return (await all_moves(self._exercises)).values()
        return [await moves_of(self._exercises, filters.exercise)]

    async def _redone(self, book: Book, gone: Sequence[Moves]) -> Sequence[Redone]:
        """The records of exercises that changed, worked out from the first day on that did."""
        since = book.spoilt.since if book.spoilt else None
        ongoing = {each.exercise_id: each for each in gone if since and book.began(each)}
        made = [
            await self._of(each, book.formula) for each in gone if each.exercise_id not in ongoing
        ]
        if not (since and ongoing):
            return made
        before = await self._books.before(book.formula, [*ongoing], since)
        for row in await self._counted(ongoing, FAR):
            each = ongoing.pop(row["exercise_id"])
            past = before[each.exercise_id]
            redone = await self._of(each, book.formula, since=since, before=past)
            made.append(redone._replace(counts=row))
        return [*made, *(Redone(each, NONE, []) for each in ongoing.values())]

    async def _of(
        self,
        moves: Moves,
        formula: Formula,
        *,
        since: date = date.min,
        until: date = FAR,
        before: Sequence[Row] = (),
    ) -> Redone:
        """The records of an exercise up to a day, worked out from its sets, from a day on behind those before it."""
        alike = await self._repository.alike(moves.exercise_id, since, until)
        lifts = lifts_among(alike)
        workouts, efforts = [], []
        if lifts:
            workouts = await self._repository.record_workouts(moves, since, until, formula)
        if any(row["reps"] is None and not row["warmup"] for row in alike):
            efforts = await self._repository.record_efforts(moves.exercise_id, since, until)
        days = days_to_look_at(lifts, (*workouts, *efforts), moves.share, formula)
        wanted = [day for day in days if day <= until]
        rows = await self._repository.sets_of_days(moves, wanted) if wanted else []
        weighted = moves.weighted
        made = events(rows, workouts, moves.share, formula, weighted=weighted, before=before)
        counts = counted(alike, weighted=weighted)
        return Redone(moves, counts, event_rows(moves.exercise_id, made, len(before)))


def _newest(made: Iterable[Redone], filters: RecordFilters, until: date) -> list[Row]:
    """Those of the records just made that are asked for, the newest first."""
    rows = [row for each in made for row in each.events if _passes(row, filters, until)]
    return _turned(rows)


def _turned(rows: Iterable[Row]) -> list[Row]:
    """The newest first, those of one workout by their exercise, as the statements have them."""
    found = sorted(rows, key=lambda row: (row["exercise_id"], -row["place"]))
    return sorted(found, key=lambda row: row["started_at"], reverse=True)


def _passes(row: Row, filters: RecordFilters, until: date) -> bool:
    if filters.kind is not None and row["kind"] != filters.kind:
        return False
    if not (filters.since or date.min) <= row["local_date"] <= until:
        return False
    return not filters.standing or _stands(row, until)


def _stands(row: Row, until: date) -> bool:
    return row["beaten_on"] is None or row["beaten_on"] > until


def _page(
    filters: RecordFilters,
    wanted: Mapping[UUID, Moves],
    shown: Iterable[Row],
    total: int,
    counts: Iterable[Row],
) -> RecordsRead:
    until = filters.at or FAR
    return RecordsRead(
        items=[_record(wanted[row["exercise_id"]], row, until) for row in shown],
        total=total,
        page=filters.page,
        size=filters.size,
        e1rm_formula=filters.formula,
        explain=explained(records_rule(filters.formula), [each for each in counts if each["sets"]]),
    )


def _record(moves: Moves, row: Row, until: date = FAR) -> RecordRead:
    unit: MassUnit = row["unit"]
    record = record_of(row)
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
        standing=_stands(row, until),
        local_date=row["local_date"],
        started_at=row["started_at"],
        workout_id=row["workout_id"],
        set_id=row["set_id"],
    )
