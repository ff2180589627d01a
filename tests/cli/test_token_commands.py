"""Tokens as they are made, used and revoked on a command line, against a real server and its issuer."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser import BROWSER
from tests.clients import listening_server
from tests.processes import InProcess, Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.processes import Ended
    from workout_core.db.backend import LocalBackend

SECRET = re.compile(r"wop_[\w-]{43}")


@pytest.fixture
def url(sqlite: LocalBackend, tmp_path: Path) -> Iterator[str]:
    with listening_server(sqlite, tmp_path) as found:
        yield found


@pytest.fixture
def workout(tmp_path: Path, url: str) -> Program:
    """A machine that is logged in, and may manage the account."""
    here = InProcess(
        tmp_path / "home", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring", BROWSER=BROWSER
    )
    end = here("login", "--server", url, "--admin")
    assert "manage your tokens" in said(end, 0).out
    return here


def said(end: Ended, code: int, told: str = "") -> Ended:
    assert (end.code, told in end.out + end.err) == (code, True), end
    return end


def test_a_token_is_made_piped_used_and_revoked(workout: Program, tmp_path: Path, url: str) -> None:
    made = said(workout("token", "create", "night", "backup", "--expires", "2w"), 0)
    secret = made.out.strip()
    assert SECRET.fullmatch(secret)
    assert secret not in made.err
    assert "night backup may see your name" in made.err
    assert "This is shown once" in made.err
    script = InProcess(tmp_path / "script", WORKOUT_SERVER_URL=url, WORKOUT_TOKEN=secret)
    said(script("history", "--json"), 0, '"total":0')
    refused = said(script("log", "bench", "5x5@100kg"), 4, "it lacks workouts:write")
    assert "hint: workout token create NAME --scope workouts:write" in refused.err
    said(script("whoami"), 0, "by the token of night backup")
    said(script("doctor"), 0, "the server takes it")
    said(script("token", "create", "more"), 4, "hint: workout login --admin")
    said(script("token", "list"), 4, "lacks account:admin")
    (listed,) = workout("token", "list", "--json").json["items"]
    assert (listed["name"], bool(listed["used_at"])) == ("night backup", True)
    said(workout("token", "revoke", "night", "backup"), 0, "revoked night backup")
    said(script("history"), 4, "does not know this token")
    assert workout("token", "list", "--json").json["items"] == []


def test_a_token_says_all_of_itself_as_json(workout: Program) -> None:
    scopes = ("--scope", "workouts:write", "--scope", "workouts:read")
    made = said(workout("token", "create", "scale", *scopes, "--json"), 0).json
    assert made["schema"] == "workout.AccessTokenMade/1"
    assert made["scopes"] == ["workouts:read", "workouts:write"]
    assert SECRET.fullmatch(made["secret"])
    shown = said(workout("token", "list"), 0)
    assert not SECRET.search(shown.out + shown.err)
    header, row = (line.split("\t") for line in shown.out.splitlines())
    assert header == ["id", "name", "scopes", "made", "expires", "used"]
    assert (row[0], row[1:3]) == (made["id"][:8], ["scale", "workouts:read workouts:write"])
    said(workout("token", "revoke", row[0], "--json"), 0, made["id"])


def test_a_token_is_kept_like_a_login(workout: Program, tmp_path: Path, url: str) -> None:
    secret = said(workout("token", "create", "phone", "--scope", "profile:read"), 0).out
    phone = InProcess(tmp_path / "phone", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    said(phone("login", "--server", url, "--token-stdin", stdin=secret), 0, "logged in")
    said(phone("whoami"), 0, "by the token of phone")
    said(phone("doctor"), 0, "the server takes it")
    said(phone("history"), 4, "it lacks workouts:read")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("create", "a", "--scope", "workout:read"), 2, "hint: workouts:read"),
        (("create", "a", "--scope", "account:admin"), 2, "is no scope of a token"),
        (("create", "a", "--expires", "30"), 2, "hint: 30d"),
        (("create", "a", "--expires", "367d"), 2, "days must be at most 366"),
        (("create", "a", "--expires", "0d"), 2, "not a span of days"),
        (("create", "\x1b[31m"), 2, "hidden character"),
        (("create", ""), 2, "NAME is empty"),
        (("create",), 2, "NAME"),
        (("revoke", "nothing"), 3, "hint: workout token list"),
        (("revoke", "abc"), 3, "no token"),
    ],
)
def test_what_is_mistyped(workout: Program, words: tuple[str, ...], code: int, told: str) -> None:
    said(workout("token", *words), code, told)


def test_a_name_is_taken_once(workout: Program) -> None:
    said(workout("token", "create", "backup"), 0)
    said(workout("token", "create", "backup"), 5, "There is a token backup already")


def test_a_usual_login_makes_no_tokens_and_says_which_one_does(workout: Program, url: str) -> None:
    said(workout("login", "--server", url), 0)
    said(workout("token", "create", "a"), 4, "hint: workout login --admin")
    said(workout("login", "--admin", "--status"), 2, "hint: workout login --admin")


def test_without_a_server_nobody_needs_a_token(tmp_path: Path, sqlite_path: Path) -> None:
    alone = InProcess(tmp_path / "alone", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    refused = said(alone("token", "create", "a", "--json"), 2, "workout serve --new-token")
    assert json.loads(refused.out)["type"] == "validation"
    assert alone("token", "list", "--json").json["items"] == []


def test_who_has_the_database_sees_and_revokes_the_tokens_of_its_server(
    tmp_path: Path, sqlite_path: Path
) -> None:
    alone = Program(tmp_path / "alone", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    with alone.serve() as served:
        far = alone.given(**served.environment)
        said(far("history"), 0)
        (listed,) = alone("token", "list", "--json").json["items"]
        assert (listed["name"], listed["scopes"], listed["expires_at"]) == (
            *("workout serve", None),
            None,
        )
        said(far("token", "create", "a"), 4, "by a login, never by another token")
        said(alone("token", "revoke", listed["id"]), 0, "revoked workout serve")
        said(far("history"), 4, "does not know this token")
