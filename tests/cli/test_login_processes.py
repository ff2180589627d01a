"""Logins as many processes have them, and as a person waits for them; the long run has these."""

from __future__ import annotations

import json
import re
import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser import browse
from tests.clients import listening_server
from tests.everything import EVERYTHING
from tests.processes import LIMIT, Program, ended, eventually

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workout_core.db.backend import LocalBackend

PROGRAMS = 12
ROUNDS = 5

pytestmark = pytest.mark.skipif(not EVERYTHING, reason="poe test-long runs it")


@pytest.fixture
def url(sqlite: LocalBackend, tmp_path: Path) -> Iterator[str]:
    with listening_server(sqlite, tmp_path) as found:
        yield found


@pytest.fixture
def workout(tmp_path: Path) -> Program:
    return Program(tmp_path / "home", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")


def test_a_code_is_typed_and_many_processes_renew_the_login(workout: Program, url: str) -> None:
    said = workout.home / "said"
    with said.open("w") as err, workout.start("login", "--server", url, stderr=err) as process:
        eventually(lambda: "type the code" in said.read_text())
        code = re.search(r"[A-Z]{4}-[A-Z]{4}", said.read_text())
        assert code
        browse(f"{url}/device?user_code={code[0]}")
        assert ended(process).code == 0
    kept = workout.home / "workout" / "login" / "credentials.json"
    for _ in range(ROUNDS):
        logins = json.loads(kept.read_text())
        logins[url]["expires_at"] = datetime.now(UTC).isoformat()
        kept.write_text(json.dumps(logins))
        running = [workout.start("today") for _ in range(PROGRAMS)]
        assert [ended(each).code for each in running] == [0] * PROGRAMS
    assert workout("whoami").code == 0


@pytest.mark.parametrize("way", ["--browser", "--device"])
def test_who_gives_up_waits_no_longer(way: str, workout: Program, url: str) -> None:
    said = workout.home / "said"
    quiet = workout.given(BROWSER="true")
    with said.open("w") as err, quiet.start("login", way, "--server", url, stderr=err) as process:
        eventually(lambda: url in said.read_text())
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 130
    assert "Traceback" not in said.read_text()
    assert workout("config", "get", "server_url").out == ""
