"""The prompt's line: short, harmless, quick to give up, and without a trace."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.processes import Program
from workout_cli import prompt
from workout_cli.widths import display_width
from workout_core.config import load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Final[Mapping[str, Any]] = dict.fromkeys(
    (
        "load_mode",
        "load_value",
        "load_unit",
        "reps",
        "distance_value",
        "distance_unit",
        "duration_s",
    )
)
BENCH: Final = {"load_mode": "absolute", "load_value": "100", "load_unit": "kg", "reps": 5}


@pytest.fixture
def path(sqlite_path: Path) -> Path:
    return sqlite_path


@pytest.fixture
def workout(tmp_path: Path, path: Path) -> Program:
    return Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{path}")


def says(program: Program, text: str) -> None:
    """Check the line; whatever happens there is no error."""
    end = program("prompt")
    assert (end.code, end.out, end.err) == (0, text, "")


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def seen(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (BENCH, "Bench 100 kg x 5"),
        (
            {"load_mode": "added", "load_value": "10.50", "load_unit": "lb", "reps": 8},
            "Bench +10.5 lb x 8",
        ),
        (
            {"load_mode": "assisted", "load_value": Decimal("20.0"), "load_unit": "kg", "reps": 8},
            "Bench -20 kg x 8",
        ),
        ({"load_mode": "bodyweight", "reps": 8}, "Bench bw x 8"),
        ({"duration_s": "60"}, "Bench 60s"),
        ({"distance_value": "5", "distance_unit": "km", "duration_s": "1500"}, "Bench 5 km"),
        ({}, "Bench"),
    ],
)
def test_a_set_in_short(values: dict[str, Any], text: str) -> None:
    assert prompt.line("Push", 2525, ("Bench", {**NOTHING, **values}), 0) == f"Push 0:42 · {text}"


def test_what_there_is_to_tell() -> None:
    assert prompt.line(None, None, None, 0) == ""
    assert prompt.line(None, None, None, 69.2) == "rest 1:10"
    assert prompt.line(None, 36_000, None, -3) == "Workout 10:00"
    whole = prompt.line("Push", 0, ("Bench", {**NOTHING, **BENCH}), 70)
    assert whole == "Push 0:00 · Bench 100 kg x 5 · rest 1:10"


@pytest.mark.parametrize("name", ["long " * 40, "漢字" * 40, "🏋️‍♀️" * 40])
def test_a_long_line_keeps_the_rest(name: str) -> None:
    told = prompt.line(name, 60, (name, {**NOTHING, **BENCH}), 70)
    assert told.endswith("… · rest 1:10")
    assert display_width(told) <= prompt.WIDTH


@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mred",
        "\x9b31m",
        "a\rb\nc",
        "$(touch x)`id`",
        "\\[\\e]",
        "%F{red}",
        "#[fg=red]#{x}",
        "\u202eabc",
    ],
)
def test_a_hostile_name_is_harmless(name: str) -> None:
    told = prompt.line(name, 60, (name, {**NOTHING, **BENCH}), 0)
    assert told.isprintable()
    assert not set(told) & set("$`\\%#")


def test_both_ways_tell_the_same(workout: Program) -> None:
    says(workout, "")
    workout("start", "Push")
    says(workout, "Push 0:00\n")
    for line in (
        "bench 100x5",
        "pullup +10kg x 8",
        "plank 60s",
        "run 5km 25:00",
        "row 80x8 + curl 20x10",
    ):
        assert workout("log", *line.split()).code == 0
        ordinary = workout("prompt", "--format", "plain")
        says(workout, ordinary.out)
    assert ordinary.out == "Push 0:00 · Dumbbell Curl 20 kg x 10\n"
    told = workout("prompt", "--json").json
    assert told["workout"]["name"] == "Push"
    workout("finish")
    says(workout, "")


def test_a_hostile_name_in_the_file(workout: Program, path: Path) -> None:
    workout("start", "Push")
    execute(path, "UPDATE workouts SET name = char(27) || '[2J$(id) Leg' || char(7)")
    says(workout, "�[2J(id) Leg� 0:00\n")


def test_nothing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "home"
    says(Program(home), "")
    assert list(home.iterdir()) == []


def test_a_file_and_its_folder_are_left_as_they_are(workout: Program, path: Path) -> None:
    workout("start", "Push")
    path.chmod(stat.S_IRUSR)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = seen(path.parent)
    says(workout, "Push 0:00\n")
    assert seen(path.parent) == before
    path.parent.chmod(stat.S_IRWXU)


def test_what_another_program_writes_is_seen(workout: Program, path: Path) -> None:
    workout("start", "Push")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE workouts SET name = 'Pull'")
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        says(workout, "Pull 0:00\n")
        connection.execute("BEGIN EXCLUSIVE")
        says(workout, "Pull 0:00\n")
        connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '0001'",
        "UPDATE alembic_version SET version_num = '9999'",
        "DROP TABLE alembic_version",
        "DROP TABLE sets",
        "UPDATE workouts SET started_at = 'x'",
    ],
)
def test_a_file_of_another_version_says_nothing(
    workout: Program, path: Path, statement: str
) -> None:
    workout("start", "Push")
    execute(path, statement)
    says(workout, "")


def test_a_damaged_file_says_nothing(workout: Program, path: Path) -> None:
    for content in (b"", b"no database", path.read_bytes()[:5000]):
        path.write_bytes(content)
        says(workout, "")
        assert path.read_bytes() == content
    path.unlink()
    path.mkdir()
    says(workout, "")


def test_a_locked_file_says_nothing(workout: Program, path: Path) -> None:
    workout("start", "Push")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("UPDATE workouts SET name = 'Pull'")
        says(workout, "")


def test_the_file_that_the_settings_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "odd ünï" / "config.toml"
    config.parent.mkdir()
    config.write_text(
        "database_url = 'sqlite:////srv/of%20the/file%3f.db?mode=rw'\n", encoding="utf-8"
    )
    cases: tuple[dict[str, str], ...] = (
        {},
        {"XDG_DATA_HOME": ""},
        {"XDG_DATA_HOME": str(tmp_path)},
        {"WORKOUT_CONFIG": str(config)},
        {"WORKOUT_CONFIG": str(config), "WORKOUT_DATABASE_URL": "sqlite:////srv/a.db"},
        {"WORKOUT_DATABASE_URL": "sqlite:///here.db"},
        {"WORKOUT_DATABASE_URL": "sqlite:///~/there.db"},
    )
    for case in cases:
        with monkeypatch.context() as patched:
            for name, value in case.items():
                patched.setenv(name, value)
            assert prompt._file(os.environ) == str(load_settings().database_path)
    elsewhere = {"WORKOUT_SERVER_URL": "http://x", "WORKOUT_DATABASE_URL": "sqlite:////srv/a.db"}
    assert prompt._file(elsewhere) is None
    assert prompt._file({"WORKOUT_DATABASE_URL": "postgresql+psycopg:///x"}) is None


def test_a_broken_configuration_says_nothing(workout: Program, tmp_path: Path) -> None:
    workout("start", "Push")
    config = tmp_path / "config.toml"
    config.write_text("database_url = [", encoding="utf-8")
    says(workout.given(WORKOUT_CONFIG=str(config)), "")
    config.write_text("server_url = 'http://127.0.0.1:1'", encoding="utf-8")
    says(workout.given(WORKOUT_CONFIG=str(config)), "")


def test_a_server_is_not_waited_for_long(workout: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        url = f"http://127.0.0.1:{port}"
        says(workout.given(WORKOUT_SERVER_URL=url, WORKOUT_TOKEN="wop_x"), "")


def test_who_does_not_listen_is_no_fault(workout: Program) -> None:
    workout("start", "Push")
    reader, writer = os.pipe()
    os.close(reader)
    end = workout("prompt", stdout=writer)
    os.close(writer)
    assert (end.code, end.err) == (0, "")
    narrow = workout.given(PYTHONIOENCODING="ascii")
    workout("log", "bench", "100x5")
    says(narrow, "Push 0:00 ? Bench Press 100 kg x 5\n")
