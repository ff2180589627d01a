"""Results of meets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.core.readers.files import read_by, real_by, shape, source, values
from workout_core.errors import InvalidError
from workout_core.transfer.readers import openpowerlifting

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Name,Sex,Event,Equipment,Division,BodyweightKg,Squat1Kg,Squat2Kg,Squat3Kg,Squat4Kg,Best3SquatKg,"
    "Bench1Kg,Best3BenchKg,Best3DeadliftKg,Place,Date,MeetName"
)
SBD = "Ann Lee #2,F,SBD,Raw,Open,59.8,80,-92.5,92.5,100.5,92.5,-45,,110,1,2018-10-27,Spring Cup"


def table(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def test_a_row_is_a_meet(tmp_path: Path) -> None:
    found = read_by(openpowerlifting, tmp_path, table(SBD))
    key = "2018-10-27 Spring Cup Ann Lee #2 SBD Open"
    assert shape(found) == [(key, [("Squat", 4), ("Bench Press", 1), ("Deadlift", 1)])]
    assert values(found, "rows rejected unit warnings") == [1, [], "kg", []]
    (meet,) = found.workouts()
    assert values(meet, "name tags bodyweight_value bodyweight_unit") == [
        *("Spring Cup", ("meet",), Decimal("59.8"), "kg")
    ]
    assert str(meet.started_at) == "2018-10-27 00:00:00"
    assert meet.extras["meet"]["Equipment"] == "Raw"
    squats = meet.executions[0].sets
    loads = [80, Decimal("92.5"), Decimal("92.5"), Decimal("100.5")]
    assert [each.load_value for each in squats] == loads
    assert [(each.reps, each.failed) for each in squats[:3]] == [(1, False), (0, True), (1, False)]
    assert [each.note for each in squats] == [None, None, None, "fourth attempt"]
    assert meet.executions[2].sets[0].note == "best of three attempts"


def test_of_many_lifters_a_person_is_told(tmp_path: Path) -> None:
    other = SBD.replace("Ann Lee #2", "Bo Ek")
    equipped = SBD.replace("Raw", "Wraps")
    no_show = "Cy,M,SBD,Raw,Open,90,,,,,,,,,NS,2018-10-27,Spring Cup"
    found = read_by(
        openpowerlifting, tmp_path, table(SBD, other, SBD, equipped, no_show, "", HEADER), unit="lb"
    )
    assert [key.partition("Cup ")[2] for key, _ in shape(found)] == [
        *("Ann Lee #2 SBD Open", "Bo Ek SBD Open", "Ann Lee #2 SBD Open #2")
    ]
    assert values(found, "rows rows_repeated rows_not_sets") == [5, 1, {"without attempts": 1}]
    assert found.warnings[0].startswith("The file has 3 lifters")
    assert len(found.warnings) == 3


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("2018-10-27", "27/10/2018", "no date"),
        ("-92.5", "heavy", "'heavy' is no number"),
        ("-92.5", "9999", "more than 2,000"),
        ("59.8", "-1", "bodyweight"),
        (",Open", "", "fields where the header"),
        ("Ann", "x" * 300, "longer than 200"),
    ],
)
def test_a_broken_row_is_told(tmp_path: Path, old: str, new: str, reason: str) -> None:
    found = read_by(openpowerlifting, tmp_path, table(SBD, SBD.replace(old, new)))
    assert [each.line for each in found.rejected] == [3]
    assert reason in found.rejected[0].reason
    with pytest.raises(InvalidError, match="1 of 1 rows"):
        read_by(openpowerlifting, tmp_path, table(SBD.replace(old, new)))


def test_the_header_tells(tmp_path: Path) -> None:
    assert not openpowerlifting.recognises(
        source(tmp_path, "Name,Event,Date\nAnn,SBD,2018-10-27\n")
    )
    found = read_by(openpowerlifting, tmp_path, table(SBD + ",5", header=HEADER + ",Mood"))
    assert found.unknown_columns == ["Mood"]
    assert next(iter(found.workouts())).extras["meet"]["Mood"] == "5"
    old = "Name,Date,BestSquatKg,Squat4Kg\nAnn,2004-10-27,-100,105\n"
    best, fourth = read_by(openpowerlifting, tmp_path, old).sets()
    assert values(best, "load_value failed note") == [100, True, "best of three attempts"]
    assert values(fourth, "load_value failed note") == [105, False, "fourth attempt"]
    with pytest.raises(InvalidError, match="lacks date"):
        read_by(openpowerlifting, tmp_path, "Name,MeetID,BestSquatKg\nAnn,3,100\n")


def test_a_real_file() -> None:
    found, truth = real_by(openpowerlifting, "openpowerlifting/1.csv")
    sets = list(found.sets())
    attempts = [each for each in sets if each.note != "best of three attempts"]
    assert found.rows == len(list(found.workouts())) == truth["rows"]
    assert len(attempts) == truth["attempts"]
    assert sum(each.failed for each in attempts) == truth["failed_attempts"]
    for lift, best in truth["best"].items():
        done = [
            each.load_value or 0
            for one in found.executions()
            if one.exercise.startswith(lift)
            for each in one.sets
            if not each.failed and each.note != "fourth attempt"
        ]
        assert max(done) == Decimal(str(best["kg"]))
    days = sorted(str(each.started_at.date()) for each in found.workouts())
    assert [days[0], days[-1]] == truth["dates"]
    assert f"{truth['lifters']:,} lifters" in found.warnings[0]
