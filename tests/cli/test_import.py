"""`workout import`: several files in one command, and what is told of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    for day in (1, 2, 3):
        row = f"2024-05-0{day} 18:00:00,Push,1h,Bench Press,1,60,5,0,0"
        (tmp_path / f"{day}.csv").write_text(f"{HEADER}\n{row}\n")
    (tmp_path / "empty.csv").write_text(f"{HEADER}\n")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert run(list(words)) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


def test_several_files_are_one_change(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "import", "1.csv", "2.csv", "3.csv", "--unit", "kg")
    assert out.count("added 1 workout") == 3
    out, _ = told(capsys, "undo", "--list")
    assert out.count("imported") == 1
    assert "imported 3 workouts from Strong" in out
    told(capsys, "undo")
    assert json.loads(told(capsys, "export")[0])["workouts"] == []


def test_the_file_that_is_refused_is_named_and_nothing_comes_in(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "bad.csv").write_text(f"{HEADER}\nwhen,Push,1h,Bench Press,1,60,5,0,0\n")
    _, err = told(capsys, "import", "1.csv", "bad.csv", "--unit", "kg", code=2)
    assert err.startswith("workout: bad.csv: 1 of 1 rows can't be read, line 2:")
    _, err = told(capsys, "import", "1.csv", "absent.csv", "--unit", "kg", code=3)
    assert err.count("absent.csv") == 1
    (folder / "none.csv").write_text("")
    _, err = told(capsys, "import", "none.csv", code=2)
    assert err == "workout: none.csv is empty\nhint: workout help imports\n"
    assert "imported" not in told(capsys, "undo", "--list", code=0)[0]


def test_what_a_file_has_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "import", "empty.csv")
    assert out.splitlines()[0] == "Strong (S5)"
    words = ("--map", "Zorbing=squat", "--map", "bench press=bench press")
    out, _ = told(capsys, "import", "1.csv", "--unit", "kg", "--dry-run", *words)
    assert "note: --map: no exercise of the file is called 'Zorbing'\n" in out
