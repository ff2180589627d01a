"""TCX of watches and of Google's Takeout."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import in_all, only, real_file, shape, source
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer.readers.tcx import read, recognises
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading

LAP = """<Lap StartTime="2024-05-01T06:00:00Z"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>
<DistanceMeters>{metres}</DistanceMeters><Calories>40</Calories>
<AverageHeartRateBpm><Value>{rate}</Value></AverageHeartRateBpm>
<MaximumHeartRateBpm><Value>{top}</Value></MaximumHeartRateBpm><Track>
<Trackpoint><Time>2024-05-01T06:00:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint>
<Trackpoint><Time>2024-05-01T06:20:30Z</Time><DistanceMeters>9999</DistanceMeters></Trackpoint>
</Track></Lap>"""
LAPS = LAP.format(seconds="600.4", metres="2000.5", rate=120, top=150) + LAP.format(
    seconds="300", metres="1000", rate=150, top=171
)


def tcx(*activities: str, around: str = "Activities") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f"<{around}>{''.join(activities)}</{around}></TrainingCenterDatabase>"
    )


def activity(
    inside: str = LAPS, sport: str = "Running", start: str = "2024-05-01T06:00:00Z"
) -> str:
    return f'<Activity Sport="{sport}"><Id>{start}</Id>{inside}</Activity>'


def reading(folder: Path, *activities: str) -> Reading:
    return read(source(folder, tcx(*activities)), Options())


def test_an_activity_is_the_sum_of_its_laps(tmp_path: Path) -> None:
    about = "<Notes>easy</Notes><Creator><Name>Watch 3</Name></Creator>"
    found = reading(tmp_path, activity(LAPS + about))
    assert shape(found) == [("2024-05-01T06:00:00Z", [("Run", 1)])]
    done = only(found)
    assert (done.duration_s, done.distance_m) == (Decimal("900.4"), Decimal("3000.5"))
    assert (done.calories, done.hr_avg, done.hr_max) == (80, 130, 171)
    (workout,) = found.workouts()
    assert str(workout.ended_at) == "2024-05-01 06:20:30+00:00"
    assert workout.note == "easy"
    assert workout.extras == {"laps": 2, "sport": "Running", "device": "Watch 3"}
    assert (found.rows, found.warnings) == (in_all(found), [])


def test_points_tell_what_laps_leave_out_in_whatever_order_they_stand(tmp_path: Path) -> None:
    points = "".join(
        f"<Trackpoint><DistanceMeters>{metres}</DistanceMeters><Time>{time}</Time>"
        f"<HeartRateBpm><Value>{rate}</Value></HeartRateBpm></Trackpoint>"
        for time, metres, rate in (
            ("2024-05-01T06:10:00.5Z", "900.25", 140),
            ("2024-05-01T06:00:00Z", "0.0", 100),
            ("2024-05-01T06:05:00Z", "400", 150),
            ("yesterday", "5000", 250),
        )
    )
    found = reading(tmp_path, activity(f"<Lap><Track>{points}</Track></Lap>", "StairStepper", "?"))
    assert shape(found) == [("2024-05-01T06:00:00Z", [("Stair Climber", 1)])]
    done = only(found)
    assert (done.duration_s, done.distance_m) == (Decimal("600.5"), Decimal("900.25"))
    assert (done.hr_avg, done.hr_max, done.calories) == (130, 150, None)
    assert found.warnings == ["Points without a time: 1"]


def test_two_activities_are_two_workouts_and_one_without_a_start_is_rejected(
    tmp_path: Path,
) -> None:
    later = activity(LAPS, "Biking", "2024-05-01T08:00:00+02:00")
    found = reading(
        tmp_path, activity(start="2024-05-02T06:00:00Z"), later, later, activity("", "Other", "")
    )
    assert shape(found) == [
        ("2024-05-01T06:00:00Z", [("Cycling", 1)]),
        ("2024-05-02T06:00:00Z", [("Run", 1)]),
    ]
    assert [each.reason for each in found.rejected] == ["the activity has no start: it has no Id"]
    assert (found.rows_repeated, found.rows) == (1, 4)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (tcx("<Course><Name>x</Name><Lap/></Course>", around="Courses"), "plan or a course"),
        (tcx("<Workout><Name>x</Name></Workout>", around="Workouts"), "plan or a course"),
        (tcx(), "no activity"),
        (tcx(activity("", start="12 May")), "'12 May' is no time"),
        (tcx(activity())[:-40], "broken"),
        (
            "<!DOCTYPE a [<!ENTITY b 'c'>]>" + tcx(activity("&b;")).partition("\n")[2],
            "undefined entity",
        ),
    ],
)
def test_what_is_no_training_is_refused(tmp_path: Path, text: str, why: str) -> None:
    file = source(tmp_path, text)
    assert recognises(file)
    with pytest.raises(InvalidError, match=why):
        read(file, Options())


@few
@given(st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=3)), max_size=4))
def test_any_damage_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]]
) -> None:
    data = bytearray(tcx(activity()).encode())
    for at, piece in damage:
        data[at : at + 1] = piece
    file = source(tmp_path_factory.getbasetemp(), bytes(data))
    recognises(file)
    with contextlib.suppress(InvalidError):
        found = read(file, Options())
        assert found.rows == in_all(found)


@pytest.mark.parametrize("name", ["tcx/1.tcx", "google_fit/1.tcx"])
def test_real_files_say_what_their_truths_say(name: str) -> None:
    file, truth = real_file(name)
    assert recognises(file)
    found = read(file, Options())
    assert [each.extras["sport"] for each in found.workouts()] == [
        each["sport"] for each in truth["activities"]
    ]
    done = only(found)
    assert float(done.duration_s or 0) == pytest.approx(truth["lap_seconds"], abs=0.001)
    assert float(done.distance_m or 0) == pytest.approx(truth["lap_distance_m"])
    assert done.calories == truth["calories"]
