"""How many columns of a terminal a text takes. The standard library is all that it may need."""

from __future__ import annotations

import unicodedata


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or c in "\u200c\u200d\ufe0f"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def cut(text: str, room: int) -> str:
    """The text in at most so many columns, with an ellipsis where something is missing."""
    if display_width(text) <= room:
        return text
    kept = ""
    for character in text:
        if display_width(kept + character) > room - 1:
            break
        kept += character
    return f"{kept}…"
