"""Charts: which exercise, measure and days are drawn, the line on a day, and files."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len
from textual.widgets import Static

from workout_cli.tui.keys import EVERYWHERE
from workout_cli.tui.screens.body import BodyScreen
from workout_cli.tui.screens.charts import ChartsScreen
from workout_cli.tui.shown.drawn import Bar, amount, lying
from workout_cli.tui.shown.series import measures_of
from workout_cli.tui.shown.window import Days, Window
from workout_cli.tui.widgets.entry import Entry
from workout_core.exercises.schemas import ExerciseCreate

if TYPE_CHECKING:
    from tests.tui.showing import Seen, Shown

TODAY = date(2026, 11, 28)
BENCH = "Bench Press"


def title(seen: Seen) -> str:
    drawn = cast("ChartsScreen", seen.app.screen)._drawn
    return drawn.title if drawn else ""


def told(seen: Seen) -> str:
    return str(seen.app.screen.query_one("#told", Static).content)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


async def on_bench(seen: Seen) -> None:
    seen.app.chosen_exercise = "bench"
    await seen.press("4")


def said(seen: Seen) -> list[str]:
    return [each.message for each in seen.app._notifications]


def test_a_window_moves_by_half_and_never_beyond_today() -> None:
    year = Window()
    assert year.days(TODAY) == Days(date(2025, 11, 28), TODAY)
    assert year.panned(1, TODAY) == year
    before = year.panned(-1, TODAY)
    assert before.until == TODAY - timedelta(days=182)
    assert before.panned(1, TODAY).until is None
    assert [year.zoomed(by).range for by in (-9, -1, 1, 9)] == ["1m", "6m", "2y", "all"]
    ever = Window("all")
    assert ever.days(TODAY) == (None, TODAY)
    assert ever.panned(-1, TODAY) == ever
    long_ago = year.moved(timedelta(days=-60_000), TODAY)
    assert long_ago.zoomed(1).days(TODAY).first >= date(1900, 1, 1)


def test_only_what_an_exercise_can_have_is_a_measure() -> None:
    assert measures_of("weight_reps")[0] == "e1rm"
    assert "e1rm" not in measures_of("reps")
    assert "reps" in measures_of("reps")
    assert measures_of("distance")


def test_bars_that_lie_have_their_bands_and_say_what_is_left_out() -> None:
    bars = [Bar(name, 4, [("4", None)], (2, 8)) for name in ("chest", "lats", "quads")]
    lines = [each.text for each in lying(bars, 16, 2)]
    assert lines == ["chest ████░░░░ 4", "… 2 more"]


@pytest.mark.parametrize("screen", [ChartsScreen, BodyScreen])
def test_the_keys_fit_the_footer_and_hide_none_of_everywhere(
    screen: type[ChartsScreen] | type[BodyScreen],
) -> None:
    shown = [each for each in (*screen.KEYS, *EVERYWHERE) if each.label]
    assert sum(cell_len(f"{each.display} {each.label} ") for each in shown) <= 76
    taken = {key for each in EVERYWHERE for key in each.keys.split(",")}
    assert not taken & {key for each in screen.KEYS for key in each.keys.split(",")}


async def test_measure_and_days_are_chosen_by_keys(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        await on_bench(seen)
        assert title(seen) == f"{BENCH}, e1RM by Epley (kg)"
        assert "→" in told(seen)
        await seen.press("m")
        assert title(seen) == f"{BENCH}, volume (kg)"
        screen = cast("ChartsScreen", seen.app.screen)
        await seen.press("+", "h")
        assert (screen.window.range, screen.window.until) == ("6m", TODAY - timedelta(days=92))
        await seen.press("l", "minus")
        assert screen.window == Window()
        # The measure stays where the next exercise has it.
        await seen.press("j")
        assert BENCH not in title(seen)
        assert "volume" in title(seen)


async def test_a_line_on_a_day_tells_what_was_on_it(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        await on_bench(seen)
        await seen.press("x")
        last = told(seen).splitlines()[0]
        assert last.startswith("│ ")
        assert " kg" in last
        await seen.press("comma")
        assert told(seen).splitlines()[0] not in (last, "")
        assert "│" in seen.text
        await seen.press("escape")
        assert "→" in told(seen)


async def test_the_views_of_all_training(trained: Shown) -> None:
    async with trained.at(120, 40, "4", "v") as seen:
        assert title(seen) == "Hard sets per muscle"
        assert "inside" in seen.text
        this_week = seen.app.screen.query_one("#drawn").border_subtitle
        await seen.press("h")
        assert seen.app.screen.query_one("#drawn").border_subtitle != this_week
        await seen.press("j", "m")
        assert title(seen) == "Calendar, volume"
        await seen.press("j")
        assert "load" in title(seen)
        await seen.press("j")
        assert "in a row" in told(seen)
        await seen.press("v")
        assert title(seen) == "Run, pace (per km)"


async def test_an_exercise_is_found_or_was_chosen_on_another_screen(trained: Shown) -> None:
    async with trained.at(60, 20) as seen:
        await on_bench(seen)
        assert title(seen).startswith(BENCH)
        assert seen.app.chosen_exercise is None
        await seen.press("slash", "s", "q", "u", "a", "t", "enter")
        assert title(seen) == "Squat, e1RM by Epley (kg)"


async def test_a_chart_becomes_a_file(trained: Shown, tmp_path: Path) -> None:
    async with trained.at(80, 24) as seen:
        await on_bench(seen)
        table = tmp_path / "bench.csv"
        await seen.press("e")
        seen.app.screen.query_one(Entry).value = str(table)
        await seen.press("enter")
        assert table.read_text().startswith("date,value,unit,record,deload\n20")
        assert "The chart is in" in said(seen)[-1]
        await seen.press("e")
        seen.app.screen.query_one(Entry).value = "bench.doc"
        await seen.press("enter")
        assert ".doc" in said(seen)[-1]
        # What was typed is there to be made right.
        assert seen.app.screen.query_one(Entry).is_open


async def test_a_picture_needs_what_draws_it(
    trained: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with trained.at(80, 24) as seen:
        await on_bench(seen)
        monkeypatch.setitem(sys.modules, "workout_core.charts.picture", None)
        await seen.press("e")
        seen.app.screen.query_one(Entry).value = str(tmp_path / "bench.svg")
        await seen.press("enter")
        assert "matplotlib" in said(seen)[-1]
    assert names(tmp_path) == ["workout.db"]


async def test_nothing_logged_and_names_that_would_be_markup(shown: Shown) -> None:
    async with shown.at(50, 15, "4", "m", "x", "e", "h", "v", "j", "j", "j") as seen:
        assert title(seen)
    async with shown.at(80, 24) as seen:
        name = "[red]zerk[/]"
        data = ExerciseCreate(name=name)
        await seen.call(lambda services: services.exercises.create(data))
        seen.app.chosen_exercise = name
        await seen.press("4")
        assert "[red]zerk[/]" in title(seen)
        assert "[red]zerk[/]" in seen.text


def test_values_are_told_in_their_units_and_times_on_a_clock() -> None:
    assert amount(Decimal(312), "s/km") == "5:12/km"
    assert amount(Decimal(12_400), "m") == "12,400 m"
    assert amount(Decimal("102.50"), "kg") == "102.5 kg"
