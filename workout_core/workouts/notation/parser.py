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
from workout_core.workouts.notation.amounts import EXAMPLES, SUFFIXES
from workout_core.workouts.notation.cursor import Cursor
from workout_core.workouts.notation.groups import GroupReader
from workout_core.workouts.notation.model import Entry, K, Known, Names, NotatedSet, ParsedLine
from workout_core.workouts.notation.modifiers import modifier_ahead, read_modifier
from workout_core.workouts.notation.source import Source, Span
from workout_core.workouts.notation.tokens import DIGITS, words

if TYPE_CHECKING:
    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.notation.draft import Draft

LONGEST_NAME: Final = 40
LONGEST_GUESS: Final = 8
MOST_SETS: Final = 1_000


def parse(line: str, names: Names[K], unit: MassUnit = "kg") -> ParsedLine[K]:
    """What a line says; a load without a unit is in the exercise's, else in `unit`. Raises NotationError."""
    return LineReader(line, names, unit).read()


def parse_sets(text: str, exercise: Known, unit: MassUnit = "kg") -> tuple[NotatedSet, ...]:
    """The sets of an exercise that is known already. Raises NotationError."""
    source = Source(text)
    found = words(source.body)
    cursor = Cursor(source, found, 0)
    sets = read_sets(cursor, exercise, exercise.unit or unit, MOST_SETS)
    rest = found[cursor.word].column if cursor.word < len(found) else (source.mark or -1) + 1
    if rest > 0:
        span = Span(rest, len(source.line) + 1)
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
        if len(sets) > most:
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
    place = Span(column, column)
    return cursor.source.refuse("E_NO_SETS", message, place, f" {EXAMPLES[exercise.tracking]} ")


def _refuse_glued(cursor: Cursor, start: int) -> None:
    """A group or a modifier ends with its word; only an effort may be glued to it."""
    after = cursor.peek()
    if after.spaced and after.text != "x":
        return
    if after.text == "@":
        return
    done, rest = cursor.since(start), cursor.word_span()
    typed = cursor.source.text(rest)
    message = f"{typed} doesn't belong behind {cursor.source.text(done)}."
    raise cursor.source.refuse("E_SYNTAX", message, rest, f" {typed}")


class LineReader(Generic[K]):
    """Reads one line."""

    def __init__(self, line: str, names: Names[K], unit: MassUnit) -> None:
        self.source = Source(line)
        self.names = names
        self.unit = unit
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
            sets = read_sets(cursor, exercise, exercise.unit or self.unit, self.room)
        except NotationError as error:
            self._hint_at_words(error)
            raise
        self.room -= len(sets)
        last = self.words[cursor.word - 1]
        raw = self.source.line[self.words[at].column - 1 : last.column - 1 + len(last.text)]
        return Entry(exercise, sets, raw), cursor.word

    def _exercise(self, at: int) -> tuple[K, int]:
        following = [word.text for word in self.words[at : at + LONGEST_NAME]]
        if not following:
            span = Span(self.words[-1].column, self.words[-1].column + 1)
            message = "After a + by itself comes the next exercise of the superset."
            raise self.source.refuse("E_SYNTAX", message, span, "")
        found = self.names.longest(following)
        if found is not None and 0 < found[1] <= len(following):
            return found
        raise self._unknown(at)

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

    def _hint_at_words(self, error: NotationError) -> None:
        """Where plain words stand among sets: another exercise without its `+`, or a note without its `//`."""
        details = error.details
        if details["code"] != "E_SYNTAX" or details["hints"]:
            return
        at = bisect_left(self.words, details["column"], key=lambda word: word.column)
        if at == len(self.words) or self.words[at].column != details["column"]:
            return
        place = Span(details["column"], details["column"])
        text = self.words[at].text.lower()
        known = self.names.longest([word.text for word in self.words[at : at + LONGEST_NAME]])
        if text in SUFFIXES:
            place = Span(self.words[at - 1].column + len(self.words[at - 1].text), place.end)
            details["hints"] = [self.source.instead(place, "")]
        elif known is not None:
            details["hints"] = [self.source.instead(place, "+ ")]
        elif text[0].isalpha():
            details["hints"] = [self.source.instead(place, "// ")]
