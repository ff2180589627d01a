"""Numbers, loads, times and distances: which of them comes next, and reading it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from workout_core.units import metres, plain
from workout_core.workouts.notation.format import format_time
from workout_core.workouts.notation.model import Load, RelativeLoad
from workout_core.workouts.notation.source import Span

if TYPE_CHECKING:
    from workout_core.errors import NotationError
    from workout_core.vocabulary import DistanceUnit, LoadMode, MassUnit
    from workout_core.workouts.notation.cursor import Cursor

Measure = Literal["number", "mass", "percent", "time", "distance", "calories"]

MASSES: Final[dict[str, MassUnit]] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
SECONDS: Final[dict[str, int]] = {"h": 3600, "min": 60, "s": 1}
DISTANCES: Final[dict[str, DistanceUnit]] = {
    "km": "km",
    "k": "km",
    "m": "m",
    "mi": "mi",
    "yd": "yd",
    "ft": "ft",
}
MEASURES: Final[dict[str, Measure]] = {
    **dict.fromkeys(MASSES, "mass"),
    **dict.fromkeys((":", *SECONDS), "time"),
    **dict.fromkeys(DISTANCES, "distance"),
    "%": "percent",
    "kcal": "calories",
}
BASES: Final = ("last", "top", "bw")
SIGNS: Final = ("+", "-")

BELOW_LOAD: Final = Decimal(100_000)
MOST_PERCENT: Final = Decimal(200)
MOST_OFFSET_PERCENT: Final = Decimal(100)
LONGEST_TIME: Final = Decimal(7 * 24 * 3600)
FARTHEST: Final = Decimal(10_000_000)


class Number:
    """A number ahead, its comma taken for a decimal mark; `tokens` is how many it is made of."""

    __slots__ = ("span", "text", "tokens", "value", "whole")

    def __init__(self, text: str, value: Decimal, tokens: int, span: Span) -> None:
        self.text = text
        self.value = value
        self.whole = text.isdigit()
        self.tokens = tokens
        self.span = span


def number_at(cursor: Cursor, ahead: int = 0) -> Number | None:
    first = cursor.peek(ahead)
    if first.kind != "number":
        return None
    if first.whole and cursor.glued(",", ahead=ahead + 1):
        second = cursor.peek(ahead + 2)
        if second.whole and not second.spaced:
            text = f"{first.text}.{second.text}"
            return Number(text, Decimal(text), 3, Span(first.column, second.end))
    return Number(first.text, first.value, 1, Span(first.column, first.end))


def measure_at(cursor: Cursor, ahead: int = 0) -> Measure | None:
    """What the number ahead measures, by what is glued to it; a bare one is "number"."""
    number = number_at(cursor, ahead)
    if number is None:
        return None
    after = cursor.peek(ahead + number.tokens)
    return "number" if after.spaced else MEASURES.get(after.text, "number")


def take_number(cursor: Cursor, what: str, most: Decimal, places: int) -> Decimal:
    """The number that comes next, without trailing zeros; `what` begins the sentence if it is out of range."""
    number = number_at(cursor)
    if number is None:
        raise missing_number(cursor, what)
    cursor.take(number.tokens)
    _refuse_thousands(cursor, number)
    if number.value > most or len(number.text.partition(".")[2].rstrip("0")) > places:
        decimals = f" with at most {places} decimals" if places else ", a whole number"
        message = (
            f"{what} goes up to {most:,}{decimals}; {cursor.source.text(number.span)} is not that."
        )
        whole, _, fraction = number.text.partition(".")
        shorter = [f"{whole}.{fraction[:places]}".rstrip(".")] if number.value <= most else []
        raise out_of_range(cursor, message, number.span, *shorter)
    return plain(number.value)


def out_of_range(cursor: Cursor, message: str, span: Span, *spellings: str) -> NotationError:
    return cursor.source.refuse("E_RANGE", message, span, *spellings)


def missing_number(
    cursor: Cursor, what: str, example: str = "", code: str = "E_SYNTAX"
) -> NotationError:
    """What to raise where a number should stand; an example may stand there instead."""
    span = cursor.word_span() if not cursor.ended else Span(cursor.column, cursor.column)
    found = cursor.source.text(span) or "the end"
    message = f"{what} needs a number, not {found}."
    return cursor.source.refuse(code, message, span, *filter(None, [example]))


def _refuse_thousands(cursor: Cursor, number: Number) -> None:
    whole, _, fraction = number.text.partition(".")
    if number.tokens == 3 and len(fraction) == 3 and len(whole) < 4 and whole[0] != "0":
        typed = cursor.source.text(number.span)
        message = f"{typed} could be {whole}{fraction} or {number.text}: write one of them."
        spellings = (whole + fraction, number.text)
        raise cursor.source.refuse("E_AMBIGUOUS", message, number.span, *spellings)


def load_length(cursor: Cursor, ahead: int = 0) -> int:
    """How many tokens of a load come next that can be nothing else; 0 if none does."""
    token = cursor.peek(ahead)
    if token.text in BASES:
        return 1 + _offset_length(cursor, ahead + 1)
    if token.text in SIGNS and (token.spaced or (ahead and cursor.peek(ahead - 1).text == "@")):
        return _offset_length(cursor, ahead, glued=False)
    number = number_at(cursor, ahead)
    if number and measure_at(cursor, ahead) in ("mass", "percent"):
        return number.tokens + 1
    return 0


def _offset_length(cursor: Cursor, ahead: int, *, glued: bool = True) -> int:
    sign, number = cursor.peek(ahead), number_at(cursor, ahead + 1)
    if sign.text not in SIGNS or (glued and sign.spaced) or number is None:
        return 0
    if cursor.peek(ahead + 1).spaced:
        return 0
    end = ahead + 1 + number.tokens
    return 1 + number.tokens + cursor.glued("%", *MASSES, ahead=end)


def take_load(cursor: Cursor, unit: MassUnit) -> Load | RelativeLoad:
    """The load that comes next; without a typed unit it is in `unit`."""
    token = cursor.peek()
    if token.text in SIGNS:
        return _signed(cursor, unit)
    if token.text == "bw":
        cursor.take()
        return _signed(cursor, unit) if _offset_length(cursor, 0) else Load("bodyweight")
    if token.text in BASES:
        return _relative(cursor, unit)
    if measure_at(cursor) == "percent":
        value = take_number(cursor, "A share of the training max", MOST_PERCENT, 6)
        cursor.take()
        return RelativeLoad("percent", value, "%")
    return Load("absolute", _mass(cursor), _unit(cursor, unit))


def _signed(cursor: Cursor, unit: MassUnit) -> Load:
    mode: LoadMode = "added" if cursor.take().text == "+" else "assisted"
    return Load(mode, _mass(cursor), _unit(cursor, unit))


def _relative(cursor: Cursor, unit: MassUnit) -> RelativeLoad:
    base: Literal["last", "top"] = "last" if cursor.take().text == "last" else "top"
    if not _offset_length(cursor, 0):
        return RelativeLoad(base)
    sign = -1 if cursor.take().text == "-" else 1
    if measure_at(cursor) == "percent":
        value = take_number(cursor, "A change in per cent", MOST_OFFSET_PERCENT, 6)
        cursor.take()
        return RelativeLoad(base, sign * value, "%")
    value = _mass(cursor)
    return RelativeLoad(base, sign * value, _unit(cursor, unit))


def _mass(cursor: Cursor) -> Decimal:
    start = cursor.column
    value = take_number(cursor, "A load", BELOW_LOAD, 6)
    if value == BELOW_LOAD:
        raise out_of_range(cursor, f"A load is less than {BELOW_LOAD:,}.", cursor.since(start))
    return value


def _unit(cursor: Cursor, unit: MassUnit) -> MassUnit:
    return MASSES[cursor.take().text] if cursor.glued(*MASSES) else unit


def take_time(cursor: Cursor) -> Decimal:
    """The time that comes next (25:00, 1:30:00, 90s, 1h30min), in seconds: more than none, at most a week."""
    start = cursor.column
    clock = cursor.peek(1).text == ":"
    seconds = _clock(cursor) if clock else _spoken(cursor)
    span = cursor.since(start)
    if not 0 < seconds <= LONGEST_TIME:
        raise out_of_range(cursor, "A time is more than nothing and at most a week.", span)
    if seconds != round(seconds, 3):
        raise out_of_range(cursor, "A time is counted in thousandths of a second at best.", span)
    return plain(seconds)


def _clock(cursor: Cursor) -> Decimal:
    """m:ss or h:mm:ss; only the seconds may have a fraction."""
    start = cursor.column
    parts = [cursor.take()]
    while len(parts) < 3 and cursor.glued(":"):
        cursor.take()
        parts.append(cursor.peek())
        if parts[-1].kind != "number" or parts[-1].spaced:
            break
        cursor.take()
    span = cursor.since(start)
    if any(len(part.text.partition(".")[0]) != 2 or part.spaced for part in parts[1:]):
        raise _bad_clock(cursor, span)
    fraction = parts[-1].text.partition(".")[2]
    if not all(part.whole for part in parts[:-1]) or max(len(parts[0].text) - 3, len(fraction)) > 3:
        raise _bad_clock(cursor, span)
    seconds = Decimal(0)
    for part in parts:
        seconds = seconds * 60 + part.value
    if any(part.value >= 60 for part in parts[1:]):
        message = f"In {cursor.source.text(span)} a place that ends at 59 has more."
        spellings = [format_time(seconds)] if seconds <= LONGEST_TIME else []
        raise out_of_range(cursor, message, span, *spellings)
    return seconds


def _bad_clock(cursor: Cursor, span: Span) -> NotationError:
    message = (
        f"{cursor.source.text(span)} is no time: minutes and two digits of seconds, as in 1:30."
    )
    return cursor.source.refuse("E_SYNTAX", message, span, "1:30")


def _spoken(cursor: Cursor) -> Decimal:
    """[Nh][Nmin][Ns]"""
    seconds = Decimal(0)
    units = dict(SECONDS)
    start = cursor.column
    while True:
        number = number_at(cursor)
        unit = cursor.peek(number.tokens).text if number else ""
        if unit not in units:
            break
        value = take_number(cursor, "A time", LONGEST_TIME, 6)
        seconds += value * units[unit]
        units = {each: size for each, size in units.items() if size < units[unit]}
        cursor.take()
        if cursor.peek().spaced:
            break
    if not cursor.peek().spaced and cursor.peek().kind == "number":
        cursor.take(1)
        span = cursor.since(start)
        message = (
            f"{cursor.source.text(span)} is no time: hours, minutes and seconds, as in 1h30min."
        )
        raise cursor.source.refuse("E_SYNTAX", message, span, "1h30min")
    return seconds


def take_distance(cursor: Cursor) -> tuple[Decimal, DistanceUnit, Decimal]:
    """The distance that comes next: as typed, its unit, and in metres."""
    start = cursor.column
    value = take_number(cursor, "A distance", FARTHEST, 3)
    unit = DISTANCES[cursor.take().text]
    length = metres(value, unit)
    if not 0 < length <= FARTHEST:
        message = "A distance is more than nothing and at most 10,000 km."
        raise out_of_range(cursor, message, cursor.since(start))
    return value, unit, length
