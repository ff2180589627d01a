"""Calculators by command, as people type them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from workout_cli.main import run
from workout_cli.schemas import models

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _database(sqlite_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")


def calc(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """The JSON that a calculator prints."""
    assert run(["calc", *words, "--json"]) == 0, words
    found = json.loads(capsys.readouterr().out)
    assert found["schema"].removeprefix("workout.").removesuffix("/1") in models()
    return found


def test_what_people_type_is_understood(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = calc(capsys, "1rm", "--weight", "100kg", "--reps", "5", "--formula", "brzycki")
    assert (found["one_rep_max"], found["unit"], len(found["items"])) == (112.5, "kg", 12)
    assert calc(capsys, "1rm", "-w", "100", "-r", "5", "--rpe", "8")["one_rep_max"] == 123.33
    assert calc(capsys, "1rm", "--reps", "5", "--max", "120kg")["weight"] == 102.86
    halfway = ("--weight", "99.9", "--reps", "2", "--rpe", "8.5")
    assert calc(capsys, "1rm", *halfway)["one_rep_max"] == 111.56  # 111.555, away from zero
    found = calc(capsys, "rpe", "--reps", "5", "--rpe", "8", "--max", "120kg")
    assert (found["percent"], found["weight"]) == (81.1, 97.32)
    assert calc(capsys, "rpe", "-r", "15", "--rpe", "5", "--chart", "polynomial")["percent"] == 50
    woman = ("--total", "612.5kg", "--bodyweight", "56kg", "--sex", "f")
    for score, points in (("dots", 709.96), ("wilks", 720.67), ("wilks2020", 847.27)):
        assert round(calc(capsys, "score", score, *woman)["points"], 2) == points
    body = ("--bodyweight", "120.4kg", "--sex", "m")
    found = calc(capsys, "score", "gl", "-t", "1200", "--equipped", *body)
    assert (round(found["points"], 2), found["event"]) == (115.83, "full")
    pounds = ("--total", "551.156lb", "--bodyweight", "151.017lb", "--sex", "f", "--cycle", "2024")
    assert calc(capsys, "score", "sinclair", *pounds)["total_kg"] == pytest.approx(250, abs=0.001)
    found = calc(capsys, "plates", "103", "--inventory", "20x4 10 1.25", "--mode", "up")
    assert (found["items"][0]["shortfall"], found["items"][0]["exact"]) == (-2, False)
    found = calc(capsys, "plates", "--ramp", "60,80,100,110", "--bar", "20kg", "--collars", "0")
    assert (found["moves"], found["moves_apart"]) == (4, 8)
    found = calc(capsys, "warmup", "225lb", "--bar", "45", "--increment", "5lb")
    assert [each["weight"] for each in found["items"]] == [45, 45, 90, 135, 180]
    for words in (("10km", "44:03.9"), ("44:03.9", "10k"), ("10km", "4:24.39/km")):
        assert calc(capsys, "pace", *words)["s_per_km"] == pytest.approx(264.39, abs=1e-3)
    assert calc(capsys, "pace", "1:30:00", "7:00/mi")["distance_m"] == pytest.approx(
        20691.6, abs=0.1
    )
    assert calc(capsys, "vdot", "5km", "20:00")["vdot"] == pytest.approx(49.8, abs=0.05)
    races = calc(capsys, "vdot", "51")["items"]
    assert {each["race"]: each["time_s"] for each in races}["half marathon"] == pytest.approx(
        5402, abs=10
    )
    assert calc(capsys, "riegel", "5k", "20m", "mile")["expected_s"] == pytest.approx(
        360.9, abs=0.1
    )
    for text, result in (("225lb", 102.05828325), ("10 mi to km", 16.09344), ("2 stone lb", 28)):
        assert calc(capsys, "convert", *text.split())["result"] == result
    monkeypatch.setenv("WORKOUT_UNIT", "lb")
    assert calc(capsys, "1rm", "-w", "225", "-r", "3")["unit"] == "lb"
    assert calc(capsys, "plates", "225")["bar"] == 45


def test_people_read_what_it_comes_to(capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        ("1rm --weight 100kg --reps 12", "note: above 10 repetitions an estimate is loose"),
        ("rpe --reps 5 --rpe 8 --weight 100kg", "100 kg of a 1RM of 123.3 kg"),
        ("score dots --total 500kg --bodyweight 82.5kg --sex m", "DOTS 338.70"),
        ("score gl -t 500 --bodyweight 82.5 --sex f --event bench", "woman, raw, bench press"),
        (
            "score sinclair-masters -t 144 --bodyweight 68.5 --sex m --age 60",
            "Sinclair for masters 291.09",
        ),
        ("plates 103", "25 + 15 + 1.25 a side  0.5 kg short of 103 kg"),
        ("plates 700lb --inventory 45x8,25x4", None),
        ("plates 225lb --bar 20kg", "45 + 45 a side  0.908 lb short of 225 lb"),
        ("plates --ramp 100,110,100", "25 + 15 a side  off 5"),
        ("warmup 100kg", "60 kg x 3  60 %"),
        ("warmup 20kg", "20 kg needs no warm-up"),
        ("pace 10km 44:03.9", "10 km in 44:03.9: 4:24 /km, 7:05 /mile"),
        ("vdot 5km 20:00", "race  half marathon           1:31:50    4:21"),
        ("riegel 5km 20:00 marathon", "note: most marathons take longer than this"),
        ("convert 340.19kg", "340.19 kg ≈ 749.99 lb  as meets tell it 750 lb"),
        ("convert 1lb g", "1 lb ≈ 453.59 g"),
    ):
        code = run(["calc", *words.split(), "--format", "table"])
        shown = capsys.readouterr()
        assert code == (0 if told else 2), words
        assert (told or "") in shown.out, words
    assert run(["calc", "vdot", "49", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith(
        "kind,name,percent,time,per km,per mile\npace,easy,65"
    )


def test_mistakes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        ("1rm --reps 5", "either weight or max is needed"),
        ("1rm --weight 100kg --max 220lb --reps 5", "in kilograms and in pounds"),
        ("score dots --total 500kg --bodyweight 80kg", "needs to know which to take"),
        ("score dots --total 500kg --sex m", "A score needs your body weight"),
        ("score wilk --total 500kg", "'wilk' is no score"),
        ("plates", "Either a load or --ramp is needed"),
        ("warmup 225lb --increment 5kg", "--increment must be in lb, as the load is"),
        ("warmup 225lb --increment 5kg", "hint: --increment 5lb"),
        ("plates 5lb --bar 45lb", "hint: --bar 35lb"),
        ("plates 10", "less than the empty bar"),
        ("pace 10km", "Two of a distance, a time and a pace"),
        ("pace 10km 5km", "Two of a distance, a time and a pace"),
        ("pace 10km 44:61", "is not a time"),
        ("vdot 1 2 3", "A race is a distance and a time"),
        ("convert 5 parsecs", "is not a unit that is known here"),
        ("convert much", "is not an amount"),
        ("riegel 5 20:00 10km", "'5' is not a distance"),
    ):
        assert run(["calc", *words.split()]) == 2, words
        shown = capsys.readouterr()
        assert told in shown.err, words
        assert not shown.out
