"""Sessions of Google Fit, alone and in the archive of Takeout."""

from __future__ import annotations

import io
import json
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.readers.files import only, read_by, real_by, shape, source, values
from workout_core.errors import InvalidError
from workout_core.transfer.readers import google_fit
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def session(start: str = "2025-01-30T14:37:41.323Z", **fields: Any) -> dict[str, Any]:
    sums = {
        "distance.delta": 705.2629849,
        "calories.expended": 34.28,
        "heart_rate.summary": 101.6,
        "speed.summary": 1.5,
    }
    return {
        "fitnessActivity": "running.treadmill",
        "startTime": start,
        "endTime": "2025-01-30T14:48:41.323Z",
        "duration": "600.5s",
        "segment": [{"fitnessActivity": "walking", "startTime": start}],
        "aggregate": [
            {"metricName": f"com.google.{name}", "floatValue": value}
            for name, value in sums.items()
        ]
        + [{"metricName": "com.google.step_count.delta", "intValue": 1004}],
        **fields,
    }


def zipped(members: Mapping[str, object]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            data = content if isinstance(content, bytes | str) else json.dumps(content)
            opened.writestr(name, data)
    return file.getvalue()


def test_a_session_is_one_set(tmp_path: Path) -> None:
    found = read_by(google_fit, tmp_path, session(mood="fine"))
    assert shape(found) == [("2025-01-30T14:37:41.323000Z", [("Treadmill Run", 1)])]
    done = only(found)
    assert values(done, "duration_s distance_m calories hr_avg") == [
        *(Decimal("600.5"), Decimal("705.263"), 34, 102)
    ]
    (one,) = found.workouts()
    assert one.extras["activity"] == "running.treadmill"
    assert one.extras["sums"] == {"speed.summary": "1.5", "step_count.delta": "1004"}
    assert found.unknown_columns == ["mood"]
    parts = [{"fitnessActivity": "walking"}, {"fitnessActivity": "running"}]
    trail = session(segment=parts, fitnessActivity="running.trail")
    (two,) = read_by(google_fit, tmp_path, trail, unit="kg").workouts()
    assert two.executions[0].exercise == "Run"
    assert [each["fitnessActivity"] for each in two.extras["segments"]] == ["walking", "running"]


def test_an_archive_has_many(tmp_path: Path) -> None:
    later = session("2025-01-31T10:00:00Z", endTime="2025-01-31T10:10:00Z")
    members = {
        "Takeout/Fit/All Sessions/a.json": session(),
        "../../b.JSON": later,
        "Takeout/Fit/All Sessions/c.json": later,
        "Takeout/Fit/All Data/raw.json": {"Data Points": [1]},
        "Takeout/Fit/Daily/2025.csv": "Date,Calories (kcal)\n",
        "Takeout/Fit/All Sessions/d.json": session(startTime="never"),
    }
    found = read_by(google_fit, tmp_path, zipped(members))
    assert [key for key, _ in shape(found)] == [
        *("2025-01-30T14:37:41.323000Z", "2025-01-31T10:00:00Z")
    ]
    assert values(found, "rows rows_repeated") == [4, 1]
    assert "d.json: 'never'" in found.rejected[0].reason
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert not google_fit.recognises(source(tmp_path, zipped({"a.json": "{}", "b.txt": "x"})))


def test_sums_of_days_are_no_workouts(tmp_path: Path) -> None:
    for header in (
        "Date,Move Minutes count,Calories (kcal),Distance (m),Heart Points",
        "Start time,End time,Step count,Calories (kcal)",
    ):
        file = source(tmp_path, f"\ufeff{header}\n2025-01-30,1,2,3,4\n")
        assert google_fit.recognises(file)
        with pytest.raises(InvalidError, match="these are no workouts") as refused:
            google_fit.read(file, Options())
        assert "All Sessions" in refused.value.hints[0]
    assert not google_fit.recognises(source(tmp_path, "Date,Exercise,Distance (m)\n"))


@pytest.mark.parametrize(
    "fields",
    [
        {"duration": "ten minutes"},
        {"startTime": None},
        {"endTime": "2025"},
        {"aggregate": [3]},
        {"aggregate": [{"metricName": "com.google.distance.delta", "floatValue": "far"}]},
        {"segment": {"a": 1}},
        {"name": "x" * 300},
    ],
)
def test_a_broken_session_is_refused(tmp_path: Path, fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidError, match=r"1 of 1 rows|cannot be"):
        read_by(google_fit, tmp_path, session(**fields))


def test_a_real_file() -> None:
    found, _ = real_by(google_fit, "google_fit/3.json")
    done = only(found)
    assert [each.exercise for each in found.executions()] == ["Walk"]
    assert values(done, "duration_s distance_m calories") == [660, Decimal("705.263"), 34]
