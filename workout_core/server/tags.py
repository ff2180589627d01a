"""Versions of what an address answers (RFC 9110): who changes it says which one they have seen.

A tag is made of the bytes of the answer. It is compared in the transaction that changes, so nothing comes between.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from workout_core.errors import ChangedError, UnguardedError

ANY: Final = "*"
IF_MATCH: Final[dict[str, Any]] = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of what was read, so that nobody's change is overwritten unseen; * for whatever is there.",
    "schema": {"type": "string"},
}
IF_NONE_MATCH: Final[dict[str, Any]] = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of what is known already, which is then not sent again.",
    "schema": {"type": "string"},
}


def tag_of(answer: bytes) -> str:
    """The ETag of an answer."""
    return f'"{sha256(answer).hexdigest()[:32]}"'


def is_known(known: str | None, tag: str) -> bool:
    """Whether a client has that version, by its If-None-Match."""
    return known is not None and tag in [each.removeprefix("W/") for each in _listed(known)]


def require_seen(seen: str, tag: str) -> None:
    """Refuse who has seen another version."""
    if tag not in _listed(seen):
        raise ChangedError(
            "It was changed since you read it, so this change was not made",
            etag=tag,
            hints=["read it again, and change what is there now"],
        )


def unguarded() -> UnguardedError:
    """What is wrong with a change of which nobody knows what it overwrites."""
    return UnguardedError(
        "The request must say which version it changes",
        hints=["If-Match: the ETag of what you read", "If-Match: * for whatever is there"],
    )


def _listed(header: str) -> list[str]:
    return [each.strip() for each in header.split(",")]
