"""Records that are kept are those that would be worked out anew, whatever was changed."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from decimal import Decimal
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from tests.acting import acting
from tests.core.test_undo_properties import AT, Changes, Person
from tests.undoing import log, undo
from workout_core.accounts.owner import OWNER, Actor
from workout_core.body.schemas import MeasurementCreate, MeasurementFilters, MeasurementUpdate
from workout_core.db.backend import LocalServices, keep, services_on
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.exercises.names import NameIndex
from workout_core.exercises.schemas import ExerciseUpdate
from workout_core.ids import new_id
from workout_core.statistics.schemas import RecordFilters
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate, WorkoutUpdate
from workout_core.workouts.merge_schemas import MergeInto

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from workout_core.db.backend import LocalBackend
    from workout_core.db.executor import Database
    from workout_core.services import Services
    from workout_core.statistics.schemas import RecordsRead
    from workout_core.workouts.schemas import WorkoutRead

DAY: Final = AT.date()
PLACES: Final = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "UTC")
KINDS: Final = {
    "bench": ("absolute",),
    "squat": ("absolute", None),
    "pull-up": ("added", "assisted", "bodyweight"),
    "run": (None,),
}
ASKED: Final = (
    RecordFilters(size=100),
    RecordFilters(exercise="pull-up", size=3, page=2),
    RecordFilters(at=DAY - timedelta(days=2), size=100),
    RecordFilters(formula="brzycki", kind="e1rm"),
    RecordFilters(since=DAY - timedelta(days=3), standing=True),
    RecordFilters(at=DAY - timedelta(days=1), standing=True, size=5, page=2),
    RecordFilters(size=4, page=3),
)


def exercise(name: str) -> UUID:
    known = NameIndex().find(name)
    assert known
    return known.id


async def anew(services: Services, filters: RecordFilters) -> RecordsRead:
    """The records in a transaction that has changed something, where nothing that is kept is of use."""
    await services.exercises.update(exercise("bench"), ExerciseUpdate(note=str(new_id())))
    return await services.records.list(filters)


class TakenBackError(Exception):
    """Ends a transaction that is to leave no trace."""


class Lifter(Person):
    """Looks at records, and remembers them as the program does."""

    def look(self, filters: RecordFilters) -> list[Any]:
        """The records as they are told, and as they would be worked out anew."""
        return [self._run(each(filters)) for each in (self._told, self._anew)]

    def rows(self) -> Any:
        """Nothing: what undoing leads back to is told elsewhere."""

    async def _told(self, filters: RecordFilters) -> RecordsRead:
        actor = Actor(self.id, "test")
        async with (
            acting(self._database, user=self.id, readonly=True) as executor,
            services_on(executor, actor, readonly=True) as services,
        ):
            found = await services.records.list(filters)
        await keep(self._database, actor, services.worked_out)
        return found

    async def _anew(self, filters: RecordFilters) -> Any:
        found = None
        with suppress(TakenBackError):
            async with self._services() as services:
                found = await anew(services, filters)
                raise TakenBackError
        return found


class Records(Changes):
    """The changes of any kind that can be undone, and more of what records depend on."""

    person: Lifter

    def __init__(self) -> None:
        super().__init__()
        self.asked = cycle(ASKED)

    @invariant()
    def told_as_worked_out(self) -> None:
        for filters in (next(self.asked), next(self.asked)):
            told, worked_out = self.person.look(filters)
            assert told == worked_out

    @rule(
        name=st.sampled_from(list(KINDS)),
        load=st.integers(60, 75),
        reps=st.sampled_from([0, 1, 3, 5, 14]),
        kind=st.sampled_from(["working", "working", "warmup", "drop"]),
        hours=st.integers(0, 120),
        months=st.sampled_from([0, 0, 1, 2]),
        zone=st.sampled_from(PLACES),
        mode=st.integers(0, 2),
    )
    def train(
        self,
        name: str,
        load: int,
        reps: int,
        kind: Any,
        hours: int,
        months: int,
        zone: str,
        mode: int,
    ) -> None:
        values: dict[str, Any] = {"reps": reps}
        how = KINDS[name][mode % len(KINDS[name])]
        if name == "run":
            values = {"distance_m": Decimal(5000 + load), "duration_s": Decimal(1500 + reps)}
        elif how:
            values["load_mode"] = how
        if how and how != "bodyweight":
            values |= {"load_value": Decimal(load), "load_unit": "kg"}
        sets = [SetCreate(kind=kind, **values), SetCreate(**values | {"side": "each"})]
        data = WorkoutCreate(
            started_at=AT - timedelta(days=30 * months, hours=hours),
            timezone=zone,
            exercise_executions=[ExecutionCreate(exercise_id=exercise(name), sets=sets)],
        )
        self.change(lambda services: services.workouts.create(data))

    @rule(
        kg=st.integers(70, 75),
        days=st.sampled_from([0, 2, 6, 29, 61]),
        type_=st.sampled_from(["weight", "waist"]),
    )
    def weigh(self, kg: int, days: int, type_: str) -> None:
        unit = "kg" if type_ == "weight" else "cm"
        at = AT - timedelta(days=days, hours=2)
        data = MeasurementCreate(type=type_, value=Decimal(kg), unit=unit, measured_at=at)
        self.change(lambda services: services.body.create(data))

    @rule(kg=st.integers(70, 75), goes=st.booleans())
    def weigh_again(self, kg: int, goes: bool) -> None:
        async def use(services: Services) -> None:
            found = (await services.body.list(MeasurementFilters(type="weight"))).items
            for each in found[-1:]:
                if goes:
                    await services.body.delete(each.id)
                else:
                    await services.body.update(each.id, MeasurementUpdate(value=Decimal(kg)))

        self.change(use)

    @rule(nth=st.integers(0, 3), kg=st.sampled_from([60, 90, None]))
    def weigh_workout(self, nth: int, kg: int | None) -> None:
        value = None if kg is None else Decimal(kg)
        self._update_nth(nth, WorkoutUpdate(bodyweight_value=value, bodyweight_unit=value and "kg"))

    @rule(nth=st.integers(0, 3), place=st.sampled_from(PLACES))
    def say_where(self, nth: int, place: str) -> None:
        self._update_nth(nth, WorkoutUpdate(timezone=place))

    def _update_nth(self, nth: int, data: WorkoutUpdate) -> None:
        async def use(services: Services, workout: WorkoutRead) -> None:
            await services.workouts.update(workout.id, data)

        self._change_nth(nth, use)

    @rule(into=st.sampled_from(["bench", "squat"]))
    def merge(self, into: str) -> None:
        one = exercise("squat" if into == "bench" else "bench")
        data = MergeInto(into=exercise(into))
        self.change(lambda services: services.merging.merge(one, data))

    @rule(first=st.integers(1, 4), then=st.integers(1, 4))
    def load_in_parts(self, first: int, then: int) -> None:
        """The records are looked at between two parts of an import, of which the log knows one entry."""
        import_id = new_id()
        for day in dict.fromkeys((first, then)):
            load = {"load_value": Decimal(90 + day), "load_unit": "kg", "load_mode": "absolute"}
            sets = [ImportedSet(reps=5, **load)]
            workout = ImportedWorkout(
                source_key=f"2026-11-{day + 10}",
                started_at=(AT - timedelta(days=day)).replace(tzinfo=None),
                executions=[ImportedExecution(exercise="Bench Press", sets=sets)],
            )
            data = ImportData(
                id=import_id, source="hevy", sha256="0" * 64, timezone="UTC", workouts=[workout]
            )
            self.load_part(data)
            self.told_as_worked_out()

    def load_part(self, data: ImportData) -> None:
        """A later part belongs to the state that the first one made."""
        before = self._log_length()
        self.person.do(lambda services: services.imports.load(data))
        if self._log_length() > before:
            self.states.append(self.person.rows())
            self.ahead = []
        else:
            self.states[-1] = self.person.rows()

    def teardown(self) -> None:
        """There is nothing to go back to."""


def explore(database: Database, examples: int) -> None:
    with asyncio.Runner() as runner:

        def run(work: Any) -> Any:
            return runner.run(work)

        machine = type("Machine", (Records,), {"new_person": lambda: Lifter(database, run)})
        run_state_machine_as_test(
            machine,
            settings=settings(max_examples=examples, stateful_step_count=20, deadline=None),
        )
        runner.run(database.close())


def test_on_sqlite(sqlite_path: Path) -> None:
    explore(EmbeddedDatabase(sqlite_path), settings().max_examples // 6)


def test_on_postgresql(postgres_url: str) -> None:
    explore(EngineDatabase(postgres_url), settings().max_examples // 25)


async def told(backend: LocalBackend, **filters: Any) -> RecordsRead:
    async with backend.services(readonly=True) as services:
        return await services.records.list(RecordFilters(**filters))


async def looked(backend: LocalBackend) -> LocalServices:
    """Services that have told the records, of which nothing is kept yet."""
    async with (
        acting(backend.database, readonly=True) as executor,
        services_on(executor, ME, readonly=True) as services,
    ):
        await services.records.list(RecordFilters())
        return services


ME: Final = Actor(OWNER, "test")


async def forget(backend: LocalBackend) -> None:
    """Take the records out of the book, which still says that it holds."""
    async with acting(backend.database) as executor:
        await executor.execute("statistics.empty_events", owner=OWNER, of_formula="epley")


async def test_what_is_kept_is_told_until_something_changes(local: LocalBackend) -> None:
    await log(local, "bench 100x5 + squat 120x5")
    first = await told(local)
    assert first.total > 0
    await forget(local)
    assert (await told(local)).total == 0
    assert (await told(local, formula="brzycki")).total == first.total
    await log(local, "bench 60x5w")  # concerns bench alone
    of_bench = await told(local)
    assert {each.exercise.name for each in of_bench.items} == {"Bench Press"}
    async with acting(local.database) as executor:  # as one of another version would be
        await executor.execute("statistics.spoil_books", owner=OWNER, updated_at=AT)
    assert (await told(local)).items == first.items


async def test_what_was_worked_out_before_a_change_is_never_told_after_it(
    local: LocalBackend,
) -> None:
    await log(local, "bench 100x5")
    before = await looked(local)
    await log(local, "bench 110x5")
    await keep(local.database, ME, before.worked_out)
    heaviest = (await told(local, kind="max_weight", standing=True)).items
    assert [each.value for each in heaviest] == [110]
    late = await looked(local)
    assert late.worked_out == []
    await undo(local)
    late = await looked(local)
    assert [each.value for each in (await told(local, kind="max_weight")).items] == [100]
    await forget(local)
    await keep(local.database, ME, late.worked_out)  # the book was written meanwhile
    assert (await told(local)).total == 0


async def test_nothing_is_kept_while_another_writes_and_nobody_waits(local: LocalBackend) -> None:
    await log(local, "bench 100x5")
    async with acting(local.database) as executor:
        await executor.one("accounts.lock", user_id=OWNER)
        found = await told(local)
        assert found.total > 0
    assert [each.book.row for each in (await looked(local)).worked_out] == [None]
    assert await told(local) == found
    assert (await looked(local)).worked_out == []


async def test_records_are_told_where_none_can_be_kept(
    sqlite: LocalBackend, sqlite_path: Path
) -> None:
    await log(sqlite, "bench 100x5")
    with closing(sqlite3.connect(sqlite_path)) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON record_books"
            " BEGIN SELECT RAISE(FAIL, 'no room'); END"
        )
    assert (await told(sqlite)).total == (await told(sqlite)).total > 0
