"""The services, off the event loop: no screen ever waits for a disk or a network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError

from workout_core.backend import open_backend
from workout_core.errors import InvalidError
from workout_core.operations.schemas import UndoRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from workout_core.backend import Backend
    from workout_core.config import Settings
    from workout_core.services import Services

T = TypeVar("T")
THREADS: Final = 4


class Library:
    """The services of some settings, opened when they are first asked."""

    def __init__(self, settings: Settings) -> None:
        self.changes = 0  # that were made here
        self._settings = settings
        self._threads = ThreadPoolExecutor(THREADS, "workout")
        self._opening = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._backend: Backend | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def ask(self, use: Callable[[Services], Awaitable[T]]) -> T:
        """What `use` returns, having only read."""
        return await self._done(use, readonly=True)

    async def call(self, use: Callable[[Services], Awaitable[T]]) -> T:
        """What `use` returns, having changed something; after whatever was called before."""
        async with self._writing:
            done = await self._done(use, readonly=False)
        self.changes += 1
        return done

    async def undo(self, instead: Callable[[], Awaitable[str | None]]) -> str:
        """Undo the last change, and tell what it was; or do something `instead`, once it is its turn."""
        async with self._writing:
            if told := await instead():
                return told
            request = UndoRequest()
            done = await self._done(
                lambda services: services.operations.undo(request), readonly=False
            )
        self.changes += 1
        return "\n".join(f"Undone: {each.summary}" for each in done.items)

    async def redo(self) -> str:
        """Make again what was undone, and tell what it was."""
        done = await self.call(lambda services: services.operations.redo(UndoRequest()))
        return "\n".join(f"Made again: {each.summary}" for each in done.items)

    async def settled(self) -> None:
        """Wait until what was called so far is done."""
        async with self._writing:
            pass

    async def close(self) -> None:
        """Give back what is held open."""
        if self._backend:
            await self._run(self._backend, self._backend.close)
        if self._loop:
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _done(self, use: Callable[[Services], Awaitable[T]], *, readonly: bool) -> T:
        backend = await self._opened()
        try:
            return await self._run(backend, lambda: _used(backend, use, readonly=readonly))
        except ValidationError as error:
            raise InvalidError.from_pydantic(error) from error

    async def _run(self, backend: Backend, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What the work returns: in a thread of the pool where it blocks, else on a loop of its own.

        It is begun there, so that what nobody waits for any more need not begin.
        """
        running = asyncio.get_running_loop()
        if self._loop is None:
            return await running.run_in_executor(self._threads, lambda: backend.run(work()))
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), self._loop))

    async def _opened(self) -> Backend:
        async with self._opening:
            if self._backend is None:
                running = asyncio.get_running_loop()
                # Its libraries are imported there, too.
                backend = await running.run_in_executor(
                    self._threads, partial(open_backend, self._settings, patient=False)
                )
                if backend.waits:
                    self._loop = _loop_of_its_own()
                self._backend = backend
            return self._backend


async def _used(backend: Backend, use: Callable[[Services], Awaitable[T]], *, readonly: bool) -> T:
    async with backend.services(readonly=readonly) as services:
        return await use(services)


def _loop_of_its_own() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="workout-loop", daemon=True).start()
    return loop
