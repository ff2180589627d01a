"""Who is logged in, and how; never with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import AwareDatetime, Field

from workout_cli.views import View
from workout_core.auth.scopes import SCOPES
from workout_core.schemas import ReadSchema, clean

if TYPE_CHECKING:
    from workout_core.auth.schemas import MeRead

Kept = Literal["environment", "keyring", "file"]
PLACES: Final[dict[Kept, str]] = {
    "environment": "by WORKOUT_TOKEN",
    "keyring": "kept in the keyring",
    "file": "kept in a file, not encrypted",
}


class LoginStatusRead(ReadSchema):
    """How a server knows whose the commands of this machine are."""

    schema_: Annotated[Literal["workout.login_status/1"], Field(alias="schema")] = (
        "workout.login_status/1"
    )
    server: str
    logged_in: bool
    kept: Annotated[Kept | None, Field(description="Where the token is.")]
    scopes: Annotated[list[str], Field(description="How far it reaches; empty where unknown.")]
    renewed_by: Annotated[
        AwareDatetime | None,
        Field(description="When its short-lived part is renewed at the latest."),
    ]


class LoggedOutRead(ReadSchema):
    """The end of a login."""

    schema_: Annotated[Literal["workout.logged_out/1"], Field(alias="schema")] = (
        "workout.logged_out/1"
    )
    server: str
    was_logged_in: bool


def _login(login: LoginStatusRead) -> str:
    if login.kept is None:
        return f"not logged in to {clean(login.server)}"
    lines = [f"logged in to {clean(login.server)}, {PLACES[login.kept]}"]
    lines += [f"  may {SCOPES[each]}" for each in login.scopes if each in SCOPES]
    return "\n".join(lines)


def _logged_out(end: LoggedOutRead) -> str:
    server = clean(end.server)
    return f"logged out of {server}" if end.was_logged_in else f"not logged in to {server}"


def _me(me: MeRead) -> str:
    """Who one is, by which way, and how far that reaches."""
    if me.via == "database":
        return "the owner of this database: nobody has to log in to it"
    name, email = (clean(each) if each else "" for each in (me.name, me.email))
    who = f"{name} <{email}>" if name and email else name or email or "the owner of the server"
    lines = [who, f"  by the {me.via} of {clean(me.device)}"]
    lines += [f"  may {SCOPES[each]}" for each in me.scopes or () if each in SCOPES]
    return "\n".join(lines)


ME: Final = View(text=_me)
LOGIN: Final = View(text=_login, code=lambda login: 0 if login.logged_in else 4)
LOGGED_OUT: Final = View(text=_logged_out)
