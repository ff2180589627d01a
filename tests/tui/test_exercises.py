"""The screen of exercises: found, narrowed, looked into, changed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from tests.tui.showing import Seen, Shown
from workout_cli.tui.screens.exercises import ExercisesScreen
from workout_cli.tui.screens.form import Form
from workout_cli.tui.screens.pick import Pick
from workout_core.exercises.schemas import ExerciseCreate, ExerciseDetails, ExerciseReference
from workout_core.live.schemas import LiveFilters

if TYPE_CHECKING:
    from workout_core.exercises.schemas import ExerciseListed


def screen(seen: Seen) -> ExercisesScreen:
    assert isinstance(seen.app.screen, ExercisesScreen)
    return seen.app.screen


def at(seen: Seen) -> ExerciseListed:
    item = screen(seen).item
    assert item
    return item


def told(seen: Seen) -> str:
    return "\n".join(each.message for each in seen.app._notifications)


async def stored(seen: Seen, name: str) -> ExerciseDetails:
    by = ExerciseReference(name=name)
    return await seen.ask(lambda services: services.exercises.details(by))


async def test_a_name_is_found_as_it_is_typed(trained: Shown) -> None:
    async with trained.at(100, 30, "3", "slash") as seen:
        await seen.type("rdl")
        assert (at(seen).name, screen(seen).rows.total) == ("Romanian Deadlift", 1)
        assert "Romanian Deadlift" in seen.text.splitlines()[1]
        await seen.press("enter")
        assert "/ rdl" in seen.text
        await seen.press("escape")
        assert (screen(seen).rows.total or 0) > 500
        assert at(seen).name == "Romanian Deadlift"


async def test_no_letter_is_lost_that_is_typed_at_once(shown: Shown) -> None:
    async with shown.at(80, 24, "3") as seen:
        # As a terminal sends them: nobody waits for what a key does.
        for key in ("slash", *"squat"):
            seen.app.post_message(Key(key, "/" if key == "slash" else key))
        await seen.settle()
        assert at(seen).name == "Squat"


async def test_the_used_come_first_and_are_looked_into(trained: Shown) -> None:
    async with trained.at(120, 40, "3", "slash") as seen:
        await seen.type("bench press")
        await seen.press("enter")
        assert at(seen).workouts > 10
        for told in ("works     chest", "e1RM", "Records", "Last times", " Nov "):
            assert told in seen.text, told
        await seen.press("enter", "G", "escape")
        assert screen(seen).rows.has_focus


async def test_the_list_is_narrowed_by_keys(trained: Shown) -> None:
    async with trained.at(100, 30, "3", "t") as seen:
        assert 0 < (screen(seen).rows.total or 0) < 50
        await seen.press("m")
        assert isinstance(seen.app.screen, Pick)
        await seen.press("b", "enter")
        assert at(seen).name == "Barbell Curl"
        await seen.press("asterisk")
        assert "nothing is called like that" in seen.text
        await seen.press("asterisk", "s", "asterisk")
        assert (screen(seen).rows.total, at(seen).starred) == (1, True)
        await seen.press("escape", "o", "k", "enter")
        assert at(seen).modality == "kettlebell"


async def test_far_rows_are_read_when_they_are_seen(shown: Shown) -> None:
    async with shown.at(80, 24, "3") as seen:
        await seen.press("G")
        total = screen(seen).rows.total or 0
        assert screen(seen).rows.cursor == total - 1
        assert "…" not in "".join(line[2:6] for line in seen.text.splitlines())


async def test_a_star_is_undone(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "j", "s") as seen:
        name = at(seen).name
        assert (await stored(seen, name)).starred
        assert screen(seen).rows.cursor == 0
        await seen.press("u")
        assert not (await stored(seen, name)).starred


async def test_what_is_hidden_can_be_offered_again(shown: Shown) -> None:
    async with shown.at(80, 24, "3") as seen:
        name = at(seen).name
        await seen.press("x")
        assert (await stored(seen, name)).hidden
        assert at(seen).name != name
        await seen.press("H")
        assert (at(seen).name, at(seen).hidden) == (name, True)
        await seen.press("x")
        assert not (await stored(seen, name)).hidden


async def test_an_exercise_is_made_and_a_refusal_loses_nothing(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "n") as seen:
        await seen.type("bench press")
        await seen.press("tab")
        await seen.type("zt")
        await seen.press("ctrl+s")
        form = seen.app.screen
        assert isinstance(form, Form)
        assert "already a name of Bench Press" in seen.text
        assert form.values()["aliases"] == "zt"
        await seen.press("up", "ctrl+u")
        await seen.type("Zercher Thing")
        await seen.press("enter")
        made = await stored(seen, "zt")
        assert (made.name, made.is_user_created) == ("Zercher Thing", True)
        assert at(seen).id == made.id
        await seen.press("d")
        assert at(seen).id != made.id
        await seen.press("u")
        assert at(seen).id == made.id


async def test_a_misspelt_muscle_is_told_with_the_nearest(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "e", "down", "down", "ctrl+u") as seen:
        await seen.type("chst")
        await seen.press("ctrl+s")
        assert isinstance(seen.app.screen, Form)
        assert "chest" in seen.text


async def test_names_and_settings_are_edited(shown: Shown) -> None:
    async with shown.at(80, 30, "3", "slash") as seen:
        await seen.type("zercher squat")
        await seen.press("enter")
        name = at(seen).name
        await seen.press("e", "tab", "tab", "tab", "tab", "k", "tab")
        await seen.type("2.5")
        await seen.press("tab")
        await seen.type("2min")
        await seen.press("enter")
        after = await stored(seen, name)
        assert (after.unit, after.increment) == ("kg", Decimal("2.5"))
        assert "rest      2:00" in seen.text


async def test_one_of_the_catalogue_stays(shown: Shown) -> None:
    async with shown.at(100, 30, "3", "d") as seen:
        assert "hide it instead" in told(seen)


async def test_one_is_merged_into_another(trained: Shown) -> None:
    async with trained.at(100, 30, "3", "slash") as seen:
        await seen.type("face pull")
        await seen.press("enter")
        sets = at(seen).sets
        await seen.press("M")
        await seen.type("reverse fly")
        await seen.press("enter")
        assert (await stored(seen, "face pull")).sets == sets > 0
        assert (await stored(seen, "face pull")).name != "Face Pull"


async def test_one_is_added_to_the_workout(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "j", "a") as seen:
        board = await seen.ask(lambda services: services.live.board(LiveFilters()))
        assert [each.exercise.name for each in board.slots] == [at(seen).name]


async def test_charts_know_of_which(shown: Shown) -> None:
    async with shown.at(80, 24, "3", "c") as seen:
        assert seen.app.current_mode == "charts"


async def test_a_small_screen_shows_one_part_at_a_time(trained: Shown) -> None:
    async with trained.at(60, 20, "3") as seen:
        assert "Also called" not in seen.text
        await seen.press("enter")
        assert "exercise   " not in seen.text
        await seen.press("escape")
        assert "exercise   " in seen.text
        await seen.resize(120, 40)
        assert "works" in seen.text


HOSTILE = "[red]x[/] 漢字 👨‍👩‍👧 שלום $1"


@pytest.mark.parametrize("size", [(120, 40), (50, 15)])
async def test_hostile_names_are_only_text(shown: Shown, size: tuple[int, int]) -> None:
    async with shown.at(*size) as seen:
        made = ExerciseCreate(name=HOSTILE, note="[bold]\n[/]", aliases=["[@click=app.quit]q[/]"])
        await seen.call(lambda services: services.exercises.create(made))
        await seen.press("3", "y")
        assert "[red]x[/]" in seen.text
        await seen.press("enter", "escape", "M", "escape", "e")
        assert isinstance(seen.app.screen, Form)
        await seen.press("ctrl+s")
        assert at(seen).name == HOSTILE


def test_the_footer_fits() -> None:
    labels = [f"{key.display} {key.label} " for key in ExercisesScreen.KEYS if key.label]
    assert len("".join([*labels, "? Help "])) <= 76


async def test_a_name_is_no_markup_where_it_is_merged(shown: Shown) -> None:
    async with shown.at(80, 24, "3") as seen:
        await seen.press("n")
        await seen.type("[red]press[/]")
        await seen.press("enter")
        await seen.press("M")
        assert "Merge [red]press[/] into" in seen.text
