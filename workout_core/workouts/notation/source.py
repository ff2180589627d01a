"""The line that is read, for pointing at what is wrong in it."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from workout_core.errors import NotationError

LONGEST_LINE_IN_HINTS: Final = 500
LONGEST_READING: Final = 80
LONGEST_NOTE: Final = 10_000

_HIDDEN: Final = frozenset({"Cc", "Cs", "Cf", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"  # they shape scripts and emoji, and move nothing


class Span(NamedTuple):
    """Columns of a line, from 1, the end not included."""

    start: int
    end: int


class Source:
    """A line without hidden characters, and where its note begins."""

    __slots__ = ("line", "mark")

    def __init__(self, line: str) -> None:
        self.line = line.rstrip(" \t\r\n")
        self.mark = _note_mark(self.line)
        self._refuse_hidden()
        self.line = self.line.replace("\t", " ")

    @property
    def body(self) -> str:
        """The line without its note."""
        return self.line[: self.mark]

    def note(self) -> str | None:
        text = "" if self.mark is None else self.line[self.mark + 2 :].strip()
        if len(text) > LONGEST_NOTE:
            span = Span((self.mark or 0) + 1, len(self.line) + 1)
            message = f"A note has at most {LONGEST_NOTE:,} characters; this one has {len(text):,}."
            raise self.refuse_with("E_RANGE", message, span, [])
        return text or None

    def text(self, span: Span) -> str:
        """What stands there, cut short for a message."""
        text = self.line[span.start - 1 : span.end - 1].strip()
        return text if len(text) <= LONGEST_READING else text[: LONGEST_READING - 1] + "…"

    def instead(self, span: Span, spelling: str) -> str:
        """The line with a spelling in that place; the spelling alone if the line is too long to be shown."""
        if len(self.line) > LONGEST_LINE_IN_HINTS:
            return spelling.strip()
        return (self.line[: span.start - 1] + spelling + self.line[span.end - 1 :]).strip()

    def refuse(self, code: str, message: str, span: Span, *spellings: str) -> NotationError:
        """The error to raise; each spelling is hinted at in the place where the error stands."""
        return self.refuse_with(code, message, span, [self.instead(span, s) for s in spellings])

    def refuse_with(self, code: str, message: str, span: Span, hints: list[str]) -> NotationError:
        """The error to raise, with hints that are spelled out already."""
        return NotationError(
            message,
            code=code,
            column=span.start,
            read=self.text(span),
            hints=list(dict.fromkeys(filter(None, hints))),
            line=self.line,
        )

    def _refuse_hidden(self) -> None:
        if self.line.isascii() and self.line.isprintable():
            return
        for at, character in enumerate(self.line):
            if _hidden(character) and (character != "\t" or self._in_note(at)):
                raise self._hidden_at(at)

    def _in_note(self, at: int) -> bool:
        return self.mark is not None and bool(self.line[self.mark + 2 : at].strip())

    def _hidden_at(self, at: int) -> NotationError:
        name = f"U+{ord(self.line[at]):04X}"
        without = "".join(" " if c in "\t\n" else "" if _hidden(c) else c for c in self.line)
        self.line = "".join("\ufffd" if _hidden(c) else c for c in self.line)
        hints = [without] if len(without) <= LONGEST_LINE_IN_HINTS else []
        message = f"There is a hidden character ({name}) in column {at + 1}: take it out."
        error = self.refuse_with("E_SYNTAX", message, Span(at + 1, at + 2), hints)
        error.details["read"] = name
        return error


def _note_mark(line: str) -> int | None:
    """Where the `//` stands that begins the note: one at the start of a word."""
    at = line.find("//")
    while at > 0 and not line[at - 1].isspace():
        at = line.find("//", at + 1)
    return at if at >= 0 else None


def _hidden(character: str) -> bool:
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or (
        unicodedata.category(character) in _HIDDEN and character not in _JOINERS
    )
