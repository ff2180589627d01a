"""Logging in to a server by a browser on this machine, or by a code; what comes back is believed of nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.clients import Person, client, transport_of, visit
from tests.logins import PUBLIC, LoginServer, serving
from workout_core.auth.schemas import METADATA
from workout_core.errors import ConfigError, ForbiddenError, UnauthorizedError, UnreachableError
from workout_core.remote.credentials import Credentials, Login
from workout_core.remote.login import Visit
from workout_core.remote.loopback import Loopback, listening
from workout_core.remote.ways import usual_way

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from workout_core.db.backend import LocalBackend


@pytest.fixture
async def server(sqlite: LocalBackend, tmp_path: Path) -> AsyncIterator[LoginServer]:
    async with serving(sqlite, tmp_path) as made:
        yield made


@pytest.fixture
def credentials(tmp_path: Path) -> Credentials:
    return Credentials(tmp_path / "login", "file")


@pytest.fixture
async def person(server: LoginServer) -> Person:
    return Person(await server.browser())


async def may_read(server: LoginServer, credentials: Credentials, login: Login) -> bool:
    credentials.keep(login, "file")
    backend = client(server, credentials)
    async with backend.services() as services:
        await services.profile.get()
    await backend.close()
    return True


async def test_a_browser_brings_a_login_back(
    server: LoginServer, person: Person, credentials: Credentials
) -> None:
    async with visit(server) as here:
        login = await here.log_in("browser", person)
    assert (login.server, "workouts:write" in login.scope) == (PUBLIC, True)
    assert await may_read(server, credentials, login)


async def test_a_person_may_refuse(server: LoginServer) -> None:
    unwilling = Person(await server.browser(), ok="0")
    async with visit(server) as here:
        with pytest.raises(ForbiddenError, match="denied"):
            await here.log_in("browser", unwilling)


async def test_nobody_comes(server: LoginServer) -> None:
    class Nobody:
        def page(self, url: str) -> None: ...
        def code(self, started: object) -> None: ...

    async with visit(server) as here:
        with pytest.raises(UnauthorizedError, match="in time"):
            await here.by_browser(await here.metadata(), Nobody(), limit_s=0.01)


@pytest.mark.parametrize("way", ["browser", "device"])
async def test_a_login_reaches_as_far_as_it_asked(
    way: str, server: LoginServer, person: Person
) -> None:
    async with visit(server) as here:
        metadata, asked = await here.metadata(), ("workouts:read", "account:admin")
        if way == "browser":
            login = await here.by_browser(metadata, person, scopes=asked)
        else:
            login = await here.by_device(metadata, person, Pauses(n1=person.decide), asked)
    assert login.scope == "workouts:read account:admin"


class Pauses:
    """Waits no time, and does something after so many pauses; each would have taken so many seconds."""

    def __init__(self, **after: Any) -> None:
        self.waited: list[float] = []
        self._after = {int(name.removeprefix("n")): do for name, do in after.items()}

    async def __call__(self, seconds: float) -> None:
        self.waited.append(seconds)
        if do := self._after.get(len(self.waited)):
            await do()


async def test_a_code_is_confirmed_elsewhere(
    server: LoginServer, person: Person, credentials: Credentials
) -> None:
    pauses = Pauses(n3=person.decide)
    async with visit(server) as here:
        login = await here.by_device(await here.metadata(), person, pauses)
    assert pauses.waited == [5, 5, 10]  # it was asked sooner than that, in fact, and so more seldom
    assert await may_read(server, credentials, login)


async def test_a_code_is_refused_or_expires(server: LoginServer) -> None:
    unwilling = Person(await server.browser(), ok="0")
    async with visit(server) as here:
        metadata = await here.metadata()
        with pytest.raises(ForbiddenError, match="denied"):
            await here.by_device(metadata, unwilling, Pauses(n1=unwilling.decide))
        with pytest.raises(UnauthorizedError, match="in time"):
            await here.by_device(metadata, unwilling, Pauses())


async def test_a_lost_connection_is_waited_out(server: LoginServer, person: Person) -> None:
    class Cut(httpx.AsyncBaseTransport):
        times = 2

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/oauth/token" and self.times:
                self.times -= 1
                raise httpx.ConnectError("cut")
            return await whole.handle_async_request(request)

    whole = transport_of(server)
    async with Visit(PUBLIC, Cut()) as here:
        pauses = Pauses(n2=person.decide)
        await here.by_device(await here.metadata(), person, pauses)
    assert pauses.waited == [5, 10, 20]


@pytest.mark.parametrize(
    ("changed", "kind", "told"),
    [
        ({"issuer": "https://other.test"}, ConfigError, "calls itself https://other.test"),
        ({"token_endpoint": "https://other.test/oauth/token"}, ConfigError, "elsewhere"),
        ({"authorization_endpoint": f"{PUBLIC}.other.test/"}, ConfigError, "elsewhere"),
        ({"issuer": 5}, UnreachableError, "workout server"),
        (None, ConfigError, "no logins"),
    ],
)
async def test_a_server_that_is_another(
    changed: dict[str, Any] | None, kind: type[Exception], told: str, server: LoginServer
) -> None:
    async with visit(server) as here:
        metadata = (await here.metadata()).model_dump()

    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.path == METADATA
        return (
            httpx.Response(404) if changed is None else httpx.Response(200, json=metadata | changed)
        )

    async with Visit(PUBLIC, httpx.MockTransport(answer)) as here:
        with pytest.raises(kind, match=told):
            await here.log_in("browser", Person(await server.browser()))


async def test_a_login_does_not_cross_a_network_readably() -> None:
    async with Visit(
        "http://workout.test", httpx.MockTransport(lambda _: httpx.Response(500))
    ) as here:
        with pytest.raises(ConfigError, match="encrypted"):
            await here.metadata()


GOOD = "/callback?code=c&state=s3cret&iss=https%3A%2F%2Fworkout.test"


@pytest.mark.parametrize(
    ("host", "target"),
    [
        ("localhost:5555", GOOD),
        ("evil.test", GOOD),
        (None, GOOD),
        ("127.0.0.1:5555", GOOD.replace("/callback", "/")),
        ("127.0.0.1:5555", "/favicon.ico"),
        ("127.0.0.1:5555", GOOD.replace("s3cret", "guess")),
        ("127.0.0.1:5555", GOOD.replace("s3cret", "%FF%00ü")),
        ("127.0.0.1:5555", GOOD.replace("workout.test", "other.test")),
        ("127.0.0.1:5555", GOOD.replace("&iss=", "&is=")),
        ("127.0.0.1:5555", GOOD.replace("code=c&", "")),
        ("127.0.0.1:5555", GOOD + "&code=d"),
        ("127.0.0.1:5555", GOOD + "&error=access_denied"),
        ("127.0.0.1:5555", GOOD + "&x=1" * 20),
        ("127.0.0.1:5555", "//[" + GOOD),
    ],
)
async def test_what_is_not_the_answer(host: str | None, target: str) -> None:
    waiting = Loopback(5555, state="s3cret", issuer=PUBLIC)
    assert waiting.accepts(host, target) is None
    assert waiting.accepts("127.0.0.1:5555", GOOD) == {
        "code": "c",
        "state": "s3cret",
        "iss": PUBLIC,
    }


async def test_a_wrong_answer_does_not_end_the_wait() -> None:
    with listening(state="s3cret", issuer=PUBLIC) as waiting:
        base = waiting.redirect_uri.removesuffix("/callback")
        async with httpx.AsyncClient() as http:
            assert (await http.get(base + GOOD.replace("s3cret", "guess"))).status_code == 400
            assert (await http.post(base + GOOD)).status_code == 501
            assert (await http.get(base + GOOD)).status_code == 200
        assert (await waiting.answer(5))["code"] == "c"


@pytest.mark.parametrize(
    ("environ", "platform", "way"),
    [
        ({}, "linux", "device"),
        ({"DISPLAY": ":0"}, "linux", "browser"),
        ({"WAYLAND_DISPLAY": "w"}, "linux", "browser"),
        ({"BROWSER": "w3m"}, "linux", "browser"),
        ({"SSH_TTY": "/dev/pts/1", "DISPLAY": ":10"}, "linux", "device"),
        ({"SSH_CONNECTION": "1 2 3 4"}, "darwin", "device"),
        ({}, "darwin", "browser"),
        ({}, "win32", "browser"),
    ],
)
def test_the_way_where_nobody_says_it(environ: dict[str, str], platform: str, way: str) -> None:
    assert usual_way(environ, platform) == way
