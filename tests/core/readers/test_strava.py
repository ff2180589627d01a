"""Strava's table of activities, and the archive around it."""

from __future__ import annotations

import contextlib
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import in_all, only, real_file, shape, source
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer.readers.strava import read, recognises, utc
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Filename,Elapsed Time,Moving Time,Distance,Elevation Gain,"
    'Max Heart Rate,Average Heart Rate,Calories,Relative Effort,Commute,"<span class=""x"">Jump Count</span>"'
)


def row(
    date: str = "May 3, 2023, 12:40:57 PM", sport: str = "Ride", number: int = 1, note: str = ""
) -> str:
    return (
        f'{number},"{date}",Evening,{sport},"{note}",6124,33.91,170,20,false,activities/1.fit.gz,6124.0,5103.0,'
        "33912.48046875,124.5,171.0,140.4,683.0,21.0,0,3"
    )


def table(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def archive(*names: str, **texts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in (texts | dict.fromkeys(names, "x")).items():
            packed.writestr(name, text)
    return data.getvalue()


def reading(folder: Path, *rows: str) -> Reading:
    return read(source(folder, table(*rows)), Options())


def test_the_last_column_of_a_name_is_the_exact_one(tmp_path: Path) -> None:
    found = reading(tmp_path, row(note="windy\nwet"))
    assert shape(found) == [("1", [("Cycling", 1)])]
    done = only(found)
    assert (done.duration_s, done.distance_m) == (Decimal(6124), Decimal("33912.480469"))
    assert (done.hr_avg, done.hr_max, done.calories) == (140, 171, 683)
    assert done.elevation_m == Decimal("124.5")
    (workout,) = found.workouts()
    assert str(workout.started_at) == "2023-05-03 12:40:57+00:00"
    assert str(workout.ended_at) == "2023-05-03 14:23:01+00:00"
    assert (workout.name, workout.note) == ("Evening", "windy\nwet")
    told = {"type": "Ride", "moving time": "5103.0", "relative effort": "21.0", "commute": "0"}
    assert told.items() <= workout.extras.items()
    others = {each["column"]: each["text"] for each in workout.extras["columns"]}
    assert others == {"Filename": "activities/1.fit.gz", "Jump Count": "3"}
    assert found.unknown_columns == ["Filename", "Jump Count"]
    assert (found.rows, found.warnings) == (in_all(found), [])


def test_a_single_distance_is_in_kilometres(tmp_path: Path) -> None:
    header = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance"
    text = table('7,"23 May 2023, 12:40:57",Run,Virtual Ride,60,5.25', header=header)
    found = read(source(tmp_path, text), Options())
    assert (only(found).distance_m, only(found).duration_s) == (Decimal(5250), Decimal(60))
    assert shape(found) == [("7", [("Stationary Bike", 1)])]
    assert "in km" in found.warnings[0]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("May 23, 2023, 12:40:57 PM", "2023-05-23 12:40:57+00:00"),
        ("Sep 1, 2023, 12:00:01\u202fAM", "2023-09-01 00:00:01+00:00"),
        ("1 Sept 2023, 23:05:00", "2023-09-01 23:05:00+00:00"),
        ("23 de mayo de 2023 12:40", "2023-05-23 12:40:00+00:00"),
        ("2023-09-01 23:05:00 UTC", "2023-09-01 23:05:00+00:00"),
    ],
)
def test_dates_are_in_utc_in_whatever_language(cell: str, moment: str) -> None:
    assert str(utc(cell)) == moment


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("23 maius 2023, 12:40:57", "No month is known here as 'maius'"),
        ("23.05.2023, 12:40:57", "no date and time like"),
        ("Feb 30, 2023, 1:00:00 PM", "no day"),
    ],
)
def test_dates_that_are_not_understood_are_refused_with_their_word(
    tmp_path: Path, cell: str, word: str
) -> None:
    with pytest.raises(InvalidError, match=word):
        reading(tmp_path, row(cell))


def test_an_archive_is_read_where_it_lies_and_what_is_left_aside_is_told(tmp_path: Path) -> None:
    names = (
        "export_1/activities/1.fit.gz",
        "export_1/activities/2.gpx",
        "../../evil",
        "export_1/bikes.csv",
    )
    file = source(tmp_path, archive(*names, **{"export_1/activities.csv": table(row())}), "a.zip")
    assert recognises(file)
    found = read(file, Options())
    assert shape(found) == [("1", [("Cycling", 1)])]
    activities, others = found.warnings
    assert "left aside: 2" in activities
    assert others == "Other files, left aside: 2: 'export_1/bikes.csv', '../../evil'" or (
        others == "Other files, left aside: 2: '../../evil', 'export_1/bikes.csv'"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]
    assert not recognises(source(tmp_path, archive("a.csv"), "b.zip"))


def test_bombs_broken_zips_and_headers_of_other_languages_are_refused(tmp_path: Path) -> None:
    bomb = source(tmp_path, archive(**{"activities.csv": table(row()) + "\n" * (20 << 20)}))
    with pytest.raises(InvalidError, match="unpacks to more than"):
        read(bomb, Options())
    whole = archive(**{"activities.csv": table(row())})
    assert not recognises(source(tmp_path, whole[:-30]))
    broken = bytearray(whole)
    broken[60:80] = b"x" * 20
    with pytest.raises(InvalidError, match="can't be unpacked"):
        read(source(tmp_path, bytes(broken)), Options())
    german = HEADER.replace("Activity Date", "Aktivitätsdatum").replace(
        "Activity ID", "Aktivitäts-ID"
    )
    file = source(tmp_path, archive(**{"activities.csv": table(row(), header=german)}))
    assert recognises(file)
    with pytest.raises(InvalidError, match="'Aktivitätsdatum'"):
        read(file, Options())


@few
@given(st.lists(st.tuples(st.integers(0, 900), st.binary(max_size=3)), max_size=4), st.booleans())
def test_any_damage_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]], packed: bool
) -> None:
    text = table(row(), row(number=2))
    data = bytearray(archive(**{"activities.csv": text}) if packed else text.encode())
    for at, piece in damage:
        data[at : at + 1] = piece
    file = source(tmp_path_factory.getbasetemp(), bytes(data))
    with contextlib.suppress(InvalidError):
        if recognises(file):
            found = read(file, Options())
            assert found.rows == in_all(found)


def test_the_real_table_says_what_its_truth_says() -> None:
    file, truth = real_file("strava/1.csv")
    assert recognises(file)
    found = read(file, Options())
    assert found.rows == truth["rows"] == len(list(found.workouts()))
    sets = list(found.sets())
    metres = float(sum(each.distance_m or 0 for each in sets))
    assert metres == pytest.approx(truth["distance_m_second_column"])
    assert sum(each.duration_s or 0 for each in sets) == truth["elapsed_seconds"]
    starts = {each.started_at for each in found.workouts()}
    assert {utc(each) for each in truth["dates"]} <= starts
