"""The line of the command line over a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


async def test_it_is_left_while_a_line_runs(shown: Shown) -> None:
    async with shown.at(80, 24, "colon") as seen:
        await seen.pilot.press(*"list", "enter", "escape")
        await seen.settle()
        assert not isinstance(seen.app.screen, CommandLine)
