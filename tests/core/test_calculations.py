"""The arithmetic of training against what was published, each value to its own tolerance."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.vectors_of import document, missed, rows
from workout_core.calculators.reading import parse_time
from workout_core.training import scores
from workout_core.training.bodyweight import moved
from workout_core.training.conversion import converted, meet_pounds
from workout_core.training.one_rep_max import FORMULAS, formula_max, fraction
from workout_core.training.rounding import rounded
from workout_core.training.rpe import polynomial_share, rts_percent, share
from workout_core.training.running import (
    MILE_M,
    pace,
    riegel,
    speed_at,
    time_for_vdot,
    vdot,
)
from workout_core.training.training_load import forms, session_load, week_of
from workout_core.training.warmup import SCHEMES, THRESHOLDS, steps_of, warmup
from workout_core.units import exact_mass

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.training.score_tables import ScoreSex


def test_fractions_are_the_formulas_and_exact() -> None:
    for formula in FORMULAS:
        for total in (Decimal(2), Decimal("5.5"), Decimal(12)):
            times, over = fraction(total, formula)
            expected = formula_max(100, float(total), formula)
            assert float(100 * times / over) == pytest.approx(expected, rel=1e-12), formula
        assert fraction(Decimal(1), formula) == (Decimal(1), Decimal(1))
    times, over = fraction(Decimal("3.5"))
    assert Decimal("99.9") * times / over == Decimal("111.555")  # a float has less


def test_the_chart_is_the_printed_one_and_nothing_beyond_it() -> None:
    wrong = [
        row
        for row in rows("rpe_rts_chart.csv")
        if rts_percent(int(row["reps"]), Decimal(row["rpe"])) != Decimal(row["pct_1rm"])
    ]
    assert wrong == []
    for reps, rpe in ((0, "8"), (13, "8"), (5, "5.5"), (5, "10.5"), (5, "8.25")):
        assert rts_percent(reps, Decimal(rpe)) is None
        assert share(reps, Decimal(rpe)) is None


def test_the_curve_follows_the_chart() -> None:
    wrong = []
    for each in document("rpe_opl_polynomial.json"):
        found = polynomial_share(each["reps"], Decimal(str(each["rpe"])))
        wrong += missed(found, each["multiplier"], 5e-7, each)
    assert wrong == []
    assert polynomial_share(0, Decimal(8)) is polynomial_share(5, Decimal(11)) is None
    for row in rows("rpe_rts_chart.csv"):
        found = polynomial_share(int(row["reps"]), Decimal(row["rpe"]))
        assert found == pytest.approx(float(row["pct_1rm"]) / 100, abs=0.006)


COEFFICIENTS: Final[dict[str, Callable[[ScoreSex, float], float | None]]] = {
    "dots": scores.dots_coefficient,
    "wilks": scores.wilks_coefficient,
    "wilks2020a": scores.wilks_2020_first_coefficient,
    "wilks2020b": scores.wilks_2020_coefficient,
    "glossbrenner": scores.glossbrenner_coefficient,
    "schwartzmalone": scores.schwartz_malone_coefficient,
    "schwartz": scores.schwartz_malone_coefficient,
    "malone": scores.schwartz_malone_coefficient,
    "qpoints_2023": scores.q_points_coefficient,
    "nasa": lambda _, bodyweight: scores.nasa_coefficient(bodyweight),
}


def scored(row: dict[str, str]) -> float | None:
    """The score, or the coefficient, that a row asks."""
    formula = row["formula"].removesuffix("_coefficient")
    sex: ScoreSex = "f" if row["sex"] == "F" else "m"
    bodyweight, lifted = float(row["bodyweight_kg"] or 0), float(row["lifted_kg"] or 1)
    age, contest = int(row["age"] or 0), {"equipped": row["equipment"] == "single"}
    contest["full"] = row["event"] == "sbd"
    if formula == "ipf_points_2019":
        return scores.ipf_points(sex, bodyweight, lifted, **contest)
    if formula == "robi":
        return scores.robi_points(lifted, float(row["event"].partition("wr=")[2]))
    if formula == "ipf_gl":
        times = scores.ipf_gl_coefficient(sex, bodyweight, **contest)
    elif formula == "age":
        times = scores.age_coefficient(age)
    elif formula == "dots_age":
        times = scores.dots_coefficient(sex, bodyweight) * (scores.age_coefficient(age) or 0)
    elif formula == "sinclair_masters_2020":
        times = scores.masters_coefficient(sex, bodyweight, age)
    elif formula.startswith("sinclair"):
        cycle: Any = formula[-4:]
        times = scores.sinclair_coefficient(sex, bodyweight, cycle)
    else:
        times = COEFFICIENTS[formula](sex, bodyweight)
    return None if times is None else times * lifted


def test_scores_are_those_that_were_published() -> None:
    table = rows("strength_scores.csv")
    wrong = [
        line
        for row in table
        for line in missed(scored(row), float(row["expected"]), float(row["abs_tol"]), row)
    ]
    assert wrong == []
    assert len({row["formula"] for row in table}) > 15


def test_where_there_is_no_score_there_is_none() -> None:
    assert scores.ipf_gl_coefficient("f", 34.9, equipped=False) is None
    assert scores.ipf_points("m", 39, 500, equipped=False) is None
    assert scores.ipf_points("m", 100, 50, equipped=False) is None
    assert scores.nasa_coefficient(29) is scores.q_points_coefficient("f", 20) is None
    assert scores.age_coefficient(13) is scores.age_coefficient(91) is None
    assert scores.masters_factor("m", 20) == 1
    assert scores.masters_factor("f", 99) == scores.masters_factor("f", 80) == 2.714


RUNS: Final[dict[str, Callable[[Any], float]]] = {
    "vdot": lambda x: vdot(x["m"], time(x["t"])),
    "race_equivalent": lambda x: time_for_vdot(vdot(x["from_m"], time(x["from_t"])), x["to_m"]),
    "time_for_vdot": lambda x: time_for_vdot(x["vdot"], x["m"]),
    "riegel": lambda x: riegel(x["m1"], time(x["t1"]), x["m2"], x["k"]),
    "train_pace_per_mile": lambda x: MILE_M / speed_at(x["vdot"], x["pct"]),
}


def time(text: str) -> float:
    return float(parse_time(text))


def test_runs_take_as_long_as_was_published() -> None:
    wrong = []
    for row in rows("running.csv"):
        given, tolerance = json.loads(row["input_json"]), float(row["abs_tol"])
        if row["kind"] == "pace":
            found = pace(given["m"], time(given["t"]))._asdict()
            for name, expected in json.loads(row["expected"]).items():
                wrong += missed(found[name], expected, tolerance, (row, name))
        else:
            wrong += missed(RUNS[row["kind"]](given), float(row["expected"]), tolerance, row)
    assert wrong == []


def test_warm_ups_lead_to_the_working_weight() -> None:
    found = document("warmups.json")
    names = {"liftmath_style": "single", "wendler_531_of_TM": "five_three_one"}
    for case in found["cases"]:
        work, bar, step = (Decimal(case[name]) for name in ("work", "bar", "increment"))
        steps = SCHEMES[names.get(case["scheme"], case["scheme"])]
        sets = warmup(work, bar, partial(rounded, step=step), steps)
        made = [[str(each.weight), each.reps] for each in sets]
        assert made == case["expected"], case
    for case in found["liftosaur_thresholds_strictly_greater"]:
        nearest = partial(rounded, step=Decimal(1))
        sets = warmup(Decimal(case["work"]), Decimal(1), nearest, steps_of("by_weight", "lb"))
        assert [float(each.share or 0) for each in sets] == case["expected_pct"], case
    assert THRESHOLDS["kg"] < THRESHOLDS["lb"]


def test_loads_are_rounded_as_spreadsheets_do_it() -> None:
    for case in document("rounding.json")["cases"]:
        value = Decimal(case.get("value") or case["exact"])
        found = rounded(value, Decimal(case["increment"]), case["mode"])
        assert found == Decimal(case["expected"]), case


def test_units_are_converted_as_they_are_defined() -> None:
    found = document("units.json")
    for case in found["conversions"]:
        typed, unit = case["typed"].split()
        to = "kg" if unit == "lb" else "lb"
        value = converted(Decimal(typed), unit, to)
        assert value is not None
        if "kg_exact" in case:
            assert value == Decimal(case["kg_exact"]), case
        else:
            assert round(value, 12) == Decimal(case["lb_12_digits"]), case
        for digits in (1, 2):
            shown = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
            assert str(shown) == case[f"{to}_display_{digits}"], case
    for case in found["display_snap_examples"]:
        assert meet_pounds(Decimal(case["kg"])) == Decimal(case["lb_snapped"]), case
    assert converted(Decimal(10), "mi", "km") == Decimal("16.09344")
    assert converted(Decimal(1), "st", "lb") == 14
    assert converted(Decimal(1), "kg", "km") is converted(Decimal(1), "x", "kg") is None


def test_training_load_over_weeks() -> None:
    found, wrong = document("training_load.json"), []
    before = 0.0
    for number, day in enumerate(forms(found["daily_srpe_loads_28d"])):
        wrong += missed(day.fitness, found["ctl_exp"][number], 1e-5, number)
        wrong += missed(day.fatigue, found["atl_exp"][number], 1e-5, number)
        wrong += missed(day.form, found["tsb_same_day_exp"][number], 1e-5, number)
        wrong += missed(before, found["tsb_prev_day_exp"][number], 1e-5, number)
        before = day.form
    for case in found["session_load"]:
        wrong += missed(session_load(case["rpe"], case["minutes"]), case["expected"], 0, case)
    assert wrong == []


def test_a_week_may_be_monotonous() -> None:
    for case in document("training_load.json")["foster_weeks"]:
        week = week_of(case["loads"])
        assert week.load == case["weekly_load"]
        for name, value in (("monotony", week.monotony), ("strain", week.strain)):
            expected = case[f"{name}_population"]
            assert value == (expected and pytest.approx(expected, rel=1e-6)), case


def test_a_move_of_the_body_lifts_its_share() -> None:
    for case in document("bodyweight_loads.json")["loads"]:
        unit: Any = case["unit"]
        effective = moved(
            exact_mass(Decimal(case["bodyweight"]), unit),
            Decimal(case["fraction"]),
            added=exact_mass(Decimal(case["added"]), unit),
            assistance=exact_mass(Decimal(case["assistance"]), unit),
        )
        assert effective == exact_mass(Decimal(case["effective_load"]), unit), case
    assert moved(None, Decimal(1), added=5) is None
