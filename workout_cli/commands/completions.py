"""Completion scripts for shells."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from workout_cli.completion import script
from workout_cli.console import put
from workout_cli.main import app as root
from workout_cli.names_cache import refresh_names
from workout_cli.spec import spec
from workout_cli.tree import new_app

app = new_app()


@app.command(epilog="Example: workout completions fish > ~/.config/fish/completions/workout.fish")
def completions(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell."),
    ],
) -> None:
    """Print the script that completes commands in a shell.

    To install it, once:

    \b
    bash        workout completions bash >> ~/.bash_completion
    zsh         workout completions zsh > "${fpath[1]}/_workout"
    fish        workout completions fish > ~/.config/fish/completions/workout.fish
    powershell  workout completions powershell >> $PROFILE
    """
    put(script(shell, spec(root)))
    refresh_names(stale_only=True)
