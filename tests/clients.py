"""Clients of a server with logins: in this process, or over a real socket for processes."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import uvicorn

from tests.application import application
from tests.issuer import FakeIssuer
from tests.logins import PUBLIC, Browser, LoginServer, settings
from tests.processes import LIMIT, eventually
from workout_core.auth.authority import Authority
from workout_core.remote.backend import RemoteBackend
from workout_core.remote.login import Visit
from workout_core.server.logins import Logins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

    from workout_core.auth.schemas import DeviceCodeRead
    from workout_core.db.backend import LocalBackend
    from workout_core.remote.credentials import Credentials

ISSUER_PATH = "/issuer"


class Person:
    """Somebody who does in a browser what a terminal asks, and agrees unless told otherwise."""

    def __init__(self, browser: Browser, *, ok: str = "1") -> None:
        self._browser = browser
        self._ok = ok
        self._doing: asyncio.Task[None] | None = None
        self.started: DeviceCodeRead | None = None

    def page(self, url: str) -> None:
        self._doing = asyncio.create_task(self._go(url))

    def code(self, started: DeviceCodeRead) -> None:
        self.started = started

    async def decide(self) -> None:
        """Type the code."""
        assert self.started
        page = await self._browser.open(f"/device?user_code={self.started.user_code}")
        await self._browser.decide(page, self._ok)

    async def _go(self, url: str) -> None:
        page = await self._browser.open(url.removeprefix(PUBLIC))
        answer = await self._browser.decide(page, self._ok)
        async with httpx.AsyncClient() as http:
            arrived = await http.get(answer.headers["location"])
        assert arrived.status_code == 200, arrived.text


def transport_of(server: LoginServer) -> httpx.ASGITransport:
    """The way to a server in this process."""
    app = application(server.backend)
    app.state.authority = server.authority
    return httpx.ASGITransport(app=Logins(app, server.authority), raise_app_exceptions=False)


def visit(server: LoginServer) -> Visit:
    """Somebody who comes to log in."""
    return Visit(PUBLIC, transport_of(server))


def client(server: LoginServer, credentials: Credentials) -> RemoteBackend:
    """What a command uses after that."""
    return RemoteBackend(PUBLIC, credentials=credentials, transport=transport_of(server))


@contextmanager
def listening_server(backend: LocalBackend, folder: Path) -> Iterator[str]:
    """The address of a real server with logins, whose issuer is at one of its paths; for processes."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        issuer = FakeIssuer(url + ISSUER_PATH)
        authority = Authority(settings(folder, issuer=issuer.address, public_url=url), backend)
        app = application(backend)
        app.state.authority = authority
        logins = Logins(app, authority)

        async def both(scope: Scope, receive: Receive, send: Send) -> None:
            path = scope.get("path", "")
            if path.startswith(ISSUER_PATH):
                scope = {**scope, "path": path.removeprefix(ISSUER_PATH)}
                await issuer.app(scope, receive, send)
            else:
                await logins(scope, receive, send)

        config = uvicorn.Config(both, log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            eventually(lambda: server.started)
            yield url
        finally:
            server.should_exit = True
            thread.join(LIMIT)
