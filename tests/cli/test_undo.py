"""`workout undo` and `workout redo`, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import InProcess, Program

NAMES = Path("workout") / "exercises.txt"


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def test_what_was_undone_is_said_with_the_way_back(workout: Program) -> None:
    workout("log", "bench", "5x5@100kg")
    workout("log", "squat", "100x5")
    undone = workout("undo", "--format", "table")
    assert undone.out.splitlines() == [
        "undid: logged Squat 100kgx5 (1 set)",
        "workout redo brings it back",
    ]
    assert workout("today", "--json").json["sets"] == 5
    both = workout("undo", "7", "--json")
    assert [each["summary"] for each in both.json["items"]] == [
        "logged Bench Press 5x5@100kg (5 sets)"
    ]
    assert both.errors == ["only 1 change could be undone, and no more"]
    again = workout("redo", "2", "--format", "table")
    assert again.out.splitlines() == [
        "redid: logged Bench Press 5x5@100kg (5 sets)",
        "redid: logged Squat 100kgx5 (1 set)",
        "workout undo 2 takes them back",
    ]


def test_nothing_left_is_an_error(workout: Program) -> None:
    for command in ("undo", "redo"):
        refused = workout(command)
        assert (refused.code, refused.out) == (5, "")
        assert refused.errors[0] == f"workout: Nothing is left to {command}"
    assert workout("undo", "--json").json["type"] == "conflict"


def test_the_list_counts_what_can_be_undone(workout: Program) -> None:
    assert "Nothing was changed yet" in workout("undo", "--list", "--format", "table").out
    for reps in (1, 2, 3):
        workout("log", "bench", f"100x{reps}")
    workout("undo")
    listed = workout("undo", "--list", "--limit", "2")
    assert listed.errors == ["2 of 3 changes; --limit shows more"]
    head, newest, before = (line.split("\t") for line in listed.out.splitlines())
    assert head == ["n", "when", "what", "state"]
    assert (newest[0], newest[2:]) == ("", ["logged Bench Press 100kgx3 (1 set)", "undone"])
    assert (before[0], before[2:]) == ("1", ["logged Bench Press 100kgx2 (1 set)", ""])
    assert before[1][10] == "T"
    assert "just now" in workout("undo", "--list", "--format", "table").out


@pytest.mark.parametrize("words", [("0",), ("-1",), ("x",), ("--limit", "3"), ("1", "2")])
def test_what_cannot_be_is_refused(workout: Program, words: tuple[str, ...]) -> None:
    workout("log", "bench", "100x5")
    assert workout("undo", *words).code == 2
    assert workout("today", "--json").json["sets"] == 1


def test_the_names_for_the_shells_follow(workout: Program) -> None:
    workout("exercise", "add", "Zercher Thing")
    names = workout.home / NAMES
    assert "zercher-thing" in names.read_text(encoding="utf-8")
    workout("undo")
    assert "zercher-thing" not in names.read_text(encoding="utf-8")
    workout("redo")
    assert "zercher-thing" in names.read_text(encoding="utf-8")
