"""Files in a bucket of a real server that speaks S3's language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import httpx
import obstore
import pytest
import time_machine
from obstore.store import S3Store

from tests.core.attaching import FILM, JPEG, attach, blocks_of, content_of
from tests.undoing import log
from workout_core.attachments.storage import open_storage
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.sweep import sweep
from workout_core.errors import ConfigError, StorageError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET: Final = "the-secret-of-the-bucket"
PLACE: Final = "s3://gym/files/of/workout"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of buckets, with one of them."""
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        try:
            found = (re.search(r"http://127\S+", line) for line in process.stderr)
            url = next(each[0] for each in found if each)
            httpx.put(f"{url}/gym", timeout=60).raise_for_status()
            yield url
        finally:
            process.kill()


@pytest.fixture
def bucket(server: str, sqlite_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalBackend:
    """A database whose files are in the bucket."""
    for name, value in {
        "ACCESS_KEY_ID": "me",
        "SECRET_ACCESS_KEY": SECRET,
        "REGION": "us-east-1",
        "ENDPOINT_URL": server,
        "ALLOW_HTTP": "true",
    }.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    return in_place(sqlite_path, PLACE)


def in_place(path: Path, place: str) -> LocalBackend:
    settings = Settings(database_url=f"sqlite:///{path}", storage=place)
    return LocalBackend(EmbeddedDatabase(path), settings)


def keys(server: str) -> list[str]:
    listing = httpx.get(f"{server}/gym?list-type=2", timeout=60).text
    return re.findall(r"<Key>([^<]*)</Key>", listing)


def lose(key: str) -> None:
    obstore.delete(S3Store("gym", client_options={"allow_http": True}), key)


async def test_a_film_in_parts_comes_back_as_it_went(bucket: LocalBackend, server: str) -> None:
    workout = await log(bucket, "bench 100x5")
    film = FILM[:12] + os.urandom(11 << 20)
    added = await attach(bucket, film, "squat.mp4", workout_id=workout.id)
    again = await attach(bucket, film, "again.mp4", workout_id=workout.id)
    assert f"files/of/workout/u/1/{added.sha256}" in keys(server)
    assert again.sha256 == added.sha256
    for each in (added, again):
        assert await content_of(bucket, each.id) == film


async def test_what_is_no_longer_there_is_told_and_put_back(bucket: LocalBackend) -> None:
    workout = await log(bucket, "bench 100x5")
    added = await attach(bucket, JPEG, "a.jpg", workout_id=workout.id)
    lose(f"files/of/workout/u/1/{added.sha256}")
    with pytest.raises(StorageError, match="out of reach"):
        await content_of(bucket, added.id)
    await bucket.files.put_back(added.id, partial(blocks_of, JPEG))
    assert await content_of(bucket, added.id) == JPEG


async def test_a_bucket_that_refuses_is_told_without_its_secrets(
    bucket: LocalBackend, sqlite_path: Path
) -> None:
    nowhere = in_place(sqlite_path, "s3://nobodys")
    workout = await log(nowhere, "bench 100x5")
    with pytest.raises(UnreachableError) as refused:
        await attach(nowhere, JPEG, "a.jpg", workout_id=workout.id)
    assert SECRET not in str(refused.value.body())


@pytest.mark.parametrize("place", ["s3://", "http://a/b", "s3:///a"])
def test_a_place_that_is_none_is_refused(place: str) -> None:
    with pytest.raises(ConfigError):
        open_storage(place)


async def test_what_was_removed_long_ago_is_taken_out(bucket: LocalBackend, server: str) -> None:
    workout = await log(bucket, "bench 100x5")
    added = await attach(bucket, JPEG + os.urandom(8), "a.jpg", workout_id=workout.id)
    key = f"files/of/workout/u/1/{added.sha256}"
    assert key in keys(server)
    async with bucket.services() as services:
        await services.attachments.delete(added.id)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        assert (await sweep(bucket.database, bucket.storage)).files == 1
    assert key not in keys(server)
    bucket.storage.remove(f"u/1/{added.sha256}")
