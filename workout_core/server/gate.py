"""Who brings no token is turned away before anything that he sends is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.errors import UnauthorizedError
from workout_core.routers import PREFIX
from workout_core.server.errors import answer

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

OPEN: Final = f"{PREFIX}/openapi.json"


class Gate:
    """ASGI middleware: under the API's prefix a request has a bearer token; whose it is comes later."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_kept(scope["path"]) or _has_token(scope):
            await self._app(scope, receive, send)
            return
        error = UnauthorizedError(
            "The server wants a token",
            hints=["set WORKOUT_TOKEN to the token that `workout serve` printed"],
        )
        await answer(error)(scope, receive, send)


def _is_kept(path: str) -> bool:
    return path.startswith(f"{PREFIX}/") and path != OPEN


def _has_token(scope: Scope) -> bool:
    return any(
        name == b"authorization" and value[:7].lower() == b"bearer " and len(value) > 7
        for name, value in scope["headers"]
    )
