"""A place in the tokens of one entry; words are taken apart only when the place comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.workouts.notation.source import Source, Span
from workout_core.workouts.notation.tokens import NO_VALUE, Token, Word, tokenize, word_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.errors import NotationError

UNITS: Final = frozenset(
    {"kg", "kgs", "lb", "lbs", "%", "h", "min", "s", "kcal", "km", "k", "m", "mi", "yd", "ft"}
)


class Cursor:
    """Reads an entry's tokens from a word on; the entry ends with the line, its note, or a `+` by itself."""

    __slots__ = ("_at", "_stream", "_tokens", "_word", "_words", "begin", "source")

    def __init__(self, source: Source, words: Sequence[Word], at: int) -> None:
        self.source = source
        self._words = words
        self._word = at
        self._tokens: list[Token] = []
        self._stream: Iterator[Token] = iter(())
        self._at = 0
        self.begin = self.column

    def peek(self, ahead: int = 0) -> Token:
        while len(self._tokens) <= self._at + ahead:
            self._read_token()
        return self._tokens[self._at + ahead]

    def take(self, count: int = 1) -> Token:
        """The last of so many tokens, which are passed."""
        token = self.peek(count - 1)
        self._at += count
        return token

    @property
    def ended(self) -> bool:
        return self.peek().kind == "end"

    @property
    def column(self) -> int:
        """Where the next token begins."""
        return self.peek().column

    @property
    def end(self) -> int:
        """Where the last taken token ended."""
        return self._tokens[self._at - 1].end if self._at else self.column

    @property
    def word(self) -> int:
        """The number of the word that ended the entry, when it has ended."""
        return self._word

    def since(self, column: int) -> Span:
        """What was taken from a column on."""
        return Span(column, max(self.end, column))

    def glued(self, *texts: str, ahead: int = 0) -> bool:
        """Whether one of these comes next with no blank before it."""
        token = self.peek(ahead)
        return not token.spaced and token.text in texts

    def word_span(self) -> Span:
        """The whole word, or what is left of it, at which we stand."""
        return Span(self.column, word_end(self.source.line, self.column))

    def _read_token(self) -> None:
        token = next(self._stream, None)
        if token is None:
            self._read_word()
        else:
            self._tokens.append(token)

    def _read_word(self) -> None:
        if self._word == len(self._words) or self._words[self._word].text == "+":
            column = self._tokens[-1].end if self._tokens else self._end_of_word_before()
            self._tokens.append(Token("end", "", NO_VALUE, column, spaced=True))
            return
        self._stream = tokenize(self._words[self._word])
        first = next(self._stream)
        if self._tokens and self._tokens[-1].kind == "number" and first.text in UNITS:
            raise self._unit_apart(self._tokens[-1], first)
        self._tokens.append(first)
        self._word += 1

    def _end_of_word_before(self) -> int:
        if not self._word:
            return 1
        word = self._words[self._word - 1]
        return word.column + len(word.text)

    def _unit_apart(self, number: Token, unit: Token) -> NotationError:
        glued = f"{number.text}{unit.text}"
        span = Span(number.column, unit.end)
        message = f"Write {self.source.text(span)} without the blank: {glued}."
        return self.source.refuse("E_SYNTAX", message, span, glued)
