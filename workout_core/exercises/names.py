"""Finding an exercise by what people call it.

Everything is compared by its key (keys.py). What the user calls an exercise wins over the catalogue.

The catalogue's keys are compiled (compiler.py): an index costs only what the user's names cost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias
from uuid import UUID

from workout_core.exercises.compiled import BASICS, KEYS, LONGEST
from workout_core.exercises.keys import normalise, spoken, tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_core.vocabulary import MassUnit, Tracking

_NOTHING: Final = (None, None)
# What a text may cost that names nothing, however long it is; how alike a word and a name must be.
_MOST_SIGNS: Final = 100
_MOST_WORDS: Final = 8
_MOST_LETTERS: Final = 30
_ALIKE_WORD: Final = 0.65
_ALIKE: Final = 0.33
_ALMOST: Final = 0.85

# A rank (0 the same name, 1 its beginning, 2 word starts, 3 alike) and a cost within it.
Closeness: TypeAlias = tuple[int, float]
_EQUIPMENT: Final = frozenset(
    {
        *("band", "barbell", "bodyweight", "cable", "dumbbell", "ezbar", "kettlebell", "machine"),
        *("plate", "smithmachine", "trapbar"),
    }
)


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """What logging must know of an exercise."""

    id: UUID
    slug: str | None
    name: str
    tracking: Tracking
    unit: MassUnit | None = None
    implements: int = 1
    hidden: bool = False


class NameIndex:
    """The catalogue and a user's own exercises, by every name that they go by.

    `aliases` are pairs of a normalised key and an exercise's id. An own exercise with the id of one
    of the catalogue takes its place, under the catalogue's names for it too.
    """

    def __init__(
        self, own: Iterable[KnownExercise] = (), aliases: Iterable[tuple[str, UUID]] = ()
    ) -> None:
        self._own = {exercise.id: exercise for exercise in own}
        self._slugs = {exercise.slug: exercise for exercise in self._own.values() if exercise.slug}
        self._keys: dict[str, UUID] = {}
        for exercise in self._own.values():
            # A row that only repeats the catalogue's name claims nothing: an alias may outrank it.
            if exercise.name != BASICS.get(exercise.slug or "", _NOTHING)[1]:
                self._keys.setdefault(normalise(exercise.name), exercise.id)
        for key, exercise_id in aliases:
            self._keys.setdefault(key, exercise_id)
        # A word of a key is typed as two words at most ("pull up"), or as none ("-", "and").
        self._most_words = 2 + 2 * max(LONGEST, *(key.count(" ") + 1 for key in self._keys), 1)

    def get(self, exercise_id: UUID) -> KnownExercise | None:
        """The exercise of an id."""
        if own := self._own.get(exercise_id):
            return self._completed(own)
        slug = _slugs().get(exercise_id.hex)
        return _basic(slug) if slug else None

    def find(self, text: str) -> KnownExercise | None:
        """The exercise with that slug, name or alias."""
        slug = text.strip().lower()
        given = self._keys.get(normalise(slug)) if slug in BASICS else None
        by_user = self.get(given) if given else None
        return by_user or self._by_slug(slug) or self._by_key(normalise(text))

    def longest(self, words: Sequence[str]) -> tuple[KnownExercise, int] | None:
        """The exercise that the most words from the first one on name, and how many they are."""
        if words and words[0] == "+":  # it joins exercises, and begins none
            return None
        for count in range(min(len(words), self._most_words), 0, -1):
            if count > 1 and not tells(words[count - 1]):
                continue
            if exercise := self.find(" ".join(words[:count])):
                return exercise, count
        return None

    def nearest(self, text: str, limit: int = 5) -> list[KnownExercise]:
        """What may have been meant, hidden exercises apart, the nearest first."""
        shown = [exercise for exercise, _ in self.ranked(text) if not exercise.hidden]
        return shown[:limit]

    def ranked(self, text: str) -> list[tuple[KnownExercise, Closeness]]:
        """What may have been meant and how close it is: exact names first, then beginnings, word starts, likenesses."""
        wanted = _Wanted(text)
        ranked: dict[UUID, tuple[object, ...]] = {}
        found: dict[UUID, tuple[KnownExercise, Closeness]] = {}
        for exercise, key in self._names():
            if closeness := wanted.closeness(key, exercise.name):
                rank = (*closeness, exercise.id not in self._own, len(key), exercise.name, key)
                if exercise.id not in ranked or rank < ranked[exercise.id]:
                    ranked[exercise.id] = rank
                    found[exercise.id] = exercise, closeness
        return [found[each] for each in sorted(ranked, key=lambda each: (ranked[each], each))]

    def _by_slug(self, slug: str) -> KnownExercise | None:
        if own := self._slugs.get(slug):
            return self._completed(own)
        return self.get(UUID(BASICS[slug][0])) if slug in BASICS else None

    def _by_key(self, key: str) -> KnownExercise | None:
        exercise_id = self._keys.get(key)
        own = self.get(exercise_id) if exercise_id else None
        return own or (self._by_slug(KEYS[key]) if key in KEYS else None)

    def _completed(self, own: KnownExercise) -> KnownExercise:
        """An own exercise; what it leaves open is as in the catalogue."""
        slug = own.slug or _slugs().get(own.id.hex)
        implements = implements_of(own.id, own.implements)
        if (slug, implements) == (own.slug, own.implements):
            return own
        return replace(own, slug=slug, implements=implements)

    def _names(self) -> Iterator[tuple[KnownExercise, str]]:
        known = cache(self._by_slug)
        for key in self._keys:
            if exercise := self._by_key(key):
                yield exercise, key
        for key, slug in KEYS.items():
            if key not in self._keys and (exercise := known(slug)):
                yield exercise, key


class _Wanted:
    """A text that names nothing, to be compared with what does."""

    def __init__(self, text: str) -> None:
        text = text[:_MOST_SIGNS]
        self._spoken = spoken(text)
        self._key = normalise(text)
        self._words = self._key.split()[:_MOST_WORDS]
        self._likeness = [_Likeness(word) for word in self._words]
        self._whole = _Likeness(self._spoken)

    def closeness(self, key: str, name: str) -> Closeness | None:
        """A rank from 0, the best, and a cost within it; None where nothing is alike."""
        if key == self._key:
            return 0, 0
        if not self._spoken:
            return None
        if spoken(name).startswith(self._spoken) or _starts(key, self._spoken):
            return 1, 0
        words = key.split()
        if all(any(word.startswith(start) for word in words) for start in self._words):
            return 2, 0
        alike = sum(max(map(likeness.to, words)) for likeness in self._likeness)
        share = round(2 * alike / (len(self._words) + len(words)), 3)
        if (whole := self._whole.to(spoken(name))) >= _ALMOST:  # a slip in a word that keys join
            share = max(share, whole)
        return (3, -share) if share >= _ALIKE else None


class _Likeness:
    """How alike words are to one word, from 0 to 1; each is compared once."""

    def __init__(self, word: str) -> None:
        self._word = word[:_MOST_LETTERS]
        self._matcher = SequenceMatcher(b=self._word, autojunk=False)
        self._known: dict[str, float] = {}

    def to(self, word: str) -> float:
        if word not in self._known:
            self._known[word] = self._compared(word)
        return self._known[word]

    def _compared(self, word: str) -> float:
        if word == self._word:
            return 1
        if word in _EQUIPMENT and self._word in _EQUIPMENT:
            return 0
        if len(self._word) > 1 and word.startswith(self._word):
            return 0.9
        self._matcher.set_seq1(word[:_MOST_LETTERS])
        bounds = (self._matcher.real_quick_ratio, self._matcher.quick_ratio)
        if any(bound() < _ALIKE_WORD for bound in bounds):
            return 0
        ratio = self._matcher.ratio()
        return ratio if ratio >= _ALIKE_WORD else 0


def _starts(key: str, text: str) -> bool:
    """Whether a key begins with a text; only of a single word is the order known."""
    return " " not in key and key.startswith(text)


def implements_of(exercise_id: UUID, own: int | None) -> int:
    """How many loads an exercise takes, one in each hand: as its user says, else as the catalogue does."""
    slug = _slugs().get(exercise_id.hex)
    return own or (BASICS[slug][3] if slug else 1)


@cache
def _slugs() -> dict[str, str]:
    return {basics[0]: slug for slug, basics in BASICS.items()}


def _basic(slug: str) -> KnownExercise:
    exercise_id, name, tracking, implements, _ = BASICS[slug]
    return KnownExercise(UUID(exercise_id), slug, name, tracking, implements=implements)
