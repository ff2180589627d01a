"""The doctor finds what is wrong, in time, and leaves everything as it was."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.cli.test_errors_storage import BOUND, bound
from tests.postgres import connect
from tests.processes import InProcess
from workout_cli.completion import script
from workout_cli.main import app, run
from workout_cli.spec import spec
from workout_core.checks import CheckRead, ok, within
from workout_core.config import config_path
from workout_core.db.backups import manual_copy
from workout_core.db.health import filesystem_of
from workout_core.remote import health

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/me/local\\040disk btrfs rw 0 0
tmpfs /homework tmpfs rw 0 0
"""


class Found:
    """What the doctor found."""

    def __init__(self, code: int, document: Any, text: str) -> None:
        self.code, self.text = code, text
        self.checks = {each["name"]: each for each in document["items"]}
        assert document["schema"] == "workout.checks/1"
        assert code == (1 if document["problems"] else 0)

    def state(self, name: str) -> str:
        found: str = self.checks[name]["state"]
        return found

    @property
    def bad(self) -> set[str]:
        return {name for name, each in self.checks.items() if each["state"] != "ok"}


@pytest.fixture
def doctor(capsys: Any, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Callable[..., Found]:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.delenv("SHELL", raising=False)
    sqlite_path.chmod(0o600)

    def call() -> Found:
        import json

        code = run(["doctor", "--json"])
        shown = capsys.readouterr()
        assert shown.err == ""
        return Found(code, json.loads(shown.out), shown.out)

    return call


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(each): (each.stat().st_mtime_ns, each.read_bytes() if each.is_file() else b"")
        for each in folder.rglob("*")
    }


def test_a_sound_database_is_well_and_untouched(
    doctor: Callable[..., Found], sqlite_path: Path, tmp_path: Path
) -> None:
    before = tree(tmp_path)
    found = doctor()
    assert (found.code, found.bad - {"filesystem", "disk"}) == (0, set())
    assert tree(tmp_path) == before
    assert {
        "sqlite",
        "version",
        "durability",
        "integrity",
        "clock",
        "backup",
    } <= found.checks.keys()
    sqlite_path.unlink()
    assert "not there yet" in doctor().checks["database"]["told"]
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_others_use(doctor: Callable[..., Found], sqlite_path: Path) -> None:
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE users SET unit = 'lb'")
        assert doctor().bad - {"filesystem", "disk"} == set()


def test_what_is_wrong_with_a_file(doctor: Callable[..., Found], sqlite_path: Path) -> None:
    sqlite_path.chmod(0o644)
    execute(
        sqlite_path,
        "INSERT INTO workouts SELECT 1, zeroblob(16), NULL, 'done', 1, 1, 'UTC',"
        " '2026-11-01', NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, '{}', 1, 1,"
        " 99999999999999999, NULL",
    )
    found = doctor()
    assert found.code == 0
    assert found.bad >= {"mode", "clock", "backup"}
    assert found.checks["mode"]["hint"] == f"chmod 600 '{sqlite_path}'"
    manual_copy(sqlite_path)
    assert doctor().state("backup") == "ok"
    execute(sqlite_path, "PRAGMA journal_mode = DELETE")
    assert doctor().state("durability") == "warning"


def test_rows_that_refer_to_nothing(doctor: Callable[..., Found], sqlite_path: Path) -> None:
    execute(
        sqlite_path,
        "DELETE FROM users",
        "INSERT INTO exercises (user_id, id, name, tracking,"
        " is_user_created, hidden, starred, version, created_at, updated_at)"
        " VALUES (1, zeroblob(16), 'x', 'reps', 1, 0, 0, 1, 1, 1)",
    )
    found = doctor()
    assert (found.code, found.state("integrity")) == (1, "problem")


@pytest.mark.parametrize("version", ["9999", "0001", "1975ea83b712"])
def test_a_file_of_another_version(
    doctor: Callable[..., Found], sqlite_path: Path, version: str
) -> None:
    execute(sqlite_path, f"UPDATE alembic_version SET version_num = '{version}'")
    before = sqlite_path.read_bytes()
    found = doctor()
    assert found.state("version") == ("warning" if version == "0001" else "problem")
    assert sqlite_path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 900, b"SQLite format 3\0" + bytes(9000)])
def test_a_damaged_file(doctor: Callable[..., Found], sqlite_path: Path, content: bytes) -> None:
    sqlite_path.write_bytes(content)
    found = doctor()
    assert (found.code, found.state("integrity")) == (1, "problem")
    assert sqlite_path.read_bytes() == content


@bound
def test_a_folder_that_is_read_only(sqlite_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = shutil.copy(sqlite_path, folder / "workout.db")
    folder.chmod(0o555)
    program = InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{path}")
    end = program("doctor", "--json", before=BOUND)
    found = Found(end.code, end.json, end.out)
    assert (found.state("writable"), found.state("integrity")) == ("problem", "ok")
    assert [each.name for each in folder.iterdir()] == ["workout.db"]


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for each in statements:
            connection.execute(each)
        connection.commit()


def test_settings_that_cannot_be(
    doctor: Callable[..., Found], monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("WORKOUT_UNIT", "stone")
    assert "WORKOUT_UNIT" in doctor().checks["settings"]["told"]
    monkeypatch.delenv("WORKOUT_UNIT")
    config_path(os.environ).parent.mkdir(parents=True)
    config_path(os.environ).write_text("a = 1\nunti = 'kg'\n")
    assert run(["doctor", "--format", "csv"]) == 1
    shown = capsys.readouterr().out
    assert "line 1: has an unknown key, 'a'" in shown
    assert "line 2: has an unknown key, 'unti'" in shown


def test_completions_of_the_shell(
    doctor: Callable[..., Found], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/bash")
    assert "none for bash" in doctor().checks["completions"]["told"]
    place = Path("~/.bash_completion").expanduser()
    place.write_text("alias l=ls\n" + script("bash", spec(app)), encoding="utf-8")
    assert doctor().state("completions") == "ok"
    place.write_text("complete -F _old workout\n", encoding="utf-8")
    found = doctor()
    assert (found.state("completions"), found.state("exercise names")) == ("warning", "warning")


def test_a_postgresql(
    doctor: Callable[..., Found], monkeypatch: pytest.MonkeyPatch, postgres_url: str
) -> None:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", postgres_url)
    found = doctor()
    assert found.bad == set()
    assert (
        found.state("postgresql") == found.state("version") == found.state("row security") == "ok"
    )
    with connect(postgres_url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert doctor().state("version") == "problem"
    monkeypatch.setenv(
        "WORKOUT_DATABASE_URL", urlsplit(postgres_url)._replace(path="/nowhere").geturl()
    )
    assert doctor().state("database") == "problem"


def test_a_role_that_no_wall_keeps(
    doctor: Callable[..., Found], monkeypatch: pytest.MonkeyPatch, unwalled_url: str
) -> None:
    monkeypatch.setenv("WORKOUT_DATABASE_URL", unwalled_url)
    found = doctor()
    assert found.state("row security") == "warning"
    assert "NOBYPASSRLS" in found.checks["row security"]["hint"]


@pytest.mark.parametrize("kind", ["http", "postgresql+psycopg"])
def test_a_server_that_never_answers(
    doctor: Callable[..., Found], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """It takes the connection, and is silent."""
    assert health.ANSWER_S < 5
    monkeypatch.setattr(health, "ANSWER_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        if kind == "http":
            monkeypatch.setenv("WORKOUT_SERVER_URL", f"http://{place}")
        else:
            monkeypatch.setenv("WORKOUT_DATABASE_URL", f"{kind}://me:s3cret@{place}/x")
        began = time.monotonic()
        found = doctor()
        assert time.monotonic() - began < 20
    assert found.state("server" if kind == "http" else "database") == "problem"
    assert "s3cret" not in found.text


def test_a_server(tmp_path: Path, sqlite_path: Path) -> None:
    program = InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    with program.serve() as served:
        for token, state in ((served.token or "", "ok"), ("wop_wrong", "problem"), ("", "problem")):
            remote = program.given(WORKOUT_SERVER_URL=served.url, WORKOUT_TOKEN=token)
            end = remote("doctor", "--json")
            found = Found(end.code, end.json, end.out)
            assert (found.state("server"), found.state("token")) == ("ok", state)
            assert not token or token not in end.out


def test_a_check_that_hangs_is_left_behind() -> None:
    never = threading.Event()

    def look() -> Iterator[CheckRead]:
        yield ok("first", "well")
        never.wait()

    found = within(0.1, "second", look)
    assert [(each.name, each.state) for each in found] == [("first", "ok"), ("second", "problem")]
    never.set()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/workout.db", "ext4"),
        ("/home/me/workout.db", "nfs4"),
        ("/home/me/local disk/workout.db", "btrfs"),
        ("/homework/workout.db", "tmpfs"),
    ],
)
def test_file_systems(path: str, kind: str) -> None:
    assert filesystem_of(Path(path), MOUNTS) == kind
    assert filesystem_of(Path(path), "nonsense\n") == ""


def test_it_reads_well(
    doctor: Callable[..., Found], capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert doctor().code == 0
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["doctor", "--format", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.split()[0] in ("ok", "warning", "hint:", "all", "0") for line in lines)
    assert run(["doctor", "--format", "tsv"]) == 0
    assert capsys.readouterr().out.startswith("state\tcheck\tfinding\thint\n")
