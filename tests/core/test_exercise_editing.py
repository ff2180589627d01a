"""Editing exercises: their names, settings, muscles and training maxes, on every backend."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.acting import acting
from workout_core.errors import (
    ConflictError,
    DuplicateError,
    InvalidError,
    NotFoundError,
    UnknownExerciseError,
    WorkoutError,
)
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseDetails,
    ExerciseFilters,
    ExerciseReference,
    ExerciseSearch,
    ExerciseUpdate,
    TrainingMaxSet,
)
from workout_core.ids import new_id
from workout_core.paging import PageParams
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutReference

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.services import Services


async def details(services: Services, name: str) -> ExerciseDetails:
    return await services.exercises.details(ExerciseReference(name=name))


async def edit(services: Services, exercise: str, /, **values: Any) -> ExerciseDetails:
    found = await details(services, exercise)
    return await services.exercises.update(found.id, ExerciseUpdate(**values))


async def alias(services: Services, exercise: str, /, **values: Any) -> ExerciseDetails:
    found = await details(services, exercise)
    return await services.exercises.change_aliases(found.id, AliasChange(**values))


async def log(services: Services, text: str) -> str:
    return (await services.log.add(WorkoutLog(text=text))).entries[0].exercise


async def test_history_shows_the_new_name_and_the_old_one_still_logs(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Viking Press"))
        await log(services, "viking press 60x8")
        renamed = await edit(services, "viking press", name="Shoulder Rocket")
        assert await log(services, "viking press 60x8") == "Shoulder Rocket"
        shown = await services.workouts.find(WorkoutReference(text="last"))
    assert renamed.aliases == ["Viking Press"]
    assert renamed.slug == "viking-press"
    assert {each.exercise.name for each in shown.exercise_executions} == {"Shoulder Rocket"}


async def test_renaming_there_and_back_leaves_nothing(backend: Backend) -> None:
    async with backend.services() as services:
        for first, second in (("Viking Press", "Shoulder Rocket"), ("bench", "Shoulder Ruin")):
            if first == "Viking Press":
                await services.exercises.create(ExerciseCreate(name=first))
            before = await details(services, first)
            await edit(services, first, name=second)
            assert (await details(services, before.name)).id == before.id
            back = await edit(services, second, name=before.name)
            assert back.aliases == [*before.aliases, second]
            await alias(services, first, remove=[second])
            assert await details(services, first) == before


async def test_a_renamed_exercise_of_the_catalogue_keeps_its_names(backend: Backend) -> None:
    async with backend.services() as services:
        renamed = await edit(services, "bench", name="Flat Bench")
        assert renamed.aliases[0] == "Bench Press"
        assert await log(services, "bench press 100x5") == "Flat Bench"
        assert await log(services, "flat bench 100x5") == "Flat Bench"


async def test_settings_are_given_and_cleared(backend: Backend) -> None:
    given: dict[str, Any] = {
        "unit": "lb",
        "increment": Decimal("2.5"),
        "default_rest_s": Decimal(180),
        "note": "pause",
        "bar_value": Decimal(45),
        "starred": True,
    }
    async with backend.services() as services:
        changed = await edit(services, "bench", **given)
        assert {name: getattr(changed, name) for name in given} == given
        assert changed.bar_unit == "lb"
        cleared = await edit(services, "bench", **dict.fromkeys((*given,)[:-1]))
    assert [getattr(cleared, name) for name in given] == [None] * 5 + [True]
    assert cleared.bar_unit is None


async def test_a_bar_is_in_its_own_unit_else_the_exercises_else_the_profiles(
    backend: Backend,
) -> None:
    async with backend.services() as services:
        assert (await edit(services, "bench", bar_value=20)).bar_unit == "kg"
        assert (await edit(services, "squat", unit="lb", bar_value=45)).bar_unit == "lb"
        assert (await edit(services, "squat", bar_value=20, bar_unit="kg")).bar_unit == "kg"


async def test_a_unit_without_its_bar_is_refused() -> None:
    with pytest.raises(ValueError, match="give both"):
        ExerciseUpdate(bar_unit="kg")


async def test_muscles_are_replaced_and_come_back(backend: Backend) -> None:
    async with backend.services() as services:
        before = await details(services, "bench")
        changed = await edit(services, "bench", primary_muscles=["triceps", "chest"])
        assert changed.primary_muscles == ["triceps", "chest"]
        assert changed.secondary_muscles == [
            each for each in before.secondary_muscles if each != "triceps"
        ]
        other = await edit(services, "bench", primary_muscles=["chest"], secondary_muscles=["neck"])
        assert (other.primary_muscles, other.secondary_muscles) == (["chest"], ["neck"])
        same = await edit(services, "bench", primary_muscles=[], secondary_muscles=[])
        assert same == before


async def test_a_muscle_is_named_once(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(
            ExerciseCreate(name="Zercher Thing", primary_muscles=["quads", "quads"])
        )
        changed = await edit(services, "zercher thing", secondary_muscles=["quads", "neck", "neck"])
    assert made.primary_muscles == ["quads"]
    assert (changed.primary_muscles, changed.secondary_muscles) == (["quads"], ["neck"])


async def test_tracking_changes_while_nothing_was_logged(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zercher Thing"))
        changed = await edit(services, "zercher thing", tracking="duration")
        assert changed.tracking == "duration"
        await log(services, "zercher thing 60s")
        assert (await edit(services, "zercher thing", tracking="duration")).tracking == "duration"
    for name, why in (("zercher thing", "sets would mean something else"), ("bench", "catalogue")):
        with pytest.raises(ConflictError, match=why):
            async with backend.services() as services:
                await edit(services, name, tracking="reps")


async def test_aliases_are_added_and_removed(backend: Backend) -> None:
    async with backend.services() as services:
        added = await alias(services, "bench", add=["flat one", "Flat-One", "bp"])
        assert "flat one" in added.aliases
        assert len(added.aliases) == len(set(added.aliases))
        assert await log(services, "flat one 100x5") == "Bench Press"
        gone = await alias(services, "bench", remove=["FLAT ONE"])
        assert "flat one" not in gone.aliases
        with pytest.raises(UnknownExerciseError):
            await log(services, "flat one 100x5")


async def test_an_alias_is_moved_only_where_that_is_said(backend: Backend) -> None:
    async with backend.services() as services:
        incline = await details(services, "incline bench press")
        await alias(services, "squat", add=["flat one"])
    for name, whose in (("bench", "Bench Press"), ("flat one", "Squat")):
        with pytest.raises(DuplicateError, match=f"already a name of {whose}") as caught:
            async with backend.services() as services:
                await alias(services, "incline bench press", add=[name])
        assert "--move" in caught.value.hints[0]
    async with backend.services() as services:
        moved = await alias(services, "incline bench press", add=["bench", "flat one"], move=True)
        assert moved.aliases == [*incline.aliases, "bench", "flat one"]
        assert await log(services, "bench 100x5") == incline.name
        assert "bench" not in (await details(services, "Bench Press")).aliases
        assert "flat one" not in (await details(services, "squat")).aliases
        back = await alias(services, "Bench Press", add=["bench"], move=True)
        assert back.aliases.count("bench") == 1
        assert await log(services, "bench 100x5") == "Bench Press"


@pytest.mark.parametrize(
    ("change", "kind", "why"),
    [
        ({"remove": ["bp"]}, ConflictError, "of the catalogue"),
        ({"remove": ["Bench Press"]}, ConflictError, "is its name"),
        ({"remove": ["zzz"]}, NotFoundError, "no alias of"),
        ({"remove": ["squat"]}, NotFoundError, "no alias of"),
        ({"add": ["Deadlift"], "move": True}, DuplicateError, "is the name of Deadlift"),
        ({"add": ["100x5"]}, InvalidError, "cannot be the name"),
    ],
)
async def test_what_an_alias_cannot_be(
    backend: Backend, change: dict[str, Any], kind: type[WorkoutError], why: str
) -> None:
    with pytest.raises(kind, match=why):
        async with backend.services() as services:
            await alias(services, "bench", **change)


async def test_what_is_hidden_is_not_offered_but_logs(backend: Backend) -> None:
    async with backend.services() as services:
        hidden = await edit(services, "bench", hidden=True)
        assert await log(services, "bench 100x5") == "Bench Press"
        with pytest.raises(UnknownExerciseError) as caught:
            await log(services, "bnch press 100x5")
        assert "Bench Press" not in caught.value.hints
        listed = await services.exercises.list(ExerciseFilters(search="bench press", size=100))
        only = await services.exercises.list(ExerciseFilters(visibility="hidden"))
        every = await services.exercises.list(ExerciseFilters(visibility="all", size=1))
        shown = await services.exercises.list(ExerciseFilters(size=1))
        found = await services.exercises.search(ExerciseSearch(text="bench press"))
        too = await services.exercises.search(ExerciseSearch(text="bench press", hidden=True))
        names = await services.exercises.names()
    assert hidden.id not in {each.id for each in (*listed.items, *found.items)}
    assert [each.id for each in only.items] == [hidden.id]
    assert every.total == shown.total + 1
    assert too.items[0].id == hidden.id
    assert "Bench Press" not in {each.name for each in names.items}


async def test_the_starred_and_the_used_are_listed_and_come_first(backend: Backend) -> None:
    async with backend.services() as services:
        await edit(services, "squat", starred=True)
        await log(services, "deadlift 100x5")
        starred = await services.exercises.list(ExerciseFilters(starred=True))
        used = await services.exercises.list(ExerciseFilters(used=True))
        names = await services.exercises.names()
    assert [each.name for each in starred.items] == ["Squat"]
    assert [each.name for each in used.items] == ["Deadlift"]
    assert [each.name for each in names.items[:2]] == ["Squat", "Deadlift"]


async def test_training_maxes_have_a_history(backend: Backend) -> None:
    first, second = date(2026, 1, 5), date(2026, 3, 2)
    async with backend.services() as services:
        bench = await details(services, "bench")
        for value, since in ((130, first), (140, second), (142, second)):
            await services.training_maxes.set(
                bench.id, TrainingMaxSet(value=Decimal(value), since=since)
            )
        listed = await services.training_maxes.list(bench.id, PageParams())
        assert (await details(services, "bench")).training_maxes == listed.items
        assert [(each.value, each.unit, each.since) for each in listed.items] == [
            (142, "kg", second),
            (130, "kg", first),
        ]
        await services.training_maxes.delete(bench.id, listed.items[0].id)
        assert [each.value for each in (await details(services, "bench")).training_maxes] == [130]
        with pytest.raises(NotFoundError):
            await services.training_maxes.delete(bench.id, listed.items[0].id)
        with pytest.raises(NotFoundError, match="There is no exercise"):
            await services.training_maxes.list(new_id(), PageParams())


async def test_a_training_max_is_edited_with_the_rest(backend: Backend) -> None:
    async with backend.services() as services:
        wanted = TrainingMaxSet(value=Decimal(300), since=date(2026, 1, 5))
        changed = await edit(services, "squat", unit="lb", training_max=wanted)
        assert [(each.value, each.unit) for each in changed.training_maxes] == [
            (Decimal(300), "lb")
        ]
        assert (await edit(services, "squat", training_max=None)).training_maxes == []


async def test_what_was_done_is_told(backend: Backend) -> None:
    async with backend.services() as services:
        never = await details(services, "bench")
        await services.log.add(WorkoutLog(text="bench 100x5x3", day=date(2026, 11, 2)))
        await services.log.add(WorkoutLog(text="bench 100x5x2", day=date(2026, 11, 9)))
        done = await details(services, "bench")
    assert (never.workouts, never.sets, never.last_date) == (0, 0, None)
    assert (done.workouts, done.sets, done.last_date) == (2, 5, date(2026, 11, 9))


async def test_a_line_may_add_its_exercise(backend: Backend) -> None:
    line = WorkoutLog(text="3x60s // shaky", new="Wall Thing", tracking="duration")
    async with backend.services() as services:
        tried = await services.log.add(line.model_copy(update={"dry_run": True}))
        with pytest.raises(NotFoundError):
            await details(services, "wall thing")
        first = await services.log.add(line)
        second = await services.log.add(line)
        made = await details(services, "wall thing")
    assert [each.added for each in (tried, first, second)] == ["Wall Thing", "Wall Thing", None]
    assert (first.entries[0].reading, first.note) == ("Wall Thing 3x60s", "shaky")
    assert {first.entries[0].exercise_id, second.entries[0].exercise_id} == {made.id}
    assert (made.is_user_created, made.tracking, made.sets) == (True, "duration", 6)


async def test_a_line_that_cannot_be_read_adds_nothing(backend: Backend) -> None:
    for text, name in (("5x5", "Wall Thing"), ("60x5", "last"), ("", "Wall Thing")):
        with pytest.raises(InvalidError):
            async with backend.services() as services:
                await services.log.add(WorkoutLog(text=text, new=name))
    async with backend.services(readonly=True) as services:
        own = await services.exercises.list(ExerciseFilters(is_user_created=True))
    assert own.total == 0


async def test_undo_has_what_it_needs(local: LocalBackend) -> None:
    async with local.services() as services:
        await edit(services, "bench", primary_muscles=["neck"], secondary_muscles=["traps"])
        await alias(services, "bench", add=["flat one"])
    async with local.services() as services:
        await edit(services, "bench", primary_muscles=[], secondary_muscles=[], note="pause")
        await alias(services, "bench", remove=["flat one"])
    async with acting(local.database, readonly=True) as executor:
        every = await executor.all("operations.every", user_id=1)
    made = {each["entity_id"]: each for each in every if each["action"] == "create"}
    gone = [each for each in every if each["action"] == "delete"]
    assert sorted(each["entity"] for each in gone) == ["alias", "muscle", "muscle"]
    for each in gone:
        assert each["before"] == made[each["entity_id"]]["after"]
    note = next(each for each in every if each["action"] == "update")
    assert (note["before"]["note"], note["after"]["note"]) == (None, "pause")
