"""Log in to a server, and out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from workout_cli.console import is_terminal, say
from workout_cli.output import shows
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.views.login import LOGGED_OUT, LOGIN, ME, LoggedOutRead, LoginStatusRead
from workout_core.auth.schemas import MeRead
from workout_core.auth.scopes import SCOPES
from workout_core.config import config_path
from workout_core.config_check import keep
from workout_core.errors import InvalidError
from workout_core.remote.credentials import Login, credentials_of
from workout_core.remote.ways import Way, usual_way

if TYPE_CHECKING:
    from collections.abc import Iterable

app = new_app()

SERVER: Final = typer.Option(
    "--server", metavar="URL", help="The server; the one of the settings, unless named."
)


@app.command(epilog="Example: workout login --server https://workouts.example.org")
@shows(LOGIN)
def login(
    server: Annotated[str | None, SERVER] = None,
    browser: Annotated[
        bool, typer.Option("--browser", help="Log in in a browser on this machine.")
    ] = False,
    device: Annotated[
        bool, typer.Option("--device", help="Log in in any browser, by a code that is shown here.")
    ] = False,
    token_stdin: Annotated[
        bool, typer.Option("--token-stdin", help="Read a token from standard input instead.")
    ] = False,
    admin: Annotated[
        bool, typer.Option("--admin", help="May manage tokens, logins and your account, too.")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Say whether you are logged in; exit 4 if not.")
    ] = False,
) -> LoginStatusRead:
    """Log in to a workout server, which every command then works on.

    Unless you say which, a browser is opened where there is one; over SSH and without a screen a code is shown, to
    be typed in the browser of any machine. The login is kept in the keyring of the system, or else in a file.
    A usual login does everything but manage the account: for workout token it has to be one of --admin.
    """
    if [browser, device, token_stdin, status].count(True) > 1:
        raise InvalidError(
            "--browser, --device, --token-stdin and --status are one or the other",
            hints=["workout login"],
        )
    if admin and (token_stdin or status):
        raise InvalidError(
            "--admin is of a new login in a browser", hints=["workout login --admin"]
        )
    url = _server(server)
    if not status:
        way: Way = (
            "device" if device else "browser" if browser else usual_way(os.environ, sys.platform)
        )
        _log_in(url, None if token_stdin else way, SCOPES if admin else ())
        _remember(server, url)
    return _status(url)


@app.command(epilog="Example: workout logout")
@shows(LOGGED_OUT)
def logout(server: Annotated[str | None, SERVER] = None) -> LoggedOutRead:
    """Log out of a server; at once, for whoever may have copied the login."""
    from workout_core.remote.login import log_out

    url = _server(server)
    if SETTINGS.get().token:
        say("note: WORKOUT_TOKEN is set, and lets you in as before")
    return LoggedOutRead(server=url, was_logged_in=log_out(url, credentials_of()))


@app.command(epilog="Example: workout whoami")
@shows(ME)
def whoami() -> MeRead:
    """Show who you are where your workouts are."""
    return ask(lambda services: services.account.me())


def _server(said: str | None) -> str:
    """The server that is meant, in the spelling under which its login is kept."""
    from workout_core.remote.backend import server_of

    url = said or SETTINGS.get().server_url
    if not url:
        raise InvalidError(
            "Which server? Your workouts are on this machine, where nobody has to log in",
            hints=["workout login --server https://workouts.example.org"],
        )
    return server_of(url)


def _log_in(url: str, way: Way | None, scopes: Iterable[str]) -> None:
    """A new login, by a way or by a token, kept where it can be."""
    from workout_cli.guiding import Terminal
    from workout_core.remote.login import log_in, log_in_with

    credentials = credentials_of()
    place, why = credentials.choose()
    if way:
        log_in(url, way, Terminal(), scopes, credentials, place)
    else:
        log_in_with(url, _typed_token(), credentials, place)
    if place == "file":
        told = why or "WORKOUT_CREDENTIALS=file"
        say(f"warning: the login is not encrypted, in {credentials.file}: {told}")
    if SETTINGS.get().token:
        say("note: WORKOUT_TOKEN is set, and wins over the login")


def _typed_token() -> str:
    if is_terminal(sys.stdin):
        return str(typer.prompt("Token", hide_input=True, err=True)).strip()
    return sys.stdin.readline().strip()


def _remember(said: str | None, url: str) -> None:
    """Make a server that was named the one of every command."""
    settings = SETTINGS.get()
    if not said or settings.server_url == url:
        return
    keep("server_url", url)
    say(f"note: server_url is {url} now, in {config_path()}")
    if settings.origins["server_url"] == "environment":
        say("note: WORKOUT_SERVER_URL is set, and wins over the file")


def _status(url: str) -> LoginStatusRead:
    """How commands are known to a server from now on."""
    if SETTINGS.get().token:
        return LoginStatusRead(
            server=url, logged_in=True, kept="environment", scopes=[], renewed_by=None
        )
    credentials = credentials_of()
    found: Login | None = credentials.find(url)
    return LoginStatusRead(
        server=url,
        logged_in=found is not None,
        kept=credentials.place(url) if found else None,
        scopes=found.scope.split() if found else [],
        renewed_by=found.expires_at if found else None,
    )
