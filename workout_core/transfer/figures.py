"""The figures of a set from cells: load, time and distance above 0, with what rounding changed.

A load, time or distance of 0 means none. Repetitions of 0 are kept only beside a load without time and distance,
where people note a failed attempt so.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.units import METRES_PER, metres

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.transfer.reading import SourceSet
    from workout_core.vocabulary import DistanceUnit, MassUnit

MAX_METRES: Final = 10_000_000
MAX_SECONDS: Final = 1_000_000
FORGOTTEN: Final = 6 * 3600  # seconds after which nobody trains: a timer that was not stopped
TEN: Final = Decimal(10)


def figures(
    exercise: str,
    *,
    weight: str = "",
    unit: MassUnit | None = None,
    step: Decimal = text.HUNDREDTH,
    reps: str = "",
    seconds: str = "",
    distance: str = "",
    distance_unit: DistanceUnit | None = None,
) -> dict[str, Any]:
    """The fields of SourceSet that a row of these cells fills. ValueError where a cell cannot be read."""
    load, load_raw = text.quantity(weight, "weight", step, 99_999)
    time = _seconds(seconds)
    most = int(MAX_METRES / METRES_PER[distance_unit or "mi"])
    length, length_raw = text.quantity(distance, "distance", text.MILLIONTH, most)
    times = text.count(reps, "reps", 10_000)
    attempt = load is not None and time is None and length is None
    mode = "assisted" if "assisted" in exercise.casefold() else "absolute"
    return {
        "load_value": load,
        "load_unit": None if load is None else unit,
        "load_mode": None if load is None else mode,
        "reps": times if times or attempt else None,
        "duration_s": time,
        "distance_value": length,
        "distance_unit": None if length is None else distance_unit,
        "distance_m": metres(length, distance_unit) if length and distance_unit else None,
        "raw": "; ".join(filter(None, (load_raw, length_raw))) or None,
    }


def noisy(weight: str, done: SourceSet) -> Decimal | None:
    """A load without a unit as it stands, where it was rounded: its noise tells the unit."""
    return text.number(weight) if done.raw and done.load_unit is None else None


def effort(rpe: str, rir: str = "") -> dict[str, Any]:
    """The fields of an effort, given as one on a scale to 10 or as repetitions in reserve."""
    value, _ = text.quantity(rpe, "rpe", text.HUNDREDTH, 10)
    if value is not None:
        return {"rpe": value, "effort_scale": "rpe"}
    reserve = text.number(rir)
    if reserve is None:
        return {}
    if not 0 <= reserve <= TEN:
        raise ValueError(f"rir {text.quoted(rir)} is not between 0 and 10")
    return {"rpe": TEN - text.rounded(reserve, text.HUNDREDTH), "effort_scale": "rir"}


def end(start: datetime, ended: datetime | None, written: str) -> dict[str, Any]:
    """The fields of a workout that say when it ended; what cannot be an end stays as it is written."""
    if ended is None or ended == start:
        return {}
    if not 0 < (ended - start).total_seconds() <= FORGOTTEN:
        return {"extras": {"end": written}}
    return {"ended_at": ended}


def of_exercise(what: str, exercise: str, value: object) -> dict[str, Any]:
    """A fact of an exercise in a workout that has no field, for `of_workout`; `gathered` finds it again."""
    return {f"{what}\0{exercise}": value}


def gathered(what: str, said: dict[str, Any]) -> dict[str, Any]:
    """Takes the facts of that kind out of what the rows said; each by its exercise."""
    keys = [key for key in said if key.startswith(f"{what}\0")]
    return {key.partition("\0")[2]: said.pop(key) for key in keys}


def _seconds(cell: str) -> Decimal | None:
    time = text.duration(cell)
    if time is not None and time > MAX_SECONDS:
        raise ValueError(f"seconds {text.quoted(cell)} is more than {MAX_SECONDS:,}")
    return text.rounded(time, text.THOUSANDTH) or None if time else None
