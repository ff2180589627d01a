"""What to say about groups of sets that have one reading at most, and that one is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.workouts.notation.model import Load
from workout_core.workouts.notation.quantities import SIGNS
from workout_core.workouts.notation.source import Span
from workout_core.workouts.notation.tracked import EXAMPLES

if TYPE_CHECKING:
    from workout_core.errors import NotationError
    from workout_core.workouts.notation.cursor import Cursor
    from workout_core.workouts.notation.draft import Draft
    from workout_core.workouts.notation.model import Known, RelativeLoad


def unexpected(cursor: Cursor) -> NotationError:
    """The word that comes next begins no group."""
    span = cursor.word_span()
    typed = cursor.source.text(span)
    message = f"{typed} is neither a set nor anything about one."
    decimal = typed[0] == "." and typed[1:2].isdigit()
    return cursor.source.refuse("E_SYNTAX", message, span, *([f"0{typed}"] if decimal else []))


def wrong_sign(cursor: Cursor, exercise: Known, load: Load, span: Span) -> NotationError:
    """A load without a sign on body weight, or with one on a lift that has a load of its own."""
    typed = cursor.source.text(span)
    if load.mode == "absolute":
        message = f"{exercise.name} is done with body weight: +{typed} is added, -{typed} assists."
        spellings = [f"+{typed}", f"-{typed}"]
    else:
        message = f"{exercise.name} is done with a load of its own, without +, - or bw."
        spellings = ["last" if load.value is None else f"{load.value:f}{load.unit}"]
    return cursor.source.refuse("E_TRACKING", message, span, *spellings)


def missing(
    cursor: Cursor, exercise: Known, before: Draft | None, load: Load | RelativeLoad, span: Span
) -> NotationError:
    """A load, just taken, without what was done with it."""
    typed = cursor.source.text(span)
    message = f"{typed} is a load; what was done with it is missing."
    if isinstance(load, Load) and typed[-1].isdigit():
        typed += load.unit or ""
    hint = cursor.source.instead(span, f"{typed}x{EXAMPLES[exercise.tracking].rpartition('x')[2]}")
    if cursor.peek().text in SIGNS and typed.lower() in {"last", "top", "bw"}:
        hint = cursor.source.instead(Span(cursor.end, cursor.column), "")
    elif before is not None and before.form == "bare":
        place = Span(before.span.start, span.end)
        hint = cursor.source.instead(place, f"{typed}x{cursor.source.text(before.span)}")
    return cursor.source.refuse_with("E_MISSING_REPS", message, span, [hint])


def no_load(cursor: Cursor, exercise: Known) -> NotationError:
    """Repetitions, which come next, alone on a lift that has a load."""
    span = cursor.word_span()
    typed = cursor.source.text(span)
    message = f"{exercise.name} has a load, and {typed} names only repetitions."
    return cursor.source.refuse("E_TRACKING", message, span, f"lastx{typed}")


def load_behind(cursor: Cursor, start: int, begin: int, number: str) -> NotationError:
    """5x100kgx3 or 5x85%: the load, taken from `begin` on, where only 5x100kg is known."""
    span, load = cursor.since(start), cursor.source.text(cursor.since(begin))
    message = f"In {cursor.source.text(span)} the load goes first: load x reps x sets."
    spellings = [f"{load}x{number}"] if number.isdigit() else []
    return cursor.source.refuse("E_SYNTAX", message, span, *spellings)


def third_number(cursor: Cursor, start: int) -> NotationError:
    """100kg 5x5x3: sets x reps behind a load, and one more."""
    typed = cursor.source.text(cursor.since(start))
    message = f"{typed} has a load before it, so what would the third number be?"
    cursor.take(1 + (cursor.peek(1).kind == "number"))
    return cursor.source.refuse("E_SYNTAX", message, cursor.since(start), typed)


def twice(cursor: Cursor, start: int) -> NotationError:
    """60x5wx2w: a letter behind the reps, and one behind the sets."""
    span = cursor.since(start)
    message = f"{cursor.source.text(span)} says twice what kind of sets these are."
    return cursor.source.refuse("E_SYNTAX", message, span, cursor.source.text(span)[:-1])
