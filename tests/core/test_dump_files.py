"""Dumps with the bytes of files: what goes into an archive comes out of it, or is told; on every backend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.core.attaching import JPEG, attach
from tests.core.test_dump import dumped, loaded
from tests.undoing import log, undo
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def other(tmp_path: Path, empty_file: bytes) -> LocalBackend:
    """Another database, which is empty, with a place for files of its own."""
    path = tmp_path / "other.db"
    path.write_bytes(empty_file)
    return LocalBackend(EmbeddedDatabase(path), Settings(database_url=f"sqlite:///{path}"))


async def test_a_forged_log_leads_to_no_other_file(
    sqlite: LocalBackend, other: LocalBackend, tmp_path: Path
) -> None:
    workout = await log(sqlite, "bench 100x5")
    file = await attach(sqlite, JPEG, "a.jpg", workout_id=workout.id)
    async with sqlite.services() as services:
        await services.attachments.delete(file.id)
    (tmp_path / "secret").write_bytes(JPEG)
    text = await dumped(sqlite, "json")
    forged = text.replace('"before":{', '"before":{"sha256":"../../../secret",')
    assert forged.count("secret") == 1
    (tmp_path / "other.files" / "u" / "1").mkdir(parents=True)
    await loaded(other, forged)
    await undo(other)
    with pytest.raises(StorageError, match="no place"):
        async with other.files.download(file.id):
            pass
