"""The TUI."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from workout_cli.console import can_redraw, is_terminal, say
from workout_cli.current import SETTINGS
from workout_cli.tree import new_app
from workout_core.errors import ConfigError, InvalidError

app = new_app()


@app.command(epilog="Example: workout tui")
def tui(
    web: Annotated[
        bool, typer.Option("--web", help="In a browser of this machine, until Ctrl-C.")
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65_535, help="With --web: the port on 127.0.0.1.")
    ] = 8321,
    public_url: Annotated[
        str | None,
        typer.Option(
            "--public-url", metavar="URL", help="With --web: the address of a proxy with a login."
        ),
    ] = None,
) -> None:
    """Train and look back on screens; `workout` alone does the same on a terminal.

    With --web the screens are in a browser: on 127.0.0.1 alone, at an address with a key that is printed. From
    elsewhere it is reached through a proxy that asks for a login.
    """
    if web:
        _serve(port, public_url)
        return
    if not (is_terminal(sys.stdin) and can_redraw(sys.stdout)):
        raise InvalidError(
            "The TUI needs a terminal, and not a dumb one",
            hints=["workout session --plain is the same session, line by line"],
        )
    from workout_cli.tui.start import run  # a door: Textual is for nobody else

    raise typer.Exit(run(SETTINGS.get()))


def _serve(port: int, public_url: str | None) -> None:
    try:
        from workout_cli.tui.web.server import PageServer  # a door, to what an extra brings
    except ImportError as error:
        raise ConfigError(
            "The TUI in a browser needs the extra `web`", hints=["pip install 'workout-cli[web]'"]
        ) from error
    PageServer(port, public_url, say).serve()
