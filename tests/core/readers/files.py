"""Files for readers: written here, or real ones where they are at hand; and what was read of them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS, recognise
from workout_core.transfer.reading import Options, Reading
from workout_core.transfer.schemas import ImportedMeasurement, ImportedSet, ImportedWorkout
from workout_core.transfer.source import Source
from workout_core.units import exact_mass, kilograms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from types import ModuleType

    from workout_core.transfer.reading import SourceSet, SourceWorkout

    Shape = list[tuple[str, list[tuple[str, int]]]]

FILES = Path(
    os.environ.get("WORKOUT_TEST_FORMATS") or Path(__file__).parents[3] / "../shared/formats"
)
OF_SET = tuple(ImportedSet.model_fields)


def source(folder: Path, content: bytes | str | object, name: str = "file") -> Source:
    """A file of these bytes, of this text, or of JSON."""
    path = folder / name
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
    path.write_bytes(content)
    return Source(path)


def read(place: Path, content: bytes | str, options: Options | None = None, **more: Any) -> Reading:
    """A file of these contents, at a path or in a folder, recognised and read."""
    folder, name = (place, "export.csv") if place.is_dir() else (place.parent, place.name)
    file = source(folder, content, name)
    return recognise(file).read(file, options or Options(**more))


def read_as(folder: Path, content: bytes | str, name: str) -> Reading:
    """The same, with the format said."""
    return FORMATS[name].read(source(folder, content, "export.csv"), Options())


def read_by(reader: ModuleType, folder: Path, content: object, **options: Any) -> Reading:
    """A file that a reader recognises, reads, and that is fit to be imported."""
    file = source(folder, content)
    assert reader.recognises(file)
    return acceptable(reader.read(file, Options(**options)))


def real_file(name: str) -> tuple[Source, Any]:
    """A real file, and what an independent reader found in it; skipped where the files are not at hand."""
    path = FILES / name
    if not path.is_file():
        pytest.skip(f"{FILES} is not here")
    truth = path.with_name(f"{path.stem}.truth.json")
    return Source(path), json.loads(truth.read_bytes()) if truth.exists() else {}


def real(name: str) -> tuple[Reading, Any]:
    """A real table of an app as it is read, and the truth about it."""
    file, truth = real_file(f"{name}.csv")
    found = recognise(file)
    assert found.name == name.split("/")[0]
    return found.read(file, Options()), truth


def real_by(reader: ModuleType, name: str) -> tuple[Reading, Any]:
    """A real file as a reader reads it, fit to be imported, and the truth about it."""
    file, truth = real_file(name)
    assert reader.recognises(file)
    return acceptable(reader.read(file, Options())), truth


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


def shape(reading: Reading) -> Shape:
    """The workouts by their keys, with how many sets each execution has."""
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def content(reading: Reading) -> list[object]:
    """What was read; the lines on which it stands do not count."""
    return [*reading.workouts(), *reading.measurements()]


def only(reading: Reading) -> SourceSet:
    (found,) = reading.sets()
    return found


def only_workout(reading: Reading) -> SourceWorkout:
    (found,) = reading.workouts()
    return found


def values(each: object, names: str) -> list[Any]:
    return [getattr(each, name) for name in names.split()]


def told(each: object, *names: str) -> tuple[Any, ...]:
    return tuple(values(each, " ".join(names)))


def counted(reading: Reading) -> dict[str, int]:
    executions = list(reading.executions())
    return {
        "workouts": len(list(reading.workouts())),
        "executions": len(executions),
        "sets": len(list(reading.sets())),
        "exercises": len({each.exercise for each in executions}),
    }


def in_all(reading: Reading) -> int:
    """How many rows a reading tells of: what it counted must be this."""
    not_sets = sum(reading.rows_not_sets.values()) + len(reading.rejected) + reading.rows_repeated
    return sum(1 for _ in reading.sets()) + not_sets


def volume(reading: Reading) -> Decimal:
    return kilograms(
        sum(
            exact_mass(each.load_value, each.load_unit) * each.reps
            for each in reading.sets()
            if each.load_value and each.load_unit and each.reps
        )
    )


def refused_or_sound(folder: Path, name: str, content: bytes, options: Options) -> None:
    """Whatever the bytes are, they are refused or give sets that can be stored."""
    try:
        reading = FORMATS[name].read(source(folder, content, "export.csv"), options)
    except InvalidError:
        return
    assert reading.rows >= len(reading.rejected)
    for each in reading.sets():
        ImportedSet(**{field: getattr(each, field) for field in OF_SET})
    keys = [each.source_key for each in reading.workouts()]
    assert len(set(keys)) == len(keys)


def assert_read_or_refused(path: Path, format: str, datas: Iterable[bytes]) -> None:
    """Whatever stands in a file, it is read or refused with a sentence."""
    for data in datas:
        path.write_bytes(data)
        answer: list[Any] | InvalidError
        try:
            answer = content(FORMATS[format].read(Source(path), Options()))
        except InvalidError as refused:
            answer = refused
        assert isinstance(answer, list) or answer.message


def assert_as_in_truth(name: str, **options: Any) -> Reading:
    """A real file is read as an independent reader did."""
    file, truth = real_file(name)
    reading = recognise(file).read(file, Options(**options))
    starts = sorted(each.started_at.replace(tzinfo=None) for each in reading.workouts())
    found = counted(reading) | {"first": str(starts[0]), "last": str(starts[-1])}
    assert found == {key: truth[key] for key in found}
    if "volume_kg_total" in truth:
        assert float(volume(reading)) == pytest.approx(truth["volume_kg_total"], rel=1e-6)
    sets = list(reading.sets())
    counts = {
        "weight": sum(each.load_value is not None for each in sets),
        "reps": sum(bool(each.reps) for each in sets),
        "duration": sum(each.duration_s is not None for each in sets),
        "distance": sum(each.distance_value is not None for each in sets),
        "rpe": sum(each.rpe is not None for each in sets),
    }
    assert counts == {key: truth["sets_with"][key] for key in counts}
    assert not reading.rejected
    return reading
