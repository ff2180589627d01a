"""Charts on a terminal, in a pipe, as JSON and as pictures; and a year that was made up to look at."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Workout = Callable[..., tuple[int, str, str]]

TODAY = datetime(2026, 11, 28, 12, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "charts"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
DRAWN = (
    "chart bench",
    "chart bench volume --since 2026-08",
    "chart bench reps --on 2026-09..2026-10",
    "chart body weight --since 6mo --unit lb",
    "chart squat",
)


@pytest.fixture
def workout(sqlite_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Iterator[Workout]:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")
    monkeypatch.setenv("WORKOUT_TIMEZONE", "UTC")

    def call(*words: str) -> tuple[int, str, str]:
        code = run(list(words))
        return code, *capsys.readouterr()

    with time_machine.travel(TODAY, tick=False):
        yield call


@pytest.fixture
def trained(workout: Workout) -> Workout:
    """Eight days of bench presses in half a year, the sixth of them light, and what the body weighed."""
    for turn in range(8):
        at = f"{(TODAY - timedelta(days=22 * (7 - turn))).date()} 08:00"
        load = 70 if turn == 5 else 95 + 2.5 * turn
        assert workout("log", "bench", f"3x{5 + turn % 3}@{load}kg", "--at", at)[0] == 0
        if turn == 5:
            assert workout("tag", "deload", "--of", "last")[0] == 0
        workout("body", "log", "weight", f"{82 - turn / 4 + turn % 2}kg", "--at", at)
    return workout


def drawn(workout: Workout) -> str:
    """What a person sees of the charts, each below its command."""
    told = []
    for each in DRAWN:
        code, out, errors = workout(*each.split(), "--format", "table")
        assert (code, errors) == (0, "")
        told.append(f"$ workout {each}\n{out}")
    return "\n".join(told)


@pytest.mark.parametrize("columns", [80, 120])
def test_it_fits_the_terminal(
    trained: Workout, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    plain = drawn(trained)
    assert plain == (GOLDEN / f"{columns}.txt").read_text(encoding="utf-8")
    assert max(map(len, plain.splitlines())) <= columns
    monkeypatch.setenv("CLICOLOR_FORCE", "1")
    styled = drawn(trained)
    assert "\x1b[33m★\x1b[0m" in styled
    assert STYLE.sub("", styled) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert drawn(trained) == plain


def test_the_same_data_in_other_forms(trained: Workout) -> None:
    code, out, errors = trained("chart", "bench", "--since", "2026-10-20", "--explain")
    assert code == 0
    assert out.splitlines() == [
        "date\tvalue\tunit\trecord\tdeload",
        "2026-11-06\t128.33\tkg\tyes\t",
        "2026-11-28\t135\tkg\tyes\t",
    ]
    assert "Epley, 1985" in errors
    assert "6 sets counted, 0 of no known value left out" in errors
    found = json.loads(trained("chart", "bench", "volume", "--json", "--since", "20d")[1])
    assert found["schema"] == "workout.SeriesRead/1"
    assert (found["measure"], found["unit"], found["total"]) == ("volume", "kg", 1)
    assert found["items"] == [
        {"local_date": "2026-11-28", "value": 2025.0, "record": False, "deload": False}
    ]
    body = trained("chart", "body", "weight", "--format", "csv", "--since", "1mo")[1]
    assert body.splitlines() == [
        "date,value,trend,unit",
        "2026-11-06,80.5,80.63,kg",
        "2026-11-28,81.25,81.18,kg",
    ]


@pytest.mark.parametrize(
    ("words", "code", "error", "hint"),
    [
        ("chart bnch press", 3, "No exercise is called 'bnch press'", "Bench Press"),
        ("chart body wieght", 3, "No measurement is called 'wieght'", "weight"),
        ("chart run e1rm", 2, "Run has no e1rm: draw its pace, distance or duration", "pace"),
        ("chart body", 3, "Nothing of the body was measured yet", "workout body log weight"),
        ("chart bench --since x", 2, "'x' is not a range", "2026"),
        ("chart squat --svg x.svg", 2, "There is nothing to draw in these days", "--since 5y"),
        ("demo --weeks 0", 2, "--weeks", "workout demo --help"),
    ],
)
def test_a_mistake_is_told(workout: Workout, words: str, code: int, error: str, hint: str) -> None:
    ended, _, errors = workout(*words.split())
    assert ended == code
    assert error in errors
    assert f"hint: {hint}" in errors


def test_times_are_read_on_a_clock(workout: Workout) -> None:
    for line in ("run 5km 25:00 --at -9d", "run 10km 52:00", "plank 45s --at -2d", "plank 75s"):
        assert workout("log", *line.split())[0] == 0
    told = workout("chart", "run", "--format", "table")[1]
    assert told.startswith("Run, pace (per km)")
    assert "\n5:10 ┤" in told
    assert told.endswith("\nlast 5:12 /km · best 5:00 /km, 19 Nov 2026 · first 5:00 /km\n")
    told = workout("chart", "run", "distance", "--format", "table")[1]
    assert "15,000 m in all · most on a day 10,000 m" in told
    told = workout("chart", "plank", "--format", "table")[1]
    assert told.endswith("\nlast 1:15 · best 1:15, 28 Nov 2026 · first 0:45\n")
    found = json.loads(workout("chart", "run", "--json")[1])
    assert (found["measure"], found["unit"], found["items"][0]["value"]) == ("pace", "s/km", 300)
    told = workout("stats", "run", "--format", "table")[1]
    assert "· 15 km in 1:17:00\n" in told
    assert "hard" not in told


def test_a_day_may_begin_with_a_dash(workout: Workout) -> None:
    workout("log", "squat", "100x5", "--at", "-2d")
    for option in ("--since", "--until", "--on"):
        code, out, error = workout("chart", "squat", option, "-2d", "--json")
        assert (code, error) == (0, "")
        assert json.loads(out)["total"] == 1


def test_body_names_an_exercise_too(workout: Workout) -> None:
    code, _, errors = workout("chart", "body", "saw", "reps")
    assert (code, errors) == (0, "")


def test_pictures(trained: Workout, tmp_path: Path) -> None:
    name = "Press $x^2 <b>&"
    assert trained("exercise", "edit", "bench", "--name", name)[0] == 0
    svg, png = tmp_path / "bench.svg", tmp_path / "bench.png"
    code, _, errors = trained("chart", "bench", "--svg", str(svg), "--png", str(png))
    assert (code, errors.splitlines()) == (0, [f"the chart is in {each}" for each in (svg, png)])
    assert png.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    text = svg.read_text(encoding="utf-8")
    assert "Press $x^2 &lt;b&gt;&amp;, e1RM by Epley (kg)" in text
    assert ">record</text>" in text
    trained("chart", "bench", "--svg", str(tmp_path / "again.svg"))
    assert (tmp_path / "again.svg").read_text(encoding="utf-8") == text
    code, *_ = trained("chart", "body", "weight", "--svg", str(svg))
    assert (code, "Weight (kg)" in svg.read_text(encoding="utf-8")) == (0, True)


def test_pictures_need_an_extra(
    trained: Workout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "workout_core.charts.picture", raising=False)
    code, _, errors = trained("chart", "bench", "--svg", str(tmp_path / "x.svg"))
    assert (code, errors.splitlines()) == (
        2,
        [
            "workout: Pictures need matplotlib, which is not installed",
            "hint: pip install 'workout-cli[plots]'",
        ],
    )
    assert not (tmp_path / "x.svg").exists()


def test_a_demo_is_a_database_of_its_own(
    workout: Workout, tmp_path: Path, sqlite_path: Path
) -> None:
    before = sqlite_path.read_bytes()
    path = tmp_path / "a demo.db"
    code, out, errors = workout("demo", "--weeks", "14", "-o", str(path), "--json")
    assert (code, errors) == (0, "")
    told = json.loads(out)
    assert (told["path"], told["last"]) == (str(path), "2026-11-27")
    assert sqlite_path.read_bytes() == before
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKOUT_DATABASE_URL", told["database_url"])
        assert workout("history", "--format", "csv", "--all")[1].count("\n") == told["workouts"] + 1
        assert "★ record" in workout("chart", "squat", "--format", "table")[1]
        assert workout("demo", "-o", str(path))[0] == 2
    code, _, errors = workout("demo", "-o", str(path))
    assert code == 5
    assert f"{path} is there already" in errors
    code, out, _ = workout("demo", "--weeks", "2")
    assert code == 0
    assert re.search(r"export WORKOUT_DATABASE_URL=sqlite:////\S+/demo\.db$", out.rstrip())
