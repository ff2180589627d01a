"""A workout as text: what is rendered is read back, and only what was changed in it changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.acting import acting
from tests.texts import AT, HEAD, body, edit, journal, log, read, text_of, write
from workout_core.errors import ConflictError, InvalidError, NotationError, NotFoundError
from workout_core.exercises.schemas import ExerciseReference, ExerciseUpdate
from workout_core.ids import new_id
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, SetUpdate, WorkoutCreate
from workout_core.workouts.text_schemas import SetText, WorkoutTextUpdate

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend


async def test_a_workout_is_rendered_as_it_is_typed(backend: Backend) -> None:
    made = await log(
        backend,
        "bench 60x5w 5x5@100 rpe8 // grip",
        "pullup 3x8 +10kg",
        "bench 80x8 + row 30x10L // both",
    )
    text = await text_of(backend, made.id)
    assert text.workout_id == made.id
    assert text.text == (
        f"{HEAD}\nBench Press 60kgx5w 5x5@100kg rpe8 // grip\nPull-up 3x8 +10kg\n"
        "Bench Press 80kgx8 + One-Arm Row 30kgx10L // both\n"
    )


async def test_the_same_text_changes_nothing(local: LocalBackend) -> None:
    made = await log(local, "bench 60x5w 5x5@100 rpe8 // grip", "plank 60s + row 30x10")
    before = await journal(local)
    text = await text_of(local, made.id)
    assert await write(local, made.id, text.text, text.version) == made
    assert await write(local, made.id, text.text.replace("\n", "\r\n") + "\n# done\n") == made
    assert await journal(local) == before


async def test_only_the_changed_set_is_changed(backend: Backend) -> None:
    made = await log(backend, "bench 100x5,5,4 // grip", "squat 140x3")
    edited = await edit(backend, made.id, ("100kgx5,5,4", "100kgx5 102.5kgx6 rpe9 100kgx4"))
    before, after = made.exercise_executions[0], edited.exercise_executions[0]
    assert [each.id for each in before.sets] == [each.id for each in after.sets]
    assert (after.sets[0], after.sets[2]) == (before.sets[0], before.sets[2])
    changed = after.sets[1]
    assert (changed.load_value, changed.reps, changed.rpe) == (Decimal("102.5"), 6, Decimal(9))
    assert changed.load_kg == Decimal("102.5")
    assert changed.performed_at == before.sets[1].performed_at
    assert changed.raw == before.sets[1].raw
    assert edited.exercise_executions[1] == made.exercise_executions[1]
    assert after.note == "grip"


async def test_sets_are_added_and_taken_out_at_their_place(backend: Backend) -> None:
    made = await log(backend, "bench 60x5w 100x5 100x4")
    edited = await edit(backend, made.id, ("60kgx5w 100kgx5,4", "60kgx5w 80kgx3w 100kgx5 90kgx8d"))
    old, new = made.exercise_executions[0].sets, edited.exercise_executions[0].sets
    assert [each.id for each in new][::2] == [each.id for each in old][:2]
    assert [each.load_value for each in new] == [60, 80, 100, 90]
    assert [each.position for each in new] == sorted({each.position for each in new})
    assert new[3].parent_set_id == new[2].id
    assert new[1].performed_at is None


async def test_lines_are_moved_removed_and_added(backend: Backend) -> None:
    made = await log(backend, "bench 100x5", "squat 140x3", "plank 60s")
    lines = body((await text_of(backend, made.id)).text)
    text = "\n".join([HEAD, lines[2], "deadlift 180x1", lines[0]])
    edited = await write(backend, made.id, text)
    found = edited.exercise_executions
    assert [each.exercise.name for each in found] == ["Plank", "Deadlift", "Bench Press"]
    old = {each.exercise.name: each for each in made.exercise_executions}
    assert found[0].id == old["Plank"].id
    assert found[2].id == old["Bench Press"].id
    assert found[2].sets == old["Bench Press"].sets
    assert [each.position for each in found] == sorted({each.position for each in found})


async def test_a_line_under_its_right_exercise_keeps_its_sets(backend: Backend) -> None:
    made = await log(backend, "bench 100x5x2 // smooth")
    edited = await edit(backend, made.id, ("Bench Press", "incline bench press"))
    old, new = made.exercise_executions[0], edited.exercise_executions[0]
    assert new.id == old.id
    assert new.exercise.name == "Incline Bench Press"
    assert [each.id for each in new.sets] == [each.id for each in old.sets]
    assert new.note == "smooth"


async def test_supersets_are_made_and_split(backend: Backend) -> None:
    made = await log(backend, "bench 80x8", "row 30x10")
    together = await edit(backend, made.id, ("80kgx8\n", "80kgx8 + "))
    groups = {each.superset_group for each in together.exercise_executions}
    assert len(groups) == 1
    assert None not in groups
    apart = await edit(backend, made.id, (" + ", "\n"))
    assert [each.superset_group for each in apart.exercise_executions] == [None, None]
    ids = [each.id for each in made.exercise_executions]
    assert [each.id for each in apart.exercise_executions] == ids


async def test_supersets_of_one_number_that_come_together_stay_apart(backend: Backend) -> None:
    async with backend.services() as services:
        plank = (await services.exercises.find(ExerciseReference(name="plank"))).id
        minute = [SetCreate(duration_s=Decimal(60))]
        executions = [
            ExecutionCreate(exercise_id=plank, superset_group=group, sets=minute)
            for group in (1, None, 1)
        ]
        made = await services.workouts.create(
            WorkoutCreate(started_at=AT, exercise_executions=executions)
        )
    assert body((await text_of(backend, made.id)).text) == ["Plank 60s"] * 3
    await write(backend, made.id, "Plank 60s\nPlank 60s")
    assert body((await text_of(backend, made.id)).text) == ["Plank 60s"] * 2


async def test_headers_change_the_workout(backend: Backend) -> None:
    made = await log(backend, "bench 80x8")
    text = (await text_of(backend, made.id)).text.partition("\n\n")[2]
    head = (
        "name: Push\nstart: 2026-11-19 23:50\nend: 2026-11-20 00:40\n"
        'tags: heavy, "a, b"\nbodyweight: 80.5kg\nnote: fine\nnote:\nnote: really'
    )
    edited = await write(backend, made.id, f"{head}\n\n{text}")
    assert (edited.name, edited.note, edited.tags) == ("Push", "fine\n\nreally", ["heavy", "a, b"])
    assert edited.local_date == date(2026, 11, 19)
    assert edited.ended_at == datetime(2026, 11, 20, 0, 40, tzinfo=UTC)
    assert (edited.bodyweight_value, edited.bodyweight_unit) == (Decimal("80.5"), "kg")
    assert head in (await text_of(backend, made.id)).text
    ids = [each.id for each in made.exercise_executions[0].sets]
    assert [each.id for each in edited.exercise_executions[0].sets] == ids
    bare = await write(backend, made.id, f"name:\nbodyweight:\n\n{text}")
    assert (bare.name, bare.bodyweight_value, bare.note) == (None, None, "fine\n\nreally")


async def test_a_day_and_its_sets_move_together_with_what_is_edited(local: LocalBackend) -> None:
    made = await log(local, "bench 80x8")
    await edit(local, made.id, ("2026-11-20", "2026-11-18"), ("80kgx8", "85kgx8 60kgx8d"))
    async with acting(local.database, readonly=True) as executor:
        rows = await executor.all("workouts.sets", user_id=1, workout_ids=[made.id])
    assert [row["local_date"] for row in rows] == [date(2026, 11, 18)] * 2


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("Bench Press", "Bnch", 8, 1),
        ("80kgx8", "80kgx8 5x5", 8, 20),
        ("80kgx8", "lastx5", 8, 1),
        ("name:", "name: \x1b[2J", 1, 7),
        ("start: 2026-11-20 18:30", "start: never", 2, 8),
        ("start: 2026-11-20 18:30", "start:", 2, 8),
        ("end:", "end: 2026-11-19", 3, 6),
        ("bodyweight:", "bodyweight: heavy", 5, 13),
        ("name:", "name: a\nname: b", 1, 7),
        ("Bench Press 80kgx8", "Bench Press 80kgx8\nzzz", 9, 1),
        ("80kgx8", "80kgx8 // \x1b[2J", 8, 23),
    ],
)
async def test_a_mistake_is_told_with_its_place_and_nothing_is_applied(
    backend: Backend, old: str, new: str, line: int, column: int
) -> None:
    made = await log(backend, "bench 80x8")
    text = (await text_of(backend, made.id)).text.replace("tags:", "tags: heavy")
    with pytest.raises(NotationError) as refused:
        await write(backend, made.id, text.replace(old, new, 1))
    assert refused.value.details["line_number"] == line
    assert refused.value.details["column"] == column
    assert await read(backend, made.id) == made


async def test_an_empty_text_deletes_nothing(backend: Backend) -> None:
    made = await log(backend, "bench 80x8")
    for text in ("", "\n# nothing\n", "name: x\n"):
        with pytest.raises(InvalidError):
            await write(backend, made.id, text)
    assert await read(backend, made.id) == made


async def test_a_text_of_a_workout_that_changed_meanwhile_is_refused(backend: Backend) -> None:
    made = await log(backend, "bench 80x8")
    text = await text_of(backend, made.id)
    execution = made.exercise_executions[0]
    async with backend.services() as services:
        one = execution.sets[0].id
        await services.sets.update(made.id, execution.id, one, SetUpdate(reps=9))
    with pytest.raises(ConflictError):
        await write(backend, made.id, text.text.replace("80", "90"), text.version)
    assert (await text_of(backend, made.id)).version != text.version


async def test_a_set_is_replaced_by_what_is_typed(backend: Backend) -> None:
    async with backend.services() as services:
        bench = (await services.exercises.find(ExerciseReference(name="bench"))).id
        five = SetCreate(
            load_value=Decimal(100),
            load_unit="kg",
            load_mode="absolute",
            reps=5,
            note="slow",
            performed_at=AT,
        )
        made = await services.workouts.create(
            WorkoutCreate(exercise_executions=[ExecutionCreate(exercise_id=bench, sets=[five])])
        )
        execution = made.exercise_executions[0]
        place = (made.id, execution.id, execution.sets[0].id)
        changed = await services.texts.replace_set(*place, SetText(text="225x4 rir2", unit="lb"))
    assert (changed.load_value, changed.load_unit, changed.reps) == (Decimal(225), "lb", 4)
    assert (changed.rpe, changed.effort_scale) == (Decimal(8), "rir")
    assert (changed.note, changed.performed_at) == ("slow", AT)
    for wrong in ("", "5x5", "100x5x2", "last", "60s", "bench 100x5", "100x5 // note"):
        with pytest.raises(NotationError):
            async with backend.services() as services:
                await services.texts.replace_set(*place, SetText(text=wrong))
    for wrong_place in ((new_id(), *place[1:]), (*place[:2], new_id())):
        with pytest.raises(NotFoundError):
            async with backend.services() as services:
                await services.texts.replace_set(*wrong_place, SetText(text="100x5"))


async def test_a_unit_that_is_asked_for_wins_over_the_exercises_own(backend: Backend) -> None:
    made = await log(backend, "bench 100x5")
    [execution] = made.exercise_executions
    place = (made.id, execution.id, execution.sets[0].id)
    async with backend.services() as services:
        await services.exercises.update(execution.exercise.id, ExerciseUpdate(unit="lb"))
        kilos = await services.texts.replace_set(*place, SetText(text="135x5", unit="kg"))
        pounds = await services.texts.replace_set(*place, SetText(text="140x5", usual_unit="kg"))
        text = f"{HEAD}\nbench 145x5\n"
        await services.texts.replace(made.id, WorkoutTextUpdate(text=text, unit="kg"))
        again = await services.workouts.get(made.id)
    [last] = again.exercise_executions[0].sets
    assert [each.load_unit for each in (kilos, pounds, last)] == ["kg", "lb", "kg"]
