"""The TUI in a browser: behind its key, on this host, from this page alone."""

from __future__ import annotations

import io
import re
import socket
from base64 import b64decode
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
from matplotlib.image import imread

from tests.processes import LIMIT, Program, eventually
from tests.tui.browser import ABSENT, CHROMIUM, MUST_BE_HERE, page
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.live.schemas import LiveFilters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.browser import Page

ENTER = ("Enter", 13)


@pytest.fixture
def program(tmp_path: Path, trained_file: bytes) -> Program:
    path = tmp_path / "workout.db"
    path.write_bytes(trained_file)
    return Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{path}")


@contextmanager
def served(program: Program, *words: str) -> Iterator[str]:
    """The address that `workout tui --web` prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = program.home / "said"
    with (
        said.open("wb") as stream,
        program.start(
            "tui", "--web", "--port", str(port), *words, stdout=stream, stderr=stream
        ) as process,
    ):
        try:
            eventually(lambda: "Ctrl-C" in said.read_text() or process.poll() is not None)
            found = re.search(r"The TUI is at (\S+)", said.read_text())
            assert found, said.read_text()
            yield found[1]
        finally:
            process.terminate()


def sets(path: Path) -> int:
    backend = LocalBackend(EmbeddedDatabase(path))

    async def read() -> int:
        async with backend.services(readonly=True) as services:
            board = await services.live.board(LiveFilters())
        await backend.close()
        return board.totals.sets if board.workout else -1

    return backend.run(read())


def came(there: Page) -> str:
    """All that the terminal of the page was told."""
    frames = there.happened("Network.webSocketFrameReceived")
    told = (each["response"]["payloadData"] for each in frames if each["response"]["opcode"] == 2)
    return b"".join(map(b64decode, told)).decode(errors="replace")


def colours(there: Page) -> int:
    """How many colours the page shows."""
    picture = b64decode(there.ask("Page.captureScreenshot")["data"])
    return len({tuple(each) for row in imread(io.BytesIO(picture)) for each in row.tolist()})


def test_only_who_has_the_key_is_let_in(program: Program) -> None:
    with served(program) as address:
        url = httpx.URL(address)
        base = f"http://{url.host}:{url.port}"
        with httpx.Client(base_url=base, timeout=LIMIT) as client:
            assert client.get("/").status_code == 403
            assert client.get("/?key=guessed").status_code == 403
            assert client.get("/static/js/textual.js").status_code == 403
            let_in = client.get(address)
            assert (let_in.status_code, let_in.headers["Location"]) == (303, "/")
            assert "HttpOnly" in let_in.headers["Set-Cookie"]
            shown = client.get("/")
            assert shown.status_code == 200
            assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
            assert client.get("/", headers={"Host": "evil.example"}).status_code == 403
            foreign = {"Origin": "http://evil.example"}
            assert client.get("/ws", headers=foreign).status_code == 403


@pytest.mark.skipif(not CHROMIUM and not MUST_BE_HERE, reason=ABSENT)
def test_a_key_in_a_browser_logs_a_set(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "workout.db"
    with served(program) as address, page(tmp_path / "browser", program.environment) as there:
        for domain in ("Page", "Network", "Log", "Runtime"):
            there.ask(f"{domain}.enable")
        there.ask("Page.navigate", url=address)
        there.until(lambda: " kg" in came(there))
        there.until(lambda: colours(there) > 20)
        for is_done in (lambda: "○" in came(there), lambda: sets(path) == 1):
            there.press(*ENTER)
            there.until(is_done)
        there.until(lambda: "✓" in came(there))
        asked = {
            httpx.URL(each["request"]["url"])
            for each in there.happened("Network.requestWillBeSent")
        }
        here = httpx.URL(address).netloc
        assert {each.netloc for each in asked if each.scheme != "data"} == {here}
        assert not [
            each for each in there.happened("Log.entryAdded") if each["entry"]["level"] == "error"
        ]
        assert not there.happened("Runtime.exceptionThrown")
