"""Cold processes, one after the other in rounds, each beside a bare interpreter and beside the floor.

The floor imports what no command does without: the parser of its words, schemas, the database's driver. The
program is installed into an environment of its own, as its users have it: an editable install costs more.
"""

from __future__ import annotations

import asyncio
import os
import re
import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.bench.data import EXERCISES, SETS, fill
from tests.bench.report import Ratio, Section, tell
from workout_core.db.embedded import EmbeddedDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parents[2]
LIMIT: Final = 60.0  # seconds for each process
HISTORY: Final = 52_000 // (EXERCISES * SETS)
BARE: Final = "bare interpreter"
FLOOR: Final = "floor"
FLOOR_CODE: Final = """
import sqlite3, typer, pydantic
class One(pydantic.BaseModel):
    field: int
"""
# Each with its budget: a multiple of the bare interpreter, or of the floor.
COMMANDS: Final[tuple[tuple[str, str, float | None], ...]] = (
    ("--version", BARE, 2),
    ("prompt", BARE, 2.5),
    ("--help", BARE, 15),
    ("log bench 100x5", FLOOR, 1.25),
    ("today", FLOOR, 1.25),
    ("status", FLOOR, 1.5),
    ("rest 90", FLOOR, 1.25),
    ("show last", FLOOR, 1.5),
    ("history", FLOOR, 1.5),
    ("exercise show bench", FLOOR, 1.5),
)
REMOTE: Final = "today"


class Cost(NamedTuple):
    """Seconds: on the clock, and of the processor, which other programs hardly disturb."""

    clock: float
    cpu: float


@dataclass(frozen=True)
class Program:
    """How the program is called, the interpreter that it has, and the environment of both."""

    python: Path
    command: Sequence[str | Path]
    environment: Mapping[str, str]

    def run(self, command: Sequence[str | Path], **more: str) -> Cost:
        """What a process takes from its start to its end; one that fails is an error."""
        began, cpu = time.perf_counter(), _cpu_of_children()
        subprocess.run(
            command,
            env={**self.environment, **more},
            cwd=self.environment["HOME"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=LIMIT,
        )
        return Cost(time.perf_counter() - began, _cpu_of_children() - cpu)


def report(*, quick: bool = False) -> Section:
    """The commands of a fresh installation."""
    with TemporaryDirectory(prefix="workout-bench-") as folder:
        tell("commands: installing the program into an environment of its own")
        try:
            bin_ = installed(Path(folder) / "venv")
        except subprocess.SubprocessError as error:
            return _not_installed(error)
        return measure(
            bin_ / "python",
            [bin_ / "workout"],
            Path(folder),
            runs=5 if quick else 15,
            workouts=HISTORY // 10 if quick else HISTORY,
        )


def installed(place: Path) -> Path:
    """The folder of programs of a new environment with the program in it."""
    environment = {**_inherited(), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    venv = [sys.executable, "-m", "venv", str(place)]
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "-q", "--compile", str(ROOT)]
    for command in (venv, pip):
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=600)
    return place / "bin"


def measure(
    python: Path,
    command: Sequence[str | Path],
    home: Path,
    *,
    runs: int,
    workouts: int,
    warm: int = 1,
) -> Section:
    """Medians of rounds in which each command has its turn; the first ones are not counted."""
    tell(f"commands: {runs} rounds on {workouts * EXERCISES * SETS:,} sets")
    database = EmbeddedDatabase(home / "workout.db")
    token = asyncio.run(fill(database, workouts))
    asyncio.run(database.close())
    program = Program(python, command, _environment(home))
    with _serving(program) as url:
        remote = {"WORKOUT_SERVER_URL": url, "WORKOUT_TOKEN": token}
        timed: dict[str, list[Cost]] = {}
        for number in range(warm + runs):
            for name, cost in _round(program, remote).items():
                if number >= warm:
                    timed.setdefault(name, []).append(cost)
    medians = {
        name: Cost(median(each.clock for each in costs), median(each.cpu for each in costs))
        for name, costs in timed.items()
    }
    return _section(medians, runs, workouts)


def _round(program: Program, remote: Mapping[str, str]) -> dict[str, Cost]:
    timed = {
        BARE: program.run([program.python, "-c", "pass"]),
        FLOOR: program.run([program.python, "-c", FLOOR_CODE]),
    }
    for words, _, _ in COMMANDS:
        timed[words] = program.run([*program.command, *words.split()])
    timed[f"{REMOTE}, remote"] = program.run([*program.command, REMOTE], **remote)
    return timed


def _section(medians: Mapping[str, Cost], runs: int, workouts: int) -> Section:
    title = f"Commands, cold: medians of {runs} rounds, {workouts * EXERCISES * SETS:,} sets"
    headers = ("command", "ms", "x bare", "x floor", "CPU ms", "x bare", "x floor", "budget", "")
    section = Section(title, headers)
    budgets = {words: (against, most) for words, against, most in COMMANDS}
    bare, floor = medians[BARE], medians[FLOOR]
    for name, cost in medians.items():
        against, most = budgets.get(name, (FLOOR, None))
        ratio = Ratio(name, cost.clock / medians[against].clock, against, most=most)
        if name not in (BARE, FLOOR):
            section.ratios.append(ratio)
        figures = [
            figure
            for own, of_bare, of_floor in zip(cost, bare, floor, strict=True)
            for figure in (f"{own * 1000:.1f}", f"{own / of_bare:.2f}", f"{own / of_floor:.2f}")
        ]
        budget = f"{ratio.budget} x {against.split()[0]}" if most else ""
        section.rows.append([name, *figures, budget, ratio.verdict])
    return section


@contextmanager
def _serving(program: Program) -> Iterator[str]:
    """The address of `workout serve` on this machine."""
    command = [*program.command, "serve", "--port", "0"]
    log = Path(program.environment["HOME"]) / "server.log"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            command, env=program.environment, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            assert process.stdout
            line = process.stdout.readline()  # ends at once where the server does
            found = re.search(r"serves on (\S+)", line)
            assert found, log.read_text()
            yield found[1]
        finally:
            process.kill()


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _inherited() -> dict[str, str]:
    """Without what keeps Python from writing compiled files, or lets it find modules elsewhere."""
    unwanted = ("PYTHON", "WORKOUT_", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


def _environment(home: Path) -> dict[str, str]:
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    url = f"sqlite:///{home / 'workout.db'}"
    own = {**dict.fromkeys(folders, str(home)), "WORKOUT_DATABASE_URL": url, "TZ": "UTC"}
    return {**_inherited(), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", **own}


def _not_installed(error: subprocess.SubprocessError) -> Section:
    said = getattr(error, "stderr", None) or b""
    section = Section("Commands: not measured", ("why",), [[type(error).__name__]])
    section.notes.append("pip could not install the program; is the package index within reach?")
    section.notes += said.decode(errors="replace").splitlines()[-3:]
    return section
