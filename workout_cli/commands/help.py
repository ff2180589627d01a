"""Explanations."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workout_cli.console import put
from workout_cli.topics import TOPICS
from workout_cli.tree import new_app
from workout_core.errors import NotFoundError

app = new_app()


@app.command("help", epilog="Example: workout help dates")
def help_(
    context: typer.Context,
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="exit-codes, notation, dates, formats, imports, environment, or a command.",
        ),
    ] = None,
) -> None:
    """Explain a topic or a command."""
    words = topic or []
    if len(words) == 1 and words[0] in TOPICS:
        put(TOPICS[words[0]], page=True)
    else:
        put(_of_command(context.find_root(), words), page=True)


def _of_command(context: Any, words: list[str]) -> str:
    """The help page of the command that the words call."""
    for word in words:
        group = context.command
        known = group.commands if isinstance(group, TyperGroup) else {}
        if word not in known:
            path = [*context.command_path.split()[1:], word]
            names = [*known, *([] if path[1:] else TOPICS)]
            near = get_close_matches(word, names) or ["workout help", *TOPICS]
            raise NotFoundError(f"There is no help for {' '.join(path)!r}", hints=near)
        context = known[word].make_context(
            word, [], parent=context, resilient_parsing=True, help_option_names=["-h", "--help"]
        )
    return str(context.get_help())
