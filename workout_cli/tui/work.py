"""Methods of screens that read and write, as workers: no key ever waits for them.

Context: an exclusive worker that is started anew ends the one before it, which is right for reading (the last look
wins) and loses sets when writing. Decision: `reads` is exclusive by method, `writes` never is, and changes are made
one after another in the order in which they were asked for. A known error is told to the user and ends nothing; any
other ends the app, with its traceback.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from contextvars import copy_context
from functools import update_wrapper
from threading import Thread
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from workout_core.errors import WorkoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual.dom import DOMNode
    from textual.worker import Worker

    from workout_cli.tui.app import WorkoutApp

P = ParamSpec("P")
T = TypeVar("T")


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
    return _worker(method, exclusive=True, only_seen=True)


def fetches(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[H, P], None]:
    """A method that reads a part of something, as a page of a list: every call of it is done."""
    return _worker(method, exclusive=False, only_seen=True)


def writes(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[H, P], None]:
    """A method that changes something: every call of it is done."""
    return _worker(method, exclusive=False)


def _worker(
    method: Callable[Concatenate[H, P], Coroutine[Any, Any, None]],
    *,
    exclusive: bool,
    only_seen: bool = False,
) -> Callable[Concatenate[H, P], None]:
    """With `only_seen` an error is told where its screen is looked at; who goes to another one has it read anew."""

    def start(host: H, /, *args: P.args, **kwargs: P.kwargs) -> None:
        async def work() -> None:
            try:
                await method(host, *args, **kwargs)
            except WorkoutError as error:
                app = cast("WorkoutApp", host.app)
                if not only_seen or host.screen in app.screen_stack:
                    app.tell(error)

        _: Worker[None] = host.run_worker(work, group=method.__qualname__, exclusive=exclusive)

    return update_wrapper(start, method)
