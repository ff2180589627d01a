"""All that a server with logins needs beside its database."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from workout_core.auth.issuer import Issuer
from workout_core.auth.keys import Keys
from workout_core.auth.repository import LoginRepository
from workout_core.server.access import perform

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from workout_core.auth.settings import LoginSettings
    from workout_core.db.backend import LocalBackend

T = TypeVar("T")
GUESSES: Final = 5
GUESSES_S: Final = 300


class Guesses:
    """Who typed wrong codes lately; a code of eight letters is not to be found by trying."""

    def __init__(self) -> None:
        self._wrong: dict[int, list[float]] = {}

    def are_too_many(self, user: int) -> bool:
        """Whether a user has to wait."""
        since = time.monotonic() - GUESSES_S
        return sum(each > since for each in self._wrong.get(user, ())) >= GUESSES

    def was_wrong(self, user: int) -> None:
        """Keep that a user typed what is no code."""
        self._wrong[user] = [*self._wrong.get(user, [])[-GUESSES:], time.monotonic()]


class Authority:
    """A server's settings of logins, its keys and its issuer."""

    def __init__(
        self,
        settings: LoginSettings,
        backend: LocalBackend,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self.settings = settings
        self.keys = Keys(settings)
        self.issuer = Issuer(settings, transport)
        self.guesses = Guesses()
        self._backend = backend

    async def run(
        self, work: Callable[[LoginRepository], Awaitable[T]], *, readonly: bool = False
    ) -> T:
        """What some work returns that is done in one transaction."""

        async def run() -> T:
            async with self._backend.database.transaction(readonly=readonly) as executor:
                return await work(LoginRepository(executor, datetime.now(UTC)))

        return await perform(self._backend, run())
