"""Alpha Progression: blocks of lines, in two forms."""

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

FILE = """\ufeff

"Back - Day 4"
"2023-02-21 5:46\u00a0pm",1:04 hr
"Day 4 · Week 2 · Plan"
"1. Pull-Ups Bodyweight"
"8-10 reps"
#,LBS,REPS
1,0,10
2,10,3
"2. Lat Pulldowns Cable","25 x 20
40 x 15"
"10 reps"
#,LBS,REPS
1,85,15
2,-,-
"3. Rows Cable","1 dropset"
"10 reps"
#,LBS,REPS
"4. Crunches Bodyweight","Superset 1"
"10 reps"
#,REPS
1,20


"Legs"
"2023-02-19 8:31 am",36 min
"Day 3 · Week 2 · Plan"
"1. Squats Barbell"
"5 reps"
#,LBS,REPS
1,-,-


"Arms"
"2023-02-18 8:31 am",26:10 hr
"Day 3 · Week 2 · Plan"
"1. Curls Barbell"
"5 reps"
#,LBS,REPS
1,40,5
"""
EUROPEAN = """
"Legs · Day 2 · Week 4 · Plan";"2026-02-19 16:54 h";"1:02 hr"
"1. Hack Squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"
#;KG;REPS;RIR
1;115;8;1
2;102,5;10;0,5
"2. Leg Raises · Bodyweight · 12 reps · 2 dropsets"
#;KG;REPS;RIR
1;+35;12;1
2;+0;12;-
3;-20;12;0
"3. Plank · Bodyweight · 1 reps"
#;SECS;MOOD
1;90;fine
"4. Run · Treadmill"
#;KM;MIN
1;5,25;31:30

"Push · Day 1 · Week 4 · Plan";"2026-02-17 5:04 h";"55 min"
"1. Bench Press · Barbell · 6 reps"
#;KG;REPS;RIR
1;60;6;2
"""


def test_a_block_is_a_workout(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE)
    assert shape(reading) == [
        ("2023-02-18 08:31:00", [("Curls Barbell", 1)]),
        (
            "2023-02-21 17:46:00",
            [("Pull-Ups Bodyweight", 2), ("Lat Pulldowns Cable", 1), ("Crunches Bodyweight", 1)],
        ),
    ]
    arms, back = reading.workouts()
    assert (back.name, back.ended_at) == ("Back - Day 4", datetime(2023, 2, 21, 18, 50))
    assert back.extras == {"plan": "Day 4 · Week 2 · Plan", "not done": ["Rows Cable: 1 dropset"]}
    assert (arms.ended_at, arms.extras["duration"]) == (None, "26:10 hr")
    assert (reading.rows, reading.rows_not_sets) == (7, {"not done": 2})
    assert (reading.unit, reading.dialect) == ("lb", "#,LBS,REPS")


def test_what_the_sets_do_not_say_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE)
    assert [each.partition(",")[0] for each in reading.warnings] == [
        "2 exercises left out",
        "1 exercise with a list of warm-up sets",
        "1 exercise with drop sets",
    ]
    assert [each.note for each in reading.executions()] == [
        None,
        None,
        "25 x 20\n40 x 15",
        "Superset 1",
    ]
    names = ("reps", "load_value", "load_mode", "target_reps", "target_reps_max")
    assert [told(each, *names) for each in reading.sets()] == [
        (5, Decimal(40), "absolute", 5, None),
        (10, None, None, 8, 10),
        (3, Decimal(10), "added", 8, 10),
        (15, Decimal(85), "absolute", 10, None),
        (20, None, None, 10, None),
    ]


def test_the_later_form(tmp_path: Path) -> None:
    reading = read(tmp_path, EUROPEAN)
    push, legs = reading.workouts()
    assert (legs.name, legs.started_at.hour, push.started_at.hour) == (
        "Legs · Day 2 · Week 4 · Plan",
        16,
        5,
    )
    assert [each.exercise for each in legs.executions] == [
        "Hack Squats · Machine",
        "Leg Raises · Bodyweight",
        "Plank · Bodyweight",
        "Run · Treadmill",
    ]
    assert [each.note for each in legs.executions][:2] == [
        "WU1 · 37,5 kg · 9 reps\nWU2 · 72,5 kg · 7 reps",
        "2 dropsets",
    ]
    names = ("load_value", "load_mode", "reps", "rpe", "effort_scale", "duration_s", "distance_m")
    assert [told(each, *names) for one in legs.executions for each in one.sets] == [
        (Decimal(115), "absolute", 8, Decimal(1), "rir", None, None),
        (Decimal("102.5"), "absolute", 10, Decimal("0.5"), "rir", None, None),
        (Decimal(35), "added", 12, Decimal(1), "rir", None, None),
        (None, None, 12, None, None, None, None),
        (Decimal(20), "assisted", 12, Decimal(0), "rir", None, None),
        (None, None, None, None, None, Decimal(90), None),
        (None, None, None, None, None, Decimal(1890), Decimal(5250)),
    ]
    assert reading.unknown_columns == ["mood"]
    assert legs.executions[2].sets[0].raw == "mood fine"


def test_bad_lines_are_named_and_many_are_refused(tmp_path: Path) -> None:
    bad = FILE.replace("1,85,15", "1,85,15,3").replace("1,40,5", "1,forty,5")
    reading = read(tmp_path, bad)
    assert [each.line for each in reading.rejected] == [15, 41]
    assert "forty" in reading.rejected[1].reason
    with pytest.raises(InvalidError, match="4 of 7 rows can't be read, line 9"):
        read(tmp_path, bad.replace("1,0,10", "1,0,ten").replace("2,10,3", "2,10,three"))
    with pytest.raises(InvalidError, match="no line has the columns of sets"):
        read_as(tmp_path, FILE.replace("#", "Nr"), "alpha_progression")


def test_a_stray_mark_costs_one_line(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE.replace("1,85,15\n", '1,85,15\n,"stray\n'))
    assert [each.line for each in reading.rejected] == [16]
    assert shape(reading) == shape(read(tmp_path, FILE))


def test_a_file_that_was_joined_twice_is_read_once(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE.replace("\n", "\r\n") * 2)
    assert shape(reading) == shape(read(tmp_path, FILE))
    assert reading.rows_repeated == 6
    other = EUROPEAN + EUROPEAN.replace("1;60;6;2", "1;65;6;2")
    keys = [each.source_key for each in read(tmp_path, other).workouts()]
    assert sorted(keys) == [
        "2026-02-17 05:04:00",
        "2026-02-17 05:04:00 (2)",
        "2026-02-19 16:54:00",
    ]


def test_a_lone_workout(tmp_path: Path) -> None:
    alone = '"2024-01-02 18:00",1 hr\n"1. Curls"\n#,KGS,REPS\n1,12.5,10'
    workout = only_workout(read(tmp_path, alone))
    assert (workout.name, workout.ended_at) == (None, datetime(2024, 1, 2, 19))
    assert workout.executions[0].sets[0].load_unit == "kg"


def test_a_real_file() -> None:
    """The truth passes over the one exercise whose sets have no load (`#,REPS`): 3 sets of 20."""
    reading, truth = real("alpha_progression/1")
    assert counted(reading) == {
        "workouts": truth["workouts"],
        "executions": truth["executions"] + 1,
        "sets": truth["sets"] + 3,
        "exercises": truth["exercises"] + 1,
    }
    assert sum(each.reps or 0 for each in reading.sets()) == truth["reps_total"] + 60
    assert float(volume(reading)) == pytest.approx(truth["volume_kg_total"], rel=1e-9)
    assert reading.rows_not_sets == {"not done": truth["sets_not_done"]}
    keys = [each.source_key for each in reading.workouts()]
    assert (min(keys), max(keys)) == (truth["first"], truth["last"])
    assert not reading.rejected


@few
@given(st.binary() | st.text('012-# ",;:.KGREPS\n', max_size=200).map(str.encode))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for content in (tail or b" ", FILE.encode() + tail, EUROPEAN.encode() + tail):
        refused_or_sound(folder, "alpha_progression", content, Options())
