"""The server of the page."""

from __future__ import annotations

import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from workout_core.errors import InvalidError

FOLDER: Final = Path(__file__).parent
HOST: Final = "127.0.0.1"
COOKIE: Final = "workout_key"
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        " img-src 'self' data:; connect-src 'self' {socket}; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageServer(Server):
    """textual-serve behind a key, for this host alone."""

    def __init__(self, port: int, public_url: str | None, say: Callable[[str], None]) -> None:
        super().__init__(
            shlex.join([sys.executable, "-m", "workout_cli.tui.web"]),
            host=HOST,
            port=port,
            title="workout",
            public_url=_checked(public_url),
            templates_path=FOLDER,
        )
        self._say = say
        self._key = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """Where the page is, with its key."""
        return f"{self.public_url}/?key={self._key}"

    def initialize_logging(self) -> None:
        """Nothing is logged: the address holds the key."""

    async def on_startup(self, app: web.Application) -> None:
        self._say(f"The TUI is at {self.address}")
        self._say("Ctrl-C ends it")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.router.add_get("/page.js", _script)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who has the key, on this host, from this page."""
        seen = urlsplit(self.public_url)
        if request.host not in (seen.netloc, f"{HOST}:{self.port}", f"localhost:{self.port}"):
            raise web.HTTPForbidden(text="This is not the host that you asked for.\n")
        if request.path == "/ws" and not self._is_ours(request):
            raise web.HTTPForbidden(text="The page of another site asked.\n")
        given = request.query.get("key", "")
        if given and compare_digest(given.encode(), self._key.encode()):
            home = web.HTTPSeeOther("/", headers={"Cache-Control": "no-store"})
            home.set_cookie(
                COOKIE, self._key, httponly=True, samesite="Strict", secure=seen.scheme == "https"
            )
            raise home
        if not compare_digest(request.cookies.get(COOKIE, "").encode(), self._key.encode()):
            raise web.HTTPForbidden(text="Open the address that `workout tui --web` printed.\n")
        answer = await handler(request)
        if request.path != "/" and answer.content_type == "text/html":
            raise web.HTTPNotFound  # a list of the files
        if not answer.prepared:
            socket = f"{'wss' if seen.scheme == 'https' else 'ws'}://{seen.netloc}"
            for name, value in HEADERS.items():
                answer.headers[name] = value.replace("{socket}", socket)
        return answer

    def _is_ours(self, request: web.Request) -> bool:
        origin = urlsplit(request.headers.get("Origin", ""))
        return origin.netloc in (urlsplit(self.public_url).netloc, request.host)


async def _script(request: web.Request) -> web.StreamResponse:
    return web.FileResponse(FOLDER / "page.js")


def _checked(url: str | None) -> str | None:
    """The address behind a proxy, as it is to be shown."""
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query:
        raise InvalidError(
            f"--public-url is the https address of a proxy, and is {url!r}",
            hints=["--public-url https://workout.example.org"],
        )
    return url.rstrip("/")
