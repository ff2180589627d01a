"""The live session by lines, through a pipe and in a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from tests.processes import COMMAND, Program
from tests.terminal import Terminal
from workout_cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Lines:
    """A session over a database, to which lines are given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *lines: str) -> list[str]:
        """What is told, line by line."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in lines)))
        assert main.run(["session", "--plain"]) == 0
        return self.out().splitlines()

    def out(self) -> str:
        """What was told since the last time."""
        return self._capsys.readouterr().out


@pytest.fixture
def session(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lines:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    assert main.run(["log", "bench", "100x5,5,4", "--on", "yesterday"]) == 0
    capsys.readouterr()
    return Lines(monkeypatch, capsys)


def test_sets_are_logged_line_by_line(session: Lines) -> None:
    told = session("/bench", "", "-1", "+2.5", "55x8 @8", "u", "f")
    last = "Last time 100 kg x 5 5 4."
    assert told == [
        "Nothing is planned. /bench adds an exercise, ? tells what else can be typed.",
        "Added Bench Press.",
        f"Bench Press, set 1 of 3: 100 kg x 5. {last}",
        "Logged 100 kg x 5. Rest 2:00.",
        f"Bench Press, set 2 of 3: 100 kg x 5. {last}",
        "Logged 100 kg x 4. Rest 2:00.",
        f"Bench Press, set 3 of 3: 100 kg x 4. {last}",
        "Logged 102.5 kg x 4. Record: heaviest 102.5 kg. Rest 2:00.",
        f"Bench Press, set 4, once more: 102.5 kg x 4. {last}",
        "Logged 55 kg x 8. Record: session volume. Rest 2:00.",
        f"Bench Press, set 5, once more: 55 kg x 8. {last}",
        "Undone: logged Bench Press 55kgx8 rpe8 (1 set).",
        f"Bench Press, set 4, once more: 102.5 kg x 4. {last}",
        "Finished: 3 sets. workout show last tells them.",
    ]


def test_it_goes_from_exercise_to_exercise(session: Lines) -> None:
    told = session("/bench", "/row", "60x8", "p", "s squat", "140x3", "n", "rest", "q")
    assert told[2::2] == [
        "Bench Press, set 1 of 3: 100 kg x 5. Last time 100 kg x 5 5 4.",
        "One-Arm Row, set 1.",
        "One-Arm Row, set 2, once more: 60 kg x 8.",
        "Bench Press, set 1 of 3: 100 kg x 5. Last time 100 kg x 5 5 4.",
        "Squat, set 1 of 3: 5 reps.",
        "Squat, set 2 of 3: 140 kg x 5.",
        "One-Arm Row, set 2, once more: 60 kg x 8.",
        "One-Arm Row, set 2, once more: 60 kg x 8.",
    ]
    assert told[-1] == "The workout stays open; workout session goes on with it."
    assert session()[0] == "Squat, set 2 of 3: 140 kg x 5."


def test_runs_and_holds_are_told_by_distance_and_time(session: Lines) -> None:
    session("/run", "5km 25:00", "/plank", "90s", "f")
    told = session("/run", "", "/plank", "", "f")
    assert told[2:4] == [
        "Run, set 1 of 1: 5 km 25:00. Last time 5km 25:00.",
        "Logged 5 km 25:00. Rest 2:00.",
    ]
    assert told[6:8] == [
        "Plank, set 1 of 1: 1:30. Last time 90s.",
        "Logged 1:30. Rest 2:00.",
    ]


def test_a_note_is_kept_and_taken_out(session: Lines) -> None:
    told = session("note of nothing", "/bench", "note grip wide", "", "f")
    assert told[1] == "There is no exercise to do it of. Try: /bench"
    assert told[5] == "Noted of Bench Press: grip wide"
    assert main.run(["show", "last", "--format", "json"]) == 0
    assert '"note":"grip wide"' in session.out()
    assert session("/bench", "note wide", "note", "q")[5] == "No note of Bench Press any more."


def test_a_bad_line_is_told_of_and_loses_nothing(session: Lines) -> None:
    told = session("55x8", "/nonsense", "/bench", "foo", "+2.5lb", "-1", "s", "?")
    assert told[1] == "There is no exercise to do it of. Try: /bench"
    assert told[3].startswith("No exercise is called 'nonsense'.")
    assert told[7].startswith("foo is neither a set")
    assert told[9] == "That load is in kg. Try: +2.5kg"
    assert told[11] == "Logged 100 kg x 4. Rest 2:00."
    assert "Enter logs the set as planned." in told


def test_a_line_that_is_too_long_is_a_bad_line(session: Lines) -> None:
    told = session("/bench", "5" * 600, "q")
    assert told[3].startswith("text: has more than 500")
    assert told[4].startswith("Bench Press, set 1 of 3")


def test_ctrl_c_leaves_it_open(sqlite_path: Path, tmp_path: Path) -> None:
    program = Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    with Terminal([*COMMAND, "session"], program.environment, program.home) as terminal:
        terminal.until("? tells")
        terminal.send("/bench\n")
        terminal.until("set 1")
        told = terminal.interrupt()
    assert "The workout stays open" in told
    assert "\x1b" not in told
