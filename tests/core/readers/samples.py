"""Files for readers: written here, or real ones where they are at hand; and what was read of them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.transfer.reading import Options
from workout_core.transfer.schemas import ImportedMeasurement, ImportedWorkout
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from types import ModuleType

    from workout_core.transfer.reading import Reading, SourceSet

FILES = Path(
    os.environ.get("WORKOUT_TEST_FORMATS") or Path(__file__).parents[3] / "../shared/formats"
)


def source(folder: Path, content: bytes | str | object, name: str = "file") -> Source:
    """A file of these bytes, of this text, or of JSON."""
    path = folder / name
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
    path.write_bytes(content)
    return Source(path)


def read(reader: ModuleType, folder: Path, content: object, **options: Any) -> Reading:
    """A file that is recognised, read, and fit to be imported."""
    file = source(folder, content)
    assert reader.recognises(file)
    return acceptable(reader.read(file, Options(**options)))


def real(reader: ModuleType, name: str) -> tuple[Reading, dict[str, Any]]:
    """A real file as it is read, and what an independent reader found in it."""
    path = FILES / name
    if not path.exists():
        pytest.skip("the real exports are not here")
    truth = path.with_suffix(".truth.json")
    file = Source(path)
    assert reader.recognises(file)
    reading = acceptable(reader.read(file, Options()))
    return reading, json.loads(truth.read_bytes()) if truth.exists() else {}


def acceptable(reading: Reading) -> Reading:
    """The same, if an import takes all of it, and if every key is there once, in each going through."""
    keys = []
    for each in reading.workouts():
        values = asdict(each)
        for one in values["executions"]:
            for done in one["sets"]:
                del done["line"]
        ImportedWorkout.model_validate(values)
        json.dumps(each.extras)
        keys.append(each.source_key)
    assert len(set(keys)) == len(keys)
    assert keys == [each.source_key for each in reading.workouts()]
    measured = [asdict(each) for each in reading.measurements()]
    for values in measured:
        del values["line"]
        ImportedMeasurement.model_validate(values)
    assert len({each["source_key"] for each in measured}) == len(measured)
    return reading


def shape(reading: Reading) -> list[tuple[str, list[tuple[str, int]]]]:
    """The workouts by their keys, with how many sets each execution has."""
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def only(reading: Reading) -> SourceSet:
    (found,) = reading.sets()
    return found


def values(each: object, names: str) -> list[Any]:
    return [getattr(each, name) for name in names.split()]
