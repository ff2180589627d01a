"""Records and statistics as the history grows, beside SQL written by hand on the same file.

The history is that of somebody with two dozen exercises. The budget is for 100,000 sets; what is told of more shows
how it grows: with ten times the sets a page may take ten times as long, but no more. Years and weeks don't grow.
It is the processor's time, so that what else a machine does counts for little: nothing here waits for anything else.
"""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tests.acting import acting
from tests.bench import data
from tests.bench.report import Ratio, Section, tell
from workout_core.accounts.owner import OWNER
from workout_core.charts.schemas import SeriesFilters
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.migrate import upgrade_file
from workout_core.exercises.catalogue import exercises
from workout_core.exercises.names import NameIndex
from workout_core.statistics.schemas import (
    CompareFilters,
    PeriodFilters,
    RecordFilters,
    SpanFilters,
    StatsTrendFilters,
    StreakFilters,
    WeekFilters,
    YearFilters,
)
from workout_core.workouts.inputs import ExecutionCreate, SetCreate, WorkoutCreate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from workout_core.services import Services

    Use = Callable[[Services], Awaitable[Any]]
    Before = Callable[[LocalBackend], Awaitable[None]]

SETS: Final = data.EXERCISES * data.SETS
EXERCISES: Final = 24
RUNS: Final = 7
BUDGET_MS: Final = 50.0
BUDGET_SETS: Final = 100_000
NOISE: Final = 1.2  # what grows in proportion is seldom measured so to the last percent
NAME: Final = "Pull-Up"
EVER: Final = date(1900, 1, 1)
TODAY: Final = datetime.now(UTC).date()
MONDAY: Final = TODAY - timedelta(days=TODAY.weekday())

_OF_EXERCISE: Final = (
    "FROM sets WHERE user_id = 1 AND exercise_id = :exercise AND deleted_at IS NULL"
    " AND kind <> 'warmup' AND reps >= 1"
)
_OF_DAYS: Final = (
    "FROM sets WHERE user_id = 1 AND exercise_id IN (SELECT id FROM exercises WHERE user_id = 1)"
    " AND local_date BETWEEN :since AND :until AND deleted_at IS NULL AND kind <> 'warmup'"
)
_TOTALS: Final = "sum(load_exact * 1.0 * reps * (CASE side WHEN 'each' THEN 2 ELSE 1 END))"
_BEST: Final = "max(load_exact * (CASE reps WHEN 1 THEN 30 ELSE 30 + reps END))"
_YEAR: Final = f"SELECT exercise_id, count(*), {_TOTALS}, {_BEST} {_OF_DAYS} GROUP BY 1"
_ORDER: Final = "ORDER BY 1 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
_WORKOUTS: Final = f"SELECT local_date, workout_id, {_BEST} AS best, {_TOTALS} AS volume {_OF_EXERCISE} GROUP BY 1, 2"
_EVERY: Final = (
    "FROM sets WHERE user_id = 1 AND deleted_at IS NULL AND kind <> 'warmup' AND reps >= 1"
)
_ALL_WORKOUTS: Final = (
    f"SELECT local_date, exercise_id, workout_id, {_BEST} AS best, {_TOTALS} AS volume"
    f" {_EVERY} GROUP BY 1, 2, 3"
)
_OF_EACH: Final = f"PARTITION BY exercise_id {_ORDER}"
_RECORDS: Final = (
    f"SELECT exercise_id, load_exact, reps, min(local_date) {_EVERY} GROUP BY 1, 2, 3",
    f"SELECT *, max(best) OVER ({_OF_EACH}), max(volume) OVER ({_OF_EACH}) FROM ({_ALL_WORKOUTS})",
)
_SHARES: Final = (
    "SELECT load_exact, reps, max(load_exact * (30 + reps)) OVER (ORDER BY local_date) AS best"
    f" {_OF_EXERCISE}"
)
_EFFORTS: Final = (
    "SELECT w.id, avg(CAST(s.rpe AS REAL)) FROM workouts w JOIN sets s ON s.user_id = 1"
    " AND s.workout_id = w.id WHERE w.user_id = 1 AND w.local_date BETWEEN :since AND :until GROUP BY 1"
)
# What somebody would write who wants these figures from this file.
BY_HAND: Final[dict[str, tuple[str, ...]]] = {
    "records": (
        f"SELECT load_exact, reps, min(local_date) {_OF_EXERCISE} GROUP BY 1, 2",
        f"SELECT *, max(best) OVER ({_ORDER}), max(volume) OVER ({_ORDER}) FROM ({_WORKOUTS})",
    ),
    "exercise": (
        f"SELECT local_date, count(*), {_TOTALS}, {_BEST} {_OF_EXERCISE} GROUP BY 1",
        f"SELECT load_exact, reps, min(local_date) {_OF_EXERCISE} GROUP BY 1, 2",
    ),
    "intensity": (
        f"SELECT 300.0 * load_exact / best, reps > 5, count(*) FROM ({_SHARES}) GROUP BY 1, 2",
    ),
    "week": (f"SELECT exercise_id, count(*) {_OF_DAYS} GROUP BY 1",),
    "year": (_YEAR,),
    "compare": (_YEAR, _YEAR),
    "streaks": (
        "SELECT local_date, count(*) FROM workouts WHERE user_id = 1 AND deleted_at IS NULL GROUP BY 1",
    ),
    "load": (_EFFORTS,),
    "chart e1rm": (f"SELECT local_date, count(*), {_BEST} {_OF_EXERCISE} GROUP BY 1",),
    "chart volume": (f"SELECT local_date, count(*), {_TOTALS} {_OF_EXERCISE} GROUP BY 1",),
    "records of all, first time": _RECORDS,
    "records of all": _RECORDS,
    "records of all after a session": _RECORDS,
    "records at a day": tuple(
        each.replace("deleted_at IS NULL", "deleted_at IS NULL AND local_date <= :since")
        for each in _RECORDS
    ),
}


def uses() -> dict[str, Use]:
    """One page of each statistic."""
    ever = {"since": EVER, "until": TODAY}
    year = {"since": TODAY - timedelta(days=365), "until": TODAY}
    before = {"other_since": TODAY - timedelta(days=730), "other_until": year["since"]}
    trend = StatsTrendFilters(exercise=NAME, **ever)
    return {
        "records": lambda services: services.records.list(RecordFilters(exercise=NAME)),
        "exercise": lambda services: services.statistics.exercise(trend),
        "intensity": lambda services: services.statistics.intensity(
            SpanFilters(exercise=NAME, **ever)
        ),
        "week": lambda services: services.statistics.week(WeekFilters(day=MONDAY)),
        "year": lambda services: services.statistics.year(YearFilters(year=TODAY.year)),
        "compare": lambda services: services.statistics.compare(CompareFilters(**year, **before)),
        "streaks": lambda services: services.statistics.streaks(StreakFilters(until=TODAY)),
        "load": lambda services: services.statistics.load(
            PeriodFilters(since=TODAY - timedelta(weeks=12), until=TODAY)
        ),
        "chart e1rm": lambda services: services.charts.series(
            SeriesFilters(exercise=NAME, measure="e1rm")
        ),
        "chart volume": lambda services: services.charts.series(
            SeriesFilters(exercise=NAME, measure="volume")
        ),
        "records of all, first time": lambda services: services.records.list(RecordFilters()),
        "records of all": lambda services: services.records.list(RecordFilters()),
        "records of all after a session": lambda services: services.records.list(RecordFilters()),
        "records at a day": lambda services: services.records.list(RecordFilters(at=year["since"])),
    }


async def forget(backend: LocalBackend) -> None:
    """Let no records be kept."""
    async with acting(backend.database) as executor:
        binds = {"owner": OWNER, "updated_at": datetime.now(UTC)}
        await executor.execute("statistics.spoil_books", **binds)


async def train(backend: LocalBackend) -> None:
    """Log a session of now, of as many exercises as all of them have."""
    load: dict[str, Any] = {"load_value": 100, "load_unit": "kg", "load_mode": "absolute"}
    sets = [SetCreate(reps=5, **load) for _ in range(data.SETS)]
    index = NameIndex()
    known = [index.find(name) for name in (NAME, *_names()[: data.EXERCISES - 1])]
    done = [ExecutionCreate(exercise_id=each.id, sets=sets) for each in known if each]
    async with backend.services() as services:
        now = datetime.now(UTC)
        await services.workouts.create(WorkoutCreate(started_at=now, exercise_executions=done))


# What is done before a page is asked for, each time.
BEFORE: Final[dict[str, Before]] = {
    "records of all, first time": forget,
    "records of all after a session": train,
}
# What is worked out once, when it is first asked for.
ONCE: Final = ("records of all, first time",)


def report(*, quick: bool = False, sizes: Sequence[int] = ()) -> Section:
    """Each statistic at each size, how it grows from one to the next, and what it is to SQL by hand at the last."""
    sizes = sizes or ((10_000, 100_000) if quick else (10_000, 100_000, 1_000_000))
    steps = [f"to {size:,}" for size in sizes[1:]]
    section = Section(
        "Records and statistics on SQLite, ms (by hand), and how many times that with more sets",
        ("statistic", *(f"{size:,}" for size in sizes), *steps, "to hand"),
    )
    found = [_measured(size) for size in sizes]
    for name in uses():
        each = [measured[name] for measured in found]
        section.rows.append([name, *_cells(each)])
        for size, (ours, hand) in zip(sizes, each, strict=True):
            section.ratios.append(Ratio(f"{name}, {size:,} sets", ours / hand, "SQL by hand"))
            if size == BUDGET_SETS and name not in ONCE:
                section.ratios.append(Ratio(f"{name}, {size:,} sets", ours, "ms", most=BUDGET_MS))
        for (fewer, more), (before, after) in zip(pairwise(sizes), pairwise(each), strict=True):
            what = f"{name}, {fewer:,} to {more:,} sets"
            grown = after[0] / before[0]
            most = NOISE * more / fewer
            section.ratios.append(Ratio(what, grown, "its own time", most=most))
    return section


def _cells(each: Sequence[tuple[float, float]]) -> list[str]:
    ours, hand = each[-1]
    times = [f"{one:.1f} ({other:.1f})" for one, other in each]
    growth = [f"{after[0] / before[0]:.1f}" for before, after in pairwise(each)]
    return [*times, *growth, f"{ours / hand:.1f}"]


def _measured(size: int) -> dict[str, tuple[float, float]]:
    tell(f"statistics: {size:,} sets")
    with TemporaryDirectory(prefix="workout-bench-") as folder:
        path = Path(folder) / "workouts.db"
        upgrade_file(path)
        return asyncio.run(_timed(path, size))


async def _timed(path: Path, size: int) -> dict[str, tuple[float, float]]:
    database = EmbeddedDatabase(path)
    await data.fill(database, size // SETS, [NAME, *_names()[: EXERCISES - 1]])
    backend = LocalBackend(database)
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for name, use in uses().items():
            pairs = [
                (await _ours(backend, name, use), _by_hand(connection, BY_HAND[name]))
                for _ in range(RUNS)
            ]
            found[name] = (min(ours for ours, _ in pairs), min(hand for _, hand in pairs))
    await backend.close()
    return found


async def _ours(backend: LocalBackend, name: str, use: Use) -> float:
    """From the opening of a transaction to where what was worked out is kept; as in a command, nothing is collected."""
    if before := BEFORE.get(name):
        await before(backend)
    gc.disable()
    began = time.process_time()
    async with backend.services(readonly=True) as services:
        await use(services)
    taken = time.process_time() - began
    gc.enable()
    return 1000 * taken


def _names() -> list[str]:
    return [each.name for each in exercises() if each.tracking == "weight_reps"]


def _by_hand(connection: sqlite3.Connection, statements: Sequence[str]) -> float:
    query = "SELECT id FROM exercises WHERE user_id = 1 AND slug = 'pull-up'"
    found = connection.execute(query).fetchone()
    assert found, "the catalogue lost a movement"
    days = {"since": (TODAY - timedelta(days=365)).isoformat(), "until": TODAY.isoformat()}
    began = time.process_time()
    for each in statements:
        connection.execute(each, {"exercise": found[0], **days}).fetchall()
    return 1000 * (time.process_time() - began)
