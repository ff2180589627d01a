"""Logging in and out as it is typed, against a real server and its issuer; no secret is ever said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser import BROWSER
from tests.clients import listening_server
from tests.processes import InProcess, Program
from workout_core.accounts.owner import OWNER
from workout_core.accounts.tokens import issue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.processes import Ended
    from workout_core.db.backend import LocalBackend

SECRET = re.compile(r"wo[rp]_|eyJ|code=")


@pytest.fixture
def url(sqlite: LocalBackend, tmp_path: Path) -> Iterator[str]:
    with listening_server(sqlite, tmp_path) as found:
        yield found


@pytest.fixture
def workout(tmp_path: Path) -> Program:
    """A machine without a keyring and without a screen."""
    return InProcess(
        tmp_path / "home", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring", BROWSER=BROWSER
    )


def said(end: Ended, code: int, told: str) -> Ended:
    assert (end.code, told in end.out + end.err) == (code, True), end
    assert not SECRET.search(end.out + end.err), end
    return end


def test_a_person_logs_in_works_and_logs_out(workout: Program, url: str) -> None:
    """The first is a process of its own, whose browser is another."""
    alone = Program(workout.home)
    alone.environment = workout.environment
    end = said(alone("login", "--server", url), 0, f"logged in to {url}")
    assert "no keyring that keeps secrets" in end.err
    kept = workout.home / "workout" / "login" / "credentials.json"
    assert str(kept) in end.err
    said(workout("config", "get", "server_url"), 0, url)
    assert workout("log", "bench", "5x5@100kg", "--json").json["workout"]
    status = said(workout("login", "--status", "--json"), 0, '"file"').json
    assert (status["server"], status["logged_in"]) == (url, True)
    said(workout("whoami"), 0, "Anna <anna@example.org>\n  by the login of ")
    said(workout("doctor"), 0, "the server takes it")
    said(workout("logout"), 0, f"logged out of {url}")
    assert kept.read_text() == "{}"
    said(workout("today"), 4, "hint: workout login")
    said(workout("login", "--status"), 4, "not logged in")
    said(workout("logout"), 0, "not logged in")


async def test_a_token_on_standard_input(sqlite: LocalBackend, workout: Program, url: str) -> None:
    async with sqlite.database.transaction() as executor:
        token = await issue(executor, OWNER, "a script")
    command = ("login", "--server", url, "--token-stdin")
    said(workout(*command, "--json", stdin="wop_wrong\n"), 4, "does not know the token")
    said(workout(*command, stdin="two words\n"), 4, "not a token")
    said(workout("config", "get", "server_url"), 0, "")
    said(workout(*command, stdin=f"{token}\n"), 0, "logged in")
    said(workout("whoami"), 0, "by the token of a script")
    said(workout("logout"), 0, "logged out")


def test_a_token_of_the_environment_wins_and_is_not_kept(workout: Program, url: str) -> None:
    given = workout.given(WORKOUT_SERVER_URL=url, WORKOUT_TOKEN="wop_x")
    assert (
        said(given("login", "--status", "--json"), 0, "environment").json["kept"] == "environment"
    )
    said(given("today"), 4, "does not know this token")
    assert not (workout.home / "workout" / "login").exists()


def test_logins_that_cannot_be(workout: Program) -> None:
    said(workout("whoami"), 0, "nobody has to log in")
    said(workout("login"), 2, "Which server?")
    said(workout("login", "--browser", "--device"), 2, "one or the other")
    said(workout("login", "--server", "ftp://x"), 2, "must be the address")
    said(workout("login", "--server", "http://127.0.0.1:1"), 6, "cannot be reached")
    forced = workout.given(WORKOUT_CREDENTIALS="keyring")
    said(forced("login", "--server", "http://127.0.0.1:1", "--json"), 4, "unauthorized")
