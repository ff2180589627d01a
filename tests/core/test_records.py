"""Personal records, against a log with known ones and against their definition."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.training.bodyweight import moved
from workout_core.training.records import (
    STANDARD_DISTANCES,
    Best,
    Done,
    Record,
    counts,
)
from workout_core.units import exact_mass

VECTORS: Final = Path(__file__).with_name("vectors")
LOG: Final = json.loads((VECTORS / "personal_records.json").read_text(encoding="utf-8"))
BODY: Final = json.loads((VECTORS / "bodyweight_loads.json").read_text(encoding="utf-8"))
KIND: Final = {"normal": "working"}
KG: Final = 100_000_000


def weight_of(each: dict[str, Any]) -> int | None:
    return exact_mass(Decimal(each["w"]), each["u"]) if "w" in each else None


def done_of(each: dict[str, Any], body: Decimal | None) -> Done:
    weight = weight_of(each)
    on_body = each["ex"] == "pullup"
    body_exact = None if body is None else exact_mass(body, "kg")
    return Done(
        weight=weight,
        moved=moved(body_exact, Decimal(1), added=weight or 0) if on_body else weight,
        reps=each.get("r"),
        duration_s=Decimal(each["dur"]) if "dur" in each else None,
        distance_m=Decimal(each["dist"]) if "dist" in each else None,
    )


def workouts_of(scenario: str) -> list[dict[str, Any]]:
    workouts = json.loads(json.dumps(LOG["log"]["workouts"]))
    if scenario == "delete_w3":
        workouts = [each for each in workouts if each["id"] != "w3"]
    for each in (each for workout in workouts for each in workout["sets"]):
        if scenario == "edit_s5_to_85kg" and each["id"] == "s5":
            each["w"] = "85"
        if scenario == "s10_not_warmup" and each["id"] == "s10":
            each["type"] = "normal"
    return sorted(workouts, key=lambda each: (each["start"], each["id"]))


def weighed(day: str) -> Decimal | None:
    before = [each for each in LOG["log"]["bodyweight"] if each["date"] <= day]
    return Decimal(before[-1]["kg"]) if before else None


def events_of(scenario: str) -> list[tuple[Any, ...]]:
    best: dict[str, Best] = defaultdict(Best)
    typed = {}
    events = []
    for workout in workouts_of(scenario):
        body = weighed(workout["start"][:10])
        for each in workout["sets"]:
            done = done_of(each, body)
            typed[done.weight] = f"{each.get('w')} {each.get('u')}"
            if counts(each["type"], done):
                place = (each["id"], workout["id"], each["ex"], typed)
                events += [_event(made, *place) for made in best[each["ex"]].take(done)]
        for exercise in dict.fromkeys(each["ex"] for each in workout["sets"]):
            volume = best[exercise].end_session()
            events += [_event(volume, None, workout["id"], exercise, typed)] if volume else []
    return events


def _event(record: Record, place: str | None, workout: str, exercise: str, typed: Any) -> Any:
    def said(value: Any) -> str | None:
        if value is None:
            return None
        if record.kind == "max_weight":
            return str(typed[value])
        if record.kind == "e1rm":
            return f"{value / 30 / KG:.4f}"
        if record.kind.endswith("volume"):
            return f"{Decimal(value) / KG:.4f}"
        return str(value)

    value, previous = said(record.value), said(record.previous)
    if record.kind == "rep_pr":
        value = f"{typed[record.value]} x {record.reps}"
        before = None if record.first else (typed.get(record.previous), record.previous_reps)
        return place, workout, exercise, record.kind, value, before
    return place, workout, exercise, record.kind, value, previous


@pytest.mark.parametrize("scenario", LOG["scenarios"], ids=lambda scenario: scenario["name"])
def test_a_log_has_the_records_that_are_known(scenario: dict[str, Any]) -> None:
    expected = []
    for each in scenario["events"]:
        previous = each["previous"]
        if isinstance(previous, dict):
            previous = (previous["best_weight_at_reps"], previous["best_reps_at_weight"])
        expected.append(
            (
                each["set"],
                each["workout"],
                each["exercise"],
                each["kind"],
                each["value"],
                previous,
            )
        )

    def by_name(event: Any) -> str:
        return str(event)

    assert sorted(events_of(scenario["name"]), key=by_name) == sorted(expected, key=by_name)


WEIGHTS: Final = [0, 60 * KG, 80 * KG, 185 * 45_359_237, 84 * KG]
PAIRS: Final = st.lists(st.tuples(st.sampled_from(WEIGHTS), st.integers(1, 14)), max_size=25)


def lifted(pair: tuple[int, int]) -> Done:
    weight, reps = pair
    return Done(weight=weight, moved=weight, reps=reps)


SETS: Final = PAIRS.map(lambda pairs: [lifted(each) for each in pairs])


@given(PAIRS)
def test_records_are_what_their_definition_says(pairs: list[tuple[int, int]]) -> None:
    best = Best()
    for at, (weight, reps) in enumerate(pairs):
        made = {each.kind for each in best.take(lifted((weight, reps)))}
        before = pairs[:at]
        assert ("max_weight" in made) is all(earlier < weight for earlier, _ in before)
        beaten = any(earlier >= weight and more >= reps for earlier, more in before)
        assert ("rep_pr" in made) is not beaten
        volumes = [earlier * many for earlier, many in before]
        assert ("set_volume" in made) is all(volume < weight * reps for volume in volumes)


@given(SETS, SETS)
def test_a_summary_of_the_past_is_as_good_as_the_past(past: list[Done], sets: list[Done]) -> None:
    whole, summary = Best(), Best()
    for done in past:
        whole.take(done)
        assert done.weight is not None
        assert done.reps is not None
        summary.note_reps(done.weight, done.reps)
        summary.note("set_volume", done.weight * done.reps)
        for estimate in [each.value for each in Best().take(done) if each.kind == "e1rm"]:
            summary.note("e1rm", estimate)
    for done in sets:
        assert whole.take(done) == summary.take(done)


def test_a_line_tells_the_last_record_of_a_kind_against_what_was_before_it() -> None:
    best = Best()
    best.note_reps(50 * KG, 5)
    line = [Done(weight=load * KG, moved=load * KG, reps=5) for load in (60, 70, 80)]
    told = best.take_line(line)
    heaviest = next(each for each in told if each.kind == "max_weight")
    assert (heaviest.value, heaviest.previous) == (80 * KG, 50 * KG)
    [reps] = [each for each in told if each.kind == "rep_pr"]
    assert (reps.value, reps.previous, reps.previous_reps) == (80 * KG, 50 * KG, None)


def test_the_first_line_of_all_has_nothing_before_it() -> None:
    line = [Done(weight=load * KG, moved=load * KG, reps=5) for load in (60, 70, 80)]
    assert all(each.first for each in Best().take_line(line))


def test_a_tie_is_no_record_and_a_warm_up_does_not_count() -> None:
    best = Best()
    done = Done(weight=100 * KG, moved=100 * KG, reps=5)
    assert all(each.first for each in best.take(done))
    assert best.take(done) == []
    assert not counts("warmup", done)
    assert not counts("working", done._replace(reps=0))
    assert counts("drop", done)


@pytest.mark.parametrize(
    ("metres", "names"),
    [
        (999, []),
        (1000, ["1 km"]),
        (1020, ["1 km"]),
        (1021, []),
        ("1609.344", ["1 mile"]),
        (5100, ["5 km"]),
        (42_195, ["marathon"]),
    ],
)
def test_a_time_counts_over_the_distance_that_it_covers(metres: Any, names: list[str]) -> None:
    best = Best()
    made = best.take(Done(distance_m=Decimal(metres), duration_s=Decimal(300)))
    assert [each.distance for each in made if each.kind == "fastest"] == names
    assert set(names) <= set(STANDARD_DISTANCES)
    again = best.take(Done(distance_m=Decimal(metres), duration_s=Decimal(299)))
    assert [each.previous for each in again if each.kind == "fastest"] == [300] * len(names)


@pytest.mark.parametrize("case", BODY["loads"], ids=str)
def test_the_body_counts_for_its_share(case: dict[str, Any]) -> None:
    found = moved(
        exact_mass(Decimal(case["bodyweight"]), case["unit"]),
        Decimal(case["fraction"]),
        added=exact_mass(Decimal(case["added"]), case["unit"]),
        assistance=exact_mass(Decimal(case["assistance"]), case["unit"]),
    )
    assert found == exact_mass(Decimal(case["effective_load"]), case["unit"])
    assert (found == 0) is case["clamped"]


def test_an_unknown_body_weight_is_not_nothing() -> None:
    assert moved(None, Decimal(1), added=KG) is None
    assert moved(None, Decimal(0), added=KG) == KG
