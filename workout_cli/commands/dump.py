"""Take the whole account out as text, and bring it back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workout_cli.console import is_terminal, put, say
from workout_cli.names_cache import refresh_names
from workout_cli.output import shows, writing
from workout_cli.progress import progress
from workout_cli.runner import ask, call
from workout_cli.spooled import opened, spooled
from workout_cli.tree import new_app
from workout_cli.views.dump import LOADED
from workout_core.schemas import clean
from workout_core.transfer.dump_loading import load_dump
from workout_core.transfer.dump_schemas import DumpLoadRead
from workout_core.transfer.dump_writing import DumpFormat, dump_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.services import Services

app = new_app()


@app.command(epilog="Example: workout dump -o account.txt")
def dump(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    format: Annotated[
        DumpFormat, typer.Option("--format", help="Text to read and grep, or JSON Lines.")
    ] = "text",
) -> None:
    """Write the whole account, line by line, to be loaded again.

    Nothing is left out: what was deleted and what can be undone is there as well, only access tokens are not. In text
    an exercise that was done is one line with its day and its sets.
    """
    if output is None:
        with progress("lines") as tell:
            ask(lambda services: _dumped(services, format, put, _quiet if _seen() else tell))
        return
    with writing(output) as stream, progress("lines") as tell:

        def write(text: str) -> None:
            stream.write(text.encode())

        count = ask(lambda services: _dumped(services, format, write, tell))
    say(f"{count:,} lines in {clean(str(output))}")


@app.command(epilog="Example: workout load account.txt --dry-run")
@shows(LOADED)
def load(
    file: Annotated[
        Path, typer.Argument(metavar="FILE|-", help="What workout dump wrote; - reads a pipe.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check the whole dump, count it, write nothing.")
    ] = False,
) -> DumpLoadRead:
    """Load a dump into a database that is empty.

    All of it is loaded or, where a line cannot be read, nothing. Where anything was logged already it is refused.
    """
    run = ask if dry_run else call
    with spooled(file) as path, opened(path) as stream, progress("rows") as tell:
        loaded = run(lambda services: load_dump(services.dump, stream, dry_run=dry_run, told=tell))
    if not dry_run:
        refresh_names()
    return loaded


async def _dumped(
    services: Services,
    format: DumpFormat,
    write: Callable[[str], object],
    tell: Callable[[int], None],
) -> int:
    """Write a dump page by page; how many lines it has."""
    count = 0
    async for lines in dump_lines(services.dump, format):
        if lines:
            write("\n".join([*lines, ""]))
        count += len(lines)
        tell(count)
    return count


def _seen() -> bool:
    """Whether the lines themselves show how far it is."""
    return is_terminal(sys.stdout)


def _quiet(_: int) -> None:
    """Nothing to tell."""
