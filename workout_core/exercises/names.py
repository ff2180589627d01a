"""Finding an exercise by what people call it.

Everything is compared by its key: case, accents, punctuation, hyphens, plurals, the order of words
and the usual abbreviations are folded, so that "Bench Press (Barbell)" and "barbell bench presses"
meet. Words for equipment stay, because a dumbbell press is another lift. What the user calls an
exercise wins over the catalogue.

The catalogue's keys are compiled (compiler.py): an index costs only what the user's names cost.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias
from uuid import UUID

from workout_core.exercises.compiled import BASICS, KEYS, LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_core.vocabulary import MassUnit, Tracking

_DROPPED: Final = re.compile("[\u0300-\u036f\ufe00-\ufe0f]")
_LETTERS: Final = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_SIGNS: Final = str.maketrans(dict.fromkeys("'`\u2018\u2019\u02bc\u00b4") | {"\u2044": "/"})
# Words by what they are not, because a class with all of Unicode takes 2 ms to compile.
_WORDS: Final = re.compile(r"[0-9]+(?:[/.][0-9]+)+|[^\x00-/:-`{-\x7f]+")
_STOPWORDS: Final = frozenset({"and", "the", "with"})

_SYNONYMS: Final = {
    "abdominal": "ab",
    "alt": "alternating",
    "alternate": "alternating",
    "armed": "arm",
    "barbel": "barbell",
    "bb": "barbell",
    "benchpress": "bench press",
    "calves": "calf",
    "db": "dumbbell",
    "declined": "decline",
    "deltoid": "delt",
    "dumbbel": "dumbbell",
    "dumbel": "dumbbell",
    "dumbell": "dumbbell",
    "ext": "extension",
    "fitball": "swissball",
    "flye": "fly",
    "gripped": "grip",
    "hammerstrength": "hammer strength",
    "handed": "hand",
    "inc": "incline",
    "inclined": "incline",
    "kb": "kettlebell",
    "laying": "lying",
    "legged": "leg",
    "med": "medicine",
    "one": "single",
    "paused": "pause",
    "pulley": "cable",
    "rev": "reverse",
    "sitting": "seated",
    "tri": "tricep",
    "trx": "suspension",
    "tyre": "tire",
}
# Alone they stay as typed: someone's own alias "ohp" must not claim "overhead press" as well.
_ABBREVIATIONS: Final = {
    "bss": "bulgarian split squat",
    "cg": "close grip",
    "cgbp": "close grip bench press",
    "dl": "deadlift",
    "ghr": "glute ham raise",
    "oh": "overhead",
    "ohp": "overhead press",
    "rdl": "romanian deadlift",
    "sa": "single arm",
    "sl": "single leg",
    "sldl": "stiff leg deadlift",
}
_COMPOUNDS: Final = tuple(
    (*pair.split(), pair.replace(" ", ""))
    for pair in (
        *("pull up", "push up", "chin up", "sit up", "step up", "muscle up", "press up", "get up"),
        *("v up", "warm up", "pull down", "push down", "press down", "pull over", "cross over"),
        *("pull apart", "pull through", "kick back", "roll out", "dead lift", "dead hang"),
        *("skull crusher", "bent over", "over head", "body weight", "smith machine", "trap bar"),
        *("hex bar", "ez bar", "t bar", "v bar", "ab wheel", "wood chop", "wood chopper"),
        *("jack knife", "l sit", "ski erg", "stair master", "tread mill"),
        *("swiss ball", "exercise ball", "stability ball"),
    )
)
_LONE: Final = {
    "exerciseball": "swissball",
    "hexbar": "trapbar",
    "pressdown": "pushdown",
    "pressup": "pushup",
    "smith": "smithmachine",
    "stabilityball": "swissball",
    "woodchopper": "woodchop",
}
# What says nothing beside another word: a band with a handle is a band.
_IDLE: Final = (
    ("handle", "band"),
    ("loop", "band"),
    ("mini", "band"),
    ("resistance", "band"),
    ("leverage", "machine"),
)
# Of these the order tells: high to low is another movement than low to high.
_WAYS: Final = frozenset({"bottom", "down", "high", "low", "top", "up"})
# What a text may cost that names nothing, however long it is; how alike a word and a name must be.
_MOST_SIGNS: Final = 100
_MOST_WORDS: Final = 8
_MOST_LETTERS: Final = 30
_ALIKE_WORD: Final = 0.65
_ALIKE: Final = 0.33
_ALMOST: Final = 0.85

_LIMBS: Final = ("arm", "leg", "hand")
_NOTHING: Final = (None, None)

# A rank (0 the same name, 1 its beginning, 2 word starts, 3 alike) and a cost within it.
Closeness: TypeAlias = tuple[int, float]
_EQUIPMENT: Final = frozenset(
    {
        *("band", "barbell", "bodyweight", "cable", "dumbbell", "ezbar", "kettlebell", "machine"),
        *("plate", "smithmachine", "trapbar"),
    }
)


def normalise(text: str) -> str:
    """The key by which names are compared; the key of a key is itself."""
    folded = _folded(text)
    words = [word for raw in _WORDS.findall(_letters(folded)) for word in _plain(raw)]
    words = [word for word in words if word not in _STOPWORDS] or words
    if not words:
        return " ".join(folded.split())
    if len(words) > 1:
        words = [part for word in words for part in _ABBREVIATIONS.get(word, word).split()]
    if "to" in words:
        words = _directed(words)
    return " ".join(sorted(_joined(Counter(words))))


def _folded(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    if not text.isascii():
        # Sign by sign: normalising a long run of combining marks as a whole takes quadratic time.
        text = _DROPPED.sub("", "".join(map(_decomposed, text))).translate(_LETTERS)
    return text.lower().translate(_SIGNS)


def _decomposed(sign: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())


def _letters(text: str) -> str:
    """Blanks instead of foreign punctuation; marks stay, many scripts write vowels with them."""
    if text.isascii():
        return text
    return "".join(
        sign if sign.isascii() or unicodedata.category(sign)[0] in "LMN" else " " for sign in text
    )


def _plain(word: str) -> list[str]:
    """A word's singular in its usual spelling, which may be two words."""
    if word.isascii() and word.isalpha() and len(word) > 2:
        word = _SYNONYMS.get(word, word)
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "ches", "shes", "xes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    return _SYNONYMS.get(word, word).split()


def _directed(words: list[str]) -> list[str]:
    """Words in which a way, as from high to low, has become one word."""
    found: list[str] = []
    for word in words:
        if len(found) > 1 and found[-1] == "to" and {found[-2], word} <= _WAYS:
            found[-2:] = [f"{found[-2]}to{word}"]
        else:
            found.append(word)
    return found


def _joined(words: Counter[str]) -> Counter[str]:
    """A bag of words in which parts of a compound have become one word, wherever they stood."""
    if "1" in words and any(limb in words for limb in _LIMBS):
        words["single"] += words.pop("1")
    for first, second, compound in _COMPOUNDS:
        if first in words and second in words:
            pairs = min(words[first], words[second])
            words += Counter({first: -pairs, second: -pairs, compound: pairs})
    for word, other in _LONE.items():
        if word in words:
            words[other] += words.pop(word)
    for word, other in _IDLE:
        if word in words and other in words:
            del words[word]
    return words


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
            if count > 1 and not _tells(words[count - 1]):
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
        wanted = _Wanted(text[:_MOST_SIGNS])
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
        self._spoken = _spoken(text)
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
        if _spoken(name).startswith(self._spoken) or _starts(key, self._spoken):
            return 1, 0
        words = key.split()
        if all(any(word.startswith(start) for word in words) for start in self._words):
            return 2, 0
        alike = sum(max(map(likeness.to, words)) for likeness in self._likeness)
        share = round(2 * alike / (len(self._words) + len(words)), 3)
        if (whole := self._whole.to(_spoken(name))) >= _ALMOST:  # a slip in a word that keys join
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


def implements_of(exercise_id: UUID, own: int | None) -> int:
    """How many loads an exercise takes, one in each hand: as its user says, else as the catalogue does."""
    slug = _slugs().get(exercise_id.hex)
    return own or (BASICS[slug][3] if slug else 1)


def _tells(word: str) -> bool:
    """Whether a word can belong to a name: it is more than punctuation or a filler."""
    return word.lower() not in _STOPWORDS and any(map(str.isalnum, word))


def _starts(key: str, text: str) -> bool:
    """Whether a key begins with a text; only of a single word is the order known."""
    return " " not in key and key.startswith(text)


def _spoken(text: str) -> str:
    """The words of a text in their order, as prefixes are compared."""
    return " ".join(_WORDS.findall(_letters(_folded(text))))


@cache
def _slugs() -> dict[str, str]:
    return {basics[0]: slug for slug, basics in BASICS.items()}


def _basic(slug: str) -> KnownExercise:
    exercise_id, name, tracking, implements, _ = BASICS[slug]
    return KnownExercise(UUID(exercise_id), slug, name, tracking, implements=implements)
