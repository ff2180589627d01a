"""The history of Boostcamp."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.readers.files import only, read_by, real_by, shape, source, values
from workout_core.errors import InvalidError
from workout_core.transfer.readers import boostcamp

if TYPE_CHECKING:
    from pathlib import Path


def done(**fields: Any) -> dict[str, Any]:
    return {"value": 80, "amount": 8, "weight_unit": "kg", "target_type": "reps", **fields}


def session(*sets: dict[str, Any], name: str = "Bench Press", **fields: Any) -> dict[str, Any]:
    return {
        "title": "Upper",
        "name": "A",
        "records": [{"name": name, "sets": list(sets)}],
        **fields,
    }


def test_days_of_sessions(tmp_path: Path) -> None:
    days = {
        "2025-08-24": [session(done(archived_rpe=7), done(skipped=True), done(archived_weight=75))],
        "2025-08-23": [
            session(done(value=17.637, weight_unit="lb"), finished_at="2025-08-23T18:45:00Z"),
            session(done(target_type="time", amount=45, valueEmpty=True), name="Plank"),
            session(done(skipped=True)),
        ],
    }
    found = read_by(boostcamp, tmp_path, days)
    assert shape(found) == [
        ("2025-08-23", [("Bench Press", 1)]),
        ("2025-08-23 #2", [("Plank", 1)]),
        ("2025-08-24", [("Bench Press", 2)]),
    ]
    assert values(found, "rows rows_not_sets unit unit_reason") == [
        *(6, {"skipped": 2}, "kg", "the file says it: 2 in kg, 1 in lb")
    ]
    pound, plank, kilogram, _ = found.sets()
    assert values(pound, "load_value load_unit reps raw") == [
        *(Decimal("17.64"), "lb", 8, "weight 17.637")
    ]
    assert values(plank, "load_value reps duration_s") == [None, None, 45]
    assert values(kilogram, "load_value reps rpe effort_scale") == [80, 8, 7, "rpe"]
    first = next(iter(found.workouts()))
    assert str(first.started_at) == "2025-08-23 00:00:00"
    assert values(first, "name ended_at") == ["Upper", None]
    assert first.extras == {"name": "A", "finished_at": "2025-08-23T18:45:00Z"}


def test_the_answer_of_the_page_is_read_too(tmp_path: Path) -> None:
    days = {"2025-08-24": [session(done(amountEmpty=True, note="sore"))]}
    found = read_by(boostcamp, tmp_path, {"data": days})
    assert values(only(found), "reps note") == [None, "sore"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    bad = [
        done(target_type="hops"),
        done(weight_unit=""),
        done(weight_unit="stone"),
        done(amount="x"),
    ]
    day = [session(*bad, *[done()] * 8), {"records": [{"sets": []}]}, {"records": 3}]
    found = read_by(boostcamp, tmp_path, {"2025-08-24": day, "someday": [], "2025-08-25": [{}]})
    told = " ".join(each.reason for each in found.rejected)
    for word in ("'hops'", "no unit", "'stone'", "reps 'x'", "no exercise's", "no list", "someday"):
        assert word in told
    assert len(list(found.sets())) == 8
    unit = read_by(
        boostcamp, tmp_path, {"2025-08-24": [session(done(weight_unit=None))]}, unit="lb"
    )
    assert only(unit).load_unit == "lb"
    with pytest.raises(InvalidError, match="4 of 4 rows can't be read"):
        read_by(boostcamp, tmp_path, {"2025-08-24": [session(*bad)]})


def test_other_json_is_another_format(tmp_path: Path) -> None:
    assert not boostcamp.recognises(source(tmp_path, {"2025-08-24": [{"steps": 3}]}))
    assert not boostcamp.recognises(source(tmp_path, b'"records" "sets" "2025-08-24": ['))


def test_a_real_file() -> None:
    found, truth = real_by(boostcamp, "boostcamp/1.json")
    workouts = list(found.workouts())
    counts = len(workouts), len(list(found.executions())), len(list(found.sets())), found.rows
    assert counts == tuple(truth[each] for each in ("workouts", "executions", "sets", "rows_data"))
    volume = sum((each.load_value or 0) * (each.reps or 0) for each in found.sets())
    assert volume == truth["volume_kg_total"]
    assert [str(workouts[at].started_at) for at in (0, -1)] == [truth["first"], truth["last"]]
    assert sum(each.rpe is not None for each in found.sets()) == truth["sets_with"]["rpe"]
