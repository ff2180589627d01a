"""Looking back from the command line: listings, sessions, texts and the map of a year."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.processes import COMMAND, InProcess, Program
from tests.terminal import Terminal
from workout_cli.listing import recall
from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


def log(*words: str) -> None:
    assert run(["log", *words, "--json"]) == 0


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    """What a command says on its two streams."""
    capsys.readouterr()
    assert run(list(words)) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


def test_before_the_first_workout(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "show", "last", code=3)[1].splitlines() == [
        "workout: There is no workout yet",
        "hint: workout log bench 5x5@100kg",
    ]


@pytest.fixture
def week(noon: date) -> date:
    """Three workouts, the last one today."""
    log("bench", "60x5w", "5x5@100kg", "rpe8", "//", "felt strong")
    log("squat", "3x5@140", "--at", "-1d")
    log("bench", "5x5@97.5", "--at", "-7d")
    return noon


def test_history_is_filtered(capsys: pytest.CaptureFixture[str], week: date) -> None:
    def dates(*words: str) -> list[str]:
        out, _ = told(capsys, "history", "--format", "csv", "--fields", "date", *words)
        return out.split()[1:]

    days = [(week - timedelta(days=n)).isoformat() for n in (0, 1, 7)]
    assert dates() == days
    assert dates("--exercise", "bench press") == [days[0], days[2]]
    assert dates("--exercise", "bp", "--search", "STRONG") == [days[0]]
    assert dates("--on", f"{days[2]}..{days[1]}") == days[1:]
    assert dates("--on", "yesterday") == [days[1]]
    assert dates("--tag", "no such tag") == []
    assert dates("--since", "yesterday", "--until", "yesterday") == [days[1]]


@pytest.mark.parametrize(
    ("words", "code", "error", "hint"),
    [
        (
            ("--since", "2026-12", "--until", "2026-10"),
            2,
            "--since 2026-12-01 is after --until 2026-10-31",
            "--since 2026-10-31 --until 2026-12-01",
        ),
        (("--on", "2026", "--since", "2025"), 2, "--on already says", "--on A..B"),
        (("--on", "someday"), 2, "'someday' is not a range", "2026"),
        (("--exercise", "bnch press"), 3, "No exercise is called 'bnch press'", "Bench Press"),
    ],
)
def test_a_filter_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, error: str, hint: str
) -> None:
    out, err = told(capsys, "history", *words, code=code)
    assert not out
    first, second, *_ = err.splitlines()
    assert error in first
    assert second == f"hint: {hint}"


@pytest.mark.usefixtures("week")
def test_what_a_limit_cut_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, "history", "--limit", "2", "--format", "csv")
    assert len(out.splitlines()) == 3
    assert err == "2 of 3 workouts; --page 2 shows the next, --all all of them\n"
    for words in (
        ("--all",),
        ("--limit", "3"),
        ("--limit", "500"),
        ("--limit", "2", "--page", "2"),
    ):
        assert not told(capsys, "history", *words)[1]


def test_more_than_a_page_of_the_service_is_gathered(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "find", "press", "--all", "--format", "csv", "--fields", "id")
    every = out.split()[1:]
    assert len(every) == len(set(every)) > 30
    out, _ = told(capsys, "exercise", "list", "--all", "--format", "csv", "--fields", "slug")
    slugs = out.split()[1:]
    assert len(slugs) == len(set(slugs)) > 250
    words = ("--limit", "150", "--page", "2", "--format", "csv", "--fields", "slug")
    out, _ = told(capsys, "exercise", "list", *words)
    assert out.split()[1:] == slugs[150:300]


@pytest.mark.usefixtures("week")
def test_a_listing_is_remembered(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "history", "--format", "jsonl", "--fields", "id", "--exercise", "bench")
    ids = re.findall(r'"id":"(.*?)"', out)
    assert [str(recall(1)), str(recall(2)), recall(3)] == [*ids, None]
    told(capsys, "last", "squat")
    assert str(recall(1)) not in ids


def test_the_last_sessions(capsys: pytest.CaptureFixture[str], week: date) -> None:
    out, _ = told(capsys, "last", "bench", "press", "--format", "table")
    assert out.splitlines()[0] == "Bench Press  2 of 2 sessions"
    assert "    5x5 @ 100 kg  rpe 8" in out.splitlines()
    assert "    // felt strong" in out.splitlines()
    words = ("--count", "1", "--template", "{local_date} {sets.reps}")
    out, err = told(capsys, "last", "bench", *words)
    assert out == f"{week} 5, 5, 5, 5, 5, 5\n"
    assert err == "1 of 2 sessions; --count 2 shows all of them\n"
    assert told(capsys, "last", "deadlift", "--format", "table")[0] == "Deadlift was never logged\n"
    assert "Bench Press" in told(capsys, "last", "bnch", code=3)[1]


def test_a_found_text_is_shown_where_it_stands(
    capsys: pytest.CaptureFixture[str], week: date
) -> None:
    out, _ = told(capsys, "find", "STRONG", "--format", "table")
    assert re.fullmatch(rf" +1  {week}  exercise note  Bench Press: felt strong\n", out)
    assert told(capsys, "find", "zorbing", "--format", "table")[0] == "Nothing holds 'zorbing'\n"
    assert told(capsys, "--color", "always", "find", "rong", "--format", "table")[0].endswith(
        "felt st\x1b[1;33mrong\x1b[0m\n"
    )
    assert told(capsys, "find", "", code=2)
    out, err = told(capsys, "find", "press", "--format", "csv")
    assert len(out.splitlines()) == 2
    assert re.fullmatch(
        r"\d+ exercises that you never used: workout exercise list --search press\n", err
    )


MAP = """\
     Jan     Feb     Mar       Apr     May
Mon    · · · · · · · · · · · · · · · · · ·
       · · · · · · · · · · · · · · · · · ·
Wed    · · · · · · · · · · · · · · · · · ·
     █ · · · · · · · · · · · · · · · · · ·
Fri  · ░ · · · · · · · · · · · · · · · · ·
     · · · · · · · · · · · · · · · · · ·
     · · · · · · · · · · · · · · · · · ·

     less · ░ ▒ ▓ █ more sets
     2 workouts · on 2 days · 6 sets · 600 kg
     0 weeks in a row, 2 at most
"""


def test_the_map_of_a_range(capsys: pytest.CaptureFixture[str]) -> None:
    log("bench", "20x5x5", "--at", "2026-01-01")
    log("bench", "20x5x1", "--at", "2026-01-09")
    out, _ = told(capsys, "calendar", "..2026-05-08", "--format", "table", code=2)
    out, err = told(capsys, "calendar", "2026-01-01..2026-05-08", "--format", "table")
    assert out == MAP
    assert not err
    out, _ = told(capsys, "calendar", "2026-01-01..2026-05-08", "--format", "csv")
    assert out.splitlines() == [
        "date,workouts,sets,volume_kg,minutes",
        "2026-01-01,1,5,500,0",
        "2026-01-09,1,1,100,0",
    ]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("2026", "--since", "2025"), "A year already says since when"),
        (("never",), "'never' is not a range"),
        (("2150",), "'2150' is no year up to now"),
        (("--since", "2150"), "2150-01-01 is yet to come"),
        (("--by", "mood"), "--by must be"),
    ],
)
def test_a_calendar_of_no_days_is_refused(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], error: str
) -> None:
    assert error in told(capsys, "calendar", *words, code=2)[1]


@pytest.fixture
def program(tmp_path: Path, sqlite_path: Path) -> Program:
    url = f"sqlite:///{sqlite_path}"
    return InProcess(
        tmp_path / "home", WORKOUT_DATABASE_URL=url, NO_COLOR="1", TERM="xterm", PAGER="cat"
    )


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_nothing_is_wider_than_the_terminal(program: Program, tmp_path: Path, columns: int) -> None:
    name = "ベンチプレス 🏋️‍♀️ é́ " + "漢字" * 30
    program("exercise", "add", name)
    program("log", name, "5x5@100kg", "rpe8", "tempo", "3010", "rest90", "//", "a note " * 30)
    commands = [
        ["show"],
        ["show", "--fields", "date,exercise,set,kind,load,done,effort,tempo,rest_s,note"],
        ["history"],
        ["last", name],
        ["find", "note"],
        ["find", "press"],
        ["calendar"],
        ["exercise", "list"],
    ]
    script = f"from workout_cli.main import run\nfor words in {commands!r}: run(words)"
    command = [sys.executable, "-c", script]
    with Terminal(command, program.environment, tmp_path, size=(400, columns)) as terminal:
        lines = terminal.rest().splitlines()
    assert len(lines) > 100
    assert [line for line in lines if seen_width(line) > columns] == []


def seen_width(line: str) -> int:
    """Columns that a line takes, counted another way: wide letters 2, what joins or decorates 0."""
    joined = re.sub("🏋️‍♀️", "xx", line)
    bare = re.sub("[\u0300-\u036f]", "", joined)
    return sum(2 if "\u3000" <= sign <= "\u9fff" else 1 for sign in bare)


def test_days_are_told_as_people_tell_them_on_a_terminal_only(
    program: Program, tmp_path: Path
) -> None:
    for ago in (0, 1, 9, 30):
        program("log", "bench", "100x5", "--at", f"-{ago}d")
    with Terminal([*COMMAND, "history"], program.environment, tmp_path, size=(50, 100)) as terminal:
        head, *rows = terminal.rest().splitlines()
    assert head.split()[:3] == ["#", "id", "date"]
    assert [row.split()[0] for row in rows] == ["1", "2", "3", "4"]
    near = ("today", "yesterday", "last week", "4 weeks ago")
    assert all(word in row for word, row in zip(near, rows, strict=True))
    piped = program("history", "--format", "table").out
    assert "today" not in piped
    assert "#" not in piped
    assert date.fromisoformat(piped.splitlines()[1].split()[1])


@pytest.mark.usefixtures("week")
def test_an_empty_day_or_time_is_refused_wherever_one_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["body", "log", "bw", "80kg"])
    for words in (
        *("log bench 100x5 --at", "log bench 100x5 --on", "start --at", "start --at mon --on"),
        *("finish --at", "edit last --at", "edit last --on", "copy last --at", "copy last --on"),
        *("body log bw 80 --at", "body edit last --at", "history --since", "history --until"),
        *("history --on", "calendar --since", "body history --on"),
        "exercise edit bench --training-max 100kg --since",
    ):
        _, err = told(capsys, *words.split(), "", code=2)
        error, *hints = err.splitlines()
        assert error.startswith("workout: '' is not a "), words
        assert len(hints) == 3, words
