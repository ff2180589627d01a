"""The line of the command line over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from workout_cli.tui.screens import line
from workout_cli.tui.screens.line import CommandLine

if TYPE_CHECKING:
    import pytest

    from tests.tui.showing import Shown


async def test_a_line_that_takes_too_long_is_stopped_and_told(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "LONGEST_S", 0.0)
    async with shown.at(80, 24, "colon") as seen:
        await seen.type("list")
        await seen.press("enter")
        assert "stopped" in seen.text


async def test_lines_run_one_after_another_each_to_its_end(shown: Shown) -> None:
    async with shown.at(80, 24, "colon") as seen:
        for line in ("log bench 60x5", "log bench 61x5"):
            seen.app.screen.query_one(Input).value = line
            await seen.pilot.press("enter")
        await seen.settle()
        assert "Bench Press 60kgx5" in seen.text
        await seen.press("pagedown")
        assert "Bench Press 61kgx5" in seen.text


async def test_a_line_that_is_left_runs_on_and_is_told(shown: Shown) -> None:
    async with shown.at(80, 24, "colon") as seen:
        seen.app.screen.query_one(Input).value = "log bench 60x5"
        await seen.pilot.press("enter", "escape")
        await seen.settle()
        assert not isinstance(seen.app.screen, CommandLine)
        assert any("Bench Press 60kgx5" in each for each in seen.said)
