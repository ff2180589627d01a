"""How exercises are tracked, and what to say about an amount or a load that one doesn't have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.workouts.notation.quantities import measure_at, number_at
from workout_core.workouts.notation.source import Span

if TYPE_CHECKING:
    from workout_core.errors import NotationError
    from workout_core.vocabulary import Tracking
    from workout_core.workouts.notation.cursor import Cursor
    from workout_core.workouts.notation.model import Known

TRACKED: Final[dict[Tracking, str]] = {
    "weight_reps": "load and repetitions",
    "bodyweight_reps": "body weight and repetitions",
    "reps": "repetitions",
    "duration": "time",
    "weight_duration": "load and time",
    "distance": "distance",
    "weight_distance": "load and distance",
}
EXAMPLES: Final[dict[Tracking, str]] = {
    "weight_reps": "100kgx5",
    "bodyweight_reps": "3x8",
    "reps": "3x20",
    "duration": "3x60s",
    "weight_duration": "20kgx45s",
    "distance": "5km 25:00",
    "weight_distance": "24kgx40m",
}
COUNTED: Final = frozenset({"weight_reps", "bodyweight_reps", "reps"})
WEIGHTED: Final = frozenset({"weight_reps", "weight_duration", "weight_distance"})
BODILY: Final = frozenset({"bodyweight_reps", "reps"})
TRAVELLED: Final = frozenset({"distance", "weight_distance"})
UNITS_MEANT: Final[dict[Tracking, tuple[str, ...]]] = {
    "duration": ("s", "min"),
    "weight_duration": ("s", "min"),
    "distance": ("km", "m"),
    "weight_distance": ("m", "km"),
}


def not_tracked(cursor: Cursor, exercise: Known, span: Span) -> NotationError:
    """What to raise for an amount or a load that this exercise doesn't have."""
    typed = cursor.source.text(span)
    message = f"{exercise.name} is tracked by {TRACKED[exercise.tracking]}, which {typed} is not."
    everything = Span(cursor.begin, len(cursor.source.body) + 1)
    hint = cursor.source.instead(everything, EXAMPLES[exercise.tracking])
    return cursor.source.refuse_with("E_TRACKING", message, span, [hint])


def wrong_measure(cursor: Cursor, exercise: Known) -> NotationError:
    """What to raise for the amount that comes next; a number without a unit is shown those that it may have."""
    span = cursor.word_span()
    number = number_at(cursor)
    meant = UNITS_MEANT.get(exercise.tracking, ())
    if number is None or not meant:
        return not_tracked(cursor, exercise, span)
    minutes = "min" in meant and cursor.glued("m", ahead=number.tokens)
    if not minutes and measure_at(cursor) != "number":
        return not_tracked(cursor, exercise, span)
    typed, place = cursor.source.text(number.span), number.span
    if minutes:
        meant, place = ("min", "s"), Span(place.start, place.end + 1)
    shown = cursor.source.text(place)
    message = f"{exercise.name} is tracked by {TRACKED[exercise.tracking]}: {shown} of what?"
    return cursor.source.refuse("E_TRACKING", message, place, *(typed + unit for unit in meant))
