"""What is the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.actions import parse
from textual.binding import BindingsMap
from textual.dom import DOMNode

from tests.tui.showing import Shown
from workout_cli.tui.app import SCREENS, imported
from workout_cli.tui.keys import parsed
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path


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


async def test_the_footer_is_never_cut_and_always_tells_where_the_keys_are(trained: Shown) -> None:
    async with trained.at(60, 20, "enter") as seen:
        for size in ((60, 20), (50, 15)):
            await seen.resize(*size)
            for number, name in enumerate(SCREENS, 1):
                await seen.press(f"f{number}")
                footer = seen.text.splitlines()[-1]
                assert footer.endswith("? Help"), (size, name, footer)
        await seen.press("f1")
        assert seen.text.splitlines()[-1] == "⏎ Log +/- Load / Add u Undo f Finish ? Help"
        await seen.resize(80, 24)
        assert "x Skip rest u Undo f Finish ? Help" in seen.text.splitlines()[-1]


async def test_a_screen_is_made_and_read_before_anybody_goes_to_it(trained: Shown) -> None:
    async with trained.at(120, 40) as seen:
        for _ in range(2 * len(SCREENS)):
            seen.app._make_next()
            await seen.settle()
        made = seen.app._screen_stacks["history"][0]
        rows = made.query_one("#sessions", Rows)
        assert rows.total
        assert "Sessions" not in seen.text
        await seen.resize(60, 20)
        await seen.press("f2")
        assert seen.app.screen == made
        assert "Sessions" in seen.text
        assert seen.text.splitlines()[-1].endswith("? Help")
        assert rows.has_focus


async def test_the_program_may_end_while_screens_are_made(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        for _ in SCREENS:
            seen.app._make_next()
        seen.app.exit()


def test_actions_are_read_as_textual_reads_them() -> None:
    screens = {imported(f"screens.{name}", each) for name, each in SCREENS.items()}
    known = _below(DOMNode)
    assert screens < known
    actions = {
        binding.action
        for each in known
        for bound in BindingsMap(each.__dict__.get("BINDINGS", ())).key_to_bindings.values()
        for binding in bound
    }
    assert {"move(1)", "app.show('today')", "page_up"} < actions
    assert {each: parsed(each) for each in actions} == {each: parse(each) for each in actions}


def _below(kind: type) -> set[type]:
    return {kind}.union(*map(_below, kind.__subclasses__()))


async def test_what_cannot_be_read_is_said_until_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workout_cli.tui.screens.today.AGAIN_S", 0.01)
    folder = tmp_path / "data"
    folder.write_text("in the way")
    shown = Shown({"WORKOUT_DATABASE_URL": f"sqlite:///{folder / 'workout.db'}"})
    async with shown.at(80, 24) as seen:
        for _ in range(3):
            await seen.settle()
            assert "✗" in seen.text
            assert "tried again" in seen.text
        seen.app._init_mode("history")  # made beforehand
        await seen.settle()
        assert seen.said == []
        await seen.press("f2")
        assert any("cannot be made" in each for each in seen.said)
        await seen.press("f1")
        folder.unlink()
        while "No workout is open" not in seen.text:
            await seen.settle()
        assert "✗" not in seen.text


@pytest.mark.parametrize("keys", [("question_mark",), ("colon",), ("f3", "n"), ("enter", "slash")])
async def test_ctrl_c_leaves_what_lies_over_a_screen(trained: Shown, keys: tuple[str, ...]) -> None:
    async with trained.at(80, 24, *keys) as seen:
        assert not isinstance(seen.app.screen, WorkoutScreen)
        await seen.press("ctrl+c")
        assert isinstance(seen.app.screen, WorkoutScreen)


async def test_ctrl_c_copies_what_is_selected(trained: Shown) -> None:
    async with trained.at(80, 24, "f3", "n") as seen:
        await seen.type("zercher")
        await seen.press("shift+home", "ctrl+c")
        assert seen.app.clipboard == "zercher"
        assert not isinstance(seen.app.screen, WorkoutScreen)


async def test_what_was_read_beforehand_is_read_again_by_who_goes_there(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        seen.app._init_mode("body")
        await seen.settle()
        async with trained.at(80, 24, "f5", "n") as other:
            await other.type("123.4kg")
            await other.press("enter")
        await seen.press("f5")
        assert "123.4" in seen.text
