"""Undo and redo of whatever was changed, on every backend."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from tests.acting import acting
from tests.undoing import AT, DAY, log, redo, state, undo
from workout_core.db.backend import LocalBackend
from workout_core.errors import ConflictError, NotFoundError
from workout_core.exercises.schemas import ExerciseCreate, ExerciseReference, ExerciseUpdate
from workout_core.paging import PageParams
from workout_core.workouts.inputs import (
    ExecutionUpdate,
    SetCreate,
    SetUpdate,
    WorkoutCreate,
    WorkoutUpdate,
)
from workout_core.workouts.merge_schemas import MergeInto

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from uuid import UUID

    from workout_core.backend import Backend
    from workout_core.services import Services


async def test_what_was_logged_is_taken_back_and_brought_again(backend: Backend) -> None:
    await log(backend, "bench 100x5")
    before = await state(backend)
    await log(backend, "squat 60x5w 5x5@100kg rpe8")
    after = await state(backend)
    assert await undo(backend) == ["logged Squat 60kgx5w 5x5@100kg rpe8 (6 sets)"]
    undone = await state(backend)
    assert undone["workouts"] == before["workouts"]
    assert await redo(backend) == ["logged Squat 60kgx5w 5x5@100kg rpe8 (6 sets)"]
    assert await state(backend) == after


async def test_the_newest_goes_first_and_a_change_ends_redoing(backend: Backend) -> None:
    for reps in (1, 2, 3):
        await log(backend, f"bench 100x{reps}")
    assert await undo(backend, 2) == [
        "logged Bench Press 100kgx3 (1 set)",
        "logged Bench Press 100kgx2 (1 set)",
    ]
    assert await redo(backend) == ["logged Bench Press 100kgx2 (1 set)"]
    await log(backend, "bench 100x4")
    with pytest.raises(ConflictError, match="left to redo"):
        await redo(backend)
    assert await undo(backend, 9) == [
        "logged Bench Press 100kgx4 (1 set)",
        "logged Bench Press 100kgx2 (1 set)",
        "logged Bench Press 100kgx1 (1 set)",
    ]
    with pytest.raises(ConflictError, match="left to undo"):
        await undo(backend)
    assert await redo(backend, 9) == [
        "logged Bench Press 100kgx1 (1 set)",
        "logged Bench Press 100kgx2 (1 set)",
        "logged Bench Press 100kgx4 (1 set)",
    ]


async def test_a_deleted_workout_comes_back_in_its_order(backend: Backend) -> None:
    for text in ("bench 100x5,4,3", "squat 140x5 // deep", "bench 80x8d"):
        workout = await log(backend, text)
    before = await state(backend)
    async with backend.services() as services:
        await services.workouts.delete(workout.id)
    after = await state(backend)
    assert await undo(backend) == ["deleted workout of 2026-11-20"]
    assert await state(backend) == before
    await redo(backend)
    assert await state(backend) == after


async def test_changes_are_told_with_both_values(backend: Backend) -> None:
    workout = await log(backend, "squat 100x5")
    execution = workout.exercise_executions[0]
    async with backend.services() as services:
        await services.sets.update(
            workout.id, execution.id, execution.sets[0].id, SetUpdate(reps=6)
        )
    async with backend.services() as services:
        await services.workouts.update(workout.id, WorkoutUpdate(name="Legs"))
    async with backend.services(readonly=True) as services:
        page = await services.operations.list(PageParams(size=2))
    assert [each.summary for each in page.items] == [
        "changed workout Legs of 2026-11-20: name none -> Legs",
        "changed 1 set of Squat: reps 5 -> 6",
    ]
    assert page.total == 3
    assert await undo(backend, 2)
    assert (await state(backend))["workouts"][0]["exercise_executions"][0]["sets"][0]["reps"] == 5


async def test_a_moved_workout_goes_back_to_its_day(local: LocalBackend) -> None:
    """Its sets too, which are kept with their day, those that came in the same go as well."""
    await log(local, "squat 100x5")
    before = await days(local)
    async with local.services() as services:
        workout = (await services.workouts.day(DAY)).workouts[0]
        execution = workout.exercise_executions[0]
        await services.sets.create(workout.id, execution.id, SetCreate(reps=3))
        await services.workouts.update(workout.id, WorkoutUpdate(started_at=AT - timedelta(days=2)))
    after = await days(local)
    assert set(before) == {DAY}
    assert set(after) == {date(2026, 11, 18)}
    await undo(local)
    assert await days(local) == before
    await redo(local)
    assert await days(local) == after


async def test_a_row_that_was_changed_past_the_log_is_left_alone(local: LocalBackend) -> None:
    await log(local, "squat 100x5")
    workout = await log(local, "squat 100x4")
    await log(local, "bench 100x4")
    async with acting(local.database) as executor:
        row = (await executor.all("workouts.sets", user_id=1, workout_ids=[workout.id]))[0]
        row |= {"reps": 9, "owner": 1, "row_id": row["id"], "was_version": row["version"]}
        await executor.execute("workouts.change_set", **row)
    before = await state(local)
    with pytest.raises(ConflictError, match="past the operation log"):
        await undo(local, 3)
    assert await state(local) == before
    assert await undo(local) == ["logged Bench Press 100kgx4 (1 set)"]


async def test_two_at_once_never_undo_the_same(local: LocalBackend) -> None:
    for reps in range(1, 9):
        await log(local, f"bench 100x{reps}")
    if local.database.blocks:
        with ThreadPoolExecutor(4) as threads:
            done = list(threads.map(lambda _: local.run(undo(local, 2)), range(4)))
    else:
        done = await asyncio.gather(*(undo(local, 2) for _ in range(4)))
    told = [each for some in done for each in some]
    assert sorted(told) == [f"logged Bench Press 100kgx{reps} (1 set)" for reps in range(1, 9)]


async def test_the_order_is_that_of_making_whatever_the_clock_says(local: LocalBackend) -> None:
    with time_machine.travel(AT + timedelta(days=2)):
        await log(local, "bench 100x1")
    with time_machine.travel(AT + timedelta(days=1)):
        await log(local, "bench 100x2")
        assert await undo(local) == ["logged Bench Press 100kgx2 (1 set)"]
    with time_machine.travel(AT):
        assert await undo(local) == ["logged Bench Press 100kgx1 (1 set)"]
        assert await redo(local) == ["logged Bench Press 100kgx1 (1 set)"]


async def test_an_exercise_of_ones_own_goes_and_comes_with_its_names(backend: Backend) -> None:
    before = await state(backend)
    made = ExerciseCreate(
        name="Viking Press", aliases=["viking", "vp"], primary_muscles=["chest", "lats"]
    )
    async with backend.services() as services:
        exercise = await services.exercises.create(made)
    there = await state(backend)
    assert await undo(backend) == ["added exercise Viking Press"]
    assert await state(backend) == before
    async with backend.services(readonly=True) as services:
        with pytest.raises(NotFoundError):
            await services.exercises.find(ExerciseReference(name="vp"))
    await redo(backend)
    assert await state(backend) == there
    async with backend.services() as services:
        await services.exercises.update(exercise.id, ExerciseUpdate(unit="lb", hidden=True))
        await services.exercises.delete(exercise.id)
    assert await state(backend) == before
    async with backend.services() as services:
        another = await services.exercises.create(made)
    assert another.slug == "viking-press"
    await undo(backend, 2 if is_local(backend) else 3)
    assert await state(backend) == there


def is_local(backend: Backend) -> bool:
    """Whether what a scope of services changes is one change."""
    return isinstance(backend, LocalBackend)


async def test_a_merge_is_undone(local: LocalBackend) -> None:
    """An exercise's names and sets go to another, and come back."""
    await log(local, "bench 100x5")
    async with local.services() as services:
        made = await services.exercises.create(ExerciseCreate(name="My Bench", aliases=["mb"]))
    workout = await log(local, "mb 90x5")
    before = await state(local)
    async with local.services() as services:
        exercises, workouts = services.exercises._repository, services.workouts._repository
        bench = workout.exercise_executions[0].exercise.id
        for row in await workouts.executions([workout.id]):
            if row["exercise_id"] == made.id:
                for each in await workouts.sets_of(row["id"]):
                    await workouts.change_set(each, {"exercise_id": bench})
                await workouts.change_execution(row, {"exercise_id": bench})
        one = await exercises.by_id(made.id)
        assert one
        await exercises.delete(one)
        await exercises.add_aliases(bench, ["My Bench", "mb"])
    after = await state(local)
    assert after != before
    assert await undo(local) == ["merged My Bench into Bench Press"]
    assert await state(local) == before
    assert await redo(local) == ["merged My Bench into Bench Press"]
    assert await state(local) == after


async def test_a_merge_is_told_as_one_whatever_is_left_of_the_exercise(local: LocalBackend) -> None:
    """Of the sets of the other one only a deleted one is left, and then none at all."""

    async def merge(one: str, other: str) -> None:
        async with local.services() as services:
            found, into = [
                (await services.exercises.find(ExerciseReference(name=name))).id
                for name in (one, other)
            ]
            await services.merging.merge(found, MergeInto(into=into))

    async with local.services() as services:
        await services.exercises.create(ExerciseCreate(name="My Lift"))
    await log(local, "my lift 20x5")
    await merge("My Lift", "bench")
    await log(local, "bench 20x6")
    assert await undo(local, 2) == [
        "logged Bench Press 20kgx6 (1 set)",
        "merged My Lift into Bench Press",
    ]
    await merge("bench", "my lift")
    await merge("squat", "front squat")
    assert await undo(local, 2) == [
        "merged Squat into Front Squat",
        "merged Bench Press into My Lift",
    ]


async def test_what_was_logged_at_great_length_is_told_shortly(local: LocalBackend) -> None:
    await log(local, "bench " + "5x5@100lb 5x5@200lb " * 20)
    await log(local, "squat " + "5x5@100kg 5x5@200lb " * 9 + "+ row " + "5x5L@100lb " * 2)
    assert await undo(local, 2) == [
        "logged 100 sets of Squat and One-Arm Row",
        "logged 200 sets of Bench Press",
    ]


async def test_a_training_max_is_taken_back(local: LocalBackend) -> None:
    await log(local, "squat 100x5")
    async with local.services() as services:
        squat = await services.exercises.find(ExerciseReference(name="squat"))
        repository = services.exercises._repository
        values = {"exercise_id": squat.id, "since": DAY, "value": Decimal(140), "unit": "kg"}
        await repository.add_training_max(values)
    assert await undo(local) == ["set the training max of Squat to 140 kg"]
    assert await training_max(local, squat.id) is None
    await redo(local)
    assert await training_max(local, squat.id) == Decimal(140)


async def training_max(backend: LocalBackend, exercise_id: UUID) -> Decimal | None:
    async with backend.services() as services:
        row = await services.exercises._repository.training_max(exercise_id, DAY)
    return row["value"] if row else None


async def test_an_open_workout_is_as_it_was(backend: Backend) -> None:
    async with backend.services() as services:
        workout = await services.workouts.create(
            WorkoutCreate(name="Push", status="active", started_at=AT)
        )
    async with backend.services() as services:
        end = WorkoutUpdate(status="done", ended_at=AT + timedelta(hours=1))
        await services.workouts.update(workout.id, end)
    assert await undo(backend) == ["finished workout Push of 2026-11-20"]
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.get(workout.id)).status == "active"
    assert await undo(backend) == ["started workout Push of 2026-11-20"]
    assert await redo(backend, 2) == [
        "started workout Push of 2026-11-20",
        "finished workout Push of 2026-11-20",
    ]


async def test_what_was_deleted_and_changed_is_told(backend: Backend) -> None:
    workout = await log(backend, "squat 100x5,5,5 + row 30x10 // heavy")
    squat, row = workout.exercise_executions
    place = (workout.id, squat.id, squat.sets[0].id)
    load = SetUpdate(load_value=Decimal(225), load_unit="lb", rpe=Decimal("8.5"), failed=True)
    changes: tuple[Callable[[Services], Awaitable[Any]], ...] = (
        lambda services: services.sets.update(*place, load),
        lambda services: services.sets.delete(*place),
        lambda services: services.executions.update(
            workout.id, squat.id, ExecutionUpdate(note="x" * 60)
        ),
        lambda services: services.executions.delete(workout.id, row.id),
        lambda services: services.workouts.update(workout.id, WorkoutUpdate(tags=["a", "b"])),
        lambda services: services.exercises.update(squat.exercise.id, ExerciseUpdate(hidden=True)),
        lambda services: services.exercises.update(squat.exercise.id, ExerciseUpdate(unit="lb")),
    )
    for change in changes:
        async with backend.services() as services:
            await change(services)
    async with backend.services(readonly=True) as services:
        page = await services.operations.list(PageParams(size=7))
    assert [each.summary for each in reversed(page.items)] == [
        "changed 1 set of Squat: load 100kg -> 225lb, rpe none -> 8.5, failed no -> yes",
        "deleted 1 set of Squat",
        f"changed Squat: note heavy -> {'x' * 39}…",
        "deleted One-Arm Row (1 set) from workout of 2026-11-20",
        "changed workout of 2026-11-20: tags none -> a, b",
        "hid exercise Squat",
        "changed exercise Squat: unit none -> lb",
    ]
    assert page.total == 8
    assert page.items[0].undone_at is None
    await undo(backend)
    async with backend.services(readonly=True) as services:
        page = await services.operations.list(PageParams(size=1))
    assert page.items[0].undone_at


async def days(backend: LocalBackend) -> dict[date, int]:
    """How many sets there are on each day, as they are kept."""
    async with acting(backend.database, readonly=True) as executor:
        ids = [row["id"] for row in await executor.all("workouts.ids", user_id=1)]
        sets = await executor.all("workouts.sets", user_id=1, workout_ids=ids)
    return Counter(row["local_date"] for row in sets)
