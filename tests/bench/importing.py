"""An import of many sets, beside a plain `executemany` of the same rows into the same tables.

Each side runs in a process of its own (`python -m tests.bench.importing ours|plain FOLDER`), so that its peak of
memory is its own.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tests.bench.report import Ratio, Section, tell
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase, connect
from workout_core.db.migrate import upgrade_file
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
LIMIT: Final = 1800.0  # seconds for each process
MILLION: Final = 1_000_000
USUAL: Final = 20_000
USUAL_S: Final = 5.0
BATCH: Final = 2_000
HEADER: Final = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
MOVEMENTS: Final = (
    "Squat (Barbell)",
    "Bench Press (Barbell)",
    "Deadlift (Barbell)",
    "Overhead Press (Barbell)",
    "Lat Pulldown (Cable)",
    "Landmine Gadget",  # nobody knows it
)
TABLES: Final = ("users", "exercises", "imports", "workouts", "exercise_executions", "sets")


def report(*, quick: bool = False, sizes: Sequence[int] = ()) -> Section:
    """An import of the usual size, and of a huge one."""
    sizes = sizes or (USUAL, 50_000 if quick else MILLION)
    section = Section(
        "Import of a Strong file into SQLite",
        ("sets", "reading s", "planning, writing s", "rows/s", "peak MiB", "plain s"),
    )
    for size in sizes:
        tell(f"import: {size:,} sets")
        with TemporaryDirectory(prefix="workout-bench-") as folder:
            _write(Path(folder), size)
            ours = _measured("ours", Path(folder))
            plain = _measured("plain", Path(folder))
        _add(section, size, ours, plain)
    return section


def _add(section: Section, size: int, ours: Any, plain: Any) -> None:
    assert ours["sets"] == plain["sets"] == size, (ours, plain)
    whole = ours["reading"] + ours["loading"]
    rate, peak = f"{size / whole:,.0f}", f"{ours['peak'] / 1024:,.0f}"
    seconds = [f"{each:.2f}" for each in (ours["reading"], ours["loading"], plain["seconds"])]
    section.rows.append([f"{size:,}", *seconds[:2], rate, peak, seconds[2]])
    name = f"import of {size:,} sets"
    if size == USUAL:
        section.ratios.append(Ratio(name, whole, "seconds", most=USUAL_S))
    section.ratios.append(Ratio(name, whole / plain["seconds"], "plain executemany"))


def lines(count: int) -> Iterator[str]:
    """Workouts of 25 sets, each a text; the same each time."""
    random = Random(5)
    start = datetime.fromisoformat("1990-01-01 18:00")
    for number in range(0, count, 25):
        start += timedelta(hours=7)
        yield "".join(_rows(random, start, min(25, count - number)))


def _rows(random: Random, start: datetime, count: int) -> Iterator[str]:
    first = random.randrange(len(MOVEMENTS))
    for place in range(count):
        name = MOVEMENTS[(first + place // 5) % len(MOVEMENTS)]
        load, reps = 40 + 2.5 * random.randrange(40), random.randint(3, 12)
        yield f'{start},"Evening",1h 5m,"{name}",{place % 5 + 1},{load},{reps},0,0,"","",8\n'


def _write(folder: Path, count: int) -> None:
    with (folder / "strong.csv").open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(lines(count))


def _measured(side: str, folder: Path) -> Any:
    command = [sys.executable, "-m", "tests.bench.importing", side, str(folder)]
    ended = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=LIMIT
    )
    return json.loads(ended.stdout)


async def _ours(folder: Path) -> dict[str, float]:
    """The file through the library, as the command does it: in one transaction."""
    upgrade_file(folder / "ours.db")
    backend = LocalBackend(EmbeddedDatabase(folder / "ours.db"))
    began = time.perf_counter()
    file = ImportFile(folder / "strong.csv", options=Options(unit="kg"))
    read = time.perf_counter()
    async with backend.services() as services:
        report = await file.load(services.imports, Choices("Europe/Paris"))
    ended = time.perf_counter()
    await backend.close()
    return {"reading": read - began, "loading": ended - read, "sets": report.sets}


def _plain(folder: Path) -> dict[str, float]:
    """The rows of that import, a few thousand at a time, into new tables with every index; only writing counts."""
    upgrade_file(folder / "plain.db")
    seconds = 0.0
    with (
        closing(sqlite3.connect(folder / "ours.db")) as source,
        closing(connect(folder / "plain.db")) as target,
    ):
        target.execute("DELETE FROM users")
        target.execute("BEGIN IMMEDIATE")
        for name in TABLES:
            seconds += _copied(source, target, name)
        began = time.perf_counter()
        target.execute("COMMIT")
        seconds += time.perf_counter() - began
        (sets,) = target.execute("SELECT count(*) FROM sets").fetchone()
    return {"seconds": seconds, "sets": sets}


def _copied(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> float:
    cursor = source.execute(f"SELECT * FROM {name}")
    marks = ",".join("?" * len(cursor.description))
    seconds = 0.0
    while rows := cursor.fetchmany(BATCH):
        began = time.perf_counter()
        target.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        seconds += time.perf_counter() - began
    return seconds


def _main(side: str, folder: str) -> None:
    path = Path(folder)
    figures = asyncio.run(_ours(path)) if side == "ours" else _plain(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({**figures, "peak": peak}))


if __name__ == "__main__":
    _main(*sys.argv[1:])
