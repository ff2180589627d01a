"""Strength scores: results of people of different body weights made comparable.

Body weights and results are kilograms, and both must be above 0; a score of the wrong sex or of a guessed body
weight is worse than none, so nothing here has a default for them. None is where a score has no value.
"""

from __future__ import annotations

from math import exp, log, log10
from typing import TYPE_CHECKING, Final

from workout_core.training.score_tables import (
    AGE_COEFFICIENTS,
    AGE_FROM,
    DOTS,
    GLOSSBRENNER_TAILS,
    IPF_GL,
    IPF_POINTS,
    MASTERS,
    MASTERS_FROM,
    Q_POINTS,
    SCHWARTZ,
    SCHWARTZ_LEAST,
    SCHWARTZ_LINES,
    SCHWARTZ_MOST,
    SCHWARTZ_TO,
    SINCLAIR,
    WILKS,
    WILKS_2020,
    WILKS_2020_FIRST,
)

if TYPE_CHECKING:
    from workout_core.training.score_tables import Polynomial, ScoreSex, SinclairCycle

LEAST_GL_KG: Final = 35
LEAST_NASA_KG: Final = 30
LATEST_CYCLE: Final[SinclairCycle] = "2028"
MASTERS_CYCLE: Final[SinclairCycle] = "2020"
ROBI_EXPONENT: Final = 3.321928095


def dots_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """500 over a polynomial of the fourth degree (Konertz, BVDK, 2019), from 40 to 210 kg (men) or 150 kg (women)."""
    return _over(DOTS[sex], bodyweight)


def wilks_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """500 over a polynomial of the fifth degree (Wilks, 1994), from 40 to 201.9 kg, or 26.51 to 154.53 kg."""
    return _over(WILKS[sex], bodyweight)


def wilks_2020_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """600 over a polynomial of the fifth degree (Wilks, March 2020), from 40 to 200.95 kg, or 150.95 kg."""
    return _over(WILKS_2020[sex], bodyweight)


def wilks_2020_first_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """As it was first published in 2020 and withdrawn in March, for results of those weeks."""
    return _over(WILKS_2020_FIRST[sex], bodyweight)


def ipf_gl_coefficient(
    sex: ScoreSex, bodyweight: float, *, equipped: bool, full: bool = True
) -> float | None:
    """100 / (a - b e^(-c x)) (IPF GL Coefficients, 2020), of all three lifts or of the bench press alone.

    None below 35 kg of body weight.
    """
    curve = IPF_GL[sex, equipped, full]
    if bodyweight < LEAST_GL_KG:
        return None
    return 100 / (curve.a - curve.b * exp(-curve.c * bodyweight))


def ipf_points(
    sex: ScoreSex, bodyweight: float, lifted: float, *, equipped: bool, full: bool = True
) -> float | None:
    """500 + 100 (lifted - mean) / deviation of results at the body weight (IPF Formula, 2019); of that year only.

    None below 40 kg of body weight, and where it would be below 0.
    """
    table = IPF_POINTS[sex, equipped, full]
    if bodyweight < 40:
        return None
    mean = table.m1 * log(bodyweight) - table.m2
    deviation = table.d1 * log(bodyweight) - table.d2
    points = 500 + 100 * (lifted - mean) / deviation
    return points if points > 0 else None


def schwartz_coefficient(bodyweight: float) -> float:
    """Of men: a polynomial of the sixth degree to 126 kg, then lines (Schwartz, Powerlifting USA 8/1982).

    From 40 to 166 kg, as far as the tables go.
    """
    weight = min(max(bodyweight, SCHWARTZ_LEAST), SCHWARTZ_MOST)
    if weight <= SCHWARTZ_TO:
        return _value(SCHWARTZ, weight)
    return next(
        constant - slope * (weight - start)
        for end, start, constant, slope in SCHWARTZ_LINES
        if weight <= end
    )


def malone_coefficient(bodyweight: float) -> float:
    """Of women: 106.0116 x^-1.29303 + 0.322936 from 29.24 kg on, fitted to the table of Malone."""
    weight = max(bodyweight, 29.24)
    return float(106.011586323613 * weight**-1.293027130579051 + 0.322935585328304)


def schwartz_malone_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """Schwartz for men, Malone for women."""
    return schwartz_coefficient(bodyweight) if sex == "m" else malone_coefficient(bodyweight)


def glossbrenner_coefficient(sex: ScoreSex, bodyweight: float) -> float:
    """The mean of Schwartz or Malone and of Wilks (Glossbrenner); for the heaviest a line stands for Wilks."""
    start, slope, constant = GLOSSBRENNER_TAILS[sex]
    own = schwartz_malone_coefficient(sex, bodyweight)
    if bodyweight < start:
        return (own + wilks_coefficient(sex, bodyweight)) / 2
    return (own + slope * bodyweight + constant) / 2


def nasa_coefficient(bodyweight: float) -> float | None:
    """(0.00620912 x + 0.565697) / x, fitted by OpenPowerlifting to the NASA's table; None below 30 kg."""
    if bodyweight < LEAST_NASA_KG:
        return None
    return (0.00620912 * bodyweight + 0.565697) / bodyweight


def age_coefficient(age: int) -> float | None:
    """What a score is multiplied with at an age: Foster from 14, 1 from 23, McCulloch from 41, USAPL from 81 to 90.

    None for other ages, for which nobody has published any.
    """
    if not AGE_FROM <= age < AGE_FROM + len(AGE_COEFFICIENTS):
        return None
    return AGE_COEFFICIENTS[age - AGE_FROM]


def sinclair_coefficient(
    sex: ScoreSex, bodyweight: float, cycle: SinclairCycle = LATEST_CYCLE
) -> float:
    """10^(A log10(x/b)^2) below a body weight b, 1 from it on (IWF, Sinclair Coefficients of an Olympic cycle)."""
    exponent, heaviest = SINCLAIR[cycle][sex]
    if bodyweight >= heaviest:
        return 1.0
    return float(10 ** (exponent * log10(bodyweight / heaviest) ** 2))


def masters_factor(sex: ScoreSex, age: int) -> float:
    """What Sinclair's is multiplied with from 30 years on (IWF Masters); the last one stands for higher ages."""
    factors = MASTERS[sex]
    return factors[min(max(age - MASTERS_FROM, 0), len(factors) - 1)]


def masters_coefficient(sex: ScoreSex, bodyweight: float, age: int) -> float:
    """Sinclair's of the cycle to 2020 with the factor of an age, counted as the year less the year of birth."""
    return sinclair_coefficient(sex, bodyweight, MASTERS_CYCLE) * masters_factor(sex, age)


def q_points_coefficient(sex: ScoreSex, bodyweight: float) -> float | None:
    """T / (b0 - b1 (x/100)^-2 + b2 (x/100)^2) (Huebner, Q-points, 2023); None where that is not above 0."""
    greatest, b0, b1, b2 = Q_POINTS[sex]
    hundreds = bodyweight / 100
    expected = b0 - b1 * hundreds**-2 + b2 * hundreds**2
    return greatest / expected if expected > 0 else None


def robi_points(lifted: float, record: float) -> float:
    """1000 (lifted / record)^3.321928095: the world record of the class is 1000 points, half of it 100 (Robi)."""
    return float(1000 * (lifted / record) ** ROBI_EXPONENT)


def _over(table: Polynomial, bodyweight: float) -> float:
    weight = min(max(bodyweight, table.least), table.most)
    return table.over / _value(table.terms, weight)


def _value(terms: tuple[float, ...], x: float) -> float:
    value = 0.0
    for term in reversed(terms):
        value = value * x + term
    return value
