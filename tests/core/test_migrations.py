"""The migrations make the tables that the models say, once, whoever comes first; and know when not to."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread
from typing import TYPE_CHECKING, Any, Final

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Engine, Integer, MetaData, NullPool, Table, create_engine

from tests.postgres import connect
from workout_core.accounts.owner import OWNER
from workout_core.db import embedded
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.db.migrate import check_version, upgrade_file, upgrade_server
from workout_core.db.migrations import HEAD
from workout_core.db.tables import metadata
from workout_core.errors import StorageError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).parents[2]
PROCESSES: Final = 6
OPENER: Final = """
import sys
from pathlib import Path
from workout_core.db.embedded import EmbeddedDatabase
import workout_core.db.migrate
async def count():
    async with database.transaction() as executor:
        return await executor.one("workouts.count", user_id=1, **days)
from datetime import date
days = {"since": date.min, "until": date.max}
database = EmbeddedDatabase(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print(database.run(count())["total"])
database.run(database.close())
"""
MAKE_SCHEMA: Final = "CREATE SCHEMA public AUTHORIZATION workout_tests"
CONSTRAINTS: Final = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
"""
INDEXES: Final = (
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
)
COLUMNS: Final = """
    SELECT table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'alembic_version'
"""


@pytest.fixture
def empty_url(own_postgres_url: str) -> str:
    """A PostgreSQL database without tables."""
    execute(own_postgres_url, "DROP SCHEMA public CASCADE", MAKE_SCHEMA)
    return own_postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{request.getfixturevalue('sqlite_path')}"
    else:
        url = request.getfixturevalue("own_postgres_url")
    engine = create_engine(url, poolclass=NullPool)
    yield engine
    engine.dispose()


def execute(url: str, *statements: Any) -> list[Any]:
    """What the last of some statements returns."""
    with connect(url) as connection:
        for each in statements:
            cursor = connection.execute(each)
        return cursor.fetchall() if cursor.description else []


def ask(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(question).fetchall()
        connection.commit()
    return found


def schema(path: Path) -> dict[str, list[str]]:
    """What a SQLite file says of its tables and indexes, each part by itself, in any order."""
    rows = ask(path, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {name: sorted(parts(sql)) for name, sql in rows}


def parts(sql: str) -> list[str]:
    """A definition cut at the commas of its outermost brackets, as a column added later has no line of its own."""
    head, _, rest = " ".join(sql.split()).partition("(")
    body, _, tail = rest.rpartition(")")
    found, depth = [""], 0
    for sign in body:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return [head.strip(), *(each.strip() for each in found), tail.strip()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_migrations_make_what_the_models_say(migrated: Engine) -> None:
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_difference_would_be_found(migrated: Engine) -> None:
    more = MetaData()
    for each in metadata.sorted_tables:
        each.to_metadata(more)
    more.tables["sets"].append_column(Column("mood", Integer()))
    Table("moods", more, Column("id", Integer(), primary_key=True))
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = {each[0] for each in compare_metadata(context, more)}
    assert found == {"add_table", "add_column"}


def test_a_migrated_file_is_as_one_made_of_the_models(sqlite_path: Path, tmp_path: Path) -> None:
    """Also where Alembic doesn't look: checks, WITHOUT ROWID, conditions of indexes."""
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}", poolclass=NullPool)
    metadata.create_all(engine)
    expected = schema(made)
    assert len(expected) > len(metadata.tables)
    found = schema(sqlite_path)
    found.pop("alembic_version")
    assert found == expected


def test_a_migrated_server_is_as_one_made_of_the_models(own_postgres_url: str) -> None:
    questions = (CONSTRAINTS, INDEXES, COLUMNS)
    found = [sorted(execute(own_postgres_url, each)) for each in questions]
    tables = ", ".join(metadata.tables)
    execute(own_postgres_url, f"DROP TABLE {tables}")
    engine = create_engine(own_postgres_url, poolclass=NullPool)
    metadata.create_all(engine)
    assert [sorted(execute(own_postgres_url, each)) for each in questions] == found
    assert all(found)


def test_an_empty_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "workout.db"
    upgrade_file(path)
    assert ask(path, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert ask(path, "SELECT id, unit FROM users") == [(OWNER, "kg")]
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert not (path.parent / "backups").exists()


def test_an_empty_server_is_made(empty_url: str) -> None:
    upgrade_server(empty_url)
    assert execute(empty_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert execute(empty_url, "SELECT id, unit FROM users") == [(OWNER, "kg")]


def test_upgrading_again_changes_nothing(sqlite_path: Path, own_postgres_url: str) -> None:
    before = sqlite_path.read_bytes()
    upgrade_file(sqlite_path)
    assert sqlite_path.read_bytes() == before
    users = execute(own_postgres_url, "SELECT * FROM users")
    upgrade_server(own_postgres_url)
    assert execute(own_postgres_url, "SELECT * FROM users") == users


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_is_its_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    upgrade_file(folder / "workout.db")
    assert mode(folder) == 0o700
    assert {each.name: mode(each) for each in folder.iterdir()} == {"workout.db": 0o600}


def test_the_planner_knows_the_tables(sqlite_path: Path) -> None:
    known = ask(sqlite_path, "SELECT tbl, idx, stat FROM sqlite_stat1")
    indexes = set(ask(sqlite_path, "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'"))
    keys = {(name, name) for name in metadata.tables}
    assert {(table, index) for table, index, _ in known} <= indexes | keys
    assert {table for table, *_ in known} >= {"sets", "exercise_executions", "workouts"}
    for _, index, numbers in known:
        columns = len(ask(sqlite_path, f"PRAGMA index_info('{index}')"))
        assert len(numbers.split()) <= 1 + max(columns, 2)


def test_connections_are_durable_and_keep_foreign_keys(sqlite_path: Path) -> None:
    with closing(embedded.connect(sqlite_path)) as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_processes_that_open_a_new_file_at_once(tmp_path: Path, sqlite_path: Path) -> None:
    path = tmp_path / "new" / "workout.db"
    command = [sys.executable, "-W", "error", "-c", OPENER, str(path)]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    started = [subprocess.Popen(command, cwd=ROOT, text=True, **pipes) for _ in range(PROCESSES)]
    assert [each.stdout.readline() for each in started if each.stdout] == ["ready\n"] * PROCESSES
    for each in started:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    answers = [(*each.communicate(timeout=60), each.returncode) for each in started]
    assert answers == [("0\n", "", 0)] * PROCESSES
    assert schema(path) == schema(sqlite_path)
    for every in (
        "SELECT version_num FROM alembic_version",
        "SELECT * FROM sqlite_stat1 ORDER BY 1, 2",
    ):
        assert ask(path, every) == ask(sqlite_path, every)
    assert ask(path, "SELECT id FROM users") == [(OWNER,)]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]


def test_two_migrators_of_a_server_at_once(empty_url: str) -> None:
    together = Barrier(2)
    failed: list[BaseException] = []

    def migrate() -> None:
        together.wait()
        try:
            upgrade_server(empty_url)
        except BaseException as error:
            failed.append(error)

    threads = [Thread(target=migrate) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    assert execute(empty_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert execute(empty_url, "SELECT id FROM users") == [(OWNER,)]


def open_file(path: Path) -> None:
    database = EmbeddedDatabase(path)

    async def use() -> None:
        async with database.transaction():
            pass

    try:
        database.run(use())
    finally:
        database.run(database.close())


@pytest.mark.parametrize("use", [open_file, upgrade_file])
def test_a_newer_file_is_refused_and_left_as_it_is(
    use: Callable[[Path], None], sqlite_path: Path
) -> None:
    ask(sqlite_path, "UPDATE alembic_version SET version_num = '9999'")
    before = sqlite_path.read_bytes()
    with pytest.raises(StorageError, match="newer version of workout") as refused:
        use(sqlite_path)
    assert "upgrade workout" in refused.value.hints[0]
    assert sqlite_path.read_bytes() == before
    assert list(sqlite_path.parent.iterdir()) == [sqlite_path]


async def open_server(url: str) -> None:
    database = EngineDatabase(url)
    try:
        async with database.transaction():
            pass
    finally:
        await database.close()


async def test_a_newer_server_is_refused_and_left_as_it_is(own_postgres_url: str) -> None:
    execute(own_postgres_url, "UPDATE alembic_version SET version_num = '9999'")
    before = [sorted(execute(own_postgres_url, each)) for each in (CONSTRAINTS, INDEXES, COLUMNS)]
    with pytest.raises(StorageError, match="newer version of workout"):
        await open_server(own_postgres_url)
    with pytest.raises(StorageError, match="newer version of workout"):
        upgrade_server(own_postgres_url)
    after = [sorted(execute(own_postgres_url, each)) for each in (CONSTRAINTS, INDEXES, COLUMNS)]
    assert after == before
    assert execute(own_postgres_url, "SELECT version_num FROM alembic_version") == [("9999",)]


async def test_an_older_server_waits_for_its_keeper(own_postgres_url: str) -> None:
    execute(own_postgres_url, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(StorageError, match="older version of workout") as refused:
        await open_server(own_postgres_url)
    assert refused.value.hints == ["workout db migrate"]
    assert execute(own_postgres_url, "SELECT version_num FROM alembic_version") == [("0000",)]


async def test_an_empty_server_is_made_when_it_is_opened(empty_url: str) -> None:
    await open_server(empty_url)
    assert execute(empty_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_versions() -> None:
    assert check_version(None) is None
    assert check_version(HEAD) == HEAD


def test_a_server_that_does_not_answer_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError):
        upgrade_server(f"postgresql+psycopg://postgres@/workout?host={tmp_path}")
