"""How often somebody may do something, by a clock of the test's own."""

from __future__ import annotations

import pytest

from tests.clocks import Clock
from workout_core.auth.limits import Limit, house_of


def test_so_many_times_and_then_again_as_the_first_is_past() -> None:
    clock = Clock()
    limit = Limit(3, 60, clock)
    waits = []
    for _ in range(3):
        waits.append(limit.wait_s("a"))
        limit.count("a")
        clock.now += 10
    assert waits == [0, 0, 0]
    assert (limit.wait_s("a"), limit.wait_s("b")) == (30, 0)
    clock.now += 29.5
    assert limit.wait_s("a") == 1
    clock.now += 0.5
    assert limit.wait_s("a") == 0
    limit.count("a")
    assert limit.wait_s("a") == 10


def test_more_than_so_many_wait_until_few_enough_are_left() -> None:
    clock = Clock()
    limit = Limit(2, 60, clock)
    for _ in range(4):
        limit.count("a")
        clock.now += 1
    assert limit.wait_s("a") == 58


def test_who_did_it_long_ago_is_forgotten() -> None:
    clock = Clock()
    limit = Limit(1, 60, clock)
    for number in range(500):
        limit.count(number)
        clock.now += 1
    assert len(vars(limit)["_done"]) == 60
    limit.count(490)
    clock.now += 59
    limit.count("last")
    assert [*vars(limit)["_done"]] == [490, "last"]


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:203.0.113.9", "::ffff:203.0.113.9"),
        ("an unknown address", "an unknown address"),
    ],
)
def test_a_house_has_one_limit(address: str, house: str) -> None:
    assert house_of(address) == house
