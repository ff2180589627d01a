"""What could be read in two ways: it is refused, and both readings are spelled out.

Only a person knows whether `5x5` on a barbell is five sets or five kilograms, and a wrong guess spoils a history
silently. So no rule here prefers the likelier reading; the fixed answers that need no asking are the parser's.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.workouts.notation.draft import Amount, Draft
from workout_core.workouts.notation.format import format_sets
from workout_core.workouts.notation.model import Load, RelativeLoad
from workout_core.workouts.notation.quantities import Number, number_at
from workout_core.workouts.notation.source import Span
from workout_core.workouts.notation.tracked import COUNTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.errors import NotationError
    from workout_core.vocabulary import MassUnit, Tracking
    from workout_core.workouts.notation.cursor import Cursor

LAST: Final = RelativeLoad("last")
TEN: Final = Decimal(10)
MANY_REPS: Final = 30


class Ambiguity:
    """Refuses for one exercise; `unit` is what a load without a unit would be in."""

    __slots__ = ("cursor", "tracking", "unit")

    def __init__(self, cursor: Cursor, tracking: Tracking, unit: MassUnit) -> None:
        self.cursor = cursor
        self.tracking = tracking
        self.unit = unit

    def spell(self, *drafts: Draft) -> str:
        sets = [each for draft in drafts for each in draft.sets()]
        return format_sets(sets, self.tracking, alone=False)

    def _apart(self, before: Draft, draft: Draft) -> str:
        return f"{self.spell(before)} {self.spell(draft)}"

    def error(self, span: Span, first: str, second: str, *spellings: str) -> NotationError:
        """Two readings, as a sentence and as they would be typed."""
        message = f"{self.cursor.source.text(span)} could be {first}, or {second}."
        return self.cursor.source.refuse("E_AMBIGUOUS", message, span, *spellings)

    # A x B on a lift with a load, and no load near

    def refuse_pair(self, draft: Draft, number: Number) -> None:
        """Refuses A x B, read as load x reps, where A may be the sets: at most 10, or a list's length."""
        if not number.whole or (number.value > TEN and number.value != _listed(draft)):
            return
        typed = number.text
        sets = "one set" if number.value == 1 else f"{typed} sets"
        first, second = (
            f"a load of {typed} {self.unit}",
            f"{sets} with a load to be named" if self.tracking in COUNTED else sets,
        )
        error = self.error(draft.span, first, second, self.spell(draft))
        if number.value:
            error.details["hints"].append(self.cursor.source.instead(*self._as_sets(draft, number)))
        raise error

    def _as_sets(self, draft: Draft, number: Number) -> tuple[Span, str]:
        """A x B as sets, with the load that stands near or could: what it replaces, and its spelling."""
        rounds = 1 if _listed(draft) else int(number.value)
        start, end = draft.span
        if self.tracking not in COUNTED:
            return Span(start, end), self.spell(_changed(draft, rounds=rounds))
        load = self._effort_as_load()
        if load is not None:
            spelled = self.spell(_changed(draft, load=load, rounds=rounds))
            return Span(start, self.cursor.end), spelled
        reps = draft.amounts[0].reps or 0
        if len(draft.amounts) == 1 and reps > MANY_REPS and not draft.said:
            return Span(start, end), f"{number.text}x{reps}{self.unit}"
        return Span(start, end), self.spell(_changed(draft, load=LAST, rounds=rounds))

    def _effort_as_load(self) -> Load | None:
        """The load that a bare `@8` right behind may have been meant as, taken."""
        number = number_at(self.cursor, 1) if self.cursor.peek().text == "@" else None
        if number is None or number.tokens > 1 or self.cursor.glued(",", ahead=2):
            return None
        self.cursor.take(2)
        return Load("absolute", number.value, self.unit)

    # A list, and a number of sets or a mark beside it

    def rounds_of_list(self, draft: Draft, sets: int) -> NotationError:
        """What to raise for a list beside a number of sets: are they that many in all, or that many times?"""
        count = len(draft.amounts)
        spellings = [self.spell(draft)]
        if count * sets <= 4 * MANY_REPS:
            spellings.append(self.spell(*[draft] * sets))
        first = f"{count} sets"
        return self.error(draft.span, first, f"{sets} times {count} sets", *spellings)

    def refuse_marks(self, draft: Draft) -> None:
        """Refuses `+`, and `f` on a list, behind several sets: all of them, or only the last?"""
        failures = len(draft.amounts) > 1 and draft.kind == "failure"
        if len(draft) < 2 or not (draft.amrap or failures):
            return
        sets = draft.sets()
        plain = sets[0]._replace(amrap=False, kind="working" if failures else draft.kind)
        before = [plain._replace(reps=each.reps, failed=each.failed) for each in sets[:-1]]
        what = "AMRAP" if draft.amrap else "to failure"
        all_of_them, last = f"{len(sets)} sets, all {what}", f"only the last one {what}"
        spellings = (
            self.spell(draft),
            format_sets([*before, sets[-1]], self.tracking, alone=False),
        )
        raise self.error(draft.span, all_of_them, last, *reversed(spellings))

    # A group beside the one before it

    def refuse_neighbours(self, before: Draft, draft: Draft) -> None:
        """Refuses two groups of which one has something that could belong to the other."""
        forms = (before.form, draft.form)
        span = Span(before.span.start, draft.span.end)
        if forms == ("loose", "open"):
            raise self._either_load(span, before, draft)
        if forms in {("open", "bare"), ("bare", "open")}:
            raise self._load_or_reps(span, before, draft)
        if forms in {
            ("time", "way"),
            ("held", "way"),
            ("way", "time"),
            ("time", "timed"),
        }:
            raise self._time_and_way(span, before, draft)
        if forms == ("timed", "time"):
            raise self._second_time(span, before, draft)

    def _either_load(self, span: Span, before: Draft, draft: Draft) -> NotationError:
        without = _changed(before, load=self._no_load(before), rounds=1 if self._weighted else 0)
        with_load = _changed(draft, load=before.load, rounds=self._rounds_as_sets(draft))
        second = self._apart(without, with_load)
        spellings = (self._apart(before, draft), second)
        return self.error(
            span, "sets with a load and sets without", "the other way round", *spellings
        )

    @property
    def _weighted(self) -> bool:
        return self.tracking == "weight_reps"

    def _no_load(self, draft: Draft) -> Load | None:
        """The load of sets x reps, when the load beside it is not its own."""
        if self._weighted:
            return Load("absolute", Decimal(len(draft)), self.unit)
        return Load("bodyweight") if self.tracking == "bodyweight_reps" else None

    def _rounds_as_sets(self, draft: Draft) -> int:
        load = draft.load
        if self._weighted and isinstance(load, Load) and len(draft.amounts) == 1 and load.value:
            return int(load.value)
        return 0

    def _load_or_reps(self, span: Span, before: Draft, draft: Draft) -> NotationError:
        bare, group = (draft, before) if draft.form == "bare" else (before, draft)
        value = Decimal(".".join(str(each.reps) for each in bare.amounts))
        loaded = _changed(group, load=Load("added", value, self.unit))
        spellings = (self.spell(loaded), self._apart(before, draft))
        typed = self.cursor.source.text(bare.span)
        first, second = f"sets with {typed} {self.unit} added", f"a set of {typed} by itself"
        return self.error(span, first, second, *spellings)

    def _time_and_way(self, span: Span, before: Draft, draft: Draft) -> NotationError:
        """A time, and a distance that it may be the time of; what stands between them binds to the first."""
        time, way = (before, draft) if draft.form != "time" else (draft, before)
        seconds = time.amounts[0].duration_s
        timed = _changed(way, amounts=[a._replace(duration_s=seconds) for a in way.amounts])
        between = self.cursor.source.line[before.span.end - 1 : draft.span.start - 1].rstrip()
        plain = _changed(before, amounts=before.amounts)
        spellings = [f"{self.spell(timed)}{between}"] if way.form == "way" else []
        spellings.append(f"{self.spell(plain)}{between} {self.spell(draft)}")
        first, second = "a distance and its time", "a time and a distance apart"
        return self.error(span, first, second, *spellings)

    def _second_time(self, span: Span, before: Draft, draft: Draft) -> NotationError:
        seconds = draft.amounts[0].duration_s
        again = _changed(before, amounts=[a._replace(duration_s=seconds) for a in before.amounts])
        again.rounds = 1
        first, second = "a distance with two times", "a time apart"
        spellings = (self._apart(before, again), self._apart(before, draft))
        return self.error(span, first, second, *spellings)


def _changed(
    draft: Draft,
    *,
    load: Load | RelativeLoad | None = None,
    rounds: int = 0,
    amounts: Sequence[Amount] = (),
) -> Draft:
    """A group with another load, number of rounds or amounts; without modifiers."""
    changed = Draft(draft.span, amounts or draft.amounts, rounds=rounds or draft.rounds)
    changed.load = draft.load if amounts else load
    changed.kind, changed.side, changed.amrap = draft.kind, draft.side, draft.amrap
    return changed


def _listed(draft: Draft) -> int:
    """How long a list is; 0 if it is none."""
    return len(draft.amounts) if len(draft.amounts) > 1 else 0
