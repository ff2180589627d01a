"""GPX of watches and phones."""

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
from workout_core.transfer.readers.gpx import read, recognises
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading

DEGREE_M = 111_195  # of latitude, on a sphere with the earth's mean radius


def point(latitude: float, time: str = "", elevation: float | None = None, rate: int = 0) -> str:
    inside = f"<time>{time}</time>" if time else ""
    inside += "" if elevation is None else f"<ele>{elevation}</ele>"
    inside += f"<extensions><x:t><x:hr>{rate}</x:hr></x:t></extensions>" if rate else ""
    return f'<trkpt lat="{latitude}" lon="7.5">{inside}</trkpt>'


def gpx(*tracks: str) -> str:
    return (
        '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" '
        f'xmlns:x="urn:x"><metadata><time>2020-01-01T00:00:00Z</time></metadata>{"".join(tracks)}</gpx>'
    )


def track(*segments: str, about: str = "<name>Hill</name><type>running</type>") -> str:
    return f"<trk>{about}{''.join(f'<trkseg>{each}</trkseg>' for each in segments)}</trk>"


def reading(folder: Path, *tracks: str) -> Reading:
    return read(source(folder, gpx(*tracks)), Options())


UP = (
    point(50, "2024-05-01T06:00:00Z", 100, 100),
    point(50.01, "2024-05-01T06:10:00Z", 101.5, 140),
    point(50.02, "2024-05-01T06:05:00Z", 100.5),  # a dip that is noise, and a clock that was set
    point(50.03, "2024-05-01T08:20:00+02:00", 110, 150),
)
FAR = point(51, "2024-05-01T07:00:00Z", 500) + point(51.01, "2024-05-01T07:10:00Z", 490)
ROUTE = "<rte><name>plan</name></rte>"


def test_a_track_is_a_workout_and_nothing_is_counted_between_segments(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        track("".join(UP), FAR, about="<name>Hill</name><type>running</type><desc>wet</desc>"),
    )
    assert shape(found) == [("2024-05-01T06:00:00Z", [("Run", 1)])]
    done = only(found)
    assert done.duration_s == 4200
    assert float(done.distance_m or 0) == pytest.approx(0.04 * DEGREE_M, rel=1e-5)
    assert (done.elevation_m, done.hr_avg, done.hr_max) == (Decimal(10), 130, 150)
    (workout,) = found.workouts()
    assert (workout.name, workout.note) == ("Hill", "wet")
    assert str(workout.ended_at) == "2024-05-01 07:10:00+00:00"
    assert workout.extras == {"points": 6, "sport": "running"}


def test_tracks_without_times_routes_and_places_are_left_aside_and_told(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        '<wpt lat="1" lon="2"><time>2019-01-01T00:00:00Z</time></wpt>',
        ROUTE,
        track(point(1) + point(2)),
        track(""),
        track(UP[0] + point(50.5) + UP[3], about="<type>9</type>"),
    )
    assert shape(found) == [("2024-05-01T06:00:00Z", [("Other Activity", 1)])]
    assert found.warnings == [
        "Tracks without times, left aside: 1",
        "Tracks without points, left aside: 1",
        "Points without a time: 1",
        "Routes and waypoints, left aside as no training: 2",
    ]
    assert found.rows == in_all(found) == 1
    assert only(reading(tmp_path, track(UP[0]))).distance_m is None  # a point goes nowhere


@pytest.mark.parametrize(
    ("tracks", "why"),
    [
        ((), "no track with times"),
        ((track(point(1) + point(2)),), "no track with times"),
        ((ROUTE,), "a route, no track"),
        (("<trk>",), "broken"),
        (("&bomb;",), "undefined entity"),
    ],
)
def test_what_is_no_training_is_refused(tmp_path: Path, tracks: tuple[str, ...], why: str) -> None:
    file = source(tmp_path, gpx(*tracks))
    assert recognises(file)
    with pytest.raises(InvalidError, match=why):
        read(file, Options())


@few
@given(
    st.lists(st.tuples(st.integers(0, 900), st.binary(max_size=3)), max_size=4),
    st.floats() | st.sampled_from(["1e400", "nan", "-91", "x"]),
)
def test_any_damage_is_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]], place: float | str
) -> None:
    odd = f'<trkpt lat="{place}" lon="{place}"><ele>{place}</ele></trkpt>'
    data = bytearray(gpx(track(UP[0] + odd + UP[3])).encode())
    for at, piece in damage:
        data[at : at + 1] = piece
    file = source(tmp_path_factory.getbasetemp(), bytes(data))
    recognises(file)
    with contextlib.suppress(InvalidError):
        found = read(file, Options())
        assert found.rows == in_all(found)


@pytest.mark.parametrize(("name", "workouts"), [("1", 7), ("2", 1)])
def test_real_files_say_what_their_truths_say(name: str, workouts: int) -> None:
    file, truth = real_file(f"gpx/{name}.gpx")
    assert recognises(file)
    found = list(read(file, Options()).workouts())
    assert len(found) == workouts  # the tracks that have points
    assert sum(each.extras["points"] for each in found) == truth["trackpoints"]
    assert found[0].source_key.removesuffix("Z") == truth["first"].removesuffix("Z")
    last = found[-1].ended_at or found[-1].started_at
    assert last.strftime("%Y-%m-%dT%H:%M:%S") == truth["last"].removesuffix("Z")
