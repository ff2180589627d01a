"""Liftosaur: planned and done sets, instants in three styles."""

from __future__ import annotations

from datetime import UTC, datetime
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
    volume,
)
from tests.core.readers.hostile import few
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,"
    "Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,"
    "Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)
FILE = f"""{HEADER}
2025-05-20T05:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",1,5,5,0,,,0,20,kg,20,kg,0,2025-05-20T13:15:52.559Z,"A,B",,"low
bar"
2025-05-20T05:00:00Z,GZCLP,Day 1,"Squat, Barbell",0,8-12,8,0,8,8.5,1,100,kg,97.5,kg,0,2025-05-20T13:16:52Z,Quads,,
2025-05-20 05:00:00 +00:00,GZCLP,Day 1,"Squat, Barbell",0,3+,6,1,,,0,80,%,215,lb,0,,Quads,,
2025-05-20T05:00:00.000Z,GZCLP,Day 1,"Squat, Barbell",0,3,,0,,,0,100,kg,,,0,,Quads,,
2025-05-20T05:00:00.000Z,GZCLP,Day 1,Chin Up,0,5,0,0,,,0,0,lb,0,lb,0,,Lats,,
2025-05-18T23:30:00-02:00,GZCLP,Day 2,"Deadlift, Barbell",0,5,5,0,,,0,,,60,kg,0,,,,
"""
OLDER = """workout datetime;exercise;is warmup set?;required reps;completed reps;rpe;is amrap?;weight value;weight unit
2023-01-02T10:00:00Z;Squat;0;5;5;9;0;62,5;kg
2023-01-02T10:00:00Z;Squat;0;5;5;9;maybe;62,5;kg
2023-01-02T10:00:00Z;Squat;0;5;5;9;0;62,5;stone
2023-01-02T10:00:00Z;Squat;0;5;4;;0;62,5;kg
"""


def test_three_styles_of_a_moment_are_one_workout(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE)
    assert shape(reading) == [
        ("2025-05-19T01:30:00+00:00", [("Deadlift, Barbell", 1)]),
        ("2025-05-20T05:00:00+00:00", [("Squat, Barbell", 3), ("Chin Up", 1)]),
    ]
    last = list(reading.workouts())[-1]
    assert (last.name, last.extras) == ("Day 1", {"program": "GZCLP"})
    assert last.started_at == datetime(2025, 5, 20, 5, tzinfo=UTC)
    assert last.executions[0].note == "low\nbar"
    assert (reading.rows, reading.rows_not_sets) == (6, {"not done": 1})


def test_what_was_planned_stands_beside_what_was_done(tmp_path: Path) -> None:
    names = (
        *("kind", "load_value", "load_unit", "reps", "rpe", "amrap"),
        *("target_load_value", "target_reps", "target_reps_max", "target_rpe", "raw"),
    )
    hard = (Decimal(100), 8, 12, Decimal(8), None)
    share = (None, 3, None, None, "required weight 80 %")
    sets = list(read(tmp_path, FILE).sets())
    assert [told(each, *names) for each in sets] == [
        ("working", Decimal(60), "kg", 5, None, False, None, 5, None, None, None),
        ("warmup", Decimal(20), "kg", 5, None, False, Decimal(20), 5, None, None, None),
        ("working", Decimal("97.5"), "kg", 8, Decimal("8.5"), False, *hard),
        ("working", Decimal(215), "lb", 6, None, True, *share),
        ("working", None, None, 0, None, False, None, 5, None, None, None),
    ]
    assert sets[1].performed_at == datetime(2025, 5, 20, 13, 15, 52, 559_000, UTC)


def test_an_older_form_with_bad_rows(tmp_path: Path) -> None:
    reading = read(tmp_path, OLDER)
    assert [each.line for each in reading.rejected] == [3, 4]
    (execution,) = only_workout(reading).executions
    assert [told(each, "reps", "load_value", "rpe") for each in execution.sets] == [
        (5, Decimal("62.5"), Decimal(9)),
        (4, Decimal("62.5"), None),
    ]


@pytest.mark.parametrize(
    "moment", ["2025-02-30T05:00:00Z", "yesterday", "0001-01-01T00:00:00+01:00"]
)
def test_moments_that_do_not_exist(tmp_path: Path, moment: str) -> None:
    reading = read(tmp_path, FILE.replace("2025-05-18T23:30:00-02:00", moment))
    assert [each.line for each in reading.rejected] == [8]


def test_a_real_file() -> None:
    reading, truth = real("liftosaur/1")
    assert counted(reading).items() <= truth.items()
    assert float(volume(reading)) == pytest.approx(truth["volume_kg_total"], rel=1e-9)
    kinds = [each.kind for each in reading.sets()]
    assert kinds.count("warmup") == truth["set_types"]["warmup"]
    starts = [str(each.started_at.replace(tzinfo=None)) for each in reading.workouts()]
    assert (min(starts), max(starts)) == (truth["first"], truth["last"])


@few
@given(st.binary() | st.text('0125-TZ ",:+.kg\n', max_size=200).map(str.encode))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for content in (tail or b" ", HEADER.encode() + b"\n" + tail, FILE.encode() + tail):
        refused_or_sound(folder, "liftosaur", content, Options())
