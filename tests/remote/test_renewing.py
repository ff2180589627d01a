"""A login lasts: it is renewed in time, by one program at a time, and ends when somebody ends it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.clients import client, transport_of, visit
from tests.core.attaching import FILM, attach, content_of, names
from tests.logins import PUBLIC, LoginServer, serving
from tests.undoing import log
from workout_core.errors import UnauthorizedError, UnreachableError
from workout_core.remote.backend import RemoteBackend
from workout_core.remote.credentials import Credentials, Login
from workout_core.remote.login import Visit, log_out

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from workout_core.db.backend import LocalBackend

PROGRAMS = 12
ROUNDS = 5


@pytest.fixture
async def server(sqlite: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(sqlite, tmp_path) as made:
        yield made


@pytest.fixture
async def credentials(server: LoginServer, tmp_path: Path) -> Credentials:
    """Of somebody who is logged in."""
    tokens = await (await server.browser()).log_in()
    kept = Credentials(tmp_path / "login", "file")
    ends = datetime.now(UTC) + timedelta(seconds=tokens["expires_in"])
    kept.keep(Login.model_validate({**tokens, "server": PUBLIC, "expires_at": ends}), "file")
    return kept


def current(credentials: Credentials) -> Login:
    login = credentials.find(PUBLIC)
    assert login
    return login


def change(credentials: Credentials, **changed: object) -> None:
    credentials.keep(current(credentials).model_copy(update=changed))


def expire(credentials: Credentials) -> None:
    change(credentials, expires_at=datetime.now(UTC) + timedelta(seconds=20))


async def use(backend: RemoteBackend) -> None:
    try:
        async with backend.services() as services:
            await services.profile.get()
    finally:
        await backend.close()


async def test_a_login_is_renewed_before_it_ends(
    server: LoginServer, credentials: Credentials
) -> None:
    before = current(credentials)
    await use(client(server, credentials))
    assert current(credentials) == before
    expire(credentials)
    await use(client(server, credentials))
    after = current(credentials)
    assert after.refresh_token != before.refresh_token
    assert after.expires_at
    assert not after.is_stale


async def test_a_refused_token_is_renewed_once(
    server: LoginServer, credentials: Credentials
) -> None:
    asked: list[str] = []

    class Told(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            asked.append(request.url.path)
            return await way.handle_async_request(request)

    way = transport_of(server)
    change(credentials, access_token="eyJ.not.ours")
    await use(RemoteBackend(PUBLIC, credentials=credentials, transport=Told()))
    assert asked == ["/api/v1/profile", "/oauth/token", "/api/v1/profile"]


async def test_a_file_is_sent_again_with_a_renewed_token(
    server: LoginServer, credentials: Credentials
) -> None:
    backend = client(server, credentials)
    workout = await log(backend, "bench 100x5")
    change(credentials, access_token="eyJ.not.ours")
    backend = client(server, credentials)
    file = await attach(backend, FILM, "a.mp4", workout_id=workout.id)
    assert await content_of(backend, file.id) == FILM
    assert await names(backend) == ["a.mp4"]
    await backend.close()


async def test_a_kept_token_that_is_refused_wants_a_login(
    server: LoginServer, credentials: Credentials
) -> None:
    change(credentials, access_token="wop_revoked", refresh_token=None, expires_at=None)
    with pytest.raises(UnauthorizedError, match="refuses") as refused:
        await use(client(server, credentials))
    assert refused.value.hints == ["workout login"]


async def test_many_programs_renew_one_login(server: LoginServer, credentials: Credentials) -> None:
    for _ in range(ROUNDS):
        expire(credentials)
        await asyncio.gather(*(use(client(server, credentials)) for _ in range(PROGRAMS)))
    assert not current(credentials).is_stale


async def test_logging_out_acts_on_the_next_request(
    server: LoginServer, credentials: Credentials
) -> None:
    other = client(server, credentials)
    copied = current(credentials)
    async with visit(server) as here:
        await here.revoke(copied)
    with pytest.raises(UnauthorizedError, match="ended"):
        await use(other)
    assert credentials.find(PUBLIC) is None
    with pytest.raises(UnauthorizedError, match="No login") as refused:
        client(server, credentials)
    assert refused.value.hints[0] == "workout login"


async def test_a_login_that_was_replaced_ends_if_it_can(
    server: LoginServer, credentials: Credentials
) -> None:
    class Silent(httpx.AsyncBaseTransport):
        async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
            return await asyncio.Future()

    def away(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("away")

    replaced = current(credentials)
    for way in (Silent(), httpx.MockTransport(away)):
        async with Visit(PUBLIC, way) as elsewhere:
            await elsewhere.leave(replaced, limit_s=0.01)
    await use(client(server, credentials))
    async with visit(server) as here:
        await here.leave(replaced)
    with pytest.raises(UnauthorizedError, match="ended"):
        await use(client(server, credentials))


def test_who_logs_out_of_a_server_that_is_down_is_told(tmp_path: Path) -> None:
    server, kept = "http://127.0.0.1:9", Credentials(tmp_path / "login", "file")
    kept.keep(Login(server=server, access_token="eyJ", refresh_token="wor_x"), "file")
    with pytest.raises(UnreachableError, match="could not be told"):
        log_out(server, kept)
    assert kept.find(server) is None
    assert not log_out(server, kept)


async def test_a_server_that_cannot_renew_now_costs_no_login(credentials: Credentials) -> None:
    expire(credentials)
    before = current(credentials)
    for status in (200, 400, 401, 429, 500, 503):
        answering = httpx.MockTransport(lambda _, status=status: httpx.Response(status, json={}))
        with pytest.raises(UnreachableError):
            await use(RemoteBackend(PUBLIC, credentials=credentials, transport=answering))
    assert current(credentials) == before


async def test_a_lost_answer_costs_no_login(server: LoginServer, credentials: Credentials) -> None:
    class Losing(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await way.handle_async_request(request)
            raise httpx.ReadError("lost")

    way = transport_of(server)
    expire(credentials)
    with pytest.raises(UnreachableError):
        await use(RemoteBackend(PUBLIC, credentials=credentials, transport=Losing()))
    await use(client(server, credentials))
    assert not current(credentials).is_stale


async def test_a_token_goes_to_its_own_server_only(credentials: Credentials) -> None:
    with pytest.raises(UnauthorizedError, match="https://other"):
        RemoteBackend("https://other.test", credentials=credentials)
