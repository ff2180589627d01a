"""The e1RM formulas against published and computed values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.core.vectors_of import document, rows
from workout_core.calculators.lifting import maximum
from workout_core.calculators.schemas import OneRepMaxQuery
from workout_core.training.one_rep_max import (
    estimate,
    formula_max,
    multiplier,
    thirtieths,
)
from workout_core.units import exact_mass, round_half_up


@pytest.mark.parametrize("row", rows("e1rm.csv"), ids=lambda row: "-".join(list(row.values())[:3]))
def test_a_formula_gives_what_was_published(row: dict[str, Any]) -> None:
    found = formula_max(float(row["weight"]), float(row["reps"]), row["formula"])
    expected = row["expected_1rm"]
    if found is None:
        assert not expected.replace(".", "").isdecimal()
    elif row["abs_tol"] == "trunc":
        assert int(found) == int(expected)
    else:
        assert found == pytest.approx(float(expected), rel=0, abs=float(row["abs_tol"]))


@pytest.mark.parametrize(
    "row", rows("e1rm_inverse.csv"), ids=lambda row: f"{row['formula']}-{row['reps']}"
)
def test_a_maximum_gives_the_weight_of_a_set(row: dict[str, Any]) -> None:
    formula, most, reps = row["formula"], row["one_rm"], int(row["reps"])
    expected = float(row["expected_weight"])
    times = multiplier(reps, formula)
    assert times is not None
    assert float(most) / times == pytest.approx(expected, rel=0, abs=5e-7)
    assert formula_max(expected, reps, formula) == pytest.approx(float(most), rel=1e-7)
    if reps > 1:  # a single is a maximum, whatever a formula says
        asked = OneRepMaxQuery(max=Decimal(most), reps=reps, formula=formula)
        assert float(maximum(asked).weight) == pytest.approx(expected, rel=0, abs=0.00501)


@pytest.mark.parametrize(
    ("formula", "reps"), [("brzycki", 37), ("brzycki", 40), ("lander", 38), ("lombardi", 0)]
)
def test_where_a_formula_has_no_value_it_gives_none(formula: Any, reps: int) -> None:
    assert multiplier(reps, formula) is None
    assert formula_max(100, reps, formula) is None


@pytest.mark.parametrize(
    ("reps", "rpe", "expected"),
    [
        (1, None, 100),
        (1, "10", 100),
        (1, "9", 100 * (1 + 2 / 30)),
        (5, None, 100 * (1 + 5 / 30)),
        (5, "8", 100 * (1 + 7 / 30)),
        (5, "7.5", 100 * (1 + 7.5 / 30)),
        (12, None, 140),
        (12, "9.5", None),
        (13, None, None),
        (0, None, None),
        (None, None, None),
    ],
)
def test_what_is_shown_goes_by_the_rules(
    reps: int | None, rpe: str | None, expected: float | None
) -> None:
    effort = None if rpe is None else Decimal(rpe)
    assert estimate(100, reps, effort) == (expected and pytest.approx(expected))
    exact = thirtieths(exact_mass(Decimal(100), "kg"), reps, effort)
    assert (exact and float(exact) / 30e8) == (expected and pytest.approx(expected))


NEAREST = [each for each in document("rounding.json")["cases"] if each["mode"] == "nearest"]


@pytest.mark.parametrize("case", NEAREST, ids=str)
def test_loads_are_rounded_half_away_from_zero(case: dict[str, str]) -> None:
    exact = (
        Decimal(case["value"])
        if "value" in case
        else Decimal(case["training_max"]) * Decimal(case["pct"])
    )
    assert round_half_up(exact, Decimal(case["increment"])) == Decimal(case["expected"])


def mass(text: str) -> int:
    value, unit = text.split()
    return exact_mass(Decimal(value), "lb" if unit == "lb" else "kg")


@pytest.mark.parametrize("row", document("units.json")["comparisons"], ids=str)
def test_masses_are_compared_exactly(row: dict[str, Any]) -> None:
    first, second = mass(row["a"]), mass(row["b"])
    assert (first == second) is row["equal"]
    if not row["equal"]:
        assert (first > second) is (row["greater"] == "a")


@pytest.mark.parametrize("row", document("units.json")["conversions"], ids=lambda row: row["typed"])
def test_masses_are_as_exact_as_their_definition(row: dict[str, str]) -> None:
    assert abs(mass(row["typed"]) * 10 - int(row["canonical_ug"])) <= 5  # ours is a tenth as fine
    if "kg_exact" in row:
        assert mass(row["typed"]) == exact_mass(Decimal(row["kg_exact"]), "kg")
