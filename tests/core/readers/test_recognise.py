"""What is said of files that are of no format that is known here: always one clear sentence, and soon."""

from __future__ import annotations

import gzip
import io
import random
import sqlite3
import zipfile
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.readers.mutations import SAMPLES
from workout_core.errors import InvalidError
from workout_core.transfer.formats import recognise
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTE: Final = 1 << 20


def refusal(path: Path, data: bytes | str) -> InvalidError:
    """The error for a file with this in it; the name of every such file is `export`."""
    path = path / "export"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    source = Source(path)
    with pytest.raises(InvalidError) as caught:
        recognise(source).read(source, Options(unit="kg"))
    return caught.value


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def noise(count: int) -> bytes:
    return random.Random(3).randbytes(count)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: noise(MEGABYTE), "is no text"),
        (lambda: b"a,b\n" + b"\0" * 5_000, "it has NUL bytes"),
        (lambda: b"Date,Weight\0 (kg)\n", "it has NUL bytes"),
        (lambda: b"\xff\xfe" + noise(5_001), "is no text|is of no format"),
        (lambda: b"x" * 100 * MEGABYTE, "has a line too long: line 1"),
        (lambda: b"Date,Exercise,Category\n" + b"x" * 3 * MEGABYTE, "has a line too long: line 2"),
        (lambda: b",".join(b"c%d" % n for n in range(10_000)), "10,000 columns, more than 256"),
        (lambda: b"x" * 100_000 + b"\n", "longer than 65,536 characters"),
        (lambda: b"\n \n\r\n", "is empty"),
        (lambda: zipped(), "is an archive in which no export"),
        (lambda: zipped(**{"a.txt": "hello", "../../b.csv": "x"}), "is an archive in which no"),
        (lambda: b"PK\x03\x04" + noise(2_000), "is an archive in which no|broken|no whole zip"),
        (lambda: gzip.compress(b"hello"), "is packed with gzip"),
        (lambda: b"SQLite format 3\0" + noise(4_000), "is a database|can't be read as an SQLite"),
        (lambda: b'{"a": 1}', "is JSON of no app"),
        (lambda: b"[" * 100_000, "is JSON of no app"),
        (lambda: b"<html></html>", "is XML of no app"),
        (lambda: b"\x1b[31mred,blue\n1,2\n", "is no text"),
        (lambda: b"hello\n", "not understood: 'hello'"),
    ],
)
def test_what_is_no_export_is_refused(
    tmp_path: Path, data: Callable[[], bytes], message: str
) -> None:
    error = refusal(tmp_path, data())
    assert any(part in error.message for part in message.split("|")), error.message
    assert len(error.message) < 1_000


def test_a_database_of_another_app_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "export") as database:
        database.execute("CREATE TABLE notes (words TEXT)")
    database.close()
    error = refusal(tmp_path, (tmp_path / "export").read_bytes())
    assert "FitNotes" in error.message


@given(data=st.binary(min_size=1, max_size=400), start=st.sampled_from([*SAMPLES]))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, start: str) -> None:
    """Alone, and behind the header of a format."""
    path = tmp_path / "export"
    for begin in ("", SAMPLES[start].text.partition("\n")[0] + "\n"):
        path.write_bytes(begin.encode() + data)
        source = Source(path)
        try:
            reading = recognise(source).read(source, Options(unit="kg"))
        except InvalidError as refused:
            keys = [refused.message]
        else:
            keys = [each.source_key for each in reading.workouts()]
            keys += [each.source_key for each in reading.measurements()]
        assert len(set(keys)) == len(keys)


def test_words_that_are_not_understood_are_named_and_can_be_mapped(tmp_path: Path) -> None:
    error = refusal(tmp_path, "Tag;Übung;Gewicht (kg);Wdh;Laune\n1.2.2024;Bank;60;5;gut\n")
    assert error.message == (
        "The header of export is of no format that is known here; "
        "not understood: 'Tag', 'Übung', 'Wdh', 'Laune'"
    )
    assert error.hints[0] == (
        "workout import FILE --format table --column date=Tag --column 'exercise=Übung' "
        "--column 'weight=Gewicht (kg)' --column reps=Wdh"
    )


def test_what_nobody_can_guess_is_left_to_be_filled_in(tmp_path: Path) -> None:
    error = refusal(tmp_path, "Kuupäev,Harjutus,Kaal\n2024-02-01,Surumine,60\n")
    assert "'Kuupäev', 'Harjutus', 'Kaal'" in error.message
    assert error.hints[0].endswith("--format table --column date=... --column exercise=...")


def test_weights_are_mapped_as_measurements(tmp_path: Path) -> None:
    error = refusal(tmp_path, "Datum,Gewicht (kg),Laune\n1.2.2024,82.5,gut\n")
    assert error.hints[0] == (
        "workout import FILE --format measurements --column date=Datum --column 'weight=Gewicht (kg)'"
    )


@pytest.mark.parametrize(
    ("header", "looks", "words", "lacks"),
    [
        ("Date,Workout Name,Exercise Name,Ordnung,Weight,Reps", "Strong", "'Ordnung'", "set order"),
        (
            "title,start_time,end_time,Übung,set_index,set_type,weight_kg,reps,rpe",
            "Hevy",
            "'Übung'",
            "exercise_title",
        ),
    ],
)
def test_the_nearest_app_is_named(
    tmp_path: Path, header: str, looks: str, words: str, lacks: str
) -> None:
    error = refusal(tmp_path, f"{header}\n")
    assert error.message == (
        f"export looks like {looks}, but these words are not known: {words}; it lacks {lacks}"
    )
    assert error.hints[0] == f"set the language of {looks} to English and export again"
    assert "--format table" in error.hints[1]
