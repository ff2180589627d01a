"""Text that we did not ask for made harmless: what a terminal would obey, or hides what others say, becomes visible."""

from __future__ import annotations

import unicodedata
from typing import Final

_FORBIDDEN: Final = frozenset({"Cc", "Cs", "Cf", "Zl", "Zp"})
_JOINERS: Final = "\u200c\u200d"  # they shape scripts and emoji, and move nothing


def hidden(character: str) -> bool:
    """Whether a character shows nothing of itself and may change what is around it."""
    code = ord(character)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or (
        unicodedata.category(character) in _FORBIDDEN and character not in _JOINERS
    )


class _Visible(dict[int, int]):
    """For str.translate: hidden characters to their pictures, any other to itself; each is looked at once."""

    def __missing__(self, code: int) -> int:
        picture = 0x2400 + code if code < 32 else 0xFFFD
        self[code] = picture if hidden(chr(code)) else code
        return self[code]


_VISIBLE = _Visible()
_VISIBLE_LINES = _Visible({ord("\n"): ord("\n"), ord("\t"): ord("\t")})


def clean(text: str, *, lines: bool = False) -> str:
    """Foreign text made harmless: control characters become their pictures (␛), others that hide a sign (�)."""
    if text.isascii() and text.isprintable():
        return text
    if lines:
        text = text.replace("\r\n", "\n").translate(_VISIBLE_LINES)
    else:
        text = text.replace("\t", " ").translate(_VISIBLE)
    return unicodedata.normalize("NFC", text)
