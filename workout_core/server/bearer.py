"""The token that comes with a request, and work on the database where it may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from anyio import to_thread
from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from workout_core.db.embedded import drive
from workout_core.server.access import services_of

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from fastapi import Request

    from workout_core.db.backend import LocalBackend

T = TypeVar("T")

bearer = HTTPBearer(auto_error=False, description="A token of `workout serve`.")
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]


def token_of(credentials: HTTPAuthorizationCredentials | None) -> str | None:
    """The token that came with a request."""
    return credentials.credentials if credentials else None


async def perform(backend: LocalBackend, work: Coroutine[Any, Any, T]) -> T:
    """What the work returns: from a worker thread where the database blocks."""
    if backend.database.blocks:
        return await to_thread.run_sync(drive, work)
    return await work


async def require_token(request: Request) -> None:
    """Refuse a request whose token the server does not know."""
    backend: LocalBackend = request.app.state.backend
    token = token_of(await bearer(request))

    async def look() -> None:
        async with services_of(backend.database, token, readonly=True):
            pass

    await perform(backend, look())
