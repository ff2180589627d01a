"""Looking back: workouts by what they hold, sessions, days and texts, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from workout_core.errors import NotFoundError
from workout_core.exercises.schemas import ExerciseCreate, ExerciseReference
from workout_core.history.schemas import DaysFilters, SearchFilters, SessionFilters
from workout_core.history.streaks import weeks_in_a_row
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.schemas import WorkoutRead

FIRST = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)
HOSTILE = [
    "heavy",
    "Heavy",
    '"', "'; DROP TABLE workouts; --", "a\",\"b", "100%_\\", "日本語 🏋️‍♀️", "[]", "null", "é", "",
]  # fmt: skip


def five(**values: Any) -> SetCreate:
    return SetCreate(
        load_value=Decimal(100), load_unit="kg", load_mode="absolute", reps=5, **values
    )


async def make(
    backend: Backend,
    *exercises: str,
    after: int = 0,
    notes: tuple[str | None, str | None] = (None, None),
    **values: Any,
) -> WorkoutRead:
    """A workout with two sets of each exercise, some days after the first; the notes are of an exercise and a set."""
    of_exercise, of_set = notes
    async with backend.services() as services:
        executions = [
            ExecutionCreate(
                exercise_id=(await services.exercises.find(ExerciseReference(name=name))).id,
                note=of_exercise,
                sets=[five(), five(note=of_set)],
            )
            for name in exercises
        ]
        data = WorkoutCreate(
            started_at=FIRST + timedelta(days=after), exercise_executions=executions, **values
        )
        return await services.workouts.create(data)


async def listed(backend: Backend, **filters: Any) -> list[Any]:
    """The ids of the workouts that the filters let through; the total says the same."""
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters(**filters))
    assert page.total == len(page.items)
    return [each.id for each in page.items]


async def test_filters_are_combined(backend: Backend) -> None:
    push = await make(backend, "bench", name="Push", tags=["heavy", "gym"])
    pull = await make(backend, "row", after=1, name="Pull", tags=["heavy"])
    both = await make(backend, "bench", "row", after=2, notes=("zwick", "grip_slipped"))
    assert await listed(backend, exercise="bench press") == [both.id, push.id]
    assert await listed(backend, exercise="bp", tags=["gym"]) == [push.id]
    assert await listed(backend, tags=["heavy"]) == [pull.id, push.id]
    assert await listed(backend, tags=["heavy", "gym"]) == [push.id]
    assert await listed(backend, tags=["heavy", "absent"]) == []
    assert await listed(backend, search="ZWICK") == [both.id]
    assert await listed(backend, search="grip_s") == [both.id]
    assert await listed(backend, search="gripXs") == []
    assert await listed(backend, search="bench", exercise="row") == [both.id]
    assert await listed(backend, search="push", tags=["heavy"], exercise="bench") == [push.id]
    assert await listed(backend, exercise="bench", since=date(2026, 11, 3)) == [both.id]
    assert await listed(backend, exercise="bench", until=date(2026, 11, 3)) == [push.id]


async def test_tags_are_told_apart_letter_by_letter(backend: Backend) -> None:
    tags = [each for each in HOSTILE if each]
    made = {tag: await make(backend, after=n, tags=[tag]) for n, tag in enumerate(tags)}
    for tag in tags:
        assert await listed(backend, tags=[tag]) == [made[tag].id], tag


async def test_an_exercise_that_nobody_knows_is_refused_with_the_nearest(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        with pytest.raises(NotFoundError) as refused:
            await services.workouts.list(WorkoutFilters(exercise="bnch press"))
        assert "Bench Press" in refused.value.hints
        with pytest.raises(NotFoundError):
            await services.history.sessions(SessionFilters(exercise="bnch press"))


def test_days_run_forward() -> None:
    with pytest.raises(ValidationError, match="after until"):
        WorkoutFilters(since=date(2026, 11, 3), until=date(2026, 11, 2))


async def test_what_was_deleted_is_not_looked_back_at(backend: Backend) -> None:
    made = await make(backend, "bench", tags=["x"], notes=("zwick", "zwick"))
    async with backend.services() as services:
        await services.workouts.delete(made.id)
    assert await listed(backend, exercise="bench") == []
    assert await listed(backend, search="zwick") == []
    assert await listed(backend, tags=["x"]) == []
    async with backend.services(readonly=True) as services:
        assert (await services.history.sessions(SessionFilters(exercise="bench"))).total == 0


async def test_sessions_of_an_exercise_are_the_newest_first(backend: Backend) -> None:
    made = [await make(backend, "bench", "row", after=n) for n in range(3)]
    twice = await make(backend, "bench", "row", "bench", after=5, notes=("one\ntwo", None))
    async with backend.services(readonly=True) as services:
        found = await services.history.sessions(SessionFilters(exercise="bench", size=2))
        rest = await services.history.sessions(SessionFilters(exercise="bench", size=2, page=2))
    assert found.exercise.slug == "barbell-bench-press"
    assert (found.total, rest.total) == (4, 4)
    ids = [each.workout_id for each in (*found.items, *rest.items)]
    assert ids == [twice.id, *(each.id for each in reversed(made))]
    newest = found.items[0]
    executions = twice.exercise_executions
    assert newest.sets == [*executions[0].sets, *executions[2].sets]
    assert newest.volume_kg == 2000
    assert newest.note == "one\ntwo\none\ntwo"


async def test_a_text_is_found_wherever_it_was_written(backend: Backend) -> None:
    old = await make(backend, "bench", name="Zwick day", note="first\nzwick fine")
    new = await make(
        backend, "row", after=1, tags=["gym", "zwick"], notes=("my ZWICK", "100%_zwick")
    )
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zwick Thing", aliases=["Zwackel"]))
    async with backend.services(readonly=True) as services:
        found = await services.search.find(SearchFilters(text="zwick"))
        alias = await services.search.find(SearchFilters(text="zwackel"))
        literal = await services.search.find(SearchFilters(text="0%_z"))
        nothing = await services.search.find(SearchFilters(text="z%k"))
    assert [(each.place, each.workout_id, each.exercise, each.text) for each in found.items] == [
        ("exercise note", new.id, "One-Arm Row", "my ZWICK"),
        ("set note", new.id, "One-Arm Row", "100%_zwick"),
        ("tag", new.id, None, "zwick"),
        ("note", old.id, None, "first\nzwick fine"),
        ("workout", old.id, None, "Zwick day"),
        ("exercise", None, "Zwick Thing", "Zwick Thing"),
    ]
    assert found.total == 6
    assert found.items[0].local_date == new.local_date
    assert [(each.place, each.text) for each in alias.items] == [("alias", "Zwackel")]
    assert [each.place for each in literal.items] == ["set note"]
    assert (nothing.items, nothing.total) == ([], 0)


async def test_the_pages_of_a_search_hold_each_place_once(backend: Backend) -> None:
    for n in range(5):
        await make(backend, "bench", after=n, note="bench again")
    async with backend.services(readonly=True) as services:
        whole = await services.search.find(SearchFilters(text="bench", size=100))
        parts = [
            each
            for page in range(1, whole.total // 2 + 2)
            for each in (
                await services.search.find(SearchFilters(text="bench", size=2, page=page))
            ).items
        ]
    assert whole.total == len(whole.items) > 5
    assert parts == list(whole.items)


async def test_names_that_were_never_used_are_told_only_where_nothing_else_is(
    local: LocalBackend,
) -> None:
    async with local.services(readonly=True) as services:
        before = await services.search.find(SearchFilters(text="press", size=100))
    await make(local, "bench", note="pressed hard")
    async with local.services(readonly=True) as services:
        after = await services.search.find(SearchFilters(text="press", size=100))
    assert (before.unused, {each.place for each in before.items}) == (0, {"exercise", "alias"})
    assert [each.text for each in after.items] == ["pressed hard", "Bench Press"]
    assert (after.total, after.unused) == (2, before.total - 1)


@pytest.mark.parametrize("text", [each for each in HOSTILE if each])
async def test_a_search_takes_any_text_as_it_stands(local: LocalBackend, text: str) -> None:
    made = await make(local, "bench", tags=[text], notes=(text, text))
    async with local.services(readonly=True) as services:
        found = await services.search.find(SearchFilters(text=text))
    places = {each.place for each in found.items if each.workout_id == made.id}
    assert places == {"tag", "exercise note", "set note"}


async def test_days_add_up(backend: Backend) -> None:
    await make(backend, "bench", "row", ended_at=FIRST + timedelta(minutes=61, seconds=30))
    await make(backend, "bench", ended_at=FIRST + timedelta(minutes=30, seconds=30))
    await make(backend, after=3)
    last = await make(backend, "squat", after=9)
    gone = await make(backend, "bench", after=5)
    async with backend.services() as services:
        await services.workouts.delete(gone.id)
    days = DaysFilters(since=FIRST.date(), until=date(2026, 11, 30))
    async with backend.services(readonly=True) as services:
        found = await services.history.days(days)
    told: list[Any] = [
        (each.local_date.day, each.workouts, each.sets, each.volume_kg, each.minutes)
        for each in found.items
    ]
    assert told == [(2, 2, 6, 3000, 92), (5, 1, 0, 0, 0), (11, 1, 2, 1000, 0)]
    assert (found.total, found.workouts, found.sets, found.minutes) == (3, 4, 8, 92)
    assert found.volume_kg == 4000
    assert (found.weeks_in_a_row, found.most_weeks_in_a_row) == (0, 2)
    assert last.local_date.day == 11


async def test_loads_of_a_day_are_added_exactly(local: LocalBackend) -> None:
    async with local.services() as services:
        pounds = SetCreate(load_value=Decimal(225), load_unit="lb", load_mode="absolute", reps=3)
        squat = (await services.exercises.find(ExerciseReference(name="squat"))).id
        execution = ExecutionCreate(exercise_id=squat, sets=[pounds] * 3)
        data = WorkoutCreate(started_at=FIRST, exercise_executions=[execution])
        await services.workouts.create(data)
        days = DaysFilters(since=FIRST.date(), until=FIRST.date())
        found = await services.history.days(days)
    assert found.volume_kg == found.items[0].volume_kg == Decimal("918.52454925")


MONDAY: date = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        ([], (0, 0)),
        ([0], (1, 1)),
        ([1], (1, 1)),
        ([7], (1, 1)),
        ([8], (0, 1)),
        ([0, 1, 8, 15], (4, 4)),
        ([0, 15, 22], (1, 2)),
        ([50, 57, 64], (0, 3)),
    ],
)
def test_weeks_in_a_row(ago: list[int], expected: tuple[int, int]) -> None:
    assert weeks_in_a_row([MONDAY - timedelta(days=n) for n in ago], MONDAY) == expected
