"""The screen of settings: what is kept in the file, and what with the workouts."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from workout_cli.tui.screens.form import Form
from workout_cli.tui.screens.settings import SettingsScreen
from workout_core.config import config_path
from workout_core.gyms.schemas import GymCreate

if TYPE_CHECKING:
    from tests.tui.showing import Seen, Shown
    from workout_core.accounts.schemas import ProfileRead

BANDS = ("6", "j", "enter")
PROFILE = ("6", "j", "j", "enter")
GYMS = ("6", "j", "j", "j", "enter")
THEME = ("6", "j", "j", "j", "j", "enter")


def filed() -> dict[str, Any]:
    return tomllib.loads(config_path().read_text())


def told(seen: Seen) -> str:
    return "\n".join(each.message for each in seen.app._notifications)


async def profile(seen: Seen) -> ProfileRead:
    return await seen.ask(lambda services: services.profile.get())


async def test_a_unit_is_kept_in_the_file_and_in_force(shown: Shown) -> None:
    async with shown.at(80, 24, "6", "enter", "enter") as seen:
        assert filed() == {"unit": "kg"}
        await seen.press("enter")
        assert filed() == {"unit": "lb"}
        assert seen.app.settings.unit == "lb"
        assert "unit              lb" in seen.text
        await seen.press("1", "6", "d")
        assert not filed()
        assert seen.app.settings.unit is None


async def test_a_zone_that_is_none_is_refused(shown: Shown) -> None:
    async with shown.at(80, 24, "6", "enter", "j", "e") as seen:
        await seen.press("ctrl+u")
        await seen.type("Europe/Berlinn")
        await seen.press("enter")
        assert isinstance(seen.app.screen, Form)
        assert "Europe/Berlin" in seen.text
        assert not config_path().exists()
        await seen.press("backspace", "enter")
        assert filed() == {"timezone": "Europe/Berlin"}


async def test_what_wins_over_the_file_is_said(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_UNIT", "kg")
    async with shown.at(100, 24, "6", "enter", "enter") as seen:
        assert "WORKOUT_UNIT is set" in told(seen)
        assert seen.app.settings.unit is None


async def test_a_theme_is_put_on_at_once(shown: Shown) -> None:
    async with shown.at(80, 24, *THEME, "j", "enter") as seen:
        assert seen.app.theme == "textual-light"
        assert filed() == {"theme": "light"}
        assert "●  light             on" in seen.text
        await seen.press("j", "enter")
        assert seen.app.theme == "ansi-dark"


async def test_bands_are_ones_own_and_usual_again(shown: Shown) -> None:
    async with shown.at(80, 24, *BANDS, "j", "j", "enter", "ctrl+u") as seen:
        await seen.type("20..10")
        await seen.press("enter")
        assert isinstance(seen.app.screen, Form)
        await seen.press("ctrl+u")
        await seen.type("12..18")
        await seen.press("enter")
        own = [each for each in (await profile(seen)).bands if each.own]
        assert [(each.muscle, each.low, each.high) for each in own] == [("chest", 12, 18)]
        assert "●  chest             12 – 18  yours" in seen.text
        await seen.press("d")
        assert not any(each.own for each in (await profile(seen)).bands)
        await seen.press("u")
        assert any(each.own for each in (await profile(seen)).bands)


async def test_the_profile_is_told_and_forgotten(shown: Shown) -> None:
    async with shown.at(80, 24, *PROFILE, "enter", "f", "tab") as seen:
        await seen.type("1990")
        await seen.press("tab")
        await seen.type("168cm")
        await seen.press("enter")
        known = await profile(seen)
        assert (known.sex, known.birth_year, known.height_unit) == ("f", 1990, "cm")
        await seen.press("j", "d")
        assert (await profile(seen)).birth_year is None


async def test_gyms_are_added_edited_used_and_deleted(shown: Shown) -> None:
    async with shown.at(80, 24, "6", "n") as seen:
        await seen.type("Home")
        await seen.press("tab")
        await seen.type("25x4 lots")
        await seen.press("ctrl+s")
        assert isinstance(seen.app.screen, Form)
        await seen.press(*["backspace"] * 5, "ctrl+s")
        made = GymCreate(name="[red]Hotel[/]", bars="20 kg")
        await seen.call(lambda services: services.gyms.create(made))
        await seen.press("enter", "u", "ctrl+r", "g", "enter")
        gyms = (await seen.ask(lambda services: services.gyms.list())).items
        assert {each.name: each.in_use for each in gyms} == {"[red]Hotel[/]": True, "Home": False}
        assert "[red]Hotel[/]" in seen.text
        assert "25x4" in seen.text
        await seen.press("enter")
        gyms = (await seen.ask(lambda services: services.gyms.list())).items
        assert not any(each.in_use for each in gyms)
        await seen.press("G", "d")
        left = (await seen.ask(lambda services: services.gyms.list())).items
        assert len(left) == 1


async def test_where_the_data_is_and_how(shown: Shown) -> None:
    async with shown.at(120, 40, "6", *"jjjjjj") as seen:
        assert "✓  database" in seen.text
        assert "✓  integrity" in seen.text
        await seen.press("j")
        assert "copies            none yet" in seen.text
        await seen.press("k", "k")
        assert "Log the set of the cursor" in seen.text


@pytest.mark.parametrize("size", [(60, 20), (50, 15)])
async def test_a_small_screen_is_usable(shown: Shown, size: tuple[int, int]) -> None:
    async with shown.at(*size, *GYMS) as seen:
        assert "no gym yet" in seen.text
        await seen.press("escape")
        assert isinstance(seen.app.screen, SettingsScreen)
        assert seen.app.screen.names.has_focus
