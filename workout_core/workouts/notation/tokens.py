"""The tokens of the set notation, and the words that they stand in.

Whether a comma is a decimal mark or begins a list depends on where it stands, so it is a token of its own and
the parser decides. Blanks have a meaning too (`3x8 +10` is not `3x8+10`): a token knows if one stands before it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TokenKind = Literal["number", "word", "mark", "other", "end"]

DIGITS: Final = frozenset("0123456789")
LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWYZ")
MARKS: Final = {c: c for c in "x@+-%,/:"} | dict.fromkeys("X×*", "x")

_WORDS: Final = re.compile("[^ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_DIGITS: Final = re.compile("[0-9]*")
_LETTERS: Final = re.compile("[A-WYZa-wyz]*")


class Word(NamedTuple):
    """A run of characters without a blank; its column counts from 1."""

    text: str
    column: int


class Token:
    """`text` is in lower case, with every spelling of x as x; `value` is a number's; a column counts from 1."""

    __slots__ = ("column", "end", "kind", "spaced", "text", "value", "whole")

    def __init__(
        self, kind: TokenKind, text: str, value: Decimal, column: int, *, spaced: bool
    ) -> None:
        self.kind: TokenKind = kind
        self.text = text
        self.value = value
        self.column = column
        self.end = column + len(text)
        self.spaced = spaced
        self.whole = kind == "number" and "." not in text


NO_VALUE: Final = Decimal(0)


def words(line: str) -> list[Word]:
    return [Word(found.group(), found.start() + 1) for found in _WORDS.finditer(line)]


def word_end(line: str, column: int) -> int:
    """Where the word ends that a column of a line is in."""
    return _run(_WORDS, line, column - 1) + 1


def tokenize(word: Word) -> Iterator[Token]:
    """The tokens of a word; an x is always one of its own, for no unit and no modifier has one."""
    at = 0
    while at < len(word.text):
        kind, end = _scan(word.text, at)
        text = word.text[at:end]
        text = MARKS[text] if kind == "mark" else text.lower() if kind == "word" else text
        value = Decimal(text) if kind == "number" else NO_VALUE
        yield Token(kind, text, value, word.column + at, spaced=at == 0)
        at = end


def _scan(text: str, at: int) -> tuple[TokenKind, int]:
    first = text[at]
    if first in DIGITS:
        return "number", _number_end(text, at)
    if first in LETTERS:
        return "word", _run(_LETTERS, text, at)
    return ("mark" if first in MARKS else "other"), at + 1


def _number_end(text: str, at: int) -> int:
    end = _run(_DIGITS, text, at)
    fraction = _run(_DIGITS, text, end + 1) if text[end : end + 1] == "." else end
    return fraction if fraction > end + 1 else end


def _run(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
