"""All that a server with logins needs beside its database."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from workout_core.auth.issuer import Issuer
from workout_core.auth.keys import Keys
from workout_core.auth.limits import Limit
from workout_core.auth.repository import LoginRepository
from workout_core.server.access import perform

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from workout_core.auth.settings import LoginSettings
    from workout_core.db.backend import LocalBackend

T = TypeVar("T")
# How many times, and within how many seconds.
GUESSES: Final = (5, 300)
TOKENS: Final = (30, 60)
DEVICES: Final = (10, 60)


class Authority:
    """A server's settings of logins, its keys and its issuer."""

    def __init__(
        self,
        settings: LoginSettings,
        backend: LocalBackend,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.keys = Keys(settings)
        self.issuer = Issuer(settings, transport)
        self.guesses = Limit(
            *GUESSES, clock
        )  # a code of eight letters is not to be found by trying
        self.tokens = Limit(*TOKENS, clock)
        self.devices = Limit(*DEVICES, clock)
        self._backend = backend

    async def run(
        self, work: Callable[[LoginRepository], Awaitable[T]], *, readonly: bool = False
    ) -> T:
        """What some work returns that is done in one transaction."""

        async def run() -> T:
            async with self._backend.database.transaction(readonly=readonly) as executor:
                return await work(LoginRepository(executor, datetime.now(UTC)))

        return await perform(self._backend, run())
