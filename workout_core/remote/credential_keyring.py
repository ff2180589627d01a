"""Logins in the keyring of the system, which may hang, be locked, or be none: each is one clear error, in time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from workout_core.errors import UnauthorizedError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
SERVICE: Final = "workout"
LIMIT_S: Final = 3.0
LEAST_PRIORITY: Final = 1  # below are those that keep plain text, or nothing at all
USELESS: Final = frozenset({"keyring.backends.fail", "keyring.backends.null"})
HINTS: Final = ("unlock the keyring, and try again", "WORKOUT_CREDENTIALS=file workout login")


def probe() -> None:
    """Nothing where the keyring can be used; UnauthorizedError says why it cannot."""
    _in_time(lambda ring: ring.get_password(SERVICE, "probe"))


def get(server: str) -> str | None:
    """What is kept for a server."""
    found: str | None = _in_time(lambda ring: ring.get_password(SERVICE, server))
    return found


def put(server: str, record: str) -> None:
    """Keep a record for a server, instead of any other."""
    _in_time(lambda ring: ring.set_password(SERVICE, server, record))


def drop(server: str) -> None:
    """Keep nothing for a server."""

    def dropped(ring: Any) -> None:
        if ring.get_password(SERVICE, server) is not None:
            ring.delete_password(SERVICE, server)

    _in_time(dropped)


def _ring() -> Any:
    """The keyring of the system; UnauthorizedError where that keeps no secrets."""
    import keyring

    ring: Any = keyring.get_keyring()
    ring = next(iter(getattr(ring, "backends", ())), ring)  # of a chain the first that is asked
    if type(ring).__module__ in USELESS or ring.priority < LEAST_PRIORITY:
        raise UnauthorizedError("This machine has no keyring that keeps secrets", hints=[*HINTS])
    return ring


def _in_time(work: Callable[[Any], T]) -> T:
    """What some work with the keyring returns; one that waits for somebody who is not there is left behind."""
    done: list[T] = []
    fault: list[Exception] = []

    def run() -> None:
        try:
            done.append(work(_ring()))
        except Exception as error:
            fault.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LIMIT_S)
    if done:
        return done[0]
    if not fault:
        raise UnauthorizedError(
            f"The keyring gave no answer in {LIMIT_S:.0f} seconds", hints=[*HINTS]
        )
    if isinstance(fault[0], UnauthorizedError):
        raise fault[0]
    kind = type(fault[0]).__name__  # its text may quote what was to be kept
    raise UnauthorizedError(f"The keyring cannot be used: {kind}", hints=[*HINTS]) from None
