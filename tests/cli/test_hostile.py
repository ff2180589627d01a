"""Hostile text: refused or kept as typed, never a crash, and never a byte that commands a terminal.

Every text meets some places and every place some texts, in the same order each time: all of them together would take
minutes.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import sys
import threading
import unicodedata
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from tests.cli.hostile import ALL, HIDDEN, PLACES, READING, STRANGE
from tests.processes import InProcess
from workout_cli.main import run

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS: Final = 2
TEXTS_A_PLACE: Final = 2  # in each part
FORMATS: Final = ("table", "plain", "json", "csv", "tsv", "md")
STYLE: Final = re.compile(
    r"\x1b\[[0-9;]*m|\r\x1b\[K"
)  # and a line written over, where a command takes long
EVIL: Final = "red\x1b]0;t\x07\x9b31m\u202eb\u200b\x85\u2028\r\n[red]x[/]\tzorb"
COLUMNS: Final = {
    "workouts": ("name", "note"),
    "exercise_executions": ("note", "raw"),
    "sets": ("note", "raw", "tempo"),
    "exercises": ("name", "note", "instructions"),
    "exercise_aliases": ("alias",),
}


class Said(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A stream as the program has it, of a terminal or not."""

    def __init__(self, *, tty: bool, errors: str = "strict") -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=errors, write_through=True)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    @property
    def said(self) -> str:
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode()


def say(*words: str, tty: bool = False) -> Said:
    """Run a command line here, and find no fault with what it wrote."""
    out, err = _Stream(tty=tty), _Stream(tty=tty, errors="backslashreplace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setattr(sys, "stdin", _Stream(tty=False))
        said = Said(run([*words]), out.said, err.said)
    assert not commanding(said.out), (words, commanding(said.out))
    assert not commanding(said.err), (words, commanding(said.err))
    assert "unexpected" not in said.err, (words, said.err)
    return said


def commanding(text: str) -> set[str]:
    """The characters of a text that a terminal obeys or hides, our own styles aside."""
    return {
        sign
        for sign in set(STYLE.sub("", text)) - set("\n\t\u200c\u200d")
        if unicodedata.category(sign) in ("Cc", "Cs", "Cf", "Zl", "Zp")
    }


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_path: Path) -> Path:
    """A folder of its own, with a database that has a workout."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("WORKOUT_DATABASE_URL", f"sqlite:///{sqlite_path}")
    monkeypatch.setenv("WORKOUT_BACKUPS", "0")
    monkeypatch.setenv("PAGER", "cat")
    for line in ("bench 60kgx5", "squat 100kgx5"):
        assert say("log", *line.split()).code == 0
    return folder


@pytest.mark.parametrize("part", range(PARTS))
def test_any_text_anywhere(part: int) -> None:
    texts = list(ALL.items())
    for place, line in enumerate(PLACES):
        for nth in range(TEXTS_A_PLACE):
            named, text = texts[(place * 11 + part * TEXTS_A_PLACE + nth) % len(texts)]
            said = say(*(word.replace("*", text) for word in line), tty=place % 2 == nth)
            cannot = re.search("cannot be written|damaged", said.err)
            assert said.code != 1 or cannot, (line, named, said)
            assert len(said.err) < 4_000, (line, named)


def test_what_hides_is_refused_and_nothing_kept(sqlite_path: Path) -> None:
    before = content(sqlite_path)
    for place, (named, text) in enumerate(HIDDEN.items()):
        changes = (
            ("log", "bench", "60kgx5", f"// {text}"),
            ("edit", "last", f"--name={text}"),
            ("exercise", "add", f"Zorb {text}"),
            ("tag", text),
            ("edit", "last", f"--note={text}"),
            ("exercise", "alias", "bench", f"zorb {text}"),
            ("note", text, "--of", "bench"),
        )
        for nth in range(3):
            words = changes[(place + nth) % len(changes)]
            assert say(*words, tty=True).code == 2, (words, named)
    assert content(sqlite_path) == before


def test_what_is_only_strange_is_kept_and_shown_as_typed() -> None:
    for named, text in STRANGE.items():
        wanted = unicodedata.normalize("NFC", text)
        assert say("edit", "last", f"--name={text}", f"--note={text}").code == 0, named
        assert say("log", "squat", "60kgx5", f"// {text}").code == 0, named
        shown = json.loads(say("show", "last", "--json").out)
        last = shown["exercise_executions"][-1]
        assert (shown["name"], shown["note"]) == (wanted, wanted)
        assert last["note"].endswith(wanted), named
        assert say("history", "--template", "{workout}").out == f"{wanted}\n"
        assert wanted.split()[0][:40] in say("history", "--format", "md").out.replace("\\|", "|")


def test_texts_of_a_file_are_made_harmless(home: Path) -> None:
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds"
    with (home / "strong.csv").open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*head.split(","), "Notes", "Workout Notes", "RPE"])
        for day, text in enumerate(ALL.values()):
            on = f"2024-{day // 28 + 1:02}-{day % 28 + 1:02} 18:00:00"
            named = f"Zorb {text[:150]}"
            writer.writerow(
                [on, text[:150], "1h", named, 1, 60, 5, 0, 0, text[:9000], text[:9000], ""]
            )
    said = say("import", "strong.csv", "--unit", "kg", tty=True)
    assert said.code == 0, said
    assert len(json.loads(say("export").out)["workouts"]) > len(STRANGE)
    for words in (("history", "--all"), ("find", "zorb"), ("exercise", "list", "--own")):
        for format in ("table", "csv", "tsv"):
            assert say(*words, "--format", format, tty=True).code == 0


def test_what_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            buffer[:] = b"\n" * len(buffer)
            return len(buffer)

    monkeypatch.setattr("workout_cli.spooled.MAX_BYTES", 5 << 20)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    assert run(["import", "-"]) == 2


def test_a_database_of_somebody_else_shows_no_more_than_text(sqlite_path: Path) -> None:
    poison(sqlite_path)
    everything_reads()
    table = say("sql", "select * from sets", tty=True)
    assert (table.code, "␛]0;t␇" in table.out) == (0, True)


def test_a_database_with_bytes_that_are_no_text(sqlite_path: Path) -> None:
    with closing(sqlite3.connect(sqlite_path)) as connection, connection:
        connection.execute("UPDATE workouts SET name = CAST(x'ff9b' AS TEXT)")
    said = say("today")
    assert (said.code, said.err.count("\n")) == (1, 2)
    assert "The database failed" in said.err


def test_a_server_with_hostile_rows_shows_no_more_than_text(
    sqlite_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison(sqlite_path)
    program = InProcess(tmp_path / "there", WORKOUT_DATABASE_URL=f"sqlite:///{sqlite_path}")
    with program.serve() as served:
        for name, value in served.environment.items():
            monkeypatch.setenv(name, value)
        everything_reads()


@pytest.mark.parametrize("status", [200, 404, 422, 500])
def test_a_hostile_server(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    error = {
        "error": EVIL,
        "type": "notation",
        "details": {"hints": [EVIL, {"a": EVIL}], "line": EVIL, "column": 10**30, "code": EVIL},
    }
    others = [
        error | each for each in ({"type": EVIL}, {"details": EVIL}, {"details": {"hints": 5}})
    ]
    answers = [json.dumps(each) for each in (error, *others, [error], {"items": 5})]
    answers += [EVIL, "[" * 2_000, ""]
    monkeypatch.setenv("WORKOUT_TOKEN", "wop_x")
    for answer in answers:
        with server(status, answer.encode()) as url:
            monkeypatch.setenv("WORKOUT_SERVER_URL", url)
            for words in ("today", "log bench 5x60kg"):
                said = say(*words.split(), tty=True)
                assert said.code not in (0, 130), (words, answer, said)
                assert said.err.startswith("\x1b[31;1mworkout:"), (words, answer, said)


def everything_reads() -> None:
    """Look at everything, each time in another format, and on a terminal."""
    for place, words in enumerate(READING):
        has_formats = words[0] not in ("prompt", "export")
        format = FORMATS[place % len(FORMATS)] if has_formats else "json"
        for told in ((), ("--format", format)):
            said = say(*words, *told, tty=not told or format == "table")
            assert said.code in (0, 2, 3), (words, said)


def poison(path: Path) -> None:
    """Put into every text of the database what no service would have let in."""
    for words in ("tag t", "note n", "exercise alias bench zorby"):
        assert say(*words.split()).code == 0
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in COLUMNS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = ?", (EVIL,))
        connection.execute("UPDATE workouts SET tags = ?", (json.dumps([EVIL]),))


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@contextmanager
def server(status: int, answer: bytes) -> Iterator[str]:
    """A server that answers everything alike."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{made.server_port}"
        finally:
            made.shutdown()
            thread.join()
