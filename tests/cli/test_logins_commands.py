"""Logins as they are listed and ended on a command line, against a real server and its issuer."""

from __future__ import annotations

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


@pytest.fixture
def url(sqlite: LocalBackend, tmp_path: Path) -> Iterator[str]:
    with listening_server(sqlite, tmp_path) as found:
        yield found


def machine(home: Path, url: str, *words: str) -> Program:
    """A machine that is logged in."""
    here = InProcess(home, PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring", BROWSER=BROWSER)
    said(here("login", "--server", url, *words), 0)
    return here


def said(end: Ended, code: int, told: str = "") -> Ended:
    assert (end.code, told in end.out + end.err) == (code, True), end
    return end


def test_logins_are_listed_and_ended(tmp_path: Path, url: str) -> None:
    phone, old = (machine(tmp_path / each, url) for each in ("phone", "old"))
    desk = machine(tmp_path / "desk", url, "--admin")
    found = said(desk("logins", "list", "--json"), 0).json
    assert (found["schema"], [each["is_current"] for each in found["items"]]) == (
        "workout.LoginRead/1",
        [False, False, True],
    )
    header, *rows = (line.split("\t") for line in desk("logins", "list").out.splitlines())
    assert header == ["device", "since", "used", "here", "id", "scopes"]
    assert [row[3] for row in rows] == ["", "", "here"]
    ids = [row[4] for row in rows]
    said(phone("logins", "list"), 4, "hint: workout login --admin")
    ambiguous = said(desk("logins", "end", rows[0][0]), 3, "3 logins are called")
    assert f"workout logins end {ids[0]}" in ambiguous.err
    narrow = desk.given(WORKOUT_FORCE_TTY="1", COLUMNS="80")("logins", "list").out
    assert all(each in narrow for each in ids)
    said(desk("logins", "end", ids[0]), 0, "ended the login of")
    said(phone("history"), 4, "has ended")
    said(old("history"), 0)
    ended = said(desk("logins", "end", "--others", "--json"), 0).json
    assert [each["id"] for each in ended["items"]] == [found["items"][1]["id"]]
    said(old("history"), 4, "has ended")
    said(desk("logins", "end", "--others"), 0, "there is no other login")
    for words in ((), ("--others", "phone")):
        said(desk("logins", "end", *words), 2, "Name a login, or say --others")
    said(desk("logins", "end", "nowhere"), 3, "hint: workout logins list")


def test_another_login_ends_that_before_it(tmp_path: Path, url: str) -> None:
    desk = machine(tmp_path / "desk", url)
    kept = tmp_path / "desk" / "workout" / "login" / "credentials.json"
    before = kept.read_bytes()
    said(desk("login", "--admin"), 0, "manage your tokens")
    (here,) = said(desk("logins", "list", "--json"), 0).json["items"]
    assert here["is_current"]
    kept.write_bytes(before)
    said(desk("history"), 4, "has ended")


def test_without_a_server_nobody_is_logged_in(tmp_path: Path, sqlite_path: Path) -> None:
    alone = InProcess(tmp_path / "alone", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    assert alone("logins", "list", "--json").json["items"] == []
    said(alone("logins", "end", "--others"), 0, "there is no other login")
