"""Exercises, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from workout_core.errors import ConflictError, DuplicateError, NotFoundError
from workout_core.exercises.schemas import (
    ExerciseCreate,
    ExerciseFilters,
    ExerciseReference,
    ExerciseUpdate,
)
from workout_core.ids import new_id
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend


async def test_the_catalogue_is_listed_by_name(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        first = await services.exercises.list(ExerciseFilters(size=10))
        second = await services.exercises.list(ExerciseFilters(size=10, page=2))
    names = [each.name.casefold() for each in (*first.items, *second.items)]
    assert first.total >= 150
    assert len(names) == 20
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (ExerciseFilters(search="bench press", size=100), "Bench Press"),
        (ExerciseFilters(search="ohp"), "Overhead Press"),
        (ExerciseFilters(category="cardio", size=100), "Run"),
        (ExerciseFilters(muscle="lats", modality="bodyweight", size=100), "Pull-up"),
    ],
)
async def test_filters(backend: Backend, filters: ExerciseFilters, expected: str) -> None:
    async with backend.services(readonly=True) as services:
        found = await services.exercises.list(filters)
        every = await services.exercises.list(ExerciseFilters())
    assert expected in [each.name for each in found.items]
    assert 0 < found.total < every.total


async def test_those_of_the_most_workouts_come_first(backend: Backend) -> None:
    async with backend.services() as services:
        for text, day in (("squat 100x5", 1), ("bench 80x5", 1), ("squat 90x5", 2)):
            at = datetime(2026, 3, day, 12, tzinfo=UTC)
            await services.log.add(WorkoutLog(text=text, at=at))
    async with backend.services(readonly=True) as services:
        used = await services.exercises.list(ExerciseFilters(used=True, order="use"))
        every = await services.exercises.list(ExerciseFilters(order="use"))
    assert [each.name for each in used.items] == ["Squat", "Bench Press"]
    assert [each.name for each in every.items[:2]] == ["Squat", "Bench Press"]


async def test_only_own(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zercher Carry"))
    async with backend.services(readonly=True) as services:
        own = await services.exercises.list(ExerciseFilters(is_user_created=True))
        others = await services.exercises.list(ExerciseFilters(is_user_created=False))
    assert [each.name for each in own.items] == ["Zercher Carry"]
    assert others.total >= 150


async def test_an_exercise_of_ones_own_can_be_logged_by_every_name(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(
            ExerciseCreate(
                name="Zercher Thing",
                aliases=["zt"],
                tracking="duration",
                primary_muscles=["quads"],
                secondary_muscles=["quads", "biceps"],
            )
        )
    assert (made.is_user_created, made.slug) == (True, "zercher-thing")
    assert (made.primary_muscles, made.secondary_muscles) == (["quads"], ["biceps"])
    for name in ("zercher thing", "ZT", "zercher-thing"):
        async with backend.services() as services:
            logged = await services.log.add(WorkoutLog(text=f"{name} 60s"))
        assert logged.entries[0].exercise_id == made.id


@pytest.mark.parametrize(
    "name", ["bench", "Bench Press", "barbell-bench-press", "bp", "BENCH  press"]
)
async def test_find(backend: Backend, name: str) -> None:
    async with backend.services(readonly=True) as services:
        found = await services.exercises.find(ExerciseReference(name=name))
        assert found.name == "Bench Press"
        assert await services.exercises.get(found.id) == found
        assert await services.exercises.find(ExerciseReference(name=str(found.id))) == found


async def test_an_unknown_name_has_suggestions(backend: Backend) -> None:
    with pytest.raises(NotFoundError, match="'bnch pres'") as caught:
        async with backend.services(readonly=True) as services:
            await services.exercises.find(ExerciseReference(name="bnch pres"))
    assert caught.value.hints[0] == "Bench Press"


@pytest.mark.parametrize("name", ["bench", "Bench-Press", "zt"])
async def test_a_name_is_taken_once(backend: Backend, name: str) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zercher Thing", aliases=["zt"]))
    with pytest.raises(DuplicateError, match="already a name of"):
        async with backend.services() as services:
            await services.exercises.create(ExerciseCreate(name=name))


async def test_a_retry_adds_nothing(backend: Backend) -> None:
    data = ExerciseCreate(id=new_id(), name="Zercher Thing")
    async with backend.services() as services:
        await services.exercises.create(data)
    with pytest.raises(DuplicateError):
        async with backend.services() as services:
            await services.exercises.create(data.model_copy(update={"name": "Another"}))
    async with backend.services(readonly=True) as services:
        assert (await services.exercises.list(ExerciseFilters(is_user_created=True))).total == 1


async def test_what_a_user_changes_of_the_catalogue_is_the_users(backend: Backend) -> None:
    async with backend.services() as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        changed = await services.exercises.update(
            bench.id, ExerciseUpdate(unit="lb", note="pause", starred=True)
        )
    assert (changed.unit, changed.note, changed.starred) == ("lb", "pause", True)
    assert changed.aliases == bench.aliases
    assert not changed.is_user_created
    async with backend.services() as services:
        cleared = await services.exercises.update(bench.id, ExerciseUpdate(note=None))
        logged = await services.log.add(WorkoutLog(text="bench 225x5"))
    assert (cleared.unit, cleared.note) == ("lb", None)
    assert logged.entries[0].sets[0].load_unit == "lb"


async def test_a_null_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="name cannot be null"):
        ExerciseUpdate(name=None)


async def test_deleting(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(ExerciseCreate(name="Zercher Thing"))
        used = await services.exercises.create(ExerciseCreate(name="Used Thing"))
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        await services.log.add(WorkoutLog(text="used thing 10x5kg"))
    async with backend.services() as services:
        await services.exercises.delete(made.id)
    for refused, why in ((used.id, "stands in workouts"), (bench.id, "of the catalogue")):
        with pytest.raises(ConflictError, match=why):
            async with backend.services() as services:
                await services.exercises.delete(refused)
    with pytest.raises(NotFoundError):
        async with backend.services(readonly=True) as services:
            await services.exercises.get(made.id)


async def test_nothing_is_found_at_an_unknown_id(backend: Backend) -> None:
    with pytest.raises(NotFoundError):
        async with backend.services(readonly=True) as services:
            await services.exercises.get(uuid4())


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[2Jb", "a\u202eb", "x" * 201])
async def test_a_name_is_one_visible_line(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        ExerciseCreate(name=name)


async def test_a_name_like_that_of_another_takes_nothing_from_it(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(ExerciseCreate(name="Plank 左"))
        logged = await services.log.add(WorkoutLog(text="plank 60s"))
    assert made.slug is None
    assert logged.entries[0].exercise == "Plank"
    assert logged.entries[0].exercise_id != made.id


async def test_the_id_of_the_catalogue_is_taken(backend: Backend) -> None:
    async with backend.services() as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        with pytest.raises(DuplicateError):
            await services.exercises.create(ExerciseCreate(id=bench.id, name="Mine"))


async def test_renaming_keeps_names_apart(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(ExerciseCreate(name="Zercher Thing"))
        with pytest.raises(DuplicateError, match="Bench Press"):
            await services.exercises.update(made.id, ExerciseUpdate(name="bench"))
        same = await services.exercises.update(made.id, ExerciseUpdate(name="zercher thing"))
    assert same.name == "zercher thing"


async def test_the_names_of_a_deleted_exercise_are_free(backend: Backend) -> None:
    data = ExerciseCreate(name="Viking Thing", aliases=["vik", "VIK"])
    async with backend.services() as services:
        first = await services.exercises.create(data)
        await services.exercises.delete(first.id)
        second = await services.exercises.create(data)
        found = await services.exercises.find(ExerciseReference(name="vik"))
    assert found.id == second.id
