"""Copies of a SQLite file, in the `backups` folder beside it.

A copy is made by `VACUUM INTO`, which reads one moment of the database while others go on writing; copying the file
itself would lose what still stands in its write-ahead log. It is whole, on the disk, checked and for its owner's eyes
before it has its name. The name says of which file, when and why: `workout-20261123T184500000000-manual.db`, and
`workout-20261123-daily.db` for the one a day that is made by itself, so that looking for today's costs one question
to the file system.
"""

from __future__ import annotations

import glob
import os
import re
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.db import embedded
from workout_core.db.interrupting import interruptible
from workout_core.errors import ConflictError, InvalidError, NotFoundError, StorageError, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEPT: Final = 10
STAMP: Final = "[0-9]" * 8 + "T" + "[0-9]" * 12
WEEKS: Final = 4
MONTHS: Final = 12
STALE_S: Final = 86_400
SIDE_FILES: Final = ("-wal", "-shm", "-journal")
_NAME: Final = re.compile(r"-(\d{8}(?:T\d{12})?)-([a-z][\w-]*)\.db$", re.ASCII)


class Copy(NamedTuple):
    """A copy: why it was made, and when (a daily one at some time of its day)."""

    path: Path
    label: str
    made_at: datetime
    size: int


def folder_of(path: Path) -> Path:
    """Where the copies of a file are."""
    return path.parent / "backups"


def back_up(path: Path, *, label: str) -> Path:
    """A copy that was not asked for by name; of those with the same first word the oldest over ten go."""
    copy = _stamped(path, label)
    write_copy(path, copy)
    alike = f"{glob.escape(path.stem)}-{STAMP}-{glob.escape(label.partition('-')[0])}*.db"
    for old in sorted(copy.parent.glob(alike))[:-KEPT]:
        old.unlink(missing_ok=True)
    return copy


def manual_copy(path: Path, target: Path | None = None, *, replacing: bool = False) -> Path:
    """A copy that was asked for, in a file or a folder, else in `backups`; its owner alone deletes it."""
    named = target is not None and not _is_folder(target)
    copy = target if target and named else _stamped(path, "manual", target)
    write_copy(path, copy, replacing=replacing)
    return copy


def write_copy(path: Path, copy: Path, *, replacing: bool = False) -> None:
    """Write a copy; a file that is there is replaced only if that is wanted, and the database never.

    The folder `backups` is made where it is missing, no other.
    """
    draft = copy.parent / f".{copy.name}.{os.getpid()}.part"
    try:
        _refuse(path, copy, replacing=replacing)
        if copy.parent == folder_of(path):
            copy.parent.mkdir(exist_ok=True, mode=0o700)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with (
            embedded.errors(path),
            closing(embedded.connect(path)) as source,
            interruptible(source),
        ):
            source.execute("VACUUM INTO ?", (str(draft),))
        require_sound(draft)
        _settle(draft, copy)
    except (OSError, ValueError) as error:
        raise StorageError(
            f"{copy} cannot be written: {reason(error)}",
            hints=["make room, or name a place that you may write"],
        ) from error
    finally:
        with suppress(OSError, ValueError):
            draft.unlink()


def require_sound(copy: Path) -> None:
    """Refuse a copy that SQLite finds damaged."""
    with embedded.errors(copy), closing(sqlite3.connect(copy)) as made, interruptible(made):
        if made.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise StorageError(f"The copy {copy} is damaged, so nothing was changed")


def copies(path: Path) -> list[Copy]:
    """Every copy of a file beside it, the newest first."""
    found = []
    for each in folder_of(path).glob(f"{glob.escape(path.stem)}-*.db"):
        if _NAME.fullmatch(each.name[len(path.stem) :]):
            with suppress(OSError, ValueError):
                found.append(described(each))
    return sorted(found, key=lambda copy: (copy.made_at, copy.path.name), reverse=True)


def described(file: Path) -> Copy:
    """A copy by its name, else by its file."""
    about = file.stat()
    made_at = datetime.fromtimestamp(about.st_mtime, UTC)
    if (name := _NAME.search(file.name)) is None:
        return Copy(file, "manual", made_at, about.st_size)
    if "T" in name[1]:
        made_at = datetime.strptime(name[1], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return Copy(file, name[2], made_at, about.st_size)


def daily_path(path: Path) -> Path:
    """The name of today's own copy."""
    return folder_of(path) / f"{path.stem}-{time.strftime('%Y%m%d')}-daily.db"


def keep_daily(path: Path, count: int) -> bool:
    """Make today's copy if there is none and `count` isn't 0, drop old daily ones; whether one was made.

    Of the daily copies stay the last `count`, and the newest of each of the last weeks and months that have any.
    """
    copy = daily_path(path)
    if count == 0 or copy.exists():
        return False
    write_copy(path, copy, replacing=True)  # by another program, meanwhile: as good
    dated = dict(_daily(path))
    for day in dated.keys() - kept(dated, count):
        dated[day].unlink(missing_ok=True)
    _sweep(path)
    return True


def kept(days: Iterable[date], count: int) -> set[date]:
    """Of the days that have a copy, those whose copy stays."""
    newest = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {*newest[:count], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]}


def _daily(path: Path) -> Iterator[tuple[date, Path]]:
    for each in folder_of(path).glob(f"{glob.escape(path.stem)}-{'[0-9]' * 8}-daily.db"):
        with suppress(ValueError):
            yield date.fromisoformat(each.name[len(path.stem) + 1 :][:8]), each


def _sweep(path: Path) -> None:
    """Drop what copying left behind when it was killed."""
    for each in folder_of(path).glob(f".{glob.escape(path.stem)}-*.part"):
        with suppress(OSError):
            if time.time() - each.stat().st_mtime > STALE_S:
                each.unlink()


def _settle(draft: Path, copy: Path) -> None:
    """Give a finished file its name, and have both on the disk."""
    _sync(draft)
    draft.replace(copy)
    if os.name == "posix":
        _sync(copy.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_folder(target: Path) -> bool:
    try:
        return target.is_dir()
    except OSError:  # said once more, and then told, when it is written
        return False


def _refuse(path: Path, copy: Path, *, replacing: bool) -> None:
    if not path.exists():
        raise NotFoundError(f"There is no database at {path} yet", hints=["workout log"])
    ours = {path.resolve(), *(path.resolve().with_name(path.name + each) for each in SIDE_FILES)}
    str(copy).encode()  # SQLite takes names that are text, and others cannot be
    if copy.resolve() in ours or (copy.exists() and copy.samefile(path)):
        raise InvalidError(f"{copy} is the database", hints=["name another file"])
    if copy.exists() and not replacing:
        raise ConflictError(f"{copy} is there already", hints=["--force replaces it"])


def _stamped(path: Path, label: str, folder: Path | None = None) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return (folder or folder_of(path)) / f"{path.stem}-{stamp}-{label}.db"
