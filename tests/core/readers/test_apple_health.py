"""Exports of Apple Health: XML that phones write, large, and in part malformed."""

from __future__ import annotations

import tracemalloc
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.core.readers.files import (
    FILES,
    acceptable,
    only,
    read_by,
    real_by,
    shape,
    source,
    values,
)
from tests.core.readers.test_google_fit import zipped
from workout_core.errors import InvalidError
from workout_core.transfer.readers import apple_health
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DTD = """<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Record unit CDATA #IMPLIED
<!ELEMENT broken EMPTY>
]>
"""
HEARTBEAT = (
    '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="{}" '
    'startDate="2025-05-08 17:26:15 +0100" sourceName="Watch"/>\n'
)


def export(*inside: str, head: str = HEAD + DTD) -> str:
    return f'{head}<HealthData locale="en_US">\n{"".join(inside)}</HealthData>'


def record(kind: str, value: str, unit: str, day: str = "2025-04-18 22:38:45 +0100") -> str:
    return f'<Record type="HKQuantityTypeIdentifier{kind}" unit="{unit}" startDate="{day}" value="{value}"/>'


def workout(inside: str = "", kind: str = "Running", **attributes: str) -> str:
    given = {
        "duration": "30.5",
        "durationUnit": "min",
        "sourceName": "Anna\u2019s\u00a0Watch",
        "startDate": "2025-05-08 17:26:15 +0100",
        "endDate": "2025-05-08 17:57:00 +0100",
        **attributes,
    }
    said = " ".join(f'{name}="{value}"' for name, value in given.items())
    return f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" {said}>{inside}</Workout>'


STATISTICS = """<MetadataEntry key="HKElevationAscended" value="1234 cm"/>
<MetadataEntry key="HKIndoorWorkout" value="1"/>
<WorkoutEvent type="HKWorkoutEventTypePause" date="2025-05-08 17:30:00 +0100"/>
<WorkoutActivity uuid="1" startDate="2025-05-08 17:26:15 +0100"><WorkoutStatistics
 type="HKQuantityTypeIdentifierDistanceCycling" sum="99" unit="km"/></WorkoutActivity>
<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="141.5" maximum="171" unit="count/min"/>
<WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="300" unit="Cal"/>
<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="3.1" unit="mi"/>
"""


def test_a_workout_is_one_set(tmp_path: Path) -> None:
    found = read_by(apple_health, tmp_path, export(HEARTBEAT.format(56), workout(STATISTICS)))
    assert shape(found) == [("2025-05-08T16:26:15Z Running", [("Treadmill Run", 1)])]
    assert values(found, "rows rows_not_sets") == [2, {"HeartRate": 1}]
    done = only(found)
    assert values(done, "duration_s hr_avg hr_max calories elevation_m") == [
        *(1830, 142, 171, 300, Decimal("12.34"))
    ]
    assert values(done, "distance_value distance_unit distance_m") == [
        *(Decimal("3.1"), "mi", Decimal("4988.966"))
    ]
    (one,) = found.workouts()
    assert str(one.ended_at) == "2025-05-08 16:57:00+00:00"
    assert one.extras == {"source": "Anna\u2019s\u00a0Watch", "metadata": {"HKIndoorWorkout": "1"}}


def test_older_exports_have_attributes(tmp_path: Path) -> None:
    old = workout(
        kind="TraditionalStrengthTraining",
        duration="",
        totalDistance="0",
        totalDistanceUnit="km",
        totalEnergyBurned="418.4",
        totalEnergyBurnedUnit="kJ",
    )
    swim = workout(
        kind="Swimming",
        totalDistance="500",
        totalDistanceUnit="yd",
        duration="0.5",
        durationUnit="hr",
    )
    same = workout(kind="Swimming", duration="3", durationUnit="s")
    found = read_by(
        apple_health, tmp_path, export(old, swim, same, same, workout(kind="TaiChi")), unit="kg"
    )
    assert shape(found) == [
        ("2025-05-08T16:26:15Z TraditionalStrengthTraining", [("Strength Training", 1)]),
        ("2025-05-08T16:26:15Z Swimming", [("Swimming", 1)]),
        ("2025-05-08T16:26:15Z Swimming #2", [("Swimming", 1)]),
        ("2025-05-08T16:26:15Z TaiChi", [("Tai Chi", 1)]),
    ]
    lift, length, *_ = found.sets()
    assert values(lift, "duration_s calories distance_m") == [1845, 100, None]
    assert values(length, "duration_s distance_value distance_unit") == [1800, 500, "yd"]
    assert found.rows_repeated == 1


def test_the_body_is_measured(tmp_path: Path) -> None:
    found = read_by(
        *(apple_health, tmp_path),
        export(
            record("BodyMass", "68.5", "kg"),
            record("BodyMass", "68.5", "kg"),
            record("BodyMass", "151.2", "lb"),
            record("BodyMass", "11.5", "st", "2025-04-19 07:00:00"),
            record("BodyFatPercentage", "0.185", "%"),
            record("BodyFatPercentage", "18.6", "%"),
            record("Height", "1.8", "m"),
            record("WaistCircumference", "32", "in"),
            record("LeanBodyMass", "55.25", "kg"),
        ),
    )
    assert [values(each, "type value unit") for each in found.measurements()] == [
        ["weight", Decimal("68.5"), "kg"],
        ["weight", Decimal("151.2"), "lb"],
        ["weight", 161, "lb"],
        ["body_fat", Decimal("18.5"), "percent"],
        ["body_fat", Decimal("18.6"), "percent"],
        ["height", 180, "cm"],
        ["waist", 32, "in"],
        ["lean_mass", Decimal("55.25"), "kg"],
    ]
    first = next(iter(found.measurements()))
    assert str(first.measured_at) == "2025-04-18 21:38:45+00:00"
    assert found.rows_not_sets["BodyMass"] == 4


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    bad = (
        record("BodyMass", "68.5", "pood"),
        record("BodyMass", "", "kg"),
        record("BodyMass", "70", "kg", "someday"),
        record("Height", "-3", "m"),
        workout(startDate="2025-13-08 17:26:15 +0100"),
        workout(durationUnit="fortnight"),
        workout('<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceCycling" sum="3"/>'),
    )
    found = read_by(apple_health, tmp_path, export(*bad, *[HEARTBEAT.format(60)] * 9))
    told = [each.reason for each in found.rejected]
    assert [each.line for each in found.rejected] == [1, 2, 3, 4, 5, 6, 7]
    for reason, word in zip(
        told,
        ("'pood'", "no value", "someday", "'-3'", "2025-13", "fortnight", "no unit"),
        strict=True,
    ):
        assert word in reason


@pytest.mark.parametrize("name", ["apple_health_export/export.xml", "Export.XML", "../导出.xml"])
def test_the_archive_is_read_without_writing(tmp_path: Path, name: str) -> None:
    lies = export(workout()).replace("HealthData", "ClinicalDocument")
    members = {"a/export_cda.xml": lies, "routes/r.gpx": "<gpx/>", name: export(workout("\x0b"))}
    found = read_by(apple_health, tmp_path, zipped(members))
    assert len(list(found.workouts())) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert not apple_health.recognises(source(tmp_path, zipped({"a.xml": lies})))
    with pytest.raises(InvalidError, match="no export of Apple Health"):
        apple_health.read(source(tmp_path, zipped({"a.xml": lies})), Options())


def test_malformed_files(tmp_path: Path) -> None:
    """A broken DOCTYPE and control characters are of Apple; what an attacker adds to them is refused."""
    good = export(record("BodyMass", "70", "kg").replace("kg", "k\x0bg"))
    assert len(list(read_by(apple_health, tmp_path, good).measurements())) == 1
    entities = '<!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    for bad in (
        export(workout("<a>&b;</a>"), head=HEAD + entities),
        export(workout())[:-20],
        export("<a>" * 500),
        export(record("BodyMass", "7" * 3_000_000, "kg")),
    ):
        with pytest.raises(InvalidError, match="XML"):
            read_by(apple_health, tmp_path, bad)


def test_a_bomb_is_refused_soon(tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened,
        opened.open("e.xml", "w") as member,
    ):
        member.write(export()[: -len("</HealthData>")].encode())
        for _ in range(80):
            member.write(b" " * (1 << 20))
    with pytest.raises(InvalidError, match="unpacks to 80 MiB"):
        apple_health.read(Source(file), Options())


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    lines = "".join(HEARTBEAT.format(60 + each % 90) for each in range(1_000)).encode()
    with file.open("wb") as written:
        written.write(export()[: -len("</HealthData>")].encode())
        while written.tell() < 5 << 20:
            written.write(lines)
        written.write(workout(STATISTICS).encode() + b"</HealthData>")
    tracemalloc.start()
    found = apple_health.read(Source(file), Options())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.rows > 30_000
    assert peak < 3 << 20
    assert len(list(acceptable(found).workouts())) == 1


def test_a_real_file() -> None:
    found, truth = real_by(apple_health, "apple_health/1.xml")
    kinds = {
        name.removeprefix("HKQuantityTypeIdentifier").removeprefix(
            "HKCategoryTypeIdentifier"
        ): count
        for name, count in truth["by_type"].items()
    }
    assert found.rows_not_sets == kinds
    assert found.rows == truth["records"] + truth["workouts"]
    for each, told in zip(found.workouts(), truth["workout_list"], strict=True):
        done = each.executions[0].sets[0]
        assert str(done.distance_value) == told["distance"]
        assert done.duration_s == round(Decimal(told["duration"]) * 60, 3)
    masses = [each for each in found.measurements() if each.type == "weight"]
    assert [[str(each.value), each.unit] for each in masses] == [
        one[1:] for one in truth["body_mass"]
    ]


def test_a_real_file_in_an_archive(tmp_path: Path) -> None:
    path = FILES / "apple_health/1.xml"
    if not path.exists():
        pytest.skip("the real exports are not here")
    found = read_by(apple_health, tmp_path, zipped({"x/export.xml": path.read_bytes()}))
    assert len(list(found.workouts())) == 2
