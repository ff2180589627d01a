"""Reads a line of the set notation: exercises, their groups of sets, and a note.

Strict and total: what can be read in two ways is refused with both spellings, and nothing but a NotationError
leaves. Each character is looked at a bounded number of times, so a hostile line costs what a long one costs.

    line   = entry { " + " entry } [ "//" note ]
    entry  = exercise group { group }
    group  = ( load x reps [x sets] | sets x reps [@ load] | times | distances | reps ) { modifier }
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Generic

from workout_core.errors import NotationError, UnknownExerciseError
from workout_core.workouts.notation.amounts import SUFFIXES
from workout_core.workouts.notation.cursor import Cursor
from workout_core.workouts.notation.groups import GroupReader
from workout_core.workouts.notation.model import (
    Entry,
    K,
    Known,
    Names,
    NotatedSet,
    ParsedLine,
    Units,
)
from workout_core.workouts.notation.modifiers import modifier_ahead, read_modifier
from workout_core.workouts.notation.quantities import measure_at
from workout_core.workouts.notation.source import Source, Span
from workout_core.workouts.notation.tokens import DIGITS, words
from workout_core.workouts.notation.tracked import EXAMPLES

if TYPE_CHECKING:
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.notation.draft import Draft

LONGEST_NAME: Final = 40
LONGEST_GUESS: Final = 8
MOST_SETS: Final = 1_000
KILOGRAMS: Final = Units()


def parse(line: str, names: Names[K], units: Units = KILOGRAMS) -> ParsedLine[K]:
    """What a line says; a load without a unit is in that of `units`. Raises NotationError."""
    return LineReader(line, names, units).read()


def parse_sets(text: str, exercise: Known, units: Units = KILOGRAMS) -> tuple[NotatedSet, ...]:
    """The sets of an exercise that is known already. Raises NotationError."""
    source = Source(text)
    found = words(source.body)
    cursor = Cursor(source, found, 0)
    sets = read_sets(cursor, exercise, units.of(exercise), MOST_SETS)
    plus = cursor.word < len(found)
    if plus or source.mark is not None:
        start = found[cursor.word].column if plus else (source.mark or 0) + 1
        span = Span(start, len(source.line) + 1)
        message = f"Only sets of {exercise.name} belong here, not {source.text(span)}."
        raise source.refuse("E_SYNTAX", message, span, "")
    return sets


def read_sets(cursor: Cursor, exercise: Known, unit: MassUnit, most: int) -> tuple[NotatedSet, ...]:
    """The groups of an entry, each with its modifiers: at most so many sets."""
    reader = GroupReader(cursor, exercise, unit)
    sets: list[NotatedSet] = []
    draft: Draft | None = None
    while not cursor.ended:
        start = cursor.column
        if not modifier_ahead(cursor):
            sets += draft.sets() if draft else ()
            draft = reader.read(draft)
        elif draft is None:
            raise _no_sets(cursor, exercise)
        else:
            read_modifier(cursor, draft)
        _refuse_glued(cursor, start)
        if len(sets) + len(draft or ()) > most:
            message = (
                f"A line has at most {MOST_SETS:,} sets; write the others on a line of their own."
            )
            raise cursor.source.refuse("E_RANGE", message, cursor.since(start))
    if draft is None:
        raise _no_sets(cursor, exercise)
    return (*sets, *draft.sets())


def _no_sets(cursor: Cursor, exercise: Known) -> NotationError:
    column = cursor.column
    message = f"No sets of {exercise.name} are here, as in {EXAMPLES[exercise.tracking]}."
    example = EXAMPLES[exercise.tracking]
    spelling = f" {example}" if cursor.ended else f"{example} "
    error = cursor.source.refuse("E_NO_SETS", message, Span(column, column), spelling)
    error.details["read"] = exercise.name
    return error


def _refuse_glued(cursor: Cursor, start: int) -> None:
    """A group or a modifier ends with its word; only an effort may be glued to it."""
    after = cursor.peek()
    if after.text == "@" or (after.spaced and after.text != "x"):
        return
    done, rest = cursor.since(start), cursor.word_span()
    typed = cursor.source.text(rest)
    message = f"{typed} doesn't belong behind {cursor.source.text(done)}."
    note = after.text == "/" and cursor.glued("/", ahead=1)
    apart = note or modifier_ahead(cursor) or measure_at(cursor) is not None
    raise cursor.source.refuse("E_SYNTAX", message, rest, f" {typed}" if apart else "")


class LineReader(Generic[K]):
    """Reads one line."""

    def __init__(self, line: str, names: Names[K], units: Units) -> None:
        self.source = Source(line)
        self.names = names
        self.units = units
        self.words = words(self.source.body)
        self.room = MOST_SETS

    def read(self) -> ParsedLine[K]:
        note = self.source.note()
        if not self.words:
            message = "There is nothing here yet: an exercise, then its sets."
            raise self.source.refuse("E_NO_SETS", message, Span(1, 1))
        entries: list[Entry[K]] = []
        at = -1
        while at < len(self.words):
            entry, at = self._entry(at + 1)
            entries.append(entry)
        return ParsedLine(tuple(entries), note)

    def _entry(self, at: int) -> tuple[Entry[K], int]:
        """The entry that begins with a word, and the `+` or the end that it ends with."""
        exercise, count = self._exercise(at)
        cursor = Cursor(self.source, self.words, at + count)
        try:
            sets = read_sets(cursor, exercise, self.units.of(exercise), self.room)
        except NotationError as error:
            self._hint_at_words(error, cursor.begin)
            raise
        self.room -= len(sets)
        last = self.words[cursor.word - 1]
        raw = self.source.line[self.words[at].column - 1 : last.column - 1 + len(last.text)]
        return Entry(exercise, sets, raw), cursor.word

    def _exercise(self, at: int) -> tuple[K, int]:
        following = [word.text for word in self.words[at : at + LONGEST_NAME]]
        found = self.names.longest(following) if following else None
        if found is not None and 0 < found[1] <= len(following):
            return found
        if not following or following[0] == "+":
            raise self._lonely_plus(min(at, len(self.words) - 1))
        raise self._unknown(at)

    def _lonely_plus(self, at: int) -> NotationError:
        span = Span(self.words[at].column, self.words[at].column + 1)
        message = "A + by itself stands between two exercises of a superset."
        return self.source.refuse("E_SYNTAX", message, span, "")

    def _unknown(self, at: int) -> NotationError:
        """What to raise for a name that nobody knows: the words up to the first that looks like sets."""
        first = self.words[at]
        guess = [first]
        for word in self.words[at + 1 : at + LONGEST_GUESS]:
            if word.text[0] in DIGITS or word.text[0] in "+-@":
                break
            guess.append(word)
        read = self.source.text(Span(first.column, guess[-1].column + len(guess[-1].text)))
        hints = [exercise.name for exercise in self.names.nearest(read)]
        if at and first.text[0] in DIGITS:
            plus = self.words[at - 1]
            hints.insert(0, self.source.instead(Span(plus.column, first.column), "+"))
        return UnknownExerciseError(
            f"No exercise is called {read}.",
            code="E_UNKNOWN_EXERCISE",
            column=first.column,
            read=read,
            hints=hints,
            line=self.source.line,
        )

    def _hint_at_words(self, error: NotationError, begin: int) -> None:
        """Where plain words stand among sets: another exercise without its `+`, or a note without its `//`."""
        column = error.details["column"]
        if error.details["code"] != "E_SYNTAX" or error.details["hints"]:
            return
        at = bisect_left(self.words, column, key=lambda word: word.column)
        if column > begin and at < len(self.words) and self.words[at].column == column:
            error.details["hints"] = self._readings_of_words(at)

    def _readings_of_words(self, at: int) -> list[str]:
        word, before = self.words[at], self.words[at - 1]
        place, behind = Span(word.column, word.column), before.column + len(before.text)
        if word.text.lower() in SUFFIXES:
            return [self.source.instead(Span(behind, word.column), "")]
        following = [each.text for each in self.words[at : at + LONGEST_NAME]]
        if self.names.longest(following) is None:
            if word.text[0] == "+" and self.names.longest([word.text[1:], *following[1:]]):
                return [self.source.instead(Span(word.column, word.column + 1), "+ ")]
            return [self.source.instead(place, "// ")] if word.text[0].isalpha() else []
        if before.text[-1] == "+":
            return [self.source.instead(Span(behind - 1, behind), " +")]
        return [self.source.instead(place, "+ ")]
