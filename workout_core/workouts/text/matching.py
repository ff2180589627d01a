"""Which of the stored lines, executions and sets are meant by what was typed: what is equal stays what it is."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from workout_core.exercises.names import KnownExercise
    from workout_core.workouts.notation.model import Entry, NotatedSet
    from workout_core.workouts.text.lines import StoredExecution, StoredLine, TypedLine
    from workout_core.workouts.text.spelling import SpelledSet

T = TypeVar("T")


@dataclass(slots=True)
class Wanted:
    """An execution as it should be: which one it is (None: a new one), and what it says (None: what it does)."""

    stored: StoredExecution | None
    entry: Entry[KnownExercise] | None


def same_lines(stored: Sequence[StoredLine], typed: Sequence[TypedLine]) -> dict[int, StoredLine]:
    """The stored line of each typed one that says the same, by its place."""
    found: dict[int, StoredLine] = {}
    left = list(stored)
    for whole in (True, False):
        places = [at for at in range(len(typed)) if at not in found]
        old = [(each.body, each.note if whole else "") for each in left]
        new = [(typed[at].body, typed[at].note if whole else "") for at in places]
        pairs = list(_equal(old, new))
        pairs += _anywhere(old, new, pairs)
        found |= {places[at]: left[was] for was, at in pairs}
        taken = {was for was, _ in pairs}
        left = [each for at, each in enumerate(left) if at not in taken]
    return found


def match_executions(
    stored: Sequence[StoredExecution], entries: Sequence[Entry[KnownExercise]]
) -> list[Wanted]:
    """The execution of each entry: of its exercise, best with the same sets; else one with a set of it."""
    found: dict[int, int] = {}
    old, new = [_content(each) for each in stored], [_said(each) for each in entries]
    by_exercise = [each.exercise.id for each in stored], [each.exercise.id for each in entries]
    for before, after in ((old, new), by_exercise):
        left = [at for at in range(len(stored)) if at not in found.values()]
        open_ = [at for at in range(len(entries)) if at not in found]
        was, now = [before[at] for at in left], [after[at] for at in open_]
        pairs = list(_equal(was, now))
        pairs += _anywhere(was, now, pairs)
        found |= {open_[at]: left[place] for place, at in pairs}
    _renamed(stored, entries, found)
    return [
        Wanted(stored[found[at]] if at in found else None, entry)
        for at, entry in enumerate(entries)
    ]


def match_sets(
    stored: Sequence[SpelledSet], wanted: Sequence[NotatedSet]
) -> list[SpelledSet | None]:
    """The stored set of each wanted one, in order; None for a new one."""
    found: list[SpelledSet | None] = [None] * len(wanted)
    matcher = SequenceMatcher(None, [each.read for each in stored], list(wanted), autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            for was, at in zip(range(first, last), range(begin, end), strict=False):
                found[at] = stored[was]
    return found


def _renamed(
    stored: Sequence[StoredExecution],
    entries: Sequence[Entry[KnownExercise]],
    found: dict[int, int],
) -> None:
    """Sets that stand under another exercise now: the same work by its right name."""
    left = [at for at in range(len(stored)) if at not in found.values()]
    for at, entry in enumerate(entries):
        if at in found:
            continue
        for was in left:
            if stored[was].sets and {each.read for each in stored[was].sets} & {*entry.sets}:
                found[at] = was
                left.remove(was)
                break


def _content(execution: StoredExecution) -> Hashable:
    return execution.exercise.id, tuple(each.read for each in execution.sets)


def _said(entry: Entry[KnownExercise]) -> Hashable:
    return entry.exercise.id, entry.sets


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Pairs of places with equal contents, in the same order on both sides."""
    for was, at, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from zip(range(was, was + size), range(at, at + size), strict=True)


def _anywhere(
    old: Sequence[Hashable], new: Sequence[Hashable], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pairs of places with equal contents that moved."""
    taken, done = {was for was, _ in pairs}, {at for _, at in pairs}
    places: dict[Hashable, list[int]] = {}
    for was, each in enumerate(old):
        if was not in taken:
            places.setdefault(each, []).append(was)
    return [
        (places[each].pop(0), at)
        for at, each in enumerate(new)
        if at not in done and places.get(each)
    ]
