"""Everything that keys do can be clicked, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.events import MouseScrollDown

from tests.tui.test_today import board, slot
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.charts import ChartsScreen
from workout_cli.tui.screens.exercises import ExercisesScreen
from workout_cli.tui.screens.page import Page
from workout_cli.tui.screens.today import TodayScreen
from workout_cli.tui.widgets.choice import Choice
from workout_cli.tui.widgets.choices import Choices
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.heatmap import DayMap
from workout_cli.tui.widgets.rows import Rows
from workout_cli.tui.widgets.top import TABS

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


async def test_the_rest_by_mouse(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "r") as seen:
        changes = []
        before = (await board(seen)).rest.until
        for width, sign in ((80, "+ 15s"), (80, "- +"), (120, "+ 15s"), (120, "- +")):
            await seen.resize(width, 24)
            await click(seen, sign)
            after = (await board(seen)).rest.until
            assert before
            assert after
            changes.append(round((after - before).total_seconds() / 15))
            before = after
        assert changes == [1, -1, 1, -1]


async def test_what_no_footer_has_is_clicked_on_the_page_of_keys(trained: Shown) -> None:
    async with trained.at(80, 24, "enter") as seen:
        planned = (await slot(seen)).planned[0].load_value or 0
        await click(seen, "? Help")
        await click(seen, "Less load")
        assert (await slot(seen)).planned[0].load_value == planned - (await slot(seen)).step_value
        await click(seen, "? Help")
        await click(seen, "esc")
        assert isinstance(seen.app.screen, TodayScreen)
        await click(seen, "? Help")
        await click(seen, "Do another exercise instead")
        await seen.type("squat")
        await click(seen, "Front Squat")
        assert (await slot(seen)).exercise.name == "Front Squat"
        await seen.press("slash")
        await click(seen, "esc")
        assert isinstance(seen.app.screen, TodayScreen)


async def test_the_palette_by_mouse(trained: Shown) -> None:
    async with trained.at(80, 24, "enter", "ctrl+p") as seen:
        await seen.type("one more set")
        planned = len((await slot(seen)).planned)
        await click(seen, "Plan one more set")
        assert len((await slot(seen)).planned) == planned + 1


async def test_forms_and_lists_of_words_by_mouse(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "n") as seen:
        form = seen.app.screen
        tracking = form.query_one("#tracking", Choice)
        first = tracking.value
        await click(seen, "›")
        assert tracking.value != first
        await click(seen, "‹")
        assert tracking.value == first
        await seen.pilot.click("#name")
        await seen.type("Sled Ride")
        await click(seen, "^s save")
        assert name(seen) == "exercises"
        assert "Sled Ride" in seen.text
        await click(seen, "n New")
        await click(seen, "esc")
        assert name(seen) == "exercises"
        await seen.press("escape")
        screen = seen.app.screen
        assert isinstance(screen, ExercisesScreen)
        before = screen.query_one(Rows).total or 0
        await seen.press("m")
        await click(seen, "biceps")
        assert 0 < (screen.query_one(Rows).total or 0) < before
        await seen.press("m")
        await click(seen, "esc")
        assert name(seen) == "exercises"


async def test_texts_and_pages_by_mouse(trained: Shown) -> None:
    async with trained.at(80, 24, "2") as seen:
        await click(seen, "e Edit")
        await click(seen, "esc keep")
        await click(seen, "Wed 25 Nov")
        await click(seen, "Wed 25 Nov", -1)
        assert isinstance(seen.app.screen, Page)
        await click(seen, "esc")
        assert name(seen) == "history"
        await seen.press("n")
        await seen.type("slept badly")
        await click(seen, "^s save")
        assert name(seen) == "history"
        rows = seen.app.screen.query_one("#sessions", Rows)
        assert rows.item
        assert rows.item.note == "slept badly"
        await seen.press("colon")
        await seen.type("version")
        await seen.press("enter")
        await click(seen, "esc")
        assert name(seen) == "history"


async def test_the_wheel_rolls_every_list(trained: Shown) -> None:
    async with trained.at(80, 24, "2") as seen:
        for key, selector in (
            ("2", "#sessions"),
            ("3", "#found"),
            ("4", "#exercises"),
            ("5", "#history"),
        ):
            await seen.press(key)
            rows = seen.app.screen.query_one(selector, Rows)
            assert rows.scroll_offset.y == 0
            await roll(seen, rows.region.x + 2, rows.region.y + 1)
            assert rows.scroll_offset.y > 0, key
        await seen.press("6", "question_mark")
        page = seen.app.screen.query_one("#page")
        await roll(seen, page.region.x + 4, page.region.y + 4)
        assert page.scroll_offset.y > 0


async def test_rows_of_every_list_are_clicked(trained: Shown) -> None:
    async with trained.at(120, 40, "4") as seen:
        charts = seen.app.screen
        assert isinstance(charts, ChartsScreen)
        await click(seen, "Squat")
        assert "Squat" in str(charts.query_one("#drawn").border_title)
        await click(seen, "Calendar")
        assert "Calendar" in str(charts.query_one("#drawn").border_title)
        measures = charts.query_one("#measures", Choices)
        assert "sets" in seen.text
        await seen.pilot.click(offset=(measures.region.x + 7, measures.region.y))
        await seen.settle()
        assert "volume" in str(charts.query_one("#drawn").border_title)
        await seen.press("5")
        body = seen.app.screen
        measured = body.query_one("#measured", Rows)
        await seen.pilot.click(offset=(measured.region.x + 2, measured.region.y + 2))
        await seen.settle()
        assert measured.cursor == 1
        assert measured.item
        assert measured.item.name in str(body.query_one("#drawn").border_title)
        history = body.query_one("#history", Rows)
        await seen.pilot.click(offset=(history.region.x + 2, history.region.y + 3))
        await seen.settle()
        assert history.cursor == 2
        await seen.press("6")
        await click(seen, "Gyms")
        lines = seen.app.screen.query_one("#lines")
        assert lines.border_title == "Gyms"
        await click(seen, "Theme")
        await click(seen, "light")
        await click(seen, "light")
        assert "light" in seen.app.theme


async def test_a_letter_of_the_jump_is_clicked(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "ctrl+o") as seen:
        await click(seen, " a ", 1)  # beside "weeks in a row"
        assert seen.app.focused is seen.app.screen.query_one(DayMap)


async def test_every_screen_is_named_whole_where_there_is_hardly_room(trained: Shown) -> None:
    async with trained.at(50, 15) as seen:
        for key, label in TABS.items():
            await click(seen, label)
            assert name(seen) == key
