"""What a set did: lists of repetitions with their suffix, times, a distance; and how many sets of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.workouts.notation.draft import NO_SUFFIX, Amount, Suffix
from workout_core.workouts.notation.quantities import (
    MASSES,
    measure_at,
    number_at,
    out_of_range,
    take_distance,
    take_time,
)
from workout_core.workouts.notation.source import Span

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.errors import NotationError
    from workout_core.vocabulary import SetKind, Side, Tracking
    from workout_core.workouts.notation.cursor import Cursor
    from workout_core.workouts.notation.model import Known

MOST_SETS: Final = 50
MOST_REPS: Final = 10_000

KINDS: Final[dict[str, SetKind]] = {
    "w": "warmup",
    "d": "drop",
    "f": "failure",
    "p": "restpause",
}
SIDES: Final[dict[str, Side]] = {"l": "left", "r": "right", "ea": "each"}
SUFFIXES: Final[dict[str, tuple[SetKind | None, Side | None]]] = {
    letter + side: (kind, where)
    for letter, kind in [("", None), *KINDS.items()]
    for side, where in [("", None), *SIDES.items()]
    if letter or side
}

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


class Amounts(NamedTuple):
    """The amounts of a round, with what stands behind them."""

    each: tuple[Amount, ...]
    suffix: Suffix
    span: Span


def not_tracked(cursor: Cursor, exercise: Known, span: Span, *spellings: str) -> NotationError:
    """What to raise for an amount or a load that this exercise doesn't have."""
    typed = cursor.source.text(span)
    message = f"{exercise.name} is tracked by {TRACKED[exercise.tracking]}, which {typed} is not."
    spellings = spellings or (EXAMPLES[exercise.tracking],)
    return cursor.source.refuse("E_TRACKING", message, span, *spellings)


def take_amounts(cursor: Cursor, exercise: Known) -> Amounts:
    """The amounts that come next, of the sort that the exercise is tracked by."""
    start = cursor.column
    measure = measure_at(cursor)
    if measure in ("mass", "percent"):
        raise _second_load(cursor)
    if measure is None:
        raise _no_amount(cursor, exercise)
    if exercise.tracking in COUNTED and measure == "number":
        return _reps(cursor)
    if exercise.tracking not in COUNTED and measure == "time":
        return Amounts(_times(cursor), NO_SUFFIX, cursor.since(start))
    if exercise.tracking in TRAVELLED and measure == "distance":
        value, unit, length = take_distance(cursor)
        amount = Amount(distance_m=length, distance_value=value, distance_unit=unit)
        return Amounts((amount,), NO_SUFFIX, cursor.since(start))
    raise _wrong_measure(cursor, exercise)


def _wrong_measure(cursor: Cursor, exercise: Known) -> NotationError:
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


def _second_load(cursor: Cursor) -> NotationError:
    span = cursor.word_span()
    message = (
        f"{cursor.source.text(span)} is a load, and a group of sets has one: load x reps x sets."
    )
    return cursor.source.refuse("E_SYNTAX", message, span)


def _no_amount(cursor: Cursor, exercise: Known) -> NotationError:
    amount = EXAMPLES[exercise.tracking].rpartition("x")[2].partition(" ")[0]
    if cursor.ended:
        span = Span(cursor.end, cursor.end)
        message = "Nothing follows the x: how many, how long or how far?"
        return cursor.source.refuse("E_MISSING_REPS", message, span, amount)
    span = cursor.word_span()
    message = f"After x comes how many, how long or how far, not {cursor.source.text(span)}."
    return cursor.source.refuse("E_SYNTAX", message, span, amount)


def _reps(cursor: Cursor) -> Amounts:
    start = cursor.column
    reps = [_count(cursor, "Repetitions", 0, MOST_REPS)]
    while cursor.glued(",", "/"):
        cursor.take()
        if cursor.peek().kind != "number" or cursor.peek().spaced:
            raise _broken_list(cursor, start)
        reps.append(_count(cursor, "Repetitions", 0, MOST_REPS))
    _refuse_long(cursor, len(reps), start)
    suffix = take_suffix(cursor)
    return Amounts(tuple(Amount(reps=n) for n in reps), suffix, cursor.since(start))


def _times(cursor: Cursor) -> tuple[Amount, ...]:
    start = cursor.column
    times = [take_time(cursor)]
    while cursor.glued(",", "/"):
        cursor.take()
        if cursor.peek().spaced or measure_at(cursor) != "time":
            raise _broken_list(cursor, start)
        times.append(take_time(cursor))
    _refuse_long(cursor, len(times), start)
    return tuple(Amount(duration_s=seconds) for seconds in times)


def _broken_list(cursor: Cursor, start: int) -> NotationError:
    span = cursor.since(start)
    typed = cursor.source.text(span)
    message = f"{typed} is a list that breaks off: write it without blanks, each with its unit."
    return cursor.source.refuse("E_SYNTAX", message, span, typed.rstrip(",/"))


def _refuse_long(cursor: Cursor, count: int, start: int) -> None:
    if count > MOST_SETS:
        message = f"A group has at most {MOST_SETS} sets; this list has {count:,}."
        raise out_of_range(cursor, message, cursor.since(start))


def _count(cursor: Cursor, what: str, least: int, most: int) -> int:
    token = cursor.take()
    span = Span(token.column, token.end)
    if not token.whole:
        message = f"{what} are counted in whole numbers, not {cursor.source.text(span)}."
        raise cursor.source.refuse("E_SYNTAX", message, span, token.text.partition(".")[0])
    if not least <= token.value <= most:
        message = (
            f"{what} go from {least} to {most:,}; {cursor.source.text(span)} is not among them."
        )
        raise out_of_range(cursor, message, span)
    return int(token.value)


def take_suffix(cursor: Cursor) -> Suffix:
    """The `+`, kind and side glued behind the reps or the sets, if any."""
    amrap = cursor.glued("+")
    if amrap:
        cursor.take()
        if cursor.peek().kind == "number" and not cursor.peek().spaced:
            span = Span(cursor.column - 1, cursor.word_span().end)
            message = (
                f"A blank goes before a load: {cursor.source.text(span)} is glued to the reps."
            )
            raise cursor.source.refuse("E_SYNTAX", message, span, f" {cursor.source.text(span)}")
    if not cursor.glued(*SUFFIXES):
        return Suffix(amrap=amrap)
    kind, side = SUFFIXES[cursor.take().text]
    return Suffix(amrap, kind, side)


def take_rounds(cursor: Cursor) -> int:
    """The number of sets that comes next, after an x."""
    token = cursor.peek()
    if token.kind != "number":
        span = Span(cursor.end, cursor.end) if cursor.ended else cursor.word_span()
        found = cursor.source.text(span) or "the end"
        message = f"After the second x comes the number of sets, not {found}."
        raise cursor.source.refuse("E_SYNTAX", message, span, "3")
    if cursor.glued(*MASSES, "%", ahead=1):
        raise _second_load(cursor)
    return _count(cursor, "Sets", 1, MOST_SETS)


def rounds_of(cursor: Cursor, value: Decimal, span: Span) -> int:
    """A number that stood before an x, as a number of sets."""
    if not 1 <= value <= MOST_SETS or value != value.to_integral_value():
        message = f"Sets go from 1 to {MOST_SETS}; {cursor.source.text(span)} is not among them."
        raise out_of_range(cursor, message, span)
    return int(value)
