"""Paces and race times, as they are asked and told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.calculators.schemas import (
    PaceRead,
    RaceTimeRead,
    RiegelRead,
    TrainingPaceRead,
    VdotRead,
)
from workout_core.errors import InvalidError
from workout_core.training.rounding import rounded
from workout_core.training.running import (
    MILE_M,
    RACES,
    RIEGEL_FROM_S,
    RIEGEL_TO_S,
    ZONES,
    pace,
    riegel,
    speed_at,
    time_for_vdot,
    vdot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.calculators.schemas import PaceQuery, RiegelQuery, VdotQuery

THOUSANDTH: Final = Decimal("0.001")
TENTH: Final = Decimal("0.1")
KM: Final = 1000
MARATHON_FROM_M: Final = 42_000
LEAST_VDOT: Final = 10
MOST_VDOT: Final = 100


def timed(data: PaceQuery) -> PaceRead:
    """The distance, the time and the pace, whichever of them was missing."""
    distance, time = _distance_and_time(data)
    found = pace(float(distance), float(time))
    return PaceRead(
        distance_m=rounded(distance, THOUSANDTH),
        time_s=rounded(time, THOUSANDTH),
        s_per_km=_to(found.s_per_km, THOUSANDTH),
        s_per_mile=_to(found.s_per_mile, THOUSANDTH),
        kmh=_to(found.kmh, Decimal("0.000001")),
        mph=_to(found.mph, Decimal("0.000001")),
    )


def race_worth(data: VdotQuery) -> VdotRead:
    """The VDOT, the paces of training and the races of the same worth; InvalidError off what runners do."""
    value = float(data.vdot or 0)
    if data.distance_m is not None and data.time_s is not None:
        value = vdot(float(data.distance_m), float(data.time_s))
    if not LEAST_VDOT <= value <= MOST_VDOT:
        raise InvalidError(
            "That is no race on foot: its VDOT is not between 10 and 100",
            hints=["workout calc vdot 5km 20:00"],
        )
    return VdotRead(
        vdot=_to(value, Decimal("0.000001")),
        source="Daniels & Gilbert, Oxygen Power, 1979; paces at shares of it: Daniels' Running Formula",
        distance_m=data.distance_m,
        time_s=data.time_s,
        paces=[*_paces(value)],
        items=[*_races(value)],
        notes=[*_notes(data.time_s)],
    )


def expected(data: RiegelQuery) -> RiegelRead:
    """The time over another distance, with what is to be known of it."""
    time = riegel(
        float(data.distance_m), float(data.time_s), float(data.to_m), float(data.exponent)
    )
    notes = [*_notes(data.time_s), *_notes(Decimal(time), "the answer")]
    if data.to_m >= MARATHON_FROM_M > data.distance_m:
        notes.append("most marathons take longer than this")
    return RiegelRead(
        source="Riegel, American Scientist 69:285-290, 1981: t (d2/d1)^1.06",
        distance_m=data.distance_m,
        time_s=data.time_s,
        to_m=data.to_m,
        expected_s=_to(time, THOUSANDTH),
        s_per_km=_to(time / float(data.to_m) * KM, THOUSANDTH),
        exponent=data.exponent,
        notes=notes,
    )


def _distance_and_time(data: PaceQuery) -> tuple[Decimal, Decimal]:
    if data.distance_m is None:
        assert data.time_s is not None
        assert data.s_per_km is not None
        return data.time_s / data.s_per_km * KM, data.time_s
    if data.time_s is None:
        assert data.s_per_km is not None
        return data.distance_m, data.distance_m * data.s_per_km / KM
    return data.distance_m, data.time_s


def _paces(value: float) -> Iterator[TrainingPaceRead]:
    for zone, shares in ZONES.items():
        for share in dict.fromkeys(shares):
            speed = speed_at(value, share)
            yield TrainingPaceRead(
                zone=zone,
                percent=_to(share * 100, TENTH),
                s_per_km=_to(KM / speed, TENTH),
                s_per_mile=_to(MILE_M / speed, TENTH),
            )


def _races(value: float) -> Iterator[RaceTimeRead]:
    for race, distance in RACES.items():
        time = time_for_vdot(value, float(distance))
        yield RaceTimeRead(
            race=race,
            distance_m=distance,
            time_s=_to(time, TENTH),
            s_per_km=_to(time / float(distance) * KM, TENTH),
        )


def _notes(time: Decimal | None, what: str = "the race") -> Iterator[str]:
    if time is not None and not RIEGEL_FROM_S <= time <= RIEGEL_TO_S:
        yield f"{what} is not between 3:30 and 3:50:00, for which the formula was made"


def _to(value: float, step: Decimal) -> Decimal:
    return rounded(Decimal(repr(value)), step)
