"""Records and statistics from the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from workout_cli.main import run

YEAR = datetime.now(UTC).year


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    """What a command says on its two streams."""
    capsys.readouterr()
    assert run(list(words)) == code
    shown = capsys.readouterr()
    return shown.out, shown.err


@pytest.fixture(autouse=True)
def _history(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("bench 60x5w 100x5 --at -9d", "bench 105x5 80x8 --at -2d", "run 5km 25:00"):
        assert run(["log", *words.split()]) == 0
    capsys.readouterr()


def test_records_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "records", "bench", "--kind", "max_weight", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["record"], row["before"]) for row in rows] == [
        ("105 kg", "100 kg"),
        ("100 kg", "first"),
    ]
    assert [row["standing"] for row in rows] == ["yes", ""]
    out, _ = told(capsys, "records", "bench", "--at", "-5d", "--kind", "max_weight", "--json")
    found = json.loads(out)
    assert found["schema"] == "workout.RecordRead/1"
    assert [(each["value"], each["standing"]) for each in found["items"]] == [(100, True)]
    assert found["explain"]["excluded"] == [{"reason": "warm-up", "sets": 1}]
    out, _ = told(capsys, "records", "--format", "table", "--all", "--explain")
    assert "5 km in 25:00" in out
    assert "a tie is none" in " ".join(out.split())
    out, err = told(capsys, "records", "--limit", "1")
    assert len(out.splitlines()) == 2
    assert "--page 2" in err


def test_what_has_no_loads_has_no_intensity(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, "stats", "intensity", "run", "--format", "table")
    assert (out, err) == ("Run\n", "no set of it in these days has a load and repetitions\n")


@pytest.mark.parametrize(
    ("words", "head", "told_of"),
    [
        ("stats bench", "from", "e1RM by Epley"),
        ("stats intensity bench", "percent", "best e1RM up to its day"),
        ("stats week", "muscle", "half a set"),
        ("stats year", "exercise", "the week that runs"),
        ("stats streaks", "from", "Monday"),
        ("stats load", "from", "Foster"),
        (f"compare {YEAR - 1} {YEAR}", "exercise", "last weigh-in"),
    ],
)
def test_each_statistic_tells_its_rule(
    words: str, head: str, told_of: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a pipe the list alone, and the rule beside it; in a table both; in JSON a field of its own."""
    out, err = told(capsys, *words.split(), "--explain")
    assert out.splitlines()[0].split("\t")[0] == head
    assert told_of in " ".join(err.split())
    out, err = told(capsys, *words.split(), "--explain", "--format", "table")
    assert told_of in " ".join(out.split())
    assert not err
    out, _ = told(capsys, *words.split(), "--json")
    assert told_of in " ".join(json.loads(out)["explain"]["rule"])
    out, err = told(capsys, *words.split(), "--format", "table")
    assert told_of not in " ".join(out.split())


def test_the_trend_is_drawn_as_small_bars(capsys: pytest.CaptureFixture[str]) -> None:
    """From the first week to the last, where there are two or more."""
    out, _ = told(capsys, "stats", "bench", "--format", "table")
    assert "e1RM ▁█ 116.67 to 122.5 kg\n" in out


def test_what_is_no_statistic_is_an_exercise_or_a_slip(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = told(capsys, "stats", "run", "--format", "table")
    assert "5 km: 25:00" in out
    assert "e1RM" not in out
    _, err = told(capsys, "stats", "yaer", code=2)
    assert "hint: workout stats year" in err
    _, err = told(capsys, "stats", "bnch press", code=3)
    assert "hint: Bench Press" in err
    assert told(capsys, "compare", "someday", str(YEAR), code=2)
    out, _ = told(capsys, "stats", "squat", "--format", "table")
    assert out == "Squat was not done in that time\n"


def test_a_week_is_one_week(capsys: pytest.CaptureFixture[str]) -> None:
    for which in ("2026-01..2026-03", "2026", "last month", "2026-11-24..2026-11-25", "2026-W48.."):
        _, err = told(capsys, "stats", "week", which, code=2)
        assert "is not one week or a day of it" in err
        assert "hint: 2026-W48" in err
    for which in ("2026-W48", "2026-11-23..2026-11-29", "2026-11-25"):
        out, _ = told(capsys, "stats", "week", which, "--json")
        assert json.loads(out)["since"] == "2026-11-23"
    for which in ("this week", "last week", "mon"):
        told(capsys, "stats", "week", which)


def test_a_record_is_never_cut_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys, "log", "run", "21.1km", "1:45:00")
    monkeypatch.setenv("COLUMNS", "40")
    head, *rows = told(capsys, "records", "--format", "table", "--all")[0].splitlines()
    assert max(map(len, rows)) <= 40
    assert head.split()[1:] == ["kind", "record"]
    assert any(each.endswith("100 kg x 5") for each in rows)
    assert any("1:45:00" in each for each in rows)


def test_a_record_by_a_hair_is_no_tie(capsys: pytest.CaptureFixture[str]) -> None:
    told(capsys, "log", "squat", "100lb x5", "--at", "-2d")
    told(capsys, "log", "squat", "45.35924kg x5")
    out, _ = told(capsys, "records", "squat", "--kind", "max_weight", "--format", "csv")
    [row, _] = csv.DictReader(io.StringIO(out))
    assert (row["record"], row["before"]) == ("45.35924 kg", "45.3592 kg")
    out, _ = told(capsys, "records", "squat", "--kind", "e1rm", "--format", "csv")
    [row, _] = csv.DictReader(io.StringIO(out))
    assert (row["record"], row["before"]) == ("52.919113 kg", "52.91911 kg")
