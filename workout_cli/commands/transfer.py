"""Bring workouts in from other apps, and take everything out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from workout_cli import options
from workout_cli.console import is_terminal, put, say
from workout_cli.names_cache import refresh_names
from workout_cli.output import as_json, shows, write
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.transfer import IMPORT
from workout_cli.wording import counted
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.files import ImportFile
from workout_core.transfer.schemas import ImportReport
from workout_core.vocabulary import MassUnit

app = new_app()


@app.command("import", epilog="Example: workout import strong.csv --unit kg --dry-run")
@shows(IMPORT)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An export of another app.")],
    source: Annotated[
        Literal["strong"] | None,
        typer.Option("--from", help="Which app wrote it; else it is recognised."),
    ] = None,
    unit: Annotated[
        MassUnit | None,
        typer.Option("--unit", help="The unit of loads for which the file names none."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option("--timezone", metavar="ZONE", help="Where you trained; here, unless given."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and write nothing.")
    ] = False,
) -> ImportReport:
    """Import the workouts of a file that are not here yet."""
    reading = ImportFile(file, format=source, unit=unit)
    if not dry_run:
        reading = _with_unit(reading, file, source)
    zone = timezone or options.zone().key
    run = ask if dry_run else call
    report = run(lambda services: reading.load(services.transfer, timezone=zone, dry_run=dry_run))
    if not dry_run:
        refresh_names()
    return report


@app.command(epilog="Example: workout export -o workouts.json")
def export(
    format: Annotated[Literal["json"], typer.Option("--format", help="What to write.")] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Write everything that you have in one document."""
    document = ask(lambda services: services.transfer.export())
    content = as_json(document)
    if output is None:
        put(content)
    else:
        write(output, content)
        what = f"{counted(len(document.workouts), 'workout')}, {counted(document.sets, 'set')}"
        say(f"{what} in {clean(str(output))}")


def _with_unit(reading: ImportFile, file: Path, source: str | None) -> ImportFile:
    """The reading, once it is certain in which unit the loads are."""
    found = reading.reading
    if found.unit_certain or found.unit is None:
        return reading
    if not is_terminal(sys.stdin) or not is_terminal(sys.stderr):
        raise InvalidError(
            f"{file.name} does not say in which unit its loads are ({found.unit_reason})",
            hints=[f"--unit {found.unit}", f"--unit {'lb' if found.unit == 'kg' else 'kg'}"],
        )
    say(f"{clean(file.name)} does not name its unit: {clean(found.unit_reason)}")
    answer = typer.prompt("Are its loads in kg or lb?", default=found.unit, err=True)
    if answer not in ("kg", "lb"):
        raise InvalidError(f"{answer!r} is neither kg nor lb", hints=["--unit kg", "--unit lb"])
    return ImportFile(file, format=source, unit=answer)
