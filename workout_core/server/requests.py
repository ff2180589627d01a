"""The log: a line of JSON for each request (who asked what, by which route, how it went; no query, no body, no token)
and for each thing that the server itself has to say. Who asked by way of a proxy that is believed is told by it."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from workout_core.routers import PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
logger = logging.getLogger("workout.requests")
# Tokens of ours and of an issuer, codes in addresses, and whatever else is borne.
SECRET: Final = re.compile(
    r"wo[rp]_[\w-]+|eyJ[\w-]+(?:\.[\w-]*)*|(?<=code=)[^&\s\"']+|(?<=[Bb]earer )[^\s\"',]+"
)


class JsonLines(logging.Formatter):
    """Everything that is logged as one line of JSON, without secrets; a request is one already, and has none."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.name == logger.name:
            return message
        entry = {"level": record.levelname.lower(), "message": SECRET.sub("***", message)}
        if record.exc_info:
            entry["traceback"] = SECRET.sub("***", self.formatException(record.exc_info))
        return json.dumps(entry)


def _missing(headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """What keeps a browser from making more of an answer than it is, where the answer does not say so itself."""
    said = {name.lower() for name, _ in headers}
    return [(name, value) for name, value in SAFE if name not in said]


class RequestLog:
    """ASGI middleware that times requests and logs them when they end."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500
        request_id = uuid4().hex[:12]

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode()),
                    *_missing(message["headers"]),
                ]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except asyncio.CancelledError:  # the server stops, and this request has not ended in time
            status = 503
        finally:
            if logger.isEnabledFor(logging.INFO):
                route = getattr(scope.get("route"), "path", "").removeprefix(PREFIX)
                client = scope.get("client")
                entry = {
                    "request": request_id,
                    "client": client[0] if client else None,
                    "method": scope["method"],
                    "route": route or "(none)",
                    "status": status,
                    "ms": round((time.perf_counter() - began) * 1000, 1),
                }
                logger.info(json.dumps(entry))
