"""StrongLifts: the wide table of 2018, and the one of 2026 with pairs of columns."""

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
    read_as,
    real,
    refused_or_sound,
    shape,
    told,
    volume,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

SLOT = "Exercise {},Weight (KG),Weight (LB),Set 1,Set 2,Set 3"
WIDE = ",".join(["Date,Note,Body Weight (KG),Body Weight (LB)", *map(SLOT.format, (1, 2, 3))])
OLD = f"""{WIDE}
05/16/18,"good, day",82,,Squat,20,,5,5,4,Planks,0,,60,45,,Dips,0,,,,
05/18/18,,,180,Squat,20,45,5,0,,Bench Press,22.5,50,5,5,5
05/18/18,,,180,Squat,,45,5,,,,,,,,,,,,,,
05/20/18,,,180,Squat,,45,,,
"""
PAIRS = ",".join(f"Set {n} (Reps),Set {n} (KG)" for n in range(1, 5))
TABLE = (
    "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (LB),Exercise,Sets×Reps,"
    "Sets×Time,Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),"
    f"Start Time (h:mm),End Time (h:mm),Notes,{PAIRS}"
)
NEW = f"""{TABLE}
2026/08/11,1,"Workout A","5×5",180,"Squat",5/-/0/4,,5×55,63.7,9,495,495,0.01,10:56 PM,10:57 PM,hard,5,55,0,55,0,55,4,55
2026/08/11,1,"Workout A","5×5",180,"Plank",,2×1:30,,,,,495,0.01,10:56 PM,10:57 PM,hard,,,,,,,,
2026/08/11,2,"Workout B","5×5",180,"Squat",2×5,,5×55,57.5,10,550,550,0.5,10:57 PM,12:10 AM,"",5,55,5,55,,
2026/08/13,3,"Workout A","5×5",,"Squat",2×5,,,,,,,0.0030556,22:20,22:20,"",5,20.4,5,20.4
2026/08/14,4,"Workout B","5×5",,"Squat",1×5,,,,,,,,,,"",5,20.4
2026/08/14,4,"Workout B","5×5",,"Row",-/-,,,,,,,,,,"",0,20.4,0,20.4
"""


def test_a_wide_row_is_a_workout(tmp_path: Path) -> None:
    reading = read(tmp_path, OLD)
    assert shape(reading) == [
        ("2018-05-16", [("Squat", 3), ("Planks", 2)]),
        ("2018-05-18", [("Squat", 2), ("Bench Press", 3)]),
        ("2018-05-18 (2)", [("Squat", 1)]),
    ]
    first = next(iter(reading.workouts()))
    assert (first.note, first.bodyweight_unit) == ("good, day", "kg")
    assert first.bodyweight_value == 82
    assert first.extras == {"not done": ["Dips"]}
    assert (reading.rows, reading.rows_not_sets) == (4, {"nothing done": 1})
    assert (reading.date_order, reading.dialect) == ("mdy", "2018")


def test_wide_sets_have_the_unit_of_the_body_and_planks_are_held(tmp_path: Path) -> None:
    sets = list(read(tmp_path, OLD).sets())
    names = ("reps", "duration_s", "load_value", "load_unit", "failed", "raw")
    assert [told(each, *names) for each in sets[2:7]] == [
        (4, None, Decimal(20), "kg", False, None),
        (None, Decimal(60), None, None, False, "reps 60"),
        (None, Decimal(45), None, None, False, "reps 45"),
        (5, None, Decimal(45), "lb", False, "weight 20 kg"),
        (0, None, Decimal(45), "lb", True, "weight 20 kg"),
    ]


def test_wide_dates_begin_with_the_day_elsewhere(tmp_path: Path) -> None:
    rows = "16/05/18,,82,,Squat,20,,5,5,5\n01/06/18,,82,,Squat,20,,5,5,5\n"
    starts = [each.started_at.isoformat() for each in read(tmp_path, f"{WIDE}\n{rows}").workouts()]
    assert starts == ["2018-05-16T00:00:00", "2018-06-01T00:00:00"]
    open_ = read(tmp_path, f"{WIDE}\n{rows[len(rows) // 2 :]}")
    assert not open_.date_certain
    with pytest.raises(InvalidError, match="'16/05/18' begins with the day, '05/16/18'"):
        read(tmp_path, OLD + rows)


def test_an_older_wide_table_has_the_unit_in_the_cell(tmp_path: Path) -> None:
    rows = [
        "DATE;NOTE;WORKOUT;BODY WEIGHT;EXERCISE 1;WEIGHT (KG);SET 1;SET 2;MOOD",
        "16/05/2018;;A;84KG;Squat;62,5;5;5;fine",
        "18/05/2018;;B;84KG;Squat;heavy;5;5;",
    ]
    reading = read(tmp_path, "\r\n".join([*rows, rows[1]]))
    workout = only_workout(reading)
    assert (workout.name, workout.bodyweight_unit) == ("A", "kg")
    assert workout.bodyweight_value == 84
    assert workout.executions[0].sets[0].load_value == Decimal("62.5")
    assert workout.extras == {"columns": [{"column": "MOOD", "text": "fine"}]}
    assert [each.line for each in reading.rejected] == [3]
    assert reading.rows_repeated == 1


def test_a_row_of_the_new_table_is_an_exercise(tmp_path: Path) -> None:
    reading = read(tmp_path, NEW)
    assert shape(reading) == [
        ("2026-08-11 1", [("Squat", 2), ("Plank", 2)]),
        ("2026-08-11 2", [("Squat", 2)]),
        ("2026-08-13 3", [("Squat", 2)]),
        ("2026-08-14 4", [("Squat", 1)]),
    ]
    first = next(iter(reading.workouts()))
    assert first.extras == {"program": "5×5", "failed sets": {"Squat": [3]}}
    assert (first.name, first.note, first.bodyweight_unit) == ("Workout A", "hard", "lb")
    held = first.executions[1].sets[0]
    assert told(held, "reps", "duration_s", "load_value") == (None, Decimal(90), None)
    assert reading.warnings == [
        "3 sets of 0 repetitions left out",
        "1 set of 0 repetitions tried and failed",
    ]


def test_the_new_table_tells_start_and_end(tmp_path: Path) -> None:
    found = [(each.started_at, each.ended_at) for each in read(tmp_path, NEW).workouts()]
    assert found == [
        (datetime(2026, 8, 11, 22, 56), datetime(2026, 8, 11, 22, 57)),
        (datetime(2026, 8, 11, 22, 57), datetime(2026, 8, 12, 0, 10)),
        (datetime(2026, 8, 13, 22, 20), datetime(2026, 8, 13, 22, 20, 11)),
        (datetime(2026, 8, 14), None),
    ]
    assert [each.extras.get("hours") for each in read(tmp_path, NEW).workouts()][1] == "0.5"


def test_the_new_table_in_pounds_and_another_order_of_dates(tmp_path: Path) -> None:
    header = TABLE.replace("yyyy/mm/dd", "dd/mm/yyyy").replace("KG", "LB").upper().strip("\ufeff")
    row = '11/08/2026,1,A,P,180,"Squat",1×5,,,,,,,,10:56 PM,10:57 PM,"",5,55'
    reading = read(tmp_path, f"{header},Mood\n{row}\n{row}\n,".replace(",", ";"))
    workout = only_workout(reading)
    assert workout.started_at.isoformat() == "2026-08-11T22:56:00"
    assert (reading.unit, reading.unknown_columns, reading.rows_repeated) == ("lb", ["Mood"], 0)
    assert workout.executions[0].sets[0].load_value == 55


def test_bad_rows_of_the_new_table_are_named(tmp_path: Path) -> None:
    bad = NEW.replace("2×1:30", "2×long").replace("22:20,22:20", "25:20,22:20")
    reading = read(tmp_path, bad)
    assert [each.line for each in reading.rejected] == [3, 5]
    with pytest.raises(InvalidError, match="6 of 6 rows can't be read, line 2: no exercise's name"):
        read(tmp_path, bad.replace('"Squat"', '""').replace('"Row"', '""'))
    with pytest.raises(InvalidError, match="lacks exercise; not understood: 'Oefening'"):
        read_as(tmp_path, NEW.replace("Exercise", "Oefening"), "stronglifts")


@pytest.mark.parametrize("content", [OLD, NEW])
def test_a_stray_mark_costs_one_row_and_a_joined_file_nothing(tmp_path: Path, content: str) -> None:
    whole = shape(read(tmp_path, content))
    lines = content.splitlines()
    marked = read(tmp_path, "\n".join([*lines[:2], ',"stray', *lines[2:]]))
    assert [each.line for each in marked.rejected] == [3]
    assert shape(marked) == whole
    joined = read(tmp_path, content + content)
    assert (shape(joined), joined.rejected) == (whole, [])
    assert joined.rows_repeated > 2


def test_a_column_that_is_missing_loses_no_set(tmp_path: Path) -> None:
    for old, column in ((True, "Exercise 1,"), (False, "Set 2 (Reps),"), (False, "Set 3 (KG),")):
        lost = (OLD if old else NEW).replace(column, "")
        with pytest.raises(InvalidError, match=r"lacks (exercise 1|set 2 \(reps\)|set 3 \(kg\))"):
            read(tmp_path, lost)
    unnumbered = read(tmp_path, NEW.replace(",Workout,", ",Mood,"))
    assert len(list(unnumbered.workouts())) == 4


@pytest.mark.parametrize("number", [1, 3])
def test_real_files(number: int) -> None:
    reading, truth = real(f"stronglifts/{number}")
    assert counted(reading).items() <= truth.items()
    assert float(volume(reading)) == truth["volume_kg_total"]
    assert reading.rows == truth["rows_data"]
    days = [str(each.started_at.date()) for each in reading.workouts()]
    assert (min(days), max(days)) == (truth["first"][:10], truth["last"][:10])
    assert reading.date_certain


@few
@given(st.binary() | st.text('0125/ ",:-×SquatPM\n', max_size=200).map(str.encode))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for content in (tail or b" ", OLD.encode() + tail, NEW.encode() + tail):
        refused_or_sound(folder, "stronglifts", content, Options())
