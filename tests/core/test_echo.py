"""What a line comes to: e1RM, records, the last time, plates; on every backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.acting import acting
from workout_core.accounts.owner import OWNER
from workout_core.body.schemas import MeasurementCreate
from workout_core.errors import InvalidError, NotationError
from workout_core.exercises.repository import ExerciseRepository
from workout_core.exercises.schemas import ExerciseCreate
from workout_core.history.schemas import DaysFilters, SessionFilters
from workout_core.operations.journal import Journal
from workout_core.statistics.schemas import RecordFilters, YearFilters
from workout_core.workouts.inputs import SetUpdate, WorkoutCreate
from workout_core.workouts.log_schemas import Kit, WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.workouts.log_schemas import LoggedEntry, LogRead

MONDAY = datetime(2026, 3, 2, 18, tzinfo=UTC)
WEEK = timedelta(weeks=1)


async def log(backend: Backend, text: str, at: datetime = MONDAY, **values: Any) -> LogRead:
    async with backend.services() as services:
        return await services.log.add(WorkoutLog(text=text, at=at, **values))


async def one(backend: Backend, text: str, at: datetime = MONDAY, **values: Any) -> LoggedEntry:
    return (await log(backend, text, at, **values)).entries[0]


def told(entry: LoggedEntry) -> dict[str, tuple[Any, ...]]:
    return {each.kind: (each.value, each.unit, each.previous) for each in entry.records}


async def test_a_volume_is_of_both_dumbbells(backend: Backend) -> None:
    made = told(await one(backend, "dumbbell bench 30x10"))
    assert [made[kind][0] for kind in ("max_weight", "set_volume", "session_volume")] == [
        30,
        600,
        600,
    ]
    async with backend.services() as services:
        found = await services.records.list(RecordFilters(exercise="dumbbell bench"))
    volumes = {each.value for each in found.items if "volume" in each.kind}
    assert volumes == {each.value_kg for each in found.items if "volume" in each.kind} == {600}


async def test_every_volume_is_of_work_and_of_both_dumbbells(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Buckets", implements=2))
    line = "bench 60x5w 100x5 + dumbbell bench 20x5w 30x10 + buckets 10kgx4"
    logged = (await log(backend, line)).workout
    assert logged
    day, year = MONDAY.date(), YearFilters(year=MONDAY.year)
    async with backend.services() as services:
        shown = await services.workouts.get(logged.id)
        [listed] = (await services.workouts.list(WorkoutFilters())).items
        days = await services.history.days(DaysFilters(since=day, until=day))
        sessions = [
            (await services.history.sessions(SessionFilters(exercise=name))).items[0].volume_kg
            for name in ("bench", "dumbbell bench")
        ]
        total = (await services.statistics.year(year)).totals.volume_kg
    volumes = (each.volume_kg for each in (logged, shown, listed, days))
    assert {*volumes, total} == {500 + 600 + 80}
    assert sessions == [500, 600]
    assert logged.sets == shown.sets == listed.sets == days.sets == 5


def loaded(each: Any) -> Any:
    """The plates of a set: the bar, those on a side, and what is missing."""
    return (each.bar, each.per_side, each.shortfall)


async def test_the_first_time_is_told_as_such(backend: Backend) -> None:
    entry = await one(backend, "bench 60x5w 100x5x3")
    assert (entry.e1rm_kg, entry.e1rm_formula) == (Decimal("116.67"), "epley")
    assert (entry.e1rm_change_kg, entry.last_time) == (None, None)
    assert told(entry) == {
        "max_weight": (100, "kg", None),
        "rep_pr": (100, "kg", None),
        "e1rm": (Decimal("116.67"), "kg", None),
        "set_volume": (500, "kg", None),
        "session_volume": (1500, "kg", None),
    }


async def test_what_is_better_is_told_with_what_it_beats(backend: Backend) -> None:
    first = await log(backend, "bench 60x5w 100x5x3 rpe8")
    entry = await one(backend, "bench 102.5x5x3", MONDAY + WEEK)
    assert entry.e1rm_kg == Decimal("119.58")
    assert entry.e1rm_change_kg == Decimal("-3.75")  # the first was at 7 to failure
    assert told(entry) == {
        "max_weight": (Decimal("102.5"), "kg", 100),
        "rep_pr": (Decimal("102.5"), "kg", 100),
        "set_volume": (Decimal("512.5"), "kg", 500),
        "session_volume": (Decimal("1537.5"), "kg", 1500),
    }
    assert entry.last_time is not None
    assert first.workout is not None
    assert entry.last_time.workout_id == first.workout.id
    assert entry.last_time.local_date == date(2026, 3, 2)
    assert entry.last_time.reading == "3x5@100kg rpe8"


async def test_a_tie_is_no_record_and_warm_ups_are_none(backend: Backend) -> None:
    await log(backend, "bench 120x1w 100x5")
    assert told(await one(backend, "bench 100x5 140x3w", MONDAY + WEEK)) == {}
    later = await one(backend, "bench 100x6", MONDAY + 2 * WEEK)
    assert {each.kind for each in later.records} == {
        "rep_pr",
        "e1rm",
        "set_volume",
        "session_volume",
    }
    reps = next(each for each in later.records if each.kind == "rep_pr")
    assert (reps.reps, reps.previous, reps.previous_reps) == (6, None, 5)


async def test_a_line_of_the_past_is_compared_with_its_own_past(backend: Backend) -> None:
    await log(backend, "bench 100x5", MONDAY)
    await log(backend, "bench 140x5", MONDAY + 2 * WEEK)
    entry = await one(backend, "bench 110x5", MONDAY + WEEK)
    assert told(entry)["max_weight"] == (110, "kg", 100)
    assert entry.last_time is not None
    assert entry.last_time.reading == "100kgx5"
    same_day = await one(backend, "bench 150x5", MONDAY - timedelta(hours=8))
    assert told(same_day)["max_weight"] == (150, "kg", 100)


async def test_earlier_sets_of_the_workout_count(backend: Backend) -> None:
    await log(backend, "bench 100x5", MONDAY - WEEK)
    first = await one(backend, "bench 80x5")
    assert "session_volume" not in told(first)
    second = await one(backend, "bench 80x5", MONDAY + timedelta(minutes=5))
    assert told(second) == {"session_volume": (800, "kg", 500)}
    third = await one(backend, "bench 80x5", MONDAY + timedelta(minutes=9))
    assert told(third) == {}
    assert third.last_time is not None
    assert third.last_time.local_date == date(2026, 2, 23)


async def test_pounds_and_kilograms_are_compared_exactly(backend: Backend) -> None:
    await log(backend, "bench 82.5x3")
    heavier = await one(backend, "bench 185lb x 3", MONDAY + WEEK)
    assert told(heavier)["max_weight"] == (185, "lb", Decimal("181.88"))
    assert heavier.sets[0].load_value == 185
    lighter = await one(backend, "bench 83.9x3", MONDAY + 2 * WEEK)
    assert "max_weight" not in told(lighter)  # 185 lb are 83.91 kg
    heaviest = await one(backend, "bench 84x3", MONDAY + 3 * WEEK)
    assert told(heaviest)["max_weight"] == (84, "kg", Decimal("83.91"))


async def test_a_superset_tells_each_exercise_its_own(backend: Backend) -> None:
    logged = await log(backend, "bench 80x8 + row 60x8 + bench 85x8")
    first, row, second = logged.entries
    assert told(first)["max_weight"] == (80, "kg", None)
    assert told(row)["max_weight"] == (60, "kg", None)
    assert told(second)["max_weight"] == (85, "kg", 80)


@pytest.mark.parametrize(
    ("before", "text", "kind", "expected"),
    [
        ("plank 60s", "plank 75s", "longest_duration", (75, "s", 60)),
        ("run 5km 25:30", "run 5km 25:00", "fastest", (1500, "s", 1530)),
        ("carry 24kgx40m", "carry 28kgx30m", "max_weight", (28, "kg", 24)),
        ("hang 20kgx45s", "hang 25kgx30s", "max_weight", (25, "kg", 20)),
        ("run 5km 25:30", "run 10050m 55:00", "longest_distance", (10_050, "m", 5000)),
        ("pullup 3x8", "pullup 3x5 +10kg", "max_weight", (10, "kg", 0)),
        ("pullup -20kg x 8", "pullup -15kg x 8", "max_weight", (-15, "kg", -20)),
        ("burpee 3x20", "burpee 21", "rep_pr", (0, "kg", None)),
    ],
)
async def test_what_is_not_lifted_has_records_too(
    backend: Backend, before: str, text: str, kind: str, expected: tuple[Any, ...]
) -> None:
    await log(backend, before)
    entry = await one(backend, text, MONDAY + WEEK)
    assert told(entry)[kind] == expected
    assert entry.e1rm_kg is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bench 100x1", 100),
        ("bench 100x1 rpe9", Decimal("106.67")),
        ("bench 100x12", 140),
        ("bench 100x13", None),
        ("bench 100x12 rir1", None),
        ("bench 60x5w", None),
        ("bench 225lbx5", Decimal("119.07")),
    ],
)
async def test_an_estimate_is_given_where_it_holds(
    backend: Backend, text: str, expected: Any
) -> None:
    assert (await one(backend, text)).e1rm_kg == expected


async def test_what_each_side_did_counts_for_both(backend: Backend) -> None:
    first = await log(backend, "row 40x10ea")
    assert first.workout is not None
    assert first.workout.volume_kg == 800
    assert told(first.entries[0])["set_volume"] == (800, "kg", None)
    assert "set_volume" not in told(await one(backend, "row 39x20", MONDAY + WEEK))
    better = await one(backend, "row 40x11ea", MONDAY + 2 * WEEK)
    assert told(better)["set_volume"] == (880, "kg", 800)
    assert told(better)["session_volume"] == (880, "kg", 800)
    async with backend.services(readonly=True) as services:
        day = await services.workouts.day(MONDAY.date())
        found = await services.history.days(DaysFilters(since=MONDAY.date(), until=MONDAY.date()))
    assert day.volume_kg == found.volume_kg == 800


async def test_deleting_what_was_best_makes_the_next_one_a_record(backend: Backend) -> None:
    logged = await log(backend, "bench 140x5")
    assert logged.workout is not None
    async with backend.services() as services:
        await services.workouts.delete(logged.workout.id)
    entry = await one(backend, "bench 100x5", MONDAY + WEEK)
    assert told(entry)["max_weight"] == (100, "kg", None)
    assert entry.last_time is None


async def test_a_set_that_is_changed_counts_as_it_is_now(backend: Backend) -> None:
    logged = await log(backend, "bench 140x5")
    assert logged.workout is not None
    async with backend.services() as services:
        workout = await services.workouts.get(logged.workout.id)
        execution = workout.exercise_executions[0]
        change = SetUpdate(load_value=Decimal(90))
        await services.sets.update(workout.id, execution.id, execution.sets[0].id, change)
    assert told(await one(backend, "bench 100x5", MONDAY + WEEK))["max_weight"] == (100, "kg", 90)


async def test_a_dry_run_says_the_same(backend: Backend) -> None:
    await log(backend, "bench 100x5")
    shown = await log(backend, "bench 102.5x5", MONDAY + WEEK, dry_run=True)
    done = await log(backend, "bench 102.5x5", MONDAY + WEEK)
    assert shown.entries == done.entries
    assert (shown.undo, done.undo) == (None, "workout undo")


async def test_the_plates_of_a_barbell(backend: Backend) -> None:
    entry = await one(backend, "bench 20x5w 100x5 101x5 15x5")
    bare, full, odd, light = (each.plates for each in entry.sets)
    assert loaded(bare) == (20, [], 0)
    assert loaded(full) == (20, [25, 15], 0)
    assert loaded(odd) == (20, [25, 15], 1)
    assert light is None
    pounds = (await one(backend, "squat 225lbx5")).sets[0].plates
    assert loaded(pounds) == (45, [45, 45], 0)


@pytest.mark.parametrize("text", ["curl 20x8", "pullup 3x8 +10kg", "plank 60s", "bench 9000x1"])
async def test_where_the_bar_is_unknown_nothing_is_guessed(backend: Backend, text: str) -> None:
    assert (await one(backend, text)).sets[0].plates is None


async def test_plates_are_those_that_are_there(backend: Backend) -> None:
    kit = Kit(plates_kg="20x4 5x2")
    few = (await one(backend, "bench 120x5", kit=kit)).sets[0].plates
    assert loaded(few) == (20, [20, 20, 5], 10)
    with pytest.raises(InvalidError, match="no plate"):
        await log(backend, "bench 100x5", kit=Kit(plates_kg="twenty"))


async def test_an_exercise_of_ones_own_may_have_a_barbell(backend: Backend) -> None:
    async with backend.services() as services:
        await services.exercises.create(ExerciseCreate(name="Zercher Thing", modality="barbell"))
    assert loaded((await one(backend, "zercher thing 60x5")).sets[0].plates) == (20, [20], 0)


async def with_row(local: LocalBackend, **values: Any) -> None:
    """The squat as its user set it up."""
    async with local.services() as services:
        await services.log.add(WorkoutLog(text="squat 60x5", at=MONDAY - 9 * WEEK))
    async with acting(local.database) as executor:
        journal = Journal(executor, OWNER, "test")
        exercises = ExerciseRepository(executor, OWNER, journal)
        known = (await exercises.index()).find("squat")
        assert known is not None
        row = await exercises.require(known.id)
        training_max = values.pop("training_max", None)
        if values:
            await exercises.change(row, values)
        if training_max is not None:
            since, value, unit = training_max
            await exercises.add_training_max(
                {"exercise_id": known.id, "since": since, "value": Decimal(value), "unit": unit}
            )
        await journal.flush()


async def test_a_bar_that_the_user_named_wins(local: LocalBackend) -> None:
    await with_row(local, bar_value=Decimal(15), bar_unit="kg")
    found = (await one(local, "squat 60x5")).sets[0].plates
    assert loaded(found) == (15, [20, Decimal("2.5")], 0)
    assert (await one(local, "squat 135lbx5")).sets[0].plates is None


@pytest.mark.parametrize(
    ("text", "increment", "load"),
    [
        ("squat 5x3@85%", None, ("119", "kg")),
        ("squat 5x3@67.5%", None, ("94.5", "kg")),
        ("squat 5x3@83.33%", None, ("116.66", "kg")),
        ("squat 5x3@83.33%", "2.5", ("117.5", "kg")),
        ("squat 5x3@87.5%", "5", ("125", "kg")),  # 122.5: a tie goes up
    ],
)
async def test_a_share_is_taken_of_the_training_max(
    local: LocalBackend, text: str, increment: str | None, load: tuple[str, str]
) -> None:
    values = {"increment": Decimal(increment)} if increment else {}
    await with_row(local, training_max=(date(2026, 3, 1), 140, "kg"), **values)
    entry = await one(local, text)
    assert {(str(each.load_value), each.load_unit) for each in entry.sets} == {load}
    assert entry.reading == f"Squat 5x3@{load[0]}kg"


async def test_a_share_is_of_the_training_max_of_its_day(local: LocalBackend) -> None:
    await with_row(local, training_max=(date(2026, 3, 1), 140, "kg"))
    with pytest.raises(NotationError) as caught:
        await log(local, "squat 5x3@85%", MONDAY - WEEK)
    assert caught.value.details["code"] == "E_NO_BASE"
    assert caught.value.hints == ["workout exercise edit Squat --training-max 140kg"]


async def test_a_line_may_name_its_workout(backend: Backend) -> None:
    async with backend.services() as services:
        made = await services.workouts.create(
            WorkoutCreate(started_at=MONDAY - WEEK, ended_at=MONDAY - WEEK + timedelta(hours=1))
        )
        read = await services.log.add_to(made.id, WorkoutLog(text="bench 100x5"))
        workout = await services.workouts.get(made.id)
    assert read.workout is not None
    assert (read.workout.id, read.workout.sets) == (made.id, 1)
    assert workout.ended_at == MONDAY - WEEK + timedelta(hours=1)
    assert workout.exercise_executions[0].sets[0].performed_at is None


async def weighed(backend: Backend, at: datetime, kilos: str) -> None:
    data = MeasurementCreate(type="weight", value=Decimal(kilos), unit="kg", measured_at=at)
    async with backend.services() as services:
        await services.body.create(data)


async def test_a_lift_of_the_body_goes_by_what_it_weighed_then(backend: Backend) -> None:
    """The weight of the workout comes first, then the last of its day or before; without one nothing is told."""
    unknown = await one(backend, "pullup +20kgx5")
    assert (unknown.e1rm_kg, set(told(unknown))) == (None, {"max_weight", "rep_pr"})
    await weighed(backend, MONDAY - WEEK, "80")
    await weighed(backend, MONDAY + 3 * WEEK, "200")
    first = await one(backend, "pullup +20kgx5", MONDAY + WEEK)
    # (80 + 20) x (1 + 5/30); the workout before has come to it too, by the same weight.
    assert (first.e1rm_kg, first.e1rm_change_kg) == (Decimal("116.67"), Decimal(0))
    assert told(first) == {}
    async with backend.services() as services:
        created = WorkoutCreate(
            started_at=MONDAY + 2 * WEEK, bodyweight_value=Decimal(84), bodyweight_unit="kg"
        )
        await services.workouts.create(created)
    heavier = await one(backend, "pullup +16kgx6 -24kgx6", MONDAY + 2 * WEEK)
    assert told(heavier) == {
        "rep_pr": (16, "kg", None),
        "e1rm": (120, "kg", Decimal("116.67")),
        "set_volume": (600, "kg", 500),
        "session_volume": (960, "kg", 500),
    }
    assert (heavier.e1rm_kg, heavier.e1rm_change_kg) == (Decimal(120), Decimal("3.33"))
    push = await one(backend, "pushup 10", MONDAY + 2 * WEEK)
    assert push.e1rm_kg == Decimal("71.68")  # 84 x 0.64 x (1 + 10/30)
    await weighed(backend, MONDAY - WEEK + timedelta(hours=1), "90")
    again = await one(backend, "pullup +20kgx5", MONDAY + WEEK)
    assert (again.e1rm_kg, again.e1rm_change_kg) == (Decimal("128.33"), Decimal(0))
