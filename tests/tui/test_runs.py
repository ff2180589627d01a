"""What has no repetitions, on Today: runs, holds and carries are told by their distance and time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.tui.test_today import slot
from workout_cli.tui.widgets.entry import Entry

if TYPE_CHECKING:
    from tests.tui.showing import Seen, Shown


async def add(seen: Seen, name: str, *sets: str) -> None:
    """Add an exercise to the workout, and log sets of it."""
    await seen.press("slash")
    await seen.type(name)
    await seen.press("enter")
    for each in sets:
        await seen.press("space")
        await seen.type(each)
        await seen.press("enter")


def line(seen: Seen, text: str) -> str:
    """The first line that has a text in it."""
    return next(each for each in seen.text.splitlines() if text in each)


async def test_workouts_that_can_be_done_again_are_told_by_what_they_have(shown: Shown) -> None:
    async with shown.at(80, 24) as seen:
        await add(seen, "bench", "60x5")
        await seen.press("f")
        await add(seen, "run", "10.4km 52:10")
        await seen.press("f")
        await add(seen, "plank", "90s")
        await seen.press("f")
        assert "300 kg" in line(seen, "Bench Press")
        assert "10.4 km" in line(seen, "Run")
        assert "kg" not in line(seen, "Plank")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["narrow", "wide"])
async def test_a_run_is_seen_whole(shown: Shown, size: tuple[int, int]) -> None:
    async with shown.at(*size) as seen:
        await add(seen, "run", "10.25km 1:02:10")
        assert "10.25 km 1:02:10" in line(seen, "✓")
        assert "10.25 km" in line(seen, "sets 1/1")
        assert "volume" not in seen.text
        await seen.press("f")
        await add(seen, "run")
        assert "10.25 km 1:02:10" in line(seen, " –  ▶")
        assert "28 Nov  10.25km 1:02:10" in seen.text


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("run", "7.9km 43:21", (None, Decimal(7900), Decimal(2601))),
        ("run", "400m", (None, Decimal(400), None)),
        ("plank", "1:30", (None, None, Decimal(90))),
        ("farmers walk", "30kgx40m", (Decimal(30), Decimal(40), None)),
    ],
)
async def test_what_is_edited_can_be_read_again(
    shown: Shown, name: str, typed: str, stored: tuple[Decimal | None, ...]
) -> None:
    async with shown.at(80, 24) as seen:
        await add(seen, name, typed)
        await seen.press("k", "e", "enter")
        assert not seen.app.screen.query_one(Entry).is_open
        (done,) = (await slot(seen)).done
        assert (done.load_value, done.distance_m, done.duration_s) == stored


async def test_keys_of_load_and_repetitions_leave_a_run_alone(trained: Shown) -> None:
    async with trained.at(80, 24) as seen:
        await add(seen, "run")
        before = (await slot(seen)).planned
        assert before
        await seen.press("plus", "right_square_bracket", "minus", "left_square_bracket")
        assert (await slot(seen)).planned == before
        await seen.press("enter")
        await seen.press("k", "plus", "right_square_bracket")
        (done,) = (await slot(seen)).done
        assert (done.load_value, done.reps) == (None, None)
        assert "Run has no load\ne edits the set" in seen.said
