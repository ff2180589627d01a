"""Databases that cannot be used: read-only, full, damaged, newer, someone else's. Each is left as it was."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.cli.test_errors import told
from tests.postgres import connect
from tests.processes import COMMAND, LIMIT, InProcess, Program
from workout_core.db.migrations import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LOG: Final = ("log", "bench", "5x5@100kg", "--json")
TODAY: Final = ("today", "--json")
# Root may write everywhere, unless it gives that up.
BOUND: Final = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)
OWN_MOUNTS: Final = ("unshare", "--mount", *(("--map-root-user",) if os.geteuid() else ()))


@pytest.fixture
def program(tmp_path: Path, sqlite_path: Path) -> Program:
    return of(tmp_path, sqlite_path)


def of(tmp_path: Path, path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{path}")


def works(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, check=False, capture_output=True, timeout=LIMIT).returncode == 0


bound = pytest.mark.skipif(
    bool(BOUND) and not works(*BOUND, "true"), reason="root cannot give up writing everywhere here"
)


@bound
@pytest.mark.parametrize("logged_before", [False, True])
def test_a_file_that_is_read_only(program: Program, sqlite_path: Path, logged_before: bool) -> None:
    if logged_before:
        assert program(*LOG).code == 0
    before = sqlite_path.read_bytes()
    sqlite_path.chmod(0o444)
    told(program(*LOG, before=BOUND), 1, "read-only", "WORKOUT_DATABASE_URL", kind="storage")
    read = program(*TODAY, before=BOUND)
    assert (read.code, read.err) == (0, "")
    assert read.json["sets"] == (5 if logged_before else 0)
    assert sqlite_path.read_bytes() == before


@bound
@pytest.mark.parametrize("mode", [0o555, 0o000], ids=oct)
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_read_only(
    tmp_path: Path, sqlite_path: Path, mode: int, there: bool
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "workout.db"
    if there:
        shutil.copyfile(sqlite_path, path)
    folder.chmod(mode)
    program = of(tmp_path, path if there else folder / "deeper" / "workout.db")
    told(program(*LOG, before=BOUND), 1, str(folder), "WORKOUT_DATABASE_URL", kind="storage")
    folder.chmod(0o755)
    assert [each.name for each in folder.iterdir()] == (["workout.db"] if there else [])
    assert not there or path.read_bytes() == sqlite_path.read_bytes()


@pytest.mark.skipif(not works(*OWN_MOUNTS, "true"), reason="no small disk can be mounted here")
def test_a_disk_that_is_full(program: Program, sqlite_path: Path, tmp_path: Path) -> None:
    """On a small file system that lives as long as the shell that mounted it: a filler leaves room for some sets."""
    disk = tmp_path / "disk"
    disk.mkdir()
    room = sqlite_path.stat().st_size + 400 * 1024
    script = f"""
        mount -t tmpfs -o size={room} tmpfs {disk} && cp {sqlite_path} {disk}/workout.db || exit 99
        head -c 200000 /dev/zero >{disk}/filler || exit 98
        logged=0
        while "$@" log bench $((100 + logged))kg x5x50 >out 2>err; do logged=$((logged + 1)); done
        "$@" log bench 500kg x5x50 >out 2>err; echo $logged $?; cat err
        "$@" today --json
        rm {disk}/filler; "$@" log bench 300kg x5x5 && exec "$@" today --json
    """
    full = of(tmp_path, disk / "workout.db")
    end = subprocess.run(
        [*OWN_MOUNTS, "/bin/sh", "-c", script, "sh", *COMMAND],
        cwd=full.home,
        env=full.environment,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert end.returncode == 0, end
    counts, first, hint, today, *_ = end.stdout.splitlines()
    logged, code = map(int, counts.split())
    assert logged >= 1
    assert code == 1
    assert first == "workout: The disk is full, so nothing was written"
    assert hint.startswith("hint: ")
    assert f'"sets":{50 * logged},' in today
    assert f'"sets":{50 * logged + 5},' in end.stdout.splitlines()[-1]


def test_a_file_that_may_not_grow(program: Program, sqlite_path: Path) -> None:
    """A quota: the write is refused, what was acknowledged stays."""
    assert program(*LOG).code == 0
    size = sqlite_path.stat().st_size

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 8, size // 8))

    told(program(*LOG, preexec_fn=limit), 1, kind="storage")
    assert program(*TODAY).json["sets"] == 5
    with closing(sqlite3.connect(sqlite_path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def zeroed(data: bytes) -> bytes:
    """The same file, all pages but the first of it empty."""
    return data[:4096] + bytes(len(data) - 4096)


DAMAGES: Final[dict[str, Callable[[bytes], bytes]]] = {
    "garbage": lambda data: b"no database at all" * 500,
    "a short text": lambda data: b"hello",
    "the first half": lambda data: data[: len(data) // 2 // 4096 * 4096],
    "a piece of a page": lambda data: data[:5000],
    "zeroed pages": zeroed,
    "a header of zeros": lambda data: bytes(100) + data[100:],
    "noise in the first page": lambda data: data[:100] + os.urandom(3996) + data[4096:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file(program: Program, sqlite_path: Path, damage: str) -> None:
    assert program(*LOG).code == 0
    damaged = DAMAGES[damage](sqlite_path.read_bytes())
    sqlite_path.write_bytes(damaged)
    for words in (LOG, TODAY):
        told(program(*words), 1, str(sqlite_path), "backups", kind="storage")
        assert sqlite_path.read_bytes() == damaged
    assert not (sqlite_path.parent / "backups").exists()


def test_a_folder_stands_where_the_file_should(tmp_path: Path) -> None:
    told(of(tmp_path, tmp_path)(*LOG), 1, str(tmp_path), "WORKOUT_DATABASE_URL", kind="storage")


def test_a_file_stands_where_the_folder_should(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    path = tmp_path / "file" / "workout.db"
    told(of(tmp_path, path)(*LOG), 1, str(path), "WORKOUT_DATABASE_URL", kind="storage")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    told(
        of(tmp_path, tmp_path / ("a" * 300))(*LOG), 1, "aaa", "WORKOUT_DATABASE_URL", kind="storage"
    )


@pytest.mark.parametrize(
    ("version", "message", "hint"),
    [
        ("9999", "newer version", "upgrade"),
        ("1975ea83b712", "another program", "WORKOUT_DATABASE_URL"),
    ],
)
def test_a_file_of_another_version(
    program: Program, sqlite_path: Path, version: str, message: str, hint: str
) -> None:
    run(sqlite_path, f"UPDATE alembic_version SET version_num = '{version}'")
    before = sqlite_path.read_bytes()
    for words in (LOG, TODAY):
        told(program(*words), 1, message, hint, kind="storage")
    end = program("db", "migrate")
    assert (end.code, end.out) == (1, "")
    assert message in end.errors[0]
    assert sqlite_path.read_bytes() == before


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    run(path, "CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    told(of(tmp_path, path)(*LOG), 1, str(path), kind="storage")
    assert path.read_bytes() == before


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def refused(url: str, words: Sequence[str], tmp_path: Path, *expected: Any, **kind: Any) -> None:
    told(InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=url)(*words), *expected, **kind)


def test_a_postgresql_that_is_not_there(tmp_path: Path) -> None:
    for place in ("127.0.0.1:1", "no.such.host.invalid"):
        url = f"postgresql+psycopg://me:secret@{place}/workout"
        refused(url, LOG, tmp_path, 6, "cannot be reached", "PostgreSQL", kind="unreachable")
        end = InProcess(tmp_path, WORKOUT_DATABASE_URL=url)("db", "migrate")
        assert (end.code, end.out, len(end.errors)) == (6, "", 2)
        assert "secret" not in end.err


def test_a_postgresql_that_lets_nobody_in(own_postgres_url: str, tmp_path: Path) -> None:
    nobody = urlsplit(own_postgres_url)._replace(netloc="nobody_of_that_name:secret@").geturl()
    nowhere = urlsplit(own_postgres_url)._replace(path="/nothing_of_that_name").geturl()
    for url, name in ((nobody, "nobody_of_that_name"), (nowhere, "nothing_of_that_name")):
        refused(url, TODAY, tmp_path, 1, name, "WORKOUT_DATABASE_URL", kind="storage")


def test_a_postgresql_url_that_cannot_be(tmp_path: Path) -> None:
    for url in ("postgresql+psycopg://me@host:port/db", "postgresql+psycopg:"):
        refused(url, TODAY, tmp_path, 2, "", "postgresql+psycopg://", kind="config")


def test_a_postgresql_of_another_version(own_postgres_url: str, tmp_path: Path) -> None:
    for version, message in (("9999", "newer version"), ("0000", "older version")):
        with connect(own_postgres_url) as connection:
            connection.execute("UPDATE alembic_version SET version_num = %s", [version])
        refused(own_postgres_url, LOG, tmp_path, 1, message, "", kind="storage")
    assert HEAD > "0000"


def test_a_postgresql_that_only_reads(own_postgres_url: str, tmp_path: Path) -> None:
    with connect(own_postgres_url) as connection:
        name = psycopg.sql.Identifier(urlsplit(own_postgres_url).path[1:])
        forbid = psycopg.sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = on")
        connection.execute(forbid.format(name))
    refused(own_postgres_url, LOG, tmp_path, 1, "read-only", "", kind="storage")
