"""The e1RM formulas against published and computed values."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from workout_core.training.one_rep_max import (
    estimate,
    formula_max,
    multiplier,
    thirtieths,
)
from workout_core.units import exact_mass, round_half_up

VECTORS: Final = Path(__file__).with_name("vectors")


def rows(name: str) -> list[dict[str, Any]]:
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


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


NEAREST = [each for each in listed("rounding.json")["cases"] if each["mode"] == "nearest"]


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


@pytest.mark.parametrize("row", listed("units.json")["comparisons"], ids=str)
def test_masses_are_compared_exactly(row: dict[str, Any]) -> None:
    first, second = mass(row["a"]), mass(row["b"])
    assert (first == second) is row["equal"]
    if not row["equal"]:
        assert (first > second) is (row["greater"] == "a")


@pytest.mark.parametrize("row", listed("units.json")["conversions"], ids=lambda row: row["typed"])
def test_masses_are_as_exact_as_their_definition(row: dict[str, str]) -> None:
    assert abs(mass(row["typed"]) * 10 - int(row["canonical_ug"])) <= 5  # ours is a tenth as fine
    if "kg_exact" in row:
        assert mass(row["typed"]) == exact_mass(Decimal(row["kg_exact"]), "kg")
