"""Files of workouts and exercises, in and out; on every backend."""

from __future__ import annotations

import os
import stat
import sys
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.attaching import CSV, FILM, JPEG, attach, blocks_of, content_of, names
from tests.undoing import log, redo, undo
from workout_core.attachments.files import LocalFiles
from workout_core.attachments.kinds import media_type
from workout_core.attachments.schemas import AttachmentCreate, AttachmentReference
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.errors import (
    AmbiguousError,
    ConflictError,
    DuplicateError,
    InvalidError,
    NotFoundError,
    StorageError,
)
from workout_core.exercises.schemas import ExerciseCreate, ExerciseReference
from workout_core.ids import new_id
from workout_core.workouts.merge_schemas import MergeInto

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.backend import Backend

ONE_MIB: Final = 1 << 20


def stored(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


async def test_a_file_comes_back_as_it_went_and_undoing_takes_it_away(backend: Backend) -> None:
    workout = await log(backend, "bench 100x5")
    added = await attach(backend, FILM, "squat — 5×5.mp4", workout_id=workout.id)
    assert (added.media_type, added.size, added.exercise_id) == ("video/mp4", len(FILM), None)
    assert await content_of(backend, added.id) == FILM
    told = "attached squat — 5×5.mp4 to workout of 2026-11-20"
    assert await undo(backend) == [told]
    assert await names(backend) == []
    with pytest.raises(NotFoundError):
        await content_of(backend, added.id)
    assert await redo(backend) == [told]
    async with backend.services() as services:
        await services.attachments.delete(added.id)
    assert await names(backend, workout_id=workout.id) == []
    assert await undo(backend) == ["removed squat — 5×5.mp4 from workout of 2026-11-20"]
    assert await names(backend, workout_id=workout.id) == ["squat — 5×5.mp4"]
    assert await content_of(backend, added.id) == FILM


async def test_an_exercise_of_the_catalogue_has_files_before_it_was_done(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        bench = await services.exercises.find(ExerciseReference(name="bench"))
    await attach(backend, JPEG, "set-up.jpg", exercise_id=bench.id)
    workout = await log(backend, "bench 100x5")
    await attach(backend, CSV, "strong.csv", workout_id=workout.id)
    assert await names(backend) == ["set-up.jpg", "strong.csv"]
    assert await names(backend, exercise_id=bench.id) == ["set-up.jpg"]
    async with backend.services() as services:
        await services.workouts.delete(workout.id)
    assert await names(backend) == ["set-up.jpg"]


async def test_what_is_sent_again_is_not_doubled(backend: Backend) -> None:
    workout = await log(backend, "bench 100x5")
    row_id = new_id()
    first = await attach(backend, JPEG, "a.jpg", workout_id=workout.id, id=row_id)
    again = await attach(backend, JPEG, "a.jpg", workout_id=workout.id, id=row_id)
    assert again == first
    assert await names(backend) == ["a.jpg"]
    with pytest.raises(DuplicateError):
        await attach(backend, JPEG, "b.jpg", workout_id=workout.id, id=row_id)


@pytest.mark.parametrize("content", [b"", b"\x7fELF\2\1\1" + bytes(9000), b"<html><script>"])
async def test_what_is_empty_or_unknown_is_refused(backend: Backend, content: bytes) -> None:
    workout = await log(backend, "bench 100x5")
    with pytest.raises(InvalidError) as refused:
        await attach(backend, content, "a.jpg", workout_id=workout.id)
    assert refused.value.hints
    assert await names(backend) == []


async def test_what_nobody_has_gets_no_files(backend: Backend) -> None:
    for of in ("workout_id", "exercise_id"):
        with pytest.raises(NotFoundError):
            await attach(backend, JPEG, "a.jpg", **{of: new_id()})


@pytest.mark.parametrize("of", [{}, {"workout_id": new_id(), "exercise_id": new_id()}])
def test_a_file_is_of_one_thing(of: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="of a workout or of an exercise"):
        AttachmentCreate(id=new_id(), name="a.jpg", **of)
    with pytest.raises(ValueError, match="not a path"):
        AttachmentCreate(id=new_id(), name="../a.jpg", workout_id=new_id())


async def test_a_file_is_found_by_its_name_or_its_id(sqlite: LocalBackend) -> None:
    workout = await log(sqlite, "bench 100x5")
    one = await attach(sqlite, JPEG, "a.jpg", workout_id=workout.id)
    await attach(sqlite, JPEG, "b.jpg", workout_id=workout.id)
    async with sqlite.services(readonly=True) as services:
        for text in ("a.jpg", str(one.id)):
            assert await services.attachments.find(AttachmentReference(text=text)) == one
        with pytest.raises(AmbiguousError):
            await services.attachments.find(AttachmentReference(text=str(one.id)[:4]))
        with pytest.raises(NotFoundError):
            await services.attachments.find(AttachmentReference(text="c.jpg"))


def limited(path: Path, **limits: Any) -> LocalBackend:
    settings = Settings(database_url=f"sqlite:///{path}", **limits)
    return LocalBackend(EmbeddedDatabase(path), settings)


async def test_limits_hold_and_nothing_is_left_of_what_is_refused(sqlite_path: Path) -> None:
    backend = limited(sqlite_path, attachment_mib=1, attachments_mib=2)
    workout = await log(backend, "bench 100x5")
    first, second, third = (FILM[:12] + bytes([each]) * (ONE_MIB - 12) for each in range(3))
    with pytest.raises(InvalidError, match="larger than 1 MiB"):
        await attach(backend, first + b"1", "a.mp4", workout_id=workout.id)
    await attach(backend, first, "a.mp4", workout_id=workout.id)
    await attach(backend, first, "the same.mp4", workout_id=workout.id)
    added = await attach(backend, second, "b.mp4", workout_id=workout.id)
    async with backend.services() as services:
        await services.attachments.delete(added.id)
    with pytest.raises(ConflictError, match="larger than 2 MiB"):
        await attach(backend, third, "c.mp4", workout_id=workout.id)
    kept = stored(sqlite_path.with_suffix(".files"))
    assert [each.name for each in kept] == sorted(
        sha256(each).hexdigest() for each in (first, second)
    )


async def test_only_its_owner_may_look_into_the_folder(sqlite_path: Path) -> None:
    backend = limited(sqlite_path)
    workout = await log(backend, "bench 100x5")
    added = await attach(backend, JPEG, "a.jpg", workout_id=workout.id)
    folder = sqlite_path.with_suffix(".files")
    (file,) = stored(folder)
    assert file == folder / "u" / "1" / added.sha256
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        inside = [folder, *(each for each in folder.rglob("*") if each.is_dir())]
        assert {stat.S_IMODE(each.stat().st_mode) for each in inside} == {0o700}


async def test_damaged_and_missing_bytes_are_told(sqlite_path: Path) -> None:
    backend = limited(sqlite_path)
    workout = await log(backend, "bench 100x5")
    added = await attach(backend, JPEG, "a.jpg", workout_id=workout.id)
    (file,) = stored(sqlite_path.with_suffix(".files"))
    file.write_bytes(JPEG[:-1] + b"x")
    with pytest.raises(StorageError, match="damaged"):
        await content_of(backend, added.id)
    file.unlink()
    with pytest.raises(StorageError, match="out of reach"):
        await content_of(backend, added.id)


async def test_lost_and_damaged_bytes_are_put_back(backend: Backend, tmp_path: Path) -> None:
    workout = await log(backend, "bench 100x5")
    added = await attach(backend, FILM, "a.mp4", workout_id=workout.id)
    (file,) = (each for each in stored(tmp_path) if each.name == added.sha256)
    for spoil in (file.unlink, lambda: file.write_bytes(JPEG)):
        spoil()
        for wrong in (FILM[:-1], FILM + b"x", JPEG):
            with pytest.raises(InvalidError, match="as it was attached"):
                await backend.files.put_back(added.id, partial(blocks_of, wrong))
        assert await backend.files.put_back(added.id, partial(blocks_of, FILM)) == added
        assert await content_of(backend, added.id) == FILM
    assert await undo(backend) == ["attached a.mp4 to workout of 2026-11-20"]
    with pytest.raises(NotFoundError):
        await backend.files.put_back(added.id, partial(blocks_of, FILM))


async def test_a_file_that_breaks_off_leaves_nothing(sqlite_path: Path) -> None:
    backend = limited(sqlite_path)
    workout = await log(backend, "bench 100x5")

    async def broken() -> Any:
        async for block in blocks_of(FILM):
            yield block
            raise ConnectionError

    data = AttachmentCreate(id=new_id(), name="a.mp4", workout_id=workout.id)
    files: LocalFiles = backend.files
    with pytest.raises(ConnectionError):
        await files.upload(data, broken)
    assert stored(sqlite_path.with_suffix(".files")) == []
    assert await names(backend) == []


async def test_what_a_killed_program_left_is_swept_away(sqlite_path: Path) -> None:
    backend = limited(sqlite_path)
    workout = await log(backend, "bench 100x5")
    drafts = sqlite_path.with_suffix(".files") / "drafts"
    drafts.mkdir(parents=True)
    old, new = drafts / "draft-old", drafts / "draft-new"
    for each in (old, new):
        each.touch()
    os.utime(old, (0, 0))
    await attach(backend, JPEG, "a.jpg", workout_id=workout.id)
    assert [old.exists(), new.exists()] == [False, True]


KINDS: Final = {
    b"\xff\xd8\xff\xe1": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"RIFF\0\0\0\0WEBPVP8 ": "image/webp",
    b"GIF89a": "image/gif",
    b"\0\0\0\x18ftypheic": "image/heic",
    b"\0\0\0\x14ftypqt  ": "video/quicktime",
    b"\0\0\0\x18ftypisom": "video/mp4",
    b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm": "video/webm",
    b"\x0e\x10\xd9\x07\0\0\0\0.FIT": "application/vnd.ant.fit",
    b"%PDF-1.7": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\x1f\x8b\x08\0": "application/gzip",
    b"SQLite format 3\0": "application/vnd.sqlite3",
    b'<?xml version="1.0"?>\n<gpx version="1.1">': "application/gpx+xml",
    b'\xef\xbb\xbf<TrainingCenterDatabase xmlns="x">': "application/vnd.garmin.tcx+xml",
    b'{"workouts": []}': "application/json",
    b"Date;Reps\r\n": "text/csv",
    "Kniebeuge für heute\n".encode("cp1252"): "text/plain",
}
REFUSED: Final = (
    *(b"MZ\x90\0", b"#!/bin/sh\n\x07", b"\0\0\0\x18ftypavif", b"RIFF\0\0\0\0WAVE"),
    *(b"<svg xmlns='x'>", b"  <!doctype html>", b"   \n", b"\x1a\x45\xdf\xa3 matroska"),
)


@pytest.mark.parametrize(("head", "kind"), KINDS.items(), ids=KINDS.values())
def test_a_kind_is_told_by_its_bytes(head: bytes, kind: str) -> None:
    assert media_type(head, "x.exe") == kind


@pytest.mark.parametrize("head", REFUSED)
def test_other_kinds_are_refused(head: bytes) -> None:
    with pytest.raises(InvalidError, match="kind that is not taken"):
        media_type(head, "x.jpg")


async def test_files_go_along_when_exercises_are_merged(backend: Backend) -> None:
    async with backend.services() as services:
        mine = await services.exercises.create(ExerciseCreate(name="Mine"))
        bench = await services.exercises.find(ExerciseReference(name="bench"))
    await attach(backend, JPEG, "a.jpg", exercise_id=mine.id)
    async with backend.services() as services:
        await services.merging.merge(mine.id, MergeInto(into=bench.id))
    assert await names(backend, exercise_id=bench.id) == ["a.jpg"]
    assert await undo(backend) == ["merged Mine into Bench Press"]
    assert await names(backend, exercise_id=mine.id) == ["a.jpg"]
