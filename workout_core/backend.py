"""Where the services live: over a database in this process, or behind a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from workout_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from contextlib import AbstractAsyncContextManager

    from workout_core.attachments.files import Files
    from workout_core.config import Settings
    from workout_core.services import Services

T = TypeVar("T")


class Backend(Protocol):
    """Gives out the services, and runs what uses them; where it `waits`, that needs an event loop."""

    @property
    def waits(self) -> bool: ...

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """What the work returns: with an event loop where one is needed, in one go where none is."""

    def services(self, *, readonly: bool = False) -> AbstractAsyncContextManager[Services]:
        """The services in one transaction: committed on leaving, undone by an error.

        Behind a server each call is a transaction of its own, so what must be atomic is one method of a service.
        """

    @property
    def files(self) -> Files:
        """Carries the bytes of attachments, outside of any transaction."""

    async def close(self) -> None:
        """Give back what is held open."""


def open_backend(settings: Settings, *, patient: bool = True) -> Backend:
    """The backend that the settings ask for; only what it needs is imported.

    A face that keeps what was not heard is not patient: it says so at once, and tries again itself.
    """
    if settings.server_url:
        from workout_core.remote.backend import RemoteBackend

        return RemoteBackend(settings.server_url, token=settings.token, patient=patient)
    from workout_core.db.backend import LocalBackend

    if settings.database_path is not None:
        from workout_core.db.embedded import EmbeddedDatabase

        return LocalBackend(EmbeddedDatabase(settings.database_path), settings)
    if settings.database_url.startswith("postgresql"):
        from workout_core.db.engine import EngineDatabase

        return LocalBackend(EngineDatabase(settings.database_url), settings)
    raise ConfigError(
        "database_url must begin with sqlite:/// or postgresql+psycopg://",
        hints=["sqlite:////home/me/workout.db", "postgresql+psycopg://user@host/workout"],
    )
