"""How many columns of a terminal a text takes. The standard library is all that it may need."""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
SKIN_TONES = frozenset("🏻🏼🏽🏾🏿")


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(room for _, room in _signs(text))


def cut(text: str, room: int) -> str:
    """The text in at most so many columns, with an ellipsis where something is missing."""
    if display_width(text) <= room:
        return text
    kept, left = "", room - 1
    for sign, wide in _signs(text):
        if wide > left:
            break
        kept, left = kept + sign, left - wide
    return f"{kept}…"


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words, and within one that is longer."""
    if display_width(text) <= room:
        return [text]
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(longer) <= room:
            lines[-1] = longer
        else:
            first, *more = _broken(word, room)
            lines += [first, *more] if lines[-1] else more
            lines[-1 - len(more)] = first
    return lines


def _broken(word: str, room: int) -> list[str]:
    parts, left = [""], room
    for sign, wide in _signs(word):
        if wide > left:
            parts, left = [*parts, ""], room
        parts[-1] += sign
        left -= wide
    return parts


def _signs(text: str) -> list[tuple[str, int]]:
    """What the eye takes for one sign, and the columns that it takes: marks and joined emoji go with their first."""
    signs: list[tuple[str, int]] = []
    for character in text:
        is_mark = _is_mark(character)
        sign, wide = signs[-1] if signs else ("", 0)
        if sign and (is_mark or sign.endswith(JOINER)):
            signs[-1] = (sign + character, 2 if character == EMOJI_STYLE and wide else wide)
        elif unicodedata.east_asian_width(character) in "WF":
            signs.append((character, 2))
        else:
            signs.append((character, 0 if is_mark else 1))
    return signs


def _is_mark(character: str) -> bool:
    return character in SKIN_TONES or unicodedata.category(character) in ("Mn", "Me", "Cf")
