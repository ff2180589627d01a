from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import (
    assert_as_in_truth,
    assert_read_or_refused,
    content,
    read,
    shape,
    values,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from pathlib import Path

A = "Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time"
B = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"
C = f"{B},Comment"
IOS = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind"
ANDROID = f"""{C}
2025-04-29,Press (Each Side, Dumbbells, seated),Shoulders,8.0,kgs,5,,,,""
2025-04-29,Press (Each Side, Dumbbells, seated),Shoulders,45.0,lbs,5,,,,"hard, \\nbut fine"
2025-04-29,Treadmill,Cardio,,,,3.2,km,0:20:00,""
2025-04-29,Press (Each Side, Dumbbells, seated),Shoulders,0.0,kgs,9,,,,"two
lines"
2025-04-28,Plank,Abs,20.0,kgs,,,,0:01:30,""
"""


def test_the_file_of_android(tmp_path: Path) -> None:
    reading = read(tmp_path / "f.csv", ANDROID)
    assert values(reading, "format dialect unit unit_certain rows") == [
        "fitnotes",
        "C",
        "kg",
        True,
        5,
    ]
    press = "Press (Each Side, Dumbbells, seated)"
    assert shape(reading) == [
        ("2025-04-28", [("Plank", 1)]),
        ("2025-04-29", [(press, 2), ("Treadmill", 1), (press, 1)]),
    ]
    day = list(reading.workouts())[1]
    assert values(day, "name ended_at") == [None, None]
    assert str(day.started_at) == "2025-04-29 00:00:00"
    assert day.extras == {"categories": {press: "Shoulders", "Treadmill": "Cardio"}}
    plank, kg, lb, run, bare = reading.sets()
    load = "load_value load_unit reps duration_s note"
    assert values(plank, load) == [20, "kg", None, 90, None]
    assert values(kg, load) == [8, "kg", 5, None, None]
    assert values(lb, load) == [45, "lb", 5, None, "hard, \nbut fine"]
    assert values(bare, load) == [None, None, 9, None, "two\nlines"]
    assert values(run, "distance_m distance_unit duration_s reps") == [3200, "km", 1200, None]


def test_the_unit_is_in_the_header_or_in_every_row(tmp_path: Path) -> None:
    in_header = read(tmp_path / "a.csv", f"{A}\n2020-09-13,Squat,Legs,45.0,10,,,\n")
    assert values(in_header, "dialect unit unit_certain") == ["A", "lb", True]
    in_rows = read(tmp_path / "b.csv", f"{B}\n2023-09-13,Squat,Legs,20.0,kgs,10,,,\n")
    assert values(in_rows, "dialect unit unit_certain") == ["B", "kg", True]
    in_none = read(
        tmp_path / "c.csv", f"{A.replace(' (lbs)', '')}\n2023-09-13,Squat,Legs,20.0,10,,,\n"
    )
    assert not in_none.unit_certain


def test_the_weight_of_ios_is_the_one_that_was_typed(tmp_path: Path) -> None:
    rows = (
        '2026-05-08,"Press, seated",Chest,61.23,135,10,,,,top set,wr',
        '2026-05-08,"Press, seated",Chest,20,44.09,10,,,,,wr',
        '2026-05-08,"Press, seated",Chest,,155.5,8,,,,,wr',
        '2026-05-08,"Press, seated",Chest,22.5,,8,,,,,wr',
        '2026-05-08,"Press, seated",Chest,20.41,45,8,,,,,wr',
        "2026-05-08,Plank,Abs,,,,,,01:30,hard,t",
    )
    reading = read(tmp_path / "ios.csv", "\n".join((IOS, *rows)))
    assert reading.dialect == "iOS"
    assert reading.unknown_columns == []
    assert [(each.load_value, each.load_unit) for each in reading.sets()] == [
        *((135, "lb"), (20, "kg"), (Decimal("155.5"), "lb"), (Decimal("22.5"), "kg")),
        *((45, "lb"), (None, None)),
    ]
    assert [each.note for each in reading.sets()][::5] == ["top set", "hard"]
    assert list(reading.sets())[-1].duration_s == 90


def test_the_kinds_of_ios_are_read_or_kept(tmp_path: Path) -> None:
    kinds = ("Warm-up", "wr", "DROP SET", "failure", "", "Myo rep")
    rows = [f"2026-05-08,Press,Chest,60,,10,,,,,{each}" for each in kinds]
    reading = read(tmp_path / "ios.csv", "\n".join((IOS, *rows)))
    assert [each.kind for each in reading.sets()] == [
        *("warmup", "working", "drop", "failure", "working", "working"),
    ]
    assert "'Myo rep' are no kinds of sets that are known" in reading.warnings[-1]
    extras = [each.extras["columns"] for each in reading.workouts()]
    assert extras == [[{"set": 6, "column": "Kind", "text": "Myo rep"}]]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("2025-04-29,Squat", "2 fields where the header has 10"),
        (f"2025-04-29,{',' * 40}", "fields where the header has 10"),
        ('29/04/2025,Squat,Legs,1,kgs,1,,,,""', "is no date"),
        ('2025-04-29,Squat,Legs,1,stone,1,,,,""', "the unit 'stone' is not known: kg"),
        ('2025-04-29,Squat,Legs,1,kgs,1,2,parsec,,""', "the unit 'parsec' is not known"),
        ('2025-04-29,Squat,Legs,1,kgs,1,,,soon,""', "'soon' is no duration"),
        ('2025-04-29,,Legs,1,kgs,1,,,,""', "no exercise's name"),
    ],
)
def test_a_broken_row_is_told(tmp_path: Path, broken: str, reason: str) -> None:
    good = '2025-04-29,Squat,Legs,60,kgs,5,,,,""\n'
    reading = read(tmp_path / "f.csv", f"{C}\n{good}{broken}\n{good}")
    assert [each.line for each in reading.rejected] == [3]
    assert reason in reading.rejected[0].reason


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace(C, C.upper()),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("Comment", "Notes"),
        lambda text: text + text,
    ],
)
def test_mutated_files_read_the_same(tmp_path: Path, change: object) -> None:
    assert callable(change)
    assert content(read(tmp_path / "b.csv", change(ANDROID))) == content(
        read(tmp_path / "a.csv", ANDROID)
    )


def test_a_decimal_comma_and_another_separator(tmp_path: Path) -> None:
    data = f"{B}\n2025-04-29,Press (a, b),Arms,7.5,kgs,20,,,\n"
    other = f"{B.replace(',', ';')}\n2025-04-29;Press (a, b);Arms;7,5;kgs;20;;;\n"
    assert content(read(tmp_path / "b.csv", other)) == content(read(tmp_path / "a.csv", data))


def test_a_table_of_body_measurements_is_another_format(tmp_path: Path) -> None:
    data = "Date,Exercise,Value\n2018-07-30,Bodyweight,167.0\n"
    with pytest.raises(InvalidError, match="of no format"):
        read(tmp_path / "f.csv", data)


@pytest.mark.parametrize("number", ["1", "3", "8"])
def test_real_files(number: str) -> None:
    assert_as_in_truth(f"fitnotes/{number}.csv")


@few
@given(noise=st.one_of(st.binary(), st.text('2025-4,:"\n\rkg.', max_size=100)))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes | str
) -> None:
    tail = noise if isinstance(noise, bytes) else noise.encode()
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    heads = (b"", ANDROID.encode(), f"{IOS}\n2026-05-08,".encode())
    assert_read_or_refused(path, "fitnotes", (head + tail for head in heads))
