"""Puts a copy in the place of a SQLite file that others may have open.

Context: whoever has the file open must see the old rows or the new ones, also when this is killed half-way, and what
was written up to the last moment must not be lost. Decision: the copy is checked, and brought to this version, in a
folder of its own; then SQLite's backup interface writes it over the database in one transaction. Its first step
takes the turn to write; only then, when nobody else can, is what is there put aside as a copy. Consequences: other
programs go on without opening the file again; a kill leaves the old rows, for the transaction was not committed.
A file that SQLite cannot read is moved aside instead, and the copy takes its name.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from workout_core.db import backups, embedded
from workout_core.db.compiled import HEAD
from workout_core.db.interrupting import interruptible
from workout_core.errors import InvalidError, NotFoundError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES: Final = {"users", "exercises", "workouts", "exercise_executions", "sets", "operations"}
HINT: Final = "workout backup --list shows the copies that are here"
_CONTENT: Final = """
    SELECT (SELECT count(*) FROM workouts WHERE deleted_at IS NULL),
           (SELECT count(*) FROM sets WHERE deleted_at IS NULL),
           (SELECT max(local_date) FROM workouts WHERE deleted_at IS NULL)
"""
_FILES: Final = "SELECT count(DISTINCT sha256) FROM attachments WHERE deleted_at IS NULL"


class Content(NamedTuple):
    """What a database holds, and of which version it is; of files only how many it names."""

    version: str
    workouts: int
    sets: int
    newest: date | None
    files: int


def content_of(file: Path, *, thorough: bool = False) -> Content:
    """What a file holds; StorageError for one that is not ours, or damaged as far as was looked."""
    with embedded.errors(file), closing(reading(file)) as connection, interruptible(connection):
        tables = _own_tables(file, connection)
        if thorough:
            _refuse_damaged(file, connection)
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        workouts, sets, newest = connection.execute(_CONTENT).fetchone()
        files = connection.execute(_FILES).fetchone()[0] if "attachments" in tables else 0
    day = date.fromisoformat(newest) if newest else None
    return Content(str(version), workouts, sets, day, files)


def check_copy(file: Path) -> Content:
    """What a copy holds, if it may be restored: ours, whole, and of no newer version."""
    if not _is_file(file):
        raise NotFoundError(f"There is no file {file}", hints=[HINT])
    content = content_of(file, thorough=True)
    if content.version > HEAD:
        raise StorageError(
            f"{file} is of a newer version of workout ({content.version}; this one knows {HEAD})",
            hints=["upgrade workout on this machine: pip install --upgrade workout-cli"],
        )
    return content


def restore(path: Path, file: Path) -> Path | None:
    """Put what a copy holds in the database's place; where what was there has been put aside, if there was any."""
    content = check_copy(file)
    if path.exists() and file.samefile(path):
        raise InvalidError(f"{file} is the database", hints=[HINT])
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with embedded.errors(path), _staging(path) as folder:
        staged = folder / path.name
        with closing(reading(file)) as source:
            _set_aside_space(staged)
            with interruptible(source):
                source.execute("VACUUM INTO ?", (str(staged),))
        if content.version != HEAD:
            from workout_core.db.migrate import upgrade_file

            upgrade_file(staged)
        backups.require_sound(staged)
        if not path.exists():
            _set_aside_space(path)
            _write_over(path, staged, aside=False)
            return None
        return _write_over(path, staged) if _is_readable(path) else _take_place(path, staged)


def reading(file: Path) -> sqlite3.Connection:
    """A connection that only reads, and trusts nothing that the file says of itself."""
    connection = sqlite3.connect(
        f"file:{quote(str(file.absolute()))}?mode=ro",
        uri=True,
        timeout=embedded.WAIT_S,
        isolation_level=None,
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _write_over(path: Path, staged: Path, *, aside: bool = True) -> Path | None:
    put_aside: list[Path] = []
    deadline = time.monotonic() + embedded.WAIT_S

    def between(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() > deadline:
                raise embedded.busy()
        elif aside and not put_aside:  # from here on nobody else writes
            put_aside.append(backups.back_up(path, label="replaced"))

    with closing(embedded.connect(path)) as target, closing(sqlite3.connect(staged)) as source:
        target.execute("PRAGMA journal_mode = WAL")
        size = target.execute("PRAGMA page_size").fetchone()
        source.execute("PRAGMA journal_mode = DELETE")
        if source.execute("PRAGMA page_size").fetchone() != size:
            source.execute(f"PRAGMA page_size = {int(size[0])}")
            source.execute("VACUUM")
        source.backup(target, pages=1, progress=between, sleep=embedded.SLICE_S)
    path.chmod(0o600)
    return put_aside[0] if put_aside else None


def _take_place(path: Path, staged: Path) -> Path:
    """Move a file that cannot be read aside, with what belongs to it, and give the copy its name."""
    kept = backups.folder_of(path) / f"{path.stem}-{time.strftime('%Y%m%dT%H%M%S')}-damaged"
    kept.mkdir(parents=True, mode=0o700)
    with closing(sqlite3.connect(staged)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    for name in (*(path.name + each for each in backups.SIDE_FILES), path.name):
        with suppress(FileNotFoundError):
            path.with_name(name).rename(kept / name)
    staged.chmod(0o600)
    staged.replace(path)
    return kept


def _is_file(file: Path) -> bool:
    try:
        str(file).encode()  # SQLite opens no other
        return file.is_file()
    except (OSError, ValueError):
        return False


def _is_readable(path: Path) -> bool:
    try:
        with closing(embedded.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return False
        raise


@contextmanager
def _staging(path: Path) -> Iterator[Path]:
    """A folder beside the database for as long as it takes; one that a kill left behind goes."""
    for left in path.parent.glob(".restoring-*"):
        if time.time() - left.stat().st_mtime > backups.STALE_S:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=path.parent) as folder:
        yield Path(folder)


def _set_aside_space(file: Path) -> None:
    file.touch(mode=0o600, exist_ok=False)


def _own_tables(file: Path, connection: sqlite3.Connection) -> set[str]:
    """The tables of a database of ours; StorageError for any other."""
    found = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    tables = {name for kind, name in found if kind == "table"}
    if not tables >= {*TABLES, "alembic_version"} or {kind for kind, _ in found} & {
        "trigger",
        "view",
    }:
        raise StorageError(f"{file} is no workout database", hints=[HINT])
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if version is None or not str(version[0]).isdigit():
        raise StorageError(f"{file} is no workout database", hints=[HINT])
    return tables


def _refuse_damaged(file: Path, connection: sqlite3.Connection) -> None:
    whole = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    if not whole or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise StorageError(f"{file} is damaged", hints=[HINT])
