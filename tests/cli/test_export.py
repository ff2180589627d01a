"""`workout export`: formats by name and by ending, days, files that are whole, and lines that are read again."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import fitdecode
import pytest

from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

TEXT_FORMATS = ("csv", "strong", "strong-android", "hevy", "tcx", "ics", "md", "text")


@pytest.fixture(autouse=True)
def _logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_TIMEZONE", "Europe/Paris")
    log("bench 60kgx5w 3x5@100kg rpe8 rest2min // =1+1", "2026-01-05 18:00")
    log("pullup +10kg 3x8 + curl 25lbx12", "2026-01-05 18:30")
    log("run 5km 25:00 hr150", "2026-02-05 07:00")


def log(line: str, at: str) -> None:
    assert run(["log", *line.split(), "--at", at]) == 0


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert run(["export", *words]) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


@pytest.mark.parametrize("format", TEXT_FORMATS)
def test_a_file_and_a_pipe_get_the_same(
    format: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out, _ = told(capsys, "--format", format)
    target = tmp_path / f"it.{format}"
    _, err = told(capsys, "--format", format, "-o", str(target))
    assert target.read_bytes().decode() == out
    assert ("\r\n" in out) == (format == "ics")
    assert err == f"2 workouts, 9 sets in {target}\n"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".it")] == []


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        *(("a.json", "{"), ("a.CSV", "workout_id,"), ("a.tcx", "<?xml"), ("a.ics", "BEGIN:VCAL")),
        *(("a.md", "# Training"), ("a.txt", "# 2026-01-05 18:00"), ("plain", '{"')),
    ],
)
def test_the_ending_of_a_file_is_a_format(
    name: str, begins: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told(capsys, "-o", str(tmp_path / name))
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_an_unknown_ending_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, err = told(capsys, "-o", str(tmp_path / "a.xlsx"), code=2)
    assert "No format ends in '.xlsx'" in err
    assert list(tmp_path.glob("*.xlsx")) == []


def test_only_some_days_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "--format", "hevy", "--since", "2026-02")
    assert [row["exercise_title"] for row in csv.DictReader(io.StringIO(out))] == ["Run"]
    document = json.loads(told(capsys, "--json", "--until", "2026-01")[0])
    assert (len(document["workouts"]), document["sets"]) == (1, 8)
    assert (document["first"], document["last"]) == ("2026-01-05", "2026-01-05")
    assert told(capsys, "--format", "text", "--until", "2025")[0] == ""
    _, err = told(capsys, "--since", "2026-02", "--until", "2026-01", code=2)
    assert "is after" in err


def test_safe_cells_are_for_tables(capsys: pytest.CaptureFixture[str]) -> None:
    for words, note in (((), "=1+1"), (("--safe-cells",), "'=1+1")):
        out, _ = told(capsys, "--format", "strong", *words)
        assert next(csv.DictReader(io.StringIO(out)))["Notes"] == note
    for format in ("json", "ics", "fit"):
        assert "no cells" in told(capsys, "--format", format, "--safe-cells", code=2)[1]


def test_a_fit_file_is_no_sight(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys, "-o", str(tmp_path / "a.fit"))
    with fitdecode.FitReader(tmp_path / "a.fit") as reader:
        kinds = [each.name for each in reader if isinstance(each, fitdecode.FitDataMessage)]
    assert (kinds.count("session"), kinds.count("set")) == (2, 9 + 3)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out, err = told(capsys, "--format", "fit", code=2)
    assert (out, "workout export -o" in err) == ("", True)


def test_lines_are_read_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by names that only the user has."""
    assert run(["exercise", "edit", "run", "--name", "Jogging"]) == 0
    before = json.loads(told(capsys)[0])
    lines, _ = told(capsys, "--format", "text")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert run(["log", "-"]) == 0
    *_, again = json.loads(told(capsys)[0])["workouts"]
    assert (again["sets"], again["volume_kg"]) == (before["sets"], before["volume_kg"])
    names = [each["exercise"]["name"] for each in again["exercise_executions"]]
    assert names == ["Bench Press", "Pull-up", "Dumbbell Curl", "Jogging"]
    assert again["exercise_executions"][0]["note"] == "=1+1"
