"""What people call workouts: the last, a day's, a line of the last listing, the beginning of an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.processes import InProcess, Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def workout(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def test_a_number_is_a_line_of_the_last_listing(workout: Program) -> None:
    for when in ("-3d", "-2d", "yesterday"):
        assert workout("log", "squat", "100x5", "--at", when).code == 0
    assert workout("show", "1").code == 3
    listed = [each["id"] for each in workout("history", "--json").json["items"]]
    assert workout("show", "3", "--json").json["id"] == listed[2]
    gone = workout("show", "4")
    assert gone.code == 3
    assert gone.errors[0] == "workout: The last listing has no line 4"
    assert workout("show", "-2d", "--json").json["workouts"][0]["id"] == listed[1]


def test_ids_that_begin_alike_are_told(workout: Program) -> None:
    made = [
        workout("log", "squat", "100x5", "--at", when, "--json").json["workout"]["id"]
        for when in ("2026-01-01 08:00", "2026-01-02 08:00")
    ]
    several = workout("show", made[0][:4])
    assert several.code == 3
    assert several.errors[1:] == [f"hint: {each}" for each in made]
    assert workout("show", made[1][:13], "--json").json["id"] == made[1]


@pytest.mark.parametrize("words", ["nonsense", "2026-13-45", "x" * 500, "\x1b[2J", "0", "-"])
def test_what_means_nothing_is_told_with_examples(workout: Program, words: str) -> None:
    refused = workout("show", words)
    assert refused.code == 2
    assert "neither a workout nor a day" in refused.errors[0]
    assert refused.errors[1].startswith("hint: last, open, yesterday")
    assert "\x1b" not in refused.err


def test_nothing_is_open(workout: Program) -> None:
    workout("log", "squat", "100x5")
    assert workout("show", "open").errors[0] == "workout: No workout is open"
