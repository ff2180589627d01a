"""`workout serve`: a real process on a real socket."""

from __future__ import annotations

import re
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import httpx
import pytest

from tests.core.attaching import left_halfway
from tests.processes import LIMIT, InProcess, Program, Served, ended, eventually

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

API: Final = "/api/v1"
BODIES: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"content": b"{", "headers": {"Content-Type": "application/json"}},
)
PROMPT: Final = 10.0  # seconds in which a server has stopped, also one with open connections


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> Path:
    """A folder with a database, and with a file that never came to its end."""
    made = tmp_path_factory.mktemp("serve")
    (made / "workout.db").write_bytes(empty_file)
    left_halfway(made / "workout.db")
    return made


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    """A server that only reads what these tests send."""
    program = InProcess(folder, WORKOUT_DATABASE_URL=f"sqlite:///{folder / 'workout.db'}")
    with program.serve() as served:
        yield served


@pytest.fixture
def program(sqlite_path: Path) -> Program:
    return InProcess(sqlite_path.parent / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def logs(served: Served, token: str | None = None) -> int:
    with served.client(token) as client:
        return client.post(f"{API}/workouts/log", json={"text": "bench 5x5@100kg"}).status_code


def test_only_the_first_start_prints_a_token_and_another_is_made_on_demand(
    program: Program,
) -> None:
    with program.serve(name="first") as first, program.serve(name="second") as second:
        assert first.token
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*", first.url)
        assert f"WORKOUT_SERVER_URL={first.url}" in first.out
        assert second.token is None
        assert "wop_" not in second.out
        assert len(second.out.splitlines()) == 1
        with program.serve("--new-token", name="third") as third:
            assert third.token
            assert third.token != first.token
            for server in (first, second, third):
                assert [logs(server, token) for token in (first.token, third.token)] == [201, 201]
    assert program("today", "--json").json["sets"] == 30


def test_it_sweeps_when_it_starts(served: Served, folder: Path) -> None:
    assert served.url
    eventually(lambda: not [*(folder / "workout.files" / "drafts").iterdir()])


def test_it_listens_on_the_loopback_address_only(served: Served) -> None:
    for address, expected in (("127.0.0.1", 0), *((each, None) for each in other_addresses())):
        with closing(socket.socket()) as connection:
            connection.settimeout(LIMIT)
            found = connection.connect_ex((address, served.port))
        assert found == 0 if expected == 0 else found != 0, address


def other_addresses() -> set[str]:
    """Addresses of this machine but the one that is served: at least another one of its loopback."""
    try:
        own = {
            str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), 0, socket.AF_INET)
        }
    except OSError:
        own = set()
    return (own | {"127.0.0.2"}) - {"127.0.0.1"}


def operations(served: Served) -> list[tuple[str, str]]:
    """The verb and path of every operation of the server's own document."""
    document = httpx.get(f"{served.url}{API}/openapi.json", timeout=LIMIT).json()
    return [
        (verb.upper(), path)
        for path, verbs in document["paths"].items()
        for verb in verbs
        if path != "/healthz"
    ]


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer wop_wrong",
        "Basic d29wOndvcA==",
        "Bearer ' OR 1=1 --",
        "bearer \xfc",
        f"Bearer {'a' * 10_000}",
    ],
    ids=lambda value: repr(value)[:22],
)
def test_every_operation_wants_a_token(served: Served, authorization: str | None) -> None:
    """Before it says what else is wrong: half of these requests have no readable path or body."""
    found = operations(served)
    assert len(found) >= 20
    headers: dict[bytes, bytes] = {}
    if authorization is not None:
        headers[b"Authorization"] = authorization.encode("latin-1")
    with httpx.Client(base_url=served.url, headers=headers, timeout=LIMIT) as client:
        for verb, path in found:
            for value in (str(uuid4()), "%00"):
                address = re.sub(r"\{.*?\}", value, path)
                for body in BODIES:
                    answer = client.request(verb, address, **body)
                    assert answer.status_code == 401, (verb, address)
                    assert answer.headers["WWW-Authenticate"] == "Bearer"
                    told = answer.json()
                    assert set(told) == {"error", "type", "details"}
                    assert told["type"] == "unauthorized"


def test_with_the_token_no_operation_is_unauthorized(served: Served) -> None:
    with served.client() as client:
        for verb, path in operations(served):
            answer = client.request(verb, re.sub(r"\{.*?\}", str(uuid4()), path))
            assert answer.status_code not in (401, 403, 500), (verb, path, answer.text)


def test_health_and_the_document_are_open(served: Served) -> None:
    assert httpx.get(f"{served.url}/healthz", timeout=LIMIT).json()["status"] == "ok"
    assert httpx.get(f"{served.url}/nothing", timeout=LIMIT).status_code == 404


def test_a_line_of_json_for_each_request_and_no_secret_in_it(program: Program) -> None:
    with program.serve() as served:
        with served.client() as client:
            body = {"text": "bench 5x5@100kg // my knee hurts"}
            assert client.post(f"{API}/workouts/log", json=body).status_code == 201
            assert client.get(f"{API}/workouts", params={"search": "knee"}).status_code == 200
            assert client.get(f"{API}/workouts/{uuid4()}").status_code == 404
            assert client.post(f"{API}/workouts/log", json={"text": "kneez 5x5"}).status_code == 404
            assert client.post(f"{API}/workouts/log", json={"txt": "knee"}).status_code == 422
            assert client.get("/nothing/knee").status_code == 404
        assert logs(served, "wop_wrong") == 401
        served.stop()
        found = [
            (each["method"], each["route"], each["status"])
            for each in served.requests
            if each["route"] != "/healthz"
        ]
        assert found == [
            ("POST", "/workouts/log", 201),
            ("GET", "/workouts", 200),
            ("GET", "/workouts/{workout_id}", 404),
            ("POST", "/workouts/log", 404),
            ("POST", "/workouts/log", 422),
            ("GET", "(none)", 404),
            ("POST", "/workouts/log", 401),
        ]
        for each in served.requests:
            assert set(each) == {"request", "client", "method", "route", "status", "ms"}
            assert each["client"] == "127.0.0.1"
            assert 0 <= each["ms"] < 60_000
        assert served.token
        assert not re.search(rf"{served.token}|wop_|knee|bench|search", served.log)


def test_ctrl_c_stops_it_while_a_request_never_ends(program: Program) -> None:
    """Another client keeps its connection open; what is left of the log is lines of JSON, and no traceback."""
    with program.serve() as served, served.client() as client:
        assert client.get(f"{API}/workouts").status_code == 200
        with closing(socket.create_connection(("127.0.0.1", served.port), LIMIT)) as half:
            half.sendall(
                b"POST /api/v1/workouts/log HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
            )
            assert served.stop(signal.SIGINT, limit=PROMPT) == 130
        assert "traceback" not in served.log
        assert all(each.keys() & {"request", "level"} for each in served.requests)
        with pytest.raises(httpx.TransportError):
            client.get("/healthz")
    assert program("today").code == 0


def test_a_service_manager_stops_it_at_once_and_in_silence(program: Program) -> None:
    with program.serve() as served:
        began = time.monotonic()
        assert served.stop(signal.SIGTERM, limit=PROMPT) in (0, -signal.SIGTERM)
        assert time.monotonic() - began < PROMPT / 2
        assert {each["route"] for each in served.requests} == {"/healthz"}


def test_a_port_that_is_taken(program: Program) -> None:
    with program.serve() as served:
        end = program("serve", "--port", str(served.port), "--new-token")
        assert (end.code, end.out) == (2, "")
        assert end.errors[0].startswith(f"workout: 127.0.0.1:{served.port} cannot be listened on")
        assert [each.partition(" ")[0] for each in end.errors] == ["workout:", "hint:"]


def test_of_two_that_start_at_once_on_a_port_one_is_refused(program: Program) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        program.start("serve", "--port", str(port)) as one,
        program.start("serve", "--port", str(port)) as two,
    ):
        eventually(lambda: one.poll() is not None or two.poll() is not None)
        lost, won = (one, two) if one.poll() is not None else (two, one)
        end = ended(lost)
        assert (end.code, end.out) == (2, "")
        assert [each.partition(" ")[0] for each in end.errors] == ["workout:", "hint:"]
        eventually(lambda: answers(port))
        won.send_signal(signal.SIGTERM)
        ended(won, limit=PROMPT)


def answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=LIMIT).is_success
    except httpx.TransportError:
        return False


def test_two_servers_on_one_file(program: Program) -> None:
    with program.serve(name="one") as one, program.serve(name="two") as two:

        def send(served: Served) -> list[int]:
            return [logs(served, one.token) for _ in range(8)]

        with ThreadPoolExecutor() as threads:
            assert list(threads.map(send, (one, two))) == [[201] * 8] * 2
    history: Any = program("history", "--json").json
    assert [each["sets"] for each in history["items"]] == [80]


def test_a_database_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    program = InProcess(tmp_path, WORKOUT_DATABASE_URL=postgres_url)
    with program.serve() as served:
        assert logs(served) == 201
        assert logs(served, "wop_wrong") == 401
        assert served.stop(limit=PROMPT) in (0, 130)
        assert all("error" not in each for each in served.requests)
    assert program("today", "--json").json["sets"] == 5
