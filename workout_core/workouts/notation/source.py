"""The line that is read, for pointing at what is wrong in it."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from workout_core.errors import NotationError

LONGEST_LINE_IN_HINTS: Final = 500
LONGEST_READING: Final = 80

_HIDDEN: Final = frozenset({"Cc", "Cs", "Cf", "Zl", "Zp", "Cn"})
_JOINERS: Final = "\u200c\u200d"  # they shape scripts and emoji, and move nothing


class Span(NamedTuple):
    """Columns of a line, from 1, the end not included."""

    start: int
    end: int


class Source:
    """A line without hidden characters."""

    __slots__ = ("line",)

    def __init__(self, line: str) -> None:
        self.line = line.rstrip("\r\n")
        self._refuse_hidden()

    def text(self, span: Span) -> str:
        """What stands there, cut short for a message."""
        text = self.line[span.start - 1 : span.end - 1].strip()
        return text if len(text) <= LONGEST_READING else text[: LONGEST_READING - 1] + "…"

    def instead(self, span: Span, spelling: str) -> str:
        """The line with a spelling in that place; the spelling alone if the line is too long to be shown."""
        if len(self.line) > LONGEST_LINE_IN_HINTS:
            return spelling.strip()
        return self.line[: span.start - 1] + spelling + self.line[span.end - 1 :]

    def refuse(self, code: str, message: str, span: Span, *spellings: str) -> NotationError:
        """The error to raise; each spelling is tried in the place where the error stands."""
        hints = [self.instead(span, spelling) for spelling in spellings]
        return self.refuse_with(code, message, span, hints)

    def refuse_with(self, code: str, message: str, span: Span, hints: list[str]) -> NotationError:
        """The error to raise, with hints that are spelled out already."""
        return NotationError(
            message,
            code=code,
            column=span.start,
            read=self.text(span),
            hints=hints,
            line=self.line,
        )

    def _refuse_hidden(self) -> None:
        if self.line.isascii() and self.line.isprintable():
            return
        note = find_note(self.line)
        allowed = _JOINERS + "\t"
        for at, character in enumerate(self.line):
            if note is not None and at >= note:
                allowed = _JOINERS
            if character not in allowed and _hidden(character):
                self._refuse_character(at)

    def _refuse_character(self, at: int) -> None:
        name = f"U+{ord(self.line[at]):04X}"
        self.line = "".join("\ufffd" if _hidden(c) else c for c in self.line)
        error = self.refuse_with(
            "E_SYNTAX",
            f"There is a hidden character ({name}) in column {at + 1}: take it out.",
            Span(at + 1, at + 2),
            [],
        )
        error.details["read"] = name
        raise error


def find_note(line: str) -> int | None:
    """Where the text of the note begins: after a `//` that begins a word."""
    at = line.find("//")
    while at > 0 and not line[at - 1].isspace():
        at = line.find("//", at + 2 if line[at + 2 : at + 3] != "/" else at + 1)
    if at < 0:
        return None
    rest = line[at + 2 :]
    return at + 2 + len(rest) - len(rest.lstrip())


def _hidden(character: str) -> bool:
    category = unicodedata.category(character)
    return category in _HIDDEN and character not in _JOINERS
