"""Personal tokens: for scripts and machines, which cannot log in."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workout_cli.called import Kind, one_called
from workout_cli.console import say
from workout_cli.output import shows
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.tokens import GONE, MADE, TOKENS, reach, until
from workout_core.auth.scopes import DEFAULT
from workout_core.auth.token_schemas import (
    AccessTokenCreate,
    AccessTokenList,
    AccessTokenMade,
    AccessTokenRead,
)
from workout_core.durations import parse_days
from workout_core.errors import InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.services import Services

TOKEN: Final = Kind("token", "workout token list", "workout token revoke")

app = new_app(
    name="token",
    help="Tokens for scripts and machines, which cannot log in.",
    epilog="Example: workout token create backup --scope workouts:read --expires 30d",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout token create backup --scope workouts:read --expires 30d")
@shows(MADE)
def create(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What it is for.")],
    scope: Annotated[
        list[str] | None,
        typer.Option(
            "--scope",
            metavar="SCOPE",
            help="What it may do; to read, unless given; may be repeated.",
        ),
    ] = None,
    expires: Annotated[
        str | None,
        typer.Option("--expires", metavar="SPAN", help="How long it is good: 90d, unless given."),
    ] = None,
) -> AccessTokenMade:
    """Make a token, and print its secret this once.

    Only a login to a server makes one, which has to be allowed to manage your account: workout login --admin.
    """
    given = {
        "scopes": _scopes(scope or ()),
        "days": None if expires is None else parse_days(expires),
    }
    said = {key: value for key, value in given.items() if value}
    data = AccessTokenCreate.model_validate({"name": " ".join(name), **said})
    made = call(lambda services: services.tokens.create(data))
    say(f"{clean(made.name)} may {reach(made)}, {until(made)}")
    say("This is shown once; WORKOUT_TOKEN takes it, or workout login --token-stdin.")
    return made


@app.command("list", epilog="Example: workout token list")
@shows(TOKENS)
def list_() -> AccessTokenList:
    """List your tokens, without their secrets."""
    return ask(lambda services: services.tokens.list())


@app.command(epilog="Example: workout token revoke backup")
@shows(GONE)
def revoke(
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME|ID", help="Its name, its id, or the beginning of its id."),
    ],
) -> AccessTokenRead:
    """End a token at once; this cannot be undone."""

    async def revoked(services: Services) -> AccessTokenRead:
        tokens = (await services.tokens.list()).items
        found = one_called(" ".join(name), tokens, lambda each: each.name, TOKEN)
        await services.tokens.revoke(found.id)
        return found

    return call(revoked)


def _scopes(words: Sequence[str]) -> Sequence[str]:
    """Scopes that a token may have; a misspelt one is refused with the nearest."""
    for word in words:
        if word not in DEFAULT:
            near = get_close_matches(word, DEFAULT) or DEFAULT
            raise InvalidError(f"{word[:60]!r} is no scope of a token", hints=[*near])
    return words
