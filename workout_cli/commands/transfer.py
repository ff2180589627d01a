"""Bring workouts in from other apps."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from workout_cli import options
from workout_cli.asking import about, with_answers
from workout_cli.names_cache import refresh_names
from workout_cli.output import shows
from workout_cli.progress import progress
from workout_cli.runner import ask, call
from workout_cli.spooled import spooled
from workout_cli.tree import new_app
from workout_cli.views.transfer import IMPORT
from workout_core.errors import InvalidError
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.reading import Options
from workout_core.transfer.report import ImportReport, ImportReports
from workout_core.vocabulary import DistanceUnit, MassUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.services import Services

app = new_app()


@app.command("import", epilog="Example: workout import strong.csv --unit kg --dry-run")
@shows(IMPORT, json_only=True)
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Exports of other apps; - is standard input."),
    ],
    source: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="What it is; else it is recognised."),
    ] = None,
    unit: Annotated[
        MassUnit | None,
        typer.Option("--unit", help="The unit of loads for which the file names none."),
    ] = None,
    distance_unit: Annotated[
        DistanceUnit | None,
        typer.Option("--distance-unit", help="The same for distances."),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option("--timezone", metavar="ZONE", help="Where you trained; here, unless given."),
    ] = None,
    date_order: Annotated[
        Literal["dmy", "mdy", "ymd"] | None,
        typer.Option("--date-order", help="How to read dates like 03/04/25."),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="THEIRS=OURS", help="What an exercise is called here."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=NAME", help="A column of a table of your own."),
    ] = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Replace what differs in the file, unless you edited it."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and write nothing.")
    ] = False,
) -> ImportReport | ImportReports:
    """Import the workouts of files that are not here yet."""
    said = Options(unit, distance_unit, date_order, _pairs(columns, "--column 'date=Tag'"))
    with ExitStack() as opened:
        paths = [opened.enter_context(spooled(each)) for each in files]
        readings: list[ImportFile] = []
        for each in paths:
            with about(each.name, several=len(paths) > 1):
                readings.append(with_answers(each, source, said, asks=not dry_run))
        choices = Choices(
            timezone=timezone or options.zone().key,
            mapping=_pairs(names, "--map 'Squat (Barbell)=back-squat'"),
            update=update,
            dry_run=dry_run,
        )
        reports = _loaded(readings, choices)
    if not dry_run:
        refresh_names()
    return reports[0] if len(reports) == 1 else ImportReports(items=reports, total=len(reports))


def _loaded(readings: Sequence[ImportFile], choices: Choices) -> list[ImportReport]:
    """The reports of all files, which stand or fall together."""

    done = 0

    def tell_all(sets: int) -> None:
        tell(done + sets)

    async def load(services: Services) -> list[ImportReport]:
        nonlocal done
        found: list[ImportReport] = []
        for each in readings:
            with about(each.source.name, several=len(readings) > 1):
                found.append(await each.load(services.imports, choices, tell_all))
            done += each.totals.sets
        return found

    run = ask if choices.dry_run else call
    with progress("sets", sum(each.totals.sets for each in readings)) as tell:
        return run(load)


def _pairs(words: Sequence[str] | None, example: str) -> dict[str, str]:
    """`theirs=ours`, as often as it is given; what is theirs may have the sign in it, too."""
    found: dict[str, str] = {}
    for word in words or ():
        left, sign, right = word.rpartition("=")
        if not (sign and left.strip() and right.strip()):
            raise InvalidError(f"{word[:80]!r} has no two sides of a =", hints=[example])
        found[left.strip()] = right.strip()
    return found
