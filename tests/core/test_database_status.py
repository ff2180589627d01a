"""What a keeper is told of a database before it is upgraded, and what an upgrade waits for, which is not for ever."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

import pytest

import workout_core.db.migrations as ours
from tests.postgres import connect
from tests.processes import InProcess, eventually
from workout_core.config import Settings
from workout_core.db import migrate
from workout_core.db.migrate import after, upgrade_file, upgrade_server
from workout_core.db.status import status_of
from workout_core.errors import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable

    Bring = Callable[[str], None]

HEAD: Final = ours.HEAD
NEXT: Final = f"{int(HEAD) + 1:04}"
MIGRATION: Final = f"""
from alembic import op
revision = "{NEXT}"
down_revision = "{HEAD}"
def upgrade():
    op.execute("{{statement}}")
"""
MOOD: Final = "ALTER TABLE sets ADD COLUMN mood TEXT"
BRIEFLY: Final = 0.2  # seconds
WAITING: Final = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
VERSIONS: Final = "SELECT version_num FROM alembic_version"


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Makes this version one with a migration more, of one statement."""
    folder = tmp_path / "migrations"

    def bring(statement: str) -> None:
        source = Path(str(ours.__file__)).parent
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__*"))
        more = folder / "versions" / f"{NEXT}_how_it_felt.py"
        more.write_text(MIGRATION.format(statement=statement))
        monkeypatch.setattr(migrate, "SCRIPTS", str(folder))
        monkeypatch.setattr(migrate, "HEAD", NEXT)

    return bring


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest) -> Settings:
    """Each kind of database, of this version."""
    if request.param == "sqlite":
        return Settings(database_url=f"sqlite:///{request.getfixturevalue('sqlite_path')}")
    return Settings(database_url=request.getfixturevalue("own_postgres_url"))


def alter(settings: Settings, statement: Any) -> None:
    if path := settings.database_path:
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute(statement)
    else:
        with connect(settings.database_url) as server:
            server.execute(statement)


def program(settings: Settings, tmp_path: Path) -> InProcess:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=settings.database_url)


def test_a_database_of_this_version(settings: Settings, tmp_path: Path) -> None:
    end = program(settings, tmp_path)("db", "status", "--json")
    kind = "sqlite" if settings.database_path else "postgresql"
    assert (end.code, end.err) == (0, "")
    assert end.json == {
        "schema": "workout.DatabaseStatusRead/1",
        "database": str(settings.database_path or settings.database_url),
        "kind": kind,
        "version": HEAD,
        "needed": HEAD,
        "state": "current",
        "due": [],
        "migrating": None if kind == "sqlite" else False,
    }
    assert f"version {HEAD}" in program(settings, tmp_path)("db", "status").out


def test_what_is_due_is_named_and_then_made(
    settings: Settings, tmp_path: Path, bring: Bring
) -> None:
    bring(MOOD)
    more = {"version": NEXT, "name": "how it felt"}
    run = program(settings, tmp_path)
    end = run("db", "status", "--json")
    assert (end.code, end.json["state"], end.json["due"]) == (5, "due", [more])
    assert "how it felt" in run("db", "status").out
    made = run("db", "migrate", "--json")
    assert (made.code, made.json["before"], made.json["version"]) == (0, HEAD, NEXT)
    assert made.json["made"] == [more]
    assert run("db", "status", "--json").code == 0
    again = run("db", "migrate")
    assert (again.code, "nothing to do" in again.out) == (0, True)
    assert run("db", "migrate", "--json").json["made"] == []


@pytest.mark.parametrize(("version", "state"), [("9999", "newer"), ("1975ea83b712", "foreign")])
def test_what_no_migration_brings_up(
    settings: Settings, tmp_path: Path, version: str, state: str
) -> None:
    alter(settings, f"UPDATE alembic_version SET version_num = '{version}'")
    end = program(settings, tmp_path)("db", "status", "--json")
    assert (end.code, end.json["state"], end.json["due"]) == (1, state, [])
    assert version in program(settings, tmp_path)("db", "status").out


def test_a_file_that_is_not_there_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "workout.db"
    found = status_of(Settings(database_url=f"sqlite:///{path}"))
    assert (found.version, found.state, found.due) == (None, "due", after(None))
    assert [each.version for each in found.due][:1] == ["0001"]
    assert not path.parent.exists()


def test_a_server_without_tables(own_postgres_url: str) -> None:
    with connect(own_postgres_url) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public AUTHORIZATION workout_tests")
    found = status_of(Settings(database_url=own_postgres_url))
    assert (found.version, found.state, found.due) == (None, "due", after(None))


def test_the_file_of_another_program(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'places.sqlite'}")
    alter(settings, "CREATE TABLE bookmarks (url TEXT)")
    end = program(settings, tmp_path)("db", "status", "--json")
    assert (end.code, end.json["type"]) == (1, "storage")


def test_no_password_is_shown(tmp_path: Path) -> None:
    url = "postgresql+psycopg://me:s3cret@127.0.0.1:1/workout"
    for command in ("status", "migrate"):
        end = program(Settings(database_url=url), tmp_path)("db", command, "--json")
        assert (end.code, end.json["type"]) == (6, "unreachable")
        assert "s3cret" not in end.out + end.err
    assert migrate.shown(Settings(database_url=url)) == url.replace("s3cret", "***")


def test_a_look_leaves_a_file_as_it_was(sqlite_path: Path) -> None:
    before = sqlite_path.read_bytes()
    status_of(Settings(database_url=f"sqlite:///{sqlite_path}"))
    assert sqlite_path.read_bytes() == before
    assert list(sqlite_path.parent.iterdir()) == [sqlite_path]


def test_another_migrator_is_seen_and_not_waited_for_for_ever(
    own_postgres_url: str, tmp_path: Path
) -> None:
    settings = Settings(database_url=own_postgres_url)
    run = program(settings, tmp_path)
    with connect(own_postgres_url) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [migrate.LOCK])
        assert run("db", "status", "--json").json["migrating"] is True
        assert "a migration runs just now" in run("db", "status").out
        with pytest.raises(UnreachableError, match="Another migration"):
            upgrade_server(own_postgres_url, BRIEFLY)
        end = run("db", "migrate", "--wait", "0")
        assert (end.code, end.out) == (6, "")
        assert end.errors[0].startswith("workout: Another migration of the database has not ended")
        assert end.errors[1] == "hint: workout db migrate --wait 600 waits longer"
    assert run("db", "status", "--json").json["migrating"] is False
    assert run("db", "migrate", "--wait", "0").code == 0


def test_the_lock_of_another_database_is_none_of_ours(
    own_postgres_url: str, postgres_url: str
) -> None:
    with connect(postgres_url) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [migrate.LOCK])
        assert status_of(Settings(database_url=own_postgres_url)).migrating is False
        upgrade_server(own_postgres_url, BRIEFLY)


def test_it_goes_on_when_the_other_migrator_has_ended(own_postgres_url: str, bring: Bring) -> None:
    bring(MOOD)
    found: list[str | None] = []
    thread = Thread(target=lambda: found.append(upgrade_server(own_postgres_url)))
    with connect(own_postgres_url) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [migrate.LOCK])
        thread.start()
        eventually(lambda: other.execute(WAITING).fetchone() == (1,))
    thread.join()
    assert found == [HEAD]


def test_a_table_that_somebody_reads_is_not_waited_for_for_ever(
    own_postgres_url: str, bring: Bring
) -> None:
    bring(MOOD)
    with connect(own_postgres_url) as reader:
        with reader.transaction():
            reader.execute("SELECT count(*) FROM sets")
            with pytest.raises(UnreachableError, match="nothing was changed"):
                upgrade_server(own_postgres_url, BRIEFLY)
        assert reader.execute(VERSIONS).fetchall() == [(HEAD,)]
    assert upgrade_server(own_postgres_url, BRIEFLY) == HEAD


def test_no_limit_of_a_statement_ends_a_migration(own_postgres_url: str, bring: Bring) -> None:
    """Neither one of the database, nor one of its role, which may well be set for the server's sake."""
    with connect(own_postgres_url) as server:
        (name,) = server.execute("SELECT current_database()").fetchone() or ("",)
        for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
            server.execute(f"ALTER DATABASE {name} SET {limit} = '1s'".encode())
        bring("SELECT pg_sleep(1.5)")
    assert upgrade_server(own_postgres_url) == HEAD
    with connect(own_postgres_url) as server:
        assert server.execute(VERSIONS).fetchall() == [(NEXT,)]


def test_a_file_that_another_writes_is_not_waited_for_for_ever(
    sqlite_path: Path, bring: Bring
) -> None:
    bring(MOOD)
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnreachableError, match="busy for 0 seconds"):
            upgrade_file(sqlite_path, BRIEFLY)
    assert upgrade_file(sqlite_path, BRIEFLY) == HEAD
