"""What is the same on every screen."""

from __future__ import annotations

import pytest

from tests.tui.showing import Shown
from workout_cli.tui.app import SCREENS
from workout_cli.tui.screen import WorkoutScreen


@pytest.mark.parametrize("key", [f"f{number}" for number, _ in enumerate(SCREENS, 1)])
async def test_everything_that_a_screen_can_do_is_in_the_palette(trained: Shown, key: str) -> None:
    async with trained.at(80, 60, key) as seen:
        screen = seen.app.screen
        assert isinstance(screen, WorkoutScreen)
        keys = screen.KEYS
        await seen.press("ctrl+p")
        assert keys[0].told[:40] in seen.text
        await seen.press("escape", "question_mark")
        assert all(each.told[:40] in seen.text for each in keys[:10])
        await seen.press("escape", "ctrl+o")
        await seen.press("a")
        assert seen.app.focused is not None
