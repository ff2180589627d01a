"""Writes a whole account, line by line, as text or as JSON Lines: what is held at once is a page."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from workout_core import __version__
from workout_core.transfer.dump_exercises import DumpedExercises
from workout_core.transfer.dump_lines import TAB, as_tail, row_line
from workout_core.transfer.dump_rows import checked, forms_of
from workout_core.transfer.dump_schemas import DumpParams, DumpRows, DumpWorkouts
from workout_core.transfer.dump_workouts import WorkoutLines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_rows import TableForm
    from workout_core.transfer.dump_service import DumpService

DumpFormat = Literal["text", "json"]
VERSION: Final = 1
SCHEMA: Final = "workout.dump/"
HEADER: Final = "# workout dump "
END: Final = "# end"
COMMENT: Final = "# To bring it back, into an empty database: workout load FILE"
PAGE: Final = 1_000
WORKOUTS: Final = 100
# What stands in the lines of workouts.
TOGETHER: Final = ("workouts", "exercise_executions", "sets")


async def dump_lines(service: DumpService, form: DumpFormat) -> AsyncIterator[list[str]]:
    """The lines of a dump without their ends, a page at a time."""
    told = await service.tables()
    forms = forms_of(told)
    head = {
        "created_at": datetime.now(UTC),
        "program": __version__,
        "revision": told.revision,
    }
    counts: Counter[str] = Counter()
    if form == "json":
        yield [as_tail({"schema": f"{SCHEMA}{VERSION}", **head})]
        async for lines in _json(service, forms, counts):
            yield lines
        yield [as_tail({"end": counts})]
    else:
        yield [f"{HEADER}{VERSION}{TAB}{as_tail(head)}", COMMENT]
        async for lines in _text(service, forms, counts):
            yield lines
        yield [f"{END}{TAB}{as_tail(counts)}"]


async def _json(
    service: DumpService, forms: Mapping[str, TableForm], counts: Counter[str]
) -> AsyncIterator[list[str]]:
    for name in forms:
        async for rows in _pages(service, name):
            counts[name] += len(rows)
            yield [as_tail({**row, "table": name}) for row in rows]


async def _text(
    service: DumpService, forms: Mapping[str, TableForm], counts: Counter[str]
) -> AsyncIterator[list[str]]:
    exercises = DumpedExercises()
    lines = WorkoutLines(forms, exercises)
    for name, form in forms.items():
        if name == TOGETHER[0]:
            async for part in _workout_pages(service):
                found = [_values(forms[each], getattr(part, each)) for each in TOGETHER]
                counts.update({each: len(rows) for each, rows in zip(TOGETHER, found, strict=True)})
                yield list(_workouts(lines, *found))
        elif name not in TOGETHER:
            async for page in _pages(service, name):
                rows = _values(form, page)
                counts[name] += len(rows)
                for row in rows if name == "exercises" else ():
                    exercises.add(row)
                yield [row_line(form, row) for row in rows]


async def _pages(service: DumpService, table: str) -> AsyncIterator[list[dict[str, Any]]]:
    params = DumpParams(size=PAGE)
    while True:
        page: DumpRows = await service.page(table, params)
        yield page.rows
        if len(page.rows) < PAGE:
            return
        params = DumpParams(after=page.rows[-1]["id"], size=PAGE)


async def _workout_pages(service: DumpService) -> AsyncIterator[DumpWorkouts]:
    params = DumpParams(size=WORKOUTS)
    while True:
        page = await service.workouts(params)
        yield page
        if len(page.workouts) < WORKOUTS:
            return
        params = DumpParams(after=page.workouts[-1]["id"], size=WORKOUTS)


def _workouts(
    lines: WorkoutLines, workouts: Sequence[Row], executions: Sequence[Row], sets: Sequence[Row]
) -> Iterator[str]:
    """Each workout's line and those of its executions."""
    sets_of: dict[Any, list[Row]] = {}
    for row in sets:
        sets_of.setdefault(row["execution_id"], []).append(row)
    executions_of: dict[Any, list[Row]] = {}
    for row in executions:
        executions_of.setdefault(row["workout_id"], []).append(row)
    for workout in workouts:
        yield lines.workout(workout)
        for row in executions_of.get(workout["id"], ()):
            yield lines.execution(row, sets_of.get(row["id"], ()))


def _values(form: TableForm, rows: Sequence[dict[str, Any]]) -> Sequence[Row]:
    """Rows with their values, which a server has sent as JSON has them."""
    if rows and isinstance(rows[0].get("created_at"), datetime):
        return rows
    return [checked(form, row) for row in rows]
