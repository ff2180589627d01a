"""Everything that keys do can be clicked, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.events import MouseScrollDown

from tests.tui.test_today import board, slot
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.charts import ChartsScreen
from workout_cli.tui.screens.exercises import ExercisesScreen
from workout_cli.tui.screens.today import TodayScreen
from workout_cli.tui.widgets.choices import Choices
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.heatmap import DayMap
from workout_cli.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tests.tui.showing import Seen, Shown


async def click(seen: Seen, text: str, nth: int = 0) -> None:
    """Click on the first cell of a text, where it is seen for the nth time."""
    lines = [(y, each) for y, each in enumerate(seen.text.splitlines()) if text in each]
    y, line = lines[nth]
    await seen.pilot.click(offset=(cell_len(line[: line.index(text)]), y))
    await seen.settle()


async def roll(seen: Seen, x: int, y: int) -> None:
    """Turn the wheel down over a cell."""
    event = MouseScrollDown(None, x, y, 0, 0, 0, False, False, False, x, y)
    event.set_sender(seen.app)
    seen.app.post_message(event)
    await seen.settle()


def name(seen: Seen) -> str:
    assert isinstance(seen.app.screen, WorkoutScreen)
    return seen.app.screen.NAME


async def test_an_evening_by_mouse(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        again = seen.app.screen.query_one("#again", Rows)
        await roll(seen, again.region.x + 2, again.region.y + 3)
        assert again.scroll_offset.y > 0
        await click(seen, "Pull", 1)
        await click(seen, "Pull", 1)
        assert (await board(seen)).workout is not None
        screen = seen.app.screen
        assert isinstance(screen, TodayScreen)
        await click(seen, "○", 1)
        assert screen.session.place == 1
        await click(seen, "○", 0)
        first = (await slot(seen)).planned[0]
        await click(seen, "[/] Reps")
        assert (await slot(seen)).planned[0].reps == (first.reps or 0) + 1
        await click(seen, "⏎ Log")
        assert len((await slot(seen)).done) == 1
        # A line that is typed takes no letter from the footer.
        await seen.press("6", "0", "x", "5")
        await click(seen, "0x5")
        assert screen.query_one(Entry).place == 1
        await click(seen, "u Undo")
        assert (screen.query_one(Entry).value, (await slot(seen)).done) == ("60x5", [])
        await click(seen, "⏎ Log")
        assert [each.reps for each in (await slot(seen)).done] == [5]
        await click(seen, "Pull")  # where the names of the screens are else
        await seen.type("history")
        await seen.press("enter")
        assert name(seen) == "history"


async def test_every_screen_by_mouse(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        await click(seen, "2 History")
        days = seen.app.screen.query_one(DayMap)
        await seen.pilot.click(offset=(days.region.x + 40, days.region.y + 3))
        await seen.settle()
        assert days.has_focus
        rows = seen.app.screen.query_one("#sessions", Rows)
        await seen.pilot.click(offset=(rows.region.x + 4, rows.region.y + 3))
        await seen.settle()
        assert rows.cursor == 2
        await click(seen, "3 Exercises")
        screen = seen.app.screen
        assert isinstance(screen, ExercisesScreen)
        before = screen.query_one(Rows).total
        await click(seen, "t done")
        assert screen.query_one(Rows).total != before
        await click(seen, "4 Charts")
        charts = seen.app.screen
        assert isinstance(charts, ChartsScreen)
        shown = charts.query_one("#range", Choices)
        chosen = seen.text
        await seen.pilot.click(offset=(shown.region.x + 1, shown.region.y))
        await seen.settle()
        assert seen.text != chosen
        await click(seen, "5 Body")
        await click(seen, "n Log")
        assert seen.app.screen.query_one(Entry).is_open
        await click(seen, "6 Settings")
        await click(seen, "? Help")
        assert "This screen" in seen.text
