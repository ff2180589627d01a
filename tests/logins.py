"""Logging in without a person: a browser that follows redirects and posts forms, and the client behind it."""

from __future__ import annotations

import re
import time
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from tests.application import application
from tests.issuer import FakeIssuer
from workout_core.auth.authority import Authority
from workout_core.auth.schemas import CLIENT, DEVICE_CODE_GRANT
from workout_core.auth.settings import LoginSettings
from workout_core.routers import PREFIX
from workout_core.server.logins import Logins

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from workout_core.db.backend import LocalBackend

PUBLIC: Final = "https://workout.test"
REDIRECT: Final = "http://127.0.0.1:5555/callback"
VERIFIER: Final = "v" * 64
CHALLENGE: Final = create_s256_code_challenge(VERIFIER)
HIDDEN: Final = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]+)">')


def settings(folder: Path, **said: Any) -> LoginSettings:
    """Settings of a server that lets anyone in, unless something else is said."""
    usual: dict[str, Any] = {
        "issuer": "https://issuer.test",
        "client_id": "workout-server",
        "client_secret": "a-secret-of-the-issuer",
        "public_url": PUBLIC,
        "registration": "open",
        "allowed": frozenset(),
        "key_folder": folder / "keys",
    }
    return LoginSettings(**{**usual, **said})


class LoginServer:
    """A server with logins, its issuer, and as many browsers as are wanted."""

    def __init__(
        self,
        backend: LocalBackend,
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        **said: Any,
    ) -> None:
        self.backend = backend
        self.issuer = FakeIssuer()
        issuer = httpx.ASGITransport(app=self.issuer.app)
        self.authority = Authority(settings(folder, **said), backend, issuer, clock)
        app = application(backend)
        app.state.authority = self.authority
        server = httpx.ASGITransport(app=Logins(app, self.authority), raise_app_exceptions=False)
        self._mounts = {"https://issuer.test": issuer, self.authority.settings.public_url: server}
        self._open = AsyncExitStack()

    async def close(self) -> None:
        await self._open.aclose()

    async def browser(self) -> Browser:
        """A browser that was nowhere yet, or a client of the API."""
        url = self.authority.settings.public_url
        http = httpx.AsyncClient(mounts=self._mounts, base_url=url)
        return Browser(await self._open.enter_async_context(http))


class Browser:
    """Goes where it is sent, and decides what it is asked."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def open(self, url: str) -> httpx.Response:
        """The page at which one arrives; the loopback address of a program is not gone to."""
        answer = await self.http.get(url)
        while answer.is_redirect and not answer.headers["location"].startswith("http://127.0.0.1"):
            assert answer.next_request
            answer = await self.http.get(answer.next_request.url)
        return answer

    async def decide(self, page: httpx.Response, ok: str = "1", **said: str) -> httpx.Response:
        """Press a button of a page."""
        form = {**dict(HIDDEN.findall(page.text)), "ok": ok, **said}
        return await self.http.post(page.url.path, data=form)

    async def code(self, **said: str | None) -> str:
        """Sign in and agree: the code that the program gets."""
        answer = await self.decide(await self.open(authorize(**said)))
        back = answers(answer)
        assert (back["state"], back["iss"]) == ("a-state", PUBLIC)
        return back["code"]

    async def token(self, grant: str, **form: str | None) -> httpx.Response:
        """Ask for tokens."""
        given = {"grant_type": grant, "client_id": CLIENT, **form}
        data = {name: value for name, value in given.items() if value is not None}
        return await self.http.post("/oauth/token", data=data)

    async def exchange(self, code: str, **said: str | None) -> httpx.Response:
        form = {"code": code, "redirect_uri": REDIRECT, "code_verifier": VERIFIER, **said}
        return await self.token("authorization_code", **form)

    async def log_in(self, **said: str | None) -> dict[str, Any]:
        """The tokens of a new login."""
        answer = await self.exchange(await self.code(**said))
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        return tokens

    async def refresh(self, token: str, **said: str) -> httpx.Response:
        return await self.token("refresh_token", refresh_token=token, **said)

    async def start_device(self, **said: str) -> dict[str, Any]:
        """The codes of a terminal that waits."""
        form = {"client_id": CLIENT, "device_name": "<b>\x1b[31mpi", **said}
        answer = await self.http.post("/oauth/device_authorization", data=form)
        assert answer.status_code == 200, answer.text
        started: dict[str, Any] = answer.json()
        return started

    async def poll(self, started: dict[str, Any]) -> httpx.Response:
        return await self.token(DEVICE_CODE_GRANT, device_code=started["device_code"])

    async def status(self, token: str) -> int:
        """How the API answers somebody with a token."""
        headers = {"Authorization": f"Bearer {token}"}
        return (await self.http.get(f"{PREFIX}/profile", headers=headers)).status_code


def authorize(**said: str | None) -> str:
    """Where a program sends a browser."""
    query = {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": REDIRECT,
        "state": "a-state",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "device_name": "laptop",
        **said,
    }
    given = {name: value for name, value in query.items() if value is not None}
    return f"/oauth/authorize?{urlencode(given)}"


def answers(answer: httpx.Response) -> dict[str, str]:
    """What a program is told by the browser that comes back to it."""
    assert answer.status_code == 303, answer.text
    location = answer.headers["location"]
    assert location.startswith(f"{REDIRECT}?"), location
    return dict(parse_qsl(urlsplit(location).query))


@asynccontextmanager
async def serving(backend: LocalBackend, folder: Path, **said: Any) -> AsyncIterator[LoginServer]:
    """A server with logins, for as long as a test takes."""
    server = LoginServer(backend, folder, **said)
    yield server
    await server.close()
