"""Dumps with the bytes of files: what goes into an archive comes out of it, or is told; on every backend."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, is_zipfile

import pytest
import time_machine

from tests.core.attaching import CSV, FILM, JPEG, attach, content_of, names
from tests.core.test_dump import dumped, loaded
from tests.undoing import log, undo
from workout_core.attachments.listing import every
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.sweep import sweep
from workout_core.errors import ConflictError, InvalidError, StorageError
from workout_core.ids import new_id
from workout_core.transfer.dump_archive import is_archive, opened_archive, writing_archive
from workout_core.transfer.dump_files import Carried, NamedFiles, pack_files, unpack_files
from workout_core.transfer.dump_loading import load_dump
from workout_core.transfer.dump_schemas import DumpPart
from workout_core.workouts.log_schemas import WorkoutLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from workout_core.backend import Backend

EARLIER: Final = datetime(2026, 11, 1, 12, tzinfo=UTC)
PLACE: Final = f"files/{sha256(FILM).hexdigest()}"
DAMAGED: Final = "squat.mp4: it is damaged in the archive"


@pytest.fixture
def other(tmp_path: Path, empty_file: bytes) -> LocalBackend:
    """Another database, which is empty, with a place for files of its own."""
    return another(tmp_path / "other.db", empty_file)


def another(path: Path, content: bytes, **settings: Any) -> LocalBackend:
    path.write_bytes(content)
    settings = {"database_url": f"sqlite:///{path}", **settings}
    return LocalBackend(EmbeddedDatabase(path), Settings(**settings))


async def furnish(backend: Backend) -> None:
    """Files of all kinds: some of the same bytes, one that is removed, one of a workout that is."""
    workout = await log(backend, "squat 100x5")
    exercise = workout.exercise_executions[0].exercise.id
    await attach(backend, FILM, "squat.mp4", workout_id=workout.id)
    await attach(backend, FILM, "again.mp4", exercise_id=exercise)
    await attach(backend, CSV, "plan.csv", exercise_id=exercise)
    async with backend.services() as services:
        gone = (await services.log.add(WorkoutLog(text="bench 100x5", at=EARLIER))).workout
    assert gone
    await attach(backend, JPEG + b"1", "gone.jpg", workout_id=gone.id)
    removed = await attach(backend, JPEG, "removed.jpg", workout_id=workout.id)
    async with backend.services() as services:
        await services.workouts.delete(gone.id)
    async with backend.services() as services:
        await services.attachments.delete(removed.id)


async def packed(backend: Backend) -> tuple[bytes, Carried]:
    stream = io.BytesIO()
    text = await dumped(backend)
    async with backend.services(readonly=True) as services:
        known = await every(services.attachments)
    with writing_archive(stream) as archive:
        with archive.dump("text") as write:
            write(text)
        carried = await pack_files(backend.files, known, archive)
    return stream.getvalue(), carried


async def unpacked(backend: Backend, path: Path, *, dry_run: bool = False) -> Carried:
    named = NamedFiles()
    with opened_archive(path) as archive:
        async with backend.services() as services:
            with archive.lines() as lines:
                await load_dump(services.dump, lines, dry_run=dry_run, seen=named.see)
        return await unpack_files(None if dry_run else backend.files, named.all(), archive)


async def test_files_go_along_to_every_backend_and_back(
    backend: Backend, other: LocalBackend, tmp_path: Path
) -> None:
    await furnish(other)
    content, carried = await packed(other)
    assert carried == (2, [])
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {each: archive.read(each) for each in archive.namelist()[1:]} == {
            f"files/{sha256(each).hexdigest()}": each for each in (FILM, CSV)
        }
    path = tmp_path / "account.zip"
    path.write_bytes(content)
    assert await unpacked(backend, path, dry_run=True) == (2, [])
    assert await unpacked(backend, path) == (2, [])
    assert await names(backend) == ["squat.mp4", "again.mp4", "plan.csv"]
    async with backend.services(readonly=True) as services:
        known = await every(services.attachments)
    assert [await content_of(backend, each.id) for each in known] == [FILM, FILM, CSV]
    with opened_archive(path) as archive:
        assert await unpack_files(backend.files, known, archive) == (2, [])
    back, carried = await packed(backend)
    assert carried == (2, [])
    with ZipFile(io.BytesIO(content)) as one, ZipFile(io.BytesIO(back)) as two:
        assert one.namelist() == two.namelist()
    assert await undo(backend) == ["removed removed.jpg from workout of 2026-11-20"]


def test_an_archive_that_was_broken_off_is_none() -> None:
    stream = io.BytesIO()
    with (
        pytest.raises(KeyboardInterrupt),
        writing_archive(stream) as archive,
        archive.dump("text") as write,
    ):
        write("x")
        raise KeyboardInterrupt
    assert stream.getvalue()
    assert not is_zipfile(stream)


@pytest.mark.parametrize("year", [1970, 2200])
def test_a_clock_that_is_wrong_keeps_nobody_from_an_archive(year: int) -> None:
    stream = io.BytesIO()
    with (
        time_machine.travel(datetime(year, 6, 1, tzinfo=UTC)),
        writing_archive(stream) as archive,
        archive.dump("text") as write,
    ):
        write("x")
    with ZipFile(stream) as found:
        assert found.read("dump.txt") == b"x"


def rewritten(
    content: bytes,
    change: Callable[[str, bytes], bytes | None] = lambda _, found: found,
    packing: Mapping[str, int] = MappingProxyType({}),
) -> bytes:
    """An archive with other contents, packed otherwise; those that become nothing are left out."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (changed := change(name, old.read(name))) is not None:
                new.writestr(name, changed, packing.get(name))
    return stream.getvalue()


def for_film(film: bytes | None) -> Callable[[bytes], bytes]:
    return lambda content: rewritten(content, lambda name, found: film if name == PLACE else found)


def elsewhere(content: bytes) -> bytes:
    """The film under names that lead out of the archive."""
    stream = io.BytesIO(for_film(None)(content))
    with ZipFile(stream, "a") as archive:
        for name in (f"../{PLACE}", f"/{PLACE}", f"x/{PLACE}", f"{PLACE}/"):
            archive.writestr(name, FILM)
    return stream.getvalue()


def lying(content: bytes) -> bytes:
    """A bomb: a gigabyte that says it has as many bytes as the film."""
    bomb = rewritten(content, lambda name, found: bytes(1 << 24) if name == PLACE else found)
    return bomb.replace(struct.pack("<L", 1 << 24), struct.pack("<L", len(FILM)))


def at_once(content: bytes) -> bytes:
    """The film packed so that a few bytes may hold gigabytes, which would come out at once."""
    return rewritten(content, packing={PLACE: ZIP_BZIP2})


def locked(content: bytes) -> bytes:
    """The mark of a password on the film."""
    at = content.rindex(PLACE.encode()) - 46 + 8
    return content[:at] + b"\1\0" + content[at + 2 :]


HARM: Final[dict[str, tuple[Callable[[bytes], bytes], str]]] = {
    "absent": (for_film(None), "squat.mp4: it is not in the archive"),
    "elsewhere": (elsewhere, "squat.mp4: it is not in the archive"),
    "empty": (for_film(b""), DAMAGED),
    "other bytes": (for_film(FILM[:-1] + b"x"), DAMAGED),
    "too long": (for_film(FILM + b"x"), DAMAGED),
    "a bomb": (lying, DAMAGED),
    "a bomb that goes off at once": (at_once, DAMAGED),
    "a password": (locked, DAMAGED),
    "a changed byte": (lambda content: content.replace(FILM[:64], FILM[1:65], 1), DAMAGED),
}


def besides(folder: Path, word: str) -> set[Path]:
    """What is in a folder, without that in whose place a word stands."""
    return {each for each in folder.rglob("*") if word not in str(each.relative_to(folder))}


@pytest.mark.parametrize("name", HARM)
async def test_what_is_not_as_it_was_attached_is_told_and_left(
    sqlite: LocalBackend, other: LocalBackend, tmp_path: Path, name: str
) -> None:
    await furnish(sqlite)
    whole, _ = await packed(sqlite)
    harm, told = HARM[name]
    path = tmp_path / "account.zip"
    path.write_bytes(harm(whole))
    assert await unpacked(other, path, dry_run=True) == (1, [told])
    before = besides(tmp_path, "other")
    assert await unpacked(other, path) == (1, [told])
    assert besides(tmp_path, "other") == before
    path.write_bytes(whole)
    async with other.services(readonly=True) as services:
        known = await every(services.attachments)
    with opened_archive(path) as archive:
        assert await unpack_files(other.files, known, archive) == (2, [])
    assert await content_of(other, known[0].id) == FILM


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[: len(content) // 2],
        lambda content: rewritten(content, lambda name, _: None if "dump" in name else b"x"),
        lambda content: rewritten(content, lambda _, found: found + b"x"),
        lambda content: rewritten(content, packing={"dump.txt": ZIP_LZMA}),
    ],
    ids=("cut off", "without a dump", "a broken dump", "a bomb that goes off at once"),
)
async def test_an_archive_without_a_whole_dump_is_refused(
    sqlite: LocalBackend, other: LocalBackend, tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    await furnish(sqlite)
    path = tmp_path / "account.zip"
    path.write_bytes(harm((await packed(sqlite))[0]))
    with path.open("rb") as file:
        assert is_archive(file)
    with pytest.raises(InvalidError):
        await unpacked(other, path)
    assert await names(other) == []


async def test_lost_and_damaged_files_are_told_and_left_out(
    backend: Backend, tmp_path: Path
) -> None:
    await furnish(backend)
    kept = {each.name: each for each in besides(tmp_path, ".db")}
    kept[sha256(FILM).hexdigest()].write_bytes(FILM[::-1])
    kept[sha256(CSV).hexdigest()].unlink()
    content, (count, left) = await packed(backend)
    assert count == 0
    assert [each.partition(": ")[0] for each in left] == ["squat.mp4", "plan.csv"]
    assert "damaged" in left[0]
    assert "out of reach" in left[1]
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["dump.txt"]


async def test_a_file_that_is_removed_meanwhile_keeps_no_other_back(
    sqlite: LocalBackend, tmp_path: Path
) -> None:
    await furnish(sqlite)
    path = tmp_path / "account.zip"
    path.write_bytes((await packed(sqlite))[0])
    async with sqlite.services() as services:
        known = await every(services.attachments)
        await services.attachments.delete(known[0].id)
    with opened_archive(path) as archive:
        count, (left,) = await unpack_files(sqlite.files, known, archive)
    assert (count, left) == (1, f"squat.mp4: There is no file {known[0].id}")


async def test_limits_hold_for_what_is_loaded(
    sqlite: LocalBackend, tmp_path: Path, empty_file: bytes
) -> None:
    workout = await log(sqlite, "squat 100x5")
    for number in range(2):
        film = FILM[:12] + bytes([number]) * (1 << 20)
        await attach(sqlite, film, f"{number}.mp4", workout_id=workout.id)
    await attach(sqlite, JPEG, "a.jpg", workout_id=workout.id)
    path = tmp_path / "account.zip"
    path.write_bytes((await packed(sqlite))[0])
    small = another(tmp_path / "small.db", empty_file, attachment_mib=1)
    count, left = await unpacked(small, path)
    assert (count, len(left)) == (1, 2)
    assert left[0] == "0.mp4: 0.mp4 is larger than 1 MiB"
    few = another(tmp_path / "few.db", empty_file, attachments_mib=1)
    with pytest.raises(ConflictError, match="larger than 1 MiB") as refused:
        await unpacked(few, path)
    assert "load FILE --files" in refused.value.hints[-1]


async def test_a_forged_log_leads_to_no_other_file_and_stops_no_sweep(
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
    film = await attach(other, FILM, "b.mp4", workout_id=workout.id)
    async with other.services() as services:
        for each in (file, film):
            await services.attachments.delete(each.id)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        assert (await sweep(other.database, other.storage)).files == 1
    assert (tmp_path / "secret").exists()


async def test_a_file_is_what_it_could_have_been_attached_as(backend: Backend) -> None:
    workout = await log(backend, "bench 100x5")
    row = {
        "id": str(new_id()),
        "workout_id": str(workout.id),
        "name": "a.jpg",
        "version": 1,
        "media_type": "image/jpeg",
        "size": 3,
        "sha256": "0" * 64,
        **dict.fromkeys(("created_at", "updated_at"), "2026-11-20T18:30:00Z"),
    }
    wrong = (
        *(("sha256", each) for each in (f"../2/{'0' * 64}", "/etc/passwd", "A" * 64, "0" * 65)),
        *(("name", each) for each in ("../a.jpg", "a\nb.jpg", "")),
        *(("media_type", each) for each in ("text/html\nx: 1", "jpeg")),
        *(("size", each) for each in (0, 2**62)),
    )
    async with backend.services() as services:
        for column, value in wrong:
            part = DumpPart(rows={"attachments": [row | {column: value}]}, dry_run=True)
            with pytest.raises(InvalidError, match=column):
                await services.dump.load(part)
        assert (await services.dump.load(DumpPart(rows={"attachments": [row]}))).rows == 1
