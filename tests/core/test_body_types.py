"""Units, amounts and the built-in types, by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.body.amounts import KINDS, Amount, comparable, exact, kind_of, parse_amount, spelt
from workout_core.body.types import (
    BUILT_IN,
    BY_KEY,
    BY_SLUG,
    MeasurementKind,
    check_amount,
    require_type,
    type_key,
)
from workout_core.errors import InvalidError, NotFoundError
from workout_core.units import exact_mass


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("82.5kg", "82.5", "kg"),
        ("82,5 KG", "82.5", "kg"),
        (" 181.5 lbs ", "181.5", "lb"),
        ("84cm", "84", "cm"),
        ('33.5"', "33.5", "in"),
        ("18,5 %", "18.5", "%"),
        ("1750 KCAL", "1750", "kcal"),
        ("58", "58", None),
        ("5.6 mmol/l", "5.6", "mmol/l"),
    ],
)
def test_amounts_as_people_type_them(text: str, value: str, unit: str | None) -> None:
    assert parse_amount(text) == Amount(Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "kg", "-3kg", "1.2.3kg", "٣kg", "9" * 20])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        parse_amount(text)


def test_lengths_and_masses_are_whole_numbers() -> None:
    assert exact(Decimal("33.5"), "in") == exact(Decimal("85.09"), "cm") == 85_090
    assert (
        exact(Decimal(6), "ft") == exact(Decimal("1828.8"), "mm") == exact(Decimal("1.8288"), "m")
    )
    assert exact(Decimal("181.5"), "lb") == exact_mass(Decimal("181.5"), "lb")
    assert [exact(Decimal(50), unit) for unit in ("%", "kcal", "bpm", "")] == [None] * 4


@given(st.decimals(0, 1000, places=2), st.sampled_from(["kg", "lb", "cm", "in", "ft", "m"]))
def test_what_is_compared_is_the_value_to_half_a_unit(value: Decimal, unit: str) -> None:
    found = exact(value, unit)
    assert found is not None
    assert abs(found - comparable(value, unit)) <= Decimal("0.5")


def test_units_are_spelt_in_one_way() -> None:
    assert {spelt(each) for each in ("Kgs", "KG", "kilos")} == {"kg"}
    assert [spelt(unit) for unit in KINDS] == list(KINDS)
    assert spelt(" mmHg ") == "mmHg"
    assert kind_of("mmHg") == "number"


def test_no_two_types_share_a_name() -> None:
    names = [
        key
        for each in BUILT_IN
        for key in {type_key(name) for name in (each.slug, each.name, *each.aliases)}
    ]
    assert len(names) == len(set(names)) == len(BY_KEY)
    assert all(type_key(each.slug) == each.slug for each in BUILT_IN)
    assert len(BY_SLUG) == len(BUILT_IN)


@pytest.mark.parametrize("each", BUILT_IN, ids=lambda each: each.slug)
def test_the_ends_of_a_range_are_believed_and_nothing_beyond(each: MeasurementKind) -> None:
    assert each.least is not None
    assert each.most is not None
    check_amount(each, each.least, each.unit)
    check_amount(each, each.most, each.unit)
    with pytest.raises(InvalidError):
        check_amount(each, each.most + 1, each.unit)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("BW", "weight"),
        ("body-weight", "weight"),
        ("Fat %", "body_fat"),
        ("Left Biceps", "left_arm"),
        ("Biceps, left", "left_arm"),
        ("R. thigh", "right_thigh"),
        ("HIPS", "hips"),
        ("Pulse", "resting_hr"),
    ],
)
def test_types_are_found_by_what_people_call_them(text: str, slug: str) -> None:
    assert require_type(text).slug == slug


def test_a_misspelt_one_is_told_the_nearest() -> None:
    with pytest.raises(NotFoundError) as refused:
        require_type("wieght")
    assert refused.value.hints[0] == "weight"
    assert "--new" in refused.value.hints[-1]
