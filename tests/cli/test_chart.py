"""Charts on a terminal, in a pipe and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Workout = Callable[..., tuple[int, str, str]]

TODAY = datetime(2026, 11, 28, 12, tzinfo=UTC)


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


def half_a_year(workout: Workout) -> None:
    """Eight days of bench presses, the sixth of them light, and what the body weighed."""
    for week in range(8):
        at = f"{(TODAY - timedelta(days=22 * (7 - week))).date()} 18:00"
        load = 70 if week == 5 else 95 + 2.5 * week
        assert workout("log", "bench", f"3x5@{load}kg", "--at", at)[0] == 0
        if week == 5:
            workout("tag", "deload", "--of", "last")
        workout("body", "log", "weight", f"{82 - week / 4 + week % 2}kg", "--at", at)


@pytest.mark.parametrize("columns", [80, 120])
def test_goldens(
    workout: Workout, columns: int, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str], str]
) -> None: ...
