"""History: the map, the list, the filter, and what is done with a workout."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from textual.events import Key, Paste
from textual.widgets import TextArea

from tests.cli.hostile import HIDDEN
from workout_cli.tui.filtering import filters_of
from workout_cli.tui.keys import EVERYWHERE
from workout_cli.tui.screens.history import HistoryScreen
from workout_cli.tui.widgets.entry import Entry
from workout_cli.tui.widgets.heatmap import window_of
from workout_core.errors import InvalidError
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.schemas import WorkoutFilters, WorkoutSummary

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence
    from uuid import UUID

    from tests.tui.showing import Seen, Shown
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

TODAY = date(2026, 11, 28)


def history(seen: Seen) -> HistoryScreen:
    return cast("HistoryScreen", seen.app.get_screen_stack("history")[0])


def _update(workout: UUID, data: WorkoutUpdate, services: Services) -> Awaitable[WorkoutRead]:
    return services.workouts.update(workout, data)


def item(seen: Seen) -> WorkoutSummary:
    found = history(seen).rows.item
    assert found
    return found


async def stored(seen: Seen) -> Sequence[WorkoutSummary]:
    found = await seen.ask(lambda services: services.workouts.list(WorkoutFilters(size=100)))
    return found.items


def test_what_is_typed_filters() -> None:
    found = filters_of('slept exercise:"bench press" tag:heavy since:2026-10 badly tag:', TODAY)
    assert found == WorkoutFilters(
        search="slept badly", exercise="bench press", tags=["heavy"], since=date(2026, 10, 1)
    )
    assert filters_of("on:yesterday", TODAY).since == date(2026, 11, 27)
    assert filters_of(' exercise: since: "', TODAY) == WorkoutFilters()
    for text in ("since:nonsense", "since:2026-11 until:2025", "x" * 600):
        with pytest.raises(InvalidError):
            filters_of(text, TODAY)


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_hidden_characters_filter_nothing_worse(text: str | bytes) -> None:
    if isinstance(text, str):
        assert filters_of(text, TODAY).search


def test_a_window_of_weeks_holds_the_day() -> None:
    for back in range(0, 1000, 13):
        day = TODAY - timedelta(days=back)
        for room in (10, 36, 53, 90):
            since, until = window_of(day, TODAY, room)
            assert since.weekday() == 0
            assert since <= day <= until <= TODAY
            assert (until - since).days // 7 + 1 == min(room, 53)


def test_keys_hide_none_of_those_everywhere_and_fit_the_footer() -> None:
    everywhere = {key for each in EVERYWHERE for key in each.keys.split(",")}
    own = {key for each in HistoryScreen.KEYS for key in each.keys.split(",")}
    assert not own & everywhere
    shown = [each for each in (*HistoryScreen.KEYS, *EVERYWHERE) if each.label]
    assert sum(len(f"{each.display} {each.label} ") for each in shown) <= 76


async def test_a_list_beside_a_map_and_the_sets(trained: Shown) -> None:
    async with trained.at(120, 40, "2", "j") as seen:
        workouts = await stored(seen)
        assert item(seen).id == workouts[1].id
        assert history(seen).map.day == workouts[1].local_date
        read = await seen.ask(lambda services: services.workouts.get(workouts[1].id))
        for each in read.exercise_executions:
            assert each.exercise.name in seen.text
        assert "◆" in seen.text
        assert "12 months" in seen.text
        assert "wk in a row" in seen.text
        assert "★" in seen.text


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (50, 15)], ids=str)
async def test_a_workout_fills_a_small_screen(trained: Shown, size: tuple[int, int]) -> None:
    async with trained.at(*size, "2") as seen:
        workout = await seen.ask(lambda services: services.workouts.get(item(seen).id))
        first = f"  {workout.exercise_executions[0].sets[0].load_value} × "
        assert workout.name
        assert workout.name in seen.text
        await seen.press("enter")
        assert first in seen.text
        await seen.press("escape")
        assert seen.app.screen is history(seen)
        await seen.resize(120, 40)
        assert first in seen.text


async def test_moving_in_the_map_and_by_years(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "m", "h", "h") as seen:
        day = history(seen).map.day
        assert day == (await stored(seen))[0].local_date - timedelta(days=14)
        await seen.press("enter")
        assert seen.app.focused is history(seen).rows
        assert item(seen).local_date <= day
        later = [each for each in await stored(seen) if each.local_date > day]
        assert history(seen).rows.cursor == len(later)
        await seen.press("left_square_bracket")
        rows = history(seen).rows
        assert rows.cursor + 1 == rows.total
        await seen.press("right_square_bracket")
        assert history(seen).rows.cursor == 0


async def test_the_list_is_filtered_while_typing(trained: Shown) -> None:
    async with trained.at(80, 24, "2") as seen:
        everything = history(seen).rows.total
        # Keys that would act elsewhere are text here.
        await seen.press("slash", *"exercise")
        await seen.press("colon", *"squat")
        assert 0 < (history(seen).rows.total or 0) < (everything or 0)
        assert "Squat" in item(seen).exercises
        await seen.press("x")
        assert "squatx" in seen.text
        assert history(seen).rows.total
        await seen.press("backspace", "enter", "d", "escape")
        assert history(seen).rows.total == (everything or 0) - 1


async def test_what_is_typed_fast_is_text(trained: Shown) -> None:
    """All of it is there before the first key is handled."""
    async with trained.at(80, 24, "2") as seen:
        for each in ("slash", *"red", "enter", "j"):
            seen.app.post_message(Key(each, each if len(each) == 1 else None))
        await seen.settle()
        assert history(seen).query_one("#filter", Entry).value == "red"
        assert seen.app.screen is history(seen)
        assert (await stored(seen))[0].status == "done"


async def test_delete_copy_and_undo(trained: Shown) -> None:
    async with trained.at(80, 24, "2") as seen:
        before = [each.id for each in await stored(seen)]
        await seen.press("j", "d")
        assert [each.id for each in await stored(seen)][:9] == [before[0], *before[2:10]]
        assert item(seen).id == before[2]
        await seen.press("u")
        assert [each.id for each in await stored(seen)] == before
        await seen.press("y")
        assert [each.id for each in await stored(seen)][1:] == before[:-1]
        assert item(seen).local_date == TODAY


async def test_a_workout_is_edited_as_text(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "e") as seen:
        area = seen.app.screen.query_one(TextArea)
        right = area.text.replace("name: Pull", "name: Heavy pull")
        area.text = right.rstrip() + "q\n"
        await seen.press("ctrl+s")
        line = len(right.splitlines())
        assert f"line {line}, column" in seen.text
        assert area.cursor_location[0] == line - 1
        await seen.press("escape", "e")
        area = seen.app.screen.query_one(TextArea)
        assert area.text.endswith("q\n")
        area.text = right
        workout = item(seen).id
        await seen.call(partial(_update, workout, WorkoutUpdate(note="late")))
        await seen.press("ctrl+s")
        assert "f5 takes it as it is now" in seen.text
        assert area.text == right
        await seen.press("f5")
        assert "note: late" in area.text
        area.text = area.text.replace("name: Pull", "name: Heavy pull")
        await seen.press("ctrl+s")
        assert seen.app.screen is history(seen)
        assert (item(seen).name, item(seen).note) == ("Heavy pull", "late")


async def test_tags_and_notes(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "t") as seen:
        await seen.press(*"heavy", "comma", *"old", "enter")
        assert item(seen).tags == ["deload", "heavy", "old"]
        await seen.press("t", "minus", *"deload", "enter")
        assert item(seen).tags == ["heavy", "old"]
        await seen.press("n", *"one", "enter", *"two", "ctrl+s")
        assert item(seen).note == "one\ntwo"


async def test_two_workouts_and_two_periods_beside_each_other(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "c") as seen:
        assert "● " in seen.text
        name = item(seen).name
        first = item(seen).id
        while item(seen).name != name or item(seen).id == first:
            await seen.press("j")
        await seen.press("c")
        assert " × " in seen.text
        assert "volume" in seen.text
        assert "e1RM" in seen.text
        await seen.press("escape", "C", *"2026", "minus", "0", "9", "space", *"2026", "minus")
        await seen.press("1", "0", "enter")
        assert "2026-09-01 to 2026-09-30" in seen.text


async def test_repeat_begins_a_workout(trained: Shown) -> None:
    async with trained.at(80, 24, "2", "j", "r") as seen:
        assert seen.app.current_mode == "today"
        board = (await stored(seen))[0]
        assert (board.status, board.name) == ("active", (await stored(seen))[2].name)


async def test_hostile_texts_are_shown_harmlessly(trained: Shown) -> None:
    texts = ["[red]x[/]", "👨‍👩‍👧", "漢字かな交じり文", "שלום", "[/]", "a" * 200]
    async with trained.at(120, 40, "2") as seen:
        for workout, text in zip(await stored(seen), texts, strict=False):
            data = WorkoutUpdate(name=text, note=text, tags=[text])
            await seen.call(partial(_update, workout.id, data))
        history(seen).look()
        await seen.settle()
        await seen.press("c", "j", "c", "escape", "k", "e", "escape", "n", "escape")
        for text in texts[:5]:
            assert text[:2] in seen.text
        assert "\x1b" not in seen.text
        await seen.press("slash")
        seen.app.post_message(Paste("\x1b[31m[red]\n"))
        await seen.settle()
        assert "\x1b" not in seen.text
        assert history(seen).rows.total == 0


async def test_nothing_there(shown: Shown) -> None:
    async with shown.at(80, 24, "2", "d", "e", "y", "c", "r", "t", "n", "enter", "m", "h") as seen:
        await seen.press("enter", "escape", "left_square_bracket")
        assert "No workout here" in seen.text
        assert "0 sessions" in seen.text
