"""Work for the services, off the event loop: no screen ever waits for a disk or a network.

Context: an exclusive worker that is started anew ends the one before it, which is right for reading (the last look
wins) and loses sets when writing. Decision: `reads` is exclusive by method, `writes` never is, and changes are made
one after another in the order in which they were asked for. A known error is told to the user and ends nothing; any
other ends the app, with its traceback.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import update_wrapper
from threading import Thread
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar, cast

from pydantic import ValidationError

from workout_core.backend import open_backend
from workout_core.errors import InvalidError, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from textual.dom import DOMNode
    from textual.worker import Worker

    from workout_cli.tui.app import WorkoutApp
    from workout_core.backend import Backend
    from workout_core.config import Settings
    from workout_core.services import Services

T = TypeVar("T")
P = ParamSpec("P")
THREADS: Final = 4


class Library:
    """The services of some settings, opened when they are first asked."""

    def __init__(self, settings: Settings) -> None:
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
            return await self._done(use, readonly=False)

    async def close(self) -> None:
        """Give back what is held open."""
        if self._backend:
            await self._run(self._backend, self._backend.close())
        if self._loop:
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _done(self, use: Callable[[Services], Awaitable[T]], *, readonly: bool) -> T:
        backend = await self._opened()
        try:
            return await self._run(backend, _used(backend, use, readonly=readonly))
        except ValidationError as error:
            raise InvalidError.from_pydantic(error) from error

    async def _run(self, backend: Backend, work: Coroutine[Any, Any, T]) -> T:
        """What the work returns: in a thread of the pool where it blocks, else on a loop of its own."""
        if self._loop is None:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, backend.run, work
            )
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    async def _opened(self) -> Backend:
        async with self._opening:
            if self._backend is None:
                running = asyncio.get_running_loop()
                # Its libraries are imported there, too.
                backend = await running.run_in_executor(self._threads, open_backend, self._settings)
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


async def aside(work: Callable[[], T]) -> T:
    """What a function returns that may wait for long, in a thread that the program's end does not wait for."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()
    context = copy_context()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error:
            done.set_exception(error)
        else:
            done.set_result(cast("T", result))

    def run() -> None:
        result: T | None = None
        fault: BaseException | None = None
        try:
            result = context.run(work)
        except BaseException as error:
            fault = error
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(settle, result, fault)

    Thread(target=run, name="workout-aside", daemon=True).start()
    return await done


H = TypeVar("H", bound="DOMNode")


def reads(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[H, P], None]:
    """A method that reads: started anew, it forgets what it was about to read."""
    return _worker(method, exclusive=True)


def fetches(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[H, P], None]:
    """A method that reads a part of something, as a page of a list: every call of it is done."""
    return _worker(method, exclusive=False)


def writes(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[H, P], None]:
    """A method that changes something: every call of it is done."""
    return _worker(method, exclusive=False)


def _worker(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]], *, exclusive: bool
) -> Callable[Concatenate[H, P], None]:
    def start(host: H, /, *args: P.args, **kwargs: P.kwargs) -> None:
        async def work() -> None:
            try:
                await method(host, *args, **kwargs)
            except WorkoutError as error:
                cast("WorkoutApp", host.app).tell(error)

        _: Worker[None] = host.run_worker(work, group=method.__qualname__, exclusive=exclusive)

    return update_wrapper(start, method)
