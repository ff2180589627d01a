"""Backups of JEFIT."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.core.readers.files import read_by, real_by, shape, source, values
from workout_core.errors import InvalidError
from workout_core.transfer.readers import jefit

if TYPE_CHECKING:
    from pathlib import Path

RULE = "#" * 54
SETTING = 'row_id,USERID,length,mass\n1,7," cm"," kg"'
SESSIONS = """rowid,_id,total_time,starttime,endtime,calories
1,1717999200,3600,1717999200,1718002800,0
2,1718085600,348,1718085600,1718085948,12
3,1718172000,0,1718172000,0,0"""
LOGS = """USERID,belongSys,logs,_id,mydate,eid,ename,belongsession,interval_logs
7,1,"60x10,64.9998x8",1,2024-06-10,21,"Barbell Bench Press",1717999200,
7,1,"0x12",2,2024-06-10,90,"Pull Up",1717999200,
7,1,,3,2024-06-10,91,"Treadmill",1717999200,
7,1,"20x5",4,2024-06-20,21,"Barbell Bench Press",0,"""
SETS = """_id,userid,exercise_log_id,set_index,weight_lbs,reps,distance_mi,duration,set_type
1,7,1,1,143.29,8,0,0,drop
2,7,1,0,132.27,10,0,0,warmup
3,7,3,0,0,0,1.5,900,default"""
NOTES = """row_id,eid,mynote,title,mydate
1,21,"pause, then
press",Bench,2024-06-10
2,55,lost,Fly,2024-06-10"""
PROFILE = "row_id,mydate,weight,fatpercent,waist\n1,2024-06-10,80.5,0,90"


def backup(**sections: str) -> str:
    given = {
        "SETTING": SETTING,
        "ROUTINES": 'row_id,name\n1,"A\n\nplan"\n\nrow_id,day\n1,2',
        "WORKOUT_SESSIONS": SESSIONS,
        "EXERCISE_LOGS": LOGS,
        "EXERCISE_SET_LOGS": SETS,
        "NOTES": NOTES,
        "PROFILE": PROFILE,
    } | sections
    return "\n\n".join(
        f"### {name.replace('_', ' ')} #########\n\n{rows}\n\n\n{RULE}"
        for name, rows in given.items()
    )


def test_sections_come_together(tmp_path: Path) -> None:
    found = read_by(jefit, tmp_path, backup())
    assert shape(found) == [
        ("1717999200", [("Barbell Bench Press", 2), ("Pull Up", 1), ("Treadmill", 1)]),
        ("1718085600", []),
        ("2024-06-20", [("Barbell Bench Press", 1)]),
    ]
    assert values(found, "rows rejected unit unit_certain") == [16, [], "kg", True]
    assert found.rows_not_sets["ROUTINES"] == 2
    first, second, third = found.workouts()
    assert (str(first.started_at), str(first.ended_at)) == (
        *("2024-06-10 06:00:00+00:00", "2024-06-10 07:00:00+00:00"),
    )
    assert second.extras == {"session": {"total_time": "348", "calories": "12"}}
    assert str(third.started_at) == "2024-06-20 00:00:00"
    bench = first.executions[0]
    assert bench.note == "pause, then\npress"
    assert [each.kind for each in bench.sets] == ["warmup", "drop"]
    assert values(bench.sets[1], "load_value load_unit reps raw") == [
        *(65, "kg", 8, "weight 64.9998")
    ]
    assert values(first.executions[1].sets[0], "load_value reps") == [None, 12]
    run = first.executions[2].sets[0]
    assert values(run, "duration_s distance_value distance_unit reps") == [
        *(900, Decimal("1.5"), "mi", None)
    ]
    weight, waist = found.measurements()
    assert values(weight, "type value unit") == ["weight", Decimal("80.5"), "kg"]
    assert values(waist, "type value unit") == ["waist", 90, "cm"]
    assert [each.partition(" ")[0] for each in found.warnings] == ["1", "1"]


def test_a_unit_that_is_not_said_is_guessed(tmp_path: Path) -> None:
    unsaid = backup(SETTING="row_id,USERID\n1,7", PROFILE="row_id,mydate\n1,2024-06-10")
    found = read_by(jefit, tmp_path, unsaid)
    assert values(found, "unit unit_certain") == ["kg", False]
    said = read_by(jefit, tmp_path, unsaid, unit="lb")
    assert values(said, "unit unit_reason") == ["lb", "given"]


def test_starts_of_sessions_stand_in_several_places(tmp_path: Path) -> None:
    header = "_id,mydate,starttime,starttimie,total_time,endtime\n"
    rows = "1,2024-06-10,,1717999200,60,0\n2,2024-06-11,0,,60,0\n3,,,,60,0\n4,2024-06-12,-5,,60,0"
    found = read_by(jefit, tmp_path, backup(WORKOUT_SESSIONS=header + rows))
    starts = {each.source_key: str(each.started_at) for each in found.workouts()}
    assert (starts["1"], starts["2"]) == ("2024-06-10 06:00:00+00:00", "2024-06-11 00:00:00")
    assert ["no date" in each.reason for each in found.rejected] == [True, False]
    logs = LOGS.replace("1717999200", "2").replace("2024-06-10", "2024-06-11")
    found = read_by(jefit, tmp_path, backup(WORKOUT_SESSIONS=header + rows, EXERCISE_LOGS=logs))
    assert ("2", [("Barbell Bench Press", 2), ("Pull Up", 1), ("Treadmill", 1)]) in shape(found)


def test_what_cannot_be_read_is_told_by_its_line(tmp_path: Path) -> None:
    bad = (
        '7,1,"60/10",5,2024-06-10,21,Bench,1717999200,',
        '7,1,"60x10",6,2024-06-10,21,,1717999200,',
        "7,1,one too,many,7,2024-06-10,21,Bench,1717999200,",
        '7,1,"60x10",8,someday,21,Bench,0,',
        '7,1,"60x10,9,2024-06-10,21,Bench,0,',
    )
    file = backup(EXERCISE_LOGS="\n".join((LOGS, *bad)))
    found = read_by(jefit, tmp_path, file)
    lines = file.splitlines()
    told = {lines[each.line - 1]: each.reason for each in found.rejected}
    assert list(told) == [bad[2], bad[4], bad[0], bad[1], bad[3]]
    for reason, word in zip(
        told.values(), ("10 fields", "not closed", "60/10", "no exercise's", "no date"), strict=True
    ):
        assert word in reason
    assert len(list(found.sets())) == 5


def test_other_texts_are_another_format(tmp_path: Path) -> None:
    for text in ("# SETTING\n", "### HEADING ###\ntext\n", "a,b\n### SETTING ###\n"):
        assert not jefit.recognises(source(tmp_path, text))
    with pytest.raises(InvalidError, match="1 of 1 rows"):
        read_by(jefit, tmp_path, "### EXERCISE LOGS\nlogs,ename,mydate\n60x1,,2024-06-10\n")


def test_a_real_file() -> None:
    found, truth = real_by(jefit, "jefit/1.csv")
    assert (found.unit, found.dialect) == (truth["unit_from_SETTING"], "without logs")
    assert sorted(found.rows_not_sets) == truth["sections"]
    assert not list(found.sets())
    assert found.rejected == []
