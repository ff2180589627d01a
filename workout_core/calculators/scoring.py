"""The strength scores that can be asked for: what each is called, whence it is, and what it needs to know."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.calculators.schemas import ScoreRead
from workout_core.errors import InvalidError
from workout_core.training import scores
from workout_core.training.rounding import rounded
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.calculators.schemas import Score, ScoreQuery
    from workout_core.training.score_tables import ScoreSex, SinclairCycle

POINT: Final = Decimal("0.0001")
COEFFICIENT: Final = Decimal("0.00000001")


class Lifter(NamedTuple):
    """Who lifted what, in kilograms; what a score does not need is None or as it comes."""

    total: float
    sex: ScoreSex = "m"
    bodyweight: float = 0
    age: int = 0
    equipped: bool = False
    full: bool = True
    cycle: SinclairCycle = scores.LATEST_CYCLE
    record: float = 0


class Scoring(NamedTuple):
    """A score: `coefficient` is points for a kilogram, `needs` what of a lifter it is counted with.

    `limits` tells why it has no value where it has none.
    """

    name: str
    source: str
    coefficient: Callable[[Lifter], float | None]
    needs: frozenset[str] = frozenset({"sex", "bodyweight"})
    limits: str = ""


def _ipf_points(lifter: Lifter) -> float | None:
    points = scores.ipf_points(
        lifter.sex, lifter.bodyweight, lifter.total, equipped=lifter.equipped, full=lifter.full
    )
    return None if points is None else points / lifter.total


def _dots_age(lifter: Lifter) -> float | None:
    factor = scores.age_coefficient(lifter.age)
    return factor and scores.dots_coefficient(lifter.sex, lifter.bodyweight) * factor


BODY: Final = frozenset({"sex", "bodyweight"})
AGED: Final = BODY | {"age"}
CLASSED: Final = BODY | {"equipped", "event"}
SCORINGS: Final[dict[Score, Scoring]] = {
    "dots": Scoring(
        "DOTS", "Konertz, BVDK, 2019", lambda x: scores.dots_coefficient(x.sex, x.bodyweight)
    ),
    "gl": Scoring(
        "IPF GL points",
        "IPF GL Coefficients, 2020",
        lambda x: scores.ipf_gl_coefficient(x.sex, x.bodyweight, equipped=x.equipped, full=x.full),
        CLASSED,
        "It begins at 35 kg of body weight.",
    ),
    "wilks": Scoring(
        "Wilks", "Wilks, 1994", lambda x: scores.wilks_coefficient(x.sex, x.bodyweight)
    ),
    "wilks2020": Scoring(
        "Wilks 2020",
        "Wilks, March 2020",
        lambda x: scores.wilks_2020_coefficient(x.sex, x.bodyweight),
    ),
    "wilks2020_first": Scoring(
        "Wilks 2020, withdrawn",
        "Wilks, January 2020",
        lambda x: scores.wilks_2020_first_coefficient(x.sex, x.bodyweight),
    ),
    "sinclair": Scoring(
        "Sinclair",
        "IWF, Sinclair Coefficients",
        lambda x: scores.sinclair_coefficient(x.sex, x.bodyweight, x.cycle),
        BODY | {"cycle"},
    ),
    "sinclair_masters": Scoring(
        "Sinclair for masters",
        "IWF Masters: Sinclair of the cycle to 2020 x Meltzer-Faber",
        lambda x: scores.masters_coefficient(x.sex, x.bodyweight, x.age),
        AGED,
    ),
    "q_points": Scoring(
        "Q-points",
        "Huebner, 2023",
        lambda x: scores.q_points_coefficient(x.sex, x.bodyweight),
        limits="It has no value for so light a body.",
    ),
    "robi": Scoring(
        "Robi points",
        "Robi, of the world record of a class",
        lambda x: scores.robi_points(x.total, x.record) / x.total,
        frozenset({"record"}),
    ),
    "dots_age": Scoring(
        "DOTS by age",
        "DOTS x Foster, McCulloch or USAPL coefficient",
        _dots_age,
        AGED,
        "Coefficients are published for ages from 14 to 90.",
    ),
    "glossbrenner": Scoring(
        "Glossbrenner",
        "Glossbrenner: the mean of Schwartz or Malone and of Wilks",
        lambda x: scores.glossbrenner_coefficient(x.sex, x.bodyweight),
    ),
    "schwartz_malone": Scoring(
        "Schwartz-Malone",
        "Schwartz, Powerlifting USA 8/1982; Malone",
        lambda x: scores.schwartz_malone_coefficient(x.sex, x.bodyweight),
    ),
    "ipf_points": Scoring(
        "IPF points",
        "IPF Formula, 2019",
        _ipf_points,
        CLASSED,
        "It begins at 40 kg of body weight, and above 0 points.",
    ),
    "nasa": Scoring(
        "NASA points",
        "NASA's table, as fitted by OpenPowerlifting",
        lambda x: scores.nasa_coefficient(x.bodyweight),
        frozenset({"bodyweight"}),
        "It begins at 30 kg of body weight.",
    ),
}


def scored(
    data: ScoreQuery,
    *,
    sex: ScoreSex | None,
    age: int | None,
    bodyweight: Decimal | None,
    bodyweight_from: str | None,
) -> ScoreRead:
    """The score of a result, with all that it needs to know; InvalidError where it has no value."""
    scoring = SCORINGS[data.score]
    total = kilograms(exact_mass(data.total, data.total_unit))
    cycle = data.cycle or scores.LATEST_CYCLE
    lifter = Lifter(
        total=float(total),
        sex=sex or "m",
        bodyweight=float(bodyweight or 0),
        age=age or 0,
        equipped=data.equipped,
        full=data.event == "full",
        cycle=cycle,
        record=_record(data) if "record" in scoring.needs else 0,
    )
    coefficient = scoring.coefficient(lifter)
    if coefficient is None:
        raise InvalidError(f"There is no {scoring.name} of this", hints=[scoring.limits])
    classed = scoring.needs >= CLASSED
    return ScoreRead(
        score=data.score,
        name=scoring.name,
        source=scoring.source,
        points=rounded(Decimal(coefficient) * total, POINT),
        coefficient=rounded(Decimal(coefficient), COEFFICIENT),
        total_kg=total,
        bodyweight_kg=bodyweight,
        bodyweight_from=bodyweight_from,
        sex=sex,
        age=age,
        equipped=data.equipped if classed else None,
        event=data.event if classed else None,
        cycle=cycle if "cycle" in scoring.needs else None,
    )


def _record(data: ScoreQuery) -> float:
    if data.record is None:
        raise InvalidError(
            "Robi points need the world record of the class", hints=["--record 400kg"]
        )
    return float(kilograms(exact_mass(data.record, data.total_unit)))
