"""The installed program in a terminal of its own: what only a terminal shows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.processes import Program
from tests.tui.terminals import WORKOUT, Tui
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.live.schemas import LiveFilters

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.live.schemas import LiveBoard

OPENING = "kg"  # the first of those that can be done again stands there


@pytest.fixture
def home(tmp_path: Path, trained_file: bytes) -> Path:
    """A home with some months of training."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "workout.db").write_bytes(trained_file)
    return home


def place(home: Path) -> dict[str, str]:
    return {"WORKOUT_DATABASE_URL": f"sqlite:///{home / 'workout.db'}", "WORKOUT_TIMEZONE": "UTC"}


def board(home: Path) -> LiveBoard:
    """The open workout, as anybody else sees it."""
    backend = LocalBackend(EmbeddedDatabase(home / "workout.db"))

    async def read() -> LiveBoard:
        async with backend.services(readonly=True) as services:
            found = await services.live.board(LiveFilters())
        await backend.close()
        return found

    return backend.run(read())


def complete(text: str) -> bool:
    """Whether the open workout stands there from the bar to the footer, at 80 columns."""
    lines = text.splitlines()
    return "Plan" in text and "○" in text and "volume" in lines[0] and "Finish" in lines[-1]


def test_an_evening_in_a_terminal(home: Path) -> None:
    with Tui(home, place(home)) as tui:
        tui.sees(OPENING)
        tui.send("\r")
        tui.sees(complete)
        # All at once, as a terminal hands over what was typed fast.
        tui.send("52.5x8 @8\r")
        tui.sees("✓")
        (done,) = board(home).slots[0].done
        assert (done.load_value, done.reps, done.rpe) == (Decimal("52.5"), 8, Decimal(8))
        first = board(home).slots[0].exercise.name
        tui.resize(15, 50)
        tui.sees(lambda text: "52.5" in text and "⏎ Log" in text.splitlines()[-1])
        tui.resize(24, 80)
        tui.sees(lambda text: "52.5" in text and complete(text))
        # Another terminal's set is seen at the next look.
        said = Program(home, **place(home))("log", first, "40x3")
        assert said.code == 0, said.err
        tui.send("\x1bOQ\x1bOP")  # F2 and F1
        tui.sees(lambda text: text.count("✓") >= 2)
        assert tui.leaves("q") == 0
        assert tui.echoes
        assert tui.written.rindex("\x1b[?1049l") > tui.written.rindex("\x1b[?1049h")
        assert tui.written.rindex("\x1b[?25h") > tui.written.rindex("\x1b[?25l")
    assert board(home).workout is not None


@pytest.mark.parametrize("first", ["", "Today"], ids=["before it draws", "at the first frame"])
def test_what_is_typed_before_today_stands_there_is_done(home: Path, first: str) -> None:
    with Tui(home, place(home)) as tui:
        tui.sees(first)
        tui.send("/deadlift\r60x5 @8\r")
        tui.sees("✓")
        assert tui.leaves("q") == 0
    (slot,) = board(home).slots
    assert (slot.exercise.name, [each.reps for each in slot.done]) == ("Deadlift", [5])


@pytest.mark.parametrize("key", ["q", "\x03"], ids=["q", "ctrl-c"])
def test_one_can_leave_while_it_opens(home: Path, key: str) -> None:
    with Tui(home, place(home)) as tui:
        tui.sees("Today")
        assert tui.leaves(key) == 0
        assert OPENING not in tui.text
        assert tui.echoes


def test_enter_comes_early(home: Path) -> None:
    with Tui(home, place(home)) as tui:
        tui.sees("Today")
        tui.send("\r\r")
        tui.sees("✓")
        assert tui.leaves("q") == 0
    assert len(board(home).slots[0].done) == 1


def test_what_is_typed_with_the_enter_that_begins_is_for_the_sets(home: Path) -> None:
    with Tui(home, place(home)) as tui:
        tui.sees(OPENING)
        tui.send("\r60x5\r")
        tui.sees("✓")
        assert tui.leaves("q") == 0
    assert [each.reps for each in board(home).slots[0].done] == [5]


def test_it_ends_with_its_terminal(home: Path) -> None:
    """Also where nobody tells it, as behind nohup."""
    untold = ("bash", "-c", f"trap '' HUP; exec {WORKOUT}")
    with Tui(home, place(home), command=untold) as tui:
        tui.sees(OPENING)
        tui.send("\r\r")
        tui.sees("✓")
        assert tui.hang_up() >= 0  # its last words reach nobody
    assert board(home).totals.sets == 1


def test_ctrl_c_leaves(home: Path) -> None:
    with Tui(home, place(home), "tui") as tui:
        tui.sees(OPENING)
        assert tui.leaves("\x03") == 0
        assert tui.echoes


@pytest.mark.parametrize("words", [(), ("tui",)], ids=["alone", "tui"])
def test_a_dumb_terminal_is_none(home: Path, words: tuple[str, ...]) -> None:
    with Tui(home, place(home) | {"TERM": "dumb"}, *words) as tui:
        assert tui.leaves("") == (2 if words else 0)
        assert ("session --plain" if words else "Example: workout log bench") in tui.text


def test_without_a_terminal_it_says_what_to_do(home: Path) -> None:
    ended = Program(home, **place(home))("tui")
    assert ended.code == 2
    assert "workout session --plain" in ended.err
