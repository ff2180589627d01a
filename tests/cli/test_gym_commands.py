"""Gyms, the profile, trends and goals by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Workout = Callable[..., "Ended"]

HOME = ("gym", "add", "Home", "--plates", "20x4 10x2 5x2", "--bar", "20kg", "--bar", "15")


class Ended(NamedTuple):
    code: int
    out: str
    errors: list[str]

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()[1:]]


@pytest.fixture
def workout(sqlite_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Workout:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")

    def call(*words: str) -> Ended:
        code = run(list(words))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err.splitlines())

    return call


def test_one_unit_does_for_bars_and_plates(workout: Workout) -> None:
    usa = workout("gym", "add", "USA", "--bar", "45lb", "--bar", "35", "--plates", "45x8 25x4")
    assert usa.rows == [["USA", "yes", "45x8 25x4 lb", "45 35 lb", "", ""]]


def test_a_gym_is_set_up_used_and_left(workout: Workout) -> None:
    made = workout(*HOME, "--dumbbells", "2.5..10/2.5")
    assert (made.code, made.errors) == (0, ["workout undo takes it back"])
    assert made.rows == [["Home", "yes", "20x4 10x2 5x2 kg", "20 15 kg", "2.5..10/2.5 kg", ""]]
    workout("gym", "add", "Work", "--stack", "5..100/5 lb")
    assert [row[:2] for row in workout("gym", "use", "wo").rows] == [["Work", "yes"]]
    assert [row[:2] for row in workout("gym", "list").rows] == [["Home", ""], ["Work", "yes"]]
    edited = workout("gym", "edit", "work", "--name", "Office", "--stack", "", "--bar", "45lb")
    assert edited.rows == [["Office", "yes", "", "45 lb", "", ""]]
    same = workout("gym", "edit", "office", "--bar", "45lb")
    assert same.errors == ["nothing changed"]
    assert workout("gym", "use", "office").errors == ["nothing changed"]
    assert workout("gym", "show").rows == edited.rows
    assert [row[1] for row in workout("gym", "leave").rows] == ["", ""]
    assert workout("gym", "leave").errors == ["nothing changed"]
    none = workout("gym", "show")
    assert (none.code, none.errors[1:]) == (
        *(3, ["hint: workout gym show Home", "hint: workout gym show Office"]),
    )
    assert workout("gym", "rm", "office", "--format", "table").out == "removed Office\n"
    shown = workout("gym", "show", "home", "--format", "table").out.splitlines()
    assert shown[:3] == ["Home", "  plates     20x4 10x2 5x2 kg", "  bars       20 15 kg"]
    assert shown[-1] == "  stack      not known"
    told = [each["summary"] for each in workout("undo", "--list", "--json").json["items"]]
    assert told == [
        *("deleted the gym Office", "left the gym Office"),
        "changed the gym Office: bars none -> 45 lb, name Work -> Office, stack 5..100/5 lb -> none",
        *("used the gym Office", "added the gym Work", "added the gym Home"),
    ]


def test_a_rounded_load_tells_its_gap(workout: Workout) -> None:
    workout("exercise", "edit", "bench", "--training-max", "101kg")
    assert "nearest" not in workout("log", "bench", "83%x5", "--format", "table").out
    workout(*HOME)
    told = workout("log", "bench", "83%x5", "top+7x3", "--format", "table").out
    assert "80 kg is the nearest here to 83.83 kg: 3.83 kg short\n" in told
    assert "90 kg is the nearest here to 87 kg: 3 kg over\n" in told
    assert "20 + 10 + 5 a side (bar 20 kg)\n" in told
    found = workout("log", "bench", "last+1x5", "--json").json["entries"][0]["sets"][0]
    assert (found["load_value"], found["wanted_value"], found["wanted_unit"]) == (90, 91, "kg")


def test_the_profile_and_its_bands(workout: Workout) -> None:
    assert (
        workout("profile", "show", "--format", "table").out.splitlines()[0] == "sex     not known"
    )
    workout("profile", "set", "--sex", "f", "--born", "1990", "--height", "1,68 m")
    assert workout("profile", "bands", "upper back", "8..12").code == 0
    assert workout("profile", "set", "--clear", "born").rows == [["f", "", "1.68", "m"]]
    assert [row for row in workout("profile", "bands").rows if row[3]] == [
        ["upper_back", "8", "12", "yes"]
    ]
    told = workout("profile", "show", "--format", "table").out.splitlines()
    assert told[2:] == ["height  1.68 m", "bands   upper back 8-12"]
    workout("profile", "bands", "upper_back", "usual")
    assert not [row for row in workout("profile", "bands").rows if row[3]]


def test_goals_and_trends(workout: Workout) -> None:
    for days, amount in ((40, "84kg"), (28, "83kg"), (14, "82kg"), (0, "81kg")):
        workout("body", "log", "weight", amount, "--at", f"-{days}d" if days else "today")
    found = workout("body", "trend", "--since", "-30d", "--json").json
    assert (found["schema"], found["unit"], len(found["items"])) == (
        "workout.TrendPoint/1",
        "kg",
        3,
    )
    assert "half-life 7 days" in found["rule"]
    quick = workout("body", "trend", "bw", "--half-life", "1")
    assert [row[1] for row in quick.rows] == ["84", "83", "82", "81"]
    aimed = workout("body", "goal", "weight", "80", "--since", "-40d", "--by", "2199-01")
    assert aimed.rows[0][:4] == ["Weight", "80", "kg", "84"]
    assert aimed.rows[0][-1] == "2199-01-31"
    workout("body", "goal", "waist", "80cm")
    told = workout("body", "goals", "--format", "table").out
    assert "Waist 80 cm\n  nothing was measured yet\n" in told
    assert "% of the way\n" in told
    assert " if it goes on" in told
    off = workout("body", "goal", "bw", "off")
    assert (off.code, off.rows) == (0, [])
    assert off.errors == ["gave up the goal of Weight 80 kg", "workout undo takes it back"]
    assert [row[0] for row in workout("body", "goals").rows] == ["Waist"]
    assert workout("undo").code == 0
    assert len(workout("body", "goals").rows) == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("gym", "show", "hone"), 3, "hint: Home"),
        (("gym", "add", "home"), 5, None),
        (("gym", "add", "B", "--bar", "20kg", "--bar", "45lb"), 2, "hint: --bar 20kg --bar 15kg"),
        (("gym", "add", "B", "--stack", "5-100"), 2, "hint: 2.5..40/2.5 kg"),
        (("gym", "add", "B", "--plates", "20y2"), 2, "hint: 25x4 20x2 15 10 5 2.5 1.25"),
        (("gym", "edit", "home"), 2, "hint: workout gym edit home --bar 15kg"),
        (("profile", "set"), 2, "hint: workout profile set --sex f"),
        (("profile", "set", "--clear", "age"), 2, "hint: sex"),
        (("profile", "set", "--height", "9 furlongs"), 2, "hint: 168cm"),
        (("profile", "set", "--height", "9cm"), 2, "hint: workout profile set --help"),
        (("profile", "bands", "chest", "lots"), 2, "hint: 10..20"),
        (("profile", "bands", "chesst", "1..2"), 2, "hint: chest"),
        (("body", "goal", "weight"), 2, "hint: workout body goal weight 78kg"),
        (("body", "goal", "weight", "off"), 3, "hint: workout body goals lists them"),
        (("body", "goal", "weight", "78cm"), 2, "hint: 78kg"),
        (("body", "goal", "weight", "78", "--since", "2199-01-01"), 2, "hint: --since today"),
        (("body", "trend", "wieght"), 3, "hint: weight"),
        (("body", "trend", "--half-life", "soon"), 2, "hint: 2.5"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: int, said: str | None, workout: Workout
) -> None:
    workout(*HOME)
    ended = workout(*words)
    assert (ended.code, ended.out) == (code, "")
    if said:
        assert ended.errors[1] == said
    told = workout("undo", "--list", "--json").json["items"]
    assert [each["summary"] for each in told] == ["added the gym Home"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("profile", "set", "--born", "1800"), "--born must be at least 1900"),
        (("gym", "add", ""), "NAME is empty"),
        (("gym", "edit", "home", "--plates", "20 " * 200), "--plates has more than 500 characters"),
        (("body", "trend", "--half-life", "0"), "--half-life must be at least 1"),
        (("body", "goal", "bw", "9", "--by", "2300"), "--by must be less than 2200-01-01"),
        (
            ("body", "goal", "bw", "9", "--by", "2020"),
            "a goal is for a day after the one on which it begins",
        ),
        (("body", "log", "bw", "80", "--at", "1700-01-01"), "--at must be at least 1900-01-01"),
        (("body", "log", "bw", "80", "--on", "1700-01-01"), "--on must be at least 1900-01-01"),
        (("calc", "1rm", "--weight", "0", "--reps", "5"), "--weight must be more than 0"),
        (("calc", "plates", "100", "--bar", "101"), "--bar must be at most 100"),
        (("calc", "plates", "--ramp", ",".join(["60"] * 13)), "the loads are more than 12"),
        (("calc", "vdot", "5km", "0:00"), "the time must be more than 0"),
    ],
)
def test_what_was_typed_is_called_as_it_was_typed(
    words: tuple[str, ...], told: str, workout: Workout
) -> None:
    ended = workout(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.errors == [f"workout: {told}", f"hint: workout {words[0]} {words[1]} --help"]
