"""A year of training, made up, to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from shlex import quote as quoted
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import quote

import typer

from workout_cli import options
from workout_cli.output import AS_JSON, show
from workout_cli.runner import SETTINGS, call_on
from workout_cli.tree import new_app
from workout_cli.views.demo import DEMO, DemoRead
from workout_core.config import data_folder
from workout_core.demo.year import demo as made_up
from workout_core.errors import DuplicateError, InvalidError, StorageError, reason
from workout_core.ids import repeatable

if TYPE_CHECKING:
    from workout_core.transfer.schemas import ImportData

MOST_WEEKS: Final = 1040
FILE: Final = "demo.db"

app = new_app()


@app.command(epilog="Example: workout demo --weeks 52 -o demo.db")
def demo(
    weeks: Annotated[
        int, typer.Option("--weeks", min=1, max=MOST_WEEKS, help="How many weeks of training.")
    ] = 52,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help="The last day; yesterday, unless given."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A new file; demo.db beside your database."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON document.")] = False,
) -> None:
    """Make up a year of training in a database of its own, to look at.

    The same weeks and the same last day make the same training, ids included. Your own database is not touched.
    """
    AS_JSON.set(json)
    last = options.day(until) if until else options.today() - timedelta(days=1)
    path = _new_file(output) if output else _new_file(data_folder() / FILE, beside=True)
    data = made_up(weeks, last, options.zone().key)
    url = f"sqlite:///{quote(str(path))}"
    settings = replace(SETTINGS.get(), database_url=url, server_url=None)
    with repeatable(Random(data.sha256).randbytes):  # noqa: S311 - nothing is kept secret by it
        call_on(settings, lambda services: services.imports.load(data))
    show(_told(data, path, url, weeks), DEMO, "json" if json else None)


def _new_file(given: Path, *, beside: bool = False) -> Path:
    """Where the demo goes: a file that is not there, least of all a database of somebody's.

    The folder is there, unless it is that of one's own database.
    """
    try:
        path = given.resolve()
        there = path.exists()
        if beside:
            path.parent.mkdir(parents=True, exist_ok=True)
        folder = path.parent.is_dir()
    except (OSError, ValueError) as error:
        raise StorageError(f"{given} cannot be written: {reason(error)}") from error
    if path == SETTINGS.get().database_path:
        raise InvalidError(f"{path} is your own database", hints=["name another file with -o"])
    if not folder:
        raise InvalidError(
            f"There is no folder {path.parent}",
            hints=[f"mkdir -p {quoted(str(path.parent))}", "name another file with -o"],
        )
    if there:
        raise DuplicateError(
            f"{path} is there already", hints=["remove it, or name another file with -o"]
        )
    return path


def _told(data: ImportData, path: Path, url: str, weeks: int) -> DemoRead:
    days = [each.started_at.date() for each in data.workouts]
    if not days:
        raise InvalidError("Nothing was trained in these days", hints=["--weeks 52"])
    executions = (execution for each in data.workouts for execution in each.executions)
    return DemoRead(
        path=str(path),
        database_url=url,
        weeks=weeks,
        first=min(days),
        last=max(days),
        workouts=len(data.workouts),
        sets=sum(len(each.sets) for each in executions),
        measurements=len(data.measurements),
    )
