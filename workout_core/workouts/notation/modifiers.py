"""What follows a group and binds to it: effort, tempo, rest, heart rate, calories, elevation, kind and side."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.units import plain
from workout_core.workouts.notation.model import Load
from workout_core.workouts.notation.quantities import (
    load_length,
    measure_at,
    missing_number,
    number_at,
    out_of_range,
    take_number,
    take_time,
)
from workout_core.workouts.notation.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.errors import NotationError
    from workout_core.vocabulary import EffortScale, SetKind, Side
    from workout_core.workouts.notation.cursor import Cursor
    from workout_core.workouts.notation.draft import Draft

KIND_WORDS: Final[dict[str, SetKind]] = {
    "warmup": "warmup",
    "drop": "drop",
    "failure": "failure",
    "restpause": "restpause",
    "backoff": "backoff",
}
SIDE_WORDS: Final[dict[str, Side]] = {"left": "left", "right": "right", "each": "each"}

TWO: Final = Decimal(2)
LEAST_RPE: Final = Decimal(1)
MOST_EFFORT: Final = Decimal(10)
DAY: Final = Decimal(24 * 3600)
PULSE: Final = (20, 300)
MOST_CALORIES: Final = Decimal(100_000)
HIGHEST: Final = Decimal(100_000)
TEMPO_PLACES: Final = frozenset("0123456789x")


def modifier_ahead(cursor: Cursor) -> bool:
    token = cursor.peek()
    return token.text == "@" or token.text in MODIFIERS or measure_at(cursor) == "calories"


def read_modifier(cursor: Cursor, draft: Draft) -> None:
    """The modifier that comes next, into the group that it binds to."""
    start = cursor.column
    if measure_at(cursor) == "calories":
        what = _calories(cursor, draft)
    else:
        what = MODIFIERS[cursor.take().text](cursor, draft)
    if what in draft.said:
        span = cursor.since(start)
        message = f"{cursor.source.text(span)} says the {what} of these sets a second time."
        raise cursor.source.refuse("E_SYNTAX", message, span, "")
    draft.said.add(what)
    draft.close()


def _at(cursor: Cursor, draft: Draft) -> str:
    start = cursor.end - 1
    if load_length(cursor):
        raise _load_not_here(cursor, start)
    efforts = [_rpe(cursor, start, draft)]
    while cursor.glued(",") and len(efforts) <= len(draft):
        cursor.take()
        efforts.append(_rpe(cursor, start, draft))
    span = cursor.since(start)
    if cursor.glued(","):
        span = Span(start, cursor.word_span().end)
    if len(efforts) > 1 and len(efforts) != len(draft):
        raise _effort_count(cursor, span, efforts, len(draft))
    typed = cursor.source.text(span)
    if len(efforts) == 2 and typed.endswith(",5") and "." not in typed:
        message = f"{typed} could be an effort of {efforts[0]}.5, or {efforts[0]} and then 5."
        spellings = (f"@{efforts[0]}.5", f"@{efforts[0]},5.0")
        raise cursor.source.refuse("E_AMBIGUOUS", message, span, *spellings)
    draft.efforts = tuple(efforts)
    draft.effort_scale = "rpe"
    return "effort"


def _load_not_here(cursor: Cursor, start: int) -> NotationError:
    cursor.take(load_length(cursor))
    span = cursor.since(start)
    message = (
        f"{cursor.source.text(span)} is a load, which stands before the x, or behind sets x reps."
    )
    return cursor.source.refuse("E_SYNTAX", message, span, "")


def _effort_count(cursor: Cursor, span: Span, efforts: list[Decimal], sets: int) -> NotationError:
    typed = cursor.source.text(span)
    many = "too many" if len(efforts) > sets else "too few"
    message = (
        f"{typed} has {many} efforts: there {'is 1 set' if sets == 1 else f'are {sets} sets'}."
    )
    half = len(efforts) == 2 and typed.endswith(",5")
    spellings = [typed.replace(",", ".")] if half else []
    if sets <= 50:
        spellings.append("@" + ",".join(f"{plain(each):f}" for each in _stretched(efforts, sets)))
    return cursor.source.refuse("E_EFFORT_COUNT", message, span, *spellings)


def _stretched(efforts: list[Decimal], sets: int) -> list[Decimal]:
    """As many efforts as there are sets, the last one repeated."""
    return (efforts + efforts[-1:] * sets)[:sets]


def _rpe(cursor: Cursor, start: int, draft: Draft) -> Decimal:
    """One effort of a list, in which a comma is no decimal mark."""
    token = cursor.peek()
    if token.kind != "number":
        raise missing_number(cursor, "An effort", "8", "E_EFFORT")
    cursor.take()
    span = Span(start, token.end)
    if token.value > MOST_EFFORT and draft.form == "open" and isinstance(draft.load, Load):
        typed = f"{token.text}{draft.load.unit}"
        message = (
            f"Is {cursor.source.text(span)} a load? Then it needs its unit: an RPE is at most 10."
        )
        raise cursor.source.refuse("E_EFFORT", message, span, f"@{typed}")
    if not _halves(token.value, LEAST_RPE):
        raise _bad_effort(cursor, span, token.value, LEAST_RPE, "@")
    return plain(token.value)


def _halves(value: Decimal, least: Decimal) -> bool:
    return least <= value <= MOST_EFFORT and (value * TWO) == (value * TWO).to_integral_value()


def _bad_effort(
    cursor: Cursor, span: Span, value: Decimal, least: Decimal, word: str
) -> NotationError:
    scale = "RIR goes from 0" if least == 0 else "RPE goes from 1"
    message = f"{scale} to 10 in half steps; {cursor.source.text(span)} is not on that scale."
    if not least <= value <= MOST_EFFORT:
        nearest = (
            {value / 10} if value > MOST_EFFORT and _halves(value / 10, least) else {Decimal(8)}
        )
    else:
        below = (value * TWO).to_integral_value("ROUND_FLOOR") / TWO
        nearest = {below, below + Decimal("0.5")}
    spellings = [f"{word}{plain(each):f}" for each in sorted(nearest) if _halves(each, least)]
    return cursor.source.refuse("E_EFFORT", message, span, *spellings)


def _scale(scale: EffortScale, least: Decimal) -> Callable[[Cursor, Draft], str]:
    def read(cursor: Cursor, draft: Draft) -> str:
        start = cursor.end - 3
        number = number_at(cursor)
        if number is None:
            raise missing_number(cursor, scale.upper(), "8" if least else "2", "E_EFFORT")
        cursor.take(number.tokens)
        if not _halves(number.value, least):
            span = cursor.since(start)
            raise _bad_effort(cursor, span, number.value, least, scale)
        draft.efforts = (plain(number.value),)
        draft.effort_scale = scale
        return "effort"

    return read


def _rest(cursor: Cursor, draft: Draft) -> str:
    start = cursor.column
    if number_at(cursor) is None:
        raise missing_number(cursor, "A rest", "90")
    if measure_at(cursor) == "time":
        draft.rest_s = take_time(cursor)
    else:
        draft.rest_s = take_number(cursor, "A rest in seconds", DAY, 3)
    if draft.rest_s > DAY:
        raise out_of_range(cursor, "A rest is at most a day.", cursor.since(start))
    return "rest"


def _rest_or_right(cursor: Cursor, draft: Draft) -> str:
    """`r90` is a rest; an R by itself was meant for the reps before it."""
    if number_at(cursor) is None and cursor.peek().spaced:
        start = cursor.end - 1
        message = "An R by itself is neither a rest (r90) nor a side (10R)."
        blank = Span(draft.span.end, start)
        error = cursor.source.refuse("E_SYNTAX", message, Span(start, start + 1))
        error.details["hints"] = [cursor.source.instead(blank, "")] if not draft.said else []
        error.details["hints"].append(cursor.source.instead(Span(start, start + 1), "r90"))
        raise error
    return _rest(cursor, draft)


def _tempo(cursor: Cursor, draft: Draft) -> str:
    start = cursor.column
    span = cursor.word_span() if not cursor.ended else Span(start, start)
    places = ""
    while not cursor.ended and cursor.column < span.end:
        places += cursor.take().text if len(places) < 5 else ""
        if len(places) > 4:
            break
    if len(places) != 4 or not TEMPO_PLACES.issuperset(places):
        typed = cursor.source.text(span) or "nothing"
        message = f"A tempo has four places, digits or X: down, pause, up, pause; {typed} is none."
        raise cursor.source.refuse("E_SYNTAX", message, span, "3010")
    draft.tempo = places.upper()
    return "tempo"


def _pulse(cursor: Cursor, draft: Draft) -> str:
    start = cursor.column
    draft.hr_avg = _beats(cursor)
    if cursor.glued("/"):
        cursor.take()
        draft.hr_max = _beats(cursor)
        if draft.hr_max < draft.hr_avg:
            message = "The highest heart rate is not below the average: hr152/171."
            swapped = f"{draft.hr_max}/{draft.hr_avg}"
            raise out_of_range(cursor, message, cursor.since(start), swapped)
    return "heart rate"


def _beats(cursor: Cursor) -> int:
    start = cursor.column
    least, most = PULSE
    if number_at(cursor) is None:
        raise missing_number(cursor, "A heart rate", "140")
    beats = take_number(cursor, "A heart rate", Decimal(most), 0)
    if beats < least:
        message = f"A heart rate goes from {least} to {most}."
        raise out_of_range(cursor, message, cursor.since(start))
    return int(beats)


def _calories(cursor: Cursor, draft: Draft) -> str:
    draft.calories = int(take_number(cursor, "Energy in kcal", MOST_CALORIES, 0))
    cursor.take()
    return "energy"


def _elevation(cursor: Cursor, draft: Draft) -> str:
    if number_at(cursor) is None:
        raise missing_number(cursor, "An elevation", "120")
    draft.elevation_m = take_number(cursor, "An elevation in metres", HIGHEST, 3)
    return "elevation"


def _kind(kind: SetKind) -> Callable[[Cursor, Draft], str]:
    def read(_: Cursor, draft: Draft) -> str:
        draft.kind = kind
        return "kind"

    return read


def _side(side: Side) -> Callable[[Cursor, Draft], str]:
    def read(_: Cursor, draft: Draft) -> str:
        draft.side = side
        return "side"

    return read


def _amrap(_: Cursor, draft: Draft) -> str:
    draft.amrap = True
    return "amrap"


MODIFIERS: Final[dict[str, Callable[[Cursor, Draft], str]]] = {
    "@": _at,
    "rpe": _scale("rpe", LEAST_RPE),
    "rir": _scale("rir", Decimal(0)),
    "rest": _rest,
    "r": _rest_or_right,
    "tempo": _tempo,
    "t": _tempo,
    "hr": _pulse,
    "elev": _elevation,
    "amrap": _amrap,
    **{word: _kind(kind) for word, kind in KIND_WORDS.items()},
    **{word: _side(side) for word, side in SIDE_WORDS.items()},
}
