"""Finding exercises by a part of a name, on every backend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workout_core.exercises.schemas import (
    ExerciseBrowse,
    ExerciseCreate,
    ExerciseFilters,
    ExerciseSearch,
    ExerciseUpdate,
)
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend


@pytest.mark.parametrize(
    ("text", "name", "match"),
    [
        ("bench press", "Bench Press", "name"),
        ("barbell-bench-press", "Bench Press", "name"),
        ("BP", "Bench Press", "alias"),
        ("roman", "Romanian Deadlift", "beginning"),
        ("press incl", "Incline Bench Press", "words"),
        ("bnch prss", "Bench Press", "alike"),
    ],
)
async def test_what_is_meant_comes_first(
    backend: Backend, text: str, name: str, match: str
) -> None:
    async with backend.services(readonly=True) as services:
        found = await services.exercises.search(ExerciseSearch(text=text))
    assert (found.items[0].name, found.items[0].match) == (name, match)


async def test_what_is_done_often_comes_before_what_is_as_near(backend: Backend) -> None:
    async with backend.services() as services:
        before = await services.exercises.search(ExerciseSearch(text="squat"))
        names = [each.name for each in before.items if each.match == before.items[-1].match]
        last = names[-1]
        await services.log.add(WorkoutLog(text=f"{last} 3x5 +10kg"))
        after = await services.exercises.search(ExerciseSearch(text="squat"))
    assert before.items[0].name == after.items[0].name == "Squat"
    assert after.items[1].name == last != names[0]
    assert {each.name: each.workouts for each in after.items}[last] == 1


async def test_pages_tell_of_all(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        first = await services.exercises.search(ExerciseSearch(text="press", size=3))
        second = await services.exercises.search(ExerciseSearch(text="press", size=3, page=2))
    assert first.total == second.total > 6
    assert len({each.id for each in (*first.items, *second.items)}) == 6


@pytest.mark.parametrize("text", ["zzzzzz", "//", "%", "'; --"])
async def test_nothing_is_found_where_nothing_is_alike(backend: Backend, text: str) -> None:
    async with backend.services(readonly=True) as services:
        assert (await services.exercises.search(ExerciseSearch(text=text))).total == 0


async def test_own_exercises_are_found(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Viking Thing", aliases=["vik one"]))
        for text, match in (("vik", "beginning"), ("vik one", "alias"), ("thing vik", "alias")):
            found = await services.exercises.search(ExerciseSearch(text=text))
            assert found.items[0].name == "Viking Thing", (text, match)


async def test_browsing_begins_with_the_starred_and_the_used(backend: Backend) -> None:
    async with backend.services() as services:
        await services.log.add(WorkoutLog(text="squat 5x5@100kg"))
        last = (await services.exercises.list(ExerciseFilters(size=100, page=2))).items[-1]
        await services.exercises.update(last.id, ExerciseUpdate(starred=True))
        every = await services.exercises.browse(ExerciseBrowse())
        used = await services.exercises.browse(ExerciseBrowse(used=True))
    first, second, third, *_ = every.items
    assert (first.name, first.workouts, first.last_date) == (last.name, 0, None)
    assert (second.name, second.workouts, second.sets) == ("Squat", 1, 5)
    assert second.last_date
    assert third.workouts == 0
    assert [each.name for each in used.items] == ["Squat"]


async def test_browsing_by_a_text_keeps_to_the_filters(backend: Backend) -> None:
    async with backend.services() as services:
        every = await services.exercises.browse(ExerciseBrowse(text="bench press", size=100))
        some = await services.exercises.browse(
            ExerciseBrowse(text="bench press", modality="dumbbell")
        )
        bench = every.items[0]
        await services.exercises.update(bench.id, ExerciseUpdate(hidden=True))
        shown = await services.exercises.browse(ExerciseBrowse(text="bench press"))
        both = await services.exercises.browse(ExerciseBrowse(text="bench press", visibility="all"))
    assert bench.name == both.items[0].name == "Bench Press"
    assert {each.modality for each in some.items} == {"dumbbell"}
    assert 0 < some.total < every.total
    assert "Bench Press" not in [each.name for each in shown.items]
