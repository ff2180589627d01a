"""Finding exercises by a part of a name, on every backend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workout_core.exercises.schemas import ExerciseCreate, ExerciseSearch
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
