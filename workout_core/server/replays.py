"""A request that is sent again, because its answer was lost, is answered as it was, and done once.

The client makes the key. What was done and its answer are written in one transaction, so there is never one without
the other; that of the same user are one after another, so two of one key do not meet.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from workout_core.errors import ConflictError, InvalidError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from fastapi import Request

    from workout_core.replays.repository import ReplayRepository

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = {"Idempotency-Replayed": "true"}
PARAMETER: Final[dict[str, Any]] = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "A UUID of the client's for this request: sent again within 30 days it is done once.",
    "schema": {"type": "string", "format": "uuid"},
}


class Asked(NamedTuple):
    """The key of a request, and the SHA-256 of all that it asks for."""

    key: UUID
    fingerprint: str


async def asked(request: Request) -> Asked | None:
    """By what a request is known again; None for one whose client does not care."""
    text = request.headers.get(HEADER)
    if text is None:
        return None
    try:
        key = UUID(text)
    except ValueError:
        raise InvalidError(f"{HEADER} must be a UUID") from None
    place = f"{request.method} {request.url.path}?{request.url.query}\n"
    return Asked(key, sha256(place.encode() + await request.body()).hexdigest())


async def once(
    replays: ReplayRepository, by: Asked | None, work: Callable[[], Awaitable[bytes]]
) -> tuple[bytes, bool]:
    """The answer of work that is done now, or was done before, and whether it was."""
    if by is None:
        return await work(), False
    if kept := await replays.kept(by.key):
        if kept["fingerprint"] != by.fingerprint:
            raise ConflictError(f"That {HEADER} was used for another request")
        return kept["answer"].encode(), True
    answer = await work()
    await replays.keep(by.key, by.fingerprint, answer.decode())
    return answer, False
