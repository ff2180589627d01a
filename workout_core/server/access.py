"""Whose request it is: a bearer token opens its user's services."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from anyio import to_thread
from fastapi import Security
from fastapi.openapi.models import OAuthFlowAuthorizationCode, OAuthFlows
from fastapi.security import HTTPBearer, OAuth2
from fastapi.security.utils import get_authorization_scheme_param

from workout_core.accounts.tokens import note_use
from workout_core.auth.bearer import identify, require
from workout_core.auth.schemas import AUTHORIZE, TOKEN
from workout_core.auth.scopes import SCOPES
from workout_core.db.backend import keep, services_on
from workout_core.db.embedded import drive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from fastapi import Request

    from workout_core.accounts.owner import Actor
    from workout_core.auth.authority import Authority
    from workout_core.auth.keys import Keys
    from workout_core.auth.scopes import Needs, Scope
    from workout_core.db.backend import LocalBackend, LocalServices
    from workout_core.db.executor import Database, Executor

T = TypeVar("T")
E = TypeVar("E", bound="Callable[..., Any]")
BEARER: Final = HTTPBearer(
    scheme_name="token",
    auto_error=False,
    description="A token of `workout token create`, of a login, or of `workout serve`, which reaches everything.",
)
LOGIN: Final = OAuth2(
    scheme_name="login",
    auto_error=False,
    description="A login of `workout login`, where the server has logins.",
    flows=OAuthFlows(
        authorizationCode=OAuthFlowAuthorizationCode(
            authorizationUrl=AUTHORIZE, tokenUrl=TOKEN, refreshUrl=TOKEN, scopes={**SCOPES}
        )
    ),
)


class Shown(NamedTuple):
    """What a request shows, the keys by which a login is known, and the scopes that it needs."""

    token: str | None
    keys: Keys | None
    needs: Needs


def shown(request: Request) -> Shown:
    """What a request shows for what it asks."""
    scheme, token = get_authorization_scheme_param(request.headers.get("authorization"))
    authority: Authority | None = getattr(request.app.state, "authority", None)
    return Shown(
        token if scheme.lower() == "bearer" else None,
        authority.keys if authority else None,
        request.scope["endpoint"].needs,
    )


def reaching(*needs: Scope) -> Callable[[E], E]:
    """For an endpoint: the scopes that a token must have for it. One that says nothing answers nobody."""

    def said(endpoint: E) -> E:
        vars(endpoint)["needs"] = needs
        return endpoint

    return said


def security(endpoint: Any) -> list[Any]:
    """How the description of the API says which tokens an endpoint takes, with which scopes."""
    return [Security(each, scopes=[*endpoint.needs]) for each in (BEARER, LOGIN)]


@asynccontextmanager
async def services_of(
    database: Database, asking: Shown, *, readonly: bool = False
) -> AsyncIterator[LocalServices]:
    """The services of the user whose token it is; nobody takes a turn to write before the token is known."""
    if readonly:
        async with database.transaction(readonly=True) as executor:
            actor = await _allowed(executor, asking)
            async with services_on(executor, actor, readonly=True) as services:
                yield services
        await keep(database, actor, services.worked_out)
        await note_use(database, actor)
        return
    async with database.transaction(readonly=True) as executor:
        actor = await _allowed(executor, asking)
    await note_use(database, actor)
    async with (
        database.transaction() as executor,
        services_on(executor, actor) as services,
    ):
        yield services


async def _allowed(executor: Executor, asking: Shown) -> Actor:
    """Who asks, if they may."""
    actor = await identify(executor, asking.token, asking.keys)
    require(actor, asking.needs)
    return actor


async def perform(backend: LocalBackend, work: Coroutine[Any, Any, T]) -> T:
    """What the work returns; on a database that blocks it is done in a worker thread."""
    if backend.database.blocks:
        return await to_thread.run_sync(drive, work)
    return await work


async def require_token(request: Request) -> None:
    """Refuse a request whose token nobody has, or does not reach so far."""
    backend: LocalBackend = request.app.state.backend
    asking = shown(request)

    async def look() -> None:
        async with backend.database.transaction(readonly=True) as executor:
            await _allowed(executor, asking)

    await perform(backend, look())
