"""How far a token reaches."""

from __future__ import annotations

from typing import Final

SCOPES: Final = {
    "profile:read": "see your name, your profile and your measurements",
    "workouts:read": "read your workouts, records and plans",
    "workouts:write": "log and change your workouts and measurements",
    "exercises:write": "add and change your exercises",
    "account:admin": "manage your tokens, logins and your whole account",
}
# What a login gets that asks for nothing; to manage an account is asked for in so many words.
DEFAULT: Final = ("profile:read", "workouts:read", "workouts:write", "exercises:write")


def scopes_of(text: str) -> tuple[str, ...] | None:
    """The scopes in a text, in our order; the usual ones for an empty text, None where one is unknown."""
    asked = set(text.split(" ")) - {""}
    if not asked:
        return DEFAULT
    return tuple(each for each in SCOPES if each in asked) if asked <= SCOPES.keys() else None
