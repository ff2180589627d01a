"""Take everything out: as one lossless document, or in a format that others read."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from workout_cli import options
from workout_cli.console import is_terminal, put, put_bytes, say
from workout_cli.output import as_json, write, writing
from workout_cli.runner import SETTINGS, ask
from workout_cli.tree import new_app
from workout_cli.wording import counted
from workout_core.errors import InvalidError
from workout_core.exercises import catalogue
from workout_core.exercises.names import KnownExercise, NameIndex, normalise
from workout_core.exercises.schemas import ExerciseFilters
from workout_core.schemas import clean
from workout_core.transfer.schemas import WorkoutPageParams
from workout_core.transfer.writers.fit import ActivityFile
from workout_core.transfer.writers.formats import TABLES, WRITERS, TextFormat, Wishes
from workout_core.units import kilograms
from workout_core.workouts.text.lines import TextNames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from uuid import UUID

    from workout_core.dates import Range
    from workout_core.services import Services
    from workout_core.transfer.schemas import ExportRead
    from workout_core.workouts.schemas import WorkoutRead

    Sink = Callable[[bytes], object]
    Produced = Callable[[Services, Counter[str]], AsyncIterator[bytes]]

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
    if safe_cells and chosen not in TABLES:
        raise InvalidError(
            f"There are no cells in {chosen}", hints=[f"--format {each}" for each in sorted(TABLES)]
        )
    if chosen == "json":
        _document(days, output)
    elif chosen == "fit":
        _refuse_terminal(output)
        _stream(_activities(days), output)
    else:
        _stream(_texts(chosen, days, safe=safe_cells), output)


def _by_ending(output: Path | None) -> Format:
    ending = output.suffix.lower() if output else ""
    if ending not in ENDINGS:
        raise InvalidError(
            f"No format ends in {ending!r}; say which with --format",
            hints=["--format json", "--format csv"],
        )
    return ENDINGS[ending]


def _document(days: Range, output: Path | None) -> None:
    document = _within(ask(lambda services: services.transfer.export()), days)
    if output is None:
        put(as_json(document))
    else:
        write(output, as_json(document))
        _tell(len(document.workouts), document.sets, output)


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


def _stream(produced: Produced, output: Path | None) -> None:
    """Write what is produced as it comes, in one reading transaction."""
    counts: Counter[str] = Counter()

    async def use(services: Services, sink: Sink) -> None:
        async for chunk in produced(services, counts):
            sink(chunk)

    if output is None:
        shown = _put_text if is_terminal(sys.stdout) else put_bytes
        ask(lambda services: use(services, shown))
        return
    with writing(output) as file:
        ask(lambda services: use(services, file.write))
    _tell(counts["workouts"], counts["sets"], output)


def _texts(format: TextFormat, days: Range, *, safe: bool) -> Produced:
    async def produced(services: Services, counts: Counter[str]) -> AsyncIterator[bytes]:
        names = await _names(services) if format == "text" else TextNames(NameIndex())
        writer = WRITERS[format](Wishes(SETTINGS.get().unit or "kg", names, safe))
        yield writer.head.encode()
        async for workouts in _pages(services, days, counts):
            yield "".join(writer.body(workouts)).encode()
        yield writer.foot.encode()

    return produced


def _activities(days: Range) -> Produced:
    async def produced(services: Services, counts: Counter[str]) -> AsyncIterator[bytes]:
        file = ActivityFile()
        async for workouts in _pages(services, days, counts):
            file.add(workouts)
        for chunk in file.content():
            yield chunk

    return produced


async def _pages(
    services: Services, days: Range, counts: Counter[str]
) -> AsyncIterator[Sequence[WorkoutRead]]:
    """The workouts of some days, the oldest first, some at a time; what went by is counted."""
    params = WorkoutPageParams(since=days[0], until=days[1])
    more = True
    while more:
        page = await services.transfer.workouts(params)
        counts["workouts"] += len(page.workouts)
        counts["sets"] += sum(each.sets for each in page.workouts)
        yield page.workouts
        params = params.model_copy(update={"after": page.next})
        more = page.next is not None


async def _names(services: Services) -> TextNames:
    """The names by which lines are read: the user's own before the catalogue's."""
    known: list[KnownExercise] = []
    aliases: list[tuple[str, UUID]] = []
    more, page = True, 1
    while more:
        filters = ExerciseFilters(visibility="all", size=100, page=page)
        found = await services.exercises.list(filters)
        for each in found.items:
            known.append(KnownExercise(each.id, each.slug, each.name, each.tracking, each.unit))
            given = catalogue.by_id(each.id)
            own = set(each.aliases) - set(given.aliases if given else ())
            aliases += [(normalise(name), each.id) for name in own]
        more, page = page * filters.size < found.total, page + 1
    return TextNames(NameIndex(known, aliases))


def _refuse_terminal(output: Path | None) -> None:
    if output is None and is_terminal(sys.stdout):
        raise InvalidError(
            "A FIT file is nothing to look at", hints=["workout export -o workouts.fit"]
        )


def _put_text(data: bytes) -> None:
    put(data.decode())


def _tell(workouts: int, sets: int, output: Path) -> None:
    say(f"{counted(workouts, 'workout')}, {counted(sets, 'set')} in {clean(str(output))}")
