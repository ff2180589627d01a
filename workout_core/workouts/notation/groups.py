"""One group of sets, up to its modifiers: which of its numbers is the load, the reps and the sets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.workouts.notation import refusals
from workout_core.workouts.notation.ambiguity import Ambiguity
from workout_core.workouts.notation.amounts import (
    MOST_REPS,
    MOST_SETS,
    SUFFIXES,
    Amounts,
    rounds_of,
    take_amounts,
    take_rounds,
    take_suffix,
)
from workout_core.workouts.notation.draft import NO_SUFFIX, Amount, Draft, Form
from workout_core.workouts.notation.model import Known, Load, RelativeLoad
from workout_core.workouts.notation.quantities import (
    BELOW_LOAD,
    Number,
    load_length,
    measure_at,
    number_at,
    out_of_range,
    take_load,
    take_number,
    take_time,
)
from workout_core.workouts.notation.source import Span
from workout_core.workouts.notation.tracked import (
    BODILY,
    COUNTED,
    TRAVELLED,
    WEIGHTED,
    not_tracked,
)

if TYPE_CHECKING:
    from workout_core.errors import NotationError
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.notation.cursor import Cursor

TEN: Final = Decimal(10)
LONGEST_TIME: Final = 9  # tokens: 1h30min5,5s


class GroupReader:
    """Reads the groups of one exercise; `unit` is what a load without a unit is in."""

    __slots__ = ("ambiguity", "cursor", "exercise", "previous", "unit")

    def __init__(self, cursor: Cursor, exercise: Known, unit: MassUnit) -> None:
        self.cursor = cursor
        self.exercise = exercise
        self.unit = unit
        self.ambiguity = Ambiguity(cursor, exercise.tracking, unit)
        self.previous: Draft | None = None

    def read(self, previous: Draft | None) -> Draft:
        """The group that comes next, which must not be mistakable beside the one before."""
        self.previous = previous
        draft = self._group()
        if draft.form == "way":
            self._take_time(draft)
        if previous is not None:
            self.ambiguity.refuse_neighbours(previous, draft)
        return draft

    def _group(self) -> Draft:
        if load_length(self.cursor):
            return self._after_load(self.cursor.column, self._load())
        number = number_at(self.cursor)
        measure = measure_at(self.cursor)
        if measure in ("time", "distance"):
            return self._amount_first()
        if number is not None and measure == "number":
            return self._number_first(number)
        raise refusals.unexpected(self.cursor)

    # What begins with a load

    def _load(self) -> Load | RelativeLoad:
        start = self.cursor.column
        load = take_load(self.cursor, self.unit)
        span = self.cursor.since(start)
        tracking = self.exercise.tracking
        if tracking not in WEIGHTED | BODILY:
            raise not_tracked(self.cursor, self.exercise, span)
        if isinstance(load, Load) and (load.mode == "absolute") != (tracking in WEIGHTED):
            raise refusals.wrong_sign(self.cursor, self.exercise, load, span)
        return load

    def _after_load(self, start: int, load: Load | RelativeLoad) -> Draft:
        if self.cursor.peek().text == "x":
            self.cursor.take()
            amounts = take_amounts(self.cursor, self.exercise)
            return self._rounds(start, amounts, load)
        if self.exercise.tracking in COUNTED and self._product_ahead():
            return self._product_of(start, load)
        raise self._missing(start, load)

    def _product_ahead(self, ahead: int = 0) -> bool:
        token = self.cursor.peek(ahead)
        return token.whole and token.spaced and self.cursor.peek(ahead + 1).text == "x"

    def _product_of(self, start: int, load: Load | RelativeLoad) -> Draft:
        """The sets x reps that a load stands before."""
        sets = self.cursor.take()
        rounds = rounds_of(self.cursor, sets.value, Span(sets.column, sets.end))
        self.cursor.take()
        amounts = take_amounts(self.cursor, self.exercise)
        if self.cursor.peek().text == "x":
            raise refusals.third_number(self.cursor, sets.column)
        return self._draft(start, amounts, load, rounds)

    def _missing(self, start: int, load: Load | RelativeLoad) -> NotationError:
        span = self.cursor.since(start)
        return refusals.missing(self.cursor, self.exercise, self.previous, load, span)

    # What begins with a time, a distance or a bare number

    def _amount_first(self) -> Draft:
        start = self.cursor.column
        amounts = take_amounts(self.cursor, self.exercise)
        draft = self._rounds(start, amounts, None)
        alone = len(draft.amounts) == 1 and self.cursor.since(start) == amounts.span
        if alone and amounts.each[0].distance_m is None and self.exercise.tracking in TRAVELLED:
            draft.form = "time"
        return draft

    def _number_first(self, number: Number) -> Draft:
        after = self.cursor.peek(number.tokens)
        if after.text == "x":
            return self._product(number)
        if self.exercise.tracking in BODILY:
            return self._reps_only(number)
        if self.exercise.tracking == "weight_reps" and self._product_ahead(number.tokens):
            return self._after_load(self.cursor.column, self._load())
        if self.exercise.tracking != "weight_reps":
            take_amounts(self.cursor, self.exercise)  # refuses a number without a unit
        if not after.spaced and (after.text in {",", "/", "+"} or after.text in SUFFIXES):
            raise refusals.no_load(self.cursor, self.exercise)
        start = self.cursor.column
        raise self._missing_or_junk(start)

    def _missing_or_junk(self, start: int) -> NotationError:
        load = self._load()
        if self.cursor.peek().spaced or self.cursor.peek().text == "@":
            return self._missing(start, load)
        return refusals.unexpected(self.cursor)

    def _reps_only(self, number: Number) -> Draft:
        start = self.cursor.column
        amounts = take_amounts(self.cursor, self.exercise)
        if self.cursor.peek().text == "x":
            raise self._reps_times_sets(start, amounts)
        as_number = len(amounts.each) == 1 + (not number.whole)  # 8,5 may be a load of 8.5
        bare = as_number and amounts.suffix == NO_SUFFIX
        return self._draft(start, amounts, self._bodyweight(), form="bare" if bare else "closed")

    def _reps_times_sets(self, start: int, amounts: Amounts) -> NotationError:
        """8,7,6x3 or 8wx3, where sets x reps is the order."""
        typed = self.cursor.source.text(amounts.span)
        self.cursor.take()
        rounds = take_rounds(self.cursor)
        span = self.cursor.since(start)
        if len(amounts.each) > 1:
            draft = Draft(span, amounts.each, load=self._bodyweight(), suffix=amounts.suffix)
            return self.ambiguity.rounds_of_list(draft, rounds)
        message = f"The sets go first: {rounds}x{typed}."
        return self.cursor.source.refuse("E_SYNTAX", message, span, f"{rounds}x{typed}")

    def _bodyweight(self) -> Load | None:
        return Load("bodyweight") if self.exercise.tracking == "bodyweight_reps" else None

    # A x B, with all that may follow

    def _product(self, number: Number) -> Draft:
        start = self.cursor.column
        value = take_number(self.cursor, "A load", BELOW_LOAD, 6)
        number.value = value
        self.cursor.take()
        if self.exercise.tracking in COUNTED and measure_at(self.cursor) in ("mass", "percent"):
            return self._reps_with_load(start, number)
        amounts = take_amounts(self.cursor, self.exercise)
        if self.cursor.peek().text == "x":
            return self._rounds(start, amounts, self._first_as_load(number))
        if self.exercise.tracking in WEIGHTED:
            return self._weighted_pair(start, number, amounts)
        if self.exercise.tracking in BODILY:
            return self._bodily_pair(start, number, amounts)
        rounds = rounds_of(self.cursor, number.value, number.span)
        return self._draft(start, amounts, None, rounds)

    def _first_as_load(self, number: Number) -> Load:
        load = Load("absolute", number.value, self.unit)
        if number.value == BELOW_LOAD:
            raise out_of_range(self.cursor, f"A load is less than {BELOW_LOAD:,}.", number.span)
        if self.exercise.tracking in BODILY:
            raise refusals.wrong_sign(self.cursor, self.exercise, load, number.span)
        if self.exercise.tracking not in WEIGHTED:
            raise not_tracked(self.cursor, self.exercise, number.span)
        return load

    def _reps_with_load(self, start: int, number: Number) -> Draft:
        """5x100kg: five repetitions with 100 kg."""
        begin = self.cursor.column
        load = self._load()
        if self.cursor.peek().text == "x" or not number.whole or isinstance(load, RelativeLoad):
            raise refusals.load_behind(self.cursor, start, begin, number.text)
        if number.value > MOST_REPS:
            message = f"Repetitions go up to {MOST_REPS:,}; {number.text} is more."
            raise out_of_range(self.cursor, message, number.span)
        amounts = Amounts((Amount(reps=int(number.value)),), number.span)
        return self._draft(start, amounts, load)

    def _weighted_pair(self, start: int, number: Number, amounts: Amounts) -> Draft:
        """On a lift with a load: sets x reps if a load follows, else load x reps, if that is sure."""
        lifts = self.exercise.tracking in COUNTED
        few = number.whole and 0 < number.value <= MOST_SETS
        if number.whole and self._load_at(bare=lifts and number.value <= TEN):
            if number.value > MOST_SETS:
                raise self._two_loads(start, number, amounts)
            rounds = rounds_of(self.cursor, number.value, number.span)
            self.cursor.take()
            return self._draft(start, amounts, self._load(), rounds)
        if few and self._load_after_blank(bare=lifts):
            return self._draft(start, amounts, self._load(), int(number.value), form="loose")
        load = self._first_as_load(number)
        draft = self._draft(start, amounts, load, form="open" if few else "closed")
        if self.previous is not None:
            self.ambiguity.refuse_neighbours(self.previous, draft)
        self.ambiguity.refuse_pair(draft, number)
        return draft

    def _two_loads(self, start: int, number: Number, amounts: Amounts) -> NotationError:
        """100x5@80kg: neither a load and a load, nor a hundred sets."""
        self.cursor.take()
        self._load()
        place = Span(start, self.cursor.end)
        message = f"{self.cursor.source.text(place)} has two loads, or more than {MOST_SETS} sets."
        typed = f"{number.text}{self.unit}x{self.cursor.source.text(amounts.span)}"
        return out_of_range(self.cursor, message, place, typed)

    def _bodily_pair(self, start: int, number: Number, amounts: Amounts) -> Draft:
        """With body weight: sets x reps, always."""
        if not number.whole or number.value > MOST_SETS:
            self._first_as_load(number)
        rounds = rounds_of(self.cursor, number.value, number.span)
        if self._load_at(bare=True):
            self.cursor.take()
            return self._draft(start, amounts, self._load(), rounds)
        if self._load_after_blank(bare=False):
            return self._draft(start, amounts, self._load(), rounds, form="loose")
        return self._draft(start, amounts, self._bodyweight(), rounds, form="open")

    def _load_at(self, *, bare: bool) -> bool:
        """Whether an @ and a load come next; a bare number over 10 is one where `bare` says so."""
        if self.cursor.peek().text != "@":
            return False
        if load_length(self.cursor, 1):
            return True
        number = number_at(self.cursor, 1)
        return bare and number is not None and number.value > TEN and self._stands(number, 1)

    def _load_after_blank(self, *, bare: bool) -> bool:
        """Whether a load comes next that begins no group of its own."""
        if not self.cursor.peek().spaced:
            return False
        length = load_length(self.cursor)
        number = number_at(self.cursor)
        if not length and bare and number is not None and self._stands(number, 0):
            length = number.tokens
        return length > 0 and self.cursor.peek(length).text != "x"

    def _stands(self, number: Number, ahead: int) -> bool:
        """Whether a number ahead has nothing glued to it but perhaps an effort."""
        after = self.cursor.peek(ahead + number.tokens)
        return after.spaced or after.text == "@"

    # Making the group

    def _rounds(self, start: int, amounts: Amounts, load: Load | RelativeLoad | None) -> Draft:
        """With the number of sets, if one follows, and what stands behind that."""
        if self.cursor.peek().text != "x":
            return self._draft(start, amounts, load)
        self.cursor.take()
        rounds = take_rounds(self.cursor)
        suffix = take_suffix(self.cursor)
        if suffix != NO_SUFFIX and amounts.suffix != NO_SUFFIX:
            raise refusals.twice(self.cursor, start)
        behind = suffix if suffix != NO_SUFFIX else amounts.suffix
        if len(amounts.each) > 1:
            draft = Draft(self.cursor.since(start), amounts.each, load=load, suffix=behind)
            raise self.ambiguity.rounds_of_list(draft, rounds)
        return self._draft(start, Amounts(amounts.each, amounts.span, behind), load, rounds)

    def _draft(
        self,
        start: int,
        amounts: Amounts,
        load: Load | RelativeLoad | None,
        rounds: int | None = None,
        form: Form = "closed",
    ) -> Draft:
        """A group of that many rounds; a list must be as long as the sets that it is for, if any are named."""
        if amounts.each[0].distance_m is not None:
            form = "way"
        span, suffix = self.cursor.since(start), amounts.suffix
        listed = len(amounts.each) > 1
        draft = Draft(span, amounts.each, load=load, suffix=suffix, form=form)
        if listed and rounds not in (None, len(amounts.each)):
            raise self.ambiguity.rounds_of_list(draft, rounds or 1)
        draft.rounds = 1 if listed else rounds or 1
        self.ambiguity.refuse_marks(draft)
        return draft

    def _take_time(self, draft: Draft) -> None:
        """The time of the distance before, if one stands next by itself."""
        if measure_at(self.cursor) != "time" or not self.cursor.peek().spaced:
            return
        ahead = 1
        while not self.cursor.peek(ahead).spaced and ahead < LONGEST_TIME:
            ahead += 1
        if any(self.cursor.peek(each).text in {"x", ",", "/"} for each in range(1, ahead + 1)):
            return
        start = draft.span.start
        seconds = take_time(self.cursor)
        draft.amounts = tuple(each._replace(duration_s=seconds) for each in draft.amounts)
        draft.form = "timed"
        draft.span = self.cursor.since(start)
