"""A stray mark, another separator or a lost column on the way of a file changes nothing of what is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.core.readers.mutations import MUTATIONS, SAMPLES
from workout_core.transfer.formats import FORMATS, recognise
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading


def read(path: Path, name: str, data: bytes) -> Reading:
    sample = SAMPLES[name]
    path.write_bytes(data)
    source = Source(path)
    found = FORMATS[sample.format] if sample.format else recognise(source)
    assert found.name == name
    return found.read(source, Options(unit="kg", columns=sample.columns))


def content(reading: Reading) -> list[object]:
    """What was read; in which order the columns stand and how their cells are spelt does not count."""
    workouts = [replace(each, extras={}) for each in reading.workouts()]
    return [*workouts, *sorted(reading.measurements(), key=lambda each: each.source_key)]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_whole(tmp_path: Path, name: str) -> None:
    reading = read(tmp_path / "file", name, SAMPLES[name].text.encode())
    assert len(content(reading)) >= 2
    assert not reading.rejected


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_happens_to_files_changes_nothing(tmp_path: Path, name: str, mutation: str) -> None:
    path = tmp_path / "file"
    original = read(path, name, SAMPLES[name].text.encode())
    expected = content(original)
    reading = read(path, name, MUTATIONS[mutation](SAMPLES[name]))
    assert content(reading) == expected
    assert len(reading.rejected) == (mutation == "a broken line")
    assert reading.unit == original.unit
