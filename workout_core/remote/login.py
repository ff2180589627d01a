"""Logging in to a server, out again, and what is known of that here; imported only when somebody does so."""

from __future__ import annotations

import asyncio
import platform
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol, Self, TypeAlias
from urllib.parse import urlencode

import httpx
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from pydantic import ValidationError

from workout_core.auth.schemas import (
    CLIENT,
    DEVICE_CODE_GRANT,
    METADATA,
    DeviceCodeRead,
    ServerMetadata,
)
from workout_core.errors import (
    ConfigError,
    ForbiddenError,
    UnauthorizedError,
    UnreachableError,
    WorkoutError,
)
from workout_core.remote.backend import server_of
from workout_core.remote.bearer import REFUSED, login_of, revoke_request, token_of, word_of
from workout_core.remote.client import NOT_OURS, TIMEOUT, answered
from workout_core.remote.credentials import LOG_IN, Login
from workout_core.remote.lock import alone
from workout_core.remote.loopback import listening
from workout_core.routers import PREFIX
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping

    from workout_core.remote.credentials import Credentials, Place
    from workout_core.remote.ways import Way

Scopes: TypeAlias = "Iterable[str]"
LIMIT_S: Final = 600.0  # as long as a server remembers who is signing in
LEAVE_S: Final = 5.0
LONGEST_PAUSE_S: Final = 60
LONGEST_NAME: Final = 64
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
SLOW_DOWN_S: Final = 5
PENDING: Final = {"authorization_pending": 0, "slow_down": SLOW_DOWN_S}


class Guide(Protocol):
    """Leads a person through a login."""

    def page(self, url: str) -> None:
        """Open a page in the browser, or say where it is."""

    def code(self, started: DeviceCodeRead) -> None:
        """Say which code is to be typed, and where."""


class Visit:
    """A server that somebody logs in to or out of."""

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.server = server_of(url)
        self.http = httpx.AsyncClient(timeout=TIMEOUT, transport=transport)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def log_in(self, way: Way, guide: Guide, scopes: Scopes = ()) -> Login:
        """A new login, once a person has agreed in a browser; without scopes it has the usual ones."""
        metadata = await self.metadata()
        if way == "browser":
            return await self.by_browser(metadata, guide, scopes)
        return await self.by_device(metadata, guide, scopes=scopes)

    async def by_browser(
        self,
        metadata: ServerMetadata,
        guide: Guide,
        scopes: Scopes = (),
        limit_s: float = LIMIT_S,
    ) -> Login:
        """A login by a browser on this machine, which brings a code back (RFC 8252, with PKCE)."""
        verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
        with listening(state=state, issuer=metadata.issuer) as waiting:
            query = {
                "response_type": "code",
                "client_id": CLIENT,
                "redirect_uri": waiting.redirect_uri,
                "state": state,
                "code_challenge": create_s256_code_challenge(verifier),
                "code_challenge_method": "S256",
                "device_name": device_name(),
                "scope": " ".join(scopes),
            }
            guide.page(f"{metadata.authorization_endpoint}?{urlencode(query)}")
            try:
                answer = await waiting.answer(limit_s)
            except TimeoutError:
                raise UnauthorizedError(
                    "Nobody logged in in the browser in time", hints=["workout login --device"]
                ) from None
        if "error" in answer:
            raise _refusal(self.server, answer["error"])
        return await self._exchange(
            metadata,
            grant_type="authorization_code",
            code=answer["code"],
            redirect_uri=waiting.redirect_uri,
            code_verifier=verifier,
        )

    async def by_device(
        self,
        metadata: ServerMetadata,
        guide: Guide,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
        scopes: Scopes = (),
    ) -> Login:
        """A login by any browser, in which a person types the code that is shown here (RFC 8628)."""
        started = await self._start_device(metadata, scopes)
        guide.code(started)
        form = {"grant_type": DEVICE_CODE_GRANT, "device_code": started.device_code}
        interval, left = min(max(1, started.interval), LONGEST_PAUSE_S), started.expires_in
        while left > 0:
            await pause(interval)
            left -= interval
            try:
                answer = await self._post(metadata.token_endpoint, form)
            except UnreachableError:
                interval = min(interval * 2, LONGEST_PAUSE_S)
                continue
            if answer.is_success:
                return login_of(self.server, answer)
            interval += self._longer(answer)
        raise _refusal(self.server, "expired_token")

    def _longer(self, answer: httpx.Response) -> int:
        """By how many seconds to ask more seldom; a refusal is raised."""
        error = word_of(answer)
        if error in PENDING:
            return PENDING[error]
        if answer.is_server_error or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            return SLOW_DOWN_S
        raise self._refused(answer)

    async def check(self, token: str) -> Login:
        """A token that somebody was given, as a login, if the server knows it."""
        request = self.http.build_request(
            "GET",
            f"{self.server}{PREFIX}/profile",
            headers={"Authorization": f"Bearer {token_of(token)}"},
        )
        answer = await answered(self.http, request)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise UnauthorizedError(
                f"{self.server} does not know the token", hints=["workout serve --new-token"]
            )
        if not answer.is_success and answer.status_code != httpx.codes.FORBIDDEN:
            raise UnreachableError(f"{self.server} answered {answer.status_code}", hints=[NOT_OURS])
        return Login(server=self.server, access_token=token)

    async def revoke(self, login: Login) -> None:
        """End a login on its server; a personal token lasts on."""
        if login.refresh_token:
            answer = await answered(self.http, revoke_request(login))
            if not answer.is_success:
                raise UnreachableError(f"{self.server} answered {answer.status_code}")

    async def leave(self, login: Login, limit_s: float = LEAVE_S) -> None:
        """End a login in whose place there is another, if the server hears of it soon; nobody misses it."""
        with suppress(WorkoutError, TimeoutError):
            async with asyncio.timeout(limit_s):
                await self.revoke(login)

    async def metadata(self) -> ServerMetadata:
        """Where to log in; a server that says it of another, or that others could listen to, is not asked."""
        url = httpx.URL(self.server)
        if url.scheme != "https" and url.host not in LOOPBACK:
            raise ConfigError(
                "A login crosses a network only encrypted", hints=[f"https://{url.netloc.decode()}"]
            )
        answer = await self._get(self.server + METADATA)
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise ConfigError(
                f"{self.server} has no logins, only tokens",
                hints=["workout login --token-stdin, with the token of `workout serve`"],
            )
        try:
            found = ServerMetadata.model_validate_json(answer.content if answer.is_success else b"")
        except ValidationError:
            raise UnreachableError(
                f"{self.server} answered, but not as a workout server", hints=[NOT_OURS]
            ) from None
        if found.issuer.rstrip("/") != self.server:
            raise ConfigError(
                f"{self.server} calls itself {clean(found.issuer)[:200]}",
                hints=["workout login --server, with the address that it calls itself"],
            )
        endpoints = (
            found.authorization_endpoint,
            found.token_endpoint,
            found.device_authorization_endpoint,
        )
        if not all(each.startswith(f"{self.server}/") for each in endpoints):
            raise ConfigError(f"{self.server} sends its logins elsewhere", hints=[NOT_OURS])
        return found

    async def _start_device(self, metadata: ServerMetadata, scopes: Scopes) -> DeviceCodeRead:
        form = {"device_name": device_name(), "scope": " ".join(scopes)}
        answer = await self._post(metadata.device_authorization_endpoint, form)
        try:
            return DeviceCodeRead.model_validate_json(answer.content if answer.is_success else b"")
        except ValidationError:
            raise self._refused(answer) from None

    async def _exchange(self, metadata: ServerMetadata, **form: str) -> Login:
        answer = await self._post(metadata.token_endpoint, form)
        if not answer.is_success:
            raise self._refused(answer)
        return login_of(self.server, answer)

    def _refused(self, answer: httpx.Response) -> WorkoutError:
        """Why an answer of the server grants nothing."""
        error = word_of(answer)
        if error and answer.status_code in REFUSED:
            return _refusal(self.server, error)
        return UnreachableError(
            f"{self.server} answered {answer.status_code} to the login",
            hints=["try again in a moment"],
        )

    async def _get(self, url: str) -> httpx.Response:
        return await answered(self.http, self.http.build_request("GET", url))

    async def _post(self, url: str, form: Mapping[str, str]) -> httpx.Response:
        data = {"client_id": CLIENT, **form}
        return await answered(self.http, self.http.build_request("POST", url, data=data))


def log_in(
    url: str, way: Way, guide: Guide, scopes: Scopes, credentials: Credentials, place: Place
) -> Login:
    """A new login to a server, kept in a place."""

    async def use(visit: Visit) -> Login:
        return await visit.log_in(way, guide, scopes)

    return asyncio.run(_kept(url, use, credentials, place))


def log_in_with(url: str, token: str, credentials: Credentials, place: Place) -> Login:
    """A token as the login to a server that knows it, kept in a place."""
    return asyncio.run(_kept(url, lambda visit: visit.check(token), credentials, place))


def log_out(url: str, credentials: Credentials) -> bool:
    """End the login to a server, there and here; whether there was one."""
    return asyncio.run(_ended(url, credentials))


def device_name() -> str:
    """What this machine calls itself, for the page on which a person agrees."""
    return platform.node()[:LONGEST_NAME]


async def _kept(
    url: str,
    use: Callable[[Visit], Awaitable[Login]],
    credentials: Credentials,
    place: Place,
) -> Login:
    async with Visit(url) as visit:
        login = await use(visit)
        async with alone(credentials.lock):
            before = _held(visit.server, credentials)
            credentials.keep(login, place)
        if before:
            await visit.leave(before)
        return login


def _held(server: str, credentials: Credentials) -> Login | None:
    """The login that is about to be replaced; one that is out of reach keeps nobody from another."""
    with suppress(WorkoutError):
        return credentials.find(server)
    return None


async def _ended(url: str, credentials: Credentials) -> bool:
    async with Visit(url) as visit, alone(credentials.lock):
        login = credentials.find(visit.server)
        credentials.forget(visit.server)
        if login is None:
            return False
        try:
            await visit.revoke(login)
        except UnreachableError as error:
            raise UnreachableError(
                f"Logged out here, but {visit.server} could not be told",
                hints=["there the login ends when nobody has used it for 90 days"],
            ) from error
        return True


def _refusal(server: str, error: str) -> WorkoutError:
    """A refusal, as a person understands it."""
    if error == "access_denied":
        return ForbiddenError("The login was denied in the browser", hints=[LOG_IN])
    if error == "expired_token":
        return UnauthorizedError("Nobody confirmed the code in time", hints=[LOG_IN])
    return UnauthorizedError(f"{server} refused the login: {clean(error)[:60]}", hints=[LOG_IN])
