"""Takes a command to the services and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from workout_cli.current import FAULTS as FAULTS
from workout_cli.current import SETTINGS as SETTINGS
from workout_cli.current import WROTE as WROTE
from workout_core.backend import open_backend
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from workout_core.backend import Backend
    from workout_core.config import Settings
    from workout_core.services import Services

T = TypeVar("T")


def call(use: Callable[[Services], Awaitable[T]]) -> T:
    """What `use` returns, having changed something with the services; an error undoes all that it did."""
    done = _run(use, SETTINGS.get(), readonly=False)
    WROTE.set(True)
    return done


def ask(use: Callable[[Services], Awaitable[T]]) -> T:
    """What `use` returns, having only read."""
    return _run(use, SETTINGS.get(), readonly=True)


def call_on(settings: Settings, use: Callable[[Services], Awaitable[T]]) -> T:
    """What `use` returns, having changed something in another database than that of the user's settings."""
    return _run(use, settings, readonly=False)


def carry(use: Callable[[Backend], Awaitable[T]], *, wrote: bool = True) -> T:
    """What `use` returns, having carried files to a backend, or from it."""
    backend = open_backend(SETTINGS.get())

    async def carried() -> T:
        try:
            return await use(backend)
        finally:
            await backend.close()

    try:
        done = backend.run(carried())
    except ValidationError as error:
        raise InvalidError.from_pydantic(error) from error
    WROTE.set(WROTE.get() or wrote)
    return done


def _run(use: Callable[[Services], Awaitable[T]], settings: Settings, *, readonly: bool) -> T:
    backend = open_backend(settings)
    try:
        return backend.run(_use(backend, use, readonly=readonly))
    except ValidationError as error:
        raise InvalidError.from_pydantic(error) from error


async def _use(backend: Backend, use: Callable[[Services], Awaitable[T]], *, readonly: bool) -> T:
    try:
        async with backend.services(readonly=readonly) as services:
            return await use(services)
    finally:
        await backend.close()
