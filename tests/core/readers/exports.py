"""Exports of other apps in tests: written to a file, read, and compared with truths where these are at hand."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS, recognise
from workout_core.transfer.reading import Options, Reading
from workout_core.transfer.source import Source
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.transfer.reading import SourceSet

ROOT = Path(__file__).parents[3]
FILES = Path(os.environ.get("WORKOUT_TEST_FORMATS") or ROOT / "../shared/formats")


def read(path: Path, data: str | bytes, **options: Any) -> Reading:
    """A file of these contents, recognised and read."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    source = Source(path)
    return recognise(source).read(source, Options(**options))


def values(each: object, names: str) -> list[Any]:
    return [getattr(each, name) for name in names.split()]


def shape(reading: Reading) -> list[tuple[str, list[tuple[str, int]]]]:
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def content(reading: Reading) -> list[object]:
    """What was read; the lines on which it stands do not count."""
    return [*reading.workouts(), *reading.measurements()]


def volume_kg(sets: Iterable[SourceSet]) -> Decimal:
    return kilograms(
        sum(
            exact_mass(each.load_value, each.load_unit) * each.reps
            for each in sets
            if each.load_value is not None and each.load_unit is not None and each.reps
        )
    )


def assert_read_or_refused(path: Path, format: str, datas: Iterable[bytes]) -> None:
    """Whatever stands in a file, it is read or refused with a sentence."""
    for data in datas:
        path.write_bytes(data)
        answer: list[Any] | InvalidError
        try:
            source = Source(path)
            answer = content(FORMATS[format].read(source, Options()))
        except InvalidError as refused:
            answer = refused
        assert isinstance(answer, list) or answer.message


def assert_as_in_truth(file: str, **options: Any) -> Reading:
    """A real file is read as an independent reader did; skipped where the files are not at hand."""
    path = FILES / file
    if not path.is_file():
        pytest.skip(f"{FILES} is not here")
    truth = json.loads(path.with_name(f"{path.stem}.truth.json").read_text())
    source = Source(path)
    reading = recognise(source).read(source, Options(**options))
    workouts = list(reading.workouts())
    executions = [each for workout in workouts for each in workout.executions]
    sets = [each for execution in executions for each in execution.sets]
    starts = sorted(each.started_at.replace(tzinfo=None) for each in workouts)
    found = {
        "workouts": len(workouts),
        "executions": len(executions),
        "sets": len(sets),
        "exercises": len({each.exercise for each in executions}),
        "first": str(starts[0]),
        "last": str(starts[-1]),
    }
    assert found == {key: truth[key] for key in found}
    if "volume_kg_total" in truth:
        assert float(volume_kg(sets)) == pytest.approx(truth["volume_kg_total"], rel=1e-6)
    with_ = truth["sets_with"]
    counts = {
        "weight": sum(each.load_value is not None for each in sets),
        "reps": sum(bool(each.reps) for each in sets),
        "duration": sum(each.duration_s is not None for each in sets),
        "distance": sum(each.distance_value is not None for each in sets),
        "rpe": sum(each.rpe is not None for each in sets),
    }
    assert counts == {key: with_[key] for key in counts}
    assert not reading.rejected
    return reading
