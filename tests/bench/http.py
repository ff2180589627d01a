"""The server beside the same by hand and beside an ORM: real processes on loopback, on both databases.

A variant is one worker (uvloop, httptools) that writes no log. The clients are one thread of this process. CPU is
that of the server's process, so the database's own work on PostgreSQL is not in it.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.bench.data import fill
from tests.bench.load import Address, Load
from tests.bench.report import Ratio, Section, tell
from tests.bench.serving import VARIANTS, served
from tests.postgres import Databases, connect, postgres
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.engine import EngineDatabase
from workout_core.db.migrate import upgrade_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workout_core.db.executor import Database

API: Final = "/api/v1"
WORKOUTS: Final = 3_000
SET: Final = {"load_value": 100, "load_unit": "kg", "load_mode": "absolute", "reps": 5}
NESTED, LIST, POST = "GET workout", "GET list of 20", "POST set"
CPU_BUDGET: Final = {NESTED: 2.5, LIST: 2.5, POST: 3.0}
SPEED_BUDGET: Final = {NESTED: 5.0, LIST: 5.0, POST: None}
TAIL_BUDGET: Final = 3.0


@dataclass
class Server:
    """A variant that answers, and how its loads went."""

    variant: str
    address: Address
    requests: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    loads: dict[str, list[Load]] = field(default_factory=dict)

    def figure(self, what: str, of: Callable[[Load], float]) -> float:
        """The median of the rounds."""
        return median(of(each) for each in self.loads[what])


def report(*, quick: bool = False, tiny: bool = False) -> Section:
    """Both databases; `tiny` only shows that it works."""
    workouts = 50 if tiny else WORKOUTS // 10 if quick else WORKOUTS
    rounds, seconds = (1, 0.02) if tiny else (3, 0.5) if quick else (7, 1.0)
    section = Section(
        f"HTTP, {workouts:,} workouts, 8 clients: medians of {rounds} rounds of {seconds:g} s",
        ("database", "request", "variant", "requests/s", "CPU ms", "p50 ms", "p99 ms"),
    )
    for name, databases in (("PostgreSQL", _on_postgres), ("SQLite", _on_sqlite)):
        tell(f"http: {name}")
        with ExitStack() as stack:
            urls, token = stack.enter_context(databases(workouts))
            servers = [
                Server(variant, Address(stack.enter_context(served(variant, url)), token))
                for variant, url in zip(VARIANTS, urls, strict=True)
            ]
            _measure(servers, rounds, seconds)
            _tell(section, name, servers)
    return section


def _measure(servers: list[Server], rounds: int, seconds: float) -> None:
    first = [each.address.ask("GET", f"{API}/workouts?size=20&page=2") for each in servers]
    assert first[0] == first[1] == first[2], "the variants answer differently"
    for server in servers:
        server.requests = _requests(server.address)
    ids = [each["id"] for each in first[0]["items"]]
    nested = [each.address.ask("GET", f"{API}/workouts/{ids[0]}") for each in servers]
    assert nested[0] == nested[1] == nested[2], "the variants answer differently"
    for what in (NESTED, LIST, POST):
        for number in range(rounds + 1):
            for server in servers:
                load = server.address.load(server.requests[what], seconds=seconds)
                if number:
                    server.loads.setdefault(what, []).append(load)


def _requests(address: Address) -> dict[str, Callable[[], bytes]]:
    """The next request of each kind, round and round over many workouts."""
    page = address.ask("GET", f"{API}/workouts?size=100")
    paths = [f"{API}/workouts/{each['id']}" for each in page["items"]]
    adding: list[bytes] = []
    for path in paths[::5]:
        for execution in address.ask("GET", path)["exercise_executions"]:
            where = f"{path}/exercise-executions/{execution['id']}/sets"
            adding.append(address.request("POST", where, SET))
    lists = [
        f"{API}/workouts?size=20&page={number}" for number in range(1, 1 + page["total"] // 20)
    ]
    each: dict[str, Iterator[bytes]] = {
        NESTED: itertools.cycle([address.request("GET", path) for path in paths]),
        LIST: itertools.cycle([address.request("GET", path) for path in lists]),
        POST: itertools.cycle(adding),
    }
    return {what: cycle.__next__ for what, cycle in each.items()}


def _tell(section: Section, database: str, servers: list[Server]) -> None:
    ours = servers[0]
    for what in (NESTED, LIST, POST):
        for server in servers:
            section.rows.append([database, what, server.variant, *_figures(server, what)])
        cpu = {each.variant: each.figure(what, lambda load: load.cpu_each) for each in servers}
        rate = {each.variant: each.figure(what, lambda load: load.rate) for each in servers}
        tail = ours.figure(what, lambda load: load.percentile(0.99) / load.percentile(0.5))
        name = f"{what}, {database}"
        section.ratios += [
            Ratio(f"{name}: CPU", cpu["ours"] / cpu["hand"], "by hand", most=CPU_BUDGET[what]),
            Ratio(
                f"{name}: requests/s", rate["ours"] / rate["seed"], "ORM", least=SPEED_BUDGET[what]
            ),
            Ratio(f"{name}: p99", tail, "p50", most=TAIL_BUDGET),
        ]


def _figures(server: Server, what: str) -> list[str]:
    figures: list[tuple[str, Callable[[Load], float]]] = [
        ("{:.0f}", lambda load: load.rate),
        ("{:.3f}", lambda load: load.cpu_each * 1000),
        ("{:.2f}", lambda load: load.percentile(0.5) * 1000),
        ("{:.2f}", lambda load: load.percentile(0.99) * 1000),
    ]
    return [form.format(server.figure(what, of)) for form, of in figures]


@contextmanager
def _on_postgres(workouts: int) -> Iterator[tuple[list[str], str]]:
    """Three copies of one database, and the token that is in them."""
    with postgres() as url, closing(Databases(url)) as databases:
        tokens: list[str] = []

        def prepare(url: str) -> None:
            upgrade_server(url)
            tokens.append(_filled(EngineDatabase(url), workouts))
            with connect(url) as connection:
                connection.execute("ANALYZE")

        databases.template("bench", prepare)
        yield [databases.fresh(walled=each == "ours") for each in VARIANTS], tokens[0]


@contextmanager
def _on_sqlite(workouts: int) -> Iterator[tuple[list[str], str]]:
    with TemporaryDirectory(prefix="workout-bench-") as folder:
        paths = [Path(folder) / f"{variant}.db" for variant in VARIANTS]
        token = _filled(EmbeddedDatabase(paths[0]), workouts)
        for path in paths[1:]:
            shutil.copy(paths[0], path)
        yield [f"sqlite:///{path}" for path in paths], token


def _filled(database: Database, workouts: int) -> str:
    async def work() -> str:
        try:
            return await fill(database, workouts)
        finally:
            await database.close()

    return asyncio.run(work())
