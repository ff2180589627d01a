"""The arithmetic of training against what was published, each value to its own tolerance."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.vectors_of import document, rows, str_of
from workout_core.calculators.reading import parse_time
from workout_core.training import scores
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


@pytest.mark.parametrize("row", rows("rpe_rts_chart.csv"), ids=str_of)
def test_the_chart_is_the_printed_one_and_the_curve_follows_it(row: dict[str, str]) -> None:
    reps, rpe, percent = int(row["reps"]), Decimal(row["rpe"]), Decimal(row["pct_1rm"])
    assert rts_percent(reps, rpe) == percent
    assert polynomial_share(reps, rpe) == pytest.approx(float(percent) / 100, abs=0.006)


@pytest.mark.parametrize("each", document("rpe_opl_polynomial.json"), ids=str_of)
def test_the_curve_is_the_published_one(each: dict[str, Any]) -> None:
    found = polynomial_share(each["reps"], Decimal(str(each["rpe"])))
    assert found == pytest.approx(each["multiplier"], rel=0, abs=5e-7)


def test_beyond_the_chart_there_is_nothing() -> None:
    for reps, rpe in ((0, "8"), (13, "8"), (5, "5.5"), (5, "10.5"), (5, "8.25")):
        assert rts_percent(reps, Decimal(rpe)) is None
        assert share(reps, Decimal(rpe)) is None
    assert polynomial_share(0, Decimal(8)) is polynomial_share(5, Decimal(11)) is None


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


@pytest.mark.parametrize("row", rows("strength_scores.csv"), ids=str_of)
def test_a_score_is_the_published_one(row: dict[str, str]) -> None:
    tolerance = float(row["abs_tol"])
    assert scored(row) == pytest.approx(float(row["expected"]), rel=0, abs=tolerance)


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


@pytest.mark.parametrize("row", rows("running.csv"), ids=str_of)
def test_a_run_takes_as_long_as_was_published(row: dict[str, str]) -> None:
    given, expected = json.loads(row["input_json"]), json.loads(row["expected"])
    tolerance = float(row["abs_tol"])
    if row["kind"] == "pace":
        found: Any = pace(given["m"], time(given["t"]))._asdict()
        found = {name: found[name] for name in expected}
    else:
        found = RUNS[row["kind"]](given)
    assert found == pytest.approx(expected, rel=0, abs=tolerance)


WARMUPS: Final = document("warmups.json")
SCHEME_NAMES: Final = {"liftmath_style": "single", "wendler_531_of_TM": "five_three_one"}


@pytest.mark.parametrize("case", WARMUPS["cases"], ids=str_of)
def test_warm_ups_lead_to_the_working_weight(case: dict[str, Any]) -> None:
    work, bar, step = (Decimal(case[name]) for name in ("work", "bar", "increment"))
    steps = SCHEMES[SCHEME_NAMES.get(case["scheme"], case["scheme"])]
    sets = warmup(work, bar, partial(rounded, step=step), steps)
    made = [[str(each.weight), each.reps] for each in sets]
    assert made == case["expected"]


@pytest.mark.parametrize("case", WARMUPS["liftosaur_thresholds_strictly_greater"], ids=str_of)
def test_a_heavier_weight_has_more_warm_ups(case: dict[str, Any]) -> None:
    nearest = partial(rounded, step=Decimal(1))
    sets = warmup(Decimal(case["work"]), Decimal(1), nearest, steps_of("by_weight", "lb"))
    assert [float(each.share or 0) for each in sets] == case["expected_pct"]
    assert THRESHOLDS["kg"] < THRESHOLDS["lb"]


@pytest.mark.parametrize("case", document("rounding.json")["cases"], ids=str_of)
def test_loads_are_rounded_as_spreadsheets_do_it(case: dict[str, str]) -> None:
    mode: Any = case["mode"]
    value = Decimal(case.get("value") or case["exact"])
    assert rounded(value, Decimal(case["increment"]), mode) == Decimal(case["expected"])


UNITS: Final = document("units.json")


@pytest.mark.parametrize("case", UNITS["conversions"], ids=lambda case: case["typed"])
def test_a_mass_is_converted_as_units_are_defined(case: dict[str, str]) -> None:
    typed, unit = case["typed"].split()
    to = "kg" if unit == "lb" else "lb"
    value = converted(Decimal(typed), unit, to)
    assert value is not None
    if "kg_exact" in case:
        assert value == Decimal(case["kg_exact"])
    else:
        assert round(value, 12) == Decimal(case["lb_12_digits"])
    for digits in (1, 2):
        assert shown(value, digits) == case[f"{to}_display_{digits}"]


@pytest.mark.parametrize("case", UNITS["display_snap_examples"], ids=str_of)
def test_kilograms_meet_the_pounds_that_were_meant(case: dict[str, str]) -> None:
    assert meet_pounds(Decimal(case["kg"])) == Decimal(case["lb_snapped"])


@pytest.mark.parametrize("case", UNITS["round_trips"], ids=lambda case: case["typed"])
def test_what_was_typed_comes_back_from_the_other_unit(case: dict[str, str]) -> None:
    typed, unit = case["typed"].split()
    to = "kg" if unit == "lb" else "lb"
    there = converted(Decimal(typed), unit, to)
    assert there is not None
    assert shown(there, 1) == case[f"display_in_{to}"]
    back = converted(there, to, unit)
    assert back is not None
    assert round(back, 20) == Decimal(case.get(f"back_in_{unit}", typed))


def shown(value: Decimal, digits: int) -> str:
    return str(value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def test_other_units_are_converted_as_they_are_defined() -> None:
    assert converted(Decimal(10), "mi", "km") == Decimal("16.09344")
    assert converted(Decimal(1), "st", "lb") == 14
    assert converted(Decimal(1), "kg", "km") is converted(Decimal(1), "x", "kg") is None


LOADS: Final = document("training_load.json")


def test_training_load_over_weeks() -> None:
    days = list(forms(LOADS["daily_srpe_loads_28d"]))
    close: dict[str, Any] = {"rel": 0, "abs": 1e-5}
    assert [each.fitness for each in days] == pytest.approx(LOADS["ctl_exp"], **close)
    assert [each.fatigue for each in days] == pytest.approx(LOADS["atl_exp"], **close)
    form = [each.form for each in days]
    assert form == pytest.approx(LOADS["tsb_same_day_exp"], **close)
    assert [0, *form[:-1]] == pytest.approx(LOADS["tsb_prev_day_exp"], **close)


@pytest.mark.parametrize("case", LOADS["session_load"], ids=str_of)
def test_a_session_is_its_effort_times_its_minutes(case: dict[str, Any]) -> None:
    assert session_load(case["rpe"], case["minutes"]) == case["expected"]


@pytest.mark.parametrize("case", LOADS["foster_weeks"], ids=str_of)
def test_a_week_may_be_monotonous(case: dict[str, Any]) -> None:
    week = week_of(case["loads"])
    assert week.load == case["weekly_load"]
    for name, value in (("monotony", week.monotony), ("strain", week.strain)):
        expected = case[f"{name}_population"]
        assert value == (expected and pytest.approx(expected, rel=1e-6)), name
