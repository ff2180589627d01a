"""Commands as they are typed, in processes of their own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.processes import InProcess, Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def test_a_set_is_logged_shown_and_listed(workout: Program) -> None:
    logged = workout("log", "bench", "5x5@100kg", "rpe8", "--json").json
    assert logged["entries"][0]["exercise"] == "Bench Press"
    today = workout("today", "--json").json
    assert [each["id"] for each in today["workouts"]] == [logged["workout"]["id"]]
    history = workout("history", "--json").json
    assert (history["total"], history["items"][0]["sets"]) == (1, 5)
    assert history["schema"] == "workout.WorkoutSummary/1"


@pytest.mark.parametrize(
    ("words", "mode", "load"),
    [
        (("pullup", "-20kg", "x", "8"), "assisted", 20),
        (("pullup", "3x8", "+10kg"), "added", 10),
        (("bench", "100x5", "--at", "-2d"), "absolute", 100),
        (("bench", "100x5", "--at", "-90min"), "absolute", 100),
    ],
)
def test_a_dash_before_a_digit_is_no_option(
    workout: Program, words: tuple[str, ...], mode: str, load: int
) -> None:
    one = workout("log", *words, "--json").json["entries"][0]["sets"][0]
    assert (one["load_mode"], one["load_value"]) == (mode, load)


def test_a_day_before_today_is_shown(workout: Program) -> None:
    assert workout("log", "squat", "100x5", "--at", "-2d").code == 0
    assert workout("show", "-2d", "--json").json["sets"] == 1


def test_what_is_yet_to_come_is_refused(workout: Program) -> None:
    refused = workout("log", "squat", "100x5", "--at", "2199-12-31")
    assert (refused.code, len(refused.errors)) == (2, 2)
    assert workout("history", "--json").json["total"] == 0


def test_what_a_pipe_gets_says_all_of_a_set(workout: Program) -> None:
    told = workout("log", "plank", "3x60s", "rpe8", "//", "shaky", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == 3
    assert (rows[0]["exercise"], rows[0]["duration_s"], rows[0]["rpe"]) == ("Plank", "60", "8")
    assert rows[0]["note"] == "shaky"


def test_table_and_csv_agree(workout: Program) -> None:
    workout("log", "row", "30x10L", "30x9R", "tempo", "3010", "rest90", "//", "a|b,c")
    as_csv = list(csv.reader(io.StringIO(workout("today", "--format", "csv").out)))
    as_tsv = [line.split("\t") for line in workout("today", "--format", "tsv").out.splitlines()]
    as_md = workout("today", "--format", "md").out.splitlines()
    assert as_csv == as_tsv
    assert as_md[0] == f"| {' | '.join(as_csv[0])} |"
    assert len(as_md) == len(as_csv) + 1


def test_a_file_is_written_whole_or_not_at_all(workout: Program, tmp_path: Path) -> None:
    workout("log", "bench", "100x5")
    target = tmp_path / "all.json"
    target.write_text("old", encoding="utf-8")
    assert workout("export", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8").startswith("{")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".all")] == []


def test_the_database_is_never_written_over(workout: Program) -> None:
    workout("log", "bench", "100x5")
    listed = workout("config", "list", "--json").json["items"]
    path = next(each["value"] for each in listed if each["key"] == "database_url")[
        len("sqlite:///") :
    ]
    for format in ("json", "csv"):
        refused = workout("export", "--format", format, "-o", path)
        assert (refused.code, len(refused.errors)) == (2, 2)
        assert "is the database" in refused.errors[0]
    assert workout("today", "--json").json["sets"] == 1


def test_a_password_in_a_url_is_not_shown(workout: Program) -> None:
    secret = workout.given(WORKOUT_DATABASE_URL="postgresql+psycopg://me:s3cret@127.0.0.1/x")
    assert "s3cret" not in secret("config", "list").out
    assert "me:***@127.0.0.1" in secret("config", "list", "--json").out
