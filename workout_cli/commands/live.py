"""The open workout, set by set."""

from __future__ import annotations

from typing import Annotated

import typer

from workout_cli.plain import PlainSession
from workout_cli.tree import new_app

app = new_app()


@app.command(epilog="Example: workout session --plain")
def session(
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Line by line, as it is without: for scripts that say so."),
    ] = False,
) -> None:
    """Go through the open workout set by set, line by line.

    It tells the next set and reads a line: Enter logs it as planned, and ? tells what else can be typed. There is no
    colour and nothing moves, so it suits screen readers and slow connections. The workout stays open until f.
    """
    PlainSession().run()
