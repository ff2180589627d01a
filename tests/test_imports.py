"""What each kind of command imports is part of its contract; a static check can't see a deferred import."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.processes import InProcess
from workout_core.remote.credentials import Credentials, Login

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    *("sqlalchemy", "alembic", "psycopg", "greenlet"),
    *("asyncio", "httpx", "fastapi", "starlette", "uvicorn", "anyio"),
    *("joserfc", "cryptography", "itsdangerous"),
    *("obstore", "textual", "rich", "keyring", "authlib", "logging.config", "matplotlib", "numpy"),
}
LOCAL = [
    ["log", "bench", "100x5"],
    ["log", "bench", "100x5", "--dry-run", "--json"],
    ["start", "Push"],
    ["status"],
    ["status", "--json"],
    ["rest", "90"],
    ["rest", "stop"],
    ["prompt", "--json"],
    ["today"],
    ["today", "--json"],
    ["show", "last"],
    ["last", "bench"],
    ["last", "bench", "--json"],
    ["history", "--json"],
    ["history", "--format", "table"],
    ["chart", "bench", "--format", "table"],
    ["undo", "--list"],
    ["undo"],
    ["exercise", "list"],
    ["exercise", "show", "bench"],
    ["exercise", "add", "Zercher Thing"],
    ["body", "log", "weight", "82.5kg"],
    ["body", "history"],
    ["calc", "score", "--total", "500kg", "--bodyweight", "82.5kg", "--sex", "m", "dots"],
    ["calc", "plates", "--ramp", "60,80,100"],
    ["export"],
    ["config", "list"],
]
# Modules that an everyday command may load over `import typer, pydantic, sqlite3`: a deterministic
# stand-in for its time. Raise it knowingly.
MOST = 100

PROBE = """
import sys
{floor}
before = set(sys.modules)
from workout_cli.main import run
code = run({arguments!r})
print(code, *sorted(sys.modules.keys() - before), file=sys.stderr)
"""
FLOOR = "import typer, sqlite3\nfrom pydantic import BaseModel\nclass A(BaseModel): x: int\nA(x=1)"


def modules(arguments: list[str], environment: dict[str, str]) -> tuple[int, set[str]]:
    """The exit code of a command, and the modules that it loaded over the floor."""
    probe = PROBE.format(floor=FLOOR, arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    code, *loaded = done.stderr.splitlines()[-1].split()
    return int(code), set(loaded)


def heavy(loaded: set[str]) -> set[str]:
    return {
        name for name in HEAVY for each in loaded if each == name or each.startswith(f"{name}.")
    }


@pytest.fixture
def database(sqlite_path: Path, tmp_path: Path) -> dict[str, str]:
    environment = {
        "WORKOUT_DATABASE_URL": f"sqlite:///{sqlite_path}",
        "WORKOUT_BACKUPS": "0",  # the first of a day does more: it copies, and sweeps
    }
    assert InProcess(tmp_path / "home", **environment)("log", "bench", "100x5").code == 0
    return environment


@pytest.mark.parametrize("arguments", LOCAL, ids=" ".join)
def test_an_everyday_command_is_light(arguments: list[str], database: dict[str, str]) -> None:
    code, loaded = modules(arguments, database)
    assert code == 0
    assert heavy(loaded) == set()
    assert len(loaded) <= MOST, sorted(loaded)


def test_a_remote_command_needs_no_database_library() -> None:
    environment = {"WORKOUT_SERVER_URL": "http://127.0.0.1:9", "WORKOUT_TOKEN": "wop_x"}
    assert_remote(*modules(["today"], environment), code=6)


@pytest.mark.parametrize(("kept", "code"), [(True, 6), (False, 4)])
def test_a_login_in_a_file_needs_no_keyring(kept: bool, code: int, tmp_path: Path) -> None:
    server = "http://127.0.0.1:9"
    if kept:
        credentials = Credentials(tmp_path / "workout" / "login")
        credentials.keep(Login(server=server, access_token="wop_x"), "file")
    environment = {"WORKOUT_SERVER_URL": server, "XDG_DATA_HOME": str(tmp_path)}
    assert_remote(*modules(["today"], environment), code=code)


def assert_remote(ended: int, loaded: set[str], *, code: int) -> None:
    assert ended == code
    assert "httpx" in loaded
    # httpx loads its own command line
    assert heavy(loaded) <= {"httpx", "asyncio", "anyio", "rich"}


def test_a_server_without_logins_needs_nothing_of_them() -> None:
    probe = "import workout_core.server.serve, workout_core.server.app, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"authlib", "joserfc", "cryptography", "itsdangerous", "httpx"}


def test_a_prompt_needs_the_standard_library_only(database: dict[str, str]) -> None:
    probe = (
        "import sys; sys.argv = ['workout', 'prompt']; before = set(sys.modules);"
        "from workout_cli.__main__ import _run; code = _run();"
        "print(code, *sorted(sys.modules.keys() - before), file=sys.stderr)"
    )
    assert modules(["start", "Push"], database)[0] == 0
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, **database},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    code, *loaded = done.stderr.split()
    assert (code, done.stdout) == ("0", "Push 0:00\n")
    ours = {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names}
    assert ours <= {
        *("workout_cli", "workout_cli.__main__", "workout_cli.prompt", "workout_cli.widths"),
        *("workout_core", "workout_core.db", "workout_core.db.compiled"),
    }
    assert len(loaded) <= 45, loaded  # most of them are sqlite3's


def test_the_first_frame_of_the_tui_needs_no_schema_and_no_database() -> None:
    probe = "import sys, workout_cli.tui.start; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    assert "textual.app" in loaded
    assert heavy(loaded) <= {"asyncio", "rich", "textual"}
    assert not loaded & {"pydantic", "typer", "sqlite3", "workout_core.schemas"}


def test_the_version_needs_nothing() -> None:
    probe = (
        "import sys; sys.argv = ['workout', '--version']; before = set(sys.modules);"
        "from workout_cli.__main__ import main; main();"
        "print(*sorted(sys.modules.keys() - before), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name for name in done.stderr.split() if not name.startswith("_")}
    assert loaded <= {"workout_cli", "workout_cli.__main__", "workout_core", "__future__", "gc"}
    assert done.stdout.startswith("workout ")
