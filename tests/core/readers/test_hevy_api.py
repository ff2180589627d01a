"""Answers of Hevy's API."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.readers.files import only, read_by, real_by, shape, source, values
from workout_core.errors import InvalidError
from workout_core.transfer.readers import hevy_api
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path


def done(**fields: Any) -> dict[str, Any]:
    return {"index": 0, "type": "normal", "weight_kg": 60, "reps": 5, **fields}


def exercise(
    *sets: dict[str, Any], title: str = "Squat (Barbell)", **fields: Any
) -> dict[str, Any]:
    return {"title": title, "exercise_template_id": "AB12", "sets": list(sets), **fields}


def workout(*exercises: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": "w1",
        "title": "Legs",
        "description": "first\nsecond",
        "start_time": "2024-03-04T18:00:00+01:00",
        "end_time": "2024-03-04T19:00:00+01:00",
        "updated_at": "2024-03-05T00:00:00Z",
        "exercises": list(exercises),
        **fields,
    }


def page(*workouts: dict[str, Any]) -> dict[str, Any]:
    return {"page": 1, "page_count": 1, "workouts": list(workouts)}


def test_a_page_of_workouts(tmp_path: Path) -> None:
    squat = exercise(
        done(type="warmup", weight_kg=20),
        done(weight_kg=62.5, rpe=8.5),
        done(type="dropset", weight_kg=40, reps=12),
        done(type="failure", weight_kg=0, reps=0, duration_seconds=0, distance_meters=0),
        supersets_id=3,
        notes="deep",
    )
    plank = exercise(
        done(weight_kg=None, reps=None, duration_seconds=60), title="Plank", superset_id=3
    )
    run = exercise(done(weight_kg=None, reps=None, distance_meters=1500), title="Running")
    found = read_by(hevy_api, tmp_path, page(workout(squat, plank, run, routine_id="r1")))
    assert values(found, "format dialect rows unit unit_certain") == [
        *("hevy_api", "workouts", 6, "kg", True)
    ]
    assert shape(found) == [("w1", [("Squat (Barbell)", 4), ("Plank", 1), ("Running", 1)])]
    (one,) = found.workouts()
    assert values(one, "name note extras") == ["Legs", "first\nsecond", {"routine_id": "r1"}]
    assert one.started_at.isoformat() == "2024-03-04T17:00:00+00:00"
    assert str(one.ended_at) == "2024-03-04 18:00:00+00:00"
    assert [each.superset for each in one.executions] == [0, 0, None]
    assert one.executions[0].note == "deep"
    warmup, working, drop, failure = one.executions[0].sets
    assert [each.kind for each in (warmup, drop, failure)] == ["warmup", "drop", "failure"]
    assert values(working, "load_value load_unit load_mode reps rpe effort_scale") == [
        *(Decimal("62.5"), "kg", "absolute", 5, Decimal("8.5"), "rpe")
    ]
    assert values(failure, "load_value reps duration_s distance_m") == [None] * 4
    assert values(one.executions[1].sets[0], "duration_s reps") == [60, None]
    assert values(one.executions[2].sets[0], "distance_m distance_unit") == [1500, "m"]


def test_every_answer_is_known(tmp_path: Path) -> None:
    one = workout(exercise(done()))
    events = [{"type": "updated", "workout": one}, {"type": "deleted", "id": "w0"}]
    answers = {
        "workout": one,
        "workouts": [one],
        "events": {"page": 1, "page_count": 1, "events": events},
    }
    for dialect, answer in answers.items():
        found = read_by(hevy_api, tmp_path, answer)
        assert (found.dialect, shape(found)) == (dialect, [("w1", [("Squat (Barbell)", 1)])])
    assert found.rows_not_sets == {"deleted workouts": 1}
    assert "deleted in Hevy" in found.warnings[0]
    assert read_by(hevy_api, tmp_path, page()).rows == 0


def test_a_history_is_parts_of_workouts(tmp_path: Path) -> None:
    row = {
        "workout_id": "w1",
        "workout_title": "Legs",
        "workout_start_time": "2024-03-04T18:00:00Z",
        "exercise_template_id": "AB12",
        "weight_kg": 60,
        "reps": 5,
        "set_type": "warmup",
    }
    found = read_by(
        hevy_api, tmp_path, {"exercise_history": [row, row, {**row, "workout_id": "w2"}]}
    )
    assert shape(found) == [("w1", [("AB12", 2)]), ("w2", [("AB12", 1)])]
    assert {each.kind for each in found.sets()} == {"warmup"}
    assert "--map" in found.warnings[0]


def test_of_two_versions_the_later_counts(tmp_path: Path) -> None:
    old = workout(exercise(done()), updated_at="2024-03-04T00:00:00Z")
    new = workout(exercise(done(), done()))
    other = workout(exercise(done()), id="w2")
    for pages in ((old, new, other), (new, old, other)):
        found = read_by(hevy_api, tmp_path, page(*pages))
        assert [len(each.executions[0].sets) for each in found.workouts()] == [2, 1]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = [done(reps=2.5), done(type="giant"), done(weight_kg=[1]), done(rpe=11), done(reps=10**20)]
    good = [done() for _ in range(8)]
    found = read_by(
        *(hevy_api, tmp_path),
        page(
            workout(exercise(*bad, *good), exercise(done(), title=""), {"title": None, "sets": []}),
            workout(id="w2", start_time="yesterday"),
            workout(id="w3", exercises={}),
        ),
    )
    reasons = [each.reason for each in found.rejected]
    assert len(reasons) == 8
    for word in (
        "reps '2.5'",
        "'giant'",
        "weight_kg is no",
        "rpe '11'",
        "no exercise's",
        "'yesterday'",
    ):
        assert any(word in each for each in reasons), word
    assert shape(found) == [("w1", [("Squat (Barbell)", 8), ("AB12", 1)])]
    with pytest.raises(InvalidError, match="2 of 3 rows"):
        read_by(hevy_api, tmp_path, page(workout(exercise(done(), *bad[:2]))))


def test_what_nobody_knows_is_kept(tmp_path: Path) -> None:
    squat = exercise(done(custom_metric=12, mood="\x1b[2J"), tempo={"down": 3})
    found = read_by(hevy_api, tmp_path, page(workout(squat, place="attic")), unit="lb")
    assert found.unknown_columns == ["place", "tempo", "mood"]
    (one,) = found.workouts()
    assert [each["text"] for each in one.extras["columns"]] == ["attic", '{"down": "3"}', "␛[2J"]
    assert only(found).raw == "custom_metric 12"
    assert "lb was not used" in found.warnings[0]


def test_what_is_no_history_is_refused(tmp_path: Path) -> None:
    routine = {"routines": [{"exercises": [exercise(done())]}]}
    with pytest.raises(InvalidError, match="has no workouts"):
        read_by(hevy_api, tmp_path, routine)
    with pytest.raises(InvalidError, match="is no list"):
        hevy_api.read(source(tmp_path, {"workouts": 5}), Options())
    assert not hevy_api.recognises(source(tmp_path, {"workouts": []}))


@pytest.mark.parametrize("name", ["12", "13"])
def test_real_files(name: str) -> None:
    found, truth = real_by(hevy_api, f"hevy/{name}.json")
    count = truth.get("sets") or truth["n"]
    assert len(list(found.sets())) == found.rows == count
    assert found.rejected == []
    if name == "12":
        (one,) = found.workouts()
        assert len(one.executions) == truth["exercises"]
        volume = sum((each.load_value or 0) * (each.reps or 0) for each in found.sets())
        assert volume == truth["volume"]["kg"]
