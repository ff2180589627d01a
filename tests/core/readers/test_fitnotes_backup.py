from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import (
    FILES,
    assert_as_in_truth,
    assert_read_or_refused,
    read,
    shape,
    values,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer import sqlite_file
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from pathlib import Path

OLD = """
PRAGMA user_version = 14;
CREATE TABLE Category(_id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER);
CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date DATE, metric_weight INTEGER,
    reps INTEGER, unit INTEGER);
CREATE TABLE BodyWeight(_id INTEGER PRIMARY KEY, date TEXT, body_weight_metric REAL, body_fat REAL, comments TEXT);
CREATE TABLE settings(_id INTEGER PRIMARY KEY, metric INTEGER);
INSERT INTO settings VALUES (1, 1);
INSERT INTO Category VALUES (1, 'Legs'), (2, 'Cardio');
INSERT INTO exercise VALUES (10, 'Squat', 1), (11, 'Treadmill', 2), (12, 'Row', 9);
INSERT INTO training_log VALUES (1, 10, '2022-01-15', 138.60000610351562, 5, 0), (2, 12, '2022-01-15', 60, 8, 0),
    (3, 10, '2022-01-15', 0, 12, 0), (4, 10, '2022-01-13', 40.8233618492076, 5, 2), (5, 99, '2022-01-13', 1, 1, 0);
INSERT INTO BodyWeight VALUES (1, '2022-01-13 07:30:00', 82.5, 13.0, 'fasted'), (2, '2022-01-14 07:30:00', 82, 0, '');
"""
NEW = """
PRAGMA user_version = 22;
ALTER TABLE training_log ADD COLUMN distance INTEGER DEFAULT 0;
ALTER TABLE training_log ADD COLUMN duration_seconds INTEGER DEFAULT 0;
INSERT INTO training_log VALUES (6, 11, '2022-01-15', 0, 0, 0, 2.5, 900);
CREATE TABLE Comment(_id INTEGER PRIMARY KEY, date DATE, owner_type_id INTEGER, owner_id INTEGER, comment TEXT);
INSERT INTO Comment VALUES (1, '2022-01-15', 1, 1, 'deep'), (2, '2022-01-15', 2, 1, 'of the day');
CREATE TABLE WorkoutComment(_id INTEGER PRIMARY KEY, date TEXT, comment TEXT);
INSERT INTO WorkoutComment VALUES (1, '2022-01-15', 'felt
good');
CREATE TABLE WorkoutTime(_id INTEGER PRIMARY KEY, workout_date TEXT, start_date_time TEXT, end_date_time TEXT);
INSERT INTO WorkoutTime VALUES (1, '2022-01-15', '2022-01-15 18:00:00', '2022-01-15 19:10:00'),
    (2, '2022-01-13', '2022-01-13 18:00:00', '2022-01-14 18:00:00'), (3, '2022-01-11', 'soon', '');
CREATE TABLE WorkoutGroupExercise(_id INTEGER PRIMARY KEY, exercise_id INTEGER, date TEXT, workout_group_id INTEGER);
INSERT INTO WorkoutGroupExercise VALUES (1, 10, '2022-01-15', 77), (2, 12, '2022-01-15', 77);
CREATE TABLE Routine(_id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO Routine VALUES (1, 'Five by five');
CREATE TABLE MeasurementUnit(_id INTEGER PRIMARY KEY, short_name TEXT);
INSERT INTO MeasurementUnit VALUES (1, 'kgs'), (4, 'cm'), (5, 'stone');
CREATE TABLE Measurement(_id INTEGER PRIMARY KEY, name TEXT, unit_id INTEGER);
INSERT INTO Measurement VALUES (1, 'Bodyweight', 1), (2, 'Waist', 4), (3, 'Odd', 5);
CREATE TABLE MeasurementRecord(_id INTEGER PRIMARY KEY, measurement_id INTEGER, date TEXT, time TEXT, value REAL,
    comment TEXT);
INSERT INTO MeasurementRecord VALUES (1, 1, '2022-01-13', '07:30:00', 82.5, NULL),
    (2, 2, '2022-01-15', '07:31:00', 81.25, 'tight'), (3, 3, '2022-01-15', '07:31:00', 13, NULL);
"""


def database(folder: Path, *scripts: str) -> bytes:
    path = folder / "made.fitnotes"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        for script in scripts:
            connection.executescript(script)
    return path.read_bytes()


def test_an_old_backup(tmp_path: Path) -> None:
    reading = read(tmp_path / "b.fitnotes", database(tmp_path, OLD))
    assert values(reading, "format dialect unit rows") == ["fitnotes", "backup 14", "kg", 5]
    assert reading.rows_not_sets == {"of deleted exercises": 1}
    assert reading.warnings == [
        "1 row of the log is of an exercise that is not in the backup any more"
    ]
    assert shape(reading) == [
        ("2022-01-13", [("Squat", 1)]),
        ("2022-01-15", [("Squat", 1), ("Row", 1), ("Squat", 1)]),
    ]
    typed, noisy, row, bare = reading.sets()
    load = "load_value load_unit reps raw"
    assert values(typed, load) == [90, "lb", 5, None]
    assert values(noisy, load) == [Decimal("138.6"), "kg", 5, "weight 138.60000610351562"]
    assert values(row, load) == [60, "kg", 8, None]
    assert values(bare, load) == [None, None, 12, None]
    first, second = reading.workouts()
    assert str(first.started_at) == "2022-01-13 00:00:00"
    assert second.extras == {"categories": {"Squat": "Legs"}}
    names = "source_key type value unit note"
    assert [values(each, names) for each in reading.measurements()] == [
        ["weight 2022-01-13 07:30:00", "weight", Decimal("82.5"), "kg", "fasted"],
        ["body_fat 2022-01-13 07:30:00", "body_fat", 13, "percent", "fasted"],
        ["weight 2022-01-14 07:30:00", "weight", 82, "kg", None],
    ]


def test_a_new_backup_tells_more(tmp_path: Path) -> None:
    reading = read(tmp_path / "b.fitnotes", database(tmp_path, OLD, NEW))
    assert reading.dialect == "backup 22"
    first, second = reading.workouts()
    assert values(second, "source_key note") == ["2022-01-15", "felt\ngood"]
    assert second.started_at == datetime.fromisoformat("2022-01-15 18:00")
    assert second.ended_at == datetime.fromisoformat("2022-01-15 19:10")
    assert values(first, "ended_at") == [None]
    assert first.extras["end"] == "2022-01-14 18:00:00"
    assert [each.superset for each in second.executions] == [1, 1, 1, None]
    assert second.executions[0].sets[0].note == "deep"
    (run,) = second.executions[3].sets
    figures = "load_value reps duration_s distance_value distance_unit distance_m"
    assert values(run, figures) == [None, None, 900, Decimal("2.5"), None, None]
    assert reading.warnings[1:] == [
        "1 routine is a plan and was not read",
        "1 distance has no unit in the file; --distance-unit tells it",
        "2 other rows can't be read: a measurement of '2022-01-15': the unit 'stone' is not known",
    ]
    measured = {each.type: each for each in reading.measurements()}
    assert [*measured] == ["weight", "body_fat", "Waist"]
    assert values(measured["Waist"], "value unit note") == [Decimal("81.25"), "cm", "tight"]
    assert len(list(reading.measurements())) == 4  # the weight that stands in two tables comes once


def test_the_unit_of_the_settings_is_that_of_rows_without_one(tmp_path: Path) -> None:
    script = "UPDATE settings SET metric = 0; UPDATE training_log SET metric_weight = 45.359237"
    reading = read(tmp_path / "b.fitnotes", database(tmp_path, OLD, script))
    loads = [values(each, "load_value load_unit") for each in reading.sets()]
    assert loads == [[100, "lb"]] * 4
    assert reading.unit == "lb"
    weight = next(iter(reading.measurements()))
    assert values(weight, "value unit") == [Decimal("181.88"), "lb"]


def test_a_csv_and_a_backup_know_each_others_workouts(tmp_path: Path) -> None:
    rows = "2022-01-15,Squat,Legs,138.6,kgs,5,,,\n"
    header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
    table = read(tmp_path / "f.csv", header + rows)
    backup = read(tmp_path / "b.fitnotes", database(tmp_path, OLD))
    assert table.format == backup.format
    assert {each.source_key for each in table.workouts()} < {
        each.source_key for each in backup.workouts()
    }


def test_rows_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    script = "UPDATE training_log SET reps = 'many' WHERE _id = 2; UPDATE training_log SET date = 'x' WHERE _id = 4"
    reading = read(tmp_path / "b.fitnotes", database(tmp_path, OLD, script))
    told = [each.reason for each in reading.rejected]
    assert "row 2 of the log: reps 'many' is no number" in told
    assert any("row 4 of the log: 'x 00:00' is no date" in reason for reason in told)
    assert len(list(reading.sets())) == 2
    worse = "UPDATE training_log SET metric_weight = x'00ff' WHERE _id < 4"
    with pytest.raises(InvalidError, match="3 of 4 rows can't be read, row 3: row 1 of the log"):
        read(tmp_path / "b.fitnotes", database(tmp_path, OLD, worse))


def test_other_databases_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.fitnotes"
    trap = "DROP TABLE exercise; CREATE VIEW exercise AS SELECT 1 AS _id, 'x' AS name, 1 AS category_id"
    for scripts in (("CREATE TABLE notes(text)",), (OLD, trap)):
        with pytest.raises(InvalidError, match=r"no backup of FitNotes: it lacks exercise"):
            read(path, database(tmp_path, *scripts))
    path.write_bytes(b"Date,Exercise\n")
    with pytest.raises(InvalidError, match="is no SQLite database"):
        FORMATS["fitnotes_backup"].read(Source(path), Options())


def test_a_backup_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "ro dir?#%"
    folder.mkdir()
    path = folder / "my backup #1?.fitnotes"
    data = database(tmp_path, "PRAGMA journal_mode = WAL", OLD)
    assert len(list(read(path, data).sets())) == 4
    assert [*folder.iterdir()] == [path]
    assert path.read_bytes() == data


def test_a_database_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = database(tmp_path, OLD)
    monkeypatch.setattr(sqlite_file, "MAX_ROWS", 3)
    with pytest.raises(InvalidError, match="more than 3 rows"):
        read(tmp_path / "b.fitnotes", data)
    monkeypatch.setattr(sqlite_file, "MAX_BYTES", 1000)
    with pytest.raises(InvalidError, match="at most 1,000"):
        FORMATS["fitnotes_backup"].read(Source(tmp_path / "b.fitnotes"), Options())


@pytest.mark.parametrize("number", ["6", "7"])
def test_real_files(number: str) -> None:
    assert_as_in_truth(f"fitnotes/{number}.fitnotes")


def test_a_copy_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    real = FILES / "fitnotes/6.fitnotes"
    data = real.read_bytes() if real.is_file() else database(tmp_path, OLD, NEW)
    path = tmp_path / "b.fitnotes"
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InvalidError, match="can't be read as an SQLite database"):
        FORMATS["fitnotes_backup"].read(Source(path), Options())


@few
@given(noise=st.binary(min_size=1, max_size=64), at=st.integers(0, 60_000))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    made = folder / "made.fitnotes"
    data = made.read_bytes() if made.is_file() else database(folder, OLD, NEW)
    place = at % len(data)
    spoilt = data[:place] + noise + data[place + len(noise) :]
    head = b"SQLite format 3\0"
    assert_read_or_refused(
        folder / "b.fitnotes",
        "fitnotes_backup",
        (noise, head + noise, spoilt, data[:place] or b"x"),
    )
