"""How a workout server is: whether it answers, of which version it is, and whether it takes the token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx

from workout_core import __version__
from workout_core.checks import CheckRead, failed, ok, problem, warning
from workout_core.remote.backend import address_of, server_of
from workout_core.remote.bearer import HINT
from workout_core.remote.client import NOT_OURS, unreachable
from workout_core.remote.credentials import LOG_IN, credentials_of
from workout_core.routers import PREFIX
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER_S: Final = 3.0
ASKED: Final = f"{PREFIX}/exercises".lstrip("/")


def check_server(url: str, token: str | None) -> Iterator[CheckRead]:
    """Everything about a server."""
    address = address_of(url)
    with httpx.Client(base_url=address, timeout=ANSWER_S, follow_redirects=False) as http:
        try:
            health = http.get("healthz")
        except httpx.RequestError as error:
            yield failed("server", unreachable(error.request, error))
            return
        version = _version(health)
        if version is None:
            yield problem("server", f"{address.host} is no workout server", NOT_OURS)
            return
        told = f"{address.host} answers, version {clean(version)}"
        if version.split(".")[:2] == __version__.split(".")[:2]:
            yield ok("server", told)
        else:
            yield warning("server", f"{told}; this is {__version__}", "upgrade the older of both")
        yield _secret(http, url, token)


def _secret(http: httpx.Client, url: str, token: str | None) -> CheckRead:
    """The token that is shown; that of a login which has to be renewed first is not tried, so that nothing changes."""
    if token is None:
        login = credentials_of().find(server_of(url))
        if login is None:
            return problem("token", "none, and no login", LOG_IN)
        if login.is_stale:
            return ok("token", "of the login, renewed by the next command")
        token = login.access_token
    if not (token.isascii() and token.isprintable()):
        return problem("token", "is none", HINT)
    try:
        answer = http.get(ASKED, params={"size": 1}, headers={"Authorization": f"Bearer {token}"})
    except httpx.HTTPError:
        return problem("token", "the server did not answer in time")
    if answer.is_success or answer.status_code == httpx.codes.FORBIDDEN:  # known, for other things
        return ok("token", "the server takes it")
    return problem("token", f"the server refuses it ({answer.status_code})", HINT)


def _version(answer: httpx.Response) -> str | None:
    try:
        return str(answer.json()["version"]) if answer.is_success else None
    except (ValueError, KeyError, TypeError):
        return None
