"""The pages in a real browser: to an issuer of another site and back, the forms, and a phone's narrow screen."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn

from tests.chromium import FOUND, chromium
from tests.everything import EVERYTHING
from tests.issuer import FakeIssuer
from tests.logins import VERIFIER, authorize, settings
from tests.processes import LIMIT
from workout_core.auth.authority import Authority
from workout_core.auth.schemas import CLIENT
from workout_core.server.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.chromium import Chromium
    from workout_core.db.backend import LocalBackend

pytestmark = pytest.mark.skipif(not (FOUND and EVERYTHING), reason="needs Chromium, and time")


def listener() -> socket.socket:
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    made.listen()
    return made


@contextmanager
def answering(app: Any, on: socket.socket) -> Iterator[None]:
    """An application on a socket, in a thread."""
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [on]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(LIMIT)


@contextmanager
def program() -> Iterator[tuple[str, list[str]]]:
    """The program that waits for the browser: its address, and what it was told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<title>back</title>")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/callback", told
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def url(sqlite: LocalBackend, tmp_path: Path) -> Iterator[str]:
    """A server whose issuer is another site, and shows a page on which somebody presses."""
    issuer_socket, server_socket = listener(), listener()
    issuer = FakeIssuer(f"http://localhost:{issuer_socket.getsockname()[1]}", asks=True)
    url = f"http://127.0.0.1:{server_socket.getsockname()[1]}"
    authority = Authority(settings(tmp_path, issuer=issuer.address, public_url=url), sqlite)
    app = create_app(sqlite, authority)
    with answering(issuer.app, issuer_socket), answering(app, server_socket):
        yield url


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chromium]:
    with chromium(tmp_path / "browser") as made:
        yield made


def is_readable(browser: Chromium) -> bool:
    """Whether a page fits a phone, in the look that we gave it, and nothing of it was refused by its policy."""
    fits = browser.look("document.documentElement.scrollWidth <= 360")
    styled = browser.look("getComputedStyle(document.body).maxWidth") != "none"
    refused = [each for each in browser.messages if "violates" in each]
    return bool(fits and styled and not refused)


def test_a_program_is_logged_in_by_pressing_twice(url: str, browser: Chromium) -> None:
    with program() as (redirect, told):
        browser.open(url + authorize(redirect_uri=redirect))
        assert browser.look("document.title") == "The issuer"
        browser.press("a")
        assert browser.look("document.title") == "Log in to workout?"
        assert is_readable(browser), browser.messages
        browser.press("button.yes")
        assert browser.look("document.title") == "back", browser.messages
    query = httpx.URL(told[0]).params
    assert (query["state"], query["iss"]) == ("a-state", url)
    form = {"grant_type": "authorization_code", "client_id": CLIENT, "code": query["code"]}
    form |= {"redirect_uri": redirect, "code_verifier": VERIFIER}
    assert httpx.post(f"{url}/oauth/token", data=form, timeout=LIMIT).status_code == 200


def test_a_terminal_is_approved_on_a_phone(url: str, browser: Chromium) -> None:
    form = {"client_id": CLIENT, "device_name": "raspberry pi in the garage with a long name"}
    started = httpx.post(f"{url}/oauth/device_authorization", data=form, timeout=LIMIT).json()
    browser.open(f"{url}/device")
    browser.press("a")
    assert browser.look("document.title") == "Connect a terminal"
    assert is_readable(browser), browser.messages
    browser.look(f"document.querySelector('input').value = '{started['user_code']}'")
    browser.press("button")
    assert browser.look("document.title") == "Approve this terminal?"
    assert is_readable(browser), browser.messages
    browser.press("button.yes")
    assert browser.look("document.title") == "Approved"
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    form = {"grant_type": grant, "client_id": CLIENT, "device_code": started["device_code"]}
    assert httpx.post(f"{url}/oauth/token", data=form, timeout=LIMIT).status_code == 200
