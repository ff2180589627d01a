"""The keys by which names of exercises are compared.

Case, accents, punctuation, hyphens, plurals, the order of words and the usual abbreviations are
folded, so that "Bench Press (Barbell)" and "barbell bench presses" meet. Words for equipment stay,
because a dumbbell press is another lift.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

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
_LIMBS: Final = ("arm", "leg", "hand")


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


def tells(word: str) -> bool:
    """Whether a word can belong to a name: it is more than punctuation or a filler."""
    return word.lower() not in _STOPWORDS and any(map(str.isalnum, word))


def spoken(text: str) -> str:
    """The words of a text in their order, as prefixes are compared."""
    return " ".join(_WORDS.findall(_letters(_folded(text))))
