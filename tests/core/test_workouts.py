"""Workouts, executions and sets, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from workout_core.errors import (
    AmbiguousError,
    ConflictError,
    DuplicateError,
    InvalidError,
    NotFoundError,
)
from workout_core.exercises.schemas import ExerciseReference
from workout_core.ids import new_id
from workout_core.paging import PageParams
from workout_core.workouts.inputs import (
    ExecutionCreate,
    ExecutionUpdate,
    SetCreate,
    SetUpdate,
    WorkoutCreate,
    WorkoutUpdate,
)
from workout_core.workouts.schemas import WorkoutFilters, WorkoutReference

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

EVENING = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
FIVE = SetCreate(
    load_value=Decimal("102.5"), load_unit="kg", load_mode="absolute", reps=5, rpe=Decimal(8)
)


async def id_of(services: Services, name: str) -> UUID:
    return (await services.exercises.find(ExerciseReference(name=name))).id


async def make(backend: Backend, *names: str, at: datetime = EVENING, **values: Any) -> WorkoutRead:
    """A workout with two sets of each exercise."""
    async with backend.services() as services:
        executions = [
            ExecutionCreate(exercise_id=await id_of(services, name), sets=[FIVE, FIVE])
            for name in names
        ]
        data = WorkoutCreate(started_at=at, exercise_executions=executions, **values)
        return await services.workouts.create(data)


async def test_a_workout_comes_back_as_it_was_made(backend: Backend) -> None:
    made = await make(backend, "bench", "row", "bench", name="Push", note="fine", tags=["heavy"])
    async with backend.services(readonly=True) as services:
        assert await services.workouts.get(made.id) == made
    assert (made.name, made.note, made.tags, made.status) == ("Push", "fine", ["heavy"], "done")
    names = [each.exercise.name for each in made.exercise_executions]
    assert names == ["Bench Press", "One-Arm Row", "Bench Press"]
    assert [each.position for each in made.exercise_executions] == [0, 1, 2]
    one = made.exercise_executions[0].sets[1]
    assert (one.load_value, one.load_unit, one.load_kg) == (
        Decimal("102.5"),
        "kg",
        Decimal("102.5"),
    )
    assert (one.position, one.reps, one.rpe, one.kind) == (1, 5, Decimal(8), "working")
    assert (made.sets, made.volume_kg) == (6, Decimal(3075))


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        ("Europe/Paris", datetime(2026, 11, 20, 22, 59, tzinfo=UTC), date(2026, 11, 20)),
        ("Europe/Paris", datetime(2026, 11, 20, 23, 0, tzinfo=UTC), date(2026, 11, 21)),
        ("America/Los_Angeles", datetime(2026, 11, 20, 7, 59, tzinfo=UTC), date(2026, 11, 19)),
        ("UTC", datetime(2026, 11, 20, 0, 0, tzinfo=UTC), date(2026, 11, 20)),
    ],
)
async def test_a_workout_belongs_to_the_day_on_which_it_began(
    backend: Backend, zone: str, at: datetime, day: date
) -> None:
    made = await make(backend, "bench", at=at, timezone=zone)
    assert (made.local_date, made.timezone, made.started_at) == (day, zone, at)
    async with backend.services(readonly=True) as services:
        assert [each.id for each in (await services.workouts.day(day)).workouts] == [made.id]


async def test_pounds_stay_pounds_and_add_up_exactly(backend: Backend) -> None:
    async with backend.services() as services:
        pounds = SetCreate(load_value=Decimal(225), load_unit="lb", load_mode="absolute", reps=3)
        execution = ExecutionCreate(exercise_id=await id_of(services, "squat"), sets=[pounds])
        made = await services.workouts.create(WorkoutCreate(exercise_executions=[execution]))
    one = made.exercise_executions[0].sets[0]
    assert (one.load_value, one.load_unit) == (Decimal(225), "lb")
    assert one.load_kg == Decimal("102.05828325")
    assert made.volume_kg == Decimal("306.17484975")


async def test_help_and_body_are_no_volume(backend: Backend) -> None:
    async with backend.services() as services:
        assisted = SetCreate(load_value=Decimal(20), load_unit="kg", load_mode="assisted", reps=8)
        bare = SetCreate(load_mode="bodyweight", reps=8)
        added = SetCreate(load_value=Decimal(10), load_unit="kg", load_mode="added", reps=8)
        execution = ExecutionCreate(
            exercise_id=await id_of(services, "pull-up"), sets=[assisted, bare, added]
        )
        made = await services.workouts.create(WorkoutCreate(exercise_executions=[execution]))
        listed = await services.workouts.list(WorkoutFilters())
    assert made.volume_kg == listed.items[0].volume_kg == 80


@pytest.mark.parametrize(
    "wrong",
    [
        {"load_value": 1},
        {"load_unit": "kg"},
        {"load_value": 1, "load_unit": "kg"},
        {"load_value": 1, "load_unit": "kg", "load_mode": "bodyweight"},
        {"load_value": -1, "load_unit": "kg", "load_mode": "absolute"},
        {"reps": -1},
        {"rpe": 11},
        {"reps": 10**30},
        {"user_id": 2},
        {"note": "\x1b[2J"},
    ],
)
def test_a_set_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        SetCreate(**wrong)


async def test_history_is_paged_and_filtered(backend: Backend) -> None:
    for days in range(5):
        await make(backend, "bench" if days % 2 else "squat", at=EVENING + timedelta(days=days))
    async with backend.services(readonly=True) as services:
        first = await services.workouts.list(WorkoutFilters(size=2))
        last = await services.workouts.list(WorkoutFilters(size=2, page=3))
        some = await services.workouts.list(
            WorkoutFilters(since=date(2026, 11, 21), until=date(2026, 11, 23))
        )
        squats = await services.workouts.list(WorkoutFilters(search="SQUA"))
        odd = await services.workouts.list(WorkoutFilters(search="%"))
    days_of = [[each.local_date.day for each in page.items] for page in (first, last, some, squats)]
    assert days_of == [[24, 23], [20], [23, 22, 21], [24, 22, 20]]
    assert [page.total for page in (first, last, some, squats, odd)] == [5, 5, 3, 3, 0]
    assert first.items[0].exercises == ["Squat"]
    assert (first.items[0].sets, first.items[0].volume_kg) == (2, Decimal(1025))


async def test_find(backend: Backend) -> None:
    first = await make(backend, "bench", at=EVENING)
    second = await make(backend, "bench", at=EVENING + timedelta(days=1))
    async with backend.services(readonly=True) as services:
        for text, expected in (
            ("last", second),
            (str(first.id)[:13], first),
            (str(first.id), first),
        ):
            assert await services.workouts.find(WorkoutReference(text=text)) == expected
        for text in ("zzzz", "00000000", "a"):
            with pytest.raises(NotFoundError, match="No workout is called"):
                await services.workouts.find(WorkoutReference(text=text))


async def test_an_ambiguous_reference_names_the_candidates(backend: Backend) -> None:
    first = await make(backend, "bench", at=EVENING)
    second = await make(backend, "bench", at=EVENING)
    with pytest.raises(AmbiguousError) as caught:
        async with backend.services(readonly=True) as services:
            await services.workouts.find(WorkoutReference(text=str(first.id)[:8]))
    assert set(caught.value.hints) == {str(first.id), str(second.id)}


async def test_changing_a_workout_moves_its_sets_to_its_day(backend: Backend) -> None:
    made = await make(backend, "bench", name="Push")
    moved = WorkoutUpdate(started_at=EVENING - timedelta(days=3), note="earlier")
    async with backend.services() as services:
        changed = await services.workouts.update(made.id, moved)
    assert (changed.name, changed.note, changed.local_date) == (
        "Push",
        "earlier",
        date(2026, 11, 17),
    )
    async with backend.services() as services:
        other_zone = await services.workouts.update(
            made.id, WorkoutUpdate(timezone="Asia/Tokyo", name=None)
        )
        days = [await services.workouts.day(date(2026, 11, n)) for n in (17, 18, 20)]
    assert (other_zone.name, other_zone.local_date) == (None, date(2026, 11, 18))
    assert [day.sets for day in days] == [0, 2, 0]


async def test_there_is_one_open_workout(backend: Backend) -> None:
    opened = await make(backend, status="active")
    with pytest.raises(ConflictError, match="open workout"):
        await make(backend, status="active")
    async with backend.services() as services:
        await services.workouts.update(opened.id, WorkoutUpdate(status="done"))
    second = await make(backend, status="active")
    with pytest.raises(ConflictError):
        async with backend.services() as services:
            await services.workouts.update(opened.id, WorkoutUpdate(status="active"))
    assert second.status == "active"


async def test_deleting_a_workout_takes_its_sets_along(backend: Backend) -> None:
    made, kept = await make(backend, "bench"), await make(backend, "squat")
    execution = made.exercise_executions[0]
    async with backend.services() as services:
        await services.workouts.delete(made.id)
    async with backend.services(readonly=True) as services:
        assert [each.id for each in (await services.workouts.list(WorkoutFilters())).items] == [
            kept.id
        ]
        for gone in (
            services.workouts.get(made.id),
            services.executions.list(made.id, PageParams()),
            services.executions.get(made.id, execution.id),
            services.sets.get(made.id, execution.id, execution.sets[0].id),
        ):
            with pytest.raises(NotFoundError):
                await gone


async def test_executions(backend: Backend) -> None:
    made = await make(backend, "bench")
    async with backend.services() as services:
        squat = await id_of(services, "squat")
        added = await services.executions.create(
            made.id, ExecutionCreate(exercise_id=squat, note="deep", sets=[FIVE])
        )
        listed = await services.executions.list(made.id, PageParams())
    assert (added.position, added.exercise.name, added.note, len(added.sets)) == (
        1,
        "Squat",
        "deep",
        1,
    )
    assert listed.items[1] == added
    assert (listed.total, listed.page, listed.size) == (2, 1, 20)
    async with backend.services() as services:
        front = await id_of(services, "front squat")
        changed = await services.executions.update(
            made.id, added.id, ExecutionUpdate(exercise_id=front, superset_group=1)
        )
        await services.executions.delete(made.id, made.exercise_executions[0].id)
        left = await services.workouts.get(made.id)
    assert (changed.exercise.name, changed.superset_group, changed.note) == (
        "Front Squat",
        1,
        "deep",
    )
    assert [each.id for each in left.exercise_executions] == [added.id]
    assert left.sets == 1


async def test_sets(backend: Backend) -> None:
    made = await make(backend, "bench")
    execution = made.exercise_executions[0].id
    async with backend.services() as services:
        added = await services.sets.create(made.id, execution, SetCreate(kind="drop", reps=12))
        listed = await services.sets.list(made.id, execution, PageParams(size=2, page=2))
        one = await services.sets.get(made.id, execution, added.id)
    assert (listed.items, listed.total, one.position) == ([added], 3, 2)
    async with backend.services() as services:
        loaded = await services.sets.update(
            made.id,
            execution,
            added.id,
            SetUpdate(load_value=Decimal(60), load_unit="kg", load_mode="absolute", note="slow"),
        )
        cleared = await services.sets.update(
            made.id, execution, added.id, SetUpdate(note=None, reps=10)
        )
        with pytest.raises(InvalidError, match="load_value and load_unit go together"):
            await services.sets.update(made.id, execution, added.id, SetUpdate(load_unit=None))
    assert (loaded.load_kg, loaded.note, loaded.kind) == (Decimal(60), "slow", "drop")
    assert (cleared.load_value, cleared.note, cleared.reps) == (Decimal(60), None, 10)
    async with backend.services() as services:
        await services.sets.delete(made.id, execution, added.id)
        with pytest.raises(NotFoundError):
            await services.sets.get(made.id, execution, added.id)


async def test_a_distance_as_typed_is_known_in_metres(backend: Backend) -> None:
    made = await make(backend, "run")
    execution = made.exercise_executions[0].id
    async with backend.services() as services:
        mile = SetCreate(distance_value=Decimal(1), distance_unit="mi", duration_s=Decimal(360))
        added = await services.sets.create(made.id, execution, mile)
    assert (added.distance_m, added.distance_unit) == (Decimal("1609.344"), "mi")


@pytest.mark.parametrize("kind", ["workout", "execution", "set"])
async def test_a_retry_adds_nothing(backend: Backend, kind: str) -> None:
    made = await make(backend, "bench")
    execution, again = made.exercise_executions[0], new_id()
    for attempt in range(2):
        try:
            async with backend.services() as services:
                if kind == "workout":
                    await services.workouts.create(WorkoutCreate(id=again))
                elif kind == "execution":
                    data = ExecutionCreate(id=again, exercise_id=execution.exercise.id)
                    await services.executions.create(made.id, data)
                else:
                    await services.sets.create(made.id, execution.id, SetCreate(id=again, reps=1))
        except DuplicateError:
            assert attempt == 1
    async with backend.services(readonly=True) as services:
        total = (await services.workouts.list(WorkoutFilters())).total
        left = await services.workouts.get(made.id)
    counts = (total, len(left.exercise_executions), left.sets)
    assert counts == {"workout": (2, 1, 2), "execution": (1, 2, 2), "set": (1, 1, 3)}[kind]


async def test_an_error_undoes_all_of_an_operation(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        bench = await id_of(services, "bench")
    data = WorkoutCreate(
        exercise_executions=[
            ExecutionCreate(exercise_id=bench, sets=[FIVE]),
            ExecutionCreate(exercise_id=uuid4()),
        ]
    )
    with pytest.raises(NotFoundError, match="no exercise"):
        async with backend.services() as services:
            await services.workouts.create(data)
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.list(WorkoutFilters())).total == 0


async def test_nothing_is_added_to_what_is_not_there(backend: Backend) -> None:
    made = await make(backend, "bench")
    execution = made.exercise_executions[0]
    async with backend.services() as services:
        for missing in (
            services.executions.create(uuid4(), ExecutionCreate(exercise_id=execution.exercise.id)),
            services.sets.create(made.id, uuid4(), SetCreate()),
            services.sets.create(uuid4(), execution.id, SetCreate()),
            services.workouts.update(uuid4(), WorkoutUpdate(name="x")),
        ):
            with pytest.raises(NotFoundError):
                await missing


async def test_a_parent_set_must_be_there(backend: Backend) -> None:
    made = await make(backend, "bench")
    with pytest.raises(ConflictError):
        async with backend.services() as services:
            orphan = SetCreate(parent_set_id=uuid4())
            await services.sets.create(made.id, made.exercise_executions[0].id, orphan)


async def test_an_unknown_zone_is_refused(backend: Backend) -> None:
    with pytest.raises(InvalidError, match="zone"):
        await make(backend, "bench", timezone="Europe/Pariss")


async def test_a_workout_ends_after_it_begins(backend: Backend) -> None:
    with pytest.raises(InvalidError, match="before"):
        await make(backend, "bench", ended_at=EVENING - timedelta(hours=1))
    made = await make(backend, "bench", ended_at=EVENING + timedelta(hours=1))
    with pytest.raises(InvalidError, match="before"):
        async with backend.services() as services:
            later = WorkoutUpdate(started_at=EVENING + timedelta(hours=2))
            await services.workouts.update(made.id, later)


async def test_a_set_follows_one_of_its_own_execution(backend: Backend) -> None:
    made = await make(backend, "bench", "squat")
    bench, squat = made.exercise_executions
    async with backend.services() as services:
        drop = SetCreate(kind="drop", parent_set_id=bench.sets[0].id, reps=8)
        added = await services.sets.create(made.id, bench.id, drop)
        with pytest.raises(ConflictError):
            await services.sets.create(made.id, squat.id, drop)
    assert added.parent_set_id == bench.sets[0].id


async def test_a_change_of_nothing_is_none(backend: Backend) -> None:
    made = await make(backend, "bench", name="Push")
    async with backend.services() as services:
        assert await services.workouts.update(made.id, WorkoutUpdate(name="Push")) == made
        assert await services.workouts.update(made.id, WorkoutUpdate()) == made
