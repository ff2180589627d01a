"""Whose request it is: a bearer token opens its user's services."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from anyio import to_thread
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from workout_core.auth.bearer import identify
from workout_core.db.backend import keep, services_on
from workout_core.db.embedded import drive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from workout_core.auth.authority import Authority
    from workout_core.auth.keys import Keys
    from workout_core.db.backend import LocalBackend, LocalServices
    from workout_core.db.executor import Database

T = TypeVar("T")
BEARER: Final = HTTPBearer(
    auto_error=False, description="A token of `workout login`, or of `workout serve`."
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]


def token_of(credentials: HTTPAuthorizationCredentials | None) -> str | None:
    """The secret that a request presents."""
    return credentials.credentials if credentials else None


def keys_of(request: Request) -> Keys | None:
    """The keys by which this server verifies the tokens of logins; None where it has no logins."""
    authority: Authority | None = getattr(request.app.state, "authority", None)
    return authority.keys if authority else None


@asynccontextmanager
async def services_of(
    database: Database, token: str | None, keys: Keys | None, *, readonly: bool = False
) -> AsyncIterator[LocalServices]:
    """The services of the user whose token it is; nobody takes a turn to write before the token is known."""
    if readonly:
        async with database.transaction(readonly=True) as executor:
            actor = await identify(executor, token, keys)
            async with services_on(executor, actor, readonly=True) as services:
                yield services
        await keep(database, actor, services.worked_out)
        return
    async with database.transaction(readonly=True) as executor:
        actor = await identify(executor, token, keys)
    async with (
        database.transaction() as executor,
        services_on(executor, actor) as services,
    ):
        yield services


async def perform(backend: LocalBackend, work: Coroutine[Any, Any, T]) -> T:
    """What the work returns; on a database that blocks it is done in a worker thread."""
    if backend.database.blocks:
        return await to_thread.run_sync(drive, work)
    return await work


async def require_token(request: Request) -> None:
    """Refuse a request whose token nobody has."""
    backend: LocalBackend = request.app.state.backend
    token = token_of(await BEARER(request))
    keys = keys_of(request)

    async def look() -> None:
        async with backend.database.transaction(readonly=True) as executor:
            await identify(executor, token, keys)

    await perform(backend, look())
