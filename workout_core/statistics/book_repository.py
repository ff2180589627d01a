"""Books of records: opened when records are read, and written afterwards, in a transaction of their own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from workout_core import __version__
from workout_core.ids import new_id
from workout_core.repository import Repository
from workout_core.statistics.book import (
    REASONS,
    Book,
    Spoilt,
    Stamp,
    brought,
    concerned,
    is_of_this_version,
    stamp_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row
    from workout_core.statistics.book import Change, Concerned, Redone
    from workout_core.training.one_rep_max import Formula

MOST: Final = 500  # of more changes nobody asks what they concern
FIRST: Final = UUID(int=0)
NEAR: Final = timedelta(days=3)
LOOKUPS: Final[Mapping[str, tuple[StatementName, str]]] = {
    "set": ("statistics.exercises_of_sets", "ids"),
    "exercise_execution": ("statistics.exercises_of_executions", "ids"),
    "workout": ("statistics.exercises_of_workouts", "workout_ids"),
}


class BookRepository(Repository):
    @property
    def is_behind(self) -> bool:
        """Whether this transaction has changed something of which the log does not know yet."""
        return self._journal.is_behind

    async def in_order(self, day: date) -> bool:
        """Whether every workout up to a day began before all of later days, in whatever zones."""
        middle = min(max(day, date.min + NEAR), date.max - NEAR)
        rows = await self._all("statistics.starts", since=middle - NEAR, until=middle + NEAR)
        before = [row["last"] for row in rows if row["local_date"] <= day]
        after = [row["first"] for row in rows if row["local_date"] > day]
        return not (before and after) or max(before) < min(after)

    async def open(self, formula: Formula) -> Book:
        """The book of a formula with what of it holds; the stamp is read before anything that is worked out."""
        stamp = await self._stamp()
        row = await self._one("statistics.book", formula=formula)
        if row is None or not is_of_this_version(row):
            return Book(formula, row, stamp, {}, None)
        tallies = {
            each["exercise_id"]: each
            for each in await self._all("statistics.tallies", formula=formula)
        }
        spoilt = await self._spoilt(stamp_of(row), stamp, tallies)
        return Book(formula, row, stamp, tallies if spoilt else {}, spoilt)

    async def events(self, formula: Formula, **wanted: Any) -> list[Row]:
        """Some records that are kept, the newest first."""
        return await self._all("statistics.events", formula=formula, **wanted)

    async def before(
        self, formula: Formula, exercise_ids: Sequence[UUID], since: date
    ) -> Mapping[UUID, list[Row]]:
        """What is kept of each exercise from before a day, the oldest first."""
        found: dict[UUID, list[Row]] = {each: [] for each in exercise_ids}
        binds = {"formula": formula, "exercise_ids": exercise_ids, "since": since}
        for row in await self._all("statistics.events_before", **binds):
            found[row["exercise_id"]].append(row)
        return found

    async def total(self, formula: Formula, **wanted: Any) -> int:
        """How many records are kept of those that are wanted."""
        row = await self._one("statistics.events_total", formula=formula, **wanted)
        return row["total"] if row else 0

    async def counts(self, exercise_ids: Sequence[UUID], until: date) -> list[Row]:
        """How many sets of each exercise counted up to a day, and how many did not for which reason."""
        return await self._all("statistics.counts", exercise_ids=exercise_ids, until=until)

    async def write(self, change: Change) -> None:
        """Keep what was worked out, unless somebody wrote the book since it was opened."""
        book = change.book
        if not await self._turn(book):
            return
        place = {"owner": self._user, "of_formula": book.formula}
        if book.spoilt is None:
            await self._executor.execute("statistics.empty_tallies", **place)
            await self._executor.execute("statistics.empty_events", **place)
        elif gone := list(book.gone | {each.moves.exercise_id for each in change.redone}):
            await self._executor.execute("statistics.drop_tallies", of_exercises=gone, **place)
            await self._executor.execute("statistics.drop_events", of_exercises=gone, **place)
        if change.redone:
            tallies = [self._tally(book.formula, each) for each in change.redone]
            await self._executor.many("statistics.add_tally", tallies)
        if events := list(self._events(book.formula, change.redone)):
            await self._executor.many("statistics.add_event", events)

    async def _stamp(self) -> Stamp:
        last = await self._one("operations.last")
        undone = await self._one("statistics.undone")
        imports = await self._all("transfer.all_")
        return Stamp(
            last["id"] if last else None, undone["total"] if undone else 0, brought(imports)
        )

    async def _spoilt(self, then: Stamp, now: Stamp, tallies: Mapping[UUID, Row]) -> Spoilt | None:
        """The exercises whose records may be others than they were; None is all of them."""
        if then == now:
            return Spoilt(frozenset(), None)
        if then[1:] != now[1:]:
            return None
        after = then.seen or FIRST
        changes = await self._all("statistics.changes", after=after, size=MOST + 1)
        told = concerned(changes) if len(changes) <= MOST else None
        return None if told is None else await self._concerned(told, tallies)

    async def _concerned(self, told: Concerned, tallies: Mapping[UUID, Row]) -> Spoilt:
        """The exercises that changes concern, and from which day on."""
        found, days = set(told.exercises), set(told.days)
        for kind, (statement, name) in LOOKUPS.items():
            if ids := list(told.rows[kind]):
                for row in await self._all(statement, **{name: ids}):
                    found.add(row["exercise_id"])
                    days.add(row["local_date"])
        if ids := list(told.workouts):
            rows = await self._all("statistics.days_of_workouts", ids=ids)
            days |= {row["local_date"] for row in rows}
        if told.rows["measurement"]:
            found |= {each for each, tally in tallies.items() if tally["share"] is not None}
        if told.rows["exercise"] or not days:
            return Spoilt(frozenset(found), None)
        return Spoilt(frozenset(found), await self._begin(min(days)))

    async def _begin(self, day: date) -> date | None:
        """A day before which no workout began later than those of a day may have; None where there is none."""
        since = max(day, date.min + NEAR * 2) - NEAR * 2
        return since if await self.in_order(since - timedelta(days=1)) else None

    async def _turn(self, book: Book) -> bool:
        """Say up to what the book holds now; whether it is as it was opened."""
        holds = {"made_by": __version__, **book.stamp._asdict()}
        if book.row is None:
            row = self._new(id=new_id(), formula=book.formula, version=1, **holds)
            return bool(await self._executor.execute("statistics.add_book", **row))
        version = book.row["version"]
        place = {"owner": self._user, "row_id": book.row["id"], "was_version": version}
        return bool(
            await self._executor.execute(
                "statistics.turn_book",
                version=version + 1,
                updated_at=self.now,
                **holds,
                **place,
            )
        )

    def _tally(self, formula: Formula, each: Redone) -> Row:
        moves = each.moves
        return self._new(
            id=new_id(),
            formula=formula,
            exercise_id=moves.exercise_id,
            share=moves.share,
            tracking=moves.reference.tracking,
            **{name: each.counts[name] for name in REASONS},
        )

    def _events(self, formula: Formula, redone: Iterable[Redone]) -> Iterable[Row]:
        for each in redone:
            place = {"formula": formula, "exercise_id": each.moves.exercise_id}
            for event in each.events:
                yield self._new(**{**event, **place, "id": new_id()})
