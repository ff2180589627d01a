"""The sets of the live session, through the services, on every backend."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.open_workout import aim, board, left, log, logged, planned, spelled, undo
from workout_core.errors import InvalidError, NotationError
from workout_core.ids import new_id
from workout_core.live.schemas import LiveAdd, LiveLog
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend


async def test_the_volume_is_of_work_and_of_both_dumbbells(backend: Backend) -> None:
    pair = await planned(backend, "dumbbell bench")
    await log(backend, pair, "20x5w")
    await log(backend, pair, "30x10")
    assert (await board(backend)).totals.volume_kg == 600


async def test_sets_are_logged_as_planned(backend: Backend) -> None:
    bench = await planned(backend, "bench", "100x5 3x8@80")
    first = await log(backend, bench)
    assert spelled(first.sets) == ["100x5"]
    assert first.sets[0].performed_at
    assert aim(first.sets[0]) == "100x5"
    assert first.rest.seconds == 120
    assert first.next_execution_id == bench
    second = await log(backend, bench, reps=7, load_value=Decimal("82.5"), rpe=8, rest=False)
    assert spelled(second.sets) == ["82.5x7"]
    assert aim(second.sets[0]) == "80x8"
    assert second.sets[0].rpe == 8
    slot = (await board(backend)).slots[0]
    assert (spelled(slot.done), left(slot)) == (["100x5", "82.5x7"], ["80x8", "80x8"])
    more = await log(backend, bench, "6")
    assert spelled(more.sets) == ["80x6"]
    assert (await log(backend, bench, "@9")).sets[0].rpe == 9
    assert left((await board(backend)).slots[0]) == []
    assert spelled((await log(backend, bench)).sets) == ["80x8"]
    several = await log(backend, bench, "2x10@60kg 50x12d")
    assert spelled(several.sets) == ["60x10", "60x10", "50x12"]
    assert several.sets[2].parent_set_id == several.sets[1].id
    assert spelled((await log(backend, bench, "last+2.5x3")).sets) == ["62.5x3"]


async def test_what_is_typed_where_a_warm_up_is_planned_is_one(backend: Backend) -> None:
    squat = await planned(backend, "squat", "60x5w 80x3w 100x5x3")
    first = await log(backend, squat, "62.5x5 @5")
    assert [each.kind for each in first.sets] == ["warmup"]
    # As heavy as what is worked with, it is no warm-up; neither is what says that it is something else.
    assert [each.kind for each in (await log(backend, squat, "100x5")).sets] == ["working"]
    other = await planned(backend, "deadlift", "60x5w 80x3w 100x5x3")
    assert [each.kind for each in (await log(backend, other, "60x5f")).sets] == ["failure"]
    both = await log(backend, other, "80x3 100x5")
    assert [each.kind for each in both.sets] == ["warmup", "working"]
    third = await planned(backend, "bench", "40x5w 40x5w")
    assert [each.kind for each in (await log(backend, third, "8")).sets] == ["warmup"]
    assert [each.kind for each in (await log(backend, third, "110lbx5")).sets] == ["warmup"]


async def test_a_set_without_a_plan_takes_saying(backend: Backend) -> None:
    bench = await planned(backend, "bench")
    slot = (await board(backend)).slots[0]
    assert (slot.source, slot.planned) == ("none", [])
    with pytest.raises(InvalidError, match="Nobody knows yet how Bench Press"):
        await log(backend, bench)
    with pytest.raises(NotationError):
        await log(backend, bench, "8x")
    done = await log(backend, bench, "55x8 @8")
    assert (spelled(done.sets), done.next_execution_id) == (["55x8"], bench)
    assert spelled((await log(backend, bench, load_value=Decimal(60))).sets) == ["60x8"]


async def test_a_retry_adds_nothing(backend: Backend) -> None:
    await logged(backend, "bench 100x5")
    bench = await planned(backend, "bench", "3x5@102.5kg")
    key = new_id()
    first = await log(backend, bench, "2x5@105kg", id=key)
    again = await log(backend, bench, "2x5@105kg", id=key)
    assert again.sets == first.sets
    assert again.records == first.records
    assert {each.kind for each in first.records} >= {"max_weight", "e1rm"}
    assert len((await board(backend)).slots[0].done) == 2
    async with backend.services() as services:
        data = LiveAdd(id=new_id(), exercise="squat", text="5x5@100")
        one, other = [await services.live.add(data) for _ in range(2)]
    assert one == other
    assert len((await board(backend)).slots) == 2


async def test_records_fall(backend: Backend) -> None:
    await logged(backend, "bench 100x5,5")
    await logged(backend, "pull-up 8,8")
    bench = await planned(backend, "bench")
    done = await log(backend, bench, "101x5")
    told = {each.kind: (each.value, each.previous) for each in done.records}
    assert told["max_weight"] == (Decimal(101), Decimal(100))
    assert told["set_volume"] == (Decimal(505), Decimal(500))
    assert "session_volume" not in told
    assert done.e1rm_kg == Decimal("117.83")
    assert [each.kind for each in (await log(backend, bench, "101x5")).records] == [
        "session_volume"
    ]
    pull = await planned(backend, "pull-up")
    assert [each.kind for each in (await log(backend, pull, "9")).records] == ["rep_pr"]
    assert (await log(backend, pull, "7")).records == []
    found = await board(backend)
    assert {(each.exercise, each.kind) for each in found.records} >= {
        ("Bench Press", "session_volume"),
        ("Pull-up", "rep_pr"),
    }
    assert [bool(each.records) for each in found.slots[0].done] == [True, False]
    assert [each.records for each in found.slots[1].done] == [["rep_pr"], []]


async def test_undoing_a_set_plans_it_again(backend: Backend) -> None:
    bench = await planned(backend, "bench", "2x5@100kg")
    await log(backend, bench)
    assert await undo(backend) == ["logged Bench Press 100kgx5 (1 set)"]
    slot = (await board(backend)).slots[0]
    assert (slot.done, left(slot)) == ([], ["100x5", "100x5"])


async def test_a_command_logs_what_is_planned(backend: Backend) -> None:
    bench = await planned(backend, "bench", "2x5@100")
    await planned(backend, "row", "1x8@60")
    for text in ("bench 101x4", "row 60x8", "bench 102x3", "row 60x7", "squat 100x5"):
        async with backend.services() as services:
            await services.log.add(WorkoutLog(text=text))
    slots = (await board(backend)).slots
    assert [spelled(each.done) for each in slots] == [
        ["101x4", "102x3"],
        ["60x8", "60x7"],
        ["100x5"],
    ]
    assert (slots[0].execution_id, [aim(each) for each in slots[0].done]) == (bench, ["100x5"] * 2)


@pytest.mark.parametrize("values", [{"text": "8", "reps": 8}, {"load_unit": "kg"}])
def test_a_set_is_said_once(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        LiveLog(id=new_id(), **values)
