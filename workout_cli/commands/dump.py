"""Take the whole account out as text, or with its files in an archive, and bring it back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, BinaryIO, cast

import typer

from workout_cli.console import is_terminal, put, say
from workout_cli.dumping import Pipe, load_dumped, load_files, pack, tell_left, write_dump
from workout_cli.errors import ExitCode
from workout_cli.output import shows, writing
from workout_cli.progress import progress
from workout_cli.runner import ask
from workout_cli.spooled import spooled
from workout_cli.tree import new_app
from workout_cli.views.dump import LOADED
from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer.dump_archive import HINT
from workout_core.transfer.dump_schemas import DumpLoadRead
from workout_core.transfer.dump_writing import DumpFormat

app = new_app()


@app.command(epilog="Example: workout dump -o account.txt")
def dump(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to a file; .zip has the files as well."
        ),
    ] = None,
    format: Annotated[
        DumpFormat, typer.Option("--format", help="Text to read and grep, or JSON Lines.")
    ] = "text",
    files: Annotated[
        bool, typer.Option("--files", help="With all attached files, in a ZIP archive.")
    ] = False,
) -> None:
    """Write the whole account, line by line, to be loaded again.

    Nothing is left out: what was deleted and what can be undone is there as well, only access tokens are not. In text
    an exercise that was done is one line with its day and its sets. An archive has the dump and, as they were
    attached, the bytes of the files that it names.
    """
    if files or (output and output.suffix.lower() == ".zip"):
        _pack(output, format)
    elif output is None:
        with progress("lines") as tell:
            told = _quiet if is_terminal(sys.stdout) else tell  # the lines themselves show it
            _, left = ask(lambda services: write_dump(services, format, put, told))
        _tell_count(left)
    else:
        with writing(output) as stream, progress("lines") as tell:

            def write(text: str) -> None:
                stream.write(text.encode())

            count, left = ask(lambda services: write_dump(services, format, write, tell))
        say(f"{count:,} lines in {clean(str(output))}")
        _tell_count(left)


@app.command(epilog="Example: workout load account.txt --dry-run")
@shows(LOADED)
def load(
    file: Annotated[
        Path, typer.Argument(metavar="FILE|-", help="What workout dump wrote; - reads a pipe.")
    ],
    files: Annotated[
        bool, typer.Option("--files", help="Bring only files, for what is here already.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check the whole dump, count it, write nothing.")
    ] = False,
) -> DumpLoadRead:
    """Load a dump, and its files, into an empty database.

    All of it is loaded or, where a line cannot be read, nothing. Where anything was logged already it is refused.
    A file that is not in the archive, or damaged there, is named; --files brings it from another, for what is here.
    """
    with spooled(file) as path:
        loaded = (load_files if files else load_dumped)(path, dry_run=dry_run)
    tell_left(loaded.left)
    return loaded


def _pack(output: Path | None, format: DumpFormat) -> None:
    if output is None:
        if is_terminal(sys.stdout):
            raise InvalidError("An archive is not for a terminal", hints=[HINT])
        _, carried = pack(cast("BinaryIO", Pipe()), format)
    else:
        with writing(output) as stream:
            count, carried = pack(stream, format)
        told = f"{count:,} lines and {counted(carried.files, 'file')}"
        say(f"{told} in {clean(str(output))}")
    tell_left(carried.left)
    if carried.left:
        raise typer.Exit(ExitCode.ERROR)


def _tell_count(files: int) -> None:
    """Say that a dump alone has no files."""
    if files:
        say(f"without the bytes of {counted(files, 'file')}; --files takes them along")


def _quiet(_: int) -> None:
    """Nothing to tell."""
