"""What the tests of the apps' tables share: a text as a file, and the real files with their truths."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS, recognise
from workout_core.transfer.reading import Options
from workout_core.transfer.schemas import ImportedSet
from workout_core.transfer.source import Source
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from decimal import Decimal

    from workout_core.transfer.reading import Reading, SourceSet, SourceWorkout

    Shape = list[tuple[str, list[tuple[str, int]]]]

ROOT = Path(__file__).parents[3]
FILES = Path(os.environ.get("WORKOUT_TEST_FORMATS") or ROOT / "../shared/formats")
OF_SET = tuple(ImportedSet.model_fields)


def read(folder: Path, content: str | bytes, options: Options | None = None) -> Reading:
    """A text or bytes, read as a file whose format is recognised."""
    source = written(folder, content)
    return recognise(source).read(source, options or Options())


def read_as(folder: Path, content: str | bytes, name: str) -> Reading:
    """The same, with the format said."""
    return FORMATS[name].read(written(folder, content), Options())


def written(folder: Path, content: str | bytes) -> Source:
    path = folder / "export.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Source(path)


def real(name: str) -> tuple[Reading, dict[str, Any]]:
    """A real file and what an independent reader counted in it."""
    path = FILES / f"{name}.csv"
    if not path.is_file():
        pytest.skip(f"{FILES} is not here")
    truth = cast("dict[str, Any]", json.loads(path.with_suffix(".truth.json").read_text()))
    source = Source(path)
    found = recognise(source)
    assert found.name == name.split("/")[0]
    return found.read(source, Options()), truth


def counted(reading: Reading) -> dict[str, int]:
    executions = list(reading.executions())
    return {
        "workouts": len(list(reading.workouts())),
        "executions": len(executions),
        "sets": len(list(reading.sets())),
        "exercises": len({each.exercise for each in executions}),
    }


def volume(reading: Reading) -> Decimal:
    return kilograms(
        sum(
            exact_mass(each.load_value, each.load_unit) * each.reps
            for each in reading.sets()
            if each.load_value and each.load_unit and each.reps
        )
    )


def shape(reading: Reading) -> Shape:
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def only(reading: Reading) -> SourceWorkout:
    (found,) = reading.workouts()
    return found


def told(each: SourceSet, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(each, name) for name in names)


def refused_or_sound(folder: Path, name: str, content: bytes, options: Options) -> None:
    """Whatever the bytes are, they are refused or give sets that can be stored."""
    try:
        reading = FORMATS[name].read(written(folder, content), options)
    except InvalidError:
        return
    assert reading.rows >= len(reading.rejected)
    for each in reading.sets():
        ImportedSet(**{field: getattr(each, field) for field in OF_SET})
    keys = [each.source_key for each in reading.workouts()]
    assert len(set(keys)) == len(keys)
