"""The calculators: pure functions, but for a score, which may be of the user's own body."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.calculators.converting import in_unit
from workout_core.calculators.lifting import maximum, rated
from workout_core.calculators.loading import loaded_bar, warmed_up
from workout_core.calculators.running import expected, race_worth, timed
from workout_core.calculators.schemas import (
    ConversionQuery,
    ConversionRead,
    OneRepMaxQuery,
    OneRepMaxRead,
    PaceQuery,
    PaceRead,
    PlatesQuery,
    PlatesRead,
    RiegelQuery,
    RiegelRead,
    RpeQuery,
    RpeRead,
    ScoreQuery,
    ScoreRead,
    VdotQuery,
    VdotRead,
    WarmupQuery,
    WarmupRead,
)
from workout_core.calculators.scoring import SCORINGS, scored
from workout_core.errors import InvalidError
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from workout_core.accounts.repository import AccountRepository
    from workout_core.body.repository import MeasurementRepository
    from workout_core.gyms.repository import GymRepository
    from workout_core.training.score_tables import ScoreSex

TABLES: Final[dict[str, ScoreSex]] = {"m": "m", "f": "f"}


class CalculatorService:
    def __init__(
        self,
        accounts: AccountRepository,
        measurements: MeasurementRepository,
        gyms: GymRepository,
    ) -> None:
        self._accounts = accounts
        self._measurements = measurements
        self._gyms = gyms

    async def one_rep_max(self, data: OneRepMaxQuery) -> OneRepMaxRead:
        """The one-rep maximum that a set stands for, or the weight of a set for a maximum."""
        return maximum(data)

    async def rpe(self, data: RpeQuery) -> RpeRead:
        """The share of the one-rep maximum at which a set with an effort is."""
        return rated(data)

    async def score(self, data: ScoreQuery) -> ScoreRead:
        """A strength score; sex, age and body weight are the user's own, where they are known and none are given."""
        scoring = SCORINGS[data.score]
        person = await self._accounts.person()
        weight, whence = None, None
        if "bodyweight" in scoring.needs:
            weight, whence = await self._bodyweight(data)
        sex = _sex(data.sex or person["sex"]) if "sex" in scoring.needs else None
        age = self._age(data.age, person["birth_year"]) if "age" in scoring.needs else None
        return scored(data, sex=sex, age=age, bodyweight=weight, bodyweight_from=whence)

    async def plates(self, data: PlatesQuery) -> PlatesRead:
        """The plates of a load; of several one after another, those that make for the fewest moves.

        What is not given is as it is in the gym in use, else as is usual.
        """
        return loaded_bar(data, await self._gyms.in_use() or {})

    async def warmup(self, data: WarmupQuery) -> WarmupRead:
        """The warm-up sets for a working weight, rounded to what the gym in use can load."""
        return warmed_up(data, await self._gyms.in_use() or {})

    async def pace(self, data: PaceQuery) -> PaceRead:
        """The third of a distance, a time and a pace, and the speed."""
        return timed(data)

    async def vdot(self, data: VdotQuery) -> VdotRead:
        """The VDOT of a race, the paces of training that it stands for, and races of the same worth."""
        return race_worth(data)

    async def riegel(self, data: RiegelQuery) -> RiegelRead:
        """The time that a race lets expect over another distance."""
        return expected(data)

    async def convert(self, data: ConversionQuery) -> ConversionRead:
        """An amount in another unit."""
        return in_unit(data)

    async def _bodyweight(self, data: ScoreQuery) -> tuple[Decimal, str]:
        """The body weight in kilograms, and where it comes from."""
        if data.bodyweight is not None:
            return kilograms(exact_mass(data.bodyweight, data.bodyweight_unit)), "given"
        for row in await self._measurements.latest(["weight"]):
            if row["exact"]:
                return kilograms(row["exact"]), row["local_date"].isoformat()
        raise InvalidError(
            "A score needs your body weight",
            hints=["--bodyweight 82.5kg", "workout body log weight 82.5kg"],
        )

    def _age(self, given: int | None, birth_year: int | None) -> int:
        if given is not None:
            return given
        if birth_year is not None:
            return self._accounts.now.year - birth_year
        raise InvalidError(
            "This score needs your age", hints=["--age 45", "workout profile set --born 1981"]
        )


def _sex(known: str | None) -> ScoreSex:
    """The sex of the tables; what is neither has none, and nobody but the lifter can say which one to take."""
    if (sex := TABLES.get(known or "")) is not None:
        return sex
    raise InvalidError(
        "A score is of tables for men and for women: it needs to know which to take",
        hints=["--sex f", "--sex m", "workout profile set --sex f"],
    )
