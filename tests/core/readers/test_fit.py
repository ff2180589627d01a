"""FIT of watches, bike computers and scales; the files are encoded by fit_files."""

from __future__ import annotations

import contextlib
import gzip
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import in_all, only, real_file, shape, source
from tests.core.readers.fit_files import (
    BENCH,
    PULL_UP,
    SQUAT,
    START,
    UNKNOWN,
    active,
    file_id,
    fit,
    record,
    rest,
    session,
    title,
    weighed,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer.readers.fit import read, recognises
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

    from tests.core.readers.fit_files import Message
    from workout_core.transfer.reading import Reading

BEGUN = datetime(2021, 9, 8, 1, 46, 40, tzinfo=UTC)
KEY = "2021-09-08T01:46:40Z"
STRENGTH = (
    file_id(),
    active(START, 8, 0, PULL_UP, SQUAT),
    rest(START + 40, 90),
    active(START + 130, 5, 1000, BENCH, UNKNOWN, subtypes=(1, 0xFFFF)),
    active(START + 230, 0, 1000, BENCH, SQUAT, subtypes=(1, 0xFFFF)),
    active(START + 330, 12, 0, UNKNOWN, SQUAT),
    rest(START + 400, 60),
    rest(START + 460, 60),
    session(name="Strength", calories=141, hr=88, elapsed=1800, timer=1700),
)


def reading(folder: Path, *messages: Message) -> Reading:
    return read(source(folder, fit(*messages)), Options())


def test_sets_of_strength_have_loads_rests_and_the_likeliest_exercise(tmp_path: Path) -> None:
    found = reading(tmp_path, *STRENGTH)
    assert shape(found) == [
        (KEY, [("Pull Up", 1), ("Barbell Bench Press", 2), ("Unknown Exercise", 1)])
    ]
    (workout,) = found.workouts()
    assert (workout.name, workout.started_at, workout.ended_at) == (
        "Strength",
        BEGUN,
        BEGUN + timedelta(seconds=1800),
    )
    pulls, bench, failed, unknown = found.sets()
    assert (pulls.reps, pulls.load_value, pulls.duration_s) == (8, None, Decimal("30.5"))
    assert (pulls.rest_s, pulls.performed_at) == (Decimal(90), BEGUN)
    assert (bench.load_value, bench.load_unit, bench.load_mode) == (
        Decimal("62.5"),
        "kg",
        "absolute",
    )
    assert (bench.reps, bench.rest_s, failed.reps) == (5, None, 0)
    assert (unknown.reps, unknown.rest_s) == (12, Decimal(120))
    assert found.rows_not_sets == {"rest": 3}
    assert (found.rows, found.unit, found.unit_certain) == (in_all(found), "kg", True)


def test_what_the_watch_guessed_is_kept_and_told(tmp_path: Path) -> None:
    found = reading(tmp_path, *STRENGTH)
    (workout,) = found.workouts()
    assert workout.extras["guesses"] == [
        {"set": 1, "guesses": ["Pull Up", "Squat"]},
        {"set": 2, "guesses": ["Barbell Bench Press"]},
        {"set": 3, "guesses": ["Barbell Bench Press", "Squat"]},
        {"set": 4, "guesses": ["Squat"]},
    ]
    assert workout.extras["session"]["total_calories"] == 141
    guessed, unknown = found.warnings
    assert "guessed the exercises of 4 sets" in guessed
    assert unknown.endswith(": 1")


def test_steps_of_a_plan_are_no_guesses_and_are_called_as_the_plan_calls_them(
    tmp_path: Path,
) -> None:
    planned = active(START, 8, 0, BENCH, subtypes=(1,), step=3)
    found = reading(tmp_path, session(), planned, title(BENCH, 1, "Heavy Bench"))
    assert shape(found) == [(KEY, [("Heavy Bench", 1)])]
    assert found.warnings == []


@pytest.mark.parametrize(
    ("sport", "sub_sport", "exercise"),
    [
        (1, 0, "Run"),
        (1, 3, "Run"),
        (1, 1, "Treadmill Run"),
        (2, 6, "Stationary Bike"),
        (5, 18, "Swimming"),
        (10, 20, "Strength Training"),
        (10, 43, "Yoga"),
        (4, 14, "Rowing Erg"),
        (13, 37, "Alpine Skiing"),
        (64, 95, "Badminton"),
        (10, 0, "Training"),
        (0, 0, "Other Activity"),
        (250, 0, "Sport 250"),
    ],
)
def test_a_session_without_sets_is_one_set_of_its_sport(
    tmp_path: Path, sport: int, sub_sport: int, exercise: str
) -> None:
    found = reading(
        tmp_path,
        session(
            sport=sport,
            sub_sport=sub_sport,
            elapsed=660,
            timer=600,
            distance=512_345,
            hr=140,
            top=171,
        ),
        record(START, 0),
    )
    assert shape(found) == [(KEY, [(exercise, 1)])]
    done = only(found)
    assert (done.duration_s, done.distance_m, done.distance_unit) == (
        Decimal(600),
        Decimal("5123.45"),
        "m",
    )
    assert (done.hr_avg, done.hr_max, done.calories, done.elevation_m) == (140, 171, None, None)
    assert found.warnings == []


def test_two_sessions_of_one_file_are_two_workouts_each_with_its_sets(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        active(START + 3600, 8, 0, SQUAT),
        session(START, 2, 0, elapsed=3000, distance=2_000_000),
        session(START + 3598, elapsed=900),
    )
    assert shape(found) == [
        (KEY, [("Cycling", 1)]),
        ("2021-09-08T02:46:38Z", [("Squat", 1)]),
    ]
    twice = reading(tmp_path, session(START, 1, 0), session(START, 1, 0), session(START, 5, 0))
    assert shape(twice) == [(KEY, [("Run", 1)]), (f"{KEY} #2", [("Swimming", 1)])]
    assert (twice.rows_repeated, twice.rows) == (1, 3)


def test_scales_are_measurements_once_each(tmp_path: Path) -> None:
    scales = (
        weighed(START, 7580, 2230),
        weighed(START, 7580, 2230),
        weighed(START + 60, 7600, 0xFFFF),
    )
    found = reading(tmp_path, file_id(9), *scales)
    assert [(each.type, each.value, each.unit) for each in found.measurements()] == [
        ("weight", Decimal("75.8"), "kg"),
        ("body_fat", Decimal("22.3"), "percent"),
        ("weight", Decimal(76), "kg"),
    ]
    assert (shape(found), found.rows, found.dialect) == ([], 3, "weight")


def test_a_plan_is_refused_as_one_and_so_is_what_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="is a plan for a watch, not training"):
        reading(tmp_path, file_id(5), (26, {8: ("s", "Legs")}), title(BENCH, 1, "Bench"))
    with pytest.raises(InvalidError, match="no session and no weight in it, but file_id"):
        reading(tmp_path, file_id())
    with pytest.raises(InvalidError, match="no message at all"):
        reading(tmp_path)


def test_of_a_damaged_file_what_can_be_read_is_kept_and_told(tmp_path: Path) -> None:
    whole = fit(session(sport=1, sub_sport=0, distance=100_000), *STRENGTH[:4])
    cut = read(source(tmp_path, whole[:-40]), Options())
    assert shape(cut)[0][0] == KEY
    assert "damaged" in cut.warnings[0]
    assert "breaks off" in cut.warnings[0]
    wrong = read(source(tmp_path, whole[:-1] + bytes([whole[-1] ^ 1])), Options())
    assert "checksum" in wrong.warnings[0]
    noise = read(source(tmp_path, whole + b"\x0e\x20"), Options())
    assert list(noise.sets()) == list(read(source(tmp_path, whole), Options()).sets())
    with pytest.raises(InvalidError, match="breaks off"):
        read(source(tmp_path, whole[:14] + b"\xff" * 100), Options())


def test_records_stand_for_a_summary_that_a_flat_battery_left_out(tmp_path: Path) -> None:
    points = (record(START + 10 * at, 3000 * at) for at in range(7))
    found = reading(tmp_path, (12, {0: ("B", 1), 1: ("B", 0)}), *points)
    assert shape(found) == [(KEY, [("Run", 1)])]
    assert (only(found).duration_s, only(found).distance_m) == (Decimal(60), Decimal(180))
    assert "has no summary" in found.warnings[0]


def test_gzip_is_unpacked_and_content_tells_the_format(tmp_path: Path) -> None:
    packed = source(tmp_path, gzip.compress(fit(*STRENGTH)), "notes.txt")
    assert recognises(packed)
    assert len(list(read(packed, Options()).sets())) == 4
    for other in (b"FIT", b"\x0e" * 200, gzip.compress(b"text"), b"\x1f\x8bbroken"):
        assert not recognises(source(tmp_path, other, "ride.fit"))
    cut = source(tmp_path, gzip.compress(fit(*STRENGTH))[:-30])
    with pytest.raises(InvalidError, match="broken and can't be unpacked"):
        read(cut, Options())
    bomb = source(tmp_path, gzip.compress(fit(*STRENGTH) + bytes(20 << 20), 1))
    with pytest.raises(InvalidError, match="unpacks to more than"):
        read(bomb, Options())


@few
@given(
    st.lists(st.tuples(st.integers(14, 600), st.integers(0, 255)), max_size=6),
    st.integers(0, 600),
)
def test_any_damage_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]], end: int
) -> None:
    data = bytearray(fit(*STRENGTH, weighed(START, 7580, 2230), title(BENCH, 1, "Bench")))
    for at, byte in damage:
        data[at % len(data)] = byte
    file = source(tmp_path_factory.getbasetemp(), bytes(data[: max(14, len(data) - end)]))
    with contextlib.suppress(InvalidError):
        found = read(file, Options())
        assert found.rows == in_all(found)


@pytest.mark.parametrize("name", [1, 4, 5, 7, 8, 10])
def test_real_files_say_what_their_truths_say(name: int) -> None:
    file, truth = real_file(f"garmin_fit/{name}.fit")
    assert recognises(file)
    if not truth["sessions"] and "weight_scale" not in truth:
        with pytest.raises(InvalidError, match="plan"):
            read(file, Options())
        return
    found = read(file, Options())
    starts = [each.started_at.isoformat() for each in found.workouts()]
    assert starts == [each["start_time"] for each in truth["sessions"]]
    scales = [float(each.value) for each in found.measurements() if each.type == "weight"]
    assert scales == [each["weight"] for each in truth.get("weight_scale", [])]
    sets = list(found.sets())
    if "sets" not in truth:
        said = [
            (each["total_timer_time"], each["total_distance"] or None) for each in truth["sessions"]
        ]
        assert [
            (float(each.duration_s or 0), each.distance_m and float(each.distance_m))
            for each in sets
        ] == said
        return
    told = truth["sets"]
    assert (len(sets), found.rows_not_sets["rest"]) == (told["active"], told["rest"])
    assert sum(each.reps or 0 for each in sets) == told["reps_total"]
    assert sum((each.reps or 0) * (each.load_value or 0) for each in sets) == told["volume_kg"]
    assert float(sum(each.duration_s or 0 for each in sets)) == told["active_seconds"]
