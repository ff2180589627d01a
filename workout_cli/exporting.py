"""Writes workouts as they are read: a page after another, in one reading transaction, to a file or to a pipe."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from workout_cli.console import is_terminal, put, put_bytes
from workout_cli.output import writing
from workout_cli.runner import SETTINGS, ask
from workout_core.errors import InvalidError
from workout_core.exercises import catalogue
from workout_core.exercises.keys import normalise
from workout_core.exercises.names import KnownExercise, NameIndex
from workout_core.exercises.schemas import ExerciseFilters
from workout_core.transfer.schemas import WorkoutPageParams
from workout_core.transfer.writers.fit import ActivityFile
from workout_core.transfer.writers.formats import TABLES, WRITERS, TextFormat, Wishes
from workout_core.workouts.text.lines import TextNames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path
    from typing import Literal
    from uuid import UUID

    from workout_core.dates import Range
    from workout_core.services import Services
    from workout_core.workouts.schemas import WorkoutRead

    Sink = Callable[[bytes], object]
    Produced = Callable[[Services, Counter[str]], AsyncIterator[bytes]]


def write_workouts(
    format: TextFormat | Literal["fit"], days: Range, output: Path | None, *, safe: bool
) -> Counter[str]:
    """Write the workouts of some days, and count them and their sets."""
    if safe and format not in TABLES:
        raise InvalidError(
            f"A {format} has no cells", hints=[f"--format {each}" for each in sorted(TABLES)]
        )
    if format != "fit":
        return _stream(_texts(format, days, safe=safe), output)
    if output is None and is_terminal(sys.stdout):
        raise InvalidError(
            "A FIT file is nothing to look at", hints=["workout export -o workouts.fit"]
        )
    return _stream(_activities(days), output)


def _stream(produced: Produced, output: Path | None) -> Counter[str]:
    """Write what is produced as it comes."""
    counts: Counter[str] = Counter()

    async def use(services: Services, sink: Sink) -> None:
        async for chunk in produced(services, counts):
            sink(chunk)

    if output is None:
        shown = _put_text if is_terminal(sys.stdout) else put_bytes
        ask(lambda services: use(services, shown))
    else:
        with writing(output) as file:
            ask(lambda services: use(services, file.write))
    return counts


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


def _put_text(data: bytes) -> None:
    put(data.decode())
