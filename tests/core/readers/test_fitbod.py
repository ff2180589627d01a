from __future__ import annotations

from datetime import UTC, datetime
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

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier"
LATER, EARLIER = "2022-01-05 22:06:49 +0000", "2022-01-03 06:00:00 +0000"
FILE = f"""{HEADER}
{LATER},Dumbbell Curl, 5,7.937875915123695,0.0,0.0,0.0,0.0,true,, 2.0
{LATER},Dumbbell Curl, 5,15.87575183024739,0.0,0.0,0.0,0.0,false,heavy, 2.0

{LATER},Deadlift, 3,61.235042773811365,0.0,0.0,0.0,0.0,false,, 1.0
{EARLIER},Cycling, 0,0.0,1412.4279582500458,1874.816006655112,1.5,10.0,false,, 0.0

"""
OLD = """Date,Exercise,Sets,Reps,Weight,isWarmup,Note
2018-03-01 10:00:00 +0000,Squat,3,5,62.5,false,
2018-03-01 10:00:00 +0000,Squat,1,8,40,true,
"""


def test_the_file(tmp_path: Path) -> None:
    reading = read(tmp_path / "f.csv", FILE)
    assert values(reading, "format dialect unit unit_certain rows") == [
        "fitbod",
        "csv",
        "kg",
        True,
        4,
    ]
    assert shape(reading) == [
        (EARLIER, [("Cycling", 1)]),
        (LATER, [("Dumbbell Curl", 2), ("Deadlift", 1)]),
    ]
    ride, lifts = reading.workouts()
    assert lifts.started_at == datetime(2022, 1, 5, 22, 6, 49, tzinfo=UTC)
    assert lifts.extras == {"multiplier": {"Dumbbell Curl": 2}}
    assert ride.extras["multiplier"] == {"Cycling": 0}
    assert ride.extras["columns"] == [
        {"set": 1, "column": "incline", "text": "1.5"},
        {"set": 1, "column": "resistance", "text": "10.0"},
    ]
    cycled, warmup, curl, _ = reading.sets()
    names = "kind load_value load_unit reps duration_s distance_m note"
    assert values(cycled, names) == [
        *("working", None, None, None, Decimal("1412.428")),
        *(Decimal("1874.816"), None),
    ]
    assert values(warmup, names) == ["warmup", Decimal("7.937876"), "kg", 5, None, None, None]
    assert warmup.raw == "weight 7.937875915123695"
    assert curl.note == "heavy"


def test_kilograms_that_were_pounds_are_told_and_turned_back_on_demand(tmp_path: Path) -> None:
    told = read(tmp_path / "f.csv", FILE)
    assert told.warnings == [
        "2 lines are blank and were passed over",
        (
            "3 of 3 loads are round in lb and not in kg, as the file always has kg: "
            "give the unit lb to read them as they were typed"
        ),
    ]
    turned = read(tmp_path / "f.csv", FILE, unit="lb")
    loads = [(each.load_value, each.load_unit) for each in turned.sets()][1:]
    assert loads == [(Decimal("17.5"), "lb"), (35, "lb"), (135, "lb")]
    assert turned.unit == "lb"
    assert turned.warnings == ["2 lines are blank and were passed over"]
    metric = FILE.replace("7.937875915123695", "60").replace("15.87575183024739", "62.5")
    assert len(read(tmp_path / "f.csv", metric).warnings) == 1


def test_the_bare_form_has_as_many_sets_as_it_says(tmp_path: Path) -> None:
    reading = read(tmp_path / "f.csv", OLD, unit="kg")
    assert values(reading, "dialect rows") == ["bare", 2]
    assert shape(reading) == [("2018-03-01 10:00:00 +0000", [("Squat", 4)])]
    assert [each.kind for each in reading.sets()] == ["working"] * 3 + ["warmup"]
    assert {each.load_unit for each in reading.sets()} == {"kg"}
    assert not read(tmp_path / "f.csv", OLD).unit_certain
    days = read(tmp_path / "f.csv", OLD.replace(" 10:00:00 +0000", ""), unit="kg")
    assert [str(each.started_at) for each in days.workouts()] == ["2018-03-01 00:00:00"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (EARLIER, "soon", "'soon 00:00' is no date"),
        (EARLIER, "2022-01-03 06:00:00", "has no offset, among dates with one"),
        (EARLIER, "2022-13-03 06:00:00 +0000", "no date and time with an offset"),
        ("Cycling", "", "no exercise's name"),
        ("10.0,false", "10.0,maybe", "isWarmup 'maybe' is neither"),
    ],
)
def test_a_broken_row_is_told(tmp_path: Path, old: str, new: str, reason: str) -> None:
    reading = read(tmp_path / "f.csv", FILE.replace(old, new))
    assert [(each.line, reason in each.reason) for each in reading.rejected] == [(6, True)]
    assert len(list(reading.sets())) == 3


def test_mutated_files_read_the_same(tmp_path: Path) -> None:
    expected = content(read(tmp_path / "a.csv", FILE))
    for same in (
        "\ufeff" + FILE.replace("\n", "\r\n"),
        FILE.replace(HEADER, HEADER.upper().replace("(", " (")),
        FILE.replace(",", ";").replace(".", ",").replace("1,5;", "1.5;").replace("10,0;", "10.0;"),
        FILE.replace(" +0000", " +00:00").replace("22:06", "23:06").replace("+00:00", "+01:00"),
    ):
        found = content(read(tmp_path / "b.csv", same))
        starts = [getattr(each, "started_at", None) for each in found]
        assert starts[1] == getattr(expected[1], "started_at", None)
        assert len(found) == len(expected)


@pytest.mark.parametrize("number", ["1", "3"])
def test_real_files(number: str) -> None:
    reading = assert_as_in_truth(f"fitbod/{number}.csv")
    assert "lines are blank" in reading.warnings[0]


@few
@given(noise=st.one_of(st.binary(), st.text('2022-01 +:,"\n\rtrue.', max_size=100)))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes | str
) -> None:
    tail = noise if isinstance(noise, bytes) else noise.encode()
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    heads = (b"", FILE.encode(), OLD.encode() + b"2018-03-01 10:00:00 +0000,")
    assert_read_or_refused(path, "fitbod", (head + tail for head in heads))
