"""The same commands, on a file and on a server far away: the same words on both streams, the same exit codes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import pytest

from tests.processes import LIMIT, Program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.processes import Ended

STRONG: Final = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",1,80,5,0,0,"","",8
2026-01-05 18:00:00,"Push",1h,"Bench Press (Barbell)",2,82.5,5,0,0,"","",
2026-01-05 18:00:00,"Push",1h,"Sled of My Own",1,60,10,0,0,"heavy","",
"""
COMMANDS: Final = """
    log bench 5x5@100kg rpe8 // felt good
    log pullup +10kg 3x8
    log --dry-run --json squat 100kg x5x3
    log --json --at 2026-02-03 squat 100kg x5x3
    today --json
    show
    show 2026-02-03 --format csv
    history
    history --json
    history --since 2026-02 --until 2026-02
    history --limit 1
    exercise list --search row --limit 3
    exercise show bench --json
    exercise add Zercher_Thing --alias zt --primary quads --note dürfen☃
    exercise add Zercher_Thing
    exercise show zt
    log zt 60kg x5x3
    import strong.csv --unit kg --dry-run
    import strong.csv --unit kg --json
    import nothing.csv
    export
    log zzbench 5x5
    log zzbench 5x5 --json
    log bench 5,5 --json
    log --at tomorrowish bench 5x5@100kg
    show 00000000 --json
    exercise add bench
    history --since foo
    history --limit 0
    today --frobnicate
"""
ERRORS: Final = {2, 3, 5}


def plain(text: str) -> str:
    """The text with what no two runs have alike: ids, by the order in which they come, and moments."""
    ids: dict[str, str] = {}
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", "MOMENT", text)
    return re.sub(
        r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b0[0-9a-f]{7}\b",
        lambda found: ids.setdefault(found[0], f"ID{len(ids)}"),
        text,
    )


def told(end: Ended) -> tuple[int, str, str]:
    return end.code, plain(end.out), plain(end.err)


@pytest.fixture
def local(tmp_path: Path, empty_file: bytes) -> Program:
    return of_its_own(tmp_path / "local", empty_file)


def of_its_own(home: Path, empty_file: bytes) -> Program:
    program = Program(home, WORKOUT_DATABASE_URL=f"sqlite:///{home / 'workout.db'}")
    (home / "workout.db").write_bytes(empty_file)
    (home / "strong.csv").write_text(STRONG)
    return program


def test_a_server_gives_the_same_answers(local: Program, tmp_path: Path, empty_file: bytes) -> None:
    """Each sequence is run on its own database; both are equal at every step, errors and all."""
    commands = [line.split() for line in COMMANDS.strip().splitlines()]
    far = of_its_own(tmp_path / "far", empty_file)
    with far.serve() as served:
        near = of_its_own(tmp_path / "near", empty_file)
        remote = near.given(**served.environment)

        def answers(program: Program) -> list[Ended]:
            return [program(*words) for words in commands]

        with ThreadPoolExecutor() as threads:
            here, there = threads.map(answers, (local, remote), timeout=4 * LIMIT)
        for words, one, other in zip(commands, here, there, strict=True):
            assert told(other) == told(one), words
            assert one.out or one.err, words
        codes = [each.code for each in here]
        assert codes.count(0) >= 18
        assert set(codes) == {0} | ERRORS
        assert (near.home / "workout.db").read_bytes() == empty_file  # nothing was done here
        assert {each["status"] for each in served.requests} >= {200, 201, 404, 409, 422}
