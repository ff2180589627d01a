"""By what an import knows a workout again, and what becomes of one that differs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.undoing import redo, state, undo
from workout_core.errors import NotFoundError
from workout_core.exercises.schemas import ExerciseReference
from workout_core.ids import new_id
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
    ImportNames,
)
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.transfer.schemas import ImportRead
    from workout_core.workouts.schemas import WorkoutRead


def workout(day: int, *reps: int, exercise: str = "Bench Press", **said: Any) -> ImportedWorkout:
    """A workout of March at six, with its sets of 100 kg."""
    load: dict[str, Any] = {"load_value": "100", "load_unit": "kg", "load_mode": "absolute"}
    sets = [ImportedSet(reps=each, **load) for each in reps]
    start = said.pop("start", f"2026-03-{day:02}T18:00")
    return ImportedWorkout(
        source_key=f"2026-03-{day:02} 18:00:00",
        started_at=datetime.fromisoformat(start),
        executions=[ImportedExecution(exercise=exercise, sets=sets)],
        **{"name": "Push", **said},
    )


async def load(backend: Backend, *workouts: ImportedWorkout, **said: Any) -> ImportRead:
    values = {"id": new_id(), "source": "strong", "timezone": "Europe/Paris", **said}
    async with backend.services() as services:
        return await services.imports.load(
            ImportData(sha256="0" * 64, workouts=list(workouts), **values)
        )


async def all_of(backend: Backend) -> list[WorkoutRead]:
    """The workouts, the oldest first."""
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        return [await services.workouts.get(each.id) for each in reversed(page.items)]


async def reps(backend: Backend) -> list[list[int | None]]:
    return [
        [one.reps for each in read.exercise_executions for one in each.sets]
        for read in await all_of(backend)
    ]


async def test_a_renamed_workout_is_the_same_and_changed(backend: Backend) -> None:
    await load(backend, workout(2, 5), workout(4, 5))
    again = await load(backend, workout(2, 5, name="Renamed"), workout(4, 5), workout(6, 3))
    assert (again.new, again.unchanged, again.changed, again.updated) == (1, 1, 1, 0)
    assert [each.name for each in await all_of(backend)] == ["Push"] * 3


async def test_update_replaces_what_was_not_edited_here(backend: Backend) -> None:
    await load(backend, workout(2, 5, 5), workout(4, 5, 5))
    before = await state(backend)
    async with backend.services() as services:
        other = (await services.workouts.list(WorkoutFilters())).items[0]
        await services.workouts.update(other.id, WorkoutUpdate(note="mine"))
    file = workout(2, 8, name="Renamed", note="theirs"), workout(4, 8), workout(6, 3)
    planned = await load(backend, *file, update=True, dry_run=True)
    done = await load(backend, *file, update=True)
    for each in (planned, done):
        assert (each.new, each.changed, each.updated, each.conflicting) == (1, 2, 1, 1)
    assert await reps(backend) == [[8], [5, 5], [3]]
    first, second, _ = await all_of(backend)
    assert (first.name, first.note, second.note) == ("Renamed", "theirs", "mine")
    assert (await load(backend, *file, update=True)).unchanged == 2
    after = await state(backend)
    assert await undo(backend, 2) == [
        "imported 1 workout from Strong, updated 1",
        "changed workout Push of 2026-03-04: note none -> mine",
    ]
    assert await state(backend) == before
    await redo(backend, 2)
    assert await state(backend) == after


async def test_what_is_edited_back_is_as_imported(backend: Backend) -> None:
    await load(backend, workout(2, 5, start="2026-03-02T18:00+01:00", extras={"a": [1, 2.5]}))
    (read,) = await all_of(backend)
    for name in ("Mine", "Push"):
        async with backend.services() as services:
            await services.workouts.update(read.id, WorkoutUpdate(name=name))
    again = await load(backend, workout(2, 6, start="2026-03-02T18:00+01:00"), update=True)
    assert (again.updated, again.conflicting) == (1, 0)


async def test_a_workout_of_a_file_that_was_cut_short_is_completed(backend: Backend) -> None:
    await load(backend, workout(2, 5, 5), workout(4, 5, 5), workout(6, 5))
    async with backend.services() as services:
        newest = (await services.workouts.list(WorkoutFilters())).items[0]
        await services.workouts.update(newest.id, WorkoutUpdate(note="mine"))
    again = await load(
        backend, workout(2, 5, 5, 3, note="late"), workout(4, 5, 6, 7), workout(6, 5, 4)
    )
    assert (again.changed, again.updated, again.conflicting) == (3, 1, 1)
    assert await reps(backend) == [[5, 5, 3], [5, 5], [5]]
    assert await undo(backend) == ["imported 0 workouts from Strong, updated 1"]
    assert await reps(backend) == [[5, 5], [5, 5], [5]]


async def test_an_offset_tells_the_day_where_it_was(backend: Backend) -> None:
    late = workout(2, 5, start="2026-03-02T21:05-05:00"), workout(4, 5, start="2026-03-04T23:05Z")
    await load(backend, *late)
    there, here = await all_of(backend)
    assert (there.local_date.isoformat(), there.timezone) == ("2026-03-02", "Etc/GMT+5")
    assert (here.local_date.isoformat(), here.timezone) == ("2026-03-05", "Europe/Paris")
    assert (await load(backend, *late)).unchanged == 2
    more = workout(2, 5, 6, start="2026-03-02T21:05-05:00")
    assert (await load(backend, more)).updated == 1


async def test_a_deleted_workout_stays_so(backend: Backend) -> None:
    await load(backend, workout(2, 5), workout(4, 5))
    async with backend.services() as services:
        await services.workouts.delete((await all_of(backend))[0].id)
    again = await load(backend, workout(2, 6), workout(4, 5), update=True)
    assert (again.deleted, again.unchanged, again.updated) == (1, 1, 0)


async def test_a_part_that_is_sent_again_adds_nothing(backend: Backend) -> None:
    import_id = new_id()
    for part in (workout(2, 5), workout(4, 5), workout(4, 5)):
        await load(backend, part, id=import_id)
    assert await reps(backend) == [[5], [5]]
    assert await undo(backend) == ["imported 2 workouts from Strong"]
    assert await reps(backend) == []


async def test_a_mapping_is_remembered_for_its_app_alone(backend: Backend) -> None:
    mapped = {"Bench Press": "incline bench press"}
    first = await load(backend, workout(2, 5), mapping=mapped)
    assert first.new == 1
    await load(backend, workout(4, 5))
    await load(backend, workout(4, 5), source="hevy")
    names = [each.exercise_executions[0].exercise.name for each in await all_of(backend)]
    assert sorted(names) == ["Bench Press", "Incline Bench Press", "Incline Bench Press"]
    async with backend.services(readonly=True) as services:
        found = await services.exercises.find(ExerciseReference(name="bench press"))
    assert found.name == "Bench Press"
    with pytest.raises(NotFoundError) as refused:
        await load(backend, workout(6, 5), mapping={"Bench Press": "bnch"})
    assert "Bench Press" in refused.value.hints


async def test_unknown_names_are_told_with_what_is_like_them(backend: Backend) -> None:
    asked = ImportNames(
        source="strong",
        names={"Bench Press": 3, "Zottel Bench Press": 9, "zottel bench  press": 1, "Mine": 2},
        mapping={"Mine": "squat"},
    )
    async with backend.services() as services:
        (unknown,) = (await services.imports.match(asked)).items
    assert (unknown.name, unknown.sets) == ("Zottel Bench Press", 10)
    assert "Bench Press" in unknown.suggestions


async def test_probable_twins_of_other_sources_are_shown_and_left(backend: Backend) -> None:
    async with backend.services() as services:
        at = datetime(2026, 3, 2, 17, 1, tzinfo=UTC)
        await services.log.add(WorkoutLog(text="bench 100x5", at=at, timezone="Europe/Paris"))
    await load(backend, workout(4, 5, ended_at=datetime.fromisoformat("2026-03-04T19:00")))
    file = (
        workout(2, 5),
        workout(4, 5, start="2026-03-04T18:20", ended_at="2026-03-04T19:10"),
        workout(6, 5),
        workout(2, 5, exercise="Squat").model_copy(update={"source_key": "another"}),
    )
    found = await load(backend, *file, source="hevy")
    assert found.new == 4
    assert [(each.source_key, each.source) for each in found.duplicates] == [
        ("2026-03-02 18:00:00", None),
        ("2026-03-04 18:00:00", "strong"),
    ]
    days = workout(4, 5, start="2026-03-04T00:00").model_copy(update={"source_key": "2026-03-04"})
    (twin, *_) = (await load(backend, days, source="fitnotes", dry_run=True)).duplicates
    assert twin.source_key == "2026-03-04"
