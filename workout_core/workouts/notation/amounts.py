"""What a set did: lists of repetitions with their suffix, times, a distance; and how many sets of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.workouts.notation.draft import NO_SUFFIX, Amount, Suffix
from workout_core.workouts.notation.quantities import (
    MASSES,
    measure_at,
    out_of_range,
    take_distance,
    take_time,
)
from workout_core.workouts.notation.source import Span
from workout_core.workouts.notation.tracked import COUNTED, EXAMPLES, TRAVELLED, wrong_measure

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.errors import NotationError
    from workout_core.vocabulary import SetKind, Side
    from workout_core.workouts.notation.cursor import Cursor
    from workout_core.workouts.notation.model import Known

MOST_SETS: Final = 50
MOST_REPS: Final = 10_000
LONGEST_LIST: Final = 200

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


class Amounts:
    """The amounts of a round, with what stands behind them."""

    __slots__ = ("each", "span", "suffix")

    def __init__(self, each: tuple[Amount, ...], span: Span, suffix: Suffix = NO_SUFFIX) -> None:
        self.each = each
        self.span = span
        self.suffix = suffix


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
        return Amounts(_times(cursor), cursor.since(start))
    if exercise.tracking in TRAVELLED and measure == "distance":
        value, unit, length = take_distance(cursor)
        amount = Amount(distance_m=length, distance_value=value, distance_unit=unit)
        return Amounts((amount,), cursor.since(start))
    raise wrong_measure(cursor, exercise)


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
    reps = [count_of(cursor, "Repetitions", 0, MOST_REPS)]
    while _listed(cursor):
        if cursor.peek().kind != "number" or cursor.peek().spaced:
            raise _broken_list(cursor, start)
        reps.append(count_of(cursor, "Repetitions", 0, MOST_REPS))
        _refuse_long(cursor, len(reps), start)
    suffix = take_suffix(cursor)
    return Amounts(tuple(Amount(reps=n) for n in reps), cursor.since(start), suffix)


def _times(cursor: Cursor) -> tuple[Amount, ...]:
    start = cursor.column
    times = [take_time(cursor)]
    while _listed(cursor):
        if cursor.peek().spaced or measure_at(cursor) != "time":
            raise _broken_list(cursor, start)
        times.append(take_time(cursor))
        _refuse_long(cursor, len(times), start)
    return tuple(Amount(duration_s=seconds) for seconds in times)


def _listed(cursor: Cursor) -> bool:
    """Whether a list goes on, past its comma or slash; two slashes are a note that lacks its blank."""
    if not cursor.glued(",", "/") or cursor.glued("/", ahead=1):
        return False
    cursor.take()
    return True


def _broken_list(cursor: Cursor, start: int) -> NotationError:
    """What to raise behind the comma of a list; the rest of it may stand behind a blank."""
    span = cursor.since(start)
    typed = cursor.source.text(span)
    while cursor.peek().text in {",", "/"} or cursor.peek().kind == "number":
        if len(typed) > LONGEST_LIST or not (cursor.peek().spaced or typed[-1] in ",/"):
            break
        typed += cursor.take().text
        while not cursor.peek().spaced and len(typed) < LONGEST_LIST:
            typed += cursor.take().text
    message = f"{cursor.source.text(span)} is a list that breaks off: it has no blanks, and each time its unit."
    place = cursor.since(start)
    error = cursor.source.refuse("E_SYNTAX", message, span)
    error.details["hints"] = [cursor.source.instead(place, typed.rstrip(",/"))]
    return error


def _refuse_long(cursor: Cursor, count: int, start: int) -> None:
    if count > MOST_SETS:
        message = f"A group has at most {MOST_SETS} sets; this list goes on."
        raise out_of_range(cursor, message, cursor.since(start))


def count_of(cursor: Cursor, what: str, least: int, most: int) -> int:
    """The whole number that comes next; `what` begins the sentence if it is none, or out of range."""
    token = cursor.take()
    span = Span(token.column, token.end)
    if not token.whole:
        message = f"{what} are counted in whole numbers, not {cursor.source.text(span)}."
        raise cursor.source.refuse("E_SYNTAX", message, span, token.text.partition(".")[0])
    if not least <= token.value <= most:
        message = (
            f"{what} go from {least} to {most:,}; {cursor.source.text(span)} is not among them."
        )
        raise out_of_range(cursor, message, span, str(least if token.value < least else most))
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
        error = _second_load(cursor)
        mark = Span(cursor.end - 1, cursor.column)
        error.details["hints"] = [cursor.source.instead(mark, "@")]
        raise error
    return count_of(cursor, "Sets", 1, MOST_SETS)


def rounds_of(cursor: Cursor, value: Decimal, span: Span) -> int:
    """A number that stood before an x, as a number of sets."""
    if not 1 <= value <= MOST_SETS or value != value.to_integral_value():
        message = f"Sets go from 1 to {MOST_SETS}; {cursor.source.text(span)} is not among them."
        raise out_of_range(cursor, message, span, str(MOST_SETS if value > 1 else 1))
    return int(value)
