"""Writes names.json from catalogue.json: `python -m workout_core.exercises.compiler`.

A command that logs a set must know every name without folding a thousand of them, so their keys are made
ahead. A test keeps the file current.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workout_core import vocabulary
from workout_core.exercises.catalogue import exercises
from workout_core.exercises.keys import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.exercises.catalogue import CatalogueExercise

_TARGET: Final = Path(__file__).with_name("names.json")
_VOCABULARIES: Final = {
    "category": vocabulary.Category,
    "modality": vocabulary.Modality,
    "tracking": vocabulary.Tracking,
    "mechanic": vocabulary.Mechanic,
    "force": vocabulary.Force,
    "load_mode": vocabulary.LoadMode,
    "laterality": vocabulary.Laterality,
}


def source(entries: Sequence[CatalogueExercise] | None = None) -> str:
    """The text of names.json; ValueError for colliding names or a word outside the vocabulary."""
    entries = exercises() if entries is None else entries
    for entry in entries:
        _check(entry)
    keys = _keys(entries)
    rows: dict[str, list[str]] = {entry.slug: [] for entry in entries}
    for key, slug in keys.items():
        rows[slug].append(key)
    lines = [
        json.dumps([*_basics(entry), rows[entry.slug], *_share(entry)], ensure_ascii=False)
        for entry in entries
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def main() -> None:
    """Writes names.json."""
    _TARGET.write_text(source(), encoding="utf-8", newline="\n")


def _keys(entries: Iterable[CatalogueExercise]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for entry in entries:
        for name in (entry.name, *entry.aliases, entry.slug):
            other = keys.setdefault(normalise(name), entry.slug)
            if other != entry.slug:
                raise ValueError(f"{name!r} of {entry.slug} is also a name of {other}")
    return keys


def _basics(entry: CatalogueExercise) -> tuple[str, str, str, str, int, str]:
    of_sets = entry.tracking, entry.implements, entry.modality
    return entry.slug, entry.id.hex, entry.name, *of_sets


def _share(entry: CatalogueExercise) -> list[str]:
    """The share of the body that a movement moves, where it moves any."""
    return [str(entry.bodyweight_factor)] if entry.bodyweight_factor else []


def _check(entry: CatalogueExercise) -> None:
    words = [(getattr(entry, field), known) for field, known in _VOCABULARIES.items()]
    words += [(muscle, vocabulary.Muscle) for muscle in (*entry.primary, *entry.secondary)]
    for word, known in words:
        if word not in vocabulary.values(known) and not (word is None and known in _OPTIONAL):
            raise ValueError(f"{word!r} of {entry.slug} is not in the vocabulary")


_OPTIONAL: Final = (vocabulary.Force, vocabulary.LoadMode)

if __name__ == "__main__":
    main()
