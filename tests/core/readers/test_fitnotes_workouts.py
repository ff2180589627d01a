from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import assert_as_in_truth, assert_read_or_refused, read, shape, values
from tests.core.readers.hostile import few

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,"
    "RPE,RIR,Categories,Note"
)
HEAD = 'Upper,2025-06-02T17:00:00Z,2025-06-02T18:15:00Z,"80,5"'
FILE = f"""{HEADER}
{HEAD},Press,Barbell,5,"17,5",,,Done,true,7,,"Chest,Triceps",slow
{HEAD},Press,Barbell,3,"45,0",,,Failed,false,,2,"Chest,Triceps",
{HEAD},Press,Barbell,5,"60,0",,,NotStarted,false,,,"Chest,Triceps",
{HEAD},Plank,Bodyweight,1,"0,0",00:00:45,,Done,false,,,Core,
{HEAD},Run,,,,00:10:00,"2,5",Done,false,,,,
"""
OLD = """Name,Start Date (UTC),Start Time (UTC),End Date (UTC),End Time (UTC),Exercise,Reps,Weight,Status,Categories
Upper,6/2/2018,5:00:00 PM,6/2/2018,6:15:00 PM,Press,5,"17,5",Done,Chest
Upper,6/2/2018,5:00:00 PM,6/2/2018,6:15:00 PM,Press,5,"20",Not Started,Chest
Lower,6/14/2018,12:30:00 AM,,,Squat,5,"60",Done,Legs
"""


def test_the_file(tmp_path: Path) -> None:
    reading = read(tmp_path / "w.csv", FILE, unit="kg")
    assert values(reading, "format dialect unit rows") == ["fitnotes_workouts", "csv", "kg", 5]
    assert reading.rows_not_sets == {"NotStarted": 1}
    assert shape(reading) == [
        ("2025-06-02T17:00:00+00:00", [("Press", 2), ("Plank", 1), ("Run", 1)])
    ]
    (workout,) = reading.workouts()
    assert workout.started_at == datetime(2025, 6, 2, 17, tzinfo=UTC)
    assert workout.ended_at == datetime(2025, 6, 2, 18, 15, tzinfo=UTC)
    assert values(workout, "name bodyweight_value bodyweight_unit") == [
        "Upper",
        Decimal("80.5"),
        "kg",
    ]
    assert workout.extras == {
        "equipment": {"Press": "Barbell", "Plank": "Bodyweight"},
        "categories": {"Press": "Chest,Triceps", "Plank": "Core"},
    }
    press, failed, plank, run = reading.sets()
    names = "kind load_value load_unit reps failed rpe effort_scale note"
    assert values(press, names) == ["warmup", Decimal("17.5"), "kg", 5, False, 7, "rpe", "slow"]
    assert values(failed, names) == ["working", 45, "kg", 3, True, 8, "rir", None]
    assert values(plank, "load_value reps duration_s") == [None, 1, 45]
    assert values(run, "distance_value distance_unit reps") == [Decimal("2.5"), None, None]
    assert "1 distance has no unit" in reading.warnings[0]


def test_the_unit_is_asked_for(tmp_path: Path) -> None:
    reading = read(tmp_path / "w.csv", FILE)
    assert values(reading, "unit unit_certain") == ["kg", False]
    noisy = FILE.replace('"17,5"', '"44,09245243697551"').replace('"45,0"', '"99,20801798319449"')
    guessed = read(tmp_path / "w.csv", noisy)
    assert values(guessed, "unit") == ["lb"]
    assert next(guessed.sets()).load_value == Decimal("44.09")
    without = FILE.replace('"17,5"', "").replace('"45,0"', "").replace('"60,0"', "")
    (workout,) = read(tmp_path / "w.csv", without).workouts()
    assert workout.bodyweight_value is None
    assert workout.extras["bodyweight"] == "80.5"


def test_the_form_of_2018(tmp_path: Path) -> None:
    reading = read(tmp_path / "w.csv", OLD, unit="lb")
    assert values(reading, "dialect rows_not_sets rejected") == ["2018", {"Not Started": 1}, []]
    assert values(reading, "date_order date_certain") == ["mdy", True]
    upper, lower = reading.workouts()
    assert upper.started_at == datetime(2018, 6, 2, 17, tzinfo=UTC)
    assert upper.ended_at == datetime(2018, 6, 2, 18, 15, tzinfo=UTC)
    assert values(lower, "started_at ended_at") == [datetime(2018, 6, 14, 0, 30, tzinfo=UTC), None]
    unsure = read(tmp_path / "w.csv", OLD.replace("6/14", "6/12"), unit="lb")
    assert not unsure.date_certain
    days_first = OLD.replace("6/2/", "02.06.").replace("6/14/", "14.06.")
    for other in (days_first, days_first.replace(".06.", "/06/")):
        given_order = read(tmp_path / "w.csv", other, unit="lb", date_order="dmy")
        starts = [each.started_at for each in given_order.workouts()]
        assert starts == [upper.started_at, lower.started_at]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Failed", "Perhaps", "the status 'Perhaps' is not known"),
        (",2,", ",12,", "rir '12' is not between 0 and 10"),
        ('"45,0"', '"4.005,0"', "comma and a point"),
        (',3,"45', ',3x,"45', "no number"),
    ],
)
def test_a_broken_row_is_told(tmp_path: Path, old: str, new: str, reason: str) -> None:
    reading = read(tmp_path / "w.csv", FILE.replace(old, new, 1), unit="kg")
    assert [(each.line, reason in each.reason) for each in reading.rejected] == [(3, True)]


def test_a_day_that_stands_first_is_told(tmp_path: Path) -> None:
    wrong = OLD.replace("6/14/", "14/6/")
    reading = read(tmp_path / "w.csv", wrong, unit="kg")
    assert "does the day stand first" in reading.rejected[0].reason


def test_the_real_file() -> None:
    assert_as_in_truth("fitnotes_workouts/1.csv", unit="kg")


@few
@given(noise=st.one_of(st.binary(), st.text('6/2018:PM,"\n\rDone.', max_size=100)))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes | str
) -> None:
    tail = noise if isinstance(noise, bytes) else noise.encode()
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    heads = (b"", FILE.encode(), OLD.encode() + b"Upper,")
    assert_read_or_refused(path, "fitnotes_workouts", (head + tail for head in heads))
