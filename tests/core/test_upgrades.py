"""A file of an older version becomes one of this version, whole or not at all, after a copy was put aside.

Each test brings one more migration of its own, beside a copy of the real ones.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import NullPool, create_engine, select

import workout_core.db.migrations as ours
from tests.postgres import connect
from tests.samples import Sample
from workout_core.db import embedded, migrate
from workout_core.db.backups import KEPT, back_up
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.migrate import upgrade_file, upgrade_server
from workout_core.db.tables import metadata
from workout_core.errors import InvalidError, StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    Bring = Callable[[str], None]

NEXT: Final = f"{int(ours.HEAD) + 1:04}"
MORE: Final = f"{NEXT}_more.py"
MIGRATION: Final = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{ours.HEAD}"

def upgrade():
    how = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    rebuilt = {{{{"recreate": how, "table_kwargs": {{{{"sqlite_with_rowid": False}}}}}}}}
{{body}}
"""
REBUILD: Final = """
    for table in ("exercises", "workouts", "exercise_executions", "sets"):
        with op.batch_alter_table(table, **rebuilt) as batch:
            batch.add_column(sa.Column("mood", sa.Text(), nullable=True))
"""
ORPHAN: Final = f"""{REBUILD}
    op.execute("DELETE FROM exercise_executions")
"""
FAILING: Final = f"""{REBUILD}
    op.execute("UPDATE sets SET mood = 'good'")
    op.execute("INSERT INTO workouts (user_id) VALUES (1)")
"""
RAISING: Final = f"""{REBUILD}
    raise ArithmeticError("a mistake")
"""


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bring:
    """Makes this version one with a migration more."""
    folder = tmp_path / "migrations"

    def bring(body: str) -> None:
        shutil.copytree(
            Path(str(ours.__file__)).parent, folder, ignore=shutil.ignore_patterns("__*")
        )
        (folder / "versions" / MORE).write_text(MIGRATION.format(body=body))
        monkeypatch.setattr(migrate, "SCRIPTS", str(folder))
        monkeypatch.setattr(migrate, "HEAD", NEXT)
        monkeypatch.setattr(embedded, "HEAD", NEXT)

    return bring


@pytest.fixture
def older(tmp_path: Path, empty_file: bytes) -> Path:
    """A file with rows in every table, in a folder of its own."""
    path = tmp_path / "data" / "workout.db"
    path.parent.mkdir()
    path.write_bytes(empty_file)
    sample = Sample(Random(4), users=(2, 3))
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            rows = [row for each in sample.rows[table.name].values() for row in each]
            connection.execute(table.insert(), rows)
    return path


def ask(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def tables(path: Path) -> dict[str, str]:
    return dict(ask(path, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def rows(path: Path) -> dict[str, list[Any]]:
    """Every row, of the columns that this version knows."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in metadata.sorted_tables
        }


def everything(path: Path) -> str:
    """The file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").iterdir())


def test_rows_survive_a_rebuilt_table(older: Path, bring: Bring) -> None:
    """With foreign keys on, dropping the old table would take what refers to it along, or fail."""
    before, old_tables = rows(older), tables(older)
    assert all(len(found) >= 2 for found in before.values())
    bring(REBUILD)
    upgrade_file(older)
    assert ask(older, "SELECT version_num FROM alembic_version") == [(NEXT,)]
    assert rows(older) == before
    assert ask(older, "PRAGMA foreign_key_check") == []
    assert ask(older, "PRAGMA integrity_check") == [("ok",)]
    new_tables = tables(older)
    assert new_tables.keys() == old_tables.keys()
    for name in ("exercises", "workouts", "exercise_executions", "sets"):
        assert "mood" in new_tables[name]
        assert "WITHOUT ROWID" in new_tables[name]
        assert new_tables[name].count("REFERENCES") == old_tables[name].count("REFERENCES")
    assert all("_alembic_tmp" not in sql for sql in new_tables.values())


def test_it_is_upgraded_when_it_is_opened(older: Path, bring: Bring) -> None:
    before = rows(older)
    bring(REBUILD)
    database = EmbeddedDatabase(older)

    async def own(user: int) -> int:
        async with database.transaction(readonly=True) as executor:
            return len(await executor.all("exercises.own", user_id=user))

    found = [database.run(own(user)) for user in (2, 3)]
    with closing(embedded.connect(older)) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    database.run(database.close())
    assert sum(found) == len(ask(older, "SELECT id FROM exercises WHERE deleted_at IS NULL")) > 0
    assert rows(older) == before
    assert len(copies(older)) == 1


def test_a_copy_is_put_aside_first(older: Path, bring: Bring) -> None:
    before = everything(older)
    bring(REBUILD)
    upgrade_file(older)
    (copy,) = copies(older)
    assert copy.name.startswith("workout-")
    assert copy.name.endswith(f"-before-{NEXT}.db")
    assert everything(copy) == before
    assert everything(older) != before
    assert ask(copy, "PRAGMA quick_check") == [("ok",)]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_copies_are_their_users_alone(older: Path) -> None:
    copy = back_up(older, label="test")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_an_upgraded_file_is_its_users_alone(older: Path, bring: Bring) -> None:
    older.chmod(0o644)
    bring(REBUILD)
    upgrade_file(older)
    assert stat.S_IMODE(older.stat().st_mode) == 0o600


def test_ten_copies_are_kept_the_newest(older: Path) -> None:
    made = [back_up(older, label=f"number-{number}") for number in range(KEPT + 3)]
    assert copies(older) == made[-10:]


@pytest.mark.parametrize("name", ["workout-2.db", "workout-.db", "[w]orkout.db", "*.db"])
def test_copies_of_another_file_are_left_alone(name: str, older: Path) -> None:
    """Two databases may lie in one folder, and have their copies in one as well."""
    other = older.with_name(name)
    shutil.copy(older, other)
    others = [back_up(other, label="other") for _ in range(KEPT)]
    made = [back_up(older, label="own") for _ in range(KEPT + 1)]
    assert copies(older) == sorted([*others, *made[1:]])
    others.append(back_up(other, label="other"))
    assert copies(older) == sorted([*others[1:], *made[1:]])


@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        (FAILING, InvalidError, "out of range"),
        (RAISING, ArithmeticError, "a mistake"),
        (ORPHAN, StorageError, "would have lost rows"),
    ],
    ids=["failing", "raising", "orphaning"],
)
def test_a_migration_that_fails_leaves_all_as_it_was(
    body: str, error: type[Exception], message: str, older: Path, bring: Bring
) -> None:
    before = everything(older)
    bring(body)
    with pytest.raises(error, match=message):
        upgrade_file(older)
    assert everything(older) == before
    assert ask(older, "SELECT version_num FROM alembic_version") == [(ours.HEAD,)]
    assert len(copies(older)) == 1


def test_what_failed_may_be_tried_again(older: Path, bring: Bring, tmp_path: Path) -> None:
    before = rows(older)
    bring(RAISING)
    with pytest.raises(ArithmeticError):
        upgrade_file(older)
    (tmp_path / "migrations" / "versions" / MORE).write_text(MIGRATION.format(body=REBUILD))
    upgrade_file(older)
    assert rows(older) == before
    assert ask(older, "SELECT version_num FROM alembic_version") == [(NEXT,)]


def test_a_server_is_upgraded_by_its_keeper(own_postgres_url: str, bring: Bring) -> None:
    bring(REBUILD)
    upgrade_server(own_postgres_url)
    with connect(own_postgres_url) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NEXT,)]
        assert connection.execute("SELECT mood FROM sets").fetchall() == []


def test_a_failing_upgrade_of_a_server_changes_nothing(own_postgres_url: str, bring: Bring) -> None:
    bring(RAISING)
    with pytest.raises(ArithmeticError):
        upgrade_server(own_postgres_url)
    with connect(own_postgres_url) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        moods = "SELECT 1 FROM information_schema.columns WHERE column_name = 'mood'"
        assert connection.execute(moods).fetchall() == []
    assert found == [(ours.HEAD,)]


LIFTED: Final = """
    op.execute("ALTER TABLE sets NO FORCE ROW LEVEL SECURITY")
    op.execute("UPDATE sets SET note = 'x'")
    op.execute("ALTER TABLE sets FORCE ROW LEVEL SECURITY")
"""


def test_a_migration_that_would_find_no_rows_is_refused(
    own_postgres_url: str, bring: Bring
) -> None:
    bring("""
    op.execute("UPDATE sets SET note = 'x'")""")
    with pytest.raises(StorageError):
        upgrade_server(own_postgres_url)


def test_a_migration_may_lift_the_walls(own_postgres_url: str, bring: Bring) -> None:
    bring(LIFTED)
    assert upgrade_server(own_postgres_url) == ours.HEAD


def test_the_time_of_a_copy_is_in_its_name(older: Path) -> None:
    before = datetime.now(UTC)
    copy = back_up(older, label="test")
    stamp = datetime.strptime(copy.name.split("-")[1], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    assert before <= stamp <= datetime.now(UTC)
