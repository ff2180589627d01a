"""Measurements of the body by command, as people type them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Workout = Callable[..., "Ended"]


class Ended(NamedTuple):
    code: int
    out: str
    errors: list[str]

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def workout(sqlite_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Workout:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")
    monkeypatch.setenv("WORKOUT_TIMEZONE", "Europe/Berlin")

    def call(*words: str) -> Ended:
        code = run(list(words))
        shown = capsys.readouterr()
        return Ended(code, shown.out, shown.err.splitlines())

    return call


def rows(listed: Ended) -> list[list[str]]:
    """What was measured, how much and in what, a row each."""
    return [line.split("\t")[2:5] for line in listed.out.splitlines()[1:]]


def test_from_the_scale_to_the_list(workout: Workout) -> None:
    made = workout("body", "log", "weight", "82,5kg")
    assert (made.code, made.errors) == (0, ["workout undo takes it back"])
    workout("body", "log", "body weight", "181.5", "lbs", "--at", "yesterday 7:30")
    workout("body", "log", "left", "arm", "38", "--on", "-3d", "--note", "pumped")
    assert rows(workout("body", "history")) == [
        ["Weight", "82.5", "kg"],
        ["Weight", "181.5", "lb"],
        ["Left arm", "38", "cm"],
    ]
    assert rows(workout("body", "history", "bw", "--since", "today")) == [["Weight", "82.5", "kg"]]
    assert rows(workout("body", "latest")) == [["Weight", "82.5", "kg"], ["Left arm", "38", "cm"]]
    found = workout("body", "history", "left", "arm", "--json").json
    assert (found["schema"], found["items"][0]["note"]) == ("workout.MeasurementRead/1", "pumped")
    cut = workout("body", "history", "--limit", "2")
    assert (len(rows(cut)), cut.errors[0][:22]) == (2, "2 of 3 measurements; -")


def test_the_unit_of_the_settings(workout: Workout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_UNIT", "lb")
    for words in (("weight", "181"), ("waist", "33"), ("chest", "100cm"), ("rhr", "52")):
        assert workout("body", "log", *words).code == 0
    assert rows(workout("body", "latest")) == [
        ["Weight", "181", "lb"],
        ["Resting heart rate", "52", "bpm"],
        ["Chest", "100", "cm"],
        ["Waist", "33", "in"],
    ]


def test_a_line_of_the_list_is_changed_and_taken_out(workout: Workout) -> None:
    workout("body", "log", "weight", "82.5kg", "--at", "2026-03-02 7:30")
    workout("body", "log", "waist", "84cm", "--at", "2026-03-03 7:30", "--note", "full")
    workout("body", "history")
    edited = workout("body", "edit", "2", "82.4", "--at", "2026-03-04", "--json").json
    assert (edited["value"], edited["unit"], edited["local_date"]) == (82.4, "kg", "2026-03-04")
    assert edited["measured_at"] == "2026-03-04T06:30:00Z"
    same = workout("body", "edit", "2", "82.4kg")
    assert (same.code, same.errors) == (0, ["nothing changed"])
    noted = workout("body", "edit", edited["id"], "--at", "2026-03-01 8:00", "--json").json
    assert noted["measured_at"] == "2026-03-01T07:00:00Z"
    cleared = workout("body", "edit", "last", "--note", "", "--json").json
    assert (cleared["type"], cleared["note"]) == ("waist", None)
    gone = workout("body", "rm", "last", "--format", "table")
    assert (gone.code, gone.out.split("  ")[0]) == (0, "removed Waist 84 cm")
    assert rows(workout("body", "history")) == [["Weight", "82.4", "kg"]]
    assert workout("undo").code == 0
    assert len(rows(workout("body", "history"))) == 2
    told = [each["summary"] for each in workout("undo", "--list", "--json").json["items"]]
    assert told[1] == "changed Waist of 2026-03-03: note full -> none"


def test_something_of_ones_own(workout: Workout) -> None:
    refused = workout("body", "log", "sleep", "7.5h")
    assert (refused.code, "--new" in refused.errors[-1]) == (3, True)
    assert workout("body", "log", "sleep", "7.5h", "--new").code == 0
    assert rows(workout("body", "history", "sleep")) == [["sleep", "7.5", "h"]]
    types = workout("body", "types", "--json").json["items"]
    assert [each["slug"] for each in types if each["own"]] == ["sleep"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("log", "wieght", "80"), 3, "hint: weight"),
        (("log", "weight"), 2, "hint: workout body log weight 82.5kg"),
        (("log", "82.5kg"), 2, "hint: workout body log weight 82.5kg"),
        (("log", "weight", "8,2,5"), 2, "hint: 2.5"),
        (("log", "weight", "825kg"), 2, "hint: from 1 to 700 kg"),
        (("log", "weight", "84cm"), 2, "hint: 84kg"),
        (("log", "weight", "80kg", "--at", "2199-01-01"), 2, "hint: --at yesterday"),
        (("history", "wasit"), 3, "hint: waist"),
        (("rm", "7"), 3, "hint: workout body history lists measurements"),
        (("rm", "last"), 3, "hint: workout body history lists them with their ids"),
        (("edit", "last"), 2, "hint: workout body edit last 82.4kg"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: int, said: str, workout: Workout
) -> None:
    ended = workout("body", *words)
    assert (ended.code, ended.errors[1]) == (code, said)
    assert rows(workout("body", "history")) == []


def test_they_are_asked_for_in_sql(workout: Workout) -> None:
    workout("body", "log", "weight", "181.5lb")
    workout("body", "log", "waist", "33in")
    workout("body", "log", "fat", "18%")
    query = "SELECT type, value, unit, round(kg, 2) AS kg, cm FROM measurements ORDER BY type"
    assert workout("sql", query).out.splitlines()[1:] == [
        "body_fat\t18\t%\t\t",
        "waist\t33\tin\t\t83.82",
        "weight\t181.5\tlb\t82.33\t",
    ]
