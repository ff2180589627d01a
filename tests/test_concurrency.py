"""Several programs on one database, and programs that are killed: what was acknowledged is there, whole and once."""

from __future__ import annotations

import asyncio
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.everything import EVERYTHING
from tests.older import FIRST, make_older
from tests.postgres import connect
from tests.processes import LIMIT, Program, ended, eventually
from workout_core.db.migrations import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.processes import Ended, Served

    Query = Callable[[str], list[tuple[Any, ...]]]

KILLS: Final = 150 if EVERYTHING else 24
MIGRATIONS: Final = 50 if EVERYTHING else 2
SETS: Final = 3  # in each line that is logged
EXERCISES: Final = ("bench", "squat", "deadlift")
WRITER: Final = """
import sys
from pathlib import Path
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.workouts.log_schemas import WorkoutLog

exercise, first = sys.argv[2], int(sys.argv[3])
backend = LocalBackend(EmbeddedDatabase(Path(sys.argv[1])))

async def log(number):
    async with backend.services() as services:
        await services.log.add(WorkoutLog(text=f"{exercise} {number / 100}kg x5x3"))

print("ready", flush=True)
for number in range(first, first + 1000):
    backend.run(log(number))
    print(number, flush=True)
"""
FAULTS: Final = {
    "a workout without sets": """
        SELECT id FROM workouts w WHERE NOT EXISTS (SELECT 1 FROM sets s WHERE s.workout_id = w.id)""",
    "an execution without sets": """
        SELECT id FROM exercise_executions e
        WHERE NOT EXISTS (SELECT 1 FROM sets s WHERE s.execution_id = e.id)""",
    "a set that no operation tells of": """
        SELECT id FROM sets s WHERE (
            SELECT count(*) FROM operations o WHERE o.entity_id = s.id AND o.action = 'create') <> 1""",
    "an operation without its row": """
        SELECT id FROM operations o WHERE entity_id NOT IN (SELECT id FROM sets)
        AND entity_id NOT IN (SELECT id FROM exercise_executions)
        AND entity_id NOT IN (SELECT id FROM workouts) AND entity_id NOT IN (SELECT id FROM exercises)""",
    "positions of sets that repeat or leave gaps": """
        SELECT execution_id FROM sets GROUP BY execution_id
        HAVING min(position) <> 0 OR max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)""",
    "positions of executions that repeat or leave gaps": """
        SELECT workout_id FROM exercise_executions GROUP BY workout_id
        HAVING min(position) <> 0 OR max(position) <> count(*) - 1 OR count(DISTINCT position) <> count(*)""",
}


def faults(query: Query) -> list[str]:
    """What is wrong with a database."""
    return [name for name, statement in FAULTS.items() if query(statement)]


def logged(query: Query) -> Counter[int]:
    """How many sets each logged line has left, by the hundredth of a kilogram that tells lines apart."""
    rows = query("SELECT load_exact, count(*) FROM sets GROUP BY load_exact")
    return Counter({round(exact / 1_000_000): number for exact, number in rows})


def workouts(query: Query) -> int:
    return len(query("SELECT id FROM workouts"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{tmp_path / 'workout.db'}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workout.db"


@pytest.fixture
def query(path: Path) -> Iterator[Query]:
    """Asks the SQLite file, when the others have left it."""

    def ask(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(statement).fetchall()

    yield ask
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []


def line(number: int) -> str:
    return f"{EXERCISES[number % 3]} {number / 100}kg x5x{SETS}"


def post(client: httpx.Client, number: int) -> httpx.Response:
    return client.post("/api/v1/workouts/log", json={"text": line(number)})


def test_two_processes_and_a_server_share_a_file_that_is_not_there_yet(
    program: Program, path: Path, query: Query
) -> None:
    """All start at once: whoever comes first makes the file, and nobody has to know."""

    def typed(first: int) -> list[Ended]:
        return [program("log", line(first + each)) for each in range(8)]

    def posted(served: Served, first: int) -> list[int]:
        with served.client() as client:
            return [post(client, first + each).status_code for each in range(30)]

    with ThreadPoolExecutor() as threads:
        typing = [threads.submit(typed, first) for first in (1000, 2000)]
        with program.serve() as served:
            posting = [threads.submit(posted, served, first) for first in (3000, 4000)]
            for each in typing:
                for end in each.result(LIMIT):
                    assert (end.code, end.err) == (0, "")
            assert [status for each in posting for status in each.result(LIMIT)] == [201] * 60
            assert "locked" not in served.log
            assert {each["status"] for each in served.requests} <= {200, 201}
            served.stop()
    numbers = [first + each for first in (1000, 2000) for each in range(8)]
    numbers += [first + each for first in (3000, 4000) for each in range(30)]
    assert logged(query) == Counter(dict.fromkeys(numbers, SETS))
    assert workouts(query) == 1
    assert faults(query) == []


async def test_eight_clients_of_a_server_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    program = Program(tmp_path, WORKOUT_DATABASE_URL=postgres_url)
    with program.serve() as served:
        headers = {"Authorization": f"Bearer {served.token}"}
        async with httpx.AsyncClient(base_url=served.url, headers=headers, timeout=LIMIT) as client:

            async def posted(first: int) -> list[int]:
                return [
                    (
                        await client.post("/api/v1/workouts/log", json={"text": line(first + each)})
                    ).status_code
                    for each in range(12)
                ]

            answers = await asyncio.gather(*(posted(1000 * each) for each in range(1, 9)))
        assert [each for answer in answers for each in answer] == [201] * 96

    with connect(postgres_url) as connection:

        def query(statement: str) -> list[tuple[Any, ...]]:
            return connection.execute(statement.encode()).fetchall()

        numbers = [1000 * client + each for client in range(1, 9) for each in range(12)]
        assert logged(query) == Counter(dict.fromkeys(numbers, SETS))
        assert workouts(query) == 1
        assert faults(query) == []


def test_killed_writers_lose_nothing_that_they_acknowledged(
    program: Program, path: Path, query: Query
) -> None:
    """Two writers at a time on one file, each killed at a moment of its own and followed by the next."""
    seed = time.time_ns()
    assert program("log", "bench 0.01kg x5x3").code == 0

    def cycles(writer: int) -> list[int]:
        chance = random.Random(seed + writer)
        acknowledged = []
        for cycle in range(KILLS // 2):
            first = 1000 * (1 + writer + 2 * cycle)
            acknowledged += killed_writer(program, path, EXERCISES[writer], first, chance)
        return acknowledged

    with ThreadPoolExecutor() as threads:
        running = [threads.submit(cycles, writer) for writer in range(2)]
        acknowledged = [number for each in running for number in each.result(4 * LIMIT)]
    found = logged(query)
    assert len(acknowledged) > 2 * KILLS, seed
    assert [number for number in acknowledged if found[number] != SETS] == [], seed
    assert set(found.values()) == {SETS}, seed  # the others are there whole or not at all
    assert len(found) <= 1 + len(acknowledged) + KILLS, seed
    assert workouts(query) == 1, seed
    assert faults(query) == [], seed


def killed_writer(
    program: Program, path: Path, exercise: str, first: int, chance: random.Random
) -> list[int]:
    """The numbers that a writer acknowledged until it was killed: after so many, and a moment more."""
    command = [sys.executable, "-c", WRITER, str(path), exercise, str(first)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=program.environment
    ) as process:
        assert process.stdout
        watchdog = Timer(LIMIT, process.kill)
        watchdog.start()
        said = [process.stdout.readline() for _ in range(1 + chance.randrange(9))]
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        watchdog.cancel()
        said += ended(process).out.splitlines(keepends=True)
    assert process.returncode == -signal.SIGKILL
    assert said[0] == "ready\n"
    return [int(number) for number in said[1:] if number.endswith("\n")]


def test_a_killed_server_loses_nothing_that_it_acknowledged(program: Program, query: Query) -> None:
    acknowledged: list[int] = []

    def posted(served: Served, first: int) -> None:
        with served.client() as client:
            for number in count(first):
                try:
                    answer = post(client, number)
                except httpx.TransportError:
                    return
                assert answer.status_code == 201
                acknowledged.append(number)

    with ThreadPoolExecutor() as threads, program.serve() as served:
        posting = [threads.submit(posted, served, first) for first in (1000, 3000, 5000, 7000)]
        eventually(lambda: len(acknowledged) >= 60 or any(each.done() for each in posting))
        served.process.kill()
        for each in posting:
            each.result(LIMIT)
    found = logged(query)
    assert [number for number in acknowledged if found[number] != SETS] == []
    assert set(found.values()) == {SETS}
    assert workouts(query) == 1
    assert faults(query) == []
    assert program("log", line(9000)).code == 0
    assert logged(query) == found + Counter({9000: SETS})


@pytest.mark.parametrize("half", range(2 if EVERYTHING else 1))
def test_a_start_after_a_kill_that_met_the_making_of_the_file(tmp_path: Path, half: int) -> None:
    chance = random.Random(half)
    met = 0
    for cycle in range(25):
        if met == 3:
            break
        path = tmp_path / f"{cycle}" / "workout.db"
        program = Program(tmp_path / "home", WORKOUT_DATABASE_URL=f"sqlite:///{path}")
        with program.start("log", "bench 100x5x3") as process:
            eventually(path.exists)
            mode = path.stat().st_mode & 0o777
            time.sleep(chance.uniform(0, 0.25) / (1 + cycle - met))  # sooner, where it came late
            process.kill()
            first = ended(process).code
        assert mode == 0o600
        met += first == -signal.SIGKILL
        again = program("log", "bench 101x5x3")
        assert (again.code, again.err) == (0, "")
        assert path.stat().st_mode & 0o777 == 0o600
        with closing(sqlite3.connect(path)) as connection:

            def query(
                statement: str, connection: sqlite3.Connection = connection
            ) -> list[tuple[Any, ...]]:
                return connection.execute(statement).fetchall()

            found = logged(query)
            assert found[10100] == SETS
            assert found[10000] == SETS or (first == -signal.SIGKILL and not found[10000])
            assert faults(query) == []
            assert query("PRAGMA integrity_check") == [("ok",)]
    assert met == 3


def test_a_killed_migration_leaves_the_old_or_the_new(program: Program, sqlite_path: Path) -> None:
    assert program("log", line(1)).code == 0
    make_older(sqlite_path)
    older = sqlite_path.read_bytes()
    began = time.monotonic()
    assert program("db", "migrate").code == 0
    takes_s = time.monotonic() - began
    chance, met = random.Random(5), 0
    for _ in range(MIGRATIONS):
        sqlite_path.write_bytes(older)
        for each in ("-wal", "-shm"):
            sqlite_path.with_name(sqlite_path.name + each).unlink(missing_ok=True)
        with program.start("db", "migrate") as process:
            time.sleep(chance.uniform(0.2, 1) * takes_s)
            process.kill()
            met += ended(process).code == -signal.SIGKILL
        with closing(sqlite3.connect(sqlite_path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            assert version in (FIRST, HEAD)
            assert connection.execute("SELECT count(*) FROM sets").fetchall() == [(SETS,)]
        assert program("db", "migrate").code == 0
        with closing(sqlite3.connect(sqlite_path)) as connection:
            assert connection.execute("SELECT count(*) FROM sets").fetchall() == [(SETS,)]
    assert met
