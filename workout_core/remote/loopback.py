"""Where the browser brings a login back to: a port of this machine, for as long as somebody signs in (RFC 8252)."""

from __future__ import annotations

import asyncio
import hmac
import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST: Final = "127.0.0.1"
PATH: Final = "/callback"
FIELDS: Final = 10
PAGE: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>workout</title>'
    "<p>{told} You can close this window and go back to your terminal.</html>"
)


class Loopback:
    """Waits for one answer: of the server that was asked, to what was asked, and to nobody else."""

    def __init__(self, port: int, *, state: str, issuer: str) -> None:
        self.redirect_uri = f"http://{HOST}:{port}{PATH}"
        self._host = f"{HOST}:{port}"
        self._state, self._issuer = state.encode(), issuer.encode()
        self._answer: asyncio.Future[dict[str, str]] = asyncio.get_running_loop().create_future()

    async def answer(self, limit_s: float) -> dict[str, str]:
        """What the browser brings, with a code or an error in it; TimeoutError where it brings nothing in time."""
        return await asyncio.wait_for(self._answer, limit_s)

    def accepts(self, host: str | None, target: str) -> dict[str, str] | None:
        """The answer that a request brings; None for a page of another site, a program that guesses, an icon."""
        try:
            url = urlsplit(target)
            pairs = parse_qsl(url.query, keep_blank_values=True, max_num_fields=FIELDS)
        except ValueError:
            return None
        found = dict(pairs)
        state, issuer = (found.get(name, "").encode() for name in ("state", "iss"))
        is_ours = (host, url.path) == (self._host, PATH) and len(found) == len(pairs)
        is_meant = hmac.compare_digest(state, self._state) and issuer == self._issuer
        return found if is_ours and is_meant and ("code" in found) != ("error" in found) else None

    def take(self, answer: dict[str, str]) -> None:
        """Hand an answer over, from a thread of the server; of several the first counts."""
        if not self._answer.done():
            self._answer.set_result(answer)


@contextmanager
def listening(*, state: str, issuer: str) -> Iterator[Loopback]:
    """A port that no other program has, and what waits there."""
    loop = asyncio.get_running_loop()

    class Handler(BaseHTTPRequestHandler):
        timeout = 10  # browsers open connections that they may never use

        def do_GET(self) -> None:
            answer = waiting.accepts(self.headers.get("Host"), self.path)
            if answer is None:
                self.send_error(HTTPStatus.BAD_REQUEST)
                return
            told = "You are logged in." if "code" in answer else "The login was refused."
            page = PAGE.format(told=told).encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(page)
            loop.call_soon_threadsafe(waiting.take, answer)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing: a line of a log would have the code in it."""

    class Server(ThreadingHTTPServer):
        allow_reuse_address = False  # where it is allowed, two programs may have one port
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """Says nothing of browsers that hang up."""

    with Server((HOST, 0), Handler) as server:
        waiting = Loopback(server.server_port, state=state, issuer=issuer)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield waiting
        finally:
            server.shutdown()
