"""Body: measurements are logged, changed, deleted and followed, with a goal."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from textual.widgets import Static

from workout_cli.tui.widgets.entry import Entry
from workout_core.body.schemas import MeasurementCreate, MeasurementFilters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.tui.showing import Seen, Shown
    from workout_cli.tui.screens.body import BodyScreen
    from workout_core.body.schemas import MeasurementRead


async def kept(seen: Seen, type_: str = "weight") -> Sequence[MeasurementRead]:
    filters = MeasurementFilters(type=type_, size=100)
    return (await seen.ask(lambda services: services.body.list(filters))).items


async def say(seen: Seen, key: str, text: str) -> None:
    """All at once, as a terminal may hand it over."""
    names = {" ": "space", "/": "slash", ".": "full_stop", "-": "minus"}
    await seen.press(key, *("ctrl+u",) * 2, *(names.get(each, each) for each in text), "enter")


def told(seen: Seen) -> str:
    return str(seen.app.screen.query_one("#told", Static).content)


def entry(seen: Seen) -> Entry:
    return seen.app.screen.query_one(Entry)


def looked_at(seen: Seen) -> str | None:
    return cast("BodyScreen", seen.app.screen)._type


async def test_measurements_are_logged_as_on_the_command_line(shown: Shown) -> None:
    async with shown.at(80, 24, "5") as seen:
        assert "n logs" in seen.text
        await say(seen, "n", "weight 82.5kg")
        assert looked_at(seen) == "weight"
        await say(seen, "n", "82,1 at yesterday 7:30 // before breakfast")
        first, second = await kept(seen)
        assert (str(first.value), str(second.value), second.unit) == ("82.5", "82.1", "kg")
        assert second.note == "before breakfast"
        assert second.measured_at == datetime(2026, 11, 27, 7, 30, tzinfo=UTC)
        await say(seen, "n", "waist 84cm")
        assert looked_at(seen) == "waist"
        assert "84 cm" in seen.text
        await seen.press("u")
        assert not await kept(seen, "waist")
        assert looked_at(seen) == "weight"


async def test_what_cannot_be_logged_stays_to_be_made_right(shown: Shown) -> None:
    async with shown.at(80, 24, "5") as seen:
        for wrong in ("82.5kg", "wings 3", "weight 900kg", "weight 1.12345678901"):
            await say(seen, "n", wrong)
            assert entry(seen).is_open
            assert entry(seen).value == wrong
            await seen.press("escape")
        assert not await kept(seen)


async def test_one_of_the_history_is_changed_and_deleted(trained: Shown) -> None:
    async with trained.at(120, 40, "5", "enter", "j") as seen:
        before = await kept(seen)
        await seen.press("e")
        assert entry(seen).value == f"{before[1].value}kg"
        entry(seen).open()
        await seen.press("8", "0", "enter")
        after = await kept(seen)
        assert after[1].value == 80
        assert [each.id for each in after] == [each.id for each in before]
        await seen.press("d")
        assert len(await kept(seen)) == len(before) - 1
        await seen.press("u", "u")
        assert await kept(seen) == before


async def test_a_goal_is_set_followed_and_given_up(trained: Shown) -> None:
    async with trained.at(80, 24, "5") as seen:
        await say(seen, "t", "70kg by 2027-03-01")
        [goal] = (await seen.ask(lambda services: services.progress.goals())).items
        assert (str(goal.value), str(goal.until)) == ("70", "2027-03-01")
        assert "goal 70 kg by 1 Mar 2027" in told(seen)
        await say(seen, "t", "60kg by yesterday")
        assert entry(seen).is_open
        await seen.press("escape")
        await say(seen, "t", "off")
        assert not (await seen.ask(lambda services: services.progress.goals())).items
        assert "goal" not in told(seen)


async def test_the_days_of_the_chart_move(trained: Shown) -> None:
    async with trained.at(80, 24, "5", "x") as seen:
        newest = told(seen).splitlines()[0]
        await seen.press("+", "+", "h", "x", "x")
        assert told(seen).splitlines()[0] not in (newest, "")
        assert "trend" in told(seen)


async def test_types_and_notes_of_people_are_harmless(shown: Shown) -> None:
    async with shown.at(80, 24) as seen:
        data = MeasurementCreate(
            type="[red]mood[/]",
            value=Decimal(7),
            unit="[b]",
            note="[bold]x\n\u5bff\u53f8",
            new=True,
        )
        await seen.call(lambda services: services.body.create(data))
        await seen.press("5", "x")
        for told_as_it_is in ("[red]mood[/]", "7 [b]", "[bold]x"):
            assert told_as_it_is in seen.text
        for size in ((50, 15), (60, 20), (120, 40)):
            await seen.resize(*size)
            assert "[bold]x" in seen.text
