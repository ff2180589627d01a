"""However changes follow each other: undoing leads back through every state, and redoing to the last again."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, ClassVar, Final

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from tests.acting import acting
from workout_core.accounts.owner import Actor
from workout_core.db.backend import services_on
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.errors import ConflictError, WorkoutError
from workout_core.exercises.names import NameIndex
from workout_core.exercises.schemas import ExerciseCreate, ExerciseFilters, ExerciseUpdate
from workout_core.ids import new_id
from workout_core.operations.schemas import UndoRequest
from workout_core.paging import PageParams
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.workouts.inputs import (
    ExecutionCreate,
    ExecutionUpdate,
    SetCreate,
    SetUpdate,
    WorkoutCreate,
    WorkoutUpdate,
)
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from workout_core.db.executor import Database
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

    Use = Callable[[Services], Awaitable[Any]]

USERS: Final = count(100)
AT: Final = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
STAMPS: Final = ("updated_at", "version")
LINES: Final = ("bench 100x5", "squat 60x5w 5x5@100kg", "bench 80x8 + row 30x10", "plank 3x60s")
NAMES: Final = ("Zercher Thing", "Viking Press", "Log Clean")


class Person:
    """A user of their own on a database, and what is theirs."""

    def __init__(self, database: Database, run: Callable[[Awaitable[Any]], Any]) -> None:
        self.id = next(USERS)
        self._database = database
        self._run = run
        self._run(self._join())

    def do(self, use: Use) -> Any:
        return self._run(self._do(use))

    def rows(self) -> Any:
        """Everything that is not deleted, but for when and how often it was written."""
        return self._run(self._rows())

    async def _join(self) -> None:
        user = {"id": self.id, "unit": "kg", "settings": {}, "created_at": AT, "updated_at": AT}
        rest = dict.fromkeys(("name", "email", "timezone", "rest_until", "rest_s"))
        async with acting(self._database, user=self.id) as executor:
            await executor.execute("accounts.add_user", **rest, **user)
        async with self._services() as services:  # to have a row of each that is used later
            for exercise in ("bench", "squat", "row", "plank"):
                known = NameIndex().find(exercise)
                assert known
                await services.exercises.update(known.id, ExerciseUpdate(note="mine"))

    @asynccontextmanager
    async def _services(self) -> AsyncIterator[Services]:
        async with (
            acting(self._database, user=self.id) as executor,
            services_on(executor, Actor(self.id, "test")) as services,
        ):
            yield services

    async def _do(self, use: Use) -> Any:
        async with self._services() as services:
            return await use(services)

    async def _rows(self) -> Any:
        async with acting(self._database, user=self.id, readonly=True) as executor:
            mine = {"user_id": self.id}
            ids = [row["id"] for row in await executor.all("workouts.ids", **mine)]
            found = {
                "workouts": await executor.all("workouts.by_ids", ids=ids, **mine),
                "executions": await executor.all("workouts.executions", workout_ids=ids, **mine),
                "sets": await executor.all("workouts.sets", workout_ids=ids, **mine),
                "exercises": await executor.all("exercises.own", **mine),
                "aliases": await executor.all("exercises.aliases", **mine),
                "muscles": await executor.all("exercises.muscles", **mine),
            }
        return {
            name: sorted(repr(sorted(_kept(row).items())) for row in rows)
            for name, rows in found.items()
        }


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
        for name, value in row.items()
        if name not in STAMPS
    }


class Changes(RuleBasedStateMachine):
    """Changes of any kind in any order, with every state that there was."""

    new_person: ClassVar[Callable[[], Person]]

    def __init__(self) -> None:
        super().__init__()
        self.person = type(self).new_person()
        self.states = [self.person.rows()]  # up to now
        self.ahead: list[Any] = []  # what can be redone, the next one last

    def change(self, use: Use) -> None:
        before = self._log_length()
        try:
            self.person.do(use)
        except WorkoutError:
            assert self._log_length() == before
        if self._log_length() > before:
            self.states.append(self.person.rows())
            self.ahead = []

    def _log_length(self) -> int:
        page = self.person.do(lambda services: services.operations.list(PageParams(size=1)))
        return int(page.total)

    @rule(line=st.sampled_from(LINES), days=st.integers(0, 2))
    def log(self, line: str, days: int) -> None:
        data = WorkoutLog(text=line, at=AT - timedelta(days=days))
        self.change(lambda services: services.log.add(data))

    @rule(name=st.sampled_from([None, "Push"]), status=st.sampled_from(["active", "done"]))
    def create_workout(self, name: str | None, status: Any) -> None:
        async def use(services: Services) -> None:
            known = NameIndex().find("squat")
            assert known
            sets = [SetCreate(reps=5), SetCreate(duration_s=30)]
            done = [ExecutionCreate(exercise_id=known.id, sets=sets)]
            await services.workouts.create(
                WorkoutCreate(name=name, status=status, started_at=AT, exercise_executions=done)
            )

        self.change(use)

    @rule(nth=st.integers(0, 3), days=st.integers(0, 3), tags=st.sampled_from([[], ["a", "b"]]))
    def change_workout(self, nth: int, days: int, tags: list[str]) -> None:
        moved = WorkoutUpdate(
            started_at=AT - timedelta(days=days), ended_at=None, tags=tags, status="done"
        )

        async def use(services: Services, workout: WorkoutRead) -> None:
            await services.workouts.update(workout.id, moved)

        self._change_nth(nth, use)

    @rule(nth=st.integers(0, 3))
    def delete_workout(self, nth: int) -> None:
        async def use(services: Services, workout: WorkoutRead) -> None:
            await services.workouts.delete(workout.id)

        self._change_nth(nth, use)

    @rule(nth=st.integers(0, 3), to=st.sampled_from(["bench", "plank"]))
    def change_execution(self, nth: int, to: str) -> None:
        async def use(services: Services, workout: WorkoutRead) -> None:
            known = NameIndex().find(to)
            assert known
            execution = workout.exercise_executions[0]
            data = ExecutionUpdate(exercise_id=known.id, note=to)
            await services.executions.update(workout.id, execution.id, data)

        self._change_nth(nth, use)

    @rule(nth=st.integers(0, 3))
    def delete_execution(self, nth: int) -> None:
        async def use(services: Services, workout: WorkoutRead) -> None:
            await services.executions.delete(workout.id, workout.exercise_executions[-1].id)

        self._change_nth(nth, use)

    @rule(nth=st.integers(0, 3), reps=st.integers(0, 3), goes=st.booleans())
    def change_sets(self, nth: int, reps: int, goes: bool) -> None:
        """Several changes of the same row in one go."""

        async def use(services: Services, workout: WorkoutRead) -> None:
            execution = workout.exercise_executions[0]
            place = (workout.id, execution.id, execution.sets[0].id)
            await services.sets.create(workout.id, execution.id, SetCreate(reps=reps))
            await services.sets.update(*place, SetUpdate(reps=reps, note="changed"))
            await services.sets.update(*place, SetUpdate(rpe=None, note=None))
            if goes:
                await services.sets.delete(*place)

        self._change_nth(nth, use)

    @rule(name=st.sampled_from(NAMES))
    def add_exercise(self, name: str) -> None:
        data = ExerciseCreate(
            name=name, aliases=[f"my {name}", name[:4]], primary_muscles=["chest", "lats"]
        )
        self.change(lambda services: services.exercises.create(data))

    @rule(note=st.sampled_from(["a", "b"]), goes=st.booleans())
    def change_exercise(self, note: str, goes: bool) -> None:
        async def use(services: Services) -> None:
            own = await services.exercises.list(ExerciseFilters(is_user_created=True))
            for each in own.items[:1]:
                if goes:
                    await services.exercises.delete(each.id)
                else:
                    await services.exercises.update(each.id, ExerciseUpdate(note=note, unit="lb"))

        self.change(use)

    @rule(days=st.integers(1, 3))
    def load(self, days: int) -> None:
        sets = [ImportedSet(reps=5), ImportedSet(kind="drop", reps=3)]
        workouts = [
            ImportedWorkout(
                source_key=str(day),
                started_at=datetime.fromisoformat(f"2026-11-{day:02}T18:00"),
                executions=[ImportedExecution(exercise="Zorbing", sets=sets)],
            )
            for day in range(1, days + 1)
        ]
        data = ImportData(
            id=new_id(), source="strong", sha256="0" * 64, timezone="UTC", workouts=workouts
        )
        self.change(lambda services: services.imports.load(data))

    @precondition(lambda self: len(self.states) > 1)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        times = min(times, len(self.states) - 1)
        self.person.do(lambda services: services.operations.undo(UndoRequest(count=times)))
        for _ in range(times):
            self.ahead.append(self.states.pop())
        assert self.person.rows() == self.states[-1]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        request = UndoRequest(count=times)
        if not self.ahead:
            with pytest.raises(ConflictError, match="left to redo"):
                self.person.do(lambda services: services.operations.redo(request))
            return
        done = self.person.do(lambda services: services.operations.redo(request))
        assert len(done.items) == min(times, len(self.ahead))
        for _ in done.items:
            self.states.append(self.ahead.pop())
        assert self.person.rows() == self.states[-1]

    def _change_nth(
        self, nth: int, use: Callable[[Services, WorkoutRead], Awaitable[None]]
    ) -> None:
        async def on_nth(services: Services) -> None:
            page = await services.workouts.list(WorkoutFilters())
            for each in page.items[nth : nth + 1]:
                workout = await services.workouts.get(each.id)
                if workout.exercise_executions and workout.exercise_executions[0].sets:
                    await use(services, workout)

        self.change(on_nth)

    def teardown(self) -> None:
        """Back through every state, and forth again."""
        for step, walk in ((-1, self._undo_one), (1, self._redo_one)):
            states = self.states[::step]
            for state in states[1:]:
                walk()
                assert self.person.rows() == state

    def _undo_one(self) -> None:
        self.person.do(lambda services: services.operations.undo(UndoRequest()))

    def _redo_one(self) -> None:
        self.person.do(lambda services: services.operations.redo(UndoRequest()))


def explore(database: Database, examples: int) -> None:
    with asyncio.Runner() as runner:

        def run(work: Any) -> Any:
            return runner.run(work)

        machine = type("Machine", (Changes,), {"new_person": lambda: Person(database, run)})
        run_state_machine_as_test(
            machine,
            settings=settings(max_examples=examples, stateful_step_count=20, deadline=None),
        )
        runner.run(database.close())


def test_on_sqlite(sqlite_path: Path) -> None:
    explore(EmbeddedDatabase(sqlite_path), settings().max_examples // 6)


def test_on_postgresql(postgres_url: str) -> None:
    explore(EngineDatabase(postgres_url), settings().max_examples // 20)
