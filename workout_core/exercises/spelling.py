"""Which names can be typed into a line of sets and be read as names there."""

from __future__ import annotations

import re
from typing import Final

# Words that a line reads as a load, a side or a modifier.
WORDS_OF_SETS: Final = frozenset(
    {
        *("x", "w", "d", "f", "p", "l", "r", "t", "ea", "bw", "last", "top"),
        *("rest", "rpe", "rir", "tempo", "drop", "amrap", "failure", "restpause", "warmup"),
    }
)
# As texts, compiled when a name is given: a line of known names can spare them.
_UNITS: Final = "kgs?|lbs?|km|k|mi|min|m|yd|ft|h|s|sec|kcal|%"
_NUMBER: Final = r"[+-]?\d+(?:[.,:/]\d+)*"
# Sets begin with one of these two: a load, repetitions, a time, a distance.
_SETS: Final = rf"(?:bw[+-])?{_NUMBER}(?:{_UNITS})?\+?(?:[x×*].*)?"
_LOADS: Final = r"(?:bw|last|top)(?:[+-].*)?(?:[x×*]\d.*)?"
_MODIFIERS: Final = r"@.*|(?:rpe|rir|rest|tempo|elev|hr|r|t)\d[\d.,:/]*(?:s|sec|min)?"


def why_untypeable(name: str) -> str | None:
    """Why a name cannot be told from what stands around it in a line of sets; None where it can."""
    typed = name.lower().split()
    words = [word for word in typed if any(map(str.isalnum, word))]  # a name is known by no others
    if any(word.startswith("//") for word in typed):
        return "// begins a note"
    if "+" in (*typed[:1], *typed[-1:]):
        return "a + by itself stands between two exercises"
    if not any(map(str.isalpha, name)):
        return "it has no letter"
    if len(words) == 1 and (words[0] in WORDS_OF_SETS or re.fullmatch(_MODIFIERS, words[0])):
        return f"a line reads {words[0]} as a part of its sets"
    if re.fullmatch(_SETS, words[-1]) or re.fullmatch(_LOADS, words[-1]):
        return f"a line reads {words[-1]} as the beginning of its sets"
    return None
