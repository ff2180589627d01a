"""Every screen as text, at three sizes: what is shown where is what it was, unless it was changed on purpose."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import time_machine
from rich.cells import cell_len

from tests.tui.conftest import NOW
from tests.tui.showing import Seen, Shown, on
from workout_cli.tui.app import SCREENS, imported
from workout_cli.tui.keys import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDENS: Final = Path(__file__).parent / "goldens"
WRITES: Final = bool(os.environ.get("WORKOUT_TEST_WRITES"))
SIZES: Final = ((120, 40), (80, 24), (60, 20))
FOOTER: Final = 76
SHADES: Final = str.maketrans(dict.fromkeys("░▒▓█", "■"))
# Each from where the one before has led.
WALK: Final = {
    "begin": (),
    "history": ("2",),
    "exercises": ("3",),
    "charts": ("4",),
    "body": ("5",),
    "settings": ("6",),
    "keys": ("question_mark",),
    "today": ("escape", "f1", "enter", "enter", "enter"),
}


@pytest.fixture
def still() -> Iterator[None]:
    """The evening after the last day of training, in which no time passes."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def frozen(tmp_path: Path, trained_file: bytes, still: None) -> Shown:
    return on(tmp_path, trained_file)


async def walked(seen: Seen) -> dict[str, str]:
    """The text of every screen."""
    found = {}
    for name, keys in WALK.items():
        await seen.press(*keys)
        found[name] = f"{seen.text}\n"
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_every_screen_shows_what_it_did(frozen: Shown, size: tuple[int, int]) -> None:
    async with frozen.at(*size) as seen:
        found = await walked(seen)
    for name, text in found.items():
        path = GOLDENS / f"{name}-{size[0]}x{size[1]}.txt"
        if WRITES:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), (
            f"{path.name} is not what is shown; if it should be, run `poe goldens` and look at the difference"
        )
        assert max(map(cell_len, text.splitlines())) <= size[0]


@pytest.mark.parametrize("name", SCREENS)
def test_the_keys_of_a_screen_fit_its_footer(name: str) -> None:
    keys = (*imported(f"screens.{name}", SCREENS[name]).KEYS, *EVERYWHERE)
    shown = [each for each in keys if each.label]
    assert sum(cell_len(f"{each.display} {each.label} ") for each in shown) <= FOOTER


@pytest.mark.parametrize("how", ["ansi", "NO_COLOR"])
async def test_marks_tell_what_colours_tell(
    frozen: Shown, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "NO_COLOR":
        monkeypatch.setenv(how, "1")
    theme = {"WORKOUT_THEME": how} if how.islower() else {}
    async with Shown({**frozen.environment, **theme}).at(80, 24) as seen:
        assert seen.app.no_color == (how == "NO_COLOR")
        found = await walked(seen)
    for name, text in found.items():
        golden = (GOLDENS / f"{name}-80x24.txt").read_text(encoding="utf-8")
        assert text.translate(SHADES) == golden.translate(SHADES), name
    # How much was done on a day is told by shades where no colour tells it.
    assert "▓" in found["history"]


async def test_a_set_is_logged_where_there_is_hardly_room(frozen: Shown) -> None:
    async with frozen.at(50, 15, "enter") as seen:
        before = seen.text
        assert "▶" in before
        assert before.startswith(" Deadlift ")
        assert "⏎ Log" in before.splitlines()[-1]
        await seen.press("enter")
        assert "✓" in seen.text
        assert "REST" in seen.text
