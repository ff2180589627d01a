"""Every backend: what holds of the services holds wherever they live."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
import time_machine
from hypothesis import settings

from tests.application import application
from tests.everything import EVERYTHING
from tests.postgres import Databases, Reused, postgres
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.config import Settings
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.db.migrate import upgrade_file, upgrade_server
from workout_core.remote.backend import RemoteBackend

if TYPE_CHECKING:
    from workout_core.backend import Backend

# A run tells the same every time, and a busy machine is no failure; `poe test-long` looks further.
settings.register_profile("workout", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("workout")

# Terminals, shells, limits of resources, the launcher of PostgreSQL and deaths by SIGKILL are POSIX's.
# On Windows a URL names the server.
if sys.platform == "win32":
    collect_ignore = [
        "cli/test_completions.py",
        "cli/test_editing.py",
        "cli/test_errors_storage.py",
        "cli/test_login_processes.py",
        "cli/test_prompt.py",
        "cli/test_session.py",
        "test_bench.py",
        "tui/test_terminal.py",
        "tui/test_web.py",
        "test_concurrency.py",
        "test_postgres.py",
        "test_readme.py",
    ]


def pytest_configure() -> None:
    """Files of tests live in memory where that is roomy: on a disk each commit waits for milliseconds."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > 2 << 30:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))


@pytest.fixture
def noon() -> Iterator[date]:
    """A day whose clock begins at noon, so that no test's today ends under it."""
    at = datetime(2026, 11, 28, 12, tzinfo=UTC)
    with time_machine.travel(at):
        yield at.date()


@pytest.fixture(autouse=True)
def _alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the test's own: nothing of the machine's user is read or written."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr("workout_core.remote.backend.PATIENT_S", (0.0, 0.0))  # as nobody starts
    monkeypatch.setenv("SSL_CERT_DIR", str(home))  # certificates take 30 ms for each client of HTTP
    for name in (
        "CONFIG",
        "DATABASE_URL",
        "SERVER_URL",
        "TOKEN",
        "CREDENTIALS",
        "UNIT",
        "TIMEZONE",
        "COLOR",
        "BACKUPS",
        "STORAGE",
        "ATTACHMENT_MIB",
        "ATTACHMENTS_MIB",
    ):
        monkeypatch.delenv(f"WORKOUT_{name}", raising=False)


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """A PostgreSQL server with a migrated template."""
    with postgres() as url, closing(Databases(url)) as made:
        made.template("workout_template", upgrade_server)
        yield made


@pytest.fixture(scope="session")
def reused(databases: Databases) -> Iterator[Reused]:
    with closing(Reused(databases)) as made:
        yield made


@pytest.fixture
def postgres_url(reused: Reused) -> str:
    """A migrated PostgreSQL database whose rows are the test's own."""
    return reused.url()


@pytest.fixture
def own_postgres_url(databases: Databases) -> Iterator[str]:
    """A migrated PostgreSQL database with which the test may do anything."""
    url = databases.fresh()
    yield url
    databases.drop(url)


@pytest.fixture
def unwalled_url(databases: Databases) -> Iterator[str]:
    """A migrated PostgreSQL database whose policies let its client by: what statements see by themselves."""
    url = databases.fresh(walled=False)
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "workout.db"
    upgrade_file(path)
    return path.read_bytes()


@pytest.fixture
def sqlite_path(tmp_path: Path, empty_file: bytes) -> Path:
    """A migrated SQLite file of the test's own."""
    path = tmp_path / "workout.db"
    path.write_bytes(empty_file)
    return path


@pytest.fixture
async def sqlite(sqlite_path: Path) -> AsyncIterator[LocalBackend]:
    settings = Settings(database_url=f"sqlite:///{sqlite_path}")
    backend = LocalBackend(EmbeddedDatabase(sqlite_path), settings)
    yield backend
    await backend.close()


@pytest.fixture
async def server_database(postgres_url: str, tmp_path: Path) -> AsyncIterator[LocalBackend]:
    settings = Settings(database_url=postgres_url, storage=str(tmp_path / "files"))
    backend = LocalBackend(EngineDatabase(postgres_url), settings)
    yield backend
    await backend.close()


@pytest.fixture
async def remote(sqlite: LocalBackend) -> AsyncIterator[RemoteBackend]:
    """A client of the real server over a SQLite file."""
    async with client_of(sqlite) as backend:
        yield backend


@pytest.fixture
async def remote_postgresql(server_database: LocalBackend) -> AsyncIterator[RemoteBackend]:
    """A client of the real server over PostgreSQL."""
    async with client_of(server_database) as backend:
        yield backend


@asynccontextmanager
async def client_of(served: LocalBackend) -> AsyncIterator[RemoteBackend]:
    """A client of the real server over a database, without a socket."""
    async with served.database.transaction() as executor:
        token = await issue(executor, OWNER, "test")
    transport = httpx.ASGITransport(app=application(served))
    backend = RemoteBackend("http://server", token=token, transport=transport)
    yield backend
    await backend.close()


# Whether a server keeps its rows here or there is the same to a client; `poe test-long` tries both.
KINDS = {"sqlite": "sqlite", "postgresql": "server_database", "remote": "remote"}
if EVERYTHING:
    KINDS["remote-postgresql"] = "remote_postgresql"


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def backend(request: pytest.FixtureRequest) -> Backend:
    """Each kind of backend in turn."""
    found: Backend = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["sqlite", "server_database"], ids=["sqlite", "postgresql"])
def local(request: pytest.FixtureRequest) -> LocalBackend:
    """Each kind of database in turn."""
    found: LocalBackend = request.getfixturevalue(request.param)
    return found
