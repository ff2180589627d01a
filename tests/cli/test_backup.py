"""Copies from the command line: asked for, made by themselves once a day, and put back after a question."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.attaching import CSV
from tests.processes import COMMAND, Ended, Program
from tests.terminal import Terminal
from workout_cli.main import run
from workout_core.db.backups import daily_path, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Ended]


@pytest.fixture
def workout(capsys: Any, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Call:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")

    def call(*words: str | Path) -> Ended:
        code = run(list(map(str, words)))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err)

    return call


def refused(end: Ended, code: int, message: str, hint: str) -> None:
    assert (end.code, end.out) == (code, ""), end
    assert message in end.errors[0]
    assert any(hint in line for line in end.errors[1:]), end


def sets(workout: Call) -> int:
    found: int = workout("today", "--json").json["sets"]
    return found


def test_a_copy_is_made_listed_and_restored(
    workout: Call, sqlite_path: Path, tmp_path: Path
) -> None:
    workout("log", "bench", "100x5")
    assert workout("backup", "--list").out.startswith("n\tmade\tkind")
    made = workout("backup", "--json").json
    assert (made["kind"], made["workouts"], made["sets"]) == ("manual", 1, 1)
    workout("log", "bench", "100x5x3")
    (listed,) = workout("backup", "--list", "--json").json["items"]
    assert {"schema": "workout.CopyRead/1", **listed} == made
    end = workout("restore", "latest", "--dry-run")
    assert (end.code, end.out.startswith("would restore 1 workout, 1 set,")) == (0, True)
    assert sets(workout) == 4
    restored = workout("restore", "1", "--yes", "--json").json
    assert sets(workout) == 1
    assert workout("restore", restored["replaced_path"], "--yes").code == 0
    assert sets(workout) == 4
    kinds = [each["kind"] for each in workout("backup", "--list", "--json").json["items"]]
    assert kinds == ["replaced", "replaced", "manual"]


def test_what_a_copy_has_not_is_told(workout: Call, sqlite_path: Path, tmp_path: Path) -> None:
    workout("log", "bench", "100x5")
    (tmp_path / "a.csv").write_bytes(CSV)
    workout("attach", tmp_path / "a.csv")
    workout("attach", tmp_path / "a.csv", "--exercise", "bench")
    made = workout("backup", tmp_path / "stick.db")
    files = sqlite_path.with_suffix(".files")
    assert made.errors == [f"1 file stays in {files}; workout dump --files takes all along"]
    assert workout("backup", "--json").json["files"] == 1
    assert workout("restore", tmp_path / "stick.db", "--yes").err == ""
    workout("dump", "-o", tmp_path / "account.zip")
    files.rename(tmp_path / "away")
    told = workout("restore", tmp_path / "stick.db", "--yes").errors
    assert told[0].startswith(f"1 file is not in {files}: copy them there, or workout load FILE")
    assert workout("load", tmp_path / "account.zip", "--files").out == "loaded 1 file\n"
    assert workout("restore", tmp_path / "stick.db", "--yes").err == ""


def test_a_copy_in_a_place_of_ones_own(workout: Call, sqlite_path: Path, tmp_path: Path) -> None:
    workout("log", "bench", "100x5")
    target = tmp_path / "stick.db"
    assert workout("backup", "-o", target).out.splitlines()[0] == str(target)
    refused(workout("backup", target), 5, "there already", "--force")
    assert workout("backup", target, "--force").code == 0
    refused(workout("backup", sqlite_path, "--force"), 2, "is the database", "another")
    refused(workout("backup", tmp_path / "no" / "where.db"), 1, "cannot be written", "place")
    assert not folder_of(sqlite_path).exists()


def test_nothing_is_restored_that_cannot_be(
    workout: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workout("log", "bench", "100x5")
    refused(workout("restore", "latest"), 3, "no copy yet", "workout backup")
    workout("backup")
    refused(workout("restore", "2", "--yes"), 3, "there are 1", "--list")
    refused(workout("restore", "9" * 5000, "--yes"), 3, "There is no copy", "--list")
    refused(workout("restore", "nothing.db", "--yes"), 3, "no file", "--list")
    (tmp_path / "text.db").write_text("no database" * 99)
    refused(workout("restore", tmp_path / "text.db", "--yes"), 1, "damaged", "latest")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    refused(workout("restore", "latest"), 2, "--yes", "--yes")
    assert sets(workout) == 1


def test_a_person_is_asked(workout: Call, sqlite_path: Path, tmp_path: Path) -> None:
    workout("log", "bench", "100x5")
    workout("backup")
    workout("log", "bench", "100x5")
    program = Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    command = [*COMMAND, "restore", "latest"]
    for answer, left in (("n\n", 2), ("\x03", 2), ("y\n", 1)):
        with Terminal(command, program.environment, program.home) as terminal:
            told = terminal.until("Replace what is there?")
            assert "holds 1 workout, 1 set" in told
            assert "holds 1 workout, 2 sets" in told
            if answer == "\x03":
                rest = terminal.interrupt()
            else:
                terminal.send(answer)
                rest = terminal.rest()
            assert ("restored 1 workout" in rest) == (left == 1)
            assert "Traceback" not in rest
        assert sets(workout) == left


def test_another_kind_of_database(workout: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (("backup",), ("backup", "--list"), ("restore", "latest", "--yes")):
        monkeypatch.setenv("WORKOUT_DATABASE_URL", "postgresql+psycopg://me:s3cret@127.0.0.1:1/x")
        refused(workout(*words), 2, "Only a SQLite file", "pg_dump")
        monkeypatch.setenv("WORKOUT_SERVER_URL", "http://127.0.0.1:1")
        refused(workout(*words), 2, "behind a server", "on the server")
        monkeypatch.delenv("WORKOUT_SERVER_URL")


def test_the_first_change_of_a_day_makes_a_copy(
    workout: Call, sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_BACKUPS", "2")
    copy = daily_path(sqlite_path)
    assert workout("today").code == 0
    assert workout("log", "bench", "100x5", "--dry-run").code == 0
    assert workout("log", "nobody", "100x5").code == 3
    assert not copy.exists()
    assert workout("log", "bench", "100x5").err == ""
    first = copy.read_bytes()
    assert workout("log", "bench", "100x5").err == ""
    assert copy.read_bytes() == first
    assert [each.name for each in folder_of(sqlite_path).iterdir()] == [copy.name]
    copy.rename(copy.with_name("workout-20200101-daily.db"))
    assert workout("log", "bench", "100x5").err == ""
    assert copy.exists()


def test_a_copy_that_cannot_be_made_fails_no_command(
    workout: Call, sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_BACKUPS", "2")
    folder_of(sqlite_path).write_text("a file stands in the way")
    end = workout("log", "bench", "100x5", "--json")
    assert (end.code, end.json["entries"][0]["exercise"]) == (0, "Bench Press")
    (line,) = end.errors
    assert line.startswith("warning: today's copy of the database could not be made: ")
    assert sets(workout) == 1


def test_a_server_makes_the_copy_of_the_day(tmp_path: Path, sqlite_path: Path) -> None:
    program = Program(
        tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}", WORKOUT_BACKUPS="2"
    )
    with program.serve():
        deadline = time.monotonic() + 30
        while not daily_path(sqlite_path).exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
