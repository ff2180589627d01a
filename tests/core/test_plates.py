"""Plates: the best way to load a bar, against examples and against trying everything."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import permutations, product
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import InvalidError
from workout_core.training.plate_sequence import load_in_sequence, moves_in_turn
from workout_core.training.plates import KITS, load_bar, parse_kit

FOUND: Final = json.loads(
    Path(__file__).with_name("vectors").joinpath("plates.json").read_text(encoding="utf-8")
)
CASES: Final = FOUND["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['target']}{case['unit']}")
def test_a_bar_is_loaded_as_in_the_examples(case: dict[str, Any]) -> None:
    loaded = load_bar(
        Decimal(str(case["target"])),
        Decimal(str(case["bar"])),
        {Decimal(plate): count for plate, count in case["inventory"].items()},
        collars=Decimal(str(case.get("collars", 0))),
        mode=case["mode"],
    )
    assert loaded.total == Decimal(str(case["total"]))
    assert [float(plate) for plate in loaded.per_side] == case["per_side"]
    assert loaded.shortfall == Decimal(str(case["target"])) - loaded.total
    assert loaded.exact is (loaded.shortfall == 0)


@given(
    st.integers(0, 90).map(lambda halves: Decimal(halves) / 2),
    st.dictionaries(
        st.sampled_from(["0.5", "1.25", "2", "2.5", "5", "10", "15"]).map(Decimal),
        st.integers(0, 5),
        max_size=4,
    ),
    st.sampled_from(["nearest", "down", "up"]),
)
def test_nothing_is_better_than_what_was_found(
    target: Decimal, kit: dict[Decimal, int], mode: Any
) -> None:
    bar = Decimal(10)
    found = load_bar(target, bar, kit, mode=mode)
    plates = sorted(kit, reverse=True)
    every = []
    for counts in product(*(range(kit[plate] // 2 + 1) for plate in plates)):
        side = [plate for plate, count in zip(plates, counts, strict=True) for _ in range(count)]
        total = bar + 2 * sum(side, Decimal(0))
        wrong = (mode == "down" and total > target) or (mode == "up" and total < target)
        heaviest_first = [-plate for plate in side]
        every.append((wrong, abs(total - target), total, len(side), heaviest_first))
    wrong, away, total, _, heaviest_first = min(every)
    assert (found.total, list(found.per_side)) == (total, [-plate for plate in heaviest_first])
    assert abs(found.shortfall) == away
    assert wrong is (
        (mode == "down" and found.shortfall < 0) or (mode == "up" and found.shortfall > 0)
    )


@pytest.mark.parametrize(
    ("unit", "target", "bar", "per_side"),
    [
        ("kg", 20, 20, []),
        ("kg", 100, 20, [25, 15]),
        ("kg", "102.5", 20, [25, 15, "1.25"]),
        ("lb", 135, 45, [45]),
        ("lb", 315, 45, [45, 45, 45]),
    ],
)
def test_the_plates_of_a_gym(unit: Any, target: Any, bar: Any, per_side: list[Any]) -> None:
    loaded = load_bar(Decimal(target), Decimal(bar), parse_kit(KITS[unit]))
    assert list(loaded.per_side) == [Decimal(plate) for plate in per_side]
    assert loaded.exact


def test_a_kit_that_is_too_small_says_by_how_much() -> None:
    loaded = load_bar(Decimal(700), Decimal(45), parse_kit("45x8 25x4 10x4 5x4 2.5x4 1.25x2"))
    assert (loaded.total, loaded.shortfall) == (Decimal("577.5"), Decimal("122.5"))


def test_a_kit_is_read() -> None:
    assert parse_kit(" 25x4 20×2  2,5 ") == {
        Decimal(25): 4,
        Decimal(20): 2,
        Decimal("2.5"): None,
    }


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "25xy", "25x1", "-5", "0", "nan", "inf", "1e9", "25;20", "0.01"),
        *("25x999999999", "٢٥x٤y", "2" * 1000, "25 " * 20, " ".join(map(str, range(1, 20)))),
    ],
)
def test_what_is_no_kit_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_kit(text)
    assert caught.value.hints


def test_the_most_that_is_asked_costs_little() -> None:
    kit = parse_kit("0.125 0.25 0.375 0.5 0.625 0.75 0.875 1 1.125 1.25 1.375 1.5")
    assert load_bar(Decimal(200), Decimal(20), kit).exact
    assert load_bar(Decimal(550), Decimal(20), kit).shortfall == 140


@pytest.mark.parametrize("case", FOUND["sequences"], ids=lambda case: str(case["targets"]))
def test_loads_in_turn_are_made_as_in_the_examples(case: dict[str, Any]) -> None:
    kit = {Decimal(plate): count for plate, count in case["inventory"].items()}
    targets, bar = [Decimal(each) for each in case["targets"]], Decimal(case["bar"])
    stages = load_in_sequence(targets, bar, kit)
    stacks = [each.per_side for each in stages]
    assert [each.total for each in stages] == targets
    assert moves_in_turn(stacks) == case["min_moves_per_side"]
    assert [[float(plate) for plate in stack] for stack in stacks] == case["one_optimal_path"]
    alone = [load_bar(target, bar, kit).per_side for target in targets]
    assert moves_in_turn(alone) == case["naive_moves_per_side"]
    assert sum(len(each.off) + len(each.on) for each in stages) == moves_in_turn(stacks)


@given(
    st.lists(st.integers(0, 13), min_size=1, max_size=4),
    st.dictionaries(st.sampled_from([1, 2, 3, 5]), st.sampled_from([2, 4]), max_size=3),
)
def test_no_other_way_moves_fewer_plates(sides: list[int], pairs: dict[int, int]) -> None:
    kit: dict[Decimal, int | None] = {Decimal(plate): count for plate, count in pairs.items()}
    stages = load_in_sequence([Decimal(2 * side) for side in sides], Decimal(0), kit)
    every = [plate for plate, count in pairs.items() for _ in range(count // 2)]
    stacks = {order for size in range(len(every) + 1) for order in permutations(every, size)}
    least: dict[tuple[int, ...], int] = {(): 0}
    for stage in stages:
        reached = [stack for stack in stacks if 2 * sum(stack) == stage.total]
        least = {
            stack: min(
                moves + moves_in_turn([before, stack]) - len(before)
                for before, moves in least.items()
            )
            for stack in reached
        }
    assert moves_in_turn([each.per_side for each in stages]) == min(least.values())
    before: tuple[Decimal, ...] = ()
    for stage in stages:
        before = (*before[: len(before) - len(stage.off)], *stage.on)
        assert before == stage.per_side


def test_a_long_sequence_is_found_soon() -> None:
    """Ten loads up, and many near the most that a bar bears."""
    kit = parse_kit(KITS["kg"])
    up = load_in_sequence([Decimal(load) for load in range(60, 260, 20)], Decimal(20), kit)
    assert moves_in_turn([each.per_side for each in up]) == 10
    loads = [Decimal(load) for load in (500, 510, 520, 530, 540, 550, 545, 535)]
    heavy = load_in_sequence(loads, Decimal(20), kit)
    assert [each.total for each in heavy] == loads
