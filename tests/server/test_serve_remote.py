"""The same commands, on a file and on a server far away: the same words on both streams, the same exit codes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from tests.processes import InProcess, Program, eventually

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.processes import Ended, Served

STRONG: Final = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",1,80,5,0,0,"","",8
2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",2,82.5,5,0,0,"","",
2026-01-05 18:00:00,"Push",1h,"Sled of My Own",1,60,10,0,0,"heavy","",
"""
# Each group stands by itself, as each may run on a server of its own: the code that each command ends
# with, and, after the name, what the server answers with to a group.
GROUPS: Final = {
    "workouts 200 201": """
        0 log bench 5x5@100kg rpe8 // felt good
        0 log --dry-run --json pullup +10kg 3x8
        0 log --json --at 2026-02-03 squat 100kg x5x3
        0 today --json
        0 show
        0 show 2026-02-03 --format csv
        0 history
        0 history --json --since 2026-02 --until 2026-02 --limit 1
        0 export --format strong --since 2026-02 --until 2026-02
        0 export --format text
    """,
    "exercises 200 201 409": """
        0 exercise list --search row --limit 3
        0 exercise show bench --json
        0 exercise add Zercher_Thing --alias zt --primary quads --note dürfen☃
        5 exercise add Zercher_Thing
        0 exercise show zt
        0 log --at 2026-02-04 zt 60kg x5x3
    """,
    "transfer 200": """
        0 import strong.csv --unit kg --dry-run
        0 import strong.csv --unit kg --json
        3 import nothing.csv
        0 export
    """,
    "files 200 201": """
        0 log --at 2026-02-05 bench 60kgx5
        0 attach strong.csv --to 2026-02-05 --json
        0 attach --list 2026-02-05 --format table
        0 attach --get strong.csv -o back.csv
        5 attach --get strong.csv
        0 attach --remove strong.csv
        3 attach --get strong.csv
        2 attach back.csv strong.csv --to 2026-02-05 --exercise bench
    """,
    "errors 404 409 422": """
        3 log zzbench 5x5 --json
        2 log bench 5,5 --json
        2 log --at tomorrowish bench 5x5@100kg
        3 show 00000000 --json
        5 exercise add bench
        2 history --since foo
    """,
}


def minutes(since: datetime) -> str:
    """Those from a moment until now, as clocks on walls tell them, as a pattern."""
    passed = int((datetime.now(UTC) - since).total_seconds() // 60)
    return "|".join(f"{since + timedelta(minutes=n):%H:%M}" for n in range(passed + 2))


def plain(text: str, now: str) -> str:
    """The text with what no two runs have alike: ids, by the order in which they come, and moments."""
    ids: dict[str, str] = {}
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", "MOMENT", text)
    text = re.sub(rf"\b({now})\b", "NOW", text)
    return re.sub(
        r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b0[0-9a-f]{7}\b",
        lambda found: ids.setdefault(found[0], f"ID{len(ids)}"),
        text,
    )


def told(end: Ended, now: str) -> tuple[int, str, str]:
    return end.code, plain(end.out, now), plain(end.err, now)


def of_its_own(home: Path, empty_file: bytes) -> Program:
    program = InProcess(home, WORKOUT_DATABASE_URL=f"sqlite:///{home / 'workout.db'}")
    (home / "workout.db").write_bytes(empty_file)
    (home / "strong.csv").write_text(STRONG, encoding="utf-8")
    return program


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> Program:
    """On a file, where the same happens as on the server."""
    return of_its_own(tmp_path_factory.mktemp("local"), empty_file)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> Iterator[Served]:
    with of_its_own(tmp_path_factory.mktemp("far"), empty_file).serve() as found:
        yield found


@pytest.mark.parametrize("group", GROUPS)
def test_a_server_gives_the_same_answers(
    group: str, local: Program, served: Served, tmp_path: Path, empty_file: bytes
) -> None:
    """Each sequence is run on its own database; both are equal at every step, errors and all."""
    lines = [line.split() for line in GROUPS[group].strip().splitlines()]
    statuses = set(map(int, group.split()[1:]))
    near = of_its_own(tmp_path / "near", empty_file)
    remote = near.given(**served.environment)
    before = len(served.requests)

    def answers(program: Program) -> list[Ended]:
        return [program(*words) for _, *words in lines]

    began = datetime.now(UTC)
    here, there = answers(local), answers(remote)
    now = minutes(began)
    for (code, *words), one, other in zip(lines, here, there, strict=True):
        assert told(other, now) == told(one, now), words
        assert one.code == int(code), (words, one)
        assert one.out or one.err, words
    assert (near.home / "workout.db").read_bytes() == empty_file  # nothing was done here
    eventually(lambda: {each["status"] for each in served.requests[before:]} >= statuses)
