"""What can be drawn of an exercise: by which rule a day has a value, what is better, and for which kinds it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from workout_core.charts.schemas import Measure
    from workout_core.vocabulary import Tracking

_LIFTED: Final[tuple[Measure, ...]] = ("e1rm", "volume", "reps", "weight")
_MOVED: Final[tuple[Measure, ...]] = ("reps", "volume", "weight", "e1rm")
# What an exercise has by what is counted of it; the first that a day of it has is drawn unless another is asked for.
OF_TRACKING: Final[Mapping[Tracking, tuple[Measure, ...]]] = {
    "weight_reps": _LIFTED,
    "bodyweight_reps": _MOVED,
    "reps": _MOVED,
    "duration": ("duration",),
    "weight_duration": ("duration", "weight"),
    "distance": ("pace", "distance", "duration"),
    "weight_distance": ("distance", "weight", "duration", "pace"),
}
EFFORTS: Final = ("pace", "distance", "duration")
MASSES: Final = ("e1rm", "volume", "weight")
UNITS: Final[Mapping[Measure, str]] = {
    "reps": "reps",
    "pace": "s/km",
    "distance": "m",
    "duration": "s",
}
RULES: Final[Mapping[Measure, str]] = {
    "e1rm": (
        "The best estimate of a day, by {formula}, with repetitions in reserve (10 - RPE) counted as"
        " repetitions; a single to failure is the weight itself, and above twelve repetitions nothing"
        " is estimated. Moves of the body lift its share of the body weight, and what was added."
        " Warm-ups don't count."
    ),
    "volume": (
        "Weight x repetitions of a day's sets, of both sides where each side did them, times 2 where each hand has a"
        " weight. Moves of the body lift its share of the body weight, and what was added. Warm-ups don't count."
    ),
    "reps": "The most repetitions of a day in one set. Warm-ups don't count.",
    "weight": (
        "The heaviest load of a day that was lifted, held or carried, as it was typed: of moves of the body what was"
        " added, help below 0. Warm-ups don't count."
    ),
    "pace": (
        "The time of a day's sets over their distance, of those that have both: less is faster. Warm-ups don't count."
    ),
    "distance": "The distance of a day's sets together. Warm-ups don't count.",
    "duration": "The longest time of a day in one set. Warm-ups don't count.",
}


def goes_by_effort(tracking: Tracking, measure: Measure) -> bool:
    """Whether a measure is of times and distances, or of a load that is held or carried."""
    return measure in EFFORTS or (measure == "weight" and "duration" in OF_TRACKING[tracking])


def beats(measure: Measure, value: Decimal, best: Decimal) -> bool:
    """Whether a value is better than the best so far."""
    return value < best if measure == "pace" else value > best
