"""Take everything out: as one lossless document, or in a format that others read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from workout_cli import options
from workout_cli.console import put, say
from workout_cli.output import as_json, write
from workout_cli.runner import ask
from workout_cli.tree import new_app
from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.units import kilograms

if TYPE_CHECKING:
    from workout_core.dates import Range
    from workout_core.transfer.schemas import ExportRead

Format = Literal[
    "json", "csv", "strong", "strong-android", "hevy", "tcx", "fit", "ics", "md", "text"
]
ENDINGS: Final[dict[str, Format]] = {
    "": "json",
    ".json": "json",
    ".csv": "csv",
    ".tcx": "tcx",
    ".fit": "fit",
    ".ics": "ics",
    ".md": "md",
    ".txt": "text",
}
app = new_app()


@app.command(epilog="Example: workout export --format hevy --since 2026 -o hevy.csv")
def export(
    format: Annotated[
        Format | None,
        typer.Option("--format", help="What to write; else what FILE ends in, or json."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    safe_cells: Annotated[
        bool,
        typer.Option("--safe-cells", help="Disarm formulas in a table; it reads no longer back."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Write what you have to a file, for this program or for others.

    json is everything, and loses nothing. csv has a row for each set with all that is known of it; strong,
    strong-android and hevy are the files of these apps; tcx and fit are for devices and training sites, ics for
    calendars, md for people, and text are lines that workout log - reads again.
    """
    days = options.days(since, until, None)
    chosen = "json" if json else format or _by_ending(output)
    if chosen != "json":
        from workout_cli.exporting import write_workouts  # the document has no use for it

        counts = write_workouts(chosen, days, output, safe=safe_cells)
        _tell(counts["workouts"], counts["sets"], output)
        return
    if safe_cells:
        raise InvalidError("The document has no cells", hints=["--format csv"])
    document = _within(ask(lambda services: services.transfer.export()), days)
    if output is None:
        put(as_json(document))
    else:
        write(output, as_json(document))
    _tell(len(document.workouts), document.sets, output)


def _by_ending(output: Path | None) -> Format:
    ending = output.suffix.lower() if output else ""
    if ending not in ENDINGS:
        raise InvalidError(
            f"No format ends in {ending!r}; say which with --format",
            hints=["--format json", "--format csv"],
        )
    return ENDINGS[ending]


def _within(document: ExportRead, days: Range) -> ExportRead:
    """The document with no other workouts than those of some days."""
    first, last = days
    kept = [
        each
        for each in document.workouts
        if (first or each.local_date) <= each.local_date <= (last or each.local_date)
    ]
    return document.model_copy(
        update={
            "workouts": kept,
            "first": kept[0].local_date if kept else None,
            "last": kept[-1].local_date if kept else None,
            "sets": sum(each.sets for each in kept),
            "volume_kg": sum((each.volume_kg for each in kept), kilograms(0)),
        }
    )


def _tell(workouts: int, sets: int, output: Path | None) -> None:
    """Say what is in a file; who reads the output itself needs no such word."""
    if output is not None:
        say(f"{counted(workouts, 'workout')}, {counted(sets, 'set')} in {clean(str(output))}")
