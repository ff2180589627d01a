"""Volume against the handed-out examples: hard sets by muscle, tonnage, sides and implements, and loads over weeks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.vectors_of import document, str_of
from workout_core.exercises.schemas import ExerciseCreate
from workout_core.statistics.schemas import PeriodFilters, StatsTrendFilters, WeekFilters
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from workout_core.backend import Backend

VOLUME: Final = document("volume.json")
SIDES: Final = document("bodyweight_loads.json")["implements_and_sides"]["cases"]
LOADS: Final = document("training_load.json")
MONDAY: Final = datetime(2026, 3, 16, 18, tzinfo=UTC)
OURS: Final = {"back": "lats"}
MORE: Final = {
    "incline": {"primary": ["chest"], "secondary": ["triceps", "front_delts"]},
    "lateral": {"primary": ["side_delts"], "secondary": []},
}


async def week_of(backend: Backend, sets: list[dict[str, Any]]) -> dict[str, tuple[Decimal, int]]:
    """The sets and the direct sets of each muscle in a week of these sets."""
    done: list[ExecutionCreate] = []
    async with backend.services() as services:
        for each in sets:
            muscles = (VOLUME["exercises"] | MORE)[each["exercise"]]
            of = {k: [OURS.get(one, one) for one in each_] for k, each_ in muscles.items()}
            made = await services.exercises.create(
                ExerciseCreate(
                    name=f"Own {each['exercise']} {'abcdefgh'[len(done)]}",
                    primary_muscles=of["primary"],
                    secondary_muscles=of["secondary"],
                )
            )
            kind: Any = {"normal": "working"}.get(each["type"], each["type"])
            rpe = None if each["rpe"] is None else Decimal(each["rpe"])
            one = SetCreate(reps=8, kind=kind, rpe=rpe)
            done.append(ExecutionCreate(exercise_id=made.id, sets=[one] * each["n"]))
        await services.workouts.create(
            WorkoutCreate(started_at=MONDAY, timezone="UTC", exercise_executions=done)
        )
        week = await services.statistics.week(WeekFilters(day=MONDAY.date()))
    theirs = {ours: name for name, ours in OURS.items()}
    return {
        theirs.get(each.muscle, each.muscle): (each.sets, each.direct_sets)
        for each in week.items
        if each.sets
    }


def of(exercise: str, n: int) -> dict[str, Any]:
    return {"exercise": exercise, "n": n, "type": "normal", "rpe": None}


async def test_hard_sets_are_counted_for_what_works_and_half_for_what_helps(
    backend: Backend,
) -> None:
    found = await week_of(backend, VOLUME["sets"])
    expected = VOLUME["expected"]["fractional_hard_rpe>=5"]
    assert {muscle: float(sets) for muscle, (sets, _) in found.items()} == expected


async def test_sets_whose_effort_is_unknown_count_as_hard(backend: Backend) -> None:
    found = await week_of(backend, [each | {"rpe": None} for each in VOLUME["sets"]])
    expected = VOLUME["expected"]
    assert {muscle: float(sets) for muscle, (sets, _) in found.items()} == expected[
        "fractional_0.5_all"
    ]
    direct = {muscle: direct for muscle, (_, direct) in found.items() if direct}
    assert direct == expected["direct_only_0"]
    total = {muscle: direct + 2 * (sets - direct) for muscle, (sets, direct) in found.items()}
    assert total == expected["total_1"]


async def test_the_published_sums_come_of_the_map_of_muscles(backend: Backend) -> None:
    """Seventeen of the first would need another muscle that helps to press."""
    found = await week_of(backend, [of("bench", 4), of("ohp", 3), of("pushdown", 3)])
    assert VOLUME["published_check"]["note"].count("15.5") == 1
    assert sum(sets for sets, _ in found.values()) == Decimal("15.5")


async def test_the_second_published_sum(backend: Backend) -> None:
    done = {"bench": 4, "incline": 3, "ohp": 3, "lateral": 3, "pushdown": 3}
    found = await week_of(backend, [of(*each) for each in done.items()])
    expected = VOLUME["published_check_2"]["expected"]
    assert {muscle: found[muscle][0] for muscle in expected} == expected


@pytest.mark.parametrize("case", VOLUME["tonnage"], ids=lambda case: str(case.get("expected_kg")))
async def test_tonnage_is_exact_and_no_load_is_none(case: dict[str, Any], backend: Backend) -> None:
    sets = case.get("sets", [])
    text = "bench " + " ".join(f"{value}{unit}x{reps}" for value, unit, reps in sets)
    async with backend.services() as services:
        line = WorkoutLog(text=text if sets else "pullup 8,8", timezone="UTC")
        logged = await services.log.add(line)
    assert logged.workout
    expected = case.get("expected_kg", 0)
    assert float(logged.workout.volume_kg) == pytest.approx(expected, rel=0, abs=5e-9)
    assert logged.workout.sets == len(sets or "88")


@pytest.mark.parametrize("case", SIDES, ids=lambda case: case["what"])
async def test_both_hands_and_both_sides_count(case: dict[str, Any], backend: Backend) -> None:
    weight = case["what"].partition(" kg")[0].rpartition(" ")[2]
    reps = [f"{case['reps']}{'ea' if 'sides' in case else ''}"] if "reps" in case else []
    reps = reps or [f"{case['reps_left']}L", f"{case['reps_right']}R"]
    sets = " ".join(f"{weight}x{each}" for each in reps * case.get("sets", 1))
    new = ExerciseCreate(name="Own move", implements=case["implements"], laterality="unilateral")
    async with backend.services() as services:
        await services.exercises.create(new)
        line = WorkoutLog(text=f"Own move {sets}", timezone="UTC", at=MONDAY)
        logged = await services.log.add(line)
        span = {"exercise": "Own move", "since": MONDAY.date(), "until": MONDAY.date()}
        found = await services.statistics.exercise(StatsTrendFilters(**span))
    assert logged.workout
    assert found.volume_kg == case["volume"]
    assert logged.workout.sets == case.get("sets_counted", len(reps))


@pytest.mark.parametrize("case", document("units.json")["round_trips"], ids=str_of)
async def test_a_load_is_kept_as_it_was_typed(case: dict[str, Any], backend: Backend) -> None:
    line = f"bench {case['typed'].replace(' ', '')}x5"
    async with backend.services() as services:
        logged = await services.log.add(WorkoutLog(text=line, timezone="UTC"))
    one = logged.entries[0].sets[0]
    assert f"{one.load_value} {one.load_unit}" == case.get("stored", case["typed"])


async def test_the_load_of_weeks_is_that_of_the_examples(backend: Backend) -> None:
    days = LOADS["daily_srpe_loads_28d"]
    async with backend.services() as services:
        made = await services.exercises.create(ExerciseCreate(name="Anything"))
        for after, load in enumerate(days):
            if load:
                begun = MONDAY + timedelta(days=after)
                one = SetCreate(reps=5, rpe=Decimal(10))
                await services.workouts.create(
                    WorkoutCreate(
                        started_at=begun,
                        ended_at=begun + timedelta(minutes=load / 10),
                        timezone="UTC",
                        exercise_executions=[ExecutionCreate(exercise_id=made.id, sets=[one])],
                    )
                )
        until: date = (MONDAY + timedelta(days=len(days) - 1)).date()
        found = await services.statistics.load(PeriodFilters(since=MONDAY.date(), until=until))
    weeks = sorted(found.items, key=lambda each: each.first_day)
    for number, (week, case) in enumerate(zip(weeks, LOADS["foster_weeks"][:4], strict=True)):
        assert week.load == case["weekly_load"]
        close: dict[str, Any] = {"rel": 0, "abs": 0.00501}
        for name in ("monotony", "strain"):
            expected, told = case[f"{name}_population"], getattr(week, name)
            assert (told and float(told)) == (expected and pytest.approx(expected, **close))
        last = 7 * number + 6
        assert float(week.fitness) == pytest.approx(LOADS["ctl_exp"][last], **close)
        assert float(week.fatigue) == pytest.approx(LOADS["atl_exp"][last], **close)
        assert float(week.form) == pytest.approx(LOADS["tsb_same_day_exp"][last], **close)
    assert Counter(bool(load) for load in days)[True] == sum(each.sessions for each in weeks)
