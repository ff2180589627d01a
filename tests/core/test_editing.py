"""Moving, copying and grouping what was logged, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.acting import acting
from workout_core.errors import InvalidError, NotFoundError
from workout_core.ids import new_id
from workout_core.operations.schemas import UndoRequest
from workout_core.workouts.inputs import (
    ExecutionMove,
    ExecutionUpdate,
    Removal,
    SetUpdate,
    Superset,
    WorkoutCopy,
)
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.text_schemas import SetText, WorkoutTextUpdate

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.schemas import WorkoutRead

AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)


async def log(backend: Backend, *lines: str, at: datetime = AT) -> WorkoutRead:
    async with backend.services() as services:
        for line in lines:
            logged = await services.log.add(WorkoutLog(text=line, at=at))
        assert logged.workout
        return await services.workouts.get(logged.workout.id)


def names(workout: WorkoutRead) -> list[str]:
    return [each.exercise.name for each in workout.exercise_executions]


@pytest.mark.parametrize(
    ("moving", "place", "order"),
    [
        (2, 0, ["Plank", "Bench Press", "Squat"]),
        (0, 1, ["Squat", "Bench Press", "Plank"]),
        (0, 99, ["Squat", "Plank", "Bench Press"]),
        (1, 1, ["Bench Press", "Squat", "Plank"]),
    ],
)
async def test_an_exercise_goes_to_a_place(
    backend: Backend, moving: int, place: int, order: list[str]
) -> None:
    made = await log(backend, "bench 100x5", "squat 100x5", "plank 60s")
    async with backend.services() as services:
        one = made.exercise_executions[moving].id
        await services.executions.update(made.id, one, ExecutionUpdate(position=place))
        moved = await services.workouts.get(made.id)
    assert names(moved) == order
    positions = [each.position for each in moved.exercise_executions]
    assert positions == sorted(set(positions))


async def test_a_set_goes_to_a_place(backend: Backend) -> None:
    made = await log(backend, "bench 100x5,4,3")
    execution = made.exercise_executions[0]
    async with backend.services() as services:
        one = execution.sets[2].id
        data = SetUpdate(position=0, reps=9)
        changed = await services.sets.update(made.id, execution.id, one, data)
        after = await services.executions.get(made.id, execution.id)
    assert [each.reps for each in after.sets] == [9, 5, 4]
    assert changed == after.sets[0]


async def test_an_exercise_moves_to_another_workout(local: LocalBackend) -> None:
    source = await log(local, "bench 100x5", "squat 100x5 + row 30x10")
    target = await log(local, "plank 60s", at=AT + timedelta(days=1))
    one = source.exercise_executions[1]
    async with local.services() as services:
        data = ExecutionMove(workout_id=target.id, position=0)
        moved = await services.executions.move(source.id, one.id, data)
        left = await services.workouts.get(source.id)
        after = await services.workouts.get(target.id)
    assert [each.id for each in moved.sets] == [each.id for each in one.sets]
    assert moved.superset_group is None
    assert [each.superset_group for each in left.exercise_executions] == [None, None]
    assert (names(left), names(after)) == (["Bench Press", "One-Arm Row"], ["Squat", "Plank"])
    assert (left.sets, after.sets) == (2, 2)
    async with acting(local.database, readonly=True) as executor:
        rows = await executor.all("workouts.sets", user_id=1, workout_ids=[target.id])
    assert {row["local_date"] for row in rows} == {date(2026, 11, 21)}


async def test_nothing_moves_to_nowhere(backend: Backend) -> None:
    made = await log(backend, "bench 100x5")
    one = made.exercise_executions[0].id
    for wrong in ((made.id, one, new_id()), (made.id, new_id(), made.id), (new_id(), one, made.id)):
        with pytest.raises(NotFoundError):
            async with backend.services() as services:
                await services.executions.move(*wrong[:2], ExecutionMove(workout_id=wrong[2]))
    async with backend.services() as services:
        assert await services.workouts.get(made.id) == made


async def test_a_copy_has_the_sets_and_not_the_notes(backend: Backend) -> None:
    made = await log(backend, "bench 100x5 80x8d // grip", "squat 100x5 + row 30x10")
    async with backend.services() as services:
        copied = await services.workouts.copy(made.id, WorkoutCopy(day=date(2026, 11, 22)))
    assert copied.started_at == AT + timedelta(days=2)
    assert copied.local_date == date(2026, 11, 22)
    assert (copied.source, copied.note, copied.sets) == (None, None, made.sets)
    assert names(copied) == names(made)
    old, new = made.exercise_executions[0], copied.exercise_executions[0]
    assert new.note is None
    assert new.sets[1].parent_set_id == new.sets[0].id
    assert {each.performed_at for each in new.sets} == {None}
    assert [(each.load_kg, each.reps) for each in new.sets] == [
        (each.load_kg, each.reps) for each in old.sets
    ]
    ids = {
        each.id
        for one in (made, copied)
        for every in one.exercise_executions
        for each in every.sets
    }
    assert len(ids) == 2 * made.sets
    groups = [each.superset_group for each in copied.exercise_executions]
    assert groups == [each.superset_group for each in made.exercise_executions]


async def test_a_copy_is_not_of_a_day_to_come(backend: Backend) -> None:
    made = await log(backend, "bench 100x5")
    async with backend.services() as services:
        with pytest.raises(InvalidError):
            await services.workouts.copy(made.id, WorkoutCopy(day=date(2199, 1, 1)))
        with pytest.raises(NotFoundError):
            await services.workouts.copy(new_id(), WorkoutCopy())


async def test_a_superset_is_made_behind_its_first_and_split_again(backend: Backend) -> None:
    made = await log(backend, "bench 100x5", "squat 100x5", "row 30x10")
    bench, squat, row = (each.id for each in made.exercise_executions)
    async with backend.services() as services:
        data = Superset(execution_ids=[row, bench])
        together = await services.executions.superset(made.id, data)
    assert names(together) == ["Bench Press", "One-Arm Row", "Squat"]
    groups = [each.superset_group for each in together.exercise_executions]
    assert (groups[0], groups[2]) == (groups[1], None)
    assert groups[0]
    async with backend.services() as services:
        data = Superset(execution_ids=[bench], split=True)
        apart = await services.executions.superset(made.id, data)
        assert {each.superset_group for each in apart.exercise_executions} == {None}
        with pytest.raises(InvalidError):
            await services.executions.superset(made.id, Superset(execution_ids=[squat]))
        with pytest.raises(NotFoundError):
            await services.executions.superset(made.id, Superset(execution_ids=[squat, new_id()]))


def chain(workout: WorkoutRead) -> list[tuple[str, int | None]]:
    """The kind of each set, and the place of the one that it follows."""
    sets = workout.exercise_executions[0].sets
    ids = [each.id for each in sets]
    return [
        (each.kind, ids.index(each.parent_set_id) if each.parent_set_id else None) for each in sets
    ]


@pytest.mark.parametrize(
    ("line", "gone", "left"),
    [
        ("bench 100x5 80x8d 60x10d", 0, [("working", None), ("drop", 0)]),
        ("bench 100x5 80x8d 60x10d", 1, [("working", None), ("drop", 0)]),
        ("bench 90x5 100x5 80x8d 60x9d", 1, [("working", None), ("working", None), ("drop", 1)]),
        ("bench 100x5w 80x8d 60x10d", 0, [("warmup", None), ("drop", 0)]),
        ("bench 100x5 80x8d", 0, [("working", None)]),
    ],
)
async def test_the_next_drop_takes_the_place_of_its_head(
    backend: Backend, line: str, gone: int, left: list[tuple[str, int | None]]
) -> None:
    made = await log(backend, line)
    execution = made.exercise_executions[0]
    async with backend.services() as services:
        await services.sets.delete(made.id, execution.id, execution.sets[gone].id)
    async with backend.services() as services:
        assert chain(await services.workouts.get(made.id)) == left
        await services.operations.undo(UndoRequest())
        assert chain(await services.workouts.get(made.id)) == chain(made)


async def test_a_drop_follows_the_set_before_it_whatever_that_becomes(backend: Backend) -> None:
    made = await log(backend, "bench 100x5 80x8d 60x10d")
    execution = made.exercise_executions[0]
    places = [(made.id, execution.id, each.id) for each in execution.sets]
    async with backend.services() as services:
        await services.texts.replace_set(*places[1], SetText(text="85x6"))
        changed = await services.workouts.get(made.id)
        assert chain(changed) == [("working", None), ("working", None), ("drop", 1)]
        await services.sets.update(*places[1], SetUpdate(kind="drop"))
        changed = await services.workouts.get(made.id)
        assert chain(changed) == [("working", None), ("drop", 0), ("drop", 0)]
        await services.sets.update(*places[0], SetUpdate(position=2))
        moved = await services.workouts.get(made.id)
    assert chain(moved) == [("drop", None), ("drop", None), ("working", None)]


@pytest.mark.parametrize("text", ["5", "bwx5", "lastx5", "3x5@last"])
async def test_no_hint_is_of_a_load_that_is_not_written_out(backend: Backend, text: str) -> None:
    made = await log(backend, "bench 100x5")
    execution = made.exercise_executions[0]
    place = (made.id, execution.id, execution.sets[0].id)
    async with backend.services() as services:
        for use in (
            services.texts.replace_set(*place, SetText(text=text)),
            services.texts.replace(made.id, WorkoutTextUpdate(text=f"bench {text}")),
        ):
            with pytest.raises(InvalidError) as refused:
                await use
            assert refused.value.hints
            assert not [hint for hint in refused.value.hints if "last" in hint]


async def test_what_is_taken_out_at_once_comes_back_at_once(backend: Backend) -> None:
    made = await log(backend, "bench 100x5x3", "row 30x10x2", "plank 60s")
    bench, row, plank = made.exercise_executions
    data = Removal(execution_ids=[plank.id], set_ids=[bench.sets[0].id, *(e.id for e in row.sets)])
    async with backend.services() as services:
        left = await services.executions.remove(made.id, data)
        assert [(each.exercise.name, len(each.sets)) for each in left.exercise_executions] == [
            ("Bench Press", 2)
        ]
    async with backend.services() as services:
        assert len((await services.operations.undo(UndoRequest())).items) == 1
        back = await services.workouts.get(made.id)
    assert [len(each.sets) for each in back.exercise_executions] == [3, 2, 1]


@pytest.mark.parametrize("kind", ["execution_ids", "set_ids"])
async def test_nothing_is_taken_out_where_something_is_not_there(
    backend: Backend, kind: str
) -> None:
    made = await log(backend, "bench 100x5x3")
    one = made.exercise_executions[0]
    there = {"execution_ids": [one.id], "set_ids": [one.sets[0].id]}[kind]
    with pytest.raises(NotFoundError):
        async with backend.services() as services:
            await services.executions.remove(made.id, Removal(**{kind: [*there, new_id()]}))
    async with backend.services(readonly=True) as services:
        assert await services.workouts.get(made.id) == made
