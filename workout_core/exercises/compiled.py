"""The names of the catalogue with their keys made ahead (`workout_core.exercises.compiler`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic_core import from_json

if TYPE_CHECKING:
    from workout_core.vocabulary import Modality, Tracking

_ROWS: Final = from_json(Path(__file__).with_name("names.json").read_bytes())

# A normalised name, alias or slug: the slug.
KEYS: Final[dict[str, str]] = {key: row[0] for row in _ROWS for key in row[6]}

# A slug: id, name, tracking, implements, modality.
BASICS: Final[dict[str, tuple[str, str, Tracking, int, Modality]]] = {
    row[0]: tuple(row[1:6]) for row in _ROWS
}

# A slug: the share of the body's weight that the movement moves, where it moves any.
SHARES: Final[dict[str, str]] = {row[0]: row[7] for row in _ROWS if len(row) > 7}

# The words of the longest key.
LONGEST: Final = max((key.count(" ") + 1 for key in KEYS), default=1)
