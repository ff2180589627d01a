"""The demo by command: into a new file, the same each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import time_machine

from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

MADE = ("demo", "--weeks", "1", "--until", "2026-11-27")
IDS = "SELECT id FROM {} ORDER BY id"


@pytest.mark.parametrize("at", ["2026-11-28", "2027-01-01"], ids=["the-same-moment", "later"])
def test_it_is_the_same_each_time(tmp_path: Path, at: str) -> None:
    """All of it where the clock is the same; else all but what tells when it was written."""
    files = [tmp_path / "one.db", tmp_path / "other.db"]
    for path, moment in zip(files, ("2026-11-28", at), strict=True):
        with time_machine.travel(moment, tick=False):
            assert run([*MADE, "-o", str(path)]) == 0
    with closing(sqlite3.connect(files[0])) as one, closing(sqlite3.connect(files[1])) as other:
        if at == "2026-11-28":
            assert [*one.iterdump()] == [*other.iterdump()]
        for table in ("workouts", "exercise_executions", "sets", "measurements", "imports"):
            query = IDS.format(table)
            assert one.execute(query).fetchall() == other.execute(query).fetchall() != []


def test_it_makes_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "not there"
    assert run([*MADE, "-o", str(folder / "x.db")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        f"workout: There is no folder {folder}",
        f"hint: mkdir -p '{folder}'",
        "hint: name another file with -o",
    ]
    assert not folder.exists()
