"""How a SQLite file is: found out by looking only, so nothing is made, upgraded or written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from workout_core.checks import CheckRead, failed, ok, problem, warning
from workout_core.db import backups, embedded
from workout_core.db.compiled import HEAD
from workout_core.db.embedded import CHECKPOINTS_SAFELY
from workout_core.db.interrupting import interruptible
from workout_core.db.values import EPOCH, MICROSECOND
from workout_core.errors import UnreachableError, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE: Final = 1_000_000
LEAST_FREE: Final = 100 * MEGABYTE
LONG_LOG: Final = 64 * MEGABYTE
CHECK_S: Final = 20.0
WEEK: Final = timedelta(days=7)
SKEW: Final = timedelta(minutes=5)
MOUNTS: Final = Path("/proc/mounts")
# SQLite's locks, or its shared memory, cannot be trusted on these.
SHARED: Final = ("nfs", "cifs", "smb", "9p", "fuse", "afs", "vboxsf", "virtiofs", "ceph", "gluster")
NEWEST: Final = "SELECT max(updated_at), count(*) FROM workouts WHERE deleted_at IS NULL"


def check_file(path: Path, copies_kept: int) -> Iterator[CheckRead]:
    """Everything about a database file, the place where it is, and its copies."""
    yield _library()
    if not path.exists():
        yield ok("database", f"{path} is not there yet; the first log makes it")
        return
    yield _size(path)
    yield from _access(path)
    yield _space(path)
    yield _filesystem(path)
    yield _log(path)
    try:
        with embedded.errors(path), closing(looking(path)) as connection:
            yield from _contents(path, connection, copies_kept)
    except WorkoutError as error:
        yield failed("integrity", error)


def looking(path: Path) -> sqlite3.Connection:
    """A connection that leaves no trace: a file that nobody has open is taken for one that cannot change."""
    alone = not path.with_name(f"{path.name}-wal").exists()
    how = "immutable=1" if alone else "mode=ro"
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{how}", uri=True, timeout=3, isolation_level=None
    )


def filesystem_of(path: Path, mounts: str) -> str:
    """The kind of file system on which a path is, by a text like that of /proc/mounts; empty if it doesn't say."""
    found = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    over = [
        (len(place), kind)
        for place, kind in ((_unescaped(place), kind) for place, kind in found)
        if path.is_relative_to(place)
    ]
    return max(over, key=lambda each: each[0], default=(0, ""))[1]


def _library() -> CheckRead:
    version = sqlite3.sqlite_version
    if CHECKPOINTS_SAFELY:
        return ok("sqlite", version)
    guard = "who closes last empties the log, for a fault mended in 3.51.3"
    return ok("sqlite", f"{version}; {guard}")


def _size(path: Path) -> CheckRead:
    return ok("database", f"{path}, {path.stat().st_size / MEGABYTE:,.1f} MB")


def _access(path: Path) -> Iterator[CheckRead]:
    about = path.stat()
    if os.name == "posix" and about.st_uid != os.geteuid():
        yield warning("owner", f"{path} belongs to another user of this machine")
    if os.name == "posix" and stat.S_IMODE(about.st_mode) & 0o077:
        mode = stat.S_IMODE(about.st_mode)
        yield warning("mode", f"others may read it ({mode:04o})", f"chmod 600 '{path}'")
    else:
        yield ok("mode", "for its owner alone")
    for each, what in ((path, "the file"), (path.parent, "its folder")):
        if not os.access(each, os.W_OK):
            yield problem("writable", f"{what} {each} is read-only", f"chmod u+w '{each}'")
            return
    yield ok("writable", "the file and its folder")


def _space(path: Path) -> CheckRead:
    free = shutil.disk_usage(path.parent).free
    told = f"{free / MEGABYTE:,.0f} MB free"
    if free < max(LEAST_FREE, 2 * path.stat().st_size):
        return warning("disk", told, "make room: a copy of the database needs as much as itself")
    return ok("disk", told)


def _filesystem(path: Path) -> CheckRead:
    try:
        kind = filesystem_of(path.resolve(), MOUNTS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        kind = ""
    if kind.startswith(SHARED):
        hint = "keep the database on a disk of this machine, and share it with workout serve"
        return warning("filesystem", f"{kind}, on which locks cannot be trusted", hint)
    return ok("filesystem", kind or "unknown")


def _log(path: Path) -> CheckRead:
    log = path.with_name(f"{path.name}-wal")
    size = log.stat().st_size if log.exists() else 0
    told = f"{size / MEGABYTE:,.1f} MB"
    if size > LONG_LOG:
        return warning("write-ahead log", told, "it is emptied when all programs are closed")
    return ok("write-ahead log", told)


def _contents(path: Path, connection: sqlite3.Connection, copies_kept: int) -> Iterator[CheckRead]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" not in tables:
        yield problem("version", f"{path} is no workout database", "set WORKOUT_DATABASE_URL")
        return
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    yield version_check(str(row[0]) if row else None)
    yield _durability(path)
    yield _integrity(connection)
    newest, count = connection.execute(NEWEST).fetchone()
    last = EPOCH + newest * MICROSECOND if newest else None
    yield clock_check(last)
    yield _copies(path, count, last, copies_kept)


def version_check(version: str | None) -> CheckRead:
    """Whether the tables are those of this program."""
    if version == HEAD:
        return ok("version", f"{version}, as this program has it")
    if version is None or not version.isdigit():
        return problem("version", f"{version} is of another program", "set WORKOUT_DATABASE_URL")
    if version > HEAD:
        told = f"{version} is newer than this program, which knows {HEAD}"
        return problem("version", told, "pip install --upgrade workout-cli")
    return warning("version", f"{version}, and this program needs {HEAD}", "workout db migrate")


def clock_check(last: datetime | None) -> CheckRead:
    """Whether the clock can be right: after this program was written, and after the last change."""
    now = datetime.now(UTC)
    if not 2026 <= now.year < 2100:
        return problem("clock", f"it says {now:%Y-%m-%d}", "set the clock of this machine")
    if last and last > now + SKEW:
        told = f"the last change is dated {last:%Y-%m-%d %H:%M} UTC, which is still to come"
        return warning("clock", told, "set the clock of this machine")
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _durability(path: Path) -> CheckRead:
    """The journal mode as the file's header says it: 2 at both places is a write-ahead log (SQLite's file format)."""
    with path.open("rb") as file:
        mode = file.read(20)[18:]
    if mode != b"\x02\x02":
        told = "a rollback journal, beside which readers and writers wait for each other"
        return warning("durability", told, "workout backup, then workout restore latest")
    return ok("durability", "write-ahead log; a commit waits for the disk (full)")


def _integrity(connection: sqlite3.Connection) -> CheckRead:
    try:
        with interruptible(connection, CHECK_S):
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    except UnreachableError:
        return warning("integrity", f"not known: it takes over {CHECK_S:.0f} seconds to look")
    if found != ("ok",):
        return problem("integrity", f"damaged: {found[0]}", "workout restore latest")
    if orphan:
        told = f"a row of {orphan[0]} refers to one of {orphan[2]} that is not there"
        return problem("integrity", told, "workout restore latest")
    return ok("integrity", "every page and every reference is sound")


def _copies(path: Path, workouts: int, last: datetime | None, kept: int) -> CheckRead:
    found = backups.copies(path)
    if not found:
        told = "there is none yet" if workouts else "there is none yet, and nothing to copy"
        return warning("backup", told, "workout backup") if workouts else ok("backup", told)
    copies = "1 copy" if len(found) == 1 else f"{len(found):,} copies"
    told = f"{copies}, the newest of {found[0].made_at:%Y-%m-%d}"
    if last and min(last, datetime.now(UTC)) - found[0].made_at > WEEK:
        hint = "workout backup" if kept else "workout backup, or workout config unset backups"
        return warning("backup", f"{told}; there are changes of a week since", hint)
    return ok("backup", told)


def _unescaped(place: str) -> str:
    return place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
