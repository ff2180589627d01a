"""Put copies of the database aside, and take one back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from workout_cli.console import is_terminal, say
from workout_cli.copies import chosen, listed, read, required_file, tell_files, tell_lost_files
from workout_cli.names_cache import refresh_names
from workout_cli.output import AS_JSON, Format, show, shows
from workout_cli.tree import new_app
from workout_cli.views.backups import COPIES, COPY, RESTORED, RestoreRead, holds
from workout_core.db import backups, restoring
from workout_core.errors import InvalidError, StorageError
from workout_core.schemas import clean

app = new_app()


@app.command(epilog="Example: workout backup /media/stick/workout.db")
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Where to; the backups folder beside the database, unless given."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The same as FILE.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
    list_: Annotated[
        bool, typer.Option("--list", help="List the copies that are there, and make none.")
    ] = False,
    format: Annotated[
        Format | None, typer.Option("--format", help="How to print what was done.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Put a copy of the database aside.

    Others may go on logging meanwhile: the copy holds one moment of the database, and was checked. It names the
    attached files and has none of their bytes; workout dump --files takes these along.
    """
    form: Format | None = "json" if json else format
    AS_JSON.set(form in ("json", "jsonl"))
    path = required_file()
    if list_:
        show(listed(path), COPIES, form)
    else:
        target = file or output
        copy = backups.manual_copy(path, target.expanduser() if target else None, replacing=force)
        made = read(copy)
        show(made, COPY, form)
        tell_files(made.files or 0)


@app.command(epilog="Example: workout restore latest")
@shows(RESTORED)
def restore(
    which: Annotated[
        str,
        typer.Argument(
            metavar="WHICH", help="A file, latest, or a number of workout backup --list."
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check the copy, tell what it holds, do nothing.")
    ] = False,
) -> RestoreRead:
    """Put a copy in the place of the database.

    What is there now is put aside first. Programs that have the database open go on with what was restored.
    """
    path = required_file()
    file = chosen(path, which)
    content = restoring.check_copy(file)
    held = (content.workouts, content.sets, content.newest)
    if not dry_run and not yes:
        _ask(path, file, holds(*held))
    replaced = None if dry_run else restoring.restore(path, file)
    if not dry_run:
        refresh_names()
        tell_lost_files()
    return RestoreRead(
        copy_path=str(file),
        workouts=content.workouts,
        sets=content.sets,
        newest=content.newest,
        replaced_path=str(replaced) if replaced else None,
        dry_run=dry_run,
    )


def _ask(path: Path, file: Path, held: str) -> None:
    """Have a person agree, who is told what would replace what."""
    if not is_terminal(sys.stdin) or not is_terminal(sys.stderr):
        raise InvalidError("Restoring replaces the database, so it wants --yes", hints=["--yes"])
    say(f"{clean(str(file))} holds {held}")
    say(f"{clean(str(path))} holds {_present(path)}")
    typer.confirm("Replace what is there?", abort=True, err=True)


def _present(path: Path) -> str:
    if not path.exists():
        return "nothing: it is not there"
    try:
        content = restoring.content_of(path)
    except StorageError:
        return "what cannot be read"
    return holds(content.workouts, content.sets, content.newest)
