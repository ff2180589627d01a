"""FIT files, read again by fitdecode, which knows nothing of ours."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import fitdecode
import pytest

from tests.core.writers.building import START, done, evening, lift, workout
from workout_core.errors import InvalidError
from workout_core.transfer.writers.fit import ActivityFile
from workout_core.workouts.schemas import WorkoutRead


def content(*workouts: WorkoutRead) -> bytes:
    file = ActivityFile()
    for each in workouts:
        file.add([each])
    return b"".join(file.content())


def messages(*workouts: WorkoutRead) -> list[tuple[str, dict[str, Any]]]:
    """Every message, its checksums held against the content."""
    reader = fitdecode.FitReader(
        io.BytesIO(content(*workouts)),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    )
    with reader:
        return [
            (frame.name, {each.name: each.value for each in frame.fields})
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage)
        ]


def named(found: list[tuple[str, dict[str, Any]]], name: str) -> list[dict[str, Any]]:
    return [values for kind, values in found if kind == name]


def test_sets_of_a_workout_are_read_again() -> None:
    found = messages(evening())
    assert next(kind for kind, _ in found) == "file_id"
    assert [kind for kind, _ in found][-2:] == ["session", "activity"]
    titles = {
        each["message_index"]: each["wkt_step_name"] for each in named(found, "exercise_title")
    }
    active = [each for each in named(found, "set") if each["set_type"] == "active"]
    assert [(titles[each["wkt_step_index"]], each["repetitions"]) for each in active] == [
        *(("Bench Press", 8), ("Bench Press", 5), ("Bench Press", 3), ("Bench Press", 9)),
        *(("Pull-up", 6), ("Pull-up", 8), ("Dumbbell Curl", 12), ("Plank", None), ("Run", None)),
    ]
    assert [each["weight"] for each in active[:7]] == [60, 100, 102.5, 80, 10, 20, 11.3125]
    assert [each["category"] for each in active[3:]] == [
        *("bench_press", "pull_up", "pull_up", "curl", "plank", "run"),
    ]
    assert active[6]["weight_display_unit"] == "pound"
    assert [each["duration"] for each in active[-2:]] == [90, 1500]
    rests = [each["duration"] for each in named(found, "set") if each["set_type"] == "rest"]
    assert rests == [120]
    (lap,) = named(found, "lap")
    assert (lap["total_distance"], lap["avg_heart_rate"]) == (5000, 150)


def test_workouts_are_sessions_of_one_file() -> None:
    later = workout(done("barbell-squat", lift("100kg")), started_at=START + timedelta(days=1))
    found = messages(evening(), later, workout(minutes=None))
    sessions = named(found, "session")
    assert [each["sub_sport"] for each in sessions] == ["generic", *["strength_training"] * 2]
    assert [(each["first_lap_index"], each["num_laps"]) for each in sessions] == [
        *((0, 1), (1, 1), (2, 1)),
    ]
    assert sessions[0]["start_time"] == START
    assert sessions[0]["total_elapsed_time"] == 3900
    (activity,) = named(found, "activity")
    assert activity["num_sessions"] == 3


def test_nothing_is_a_file_too() -> None:
    assert [kind for kind, _ in messages()] == ["file_id", "activity"]


def test_what_a_field_cannot_hold_is_left_open() -> None:
    odd = workout(done("漢字" * 40, lift("9000kg", 100_000), lift("0.01kg")))
    found = messages(odd)
    first, second = named(found, "set")
    assert (first["weight"], first["repetitions"], second["weight"]) == (None, None, 0)
    assert named(found, "exercise_title")[0]["wkt_step_name"] == ("漢字" * 40)[:19]


def test_a_workout_before_fit_is_refused() -> None:
    early = datetime(1998, 7, 3, tzinfo=UTC)
    with pytest.raises(InvalidError, match="July 1998"):
        content(workout(started_at=early, ended_at=early))
    late = early + timedelta(days=2)
    long = lift(reps=None, duration_s=Decimal("0.5"))
    assert (
        named(messages(workout(done("plank", long), started_at=late)), "set")[0]["duration"] == 0.5
    )
