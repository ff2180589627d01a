"""RepCount and GymRun: tables without units."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import (
    counted,
    only_workout,
    read,
    real,
    refused_or_sound,
    shape,
    told,
)
from tests.core.readers.hostile import few
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

REPCOUNT = """Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,Category,Name,Bodyweight
2026-06-08 14:11,2026-06-08 15:08,"Lat Pull-down ",85,8,"",,,,Back,"Pull ",91
2026-06-08 14:11,2026-06-08 15:08,"Dips",-14,8,"a, b",,,,Chest,"Pull ",91
2026-06-08 14:11,2026-06-08 15:08,"Rower",,,"",120.5,2000,9:30:00,Cardio,"Pull ",91
2026-06-11 08:00,2026-06-11 07:45,"Run",,,"",320,3.1,2700,Cardio,"Run",
2026-06-11 08:00,2026-06-11 07:45,"Run",,,"",,,9999999,Cardio,"Run",
"""
GYMRUN = """Date;Time;Routine;Exercise;Set;Weight;Reps;Duration;Distance;Para6;Para7;Note;Type;Book;Version1
03.02.2025;12:05:00;Chest;Bench Press;1;62,5;10;;;7;;"deep; slow";1;1;1
03.02.2025;12:10:00;Chest;Bench Press;2;60;8;;;;;;1;1;1
03.02.2025;12:00:00;Chest;Bench Press;1;40;12;;;;;;1;1;1
05.02.2025;18:00:00;Run;Running;1;;;1800;5,2;;;;1;1;1
05.02.2025;25:00:00;Run;Running;2;;;1800;5,2;;;;1;1;1
"""


def test_repcount(tmp_path: Path) -> None:
    reading = read(tmp_path, REPCOUNT, Options(unit="lb"))
    assert shape(reading) == [
        ("2026-06-08 14:11:00", [("Lat Pull-down", 1), ("Dips", 1), ("Rower", 1)]),
        ("2026-06-11 08:00:00", [("Run", 1)]),
    ]
    pull, run = reading.workouts()
    assert (pull.name, pull.ended_at) == ("Pull", datetime(2026, 6, 8, 15, 8))
    assert pull.bodyweight_value == 91
    assert pull.bodyweight_unit == "lb"
    assert (run.ended_at, run.extras) == (None, {"workout end": "2026-06-11 07:45:00"})
    names = ("load_value", "load_mode", "calories", "distance_value", "distance_m", "duration_s")
    assert [told(each, *names) for each in reading.sets()] == [
        (Decimal(85), "absolute", None, None, None, None),
        (Decimal(14), "assisted", None, None, None, None),
        (None, None, 121, Decimal(2000), None, Decimal(34_200)),
        (None, None, 320, Decimal("3.1"), None, Decimal(2700)),
    ]
    assert reading.warnings[0].startswith("2 distances have no unit in the file")
    assert [each.line for each in reading.rejected] == [6]


def test_units_that_repcount_names_or_a_person_says(tmp_path: Path) -> None:
    named = REPCOUNT.replace("Weight", "Weight (kg)").upper()
    reading = read(tmp_path, named, Options(unit="lb", distance_unit="mi"))
    assert {each.load_unit for each in reading.sets()} == {"kg", None}
    assert next(iter(reading.workouts())).bodyweight_unit == "kg"
    assert list(reading.sets())[-1].distance_m == Decimal("4988.966")
    assert not read(tmp_path, REPCOUNT).unit_certain
    assert len(reading.warnings) == 1


def test_gymrun(tmp_path: Path) -> None:
    reading = read(tmp_path, GYMRUN, Options(unit="kg"))
    assert shape(reading) == [
        ("2025-02-03 Chest", [("Bench Press", 2), ("Bench Press", 1)]),
        ("2025-02-05 Run", [("Running", 1)]),
    ]
    first = next(iter(reading.workouts()))
    assert first.started_at == datetime(2025, 2, 3, 12)
    done = first.executions[0].sets[0]
    assert told(done, "load_value", "reps", "note") == (Decimal("62.5"), 10, "deep; slow")
    assert done.performed_at == datetime(2025, 2, 3, 12, 5)
    assert first.extras["columns"][0] == {"set": 1, "column": "Para6", "text": "7"}
    assert reading.unknown_columns == ["Para6", "Para7", "Type", "Book"]
    assert [each.line for each in reading.rejected] == [6]
    assert (reading.date_order, reading.date_certain) == ("dmy", True)


def test_gymrun_with_commas_and_a_clock_of_twelve_hours(tmp_path: Path) -> None:
    rows = "DATE,TIME,ROUTINE,EXERCISE,SET,WEIGHT,REPS\n02/13/2025,6:05 pm,,Squat,1,45,5\n"
    assert only_workout(read(tmp_path, "\ufeff" + rows)).source_key == "2025-02-13"
    assert only_workout(read(tmp_path, rows)).started_at.hour == 18


@pytest.mark.parametrize("name", ["repcount/1", "gymrun/1"])
def test_real_files(name: str) -> None:
    reading, truth = real(name)
    assert counted(reading).items() <= truth.items()
    loads = [
        each.load_value * each.reps for each in reading.sets() if each.load_value and each.reps
    ]
    assert sum(loads) == truth["volume"]["?"]
    assert str(next(iter(reading.workouts())).started_at) == truth["first"]


@few
@given(st.binary() | st.text('0125-. ",;:Squat\n', max_size=200).map(str.encode))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name, content in {"repcount": REPCOUNT, "gymrun": GYMRUN}.items():
        refused_or_sound(folder, name, tail or b" ", Options())
        refused_or_sound(folder, name, content.encode() + tail, Options())
