"""What stands in a gym, as it is read, and the nearest of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from workout_core.errors import InvalidError
from workout_core.training.bands import USUAL, bands, parse_band
from workout_core.training.gear import (
    bar_for,
    converted,
    nearest,
    parse_masses,
    parse_plates,
    split_unit,
)


def numbers(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


def test_masses_are_read_with_their_unit() -> None:
    assert parse_masses("20 15kg") == ("kg", numbers("20", "15"))
    assert parse_masses("2,5..10/2.5 15 lbs") == ("lb", numbers("2.5", "5", "7.5", "10", "15"))
    assert parse_masses("5..12/3 5", "lb") == ("lb", numbers("5", "8", "11"))
    assert parse_plates("20x4 10 KG") == ("kg", {Decimal(20): 4, Decimal(10): None})
    assert split_unit("45 lb", "kg") == ("45", "lb")


@pytest.mark.parametrize(
    "text",
    ["", "kg", "0", "-5", "5..", "5..1/1", "1..9/0", "0.001..900/0.001", "heavy", "1..2/1x", "٣"],
)
def test_what_is_no_mass_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        parse_masses(text)


def test_the_nearest_is_taken_and_of_two_as_near_the_lighter() -> None:
    there = numbers("20", "5", "10", "12.5")
    wanted = {"11.25": "10", "11.26": "12.5", "1": "5", "90": "20"}
    assert {each: str(nearest(there, Decimal(each))) for each in wanted} == wanted
    assert [bar_for(numbers("20", "15"), Decimal(each)) for each in (60, 20, 17, 3)] == [
        *(20, 20, 15, 15),
    ]
    assert converted(Decimal(100), "lb", "kg") == Decimal("45.359237")


def test_bands_are_ones_own_or_the_usual() -> None:
    assert parse_band(" 10 - 20 ") == parse_band("10..20") == (10, 20)
    assert bands({"chest": [8, 12]}) == {**USUAL, "chest": (8, 12)}
    wrong: list[Any] = ["20..10", "5", "..", "1..101", "a..b", "-1..5"]
    for text in wrong:
        with pytest.raises(InvalidError):
            parse_band(text)
