"""Exercises as their user manages them, in processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.processes import InProcess, Program
from workout_cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def test_an_exercise_from_its_first_set_to_its_end(workout: Program) -> None:
    new = workout("log", "--new", "Viking Press", "60x8x3", "--json").json
    assert (new["added"], new["entries"][0]["exercise"]) == ("Viking Press", "Viking Press")
    given = ("--name", "Shoulder Rocket", "--bar", "45lb", "--rest", "2:30", "--increment", "2,5")
    more = ("--training-max", "80", "--since", "-2d", "--primary", "front_delts", "--star")
    edited = workout("exercise", "edit", "viking", "press", *given, *more, "--json").json
    assert (edited["name"], edited["aliases"]) == ("Shoulder Rocket", ["Viking Press"])
    assert (edited["bar_value"], edited["bar_unit"], edited["default_rest_s"]) == (45, "lb", 150)
    assert (edited["increment"], edited["starred"]) == (2.5, True)
    assert edited["primary_muscles"] == ["front_delts"]
    assert edited["training_maxes"][0]["value"] == 80
    names = next(workout.home.rglob("exercises.txt")).read_text(encoding="utf-8").splitlines()
    assert names[0] == "viking-press"
    cleared = ("--bar", "", "--rest", "", "--training-max", "", "--primary", "", "--no-star")
    bare = workout("exercise", "edit", "viking-press", *cleared, "--json").json
    assert [bare[each] for each in ("bar_value", "bar_unit", "default_rest_s")] == [None] * 3
    assert (bare["training_maxes"], bare["primary_muscles"], bare["starred"]) == ([], [], False)
    used = workout("exercise", "rm", "shoulder", "rocket")
    assert (used.code, used.errors[1]) == (5, "hint: hide it instead, or merge it into another")
    told = workout("exercise", "merge", "viking-press", "ohp", "--dry-run", "--json").json
    assert (told["workouts"], told["sets"], told["dry_run"]) == (1, 3, True)
    assert workout("exercise", "merge", "viking-press", "ohp").code == 0
    assert workout("log", "shoulder", "rocket", "60x8", "--json").json["entries"][0][
        "exercise"
    ] == ("Overhead Press")
    names = next(workout.home.rglob("exercises.txt")).read_text(encoding="utf-8").splitlines()
    assert "viking-press" not in names


def test_hiding_naming_and_removing(workout: Program) -> None:
    assert workout("exercise", "hide", "behind", "the", "neck", "press").code == 0
    found = workout("exercise", "find", "behind", "the", "neck", "--json").json
    assert "Behind-the-Neck Press" not in [each["name"] for each in found["items"]]
    listed = workout("exercise", "list", "--hidden", "--format", "csv").out.splitlines()
    assert listed[1].startswith("Behind-the-Neck Press,")
    shown = workout("exercise", "hide", "behind-the-neck-press", "--show", "--json").json
    assert shown["hidden"] is False
    refused = workout("exercise", "alias", "squat", "bench")
    assert (refused.code, refused.errors[1]) == (5, "hint: --move gives it to this exercise")
    assert workout("exercise", "alias", "squat", "bench", "knees", "--move").code == 0
    assert workout("exercise", "show", "bench", "--json").json["name"] == "Squat"
    assert workout("exercise", "alias", "squat", "bench", "knees", "--remove").code == 0
    assert workout("exercise", "show", "bench", "--json").json["name"] == "Bench Press"
    workout("exercise", "add", "Zercher", "Thing")
    removed = workout("exercise", "rm", "zercher", "thing", "--format", "table")
    assert removed.out.splitlines() == ["removed Zercher Thing", "workout undo brings it back"]
    assert workout("exercise", "show", "zercher", "thing").code == 3


def test_a_dry_run_adds_no_exercise(workout: Program) -> None:
    told = workout("log", "--new", "Viking Press", "60x8", "--dry-run", "--format", "table")
    assert "  Viking Press is new" in told.out.splitlines()
    assert workout("exercise", "show", "viking press").code == 3


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("exercise edit bench", 2, "Nothing is to be changed"),
        ("exercise edit bench --bar heavy", 2, "'heavy' is not a mass"),
        ("exercise edit bench --rest 1:99", 2, "'1:99' is not a span of time"),
        ("exercise edit bench --increment ٣", 2, "'٣' is not a number"),
        ("exercise edit bench --unit stone", 2, "'stone' is not a unit"),
        ("exercise edit bench --bar 0", 2, "--bar must be more than 0"),
        ("exercise edit bench --since mon", 2, "--since is the day of a training max"),
        ("exercise edit bench --primary chset", 2, "'chset' is no muscle"),
        ("exercise edit bench --tracking reps", 5, "of the catalogue"),
        ("exercise alias bench x --remove --move", 2, "do not go together"),
        ("exercise alias bench 100x5", 2, "cannot be the name of an exercise"),
        ("exercise add 100x5", 2, "beginning of its sets"),
        ("exercise merge bench plank", 5, "do not go together"),
        ("exercise rm bench", 5, "nobody can delete from"),
        ("log --new last 60x5", 2, "cannot be the name of an exercise"),
    ],
)
def test_what_cannot_be_is_told_in_a_line_with_a_hint(
    capsys: pytest.CaptureFixture[str], words: str, code: int, said: str
) -> None:
    assert run(words.split()) == code
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert said in lines[0]
    assert lines[1].startswith("hint: ")
