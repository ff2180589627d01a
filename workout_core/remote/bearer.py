"""Shows who asks, with every request: a token of the environment as it stands, or a login that is renewed in time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import httpx
from pydantic import ValidationError

from workout_core.auth.schemas import CLIENT, REVOKE, TOKEN, OAuthErrorRead, TokenRead
from workout_core.errors import UnauthorizedError, UnreachableError
from workout_core.remote.credentials import LOG_IN, Login, not_logged_in
from workout_core.remote.lock import alone

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from workout_core.remote.credentials import Credentials

HINT: Final = "set WORKOUT_TOKEN to what `workout serve` printed"
REFUSED: Final = frozenset({httpx.codes.BAD_REQUEST, httpx.codes.UNAUTHORIZED})


class TokenAuth(httpx.Auth):
    """A token that somebody was given."""

    def __init__(self, token: str) -> None:
        self._token = token_of(token)

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        _show(request, self._token)
        yield request


class LoginAuth(httpx.Auth):
    """A login, whose access token is renewed before it ends, and once more if the server refuses it."""

    def __init__(self, credentials: Credentials, server: str) -> None:
        self._credentials = credentials
        self._server = server
        login = credentials.find(server)
        if login is None:
            raise not_logged_in(server)
        self._login = login

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        shown, was_refused = self._login, False
        while True:
            if was_refused or shown.is_stale:
                # Only one at a time: a server takes a refresh token that is shown twice for a stolen one.
                async with alone(self._credentials.lock):
                    found = await self._found()
                    if found.access_token == shown.access_token and found.refresh_token:
                        answer = yield refresh_request(found)
                        await answer.aread()
                        found = await self._renewed(found, answer)
                    self._login = shown = found
            _show(request, token_of(shown.access_token))
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            if was_refused or not shown.refresh_token:
                raise UnauthorizedError(f"{self._server} refuses your login", hints=[LOG_IN])
            was_refused = True

    async def _found(self) -> Login:
        """The login as it is kept now; another program may have renewed or ended it."""
        found = await asyncio.to_thread(self._credentials.find, self._server)
        if found is None:
            raise not_logged_in(self._server)
        return found

    async def _renewed(self, login: Login, answer: httpx.Response) -> Login:
        """The login that the server gives for the one before, kept at once; what it refuses is kept no more."""
        if answer.status_code in REFUSED and word_of(answer) == "invalid_grant":
            await asyncio.to_thread(self._credentials.forget, self._server)
            raise UnauthorizedError(f"Your login to {self._server} has ended", hints=[LOG_IN])
        renewed = login_of(self._server, answer)
        await asyncio.to_thread(self._credentials.keep, renewed)
        return renewed


def login_of(server: str, answer: httpx.Response) -> Login:
    """The login that a server grants; an answer that grants none is one to try again later."""
    try:
        token = TokenRead.model_validate_json(answer.content if answer.is_success else b"")
        token_of(token.access_token)
        ends = datetime.now(UTC) + timedelta(seconds=token.expires_in)
    except (ValidationError, UnauthorizedError, OverflowError):
        raise UnreachableError(
            f"{server} answered {answer.status_code} to the login",
            hints=["try again in a moment"],
        ) from None
    return Login(
        server=server,
        access_token=token.access_token,
        refresh_token=token.refresh_token,
        expires_at=ends,
        scope=token.scope,
    )


def word_of(answer: httpx.Response) -> str:
    """The word for which a server refuses, as the RFCs have it; empty where somebody else answers, as a proxy."""
    try:
        return OAuthErrorRead.model_validate_json(answer.content).error
    except ValidationError:
        return ""


def refresh_request(login: Login) -> httpx.Request:
    """Asks for the next tokens of a login."""
    form = {"grant_type": "refresh_token", "refresh_token": login.refresh_token or ""}
    return httpx.Request("POST", login.server + TOKEN, data={**form, "client_id": CLIENT})


def revoke_request(login: Login) -> httpx.Request:
    """Asks for the end of a login."""
    form = {"token": login.refresh_token or "", "client_id": CLIENT}
    return httpx.Request("POST", login.server + REVOKE, data=form)


def token_of(text: str) -> str:
    """A token as it may stand in a header."""
    if not (text and text.isascii() and text.isprintable() and " " not in text):
        raise UnauthorizedError("WORKOUT_TOKEN is not a token", hints=[HINT])
    return text


def _show(request: httpx.Request, token: str) -> None:
    request.headers["Authorization"] = f"Bearer {token}"
