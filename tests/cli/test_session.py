"""The open workout in processes and terminals of its own."""

from __future__ import annotations

import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from tests.processes import COMMAND, LIMIT, InProcess, Program, ended
from tests.terminal import Terminal
from workout_cli import prompt

if TYPE_CHECKING:
    from pathlib import Path

CTRL_C: Final = "\x03"
QUESTION: Final = "Close it there? [Y/n]: "
BELL, HIDE, SHOW = "\a", "\x1b[?25l", "\x1b[?25h"
# Draws until a thousand signals have drawn, too; how many came while something was drawn.
DRAWN: Final = """
import signal
from workout_cli import countdown

seen = during = 0
def draw(number, frame):
    global seen, during
    seen, during = seen + 1, during + ("_draw" in frame.f_code.co_name)
    countdown._draw("signal")
signal.signal(signal.SIGALRM, draw)
signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)
while seen < 1000:
    countdown._draw("countdown")
signal.setitimer(signal.ITIMER_REAL, 0)
print(during)
"""


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(
        tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}", TERM="xterm-256color"
    )


def typed(program: Program, words: str, size: tuple[int, int] = (24, 80)) -> Terminal:
    """A command in a terminal of some lines and columns, and its exit code after it."""
    command = f"{shlex.join(COMMAND)} {words}; echo code=$?"
    return Terminal(["bash", "-c", command], program.environment, program.home, size)


def forget(program: Program) -> None:
    """Leave a workout open that nobody finishes."""
    assert program("start", "Push", "--on", "-3d", "--at", "18:00").code == 0
    assert program("log", "bench", "100x5", "--at", "-3d 19:12").code == 0


def names(program: Program) -> list[tuple[str, str]]:
    listed = program("history", "--json").json["items"]
    return [(each["name"], each["status"]) for each in listed]


@pytest.mark.usefixtures("noon")
def test_a_workout_is_started_told_of_and_finished(workout: Program) -> None:
    assert "No workout is open" in workout("status", "--format", "table").out
    assert workout("status", "--json").json["workout"] is None
    words = ("start", "Push", "day", "--tag", "a", "--tag", "b", "--bodyweight", "180.5 lb")
    begun = workout(*words, "--note", "-20 today", "--at", "-90min", "--json").json
    assert (begun["name"], begun["tags"], begun["note"]) == ("Push day", ["a", "b"], "-20 today")
    assert (begun["bodyweight_value"], begun["bodyweight_unit"]) == (180.5, "lb")
    workout("log", "bench", "100x5x3")
    shown = workout("status", "--format", "table").out
    assert "Push day" in shown
    assert "(1 h 30 min)" in shown
    assert "3x5 @ 100 kg" in shown
    assert "body weight 180.5 lb" in shown
    done = workout("finish", "--name", "Heavy", "--format", "table").out.splitlines()
    assert done[0].startswith("Heavy")
    assert "1 h 30 min · 3 sets · 1,500 kg" in done[1]
    assert workout("finish").code == 3
    assert names(workout) == [("Heavy", "done")]
    again = workout("resume", "today", "--format", "tsv").out.splitlines()
    assert again[1].split("\t")[1] == "active"
    assert workout("resume").code == 5
    assert "undo" in workout("discard", "--format", "table").out
    assert names(workout) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("start --at someday", 2, "someday"),
        ("start --at 2199-01-01", 2, "yet to come"),
        ("start --bodyweight heavy", 2, "80kg"),
        ("start --bodyweight 0", 2, "bodyweight"),
        ("start --on yesterday --at never", 2, "never"),
        ("finish --at today", 2, "no time of day"),
        ("finish", 3, "No workout is open"),
        ("discard", 3, "No workout is open"),
        ("resume", 3, "no workout to resume"),
        ("resume deadbeef", 3, "deadbeef"),
        ("rest soon", 2, "1:30"),
        ("rest 0", 2, "0"),
        ("rest 25h", 2, "25h"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(
    workout: Program, words: str, code: int, said: str
) -> None:
    end = workout(*words.split())
    assert (end.code, end.out) == (code, "")
    assert said in end.err
    assert end.errors[0].startswith("workout: ")
    assert end.errors[1].startswith("hint: ")


def test_hostile_names_are_shown_as_text(workout: Program, sqlite_path: Path) -> None:
    assert workout("start", "a\x1b[31mb").code == 2
    workout("start", "Push")
    with closing(sqlite3.connect(sqlite_path)) as connection, connection:
        connection.execute("UPDATE workouts SET name = char(27) || ']0;x' || char(7)")
    for words in (("status",), ("status", "--format", "table"), ("status", "--json"), ("start",)):
        end = workout(*words)
        assert not set("\x1b\a") & set(end.out + end.err)


@pytest.mark.parametrize("place", ["sqlite", "postgresql"])
def test_of_many_starts_one_wins(
    tmp_path: Path, place: str, request: pytest.FixtureRequest
) -> None:
    if place == "sqlite":
        url = f"sqlite:///{request.getfixturevalue('sqlite_path')}"
    else:
        url = request.getfixturevalue("postgres_url")
    program = Program(tmp_path / "home", WORKOUT_DATABASE_URL=url)
    starting = [program.start("start", str(number)) for number in range(3)]
    codes = []
    for process in starting:
        with process:
            codes.append(ended(process).code)
    assert sorted(codes) == [0, 5, 5]
    [(name, status)] = names(program)
    assert status == "active"
    assert program("prompt", "--format", "plain").out == f"{name} 0:00\n"


def test_every_machine_sees_the_open_workout(
    workout: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prompt, "PATIENCE_S", LIMIT)
    monkeypatch.setattr("sys.stderr", sys.stderr)  # put back what a silent prompt takes away
    with workout.serve() as served, served.client() as client:
        there = workout.given(**served.environment)
        assert there("start", "Push").code == 0
        answer = client.post("/api/v1/workouts/log", json={"text": "bench 100x5"})
        assert answer.status_code == 201
        assert there("rest", "90", "--background").code == 0
        assert workout("prompt").out.startswith("Push 0:00 · Bench Press 100 kg x 5 · rest 1:")
        with monkeypatch.context() as patched:
            for name, value in served.environment.items():
                patched.setenv(name, value)
            assert prompt.answer() == 0
        told = capsys.readouterr().out
        assert told.startswith("Push 0:00 · Bench Press 100 kg x 5 · rest 1:")
        assert there("rest", "stop", "--json").json["until"] is None
        assert client.get("/api/v1/workouts/open").json()["workout"]["sets"] == 1
        assert there("finish", "--json").json["status"] == "done"
    assert names(workout) == [("Push", "done")]


@pytest.mark.parametrize(
    ("answer", "code", "closed"),
    [
        ("\n", 0, True),
        ("y\n", 0, True),
        ("n\n", 5, False),
        (CTRL_C, 130, False),
        ("\x04", 130, False),
    ],
    ids=["enter", "yes", "no", "Ctrl-C", "end of input"],
)
def test_a_forgotten_one_is_offered_to_be_closed(
    workout: Program, answer: str, code: int, closed: bool
) -> None:
    forget(workout)
    with typed(workout, "start Pull") as terminal:
        asked = terminal.until(QUESTION)
        if answer == CTRL_C:
            told = terminal.interrupt()
        else:
            terminal.send(answer)
            told = terminal.rest()
    assert told.endswith(f"\ncode={code}\n")
    assert ("is closed at 19:12" in told) == closed
    assert "Push of" in asked
    assert "its last set was at 19:12" in asked
    assert names(workout) == (
        [("Pull", "active"), ("Push", "done")] if closed else [("Push", "active")]
    )


def test_without_a_terminal_nothing_is_asked(workout: Program) -> None:
    forget(workout)
    end = workout("start", "Pull")
    assert end.code == 5
    assert "hint: workout finish" in end.errors
    done = workout("finish", "--json").json
    assert done["ended_at"][11:16] == "19:12"


def test_a_rest_counts_down_and_rings(workout: Program) -> None:
    with typed(workout, "rest 2", (24, 40)) as terminal:
        seen = terminal.rest()
    assert seen.startswith(HIDE)
    assert "rest 0:02" in seen
    assert f"{SHOW}{BELL}The rest is over\ncode=0\n" in seen
    assert "\n" not in seen.partition(SHOW)[0]
    plain = workout.given(NO_COLOR="1", PYTHONIOENCODING="ascii")
    with typed(plain, "rest 1 --no-bell", (24, 40)) as terminal:
        seen = terminal.rest()
    assert "rest 0:01 ====" in seen
    assert not [each for each in (BELL, "\x1b[3", "\\u") if each in seen]
    assert seen.endswith("The rest is over\ncode=0\n")


def test_what_cannot_be_redrawn_is_not_waited_for(workout: Program) -> None:
    assert workout("rest", "90").out.startswith("rest 1:30, until ")
    with typed(workout.given(TERM="dumb"), "rest 90") as terminal:
        seen = terminal.rest()
    assert "\x1b" not in seen
    assert seen.startswith("rest 1:30, until ")


@pytest.mark.parametrize("columns", [4, 20])
def test_a_countdown_fits_its_terminal(workout: Program, columns: int) -> None:
    with typed(workout.given(NO_COLOR="1"), "rest 1 --no-bell", (24, columns)) as terminal:
        seen = terminal.rest()
    drawn = seen.partition(SHOW)[0].split("\r\x1b[K")[1:]
    assert drawn
    assert all(len(each) < columns for each in drawn)


def test_ctrl_c_ends_the_looking_and_not_the_rest(workout: Program) -> None:
    with typed(workout, "rest 90") as terminal:
        terminal.until("rest 1:2")
        terminal.send("\x03")
        seen = terminal.rest()
    assert SHOW in seen
    assert BELL not in seen
    running = workout("status", "--json").json["rest"]
    assert running["seconds"] == 90
    with typed(workout, "rest") as terminal:  # goes on with that one
        seen = terminal.until("rest 1:2")
        terminal.send("\x03")
        terminal.rest()
    assert "1:30" not in seen
    assert workout("status", "--json").json["rest"]["until"] == running["until"]
    assert workout("rest", "--json").json["until"] == running["until"]
    assert workout("rest", "3m", "--json").json["seconds"] == 180
    assert workout("rest", "stop", "--json").json["until"] is None


def test_a_countdown_that_is_stopped_gives_the_terminal_back(workout: Program) -> None:
    command = f"set -m; {shlex.join(COMMAND)} rest 60; jobs; kill %1; fg >/dev/null; echo code=$?"
    with Terminal(["bash", "-c", command], workout.environment, workout.home) as terminal:
        terminal.until("rest 0:5")
        terminal.send("\x1a")
        assert SHOW in terminal.until("Stopped")
        assert SHOW in terminal.until("code=143")


def test_a_signal_may_come_while_the_countdown_is_drawn(workout: Program) -> None:
    end = subprocess.run(
        [sys.executable, "-c", DRAWN],
        env=workout.environment,
        capture_output=True,
        timeout=LIMIT,
        check=False,
    )
    assert end.returncode == 0, end.stderr[-500:]
    assert int(end.stdout) > 0


def test_the_desktop_is_told_and_may_fail(workout: Program, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "notify-send"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\necho "$2" > told\nexit 3\n', encoding="utf-8")
    tool.chmod(0o755)
    told = workout.given(PATH=f"{tool.parent}:{workout.environment['PATH']}")
    with typed(told, "rest 1 --notify") as terminal:
        seen = terminal.rest()
    assert "\x1b]9;The rest is over\x1b\\" in seen
    assert seen.endswith("code=0\n")
    assert (workout.home / "told").read_text(encoding="utf-8") == "The rest is over\n"
