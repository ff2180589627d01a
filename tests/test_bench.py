"""The benchmark runs, and tells what it promises; how fast anything is, is not for a test to say."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench import commands, http, importing, names, statistics, tui
from tests.bench.report import Ratio, Section, summary


def test_every_command_is_timed_beside_both_floors(tmp_path: Path) -> None:
    workout = [sys.executable, "-m", "workout_cli"]
    python = Path(sys.executable)
    section = commands.measure(python, workout, tmp_path, runs=1, workouts=2, warm=0)
    names = [words for words, _, _ in commands.COMMANDS]
    assert [row[0] for row in section.rows] == [
        commands.BARE,
        commands.FLOOR,
        *names,
        "today, remote",
    ]
    assert [each.what for each in section.ratios] == [*names, "today, remote"]


def test_every_request_is_measured_on_both_databases() -> None:
    section = http.report(tiny=True)
    requests = (http.NESTED, http.LIST, http.POST)
    assert [tuple(row[:3]) for row in section.rows] == [
        (database, what, variant)
        for database in ("PostgreSQL", "SQLite")
        for what in requests
        for variant in ("ours", "hand", "seed")
    ]
    assert len(section.ratios) == 2 * len(requests) * 3


def test_an_import_is_measured_beside_a_plain_one() -> None:
    section = importing.report(sizes=[60])
    assert [row[0] for row in section.rows] == ["60"]
    assert [each.against for each in section.ratios] == ["plain executemany"]


def test_statistics_are_told_with_their_growth() -> None:
    section = statistics.report(sizes=(25, 50))
    assert [row[0] for row in section.rows] == list(statistics.uses()) == list(statistics.BY_HAND)
    assert [each.against for each in section.ratios[:3]] == ["SQL by hand"] * 2 + ["its own time"]


FEW = 1


def test_first_frames_and_keys_of_the_tui_are_told() -> None:
    section = tui.measure(runs=1, workouts=30, rounds=1, few=FEW)
    assert [row[0] for row in section.rows[:3]] == ["smallest app", "first frame", "Today complete"]
    told = {row[0] for row in section.rows}
    for name, keys in {**tui.PRESSED, tui.OPEN: tui.PRESSED_IN_IT}.items():
        assert {tui.in_(each, name) for each in keys[:FEW]} <= told
    assert {f"to {name}" for _, name, _ in tui.SCREENS} <= told
    assert {each[0] for each in (tui.BEGINS, tui.LOGS, tui.ENDS)} <= told


def test_names_are_counted_by_app(tmp_path: Path) -> None:
    rows = ("app,name,sets,workouts", "a,bench,8,2", "a,Landmine Gadget,2,2", "b,Squat,10,1")
    (tmp_path / "names.csv").write_text("\n".join(rows), encoding="utf-8")
    section = names.report(folder=tmp_path)
    assert section.rows == [
        ("all", "66.7%", "90.0%", "60.0%"),
        ("a", "50.0%", "80.0%", "50.0%"),
        ("b", "100.0%", "100.0%", "100.0%"),
    ]
    assert [each.verdict for each in section.ratios] == ["", "ok", ""]


def test_without_names_there_is_nothing_to_count(tmp_path: Path) -> None:
    section = names.report(folder=tmp_path)
    assert not section.rows
    assert not section.ratios
    assert "--names" in str(section)


def test_a_ratio_over_its_budget_says_so() -> None:
    ratios = [Ratio("a", 3, "b", most=2), Ratio("c", 3, "d", least=2), Ratio("e", 3, "f")]
    assert [each.verdict for each in ratios] == ["OVER", "ok", ""]
    assert "OVER" in summary([Section("", (), ratios=ratios)])
