"""Paces and race times of runners. Distances are metres, times seconds, unless a name says otherwise."""

from __future__ import annotations

from decimal import Decimal
from math import exp, sqrt
from typing import Final, NamedTuple

from workout_core.training.records import STANDARD_DISTANCES

MILE_M: Final = float(STANDARD_DISTANCES["1 mile"])
RIEGEL: Final = 1.06
# Riegel fitted his exponent to races between these times.
RIEGEL_FROM_S: Final = 210
RIEGEL_TO_S: Final = 13_800
BISECTIONS: Final = 100
RACES: Final[dict[str, Decimal]] = {
    "1500 m": Decimal(1500),
    "1 mile": STANDARD_DISTANCES["1 mile"],
    "3 km": Decimal(3000),
    "5 km": Decimal(5000),
    "10 km": Decimal(10_000),
    "15 km": Decimal(15_000),
    "half marathon": STANDARD_DISTANCES["half marathon"],
    "marathon": STANDARD_DISTANCES["marathon"],
}
# Shares of VDOT at which one trains (Daniels, Daniels' Running Formula).
ZONES: Final[dict[str, tuple[float, float]]] = {
    "easy": (0.65, 0.70),
    "marathon": (0.82, 0.82),
    "threshold": (0.88, 0.88),
    "interval": (0.975, 0.975),
    "repetition": (1.05, 1.05),
}


class Pace(NamedTuple):
    """How fast: seconds a kilometre and a mile, and the speed."""

    s_per_km: float
    s_per_mile: float
    kmh: float
    mph: float


def pace(distance_m: float, time_s: float) -> Pace:
    """The pace of a distance in a time; a mile is 1609.344 m, exactly. Both must be above 0."""
    speed = distance_m / time_s
    return Pace(1000 / speed, MILE_M / speed, 3.6 * speed, 3600 * speed / MILE_M)


def riegel(distance_m: float, time_s: float, to_m: float, exponent: float = RIEGEL) -> float:
    """The time over another distance: t (d2 / d1)^1.06 (Riegel, American Scientist 69:285-290, 1981).

    It holds between 3.5 minutes and 3 h 50 min, and is too hopeful for most marathons.
    """
    return float(time_s * (to_m / distance_m) ** exponent)


def oxygen_cost(speed: float) -> float:
    """VO2 (ml/kg/min) of running at a speed in m/min (Daniels & Gilbert, Oxygen Power, 1979)."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed**2


def sustained_share(minutes: float) -> float:
    """The share of VO2max that is held for some minutes (Daniels & Gilbert, Oxygen Power, 1979)."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def vdot(distance_m: float, time_s: float) -> float:
    """The VDOT (ml/kg/min) of a race: what the speed costs over the share of VO2max that is held for its time."""
    minutes = time_s / 60
    return oxygen_cost(distance_m / minutes) / sustained_share(minutes)


def time_for_vdot(value: float, distance_m: float) -> float:
    """The time over a distance that has a VDOT, by bisection: what races of equal worth take."""
    fast, slow = distance_m / 20, distance_m / 0.2
    for _ in range(BISECTIONS):
        middle = (fast + slow) / 2
        if vdot(distance_m, middle) > value:
            fast = middle
        else:
            slow = middle
    return (fast + slow) / 2


def speed_at(value: float, share: float) -> float:
    """The speed in m/s whose oxygen cost is a share of a VDOT: the paces of training."""
    cost = share * value
    return (-0.182258 + sqrt(0.182258**2 + 4 * 0.000104 * (cost + 4.60))) / (2 * 0.000104) / 60
