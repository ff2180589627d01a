"""`workout log`, as it is typed and piped."""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.notation import ROWS
from tests.processes import COMMAND, ROOT, Program
from tests.terminal import Terminal
from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE_HAS_IT = "sit-up 3x20"
SOME = [row for row in ROWS[::3] if row[0] != CATALOGUE_HAS_IT]


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def here(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *words: str,
    stdin: bytes = b"",
) -> tuple[int, str, str]:
    """Run a command in this process: its exit code, and what it said on both streams."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    code = run(list(words))
    return (code, *capsys.readouterr())


@pytest.fixture
def typed(
    sqlite_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Any:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_TIMEZONE", "UTC")

    def type_(*words: str, stdin: bytes = b"") -> tuple[int, str, str]:
        return here(capsys, monkeypatch, *words, stdin=stdin)

    return type_


def test_a_line_is_answered_with_what_it_comes_to(typed: Any) -> None:
    typed("log", "bench", "5x5@97.5kg", "--at", "-7d")
    _, out, err = typed("log", "bench", "60x5w", "5x5@100kg", "rpe8", "--format", "table")
    lines = out.splitlines()
    assert lines[0] == "Bench Press 60kgx5w 5x5@100kg rpe8"
    assert lines[1] == "  e1RM 123.3 kg  +9.6   new: heaviest 100 kg, set volume, session volume"
    assert lines[2].startswith("  last time  ")
    assert lines[2].endswith("  5x5@97.5kg")
    assert lines[3] == "  plates  25 + 15 a side (bar 20 kg)"
    assert lines[4].endswith("undo: workout undo")
    assert (len(lines), err) == (5, "")


def test_where_there_is_nothing_to_say_nothing_is_said(typed: Any) -> None:
    for _ in range(2):
        _, out, _ = typed("log", "burpee", "20", "--format", "table")
    assert len(out.splitlines()) == 2


def test_of_many_loads_the_heaviest_is_loaded(typed: Any) -> None:
    _, out, _ = typed("log", "squat", "60x5w", "100x5", "110x5", "120x5", "--format", "table")
    assert "  plates  120 kg: 25 + 25 a side (bar 20 kg)\n" in out
    _, out, _ = typed("log", "bench", "135lbx5", "60kgx5", "--format", "table")
    assert "135 lb: 45 a side (bar 45 lb) · 60 kg: 20 a side (bar 20 kg)" in out


def test_more_repetitions_are_new_and_not_a_first_time(typed: Any) -> None:
    assert "first time" in typed("log", "pullup", "8", "--at", "-7d", "--format", "table")[1]
    _, out, _ = typed("log", "pullup", "9", "--format", "table")
    assert "  new: 9 reps\n" in out


def test_pounds_are_told_in_pounds(typed: Any) -> None:
    _, out, _ = typed("log", "bench", "135lbx5", "--format", "table")
    assert "e1RM 157.5 lb" in out
    assert "45 a side (bar 45 lb)" in out


def test_volumes_are_told_in_the_unit_of_the_settings(
    typed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("start")
    monkeypatch.setenv("WORKOUT_UNIT", "lb")
    assert " · 1,000 lb" in typed("log", "bench", "100x10", "--format", "table")[1]
    for command in ("status", "show", "calendar"):
        told = typed(command, "--format", "table")[1]
        assert " · 1,000 lb" in told, told
    assert json.loads(typed("show", "--json")[1])["volume_kg"] == 453.59237
    monkeypatch.setenv("WORKOUT_UNIT", "kg")
    assert " · 454 kg" in typed("show", "--format", "table")[1]


def test_an_asked_unit_wins_over_the_exercises_and_that_over_the_settings(
    typed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_UNIT", "kg")
    typed("exercise", "edit", "bench", "--unit", "lb")
    asked = [("135x5", "--unit", "kg"), ("135x5",), ("135lbx5", "--unit", "kg"), ("135kgx5",)]
    units = [
        json.loads(typed("log", "bench", *words, "--json")[1])["entries"][0]["sets"][0]["load_unit"]
        for words in asked
    ]
    assert units == ["kg", "lb", "lb", "kg"]


@pytest.mark.parametrize("words", [["export"], ["show", "last", "--json"], ["show", "last"]])
def test_135_lb_stays_135_lb_in_every_face(typed: Any, words: list[str]) -> None:
    _, logged, _ = typed("log", "bench", "135lbx5", "--json")
    one = json.loads(logged)["entries"][0]["sets"][0]
    assert (one["load_value"], one["load_unit"]) == (135, "lb")
    _, out, _ = typed(*words)
    assert "135 lb" in out or '"load_value":135.0,"load_unit":"lb"' in out


def test_every_field_is_there_in_json(typed: Any) -> None:
    read = json.loads(typed("log", "bench", "100x5", "--json")[1])
    fields = ["schema", "entries", "superset", "note", "added", "workout", "forgotten", "undo"]
    assert list(read) == fields
    entry = read["entries"][0]
    assert entry["last_time"] is entry["e1rm_change_kg"] is None
    assert entry["e1rm_kg"] == 116.67
    assert entry["sets"][0]["plates"]["per_side"] == [25.0, 15.0]


def test_plates_are_those_of_the_settings(typed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_PLATES_KG", "20x4 5x2")
    _, out, _ = typed("log", "bench", "120x5", "--format", "table")
    assert "plates  20 + 20 + 5 a side (bar 20 kg, 10 kg short)" in out


@pytest.mark.parametrize("plates", ["25x4 abc", "25 " * 1000, "2" * 1000, "\x1b[31m", "\udcff"])
def test_misspelt_plates_are_told_and_stop_no_log(
    typed: Any, monkeypatch: pytest.MonkeyPatch, plates: str
) -> None:
    monkeypatch.setenv("WORKOUT_PLATES_KG", plates)
    code, out, err = typed("log", "-", "--format", "table", stdin=b"bench 120x5\nbench 120x5\n")
    assert (code, "2 sets" in out, len(err.splitlines())) == (0, True, 1)
    assert err.startswith("note: plates_kg: ")
    assert "\x1b" not in err
    read = json.loads(typed("log", "bench", "120x5", "135lbx5", "--json")[1])["entries"][0]
    assert [bool(each["plates"]) for each in read["sets"]] == [False, True]


def test_pulse_energy_and_climb_are_told_in_every_format(typed: Any) -> None:
    line = ("log", "run", "5km", "25:00", "hr150/170", "320kcal", "elev45.5")
    names = ("hr_avg", "hr_max", "calories", "elevation_m")
    told = [typed(*line, "--format", "csv")[1], typed("show", "last", "--format", "csv")[1]]
    query = f"SELECT {', '.join(names)} FROM sets"
    told.append(typed("sql", query, "--format", "csv")[1])
    for each in told:
        [row] = csv.DictReader(io.StringIO(each))
        assert [row[name] for name in names] == ["150", "170", "320", "45.5"]
    assert "hr 150/170 320kcal elev45.5" in typed("show", "last", "--format", "table")[1]


def test_a_workout_may_be_named(typed: Any) -> None:
    typed("log", "squat", "100x5", "--on", "-3d")
    code, out, _ = typed("log", "bench", "100x5", "--in", "last", "--json")
    assert (code, json.loads(out)["workout"]["sets"]) == (0, 2)
    assert typed("log", "bench", "100x5", "--in", "deadbeef")[0] == 3


def test_a_day_and_a_time_are_put_together(typed: Any) -> None:
    _, out, _ = typed("log", "squat", "100x5", "--at", "18:30", "--on", "2026-03-02", "--json")
    workout = json.loads(out)["workout"]
    assert (workout["local_date"], workout["started_at"]) == ("2026-03-02", "2026-03-02T18:30:00Z")
    assert typed("log", "squat", "100x5", "--at", "yesterday 18:30", "--on", "-2d")[0] == 2
    code, _, err = typed("log", "squat", "100x5", "--in", "last", "--on", "-2d")
    assert (code, "--on -2d without --in" in err) == (2, True)


def test_a_line_of_a_new_exercise_is_refused_as_it_was_typed(typed: Any) -> None:
    code, out, _ = typed("log", "--new", "Zercher Thing", "10x12", "rpe8", "--json")
    details = json.loads(out)["details"]
    assert (code, details["line"], details["column"]) == (2, "10x12 rpe8", 1)
    assert details["hints"] == ["10kgx12 rpe8", "10x12@last rpe8"]


@pytest.mark.parametrize("words", [("--new", ""), ("--new", "x" * 201), ("bench \udcff",)])
def test_what_is_no_text_is_refused_in_plain_words(typed: Any, words: tuple[str, ...]) -> None:
    code, _, err = typed("log", "100x5", *words)
    assert code == 2
    assert any(said in err for said in ("is empty", "more than 200 characters", "is no text"))


# Every row is read by tests/core/test_notation.py; here, how some are answered.
@pytest.mark.parametrize(("line", "expected"), SOME, ids=[line for line, _ in SOME])
def test_a_row_of_the_notation_is_read_or_refused(typed: Any, line: str, expected: str) -> None:
    code, out, err = typed("log", *line.split(" "), "--dry-run", "--json")
    if code == 0:
        assert not str(expected).startswith("E_")
        assert json.loads(out)["entries"]
        return
    body = json.loads(out)
    assert list(body) == ["error", "type", "details"]
    assert str(expected).startswith("E_")
    details = body["details"]
    assert code == (3 if details["code"] == "E_UNKNOWN_EXERCISE" else 2)
    assert isinstance(details["column"], int)
    assert isinstance(details["hints"], list)
    assert err.startswith("workout: ")


@pytest.mark.parametrize(
    "line",
    [
        *("bench 100x5 t99x", "bench 100x5 t30109", "bench 100x5 tempo fast", "run 5km hr5"),
        *("bench 100x5 hr999", "run 5km hr180/120", "bench 100x5 rpe11", "bench 100x5 rpe8.3"),
    ],
)
def test_nonsense_is_refused_with_a_hint(typed: Any, line: str) -> None:
    code, out, err = typed("log", *line.split(), "--json")
    assert (code, json.loads(out)["type"]) == (2, "notation")
    assert "hint: " in err


LINES = b"""# Monday

squat 60x5w 3x5@100kg
bench 5x5
bnch 100x5
  # done
plank 60s
"""


def test_lines_are_logged_and_refused_one_by_one(typed: Any) -> None:
    code, out, err = typed("log", "-", "--json", stdin=LINES)
    assert code == 2
    read = json.loads(out)
    assert list(read) == ["schema", "items", "total", "errors"]
    assert (read["schema"], read["total"]) == ("workout.LogRead/1", 2)
    assert [each["line"] for each in read["items"]] == [3, 7]
    refused = read["errors"]
    assert [(each["line"], each["text"], each["type"]) for each in refused] == [
        (4, "bench 5x5", "notation"),
        (5, "bnch 100x5", "unknown_exercise"),
    ]
    assert refused[0]["details"]["code"] == "E_AMBIGUOUS"
    lines = err.splitlines()
    assert lines[0].startswith("line 4: ")
    assert lines[0].endswith("(E_AMBIGUOUS, column 7)")
    assert lines[1:3] == ["  bench 5x5", "        ^"]
    assert lines[3].startswith("hint: bench 5kgx5")
    assert json.loads(typed("today", "--json")[1])["sets"] == 5


def test_the_exit_code_is_that_of_the_first_refusal(typed: Any) -> None:
    assert typed("log", "-", stdin=b"bench 5x5\nbnch 100x5\n")[0] == 2
    assert typed("log", "-", stdin=b"bnch 100x5\nbench 5x5\n")[0] == 3
    assert typed("log", "-", stdin=b"bench 100x5\n")[0] == 0
    assert typed("log", "-", stdin=b"")[0] == 0


def test_all_lines_or_none(typed: Any) -> None:
    code, out, err = typed("log", "-", "--atomic", "--json", stdin=LINES)
    assert (code, json.loads(out)["items"]) == (2, [])
    assert [each["line"] for each in json.loads(out)["errors"]] == [4, 5]
    assert err.splitlines()[0].startswith("line 4: ")
    assert json.loads(typed("today", "--json")[1])["sets"] == 0
    whole = b"squat 100x5\r\n\r\nbench 100x5"
    code, out, _ = typed("log", "-", "--atomic", "--json", stdin=whole)
    assert (code, json.loads(out)["total"]) == (0, 2)
    assert json.loads(typed("today", "--json")[1])["sets"] == 2
    assert typed("log", "bench", "100x5", "--atomic")[0] == 2


@pytest.mark.parametrize("more", [[], ["--atomic"]])
def test_a_dry_run_of_lines_writes_nothing(typed: Any, more: list[str]) -> None:
    code, out, _ = typed("log", "-", "--dry-run", "--json", *more, stdin=b"squat 100x5\n")
    assert (code, json.loads(out)["items"][0]["workout"]) == (0, None)
    assert json.loads(typed("today", "--json")[1])["sets"] == 0


def test_lines_are_an_object_each(typed: Any) -> None:
    _, out, _ = typed("log", "-", "--format", "jsonl", stdin=LINES)
    found = [json.loads(line) for line in out.splitlines()]
    assert [each["line"] for each in found] == [3, 4, 5, 7]
    assert [each.get("type") for each in found] == [None, "notation", "unknown_exercise", None]


def test_lines_are_a_table_in_a_pipe(typed: Any) -> None:
    _, out, _ = typed("log", "-", "--format", "csv", stdin=b"squat 100x5x2\nplank 60s\n")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [each["exercise"] for each in rows] == ["Squat", "Squat", "Plank"]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (b"bench 100x5\0", "hidden character"),
        (b"bench \xff 100x5", "no UTF-8"),
        (b"bench " + b"100x5 " * 200_000, "at most"),
        (b"x" * 1_000_000, "at most"),
        ("bench 100x5 \u202e".encode(), "hidden character"),
        (b"\x1b[31mbench 5x5", "hidden character"),
    ],
    ids=["nul", "not text", "a megabyte", "a long word", "backwards", "escape"],
)
def test_hostile_lines_are_refused_and_the_others_logged(
    typed: Any, bad: bytes, message: str
) -> None:
    stdin = b"squat 100x5\n" + bad + b"\nbench 100x5\n"
    code, out, err = typed("log", "-", "--json", stdin=stdin)
    read = json.loads(out)
    assert (code, [each["line"] for each in read["items"]]) == (2, [1, 3])
    assert [each["line"] for each in read["errors"]] == [2]
    assert message in read["errors"][0]["error"]
    assert err.startswith("line 2: ")
    assert "\x1b" not in err + out
    assert len(err) < 3000
    code, out, _ = typed("log", "-", "--json", "--atomic", stdin=stdin)
    assert code == 2


def test_a_million_lines_that_say_nothing_take_no_time(typed: Any) -> None:
    code, out, _ = typed("log", "-", "--json", stdin=b"#\n" * 1_000_000 + b"bench 100x5\n")
    assert (code, json.loads(out)["items"][0]["line"]) == (0, 1_000_001)
    code, _, err = typed("log", "-", "--atomic", stdin=b"#\n" * 20_000)
    assert (code, "10,000 lines" in err) == (2, True)


def test_a_person_is_told_what_is_waited_for_and_keeps_what_was_told(workout: Program) -> None:
    workout.home.joinpath("training").mkdir()
    environment = workout.environment | {"TERM": "xterm", "NO_COLOR": "1"}
    with Terminal([*COMMAND, "log", "-"], environment, ROOT) as terminal:
        terminal.until("Ctrl-D ends")
        terminal.send("bench 100x5\n")
        terminal.until("Bench Press 100kgx5")
        terminal.send("bench 5x5\n")
        terminal.until("line 2: ")
        terminal.send("\x03")
        terminal.rest()
    assert workout("today", "--json").json["sets"] == 1


def test_ctrl_c_ends_the_reading_with_its_own_code(workout: Program) -> None:
    with workout.start("log", "-") as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write("bench 100x5\nbench 5x5\n")
        process.stdin.flush()
        assert process.stderr.readline().startswith("line 2: ")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    assert workout("today", "--json").json["sets"] == 1


def test_a_forgotten_workout_is_told_of(typed: Any, workout: Program) -> None:
    with workout.serve() as served, served.client() as http:
        made = http.post(
            "/api/v1/workouts",
            json={"name": "Push", "status": "active", "started_at": "2026-01-02T18:00:00Z"},
        )
        assert made.status_code == 201
        _, out, err = typed("log", "bench", "100x5", "--json")
        line = {"text": "bench 100x5"}
        into = http.post(f"/api/v1/workouts/{made.json()['id']}/log", json=line)
        assert (into.status_code, into.json()["workout"]["sets"]) == (201, 1)
        nowhere = http.post(f"/api/v1/workouts/{'0' * 32}/log", json=line)
        assert (nowhere.status_code, nowhere.json()["type"]) == (404, "not_found")
    assert err.startswith("Push of Fri 2 Jan")
    assert "workout discard ends it" in err
    assert json.loads(out)["forgotten"]["name"] == "Push"
