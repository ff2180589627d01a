"""Exports in a zip or in gzip: the one that is known is read, and any other is told."""

from __future__ import annotations

import gzip
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.core.readers.mutations import SAMPLES
from tests.core.readers.test_recognise import zipped
from workout_core.errors import InvalidError
from workout_core.transfer.files import ImportFile
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

STRONG = SAMPLES["strong"].text
HEVY = SAMPLES["hevy"].text


def opened(folder: Path, data: bytes, format: str | None = None) -> ImportFile:
    path = folder / "export"
    path.write_bytes(data)
    return ImportFile(path, format=format, options=Options(unit="kg"))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (gzip.compress(STRONG.encode()), "export"),
        (zipped(**{"strong.csv": STRONG}), "export/strong.csv"),
        (
            zipped(
                **{
                    "../a/strong.csv": STRONG,
                    "read me.txt": "hello",
                    "empty.csv": "",
                    "__MACOSX/._strong.csv": STRONG,
                    "more.zip": zipped(a=HEVY).decode("latin-1"),
                }
            ),
            "export/../a/strong.csv",
        ),
    ],
    ids=("gzip", "zip", "of several"),
)
def test_the_one_file_that_is_known_is_read(tmp_path: Path, data: bytes, name: str) -> None:
    plain = opened(tmp_path, STRONG.encode())
    for format in (None, "strong"):
        found = opened(tmp_path, data, format)
        assert (found.source.name, found.reading.format) == (name, "strong")
        assert list(found.reading.workouts()) == list(plain.reading.workouts())
        assert found.source.sha256 == sha256(STRONG.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(STRONG.encode())[:-20], "is broken and can't be unpacked"),
        (gzip.compress(b"hello\n"), "not understood: 'hello'"),
        (zipped(**{"a.csv": "hello\n"}), "header of export/a.csv is of .*not understood: 'hello'"),
        (zipped(**{"a.csv": STRONG})[:-30], "is no whole zip"),
        (zipped(**{"a.csv": STRONG, "b.csv": HEVY}), "holds 2 files .*: 'a.csv', 'b.csv'"),
        (zipped(**{f"{n}.csv": STRONG for n in range(101)}), "an archive in which no export"),
        (zipped(**{"a.csv": "x,y\n", "b.csv": "z\n"}), "an archive in which no export"),
    ],
    ids=range(7),  # what is packed has the time in it, so it cannot name a test
)
def test_what_is_packed_and_cannot_be_read_is_told(
    tmp_path: Path, data: bytes, message: str
) -> None:
    with pytest.raises(InvalidError, match=message):
        opened(tmp_path, data)


def test_of_several_files_the_format_picks_one(tmp_path: Path) -> None:
    both = zipped(**{"a.csv": STRONG, "b.csv": HEVY})
    assert opened(tmp_path, both, "hevy").source.name == "export/b.csv"
