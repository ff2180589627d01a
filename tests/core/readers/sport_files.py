"""Files of sports for tests: written where a test may, and the real ones beside their truths."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from workout_core.transfer.reading import Reading, SourceSet

ROOT = Path(__file__).parents[3]
FORMATS = Path(os.environ.get("WORKOUT_TEST_FORMATS") or ROOT / "../shared/formats")


def source(folder: Path, data: bytes | str, name: str = "file") -> Source:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Source(path)


def real(name: str) -> tuple[Source, Any]:
    """A real file and its truth, both by the name of the file under the formats."""
    path = FORMATS / name
    if not path.exists():
        pytest.skip("the real files are not here")
    return Source(path), json.loads(path.with_suffix(".truth.json").read_text())


def shape(reading: Reading) -> list[tuple[str, list[tuple[str, int]]]]:
    """The key of each workout, and its exercises with how many sets of each."""
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def only(reading: Reading) -> SourceSet:
    (found,) = reading.sets()
    return found


def in_all(reading: Reading) -> int:
    """How many rows a reading tells of: what it counted must be this."""
    not_sets = sum(reading.rows_not_sets.values()) + len(reading.rejected) + reading.rows_repeated
    return sum(1 for _ in reading.sets()) + not_sets
