"""How far a token reaches, and how far it has to reach for what it is shown for.

Context: an operation is an address and a method; whether a token may do it is to be read off, not looked for in the
services. Decision: the scopes of an operation follow from its domain (the tag of its router) and from whether it
reads; where that does not fit, as where more is told than a domain has, its row names its own. Consequences: a new
domain has no scopes until its tag stands here, and the server does not start without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.routing import Route

# What a personal token may have; who holds one never makes another.
Grantable = Literal["profile:read", "workouts:read", "workouts:write", "exercises:write"]
Scope = Literal[
    "profile:read", "workouts:read", "workouts:write", "exercises:write", "account:admin"
]
Needs: TypeAlias = tuple[Scope, ...]

SCOPES: Final[dict[str, str]] = {
    "profile:read": "see your name, your profile and your measurements",
    "workouts:read": "read your workouts, exercises, records and plans",
    "workouts:write": "log and change your workouts, measurements and profile",
    "exercises:write": "add and change your exercises",
    "account:admin": "manage your tokens, logins and your whole account",
}
# What a login gets that asks for nothing; to manage an account is asked for in so many words.
DEFAULT: Final[Needs] = (
    "profile:read",
    "workouts:read",
    "workouts:write",
    "exercises:write",
)

# Of whatever is kept: told whole, or changed without saying what.
_TOLD: Final[Needs] = ("profile:read", "workouts:read")
_CHANGED: Final[Needs] = ("workouts:write", "exercises:write")
_TRAINING: Final[tuple[Needs, Needs]] = (("workouts:read",), ("workouts:write",))
# A change answers with what it made, and of a person that is not for everyone who may log.
_PERSON: Final[tuple[Needs, Needs]] = (("profile:read",), ("profile:read", "workouts:write"))
_ACCOUNT: Final[tuple[Needs, Needs]] = (("account:admin",), ("account:admin",))
# By the tag of a router: what reading needs, and what changing needs.
BY_TAG: Final[Mapping[str, tuple[Needs, Needs]]] = {
    "exercises": (("workouts:read",), ("exercises:write",)),
    "session": _TRAINING,
    "live": _TRAINING,
    "workouts": _TRAINING,
    "exercise-executions": _TRAINING,
    "sets": _TRAINING,
    "texts": _TRAINING,
    "history": _TRAINING,
    "statistics": _TRAINING,
    "charts": _TRAINING,
    "calculators": _TRAINING,
    "gyms": _TRAINING,
    "attachments": _TRAINING,
    "body": _PERSON,
    "profile": _PERSON,
    "account": _ACCOUNT,
    "operations": (_TOLD, DEFAULT),
    "transfer": (_TOLD, _CHANGED),
}


def needed(route: Route) -> Needs:
    """The scopes that an operation needs, all of them."""
    if route.needs:
        return route.needs
    reading, changing = BY_TAG[route.tag]
    return reading if route.reads else changing


def scopes_of(text: str) -> tuple[str, ...] | None:
    """The scopes in a text, in our order; the usual ones for an empty text, None where one is unknown."""
    asked = set(text.split(" ")) - {""}
    if not asked:
        return DEFAULT
    return tuple(each for each in SCOPES if each in asked) if asked <= SCOPES.keys() else None
