"""Logging lines, through the services, on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.errors import InvalidError, NotationError, UnknownExerciseError
from workout_core.workouts.inputs import WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.workouts.log_schemas import LogRead
    from workout_core.workouts.schemas import WorkoutRead

EVENING = datetime(2026, 11, 20, 22, 50, tzinfo=UTC)


async def log(backend: Backend, text: str, at: datetime | None = EVENING, **values: Any) -> LogRead:
    async with backend.services() as services:
        return await services.log.add(WorkoutLog(text=text, at=at, **values))


async def workouts(backend: Backend) -> list[WorkoutRead]:
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        return [await services.workouts.get(each.id) for each in page.items]


async def test_a_line_makes_a_workout_with_its_sets(backend: Backend) -> None:
    logged = await log(backend, "bench 60x5w 5x5@100kg rpe8 // smooth")
    assert (logged.entries[0].exercise, logged.note, logged.superset) == (
        "Bench Press",
        "smooth",
        False,
    )
    [workout] = await workouts(backend)
    assert logged.workout is not None
    assert (logged.workout.id, logged.workout.sets) == (workout.id, 6)
    [execution] = workout.exercise_executions
    assert [(each.kind, each.load_value, each.reps) for each in execution.sets] == [
        ("warmup", Decimal(60), 5),
        *[("working", Decimal(100), 5)] * 5,
    ]
    assert [each.position for each in execution.sets] == [0, 1, 2, 3, 4, 5]
    assert execution.note == "smooth"
    assert execution.raw
    assert execution.sets[1].rpe == 8
    assert execution.sets[1].performed_at == EVENING
    assert workout.local_date == date(2026, 11, 20)


async def test_a_dry_run_writes_nothing(backend: Backend) -> None:
    logged = await log(backend, "bench 100x5", dry_run=True)
    assert logged.workout is None
    assert [each.load_value for each in logged.entries[0].sets] == [100]
    assert await workouts(backend) == []


async def test_lines_of_a_day_go_into_one_workout(backend: Backend) -> None:
    for minute, text in enumerate(
        ("bench 100x5", "bench 100x4 // hard", "row 30x10", "bench 80x8")
    ):
        await log(backend, text, at=EVENING + timedelta(minutes=minute))
    [workout] = await workouts(backend)
    done = [(each.exercise.name, len(each.sets)) for each in workout.exercise_executions]
    assert done == [("Bench Press", 2), ("One-Arm Row", 1), ("Bench Press", 1)]
    assert workout.exercise_executions[0].note == "hard"
    assert workout.ended_at == EVENING + timedelta(minutes=3)


@pytest.mark.parametrize(("hours", "count"), [(2, 1), (3.9, 1), (4.2, 2), (30, 2)])
async def test_a_set_after_midnight_belongs_to_the_evening(
    backend: Backend, hours: float, count: int
) -> None:
    await log(backend, "bench 100x5")
    await log(backend, "bench 100x5", at=EVENING + timedelta(hours=hours))
    assert len(await workouts(backend)) == count


async def test_the_open_workout_takes_what_is_logged_now(backend: Backend) -> None:
    async with backend.services() as services:
        opened = await services.workouts.create(
            WorkoutCreate(status="active", started_at=datetime.now(UTC) - timedelta(hours=11))
        )
    logged = await log(backend, "bench 100x5", at=None)
    assert logged.workout is not None
    assert (logged.workout.id, logged.forgotten) == (opened.id, None)
    assert logged.workout.ended_at is None
    while_open = await log(backend, "bench 100x5", at=datetime.now(UTC) - timedelta(hours=9))
    assert while_open.workout is not None
    assert while_open.workout.id == opened.id
    past = await log(backend, "bench 100x5", at=datetime.now(UTC) - timedelta(days=5))
    assert past.workout is not None
    assert (past.workout.id == opened.id, past.forgotten) == (False, None)


async def test_an_open_workout_that_was_forgotten_is_left_alone_and_told_of(
    backend: Backend,
) -> None:
    async with backend.services() as services:
        opened = await services.workouts.create(
            WorkoutCreate(status="active", started_at=datetime.now(UTC) - timedelta(days=2))
        )
    at = datetime.now(UTC) - timedelta(days=2) + timedelta(hours=1)
    inside = await log(backend, "bench 100x5", at=at)
    assert inside.workout is not None
    assert inside.workout.id == opened.id
    for _ in range(2):
        logged = await log(backend, "bench 100x5", at=None)
        assert logged.workout is not None
        assert logged.forgotten is not None
        assert logged.workout.id != opened.id
        assert (logged.forgotten.id, logged.forgotten.sets) == (opened.id, 1)
        sets = logged.workout.sets
    assert sets == 2


async def test_a_day_without_an_hour(backend: Backend) -> None:
    for _ in range(2):
        await log(backend, "bench 100x5", at=None, day=date(2026, 11, 2), timezone="Asia/Tokyo")
    [workout] = await workouts(backend)
    assert (workout.local_date, workout.sets) == (date(2026, 11, 2), 2)
    assert workout.exercise_executions[0].sets[0].performed_at is None


async def test_a_superset_goes_on_as_one(backend: Backend) -> None:
    for _ in range(2):
        await log(backend, "bench 80x8 + row 60x8")
    await log(backend, "squat 100x5 + row 60x8")
    [workout] = await workouts(backend)
    done = [
        (each.exercise.name, each.superset_group, len(each.sets))
        for each in workout.exercise_executions
    ]
    assert done == [
        ("Bench Press", 1, 2),
        ("One-Arm Row", 1, 2),
        ("Squat", 2, 1),
        ("One-Arm Row", 2, 1),
    ]


async def test_drop_and_rest_pause_sets_follow_their_set(backend: Backend) -> None:
    await log(backend, "curl 14x10 12x8d 10x8x1d 14x9 14x3p")
    [workout] = await workouts(backend)
    sets = workout.exercise_executions[0].sets
    assert [each.kind for each in sets] == ["working", "drop", "drop", "working", "restpause"]
    heads = [sets[0].id, sets[0].id, sets[3].id]
    assert [each.parent_set_id for each in sets if each.parent_set_id] == heads


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("bench last+2.5x5", "102.5"),
        ("bench last x 5", "100"),
        ("bench last-10%x5", "90"),
        ("bench 60x5w 80x5 top-20%x10", "64"),
        ("bench 100lbx5 60kgx5 topx3", "60"),
        ("bench last+0.125x5", "100.125"),
    ],
)
async def test_a_load_may_refer_to_another(backend: Backend, text: str, load: str) -> None:
    await log(backend, "bench 60x5w 100x5 60x8d")
    await log(backend, text)
    [workout] = await workouts(backend)
    assert workout.exercise_executions[0].sets[-1].load_value == Decimal(load)


async def test_a_reference_to_nothing_is_refused_and_shown_in_a_dry_run(backend: Backend) -> None:
    for text in ("ohp last+2.5x5x3", "squat 5x3 85%"):
        with pytest.raises(NotationError) as caught:
            await log(backend, text)
        assert caught.value.details["code"] == "E_NO_BASE"
    shown = await log(backend, "ohp last+2.5x5x3", dry_run=True)
    one = shown.entries[0].sets[0]
    assert (one.load_mode, one.load_value, one.load_unit) == ("last", Decimal("2.5"), "kg")
    assert await workouts(backend) == []


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("bnch 100x5", UnknownExerciseError, "E_UNKNOWN_EXERCISE"),
        ("bench 5x5", NotationError, "E_AMBIGUOUS"),
        ("bench", NotationError, "E_NO_SETS"),
        ("pullup 100x5", NotationError, "E_TRACKING"),
    ],
)
async def test_a_line_that_cannot_be_read_changes_nothing(
    backend: Backend, text: str, kind: type[NotationError], code: str
) -> None:
    with pytest.raises(kind) as caught:
        await log(backend, text)
    assert caught.value.details["code"] == code
    assert caught.value.details["column"] >= 1
    assert caught.value.hints
    assert await workouts(backend) == []


async def test_the_unit_of_a_bare_load(backend: Backend) -> None:
    pounds = await log(backend, "bench 225x5", unit="lb")
    kilos = await log(backend, "bench 100x5")
    typed = await log(backend, "bench 100kgx5", unit="lb")
    units = [each.entries[0].sets[0].load_unit for each in (pounds, kilos, typed)]
    assert units == ["lb", "kg", "kg"]


@pytest.mark.parametrize(
    "when",
    [
        {"at": datetime(1, 1, 1, tzinfo=UTC)},
        {"at": datetime(9999, 12, 31, tzinfo=UTC)},
        {"day": date(1, 1, 1)},
        {"at": EVENING, "day": date(2026, 11, 20)},
    ],
)
def test_a_time_beyond_reason_is_refused(when: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        WorkoutLog(text="bench 100x5", **when)


async def test_a_set_remembered_later_goes_where_it_belongs(backend: Backend) -> None:
    for minutes in (0, 70, 50):
        await log(backend, "bench 100x5", at=EVENING + timedelta(minutes=minutes))
    assert len(await workouts(backend)) == 1


async def test_what_is_yet_to_come_is_refused(backend: Backend) -> None:
    with pytest.raises(InvalidError, match="yet to come"):
        await log(backend, "bench 100x5", at=datetime.now(UTC) + timedelta(days=3))


async def test_a_time_that_is_yet_to_come_is_refused_whatever_the_workout(backend: Backend) -> None:
    later = datetime.now(UTC) + timedelta(minutes=2)
    logged = await log(backend, "bench 100x5", at=later - timedelta(seconds=90))
    assert logged.workout is not None
    async with backend.services() as services:
        await services.workouts.create(
            WorkoutCreate(status="active", started_at=datetime.now(UTC) - timedelta(hours=1))
        )
    for zone in (None, "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with pytest.raises(InvalidError, match="That time is yet to come"):
            await log(backend, "bench 100x5", at=later, timezone=zone)
    async with backend.services() as services:
        with pytest.raises(InvalidError, match="That time is yet to come"):
            await services.log.add_to(logged.workout.id, WorkoutLog(text="bench 100x5", at=later))
