"""Whatever is in a file, these readers know it, refuse it, or read it; they never fail otherwise."""

from __future__ import annotations

import contextlib
import io
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import acceptable, source
from tests.core.readers.hostile import few
from tests.core.readers.test_boostcamp import done as boostcamp_set
from tests.core.readers.test_boostcamp import session as boostcamp_session
from tests.core.readers.test_google_fit import session as google_session
from tests.core.readers.test_google_fit import zipped
from tests.core.readers.test_hevy_api import done, exercise, page, workout
from tests.core.readers.test_jefit import backup
from tests.core.readers.test_openpowerlifting import SBD, table
from tests.core.readers.test_workout_json import exported
from workout_core.errors import InvalidError
from workout_core.transfer.readers import (
    apple_health,
    archive,
    boostcamp,
    google_fit,
    hevy_api,
    jefit,
    openpowerlifting,
    packed,
    workout_json,
)
from workout_core.transfer.readers.documents import MAX_VALUES
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from workout_core.transfer.source import Source

JSON = (hevy_api, boostcamp, google_fit, workout_json)
ALL = (*JSON, apple_health, jefit, openpowerlifting)
DOCUMENTS = (
    page(workout(exercise(done(), supersets_id=1))),
    {"exercise_history": [{"workout_id": "w", "workout_start_time": "2024-01-01T10:00:00Z"}]},
    {"2025-08-24": [boostcamp_session(boostcamp_set())]},
    google_session(),
    exported(),
)
TEXTS = (
    backup(),
    table(SBD, SBD),
    "<HealthData><Workout startDate='2025-05-08 17:26:15 +0100'/></HealthData>",
)
leaves: st.SearchStrategy[object] = st.sampled_from(
    ["", "x", "2024-01-01T10:00:00Z", -1, 10**30, 1e300, True, None, "\ud800\x1b", [], {}]
)


def tried(reader: ModuleType, file: Source) -> None:
    """What is read must be fit for an import; InvalidError is the only other way out."""
    with contextlib.suppress(InvalidError):
        reader.recognises(file)
        acceptable(reader.read(file, Options()))


@given(data=st.binary(min_size=1, max_size=300))
@few
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    for start in (
        b"",
        b"{",
        b"PK\x03\x04",
        b"### EXERCISE LOGS\n",
        b"<HealthData>",
        b"Name,Event,Date\n",
    ):
        file = source(tmp_path, start + data)
        for reader in ALL:
            tried(reader, file)


@given(document=st.sampled_from(DOCUMENTS), seed=st.integers(0, 10**9), leaf=leaves)
@few
def test_json_with_anything_in_its_place(
    tmp_path: Path, document: object, seed: int, leaf: object
) -> None:
    file = source(tmp_path, json.dumps(_altered(document, random.Random(seed), leaf)))
    for reader in JSON:
        tried(reader, file)


def _altered(value: Any, chance: random.Random, leaf: object) -> Any:
    """The same document with the leaf in some places."""
    if chance.random() < 0.12:
        return leaf
    if isinstance(value, dict):
        return {name: _altered(each, chance, leaf) for name, each in value.items()}
    if isinstance(value, list):
        return [_altered(each, chance, leaf) for each in value]
    return value


@given(
    text=st.sampled_from(TEXTS),
    at=st.floats(0, 1),
    put=st.sampled_from(['"', "\0", "\n", ",", "-", "9" * 50, "\ufeff", "\x85", "é", ""]),
    cut=st.integers(0, 20),
)
@few
def test_text_with_anything_in_it(tmp_path: Path, text: str, at: float, put: str, cut: int) -> None:
    place = int(at * len(text))
    file = source(tmp_path, text[:place] + put + text[place + cut :] or "x")
    for reader in (apple_health, jefit, openpowerlifting):
        tried(reader, file)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"fitnessActivity":' + b"[" * 100_000, "nested too deep"),
        (b'{"fitnessActivity": "a",}', "no whole JSON: line 1"),
        (b'{"fitnessActivity": NaN}', "'NaN' is no number"),
        (b'{"fitnessActivity": "\xe9"}', "not in UTF-8"),
        (b'{"fitnessActivity": [' + b"1," * MAX_VALUES + b"1]}", "more than 2,000,000 values"),
        (b'{"fitnessActivity": "' + b"x" * (33 << 20), "a file of its kind has at most"),
    ],
)
def test_json_beyond_its_limits(tmp_path: Path, data: bytes, reason: str) -> None:
    file = source(tmp_path, data)
    assert google_fit.recognises(file)
    with pytest.raises(InvalidError, match=reason):
        google_fit.read(file, Options())


def test_archives_beyond_their_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = zipped({"a.json": google_session()})[:-30]
    with pytest.raises(InvalidError, match="no whole zip"):
        google_fit.read(source(tmp_path, cut), Options())
    locked = bytearray(zipped({"a.json": google_session()}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1  # as if it had a password
    with (
        pytest.raises(InvalidError, match="can't be unpacked"),
        archive.archive(source(tmp_path, bytes(locked))) as it,
    ):
        it.contents("a.json", 1000)
    at_once = io.BytesIO()
    with zipfile.ZipFile(at_once, "w", zipfile.ZIP_BZIP2) as opened:  # gigabytes in one step
        opened.writestr("a.json", b"x")
    whole = source(tmp_path, at_once.getvalue())
    with pytest.raises(InvalidError, match="packed as no export is"):
        packed.member(whole, "a.json")
    with (
        pytest.raises(InvalidError, match="packed as no export is"),
        archive.archive(whole) as it,
    ):
        it.contents("a.json", 1000)
    with archive.archive(source(tmp_path, zipped({"a.json": b"x" * 2000}))) as it:
        assert it.names(".json", 1999) == []
        with pytest.raises(InvalidError, match="unpacks to"):
            it.contents("a.json", 1999)
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    many = zipped({f"{each}.json": "{}" for each in range(3)})
    with pytest.raises(InvalidError, match="more than 2 files"):
        google_fit.read(source(tmp_path, many), Options())


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.json", b" " * 100_000 + json.dumps(google_session()).encode())
    data = bytearray(file.getvalue())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (70_000).to_bytes(4, "little")
    with (
        archive.archive(source(tmp_path, bytes(data))) as it,
        pytest.raises(InvalidError, match="broken"),
    ):
        it.contents("a.json", 1 << 20)


def test_too_many_rows_of_lifters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openpowerlifting, "MAX_ROWS", 3)
    with pytest.raises(InvalidError, match="more than 3 rows"):
        openpowerlifting.read(source(tmp_path, table(*[SBD] * 4)), Options())
