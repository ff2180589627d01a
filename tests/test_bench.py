"""The benchmark runs, and tells what it promises; how fast anything is, is not for a test to say."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench import commands, http, importing
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
    assert [row[:2] for row in section.rows] == [["60", "1"]]
    assert [each.against for each in section.ratios] == ["plain executemany"]


def test_a_ratio_over_its_budget_says_so() -> None:
    ratios = [Ratio("a", 3, "b", most=2), Ratio("c", 3, "d", least=2), Ratio("e", 3, "f")]
    assert [each.verdict for each in ratios] == ["OVER", "ok", ""]
    assert "OVER" in summary([Section("", (), ratios=ratios)])
