"""`workout serve` and the proxy before it: who is believed on where a request comes from, and where it may listen."""

from __future__ import annotations

import socket
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

import httpx
import pytest

from tests.processes import LIMIT, InProcess, Program, Served
from tests.server.test_serve_logins import PUBLIC, program_of

if TYPE_CHECKING:
    from pathlib import Path

WHOM: Final = "198.51.100.7"  # an address that documents are free to use, and nobody has
FORGED: Final = "203.0.113.9"
# Every address of 127/8 is this machine's own on Linux only, and 127.0.0.1 alone is believed unasked.
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a second address of loopback")


@pytest.fixture
def program(sqlite_path: Path) -> Program:
    return InProcess(sqlite_path.parent / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def ask(served: Served, forwarded: str | None, *, of: str = "127.0.0.1") -> None:
    """A request from an address of this machine, with what it says of where it comes from."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    transport = httpx.HTTPTransport(local_address=of)
    with httpx.Client(transport=transport, timeout=LIMIT) as client:
        url = f"http://127.0.0.1:{served.port}/nothing"
        assert client.get(url, headers=headers).status_code == 404


def clients(served: Served) -> list[str]:
    served.stop()
    return [each["client"] for each in served.requests if each["route"] == "(none)"]


def test_a_proxy_on_this_machine_is_believed(program: Program) -> None:
    told = {
        None: "127.0.0.1",
        WHOM: WHOM,
        "2001:db8::7": "2001:db8::7",
        f"{FORGED}, {WHOM}": WHOM,  # what a client wrote stands before what the proxy adds
        f"127.0.0.1, {WHOM}": WHOM,
        f"{WHOM}, 127.0.0.1": WHOM,
    }
    with program.serve() as served:
        for forwarded in told:
            ask(served, forwarded)
        assert clients(served) == [*told.values()]


@linux
def test_only_a_proxy_that_was_named_is_believed(program: Program) -> None:
    given = program.given(FORWARDED_ALLOW_IPS="*")  # what uvicorn would heed if nobody said better
    with given.serve("--proxy", "127.0.0.3", "--proxy", "2001:db8::3") as served:
        ask(served, WHOM, of="127.0.0.3")
        ask(served, f"{WHOM}, 127.0.0.3", of="127.0.0.1")
        ask(served, FORGED, of="127.0.0.2")
        ask(served, f"{FORGED}, {WHOM}", of="127.0.0.3")
        assert clients(served) == [WHOM, WHOM, "127.0.0.2", WHOM]


@linux
@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_it_listens_for_others_behind_a_proxy_that_was_named(program: Program, host: str) -> None:
    """On a socket of IPv6, too, where the addresses of IPv4 have another look."""
    if host == "::" and not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with program.serve("--host", host, "--proxy", "127.0.0.3") as served:
        ask(served, WHOM, of="127.0.0.3")
        ask(served, FORGED, of="127.0.0.2")
        believed, not_believed = clients(served)
        assert believed == WHOM
        assert not_believed.removeprefix("::ffff:") == "127.0.0.2"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "workouts.example.org", ""])
def test_for_others_without_a_proxy_it_does_not_listen(program: Program, host: str) -> None:
    end = program("serve", "--host", host, "--port", "0")
    assert (end.code, end.out) == (2, "")
    assert end.errors[0].startswith(f"workout: On {host or 'every address'} tokens would cross")
    assert [each.partition(" ")[0] for each in end.errors] == ["workout:", "hint:", "hint:"]
    assert "--proxy" in end.errors[1]


@pytest.mark.parametrize("proxy", ["*", "nginx", "10.0.0.0/8", "0.0.0.0/0", ""])
def test_a_proxy_is_one_address(program: Program, proxy: str) -> None:
    end = program("serve", "--port", "0", "--proxy", proxy)
    assert (end.code, end.out) == (2, "")
    assert end.errors == [
        f"workout: --proxy takes the IP address of a proxy, and is {proxy!r}",
        "hint: --proxy 192.0.2.10",
    ]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_for_this_machine_it_listens(program: Program, host: str) -> None:
    with program.serve("--host", host) as served:
        assert served.url.startswith(f"http://{host}:")


@linux
def test_who_approves_a_terminal_is_shown_where_it_is(sqlite_path: Path) -> None:
    """What the page shows is what was kept with the code."""
    form = {"client_id": "workout-cli", "device_name": "a terminal"}
    with program_of(sqlite_path, WORKOUT_PUBLIC_URL=PUBLIC).serve() as served:
        for address in ("127.0.0.1", "127.0.0.2"):
            transport = httpx.HTTPTransport(local_address=address)
            with httpx.Client(transport=transport, base_url=served.url, timeout=LIMIT) as client:
                path = "/oauth/device_authorization"
                answer = client.post(path, data=form, headers={"X-Forwarded-For": WHOM})
                assert answer.status_code == 200, answer.text
    with closing(sqlite3.connect(sqlite_path)) as file:
        rows = file.execute("SELECT address FROM device_grants ORDER BY expires_at").fetchall()
    assert [address for (address,) in rows] == [WHOM, "127.0.0.2"]
