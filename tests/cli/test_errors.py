"""What goes wrong is one line, a hint and an exit code, with --json an object too; and nothing was written."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import threading
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.processes import LIMIT, InProcess, Program, ended, eventually
from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.processes import Ended

MISTAKES: Final = [
    ("log zzbench 5x5@100kg", 3, "unknown_exercise", "zzbench", "Bench Press"),
    ("log bench 5,5", 2, "notation", "5,5", "bench 5,5kgx5"),
    ("log bench 5x5", 2, "notation", "5x5", "bench 5kgx5"),
    ("log bench 5x5@100kg --at someday", 2, "validation", "someday", "yesterday 18:30"),
    ("log bench 5x5@100kg --unit stone", 2, None, "stone", ""),
    ("history --since someday", 2, "validation", "someday", "2026-11"),
    ("history --until 2026-99", 2, "validation", "2026-99", "2026-11"),
    ("history --limit 0", 2, None, "--limit", ""),
    ("show deadbeef", 3, "not_found", "deadbeef", "workout history"),
    ("show deadbeef", 3, "not_found", "deadbeef", "workout history"),
    ("exercise show zzbench", 3, "not_found", "zzbench", "Bench Press"),
    ("exercise add bench", 5, "duplicate", "Bench Press", ""),
    ("exercise add Sled --primary quadz", 2, "validation", "quadz", "quads"),
    ("today -o /no/such/folder/today.json", 1, "storage", "/no/such/folder/today.json", ""),
    ("import /no/such/file.csv", 3, "not_found", "/no/such/file.csv", ""),
    ("frobnicate", 2, None, "frobnicate", ""),
    ("today --frobnicate", 2, None, "--frobnicate", ""),
    ("log", 2, None, "LINE", ""),
]
SETTINGS: Final = [
    ("UNIT", "stone", 2, "WORKOUT_UNIT must be kg or lb", "kg"),
    ("COLOR", "pink", 2, "WORKOUT_COLOR", "auto"),
    ("TIMEZONE", "Mars/Olympus", 2, "Mars/Olympus", "Europe/Berlin"),
    ("DATABASE_URL", "mysql://localhost/workout", 2, "database_url", "postgresql"),
    ("DATABASE_URL", "sqlite://", 2, "database_url", "sqlite:////"),
    ("SERVER_URL", "ftp://127.0.0.1", 2, "ftp://127.0.0.1", "http://"),
    ("SERVER_URL", "http://", 2, "http://", "http://"),
    ("SERVER_URL", "http://127.0.0.1:99999", 2, "99999", "http://"),
    ("SERVER_URL", "http://127.0.0.1:x", 2, ":x", "http://"),
    ("SERVER_URL", "http://127.0.0.1:1", 6, "127.0.0.1:1", "running"),
    ("SERVER_URL", "http://no.such.host.invalid", 6, "no.such.host.invalid", "running"),
    ("TOKEN", "", 4, "token", "WORKOUT_TOKEN"),
    ("TOKEN", "two\nlines", 4, "WORKOUT_TOKEN", "workout serve"),
    ("TOKEN", "ünïcödé", 4, "WORKOUT_TOKEN", "workout serve"),
]


@pytest.fixture
def program(tmp_path: Path, sqlite_path: Path) -> Program:
    return InProcess(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")


def told(
    end: Ended, code: int, message: str = "", hint: str = "", *, kind: str | None = None
) -> dict[str, Any]:
    """Check an error that was asked for as JSON; its details."""
    assert end.code == code, end
    first, *hints = end.errors
    assert first.startswith("workout: "), end.err
    assert message in first
    assert hints
    assert all(each.startswith("hint: ") and len(each) > 6 for each in hints), end.err
    assert hint in end.err
    assert "Traceback" not in end.err + end.out
    assert end.out.count("\n") == 1
    body: dict[str, Any] = end.json
    assert list(body) == ["error", "type", "details"]
    assert first == f"workout: {body['error']}"
    assert kind in (None, body["type"])
    return body["details"] or {}


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize(
    ("words", "code", "kind", "message", "hint"), MISTAKES, ids=[each[0] for each in MISTAKES]
)
def test_a_mistake(
    program: Program,
    sqlite_path: Path,
    words: str,
    code: int,
    kind: str | None,
    message: str,
    hint: str,
) -> None:
    before = content(sqlite_path)
    told(program(*words.split(), "--json"), code, message, hint, kind=kind)
    assert content(sqlite_path) == before
    assert not list(program.home.iterdir())


def test_without_json_nothing_stands_on_standard_output(program: Program) -> None:
    for words in ("log zzbench 5x5", "show deadbeef", "frobnicate", "today -o today.doc"):
        end = program(*words.split())
        assert (end.code, end.out) in ((2, ""), (3, ""))
        assert [each.partition(" ")[0] for each in end.errors[:2]] == ["workout:", "hint:"]


def test_hostile_text_is_shown_as_plain_text(program: Program) -> None:
    end = program("log", "zz\x1b[31m\x07bench\u202e 5x5@100kg", "--json")
    assert end.code in (2, 3)
    assert not {"\x1b", "\x07", "\u202e"} & {*end.err, *end.out}


@pytest.mark.parametrize(("name", "value", "code", "message", "hint"), SETTINGS)
def test_a_setting_that_cannot_be(
    program: Program, name: str, value: str, code: int, message: str, hint: str
) -> None:
    more = {"WORKOUT_SERVER_URL": "http://127.0.0.1:1"} if name == "TOKEN" else {}
    more |= {"WORKOUT_TOKEN": "wop_x"} if name == "SERVER_URL" else {}
    set_so = program.given(**more, **{f"WORKOUT_{name}": value})
    told(set_so("today", "--json"), code, message, hint)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (b"unitt = 'kg'", "unitt", "unit"),
        (b"qqq = 1", "qqq", "database_url"),
        (b"unit = ", "config.toml cannot be read", "WORKOUT_CONFIG"),
        (b"unit = '\xff'", "config.toml", "WORKOUT_CONFIG"),
        (b"unit = 5", "unit must be kg or lb", "kg"),
        (b"timezone = 5", "timezone must be text", ""),
        (None, "directory", "WORKOUT_CONFIG"),
    ],
)
def test_a_broken_configuration_file(
    program: Program, text: bytes | None, message: str, hint: str
) -> None:
    path = program.home / "config.toml"
    path.mkdir() if text is None else path.write_bytes(text)
    broken = program.given(WORKOUT_CONFIG=str(path))
    told(broken("today", "--json"), 2, message, hint, kind="config")


@contextmanager
def speaking(answer: bytes | None) -> Iterator[str]:
    """The address of something that answers every request with these bytes; with None, never."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(LIMIT)
                connection.recv(1 << 16)
                if answer is None:
                    stopped.wait(LIMIT)
                else:
                    connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopped.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(LIMIT)


def http(status: str, body: str, kind: str = "application/json") -> bytes:
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        f"Connection: close\r\n\r\n{body}"
    ).encode()


@pytest.mark.parametrize(
    "answer",
    [
        http("200 OK", "<h1>It works!</h1>", "text/html"),
        http("200 OK", "[]"),
        http("404 Not Found", "<h1>Nothing here</h1>", "text/html"),
        http("500 Oops", '{"error": 5, "type": ["x"], "details": 7}'),
        http("302 Found", ""),
        http("200 OK", "{").replace(b"Length: 1", b"Length: 500"),
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\0\xff\xfe garbage",
        b"",
    ],
    ids=lambda answer: answer[:24].decode("latin-1") + f"...{len(answer)}",
)
def test_something_else_speaks_at_the_address(program: Program, answer: bytes) -> None:
    with speaking(answer) as url:
        remote = program.given(WORKOUT_SERVER_URL=url, WORKOUT_TOKEN="wop_x")
        told(remote("today", "--json"), 6, "127.0.0.1", "WORKOUT_SERVER_URL", kind="unreachable")


def test_a_server_that_accepts_and_never_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is, the test would take half a minute."""
    from workout_core.remote import backend, client

    waits = client.TIMEOUT.as_dict()
    assert all(wait and wait <= 30 for wait in waits.values()), "a wait without an end"
    monkeypatch.setattr(backend, "TIMEOUT", httpx.Timeout(0.2))
    monkeypatch.setenv("WORKOUT_TOKEN", "wop_x")
    with speaking(None) as url:
        monkeypatch.setenv("WORKOUT_SERVER_URL", url)
        assert run(["today"]) == 6
    assert "did not answer in time" in capsys.readouterr().err


def test_a_token_that_the_server_does_not_know(program: Program) -> None:
    with program.serve() as served:
        remote = program.given(WORKOUT_SERVER_URL=served.url, WORKOUT_TOKEN="wop_wrong")
        for words in (("today",), ("log", "bench", "5x5@100kg")):
            told(remote(*words, "--json"), 4, "token", "WORKOUT_TOKEN", kind="unauthorized")
        assert "wop_wrong" not in served.log
    assert program("today", "--json").json["sets"] == 0


@pytest.mark.parametrize(
    "words", [("history",), ("today", "--json"), ("--help",), ("show", "deadbeef", "--json")]
)
def test_nobody_reads_the_output(program: Program, words: tuple[str, ...]) -> None:
    """As when it is piped into `head` and that has seen enough."""
    reading, writing = os.pipe()
    os.close(reading)
    with program.start(*words, stdout=writing) as process:
        os.close(writing)
        end = ended(process)
    failed = "deadbeef" in words
    assert end.code == (3 if failed else 0)
    assert bool(end.err) == failed
    assert "Traceback" not in end.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the machine has no /dev/full")
def test_the_disk_of_the_output_is_full(program: Program) -> None:
    with Path("/dev/full").open("w") as full:
        for words in (("today",), ("today", "--json")):
            end = program(*words, stdout=full)
            assert end.code == 1
            assert end.errors[0].startswith("workout: The output cannot be written: No space left")
            assert len(end.errors) == 2


def test_an_encoding_that_lacks_the_letters(program: Program) -> None:
    assert program("log", "bench 5x5@100kg // größer").code == 0
    end = program.given(PYTHONIOENCODING="ascii")("show")
    assert (end.code, end.err) == (0, "")
    assert "gr\\xf6\\xdfer" in end.out


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="nothing tells what waits here")
def test_ctrl_c_while_another_program_writes(program: Program, sqlite_path: Path) -> None:
    shared = Path(f"{sqlite_path}-shm")
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with program.start("log", "bench", "5x5@100kg") as process:
            seen = 0

            def stays_open() -> bool:
                """It looks at the file once and closes it, and later waits for its turn to write."""
                nonlocal seen
                seen = seen + 1 if has_open(process.pid, shared) else 0
                return seen > 20

            eventually(stays_open)
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            end = ended(process)
        took = time.monotonic() - began
        other.execute("ROLLBACK")
    assert (end.code, end.out, end.err) == (130, "", "")
    assert took < 3, "SQLite's own waiting hears no signal for ten seconds"
    assert program("today", "--json").json["sets"] == 0


def has_open(process: int, path: Path) -> bool:
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):
            if each.readlink() == path:
                return True
    return False


def test_a_database_that_stays_busy(
    program: Program,
    sqlite_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from workout_core.db import embedded

    assert embedded.WAIT_S == 10
    monkeypatch.setattr(embedded, "WAIT_S", 0.3)
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    with closing(sqlite3.connect(sqlite_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run(["log", "bench 5x5@100kg"]) == 6
        assert run(["today"]) == 0  # reading goes on
        other.execute("ROLLBACK")
    error = capsys.readouterr().err.splitlines()
    assert error[0].startswith("workout: The database has been busy for")
    assert error[1].startswith("hint:")


def test_something_unexpected(program: Program, sqlite_path: Path) -> None:
    """A database whose ids are no ids: nothing that a program of ours could have written."""
    assert program("log", "bench 5x5@100kg").code == 0
    with closing(sqlite3.connect(sqlite_path)) as connection:
        connection.execute("UPDATE workouts SET timezone = x'00ff', tags = '{'")
        connection.commit()
    details = told(program("today", "--json"), 1, "something unexpected", "error.log", kind="error")
    path = program.home / "workout" / "log" / "error.log"
    assert str(path) in details["hints"][0]
    assert path.read_text().startswith("Traceback (most recent call last):")
    plain = program("today")
    assert (plain.code, plain.out, len(plain.errors)) == (1, "", 2)
    loud = program("--debug", "today")
    assert loud.code == 1
    assert loud.err.startswith("Traceback (most recent call last):")
    assert program("config", "list", "--json").json["total"] >= 5  # what needs no database works
