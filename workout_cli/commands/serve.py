"""Serve the database to other machines, and keep it."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli.console import put, say
from workout_cli.runner import SETTINGS
from workout_cli.tree import new_app
from workout_core.errors import ConfigError

app = new_app()


@app.command(epilog="Example: workout serve --port 8320")
def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8320,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="A TLS proxy before it, whose X-Forwarded-For is believed; may be repeated.",
        ),
    ] = None,
    new_token: Annotated[
        bool, typer.Option("--new-token", help="Make and print another token.")
    ] = False,
    new_key: Annotated[
        bool,
        typer.Option("--rotate-key", help="Make the key that signs logins anew, and end."),
    ] = False,
) -> None:
    """Serve your workouts over HTTP, until Ctrl-C.

    It listens for this machine alone, a proxy on it included; for others only behind a TLS proxy that is named.
    """
    from workout_core.server.serve import Server, rotate_key

    if new_key:
        put(f"key {rotate_key()} signs from now on; running servers take it up within a minute")
        return

    settings = SETTINGS.get()
    if settings.server_url:
        raise ConfigError(
            "This machine is set to use another server, so it has no database to serve",
            hints=["unset WORKOUT_SERVER_URL"],
        )
    server = Server(settings, host=host, port=port, proxies=proxy or (), new_token=new_token)
    if not server.is_walled:
        say(
            "note: PostgreSQL keeps a superuser from nobody's rows; give the server a role of its own"
        )
    put(_welcome(server.url, server.token, server.public_url))
    server.run()


def _welcome(url: str, token: str | None, public_url: str | None) -> str:
    lines = [f"workout serves on {url}  (Ctrl-C stops it)"]
    if public_url:
        lines += ["", "People log in with:", f"  workout login --server {public_url}"]
    if token:
        lines += [
            "",
            "To use it from another shell or machine:",
            f"  export WORKOUT_SERVER_URL={url}",
            f"  export WORKOUT_TOKEN={token}",
            "",
            "The token is shown this once; `workout serve --new-token` makes another.",
        ]
    return "\n".join(lines)
