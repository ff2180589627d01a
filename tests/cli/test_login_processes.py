"""Logins of real processes: each way in, on each database; the long run adds many at once, and who gives up."""

from __future__ import annotations

import json
import re
import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import BROWSER, browse
from tests.clients import listening_server
from tests.everything import EVERYTHING
from tests.processes import LIMIT, Ended, Program, ended, eventually
from tests.server.walking import rows_of
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workout_core.db.backend import LocalBackend
    from workout_core.db.executor import Database

PROGRAMS = 12
ROUNDS = 5

LONG = pytest.mark.skipif(not EVERYTHING, reason="poe test-long runs it")


@pytest.fixture
def url(local: LocalBackend, tmp_path: Path) -> Iterator[str]:
    with listening_server(local, tmp_path) as found:
        yield found


@pytest.fixture
def workout(tmp_path: Path) -> Program:
    return Program(tmp_path / "home", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")


def by_code(workout: Program, url: str) -> Ended:
    """Log in by a code that somebody types elsewhere."""
    said = workout.home / "said"
    command = ("login", "--device", "--server", url)
    with said.open("w") as err, workout.start(*command, stderr=err) as process:
        eventually(lambda: "type the code" in said.read_text())
        code = re.search(r"[A-Z]{4}-[A-Z]{4}", said.read_text())
        assert code
        browse(f"{url}/device?user_code={code[0]}")
        end = ended(process)
    return Ended(end.code, end.out, said.read_text())


def secrets(workout: Program) -> set[str]:
    """Every token that is kept here."""
    kept = json.loads(credentials(workout).read_text())
    return {
        each[name]
        for each in kept.values()
        for name in ("access_token", "refresh_token")
        if each.get(name)
    }


def credentials(workout: Program) -> Path:
    return workout.home / "workout" / "login" / "credentials.json"


def owners_token(local: LocalBackend) -> str:
    """A token of the owner's, made beside the server."""
    there: Any = local.database
    database: Database = (
        EngineDatabase(there.url)
        if isinstance(there, EngineDatabase)
        else EmbeddedDatabase(there.path)
    )

    async def work() -> str:
        async with database.transaction() as executor:
            token = await issue(executor, OWNER, "test")
        await database.close()
        return token

    return database.run(work())


def test_each_way_in_and_out_and_no_secret_anywhere(
    workout: Program, url: str, local: LocalBackend
) -> None:
    made: set[str] = set()
    ends = [workout.given(BROWSER=BROWSER)("login", "--browser", "--server", url)]
    made |= secrets(workout)
    ends += [workout(each, "--json") for each in ("whoami", "logout", "whoami")]
    assert [each.code for each in ends] == [0, 0, 0, 4]
    ends += [by_code(workout, url), workout("log", "bench", "100x5")]
    made |= secrets(workout)
    assert [each.code for each in ends[-2:]] == [0, 0]
    shown = workout("login", "--token-stdin", "--server", url, stdin="wop_" + "x" * 43)
    assert shown.code == 4
    token = owners_token(local)
    ends.append(workout("login", "--token-stdin", "--server", url, stdin=token))
    ends.append(workout("whoami", "--json"))
    assert [each.code for each in ends[-2:]] == [0, 0]
    made |= {token}
    assert len(made) == 5
    said = "".join(each.out + each.err for each in [*ends, shown])
    told = said + repr(rows_of(local))
    assert [each for each in made if each in told] == []


@LONG
def test_many_processes_renew_the_login(workout: Program, url: str) -> None:
    assert by_code(workout, url).code == 0
    kept = credentials(workout)
    for _ in range(ROUNDS):
        logins = json.loads(kept.read_text())
        logins[url]["expires_at"] = datetime.now(UTC).isoformat()
        kept.write_text(json.dumps(logins))
        running = [workout.start("today") for _ in range(PROGRAMS)]
        assert [ended(each).code for each in running] == [0] * PROGRAMS
    assert workout("whoami").code == 0


@LONG
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
