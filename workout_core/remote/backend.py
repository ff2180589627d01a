"""The services behind a server."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from workout_core.errors import ConfigError, UnauthorizedError
from workout_core.remote.client import TIMEOUT, remote_service
from workout_core.routers import ROUTERS
from workout_core.services import Services

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

T = TypeVar("T")


class RemoteBackend:
    """Each operation is a request, and a transaction of its own."""

    def __init__(
        self, url: str, *, token: str | None, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        if not url.startswith(("http://", "https://")):
            raise ConfigError(
                f"server_url must begin with http:// or https://, and is {url!r}",
                hints=["http://127.0.0.1:8000"],
            )
        if not token:
            raise UnauthorizedError(
                "No token for the server",
                hints=["set WORKOUT_TOKEN to what `workout serve` printed"],
            )
        self.http = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=TIMEOUT,
            transport=transport,
            follow_redirects=False,
        )

    @asynccontextmanager
    async def services(self, *, readonly: bool = False) -> AsyncIterator[Services]:
        """The services; nothing is sent until one is asked."""
        yield Services(
            **{name: remote_service(router, self.http) for name, router in ROUTERS.items()}
        )

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work)

    async def close(self) -> None:
        await self.http.aclose()
