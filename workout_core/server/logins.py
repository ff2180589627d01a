"""The addresses of logins: beside the API, in a shape of their own, and with sessions of browsers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import Router

from workout_core.auth import pages
from workout_core.auth.browser_endpoints import BrowserEndpoints
from workout_core.auth.endpoints import TokenEndpoints
from workout_core.errors import UnreachableError, WorkoutError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from workout_core.auth.authority import Authority

logger = logging.getLogger("workout.server")
SESSION_S: Final = 600
HEADERS: Final = (
    (b"content-security-policy", pages.POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
)


class Logins:
    """ASGI middleware that answers at the addresses of logins, and leaves every other to the app."""

    def __init__(self, app: ASGIApp, authority: Authority) -> None:
        self._app = app
        programs = TokenEndpoints(authority).routes()
        browsers = BrowserEndpoints(authority).routes()
        self._routes = {route.path: route for route in (*programs, *browsers)}
        self._programs = frozenset(route.path for route in programs)
        secure = authority.settings.is_secure
        self._answer = SessionMiddleware(
            Router([*programs, *browsers]),
            secret_key=authority.keys.session_secret(),
            session_cookie="__Host-workout" if secure else "workout",
            max_age=SESSION_S,
            same_site="lax",  # strict would lose the session on the way back from the issuer
            https_only=secure,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in self._routes:
            await self._app(scope, receive, send)
            return
        scope["route"] = self._routes[scope["path"]]  # for the log

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        try:
            await self._answer(scope, receive, guarded)
        except HTTPException as error:
            refusal = PlainTextResponse(error.detail, error.status_code, headers=error.headers)
            await refusal(scope, receive, guarded)
        except WorkoutError as error:
            logger.error("%s: %s", error.code, error.message)  # noqa: TRY400
            await self._failed(scope["path"], error)(scope, receive, guarded)

    def _failed(self, path: str, error: WorkoutError) -> Response:
        """That the database can't be asked: for a program in OAuth's words, for a person on a page."""
        status = 503 if isinstance(error, UnreachableError) else 500
        if path in self._programs:
            word = "temporarily_unavailable" if status == 503 else "server_error"
            return JSONResponse({"error": word}, status)
        text = "The server cannot do this now; try again in a moment."
        return HTMLResponse(pages.message("Try again", text), status)
