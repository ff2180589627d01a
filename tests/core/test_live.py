"""The live session, through the services, on every backend: exercises, plans, and the whole workout."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.core.open_workout import ago, board, left, log, logged, planned, undo
from workout_core.errors import ConflictError, InvalidError, NotFoundError
from workout_core.exercises.schemas import ExerciseReference, ExerciseUpdate
from workout_core.gyms.schemas import GymCreate
from workout_core.ids import new_id
from workout_core.live.schemas import (
    LiveLog,
    LivePastFilters,
    LivePlan,
    LiveRepeat,
    LiveSwap,
    PlannedSet,
)
from workout_core.paging import PageParams
from workout_core.workouts.inputs import ExecutionUpdate, Superset, WorkoutCopy, WorkoutUpdate
from workout_core.workouts.schemas import WorkoutFilters
from workout_core.workouts.session_schemas import SessionFinish, SessionStart
from workout_core.workouts.text_schemas import WorkoutTextUpdate

if TYPE_CHECKING:
    from workout_core.backend import Backend


async def test_nothing_is_open(backend: Backend) -> None:
    found = await board(backend)
    assert (found.workout, found.slots, found.current_execution_id) == (None, [], None)
    with pytest.raises(NotFoundError, match="No workout is open"):
        await log(backend, new_id())


async def test_an_exercise_is_planned_as_the_last_time(backend: Backend) -> None:
    await logged(backend, "bench 60x8w 100x5,5,4 @8", 14)
    await logged(backend, "bench 60x8w 102.5x5,5,4", 7)
    bench = await planned(backend, "bench")
    found = await board(backend)
    assert found.workout
    assert (found.workout.name, found.workout.forgotten) == (None, False)
    slot = found.slots[0]
    assert (slot.execution_id, slot.source) == (bench, "plan")
    assert left(slot) == ["60x8", "102.5x5", "102.5x5", "102.5x4"]
    assert [each.kind for each in slot.planned][:2] == ["warmup", "working"]
    assert (slot.step_value, slot.step_unit) == (Decimal("2.5"), "kg")
    assert slot.gym_step_value == Decimal("2.5")
    assert slot.plates
    assert slot.plates.per_side == [20]
    assert (slot.modality, slot.primary_muscles) == ("barbell", ["chest"])
    assert slot.cue
    assert slot.cue.endswith(".")
    assert (found.totals.sets, found.totals.sets_planned) == (0, 4)
    assert found.current_execution_id == bench


async def test_a_plan_is_changed(backend: Backend) -> None:
    bench = await planned(backend, "bench", "3x5@100kg")
    await log(backend, bench, "100x5")
    sets = [PlannedSet(load_value=Decimal("97.5"), load_unit="kg", load_mode="absolute", reps=6)]
    async with backend.services() as services:
        changed = await services.live.plan(bench, LivePlan(sets=sets))
    assert left(changed) == ["97.5x6"]
    assert left((await board(backend)).slots[0]) == ["97.5x6"]
    assert (await log(backend, bench)).sets[0].target_load_value == Decimal("97.5")
    async with backend.services() as services:
        await services.live.plan(bench, LivePlan(sets=sets * 2))
    assert left((await board(backend)).slots[0]) == ["97.5x6"] * 2
    async with backend.services() as services:
        await services.live.plan(bench, LivePlan(sets=[]))
    assert left((await board(backend)).slots[0]) == []
    await undo(backend)
    assert left((await board(backend)).slots[0]) == ["97.5x6"] * 2


async def test_exercises_in_turn(backend: Backend) -> None:
    bench, row = await planned(backend, "bench", "2x5@100"), await planned(backend, "row", "1x8@60")
    curl = await planned(backend, "curl", "1x10@20")
    workout = (await board(backend)).workout
    assert workout
    async with backend.services() as services:
        await services.executions.superset(workout.id, Superset(execution_ids=[bench, row]))
    turns = [await log(backend, each) for each in (bench, row, bench, curl)]
    assert [each.next_execution_id for each in turns] == [row, bench, curl, None]


async def test_exercises_in_another_order(backend: Backend) -> None:
    bench, row = await planned(backend, "bench", "2x5@100"), await planned(backend, "row", "1x8@60")
    first = await planned(backend, "squat", "5x5@100", position=0)
    found = await board(backend)
    assert [each.execution_id for each in found.slots] == [first, bench, row]
    assert found.workout
    async with backend.services() as services:
        place = ExecutionUpdate(position=0)
        await services.executions.update(found.workout.id, row, place)
    slots = (await board(backend)).slots
    assert [each.execution_id for each in slots] == [row, first, bench]
    assert left(slots[2]) == ["100x5", "100x5"]


async def test_another_exercise_instead(backend: Backend) -> None:
    await logged(backend, "incline bench 60x8,8")
    bench = await planned(backend, "bench", "3x5@100kg")
    async with backend.services() as services:
        swapped = await services.live.swap(bench, LiveSwap(exercise="incline bench"))
    assert (swapped.execution_id, left(swapped)) == (bench, ["60x8", "60x8"])
    async with backend.services() as services:
        swapped = await services.live.swap(bench, LiveSwap(exercise="front squat"))
    assert left(swapped) == ["0x8", "0x8"]
    with pytest.raises(InvalidError, match="Nobody knows yet how Front Squat"):
        await log(backend, bench)
    await log(backend, bench, "80x5")
    assert left((await board(backend)).slots[0]) == ["80x8"]
    async with backend.services() as services:
        swapped = await services.live.swap(bench, LiveSwap(exercise="plank"))
    slots = (await board(backend)).slots
    assert [each.exercise.name for each in slots] == ["Front Squat", "Plank"]
    assert (left(slots[0]), len(slots[1].planned)) == ([], 1)
    assert slots[1].planned[0].reps is None
    assert await undo(backend) == ["added Plank to workout of " + str(datetime.now(UTC).date())]
    assert [left(each) for each in (await board(backend)).slots] == [["80x8"]]


async def test_a_workout_is_repeated(backend: Backend) -> None:
    async with backend.services() as services:
        await services.session.start(SessionStart(name="Push", at=ago(0.2)))
    done = await logged(backend, "bench 2x5@100kg + row 2x8@60kg", 0.1)
    async with backend.services() as services:
        with pytest.raises(ConflictError):
            await services.live.repeat(LiveRepeat(id=new_id(), workout_id=done))
        await services.session.finish(SessionFinish())
    async with backend.services() as services:
        data = LiveRepeat(id=new_id(), workout_id=done)
        await services.live.repeat(data)
        found = await services.live.repeat(data)
    assert found.workout
    assert found.workout.name == "Push"
    assert [left(each) for each in found.slots] == [["100x5"] * 2, ["60x8"] * 2]
    assert len({each.superset_group for each in found.slots}) == 1
    assert found.totals.previous_volume_kg == 1960
    await undo(backend)
    assert (await board(backend)).workout is None


async def test_what_was_not_done_is_gone_in_the_end(backend: Backend) -> None:
    bench, _ = await planned(backend, "bench", "2x5@100"), await planned(backend, "row", "1x8@60")
    async with backend.services() as services:
        with pytest.raises(ConflictError, match="Nothing was logged"):
            await services.session.finish(SessionFinish())
    await log(backend, bench)
    async with backend.services() as services:
        done = await services.session.finish(SessionFinish())
        assert [each.exercise.name for each in done.exercise_executions] == ["Bench Press"]
    assert (await undo(backend))[0].startswith("finished workout")
    assert [left(each) for each in (await board(backend)).slots] == [["100x5"], ["60x8"]]


async def test_what_is_only_planned_is_not_seen_as_done(backend: Backend) -> None:
    bench, _ = await planned(backend, "bench", "2x5@100"), await planned(backend, "row", "1x8@60")
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        assert [each.exercises for each in page.items] == [[]]
    await log(backend, bench)
    async with backend.services() as services:
        page = await services.workouts.list(WorkoutFilters())
        assert page.items[0].exercises == ["Bench Press"]
        status = await services.session.status()
        assert status.workout
        assert [each.id for each in status.workout.exercise_executions] == [bench]
        text = await services.texts.get(status.workout.id)
        assert "Row" not in text.text
        longer = WorkoutTextUpdate(text=text.text.replace("100kgx5", "100kgx6"))
        await services.texts.replace(status.workout.id, longer)
        copied = await services.workouts.copy(status.workout.id, WorkoutCopy(at=ago(3)))
    assert [each.exercise.name for each in copied.exercise_executions] == ["Bench Press"]
    assert [left(each) for each in (await board(backend)).slots] == [["100x5"], ["60x8"]]


async def test_a_workout_that_is_set_done_keeps_what_was_done(backend: Backend) -> None:
    bench, row = await planned(backend, "bench", "2x5@100"), await planned(backend, "row", "1x8@60")
    found = (await board(backend)).workout
    assert found
    async with backend.services() as services:
        await services.executions.superset(found.id, Superset(execution_ids=[bench, row]))
        await services.live.log(bench, LiveLog(id=new_id()))
        await services.workouts.update(found.id, WorkoutUpdate(status="done"))
        done = await services.executions.list(found.id, PageParams())
    assert [(each.id, each.superset_group) for each in done.items] == [(bench, None)]


async def test_what_was_done_lately(backend: Backend) -> None:
    for days, text in enumerate(("bench 90x5", "bench 60x8w 100x5,5 95x8", "bench 97.5x3")):
        await logged(backend, text, 30 - days)
    bench = await planned(backend, "bench")
    await log(backend, bench, "80x5")
    exercise = (await board(backend)).slots[0].exercise
    async with backend.services(readonly=True) as services:
        found = await services.live.past(exercise.id, LivePastFilters())
        with pytest.raises(NotFoundError):
            await services.live.past(new_id(), LivePastFilters())
    assert found.exercise == exercise
    assert [each.reading for each in found.sessions] == [
        "97.5kgx3",
        "2x5@100kg 95kgx8",
        "90kgx5",
    ]
    assert [each.reps for each in found.sessions[1].groups] == [[5, 5], [8]]
    assert found.best
    assert (found.best.load_value, found.best.reps) == (Decimal(100), [5])
    assert (found.e1rm_value, found.e1rm_unit) == (Decimal("120.33"), "kg")


async def test_steps_that_can_be_loaded(backend: Backend) -> None:
    async with backend.services() as services:
        gym = GymCreate(name="Home", plates="10x2 5x2 kg", dumbbells="4..20/4 kg")
        await services.gyms.create(gym)
        curl = await services.exercises.find(ExerciseReference(name="curl"))
        await services.exercises.update(curl.id, ExerciseUpdate(increment=Decimal(3)))
    for name in ("bench", "dumbbell row", "curl", "pull-up"):
        await planned(backend, name)
    slots = (await board(backend)).slots
    steps = [(each.step_value, each.gym_step_value) for each in slots]
    ten, four = Decimal(10), Decimal(4)
    assert steps == [(ten, ten), (four, four), (Decimal(3), four), (Decimal("2.5"), None)]
    pounds = (await board(backend, usual_unit="lb")).slots
    assert [(each.step_value, each.step_unit) for each in pounds][3] == (Decimal(5), "lb")
