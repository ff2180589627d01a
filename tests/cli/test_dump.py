"""Dumps from the command line: through a pipe into another home, into files, and refused."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.attaching import JPEG
from tests.processes import Ended, InProcess
from workout_cli.main import run
from workout_cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Ended]


@pytest.fixture
def workout(capsys: Any, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Call:
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")

    def call(*words: str | Path, database: Path = sqlite_path, given: bytes = b"") -> Ended:
        monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{database}")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = run(list(map(str, words)))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err)

    return call


@pytest.fixture
def other(sqlite_path: Path, empty_file: bytes) -> Path:
    path = sqlite_path.with_name("other.db")
    path.write_bytes(empty_file)
    return path


def test_a_dump_goes_through_a_pipe_into_another_home(tmp_path: Path) -> None:
    here, there = InProcess(tmp_path / "here"), InProcess(tmp_path / "there")
    here("log", "bench", "5x5@100kg")
    (tmp_path / "a.jpg").write_bytes(JPEG)
    here("attach", str(tmp_path / "a.jpg"))
    dump = here.start("dump", "--files")
    load = there.start("load", "-", stdin=dump.stdout)
    said, errors = load.communicate()
    dump.communicate()
    assert (dump.returncode, load.returncode, errors) == (0, 0, "")
    assert said.splitlines()[0] == "loaded 1 workout, 5 sets and 1 file"
    again = there("dump").out
    assert again.splitlines()[1:] == here("dump").out.splitlines()[1:]
    assert there("attach", "--get", "a.jpg", "-o", str(tmp_path / "b.jpg")).code == 0
    assert (tmp_path / "b.jpg").read_bytes() == JPEG
    assert "attached a.jpg" in there("undo").out
    assert "logged Bench Press 5x5@100kg" in there("undo").out


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_dump_goes_into_a_file_and_out_of_it(
    workout: Call, tmp_path: Path, other: Path, form: str
) -> None:
    workout("log", "squat", "60x5w", "100x5", "//", "tief 🏋️")
    file = tmp_path / "account.txt"
    end = workout("dump", "-o", file, "--format", form)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert (end.code, end.out, end.errors) == (0, "", [f"{len(lines)} lines in {file}"])
    assert workout("dump", "--format", form).out.splitlines()[1:] == lines[1:]
    tried = workout("load", file, "--dry-run", database=other)
    assert tried.out.startswith("would load 1 workout and 2 sets\nalso ")
    assert workout("show", "--json", database=other).code == 3
    done = workout("load", "-", "--json", database=other, given=file.read_bytes()).json
    assert (done["rows"]["sets"], done["dry_run"]) == (2, False)
    assert workout("show", "--json", database=other).json == workout("show", "--json").json
    if form == "json":
        assert {json.loads(line).get("table") for line in lines} > {"workouts", "sets"}


def test_files_go_along_in_an_archive(
    workout: Call, tmp_path: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workout("log", "squat", "100x5")
    for number in range(7):
        (tmp_path / f"{number}.jpg").write_bytes(JPEG + bytes([number]))
        workout("attach", tmp_path / f"{number}.jpg")
    text, archive, lines = (tmp_path / f"account.{each}" for each in ("txt", "ZIP", "lines"))
    without = "without the bytes of 7 files; --files takes them along"
    assert workout("dump", "-o", text).errors[1:] == [without]
    assert workout("dump").errors == [without]
    told = workout("dump", "-o", archive).errors
    assert told == [f"{len(text.read_bytes().splitlines())} lines and 7 files in {archive}"]
    assert workout("dump", "--files", "--format", "json", "-o", lines).code == 0
    for file in (archive, lines):
        tried = workout("load", file, "--dry-run", database=other)
        assert (tried.errors, tried.out.splitlines()[0]) == (
            [],
            "would load 1 workout, 1 set and 7 files",
        )
    alone = workout("load", text, database=other)
    assert alone.out.startswith("loaded 1 workout and 1 set\n")
    assert alone.errors[0] == "warning: 0.jpg: its bytes are only in a dump with --files"
    assert alone.errors[5:] == ["warning: and 2 more files"]
    again = workout("load", archive, database=other)
    assert (again.code, any("--files" in each for each in again.errors)) == (5, True)
    for _ in range(2):
        done = workout("load", "-", "--files", database=other, given=archive.read_bytes())
        assert (done.code, done.out, done.errors) == (0, "loaded 7 files\n", [])
    assert workout("load", archive, "--files", "--json", database=other).json["left"] == []
    back = tmp_path / "back.jpg"
    assert workout("attach", "--get", "3.jpg", "-o", back, database=other).code == 0
    assert back.read_bytes() == JPEG + b"\3"
    assert workout("load", text, "--files", database=other).code == 2
    monkeypatch.setenv("WORKOUT_FORCE_TTY", "1")
    shown = workout("dump", "--files")
    assert (shown.code, shown.out) == (2, "")


def test_a_file_that_does_not_come_along_is_an_error(
    workout: Call, tmp_path: Path, sqlite_path: Path, other: Path
) -> None:
    workout("log", "squat", "100x5")
    (tmp_path / "a.jpg").write_bytes(JPEG)
    workout("attach", tmp_path / "a.jpg")
    archive, text = tmp_path / "account.zip", tmp_path / "account.txt"
    files = sqlite_path.with_suffix(".files")
    files.rename(tmp_path / "away")
    end = workout("dump", "-o", archive)
    assert (end.code, "warning: a.jpg: The bytes" in end.err) == (1, True)
    workout("dump", "-o", text)
    assert workout("load", text, "--dry-run", database=other).code == 0
    loaded = workout("load", archive, database=other)
    assert (loaded.code, loaded.errors) == (1, ["warning: a.jpg: it is not in the archive"])
    assert loaded.out.startswith("loaded 1 workout and 1 set\n")
    (tmp_path / "away").rename(files)
    assert workout("dump", "-o", archive).code == 0
    assert workout("load", archive, "--files", database=other).code == 0


def test_what_cannot_be_loaded_is_refused(workout: Call, tmp_path: Path, other: Path) -> None:
    workout("log", "squat", "100x5")
    text = workout("dump").out
    file = tmp_path / "account.txt"
    file.write_text(text, encoding="utf-8")
    for words in (("load", file), ("load", file, "--dry-run")):
        end = workout(*words)
        assert (end.code, end.out) == (5, "")
        assert "into an empty database" in end.errors[0]
        assert "WORKOUT_DATABASE_URL" in end.errors[1]
    file.write_text(text.replace("100kgx5", "100kgx"), encoding="utf-8")
    broken = workout("load", file, database=other)
    number = next(at for at, line in enumerate(text.splitlines(), 1) if " 100kgx5\t" in line)
    assert (broken.code, broken.out) == (2, "")
    assert f"line {number}: " in broken.errors[0]
    assert workout("show", database=other).code == 3
    assert workout("load", tmp_path / "none.txt", database=other).code == 3
    assert workout("load", tmp_path, database=other).code == 2
    assert workout("load", "-", database=other).code == 2
    assert workout("load", database=other).code == 2


def test_a_dump_is_never_written_over_the_database(workout: Call, sqlite_path: Path) -> None:
    workout("log", "squat", "100x5")
    end = workout("dump", "-o", sqlite_path)
    assert (end.code, end.out) == (2, "")
    assert workout("dump", "-o", sqlite_path / "no" / "folder").code == 1
    assert workout("today", "--json").json["sets"] == 1


def test_a_terminal_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    for patience, stream, seen in (
        (0, Screen(), "\r\x1b[K12,000 rows\r\x1b[K"),
        (60, Screen(), ""),
        (0, io.StringIO(), ""),
    ):
        monkeypatch.setattr("workout_cli.progress.PATIENCE_S", patience)
        monkeypatch.setattr("sys.stderr", stream)
        with progress("rows") as tell:
            tell(12_000)
            tell(12_001)  # so soon after the first it would only flicker
        assert stream.getvalue() == seen
